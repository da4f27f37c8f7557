/** What is said when the flipchart is closed. */

import { count } from "./counts";

/** How much there is of what a group leaves. */
export interface Made {
  people: number;
  aims: number;
  values: number;
  steps: number;
  moments: number;
  notes: number;
  sittings: number;
}

const and = (parts: string[]): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;

/** What the group made, in one sentence. */
export function whatWasMade(made: Made): string {
  const people = made.people ? count(made.people, "person", "people") : "The group";
  const sittings = made.sittings > 1 ? `in ${made.sittings} sessions` : "in one session";
  const moments = count(made.moments, "moment", "moments");
  const lines = [
    made.aims ? count(made.aims, "aim", "aims") : "",
    made.values ? count(made.values, "value", "values") : "",
    made.steps ? `a process of ${count(made.steps, "step", "steps")}` : "",
  ].filter(Boolean);
  if (lines.length)
    return `${people} made ${and(lines)}${made.moments ? ` from ${moments}` : ""}, ${sittings}.`;
  if (made.moments) return `${people} told ${moments}, ${sittings}.`;
  if (made.notes) return `${people} wrote ${count(made.notes, "note", "notes")}, ${sittings}.`;
  return "Nothing was put up this time.";
}

export const ending = {
  thanks: "Thank you for today.",
  over: "Nothing more is written. The outline stays, and so do your words.",
  read: "Read the outline",
  take: "Take it with you",
  markdown: "The outline as Markdown",
  markdownWhat: "Numbered lines, with the words they rest on as notes.",
  printed: "On paper or as PDF",
  printedWhat: "Open the outline and press Print.",
  record: "The record of the workshop",
  recordWhat: "All that happened on the flipchart, as far as everybody saw it.",
  others: "Send the outline to others",
  othersWhat: "Its link for others stands with all links. Anybody who has it can read its lines.",
  still: "What you can still do",
  lines: "Is this what I meant?",
  linesWhat:
    "Lines of the outline rest on your words. Say of each whether it is what you meant. Nobody " +
    "waits for it.",
  words: "What I said, where it went",
  wordsWhat: "Say who may read your words, or take them back.",
  story: "Your story",
  storyWhat: "You can still correct it, and take it back.",
  research: "Research, and what I answered",
  researchWhat: "Change your answers whenever you like, without a reason.",
  link: "Your own link",
  linkWhat: "It brings you back here on any device. Keep it to yourself.",
  copyLink: "Copy my link",
  chart: "Look at the flipchart",
  chartWhat: "All six sheets stay as they are.",
  looking: (phase: string) => `You are looking at ${phase}.`,
  toTheEnd: "Back to the end",
};
