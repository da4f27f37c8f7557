/** What Aims says. */

import { count } from "./counts";

export const aims = {
  writeAlone:
    "Write alone for a while, one thing on each note. Nobody sees your notes until they are " +
    "revealed.",
  together: "Read the notes together, put those that say the same into groups, and word your aims.",
  voteQuestion: "Which aims matter most today?",
  voteNow:
    "Give your dots to groups, notes or aims. Only you see yours; totals come when the vote " +
    "closes.",
  moreFaceDown: (number: number) =>
    [
      count(number, "more note", "more notes"),
      ", face down. Nobody can read them yet, not even the facilitators.",
    ] as const,
  faceDown: (number: number) =>
    [
      count(number, "note", "notes"),
      ", face down. Nobody can read them yet, not even the facilitators.",
    ] as const,
  noNotes: "No notes yet",
  noNotesWhat: "What is written comes here.",
  board: "Notes in groups",
  ungrouped: "Not grouped yet",
  notes: (number: number) => count(number, "note", "notes"),
  notesBy: (notes: number, people: number) =>
    people
      ? `${count(notes, "note", "notes")} by ${count(people, "person", "people")}`
      : count(notes, "note", "notes"),
  find: "Find in notes",
  found: (number: number) => (number ? `${number} found` : "Nothing found"),
  chooseIt: "Choose it",
  unchoose: "Not chosen after all",
  chosen: (number: number) => `${count(number, "note", "notes")} chosen`,
  chooseNone: "Choose none",
  groupThese: (number: number) => (number === 1 ? "Group this one" : `Group these ${number}`),
  intoGroup: "Into a group",
  aimNumber: (number: number) => `aim ${number}`,
  from: (names: string) => `from ${names}`,
  moveTo: (title: string) => `Move to: ${title}`,
  outOfGroup: "Out of its group",
  newGroup: "Start a group with it",
  newGroupTitle: "Start a group",
  groupTitle: "What do these notes say together?",
  groupWith: "Group with…",
  groupWithTitle: "Which note does it belong with?",
  groupBoth: "Group these 2",
  inGroup: (title: string) => `in ${title}`,
  similar: "Similar notes",
  similarWhat:
    "These use the same words. Whether they say the same is yours to judge; nothing is grouped " +
    "by itself.",
  similarNone: "No two notes that are apart use the same words.",
  similarFailed: "The notes could not be compared just now. Try again in a moment.",
  comparing: "The notes are being compared.",
  mergeWith: "It says the same as…",
  mergeTitle: "Which note says the same?",
  mergeWhat: "It goes inside the other one and stays readable there.",
  merge: "Put them together",
  mergeGroup: (title: string) => `Put into: ${title}`,
  wordAim: "Word an aim from it",
  addAim: "Word an aim",
  aimText: "The aim, in the group’s words",
  aimFrom: "What does it come from?",
  ours: "Our aims",
  oursWhat: "Each one says which notes it came from.",
  noAims: "No aims yet. Word one from a group of notes.",
  yourDots: (number: number) =>
    number === 0 ? "no dots from you" : number === 1 ? "your dot" : "your dots",
  dotsLeft: (left: number, each: number) => [`${left} of ${each}`, "dots left"] as const,
  addDot: (what: string) => `Give a dot to: ${what}`,
  takeDot: (what: string) => `Take a dot from: ${what}`,
  writeMore: "Add a note",
  dropNew: "Drop here to start a group",
  grouped: (title: string) => `Moved to ${title}.`,
};
