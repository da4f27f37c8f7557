/** What the tests of this phase are told of. */

import { vi } from "vitest";
import { person, type Told } from "../screen";

export const people = { 8: person(8, "Sam"), 9: person(9, "Fay") };
export const story = {
  id: 6,
  is: "experience" as const,
  title: "The winter",
  storytellers: [8],
  moments: [11, 12],
  state: "",
  stored_at: 1,
};
export const moment = (id: number, text: string, more: object = {}) => ({
  id,
  is: "moment" as const,
  experience: 6,
  text,
  by: 8,
  ...more,
});
export const M = [moment(11, "Asked", { stage: "Order" }), moment(12, "Waited", { stage: "Pay" })];
export const thought = (id: number, kind: string, about: number[], more: object = {}) => ({
  id,
  is: "note" as const,
  kind,
  phase: "reflect",
  number: id - 20,
  text: `${kind} ${id}`,
  about,
  by: 9,
  ...more,
});
export const TOLD: Told = {
  people,
  experiences: { 6: story },
  moments: { 11: M[0] as object, 12: M[1] as object },
};

export const thoughts = [
  thought(21, "liked", [11]),
  thought(22, "differently", [12, 11]),
  thought(23, "disliked", [6]),
  thought(24, "similar", [12]),
];
export const given = (more: object = {}) => ({
  story,
  moments: M,
  hung: {
    at: new Map([
      [11, [thoughts[0], thoughts[1]]],
      [12, [thoughts[1], thoughts[3]]],
    ]),
    whole: [thoughts[2]],
  },
  numbers: new Map([
    [11, 1],
    [12, 2],
  ]),
  opened: [],
  about: [],
  toggle: vi.fn(),
  lit: new Set<number>(),
  menuOf: () => [],
  ...more,
});
export const notes = Object.fromEntries(thoughts.map((one) => [one.id, one]));
