/** What the return to the aims says. */

import { count } from "./counts";

export const back = {
  atFirst: "At first:",
  learnt: "What we have learnt since",
  stand: "Does it still stand?",
  ours: (number: number) => (number === 1 ? "Our aim" : `Our ${number} aims`),
  decided: (decided: number, all: number) => `${decided} of ${all} decided`,
  aimOf: (number: number, all: number) => `Aim ${number} of ${all}`,
  aim: (number: number) => `Aim ${number}`,
  here: "We are here",
  groupAt: (number: number) => `The group is at aim ${number}.`,
  goThere: "Go there",
  previous: "The aim before",
  next: "The next aim",
  nowAt: (number: number, all: number, aim: string) => `Aim ${number} of ${all}: ${aim}`,
  keep: "Keep",
  change: "Change",
  drop: "Drop",
  open: "Two positions",
  oneTap: "One tap decides, and the next aim comes. The reason can follow.",
  oneKey: "The keys work while the aim has the focus.",
  allDecided: (number: number) =>
    number === 1 ? "The aim is decided" : `All ${number} aims are decided`,
  allDecidedWhat: "Tap one to look at it again. What was decided can be decided otherwise.",
  because: "Because",
  sayWhy: "Say why",
  ownReason: "Your reason",
  correctReason: "Correct this reason",
  takeReasonBack: "Take this reason back",
  reason: "Because… (if you like)",
  newText: "New wording",
  restsOn: "What does it rest on?",
  add: "Add an aim",
  newToday: "New today",
  nothingLearnt: "Nobody told a story about this yet.",
  unserved: "No step serves it yet.",
  noStep: "No step deals with this yet",
  serves: (number: number) => `Step ${number} serves it:`,
  offered: (step: string) => `This step rests on the same: ${step} Tie it?`,
  tie: "Tie it",
  comesFrom: "Where it comes from",
  positions: "Positions, all kept",
  position: "Add a position",
  positionText: "Your position, in your words",
  bothPositions: "Write each position down in the words of who holds it.",
  was: "First wording:",
  value: "A value",
  hadToo: (number: number) =>
    number === 1 ? "had that too, said once" : `had that too, said ${number} times`,
  more: (number: number) => `${number} more`,
  gaps: "Gap check",
  gapsWhat: "You can go on with gaps open.",
  noGaps: "No gaps left.",
  show: "Show",
  checkout: "A word to close with",
  noAims: "No aims to return to",
  noAimsWhat: "Word one in Aims, or add one here.",
};

/** How many there are of a kind of gap: said once, whatever their number. */
export const gapsOf = {
  aim_unserved: (number: number) =>
    count(number, "aim that no step serves", "aims that no step serves"),
  unanswered: (number: number) =>
    count(number, "reflection that no step answers", "reflections that no step answers"),
  liked_lost: (number: number) =>
    count(number, "liked thing not in the process", "liked things not in the process"),
  serves_no_aim: (number: number) =>
    count(number, "step that serves no aim", "steps that serve no aim"),
  unheard: (number: number) =>
    count(number, "value that nobody is heard saying", "values that nobody is heard saying"),
  hard_unanswered: (number: number) =>
    count(number, "hard moment that no step deals with", "hard moments that no step deals with"),
  note_uncited: (number: number) =>
    count(number, "note not used in any aim", "notes not used in any aim"),
};
