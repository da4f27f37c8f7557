/** What the strip says that facilitators alone see, and who is at the door. */

import { count } from "./counts";
export const door = {
  label: "At the door",
  opened: (number: number) => count(number, "has the link open", "have the link open"),
  choosing: (number: number) => count(number, "is choosing a name", "are choosing a name"),
  inside: (number: number) => `${number} in`,
  named: (names: string) => `on the way in: ${names}`,
  lost: (names: string) => `lost the line just now: ${names}`,
  refused: (number: number) =>
    `${count(number, "was", "were")} turned away, as very many came by one link (see All links)`,
};

export const strip = {
  pace: "You lead for now",
  only: "Only facilitators see this strip",
  say: "Say:",
  sayRevealed: "Let us read them aloud. Which ones say the same? What do they ask of the policy?",
  enoughRevealed: "Enough when the group has its aims in words.",
  sayVote: "Give your dots to what matters most today. You can move them until the vote closes.",
  enoughVote: "Enough when people have given their dots.",
  more: "More for facilitators",
  morePace: "More for who leads now",
  minutes: (number: number) => `${number} min`,
  addMinutes: (number: number) => `Add ${number} minutes`,
  reveal: (number: number) => `Reveal ${count(number, "note", "notes")}`,
  next: (name: string) => `Next: ${name}`,
  nextShort: "Next",
  outline: "Next: the outline",
  outlineShort: "Outline",
  heard: "Heard",
  handsTitle: "Hands, in the order they went up",
  noHands: "No hands are up.",
  since: (minutes: number) => (minutes < 1 ? "now" : `${minutes} min`),
  quiet: (number: number) => `Not heard from yet: ${number}`,
  quietTitle: "Nothing in their name yet, in this phase",
  quietWhat: "Only facilitators see this list.",
  quietUntold: "Not heard from yet: not listed",
  quietUntoldWhat:
    "Something was put up unnamed in this phase, or still waits to be shown. Who has not put up " +
    "anything in their name is not listed then, because that could tell who wrote it. Ask the " +
    "whole group who would like to add something.",
  startBreak: "Break of 5 minutes",
  startLongBreak: "Break of 10 minutes",
  silence: "Write alone, in silence",
  openText: "Everyone may edit",
  keepText: "Only facilitators and scribes edit",
  vote: "Open a dot vote",
  voteDots: "Dots for each person",
  closeVote: "Close the vote",
  rounds: {
    "check-in": "Go round: check-in",
    "go-round": "Go round once",
    "check-out": "Go round: check-out",
  },
  closeChart: "Close the flipchart",
  closeAsk:
    "Close the flipchart for everybody? The writing ends; the outline stays. You can open it " +
    "again.",
  reopen: "Open the flipchart again",
};
