/** What is said aloud to who does not look, where no sentence on the screen says the same. */

import { count } from "./counts";

export const aloud = {
  silence: "Everybody writes alone now. Nobody reads it until it is revealed.",
  voteOpened: (dots: number) =>
    `A dot vote is open. You have ${count(dots, "dot", "dots")} to give.`,
  voteClosed: (totals: string) =>
    totals
      ? `The vote is closed. Most dots: ${totals}.`
      : "The vote is closed. No dots were given.",
  total: (words: string, dots: number) => `${words}, ${count(dots, "dot", "dots")}`,
  break: (minutes: number) => `A break of ${count(minutes, "minute", "minutes")} begins.`,
  breakOver: "The break is over.",
  turn: (round: string, sentence: string) => `${round}. ${sentence}`,
  roundOver: (round: string) => `${round} is over.`,
  hand: (name: string, up: string) => `${name} raised a hand. ${up}.`,
  handDown: "Your hand is down.",
  everybodyDone: "Everybody is done.",
  textOpen: "Everyone may edit the group’s words now.",
  textKept: "Only facilitators and scribes edit the group’s words now.",
  timeOver: "The time for this phase is over. Nobody is cut off.",
  youFacilitate: "You are a facilitator here. The strip at the foot of the page is yours.",
  youTypeForOthers: "You are the scribe here: you can type for others.",
  youWatch: "You are here to watch.",
  facilitatorNoMore: "You are not a facilitator here any more.",
  scribeNoMore: "You are not the scribe here any more.",
  watchNoMore: "You can take part now, and not only watch.",
  tellerGoesFirst:
    "You go first. Nobody else’s thoughts appear until you say that you have spoken.",
  tellerHasSpoken: "The storyteller has spoken. Now yours: choose a moment by its number.",
  hidden: "A facilitator hid words of yours. You can still read them.",
  offered: "Somebody placed another wording beside words of yours.",
  questioned: "Somebody asks a question about words of yours.",
};
