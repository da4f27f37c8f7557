/** What Gather says. */

import { count } from "./counts";

export const gather = {
  here: "Who is here",
  inRoom: "in the room",
  onPhone: "on the phone",
  noDevice: "no device",
  steppedOut: "stepped out",
  notConnected: "not connected",
  you: "you",
  addPerson: "Add somebody without a device",
  theirName: "Their name",
  where: "Where are they?",
  wheres: { room: "In the room", phone: "On the phone", online: "Online" } as Record<
    string,
    string
  >,
  makeRole: (role: string) => `Make them ${role}`,
  takeRole: (role: string) => `No longer ${role}`,
  remove: "Remove from the workshop",
  removeAsk: (name: string) => `Remove ${name}? What they wrote stays. Their link stops working.`,
  hideAll: "Hide all they put up…",
  hideToo: "Hide the notes and moments that they put up in their name, too",
  hideAllTitle: (name: string) => `Hide all that ${name} put up?`,
  hideAllWhat:
    "Every note and moment in their name leaves the boards, and everybody reads that you hid it. " +
    "They go on seeing it and can take it back; you or another facilitator can show it again. " +
    "What was left unnamed, stories, the group's text and dots stay.",
  hideAllAfter: (number: number) =>
    number === 1
      ? "And of the one who came in after them:"
      : `And of the ${number} who came in after them:`,
  hideAllGo: "Hide it",
  shownOut: (number: number) => `Shown out: ${number}`,
  hiddenTogether: "Hidden with all that somebody put up",
  hiddenAll: (by: string, whose: string) => `${by} hid what ${whose} put up in their name.`,
  hiddenAllOwn: (by: string) =>
    `${by} hid what you put up in your name. You still see it, and can take it back.`,
  hiddenThings: (number: number) => `What is hidden: ${number}`,
  showAllAgain: "Show it again",
  together: "How we are together",
  togetherNow: "Propose a line, or agree to one.",
  propose: "A line for how we want to be together",
  proposeGo: "Propose it",
  agree: "I agree",
  agreed: "You agree",
  agreedCount: (number: number) => (number === 0 ? "nobody yet" : count(number, "agrees", "agree")),
  agreedBefore: (number: number) => `${number} agreed to an earlier wording`,
  readBefore: "It read before:",
  reworded: "It reads otherwise since you agreed. Do you agree to these words?",
  noLines: "No lines yet",
  noLinesWhat: "For example: we let each other finish.",
  story: "I have an experience I could tell",
  storyWhat: "Only facilitators read this. They ask one or two people.",
  storyLine: "What is it about, in a line?",
  storySide: "Which side do you tell it from?",
  storyElsewhere: "It happened elsewhere, not here",
  storyGo: "Tell the facilitators",
  storySent: "The facilitators know that you have an experience to tell.",
  storyAsked:
    "You are asked to tell it. Prepare it in Experience; nobody sees it until you share it.",
  storyDeclined: "The facilitators know that you would rather not tell it. Nobody is told why.",
  ratherNot: "I would rather not tell it",
  declined: "Would rather not",
  storiesTitle: "Experiences that could be told",
  ask: "Ask them to tell it",
  asked: "Asked",
  elsewhere: "elsewhere",
  welcome: "Welcome",
  anySide: "Not said",
  words: "Said so far",
  sayHello: "Say hello, or something for everybody to read",
};
