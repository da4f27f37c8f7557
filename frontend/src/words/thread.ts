/**
 * What the thread says: what changed beneath a line, what tellers say of it, and who may read
 * somebody's words.
 */

import { count, places } from "./counts";

export const thread = {
  changed: "Its source has changed since",
  before: "Before:",
  reworded: "Its words changed.",
  takenFrom: "Some words here were taken back.",
  keep: "Keep it as it is",
  reword: "Reword it",
  meant: "Its author says: that’s what I meant",
  look: "Somebody on whose words this line rests asks you to look at it.",
  restsOn: (said?: string) => (said ? `Rests on ${said}` : ""),
  // R6
  recogniseIt: "Heard in your story. Do you recognise it?",
  yes: "Yes",
  no: "No",
  recogniseAgain: "It reads otherwise since you were asked. Do you recognise it?",
  recognisedBefore: (name: string) => `${name} was asked about an earlier wording`,
  recognises: (name: string) => `${name} recognises it`,
  recognisesNot: (name: string) => `${name} does not recognise it`,
  notAsked: "Its storyteller: not asked",
  // O5
  open: "Who may read this beneath the outline",
  openStory: "Who may read this story beneath the outline",
  openWhat:
    "The outline may travel. Your own words go with it only as far as you say, and you can " +
    "change it later.",
  openStoryWhat:
    "For the story and all your moments in it that everybody here sees, except those you left " +
    "unnamed.",
  narrow: "Narrow who may read it",
  narrowWhat:
    "It goes no further than this, whatever its author says. It never goes further than its " +
    "author says.",
  to: {
    took_part: "Those who took part",
    members: "Members of the organisation",
    everyone: "Everyone",
  },
  noLimit: "As far as its author says",
  opened: { members: "open to members", everyone: "open to everyone" } as Record<string, string>,
  narrowed: {
    took_part: "A facilitator or the policy’s owner keeps it to those who took part.",
    members: "A facilitator or the policy’s owner keeps it to members.",
  } as Record<string, string>,
  // E10
  looking: "Looking where else these words stand…",
  noLine: "This needs the line, to see where else these words stand. Nothing was taken back.",
  copies: "The same words also stand here",
  copiesWhat:
    "Where you choose nothing, they are covered at once for everybody, and whoever may change " +
    "that text is asked to reword it. A facilitator can lift it where it is no copy; after three " +
    "days it is for good.",
  stillLooking:
    "Copies of what you took back are still being looked for. Your own words go from the record, " +
    "where nobody reads them any more, when that is done.",
  covered: (number: number) => `The same words are covered in ${places(number)}.`,
  left: (number: number) =>
    `In ${places(number)} the same words stay as they are, because very many were found or are ` +
    "covered already. Ask a facilitator to cover them there.",
  coverIt: "Cover it",
  letStand: "Let it stand",
  groups: "the group’s text",
  // O6
  mine: "Lines that rest on your words",
  mineWhat:
    "See what became of what you said. You can say that a line is what you meant, or not quite. " +
    "Nobody waits for it.",
  see: "See the lines",
  // O10
  hard: (number: number) =>
    count(number, "hard moment that no step answers", "hard moments that no step answers"),
};
