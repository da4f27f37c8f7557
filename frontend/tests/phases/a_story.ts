/** What the tests of this phase are told of. */

import { person, type Told } from "../screen";

export const people = { 8: person(8, "Sam"), 9: person(9, "Fay") };
export const moment = (id: number, text: string, more: object = {}) => ({
  id,
  is: "moment" as const,
  experience: 6,
  text,
  by: 8,
  version: 3,
  ...more,
});
export const M = [
  moment(11, "Asked", { stage: "Order", lane: "Client", feeling: 2 }),
  moment(12, "Waited", { stage: "Pay", lane: "Us", feeling: -2, inferred: true }),
  moment(13, "Paid", { stage: "Pay", lane: "Client" }),
];
export const story = {
  id: 6,
  is: "experience" as const,
  title: "The winter",
  storytellers: [8],
  moments: [11, 12, 13],
  lanes: ["Us", "Client"],
  state: "",
  stored_at: 1,
};
export const TOLD: Told = {
  people,
  experiences: { 6: story },
  moments: Object.fromEntries(M.map((one) => [one.id, one])),
};
export const mine = { ...story, storytellers: [7] };
export const OWN: Told = { ...TOLD, experiences: { 6: mine } };
