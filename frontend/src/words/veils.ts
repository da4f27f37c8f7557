/**
 * What the room says of covered words: before somebody masks, and to facilitators, who lift or make
 * final (E4, E10).
 */

import { places } from "./counts";

export const veils = {
  // before masking
  which: "Which words? Type them exactly as they stand.",
  everywhere: "Mask these words on the whole flipchart",
  ownHere: "They are masked here for good, in the history too. Nobody can bring them back.",
  othersHere:
    "They are covered at once, for everybody. You or another facilitator can lift that or make " +
    "it final; after three days it is for good.",
  ownEverywhere:
    "In your own story and in what bears your name they are masked for good, in the history too.",
  othersEverywhere:
    "Everywhere else they are covered at once, for everybody. A facilitator can lift that; after " +
    "three days it is for good.",
  onlyNames: "Only a name is covered everywhere: six words and sixty letters at most.",
  // what facilitators see
  count: (number: number) => `Covered: ${number}`,
  countSpoken: (number: number) => `Covered: ${places(number)}`,
  title: "Covered words",
  what:
    "Everybody reads a mark instead of these words; only facilitators see them here. What nobody " +
    "lifts is masked for good after three days.",
  here: "Only facilitators see what is beneath.",
  none: "Nothing is covered just now.",
  told: (name: string, number: number) => `${name} covered words in ${places(number)}.`,
  toldCopies: (name: string, number: number) =>
    `${name || "Somebody"} took words back; copies of them are covered in ${places(number)}.`,
  by: (name: string) => `Covered by ${name}`,
  byYou: "Covered by you",
  byNobody: "Covered by somebody, unnamed",
  because: {
    name: "A name or passage",
    copy: "Copies of words that were taken back",
  } as Record<string, string>,
  beneath: "Beneath:",
  at: (time: string) => `covered ${time}`,
  until: (time: string) => `can be lifted until ${time}`,
  due: "is being masked for good now",
  beside: "In what stands with it: a lane, a name, other words of it.",
  goTo: "Show it on the flipchart",
  lift: "Lift",
  liftAll: (number: number) => `Lift in all ${places(number)}`,
  liftOf: (name: string) => `Lift everything that ${name} covered`,
  liftUnnamed: "Lift everything that somebody covered, unnamed",
  liftYours: "Lift everything that you covered",
  mask: "Mask for good",
  maskAll: (number: number) => `Mask for good in all ${places(number)}`,
  maskAsk:
    "The words go from the record too, with whatever else covers part of them. Nobody can bring " +
    "them back.",
  maskYes: "Yes, mask for good",
  more: (number: number) => `Show ${number} more ${number === 1 ? "place" : "places"}`,
  lifted: (number: number) => `Lifted in ${places(number)}: everybody reads the words again.`,
  masked: (number: number) => `Masked for good in ${places(number)}.`,
  line: "How we want to be together",
  offered: (what: string) => `Wording offered for ${what}`,
  gone: "Something that is not on the flipchart any more",
};
