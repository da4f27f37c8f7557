/** What Reflect says. */

import { aloud } from "./aloud";
import { count } from "./counts";

export const reflect = {
  first: (names: string) =>
    `${names} ${names.includes(" and ") ? "go" : "goes"} first. What you write now appears when ` +
    "they have spoken.",
  yourTurn: aloud.tellerGoesFirst,
  yours: aloud.tellerHasSpoken,
  yoursAfter: (names: string) => `${names} spoke first. Now yours: choose a moment by its number.`,
  saidFor: (names: string) =>
    `It was said for ${names} that they have spoken. Now yours: choose a moment by its number.`,
  pass: "Pass",
  spoken: "I have spoken",
  spokenFor: (names: string) => `${names} has spoken`,
  waiting: (number: number) =>
    `${count(number, "thought waits", "thoughts wait")} for the storyteller.`,
  moments: "Moments",
  at: "at",
  meToo: (number: number) => `I had that too, at moment ${number}`,
  replyTo: "Write a thought about this one",
  onto: (text: string) => `about: ${text}`,
  notAbout: "Not about this one after all",
  valueFrom: "Hear a value in it",
  write: "Write a reflection",
  kind: "What is it?",
  text: "Your thought",
  about: "About which moments?",
  whole: "The whole story",
  timesAt: (number: number) => (number === 1 ? "once" : `${number} times`),
  values: "Values we can hear",
  valuesWhat: "Each one is backed by what it was heard in.",
  heardIn: (number: number) => `heard in ${number}`,
  value: "Value",
  valueLine: "Which value can you hear here? A name for it",
  valueNowhere: "Choose the moments in which you heard it first",
  addValue: "Add a value",
  valueName: "Its name, in a word or two",
  valueSentence: "In a sentence of the group’s",
  heard: "Where did you hear it?",
  change: "What it was heard in",
  tensionWith: (name: string) => `in tension with ${name}`,
  markTension: (name: string) => `In tension with: ${name}`,
  endTension: (name: string) => `No longer in tension with: ${name}`,
  noValues: "No values named yet.",
  pick: "Pick it to work on",
  unpick: "No longer picked",
  heldSeen: "until the storyteller has spoken. Afterwards everyone.",
  other: "About something else",
  reflections: (number: number) => count(number, "reflection", "reflections"),
  sizeOf: (moments: number, reflections: number) =>
    `${count(moments, "moment", "moments")}, ${count(reflections, "reflection", "reflections")}`,
  noneYet: "Nobody has said anything of it yet.",
  momentBefore: "The moment before",
  momentAfter: "The moment after",
  hereToo: "here too",
  aboutNow: (number: number) => `About moment ${number}. Choose others`,
  aboutWhole: "About the whole story. Choose moments",
  aboutNothing: "Choose the moments that it is about",
};
