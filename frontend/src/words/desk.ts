/** What the facilitator's desk says: the plan and the clock, and who has not been heard. */

import { count } from "./counts";

const minutes = (number: number) => count(number, "minute", "minutes");

export const desk = {
  title: "Your desk",
  only: "Only facilitators see this.",
  onTime: (until: string) => `In time: done at ${until}.`,
  inHand: (by: number, until: string, likely: string) =>
    `${minutes(by)} in hand: done at ${likely}, meant for ${until}.`,
  behind: (by: number, until: string, likely: string) =>
    `${minutes(by)} behind: at this pace you are done at ${likely}, meant for ${until}.`,
  save: (offers: string, until: string) => `To be done at ${until}: ${offers}.`,
  offer: (name: string, offered: number, planned: number) =>
    `${name} ${offered} instead of ${planned}`,
  short: (by: number) =>
    `Even with five minutes for each it takes ${minutes(by)} longer. What can wait for another time?`,
  phase: "Phase",
  planned: "Planned",
  taken: "Taken",
  here: "now",
  minutes: (number: number) => `${number} min`,
  notYet: "not yet",
  plan: "The plan and the clock",
  hands: "Hands",
  noHands: "No hand is up.",
  quiet: "Not heard yet in this phase",
  quietNobody: "Everybody has put something up in their name, or nothing is revealed yet.",
  sheet: "Run sheet to print",
  less: "2 minutes less",
  more: "2 minutes more",
};
