/** What a rehearsal says of itself, in the room and on its wall. */

import { count } from "./counts";

export const rehearsal = {
  mark: "Rehearsal",
  about: "This is a rehearsal",
  what: "The others are invented, and so is all that they say. They do what you ask for as you lead, and wait for you; when you close the page they stop. Nobody else can come in, and nothing of it is sent or counted anywhere.",
  goes: (days: number) => `It goes by itself in ${count(days, "day", "days")}.`,
  wall: "Open the wall",
  throwAway: "Throw the rehearsal away…",
  throwAwayWhat: "Everything in it goes, for good.",
  rehearse: "Rehearse with invented people",
  rehearseWhat: "In a workshop of your own, which you throw away afterwards.",
  onTheWall: "Rehearsal: the people are invented, and so is all that they say.",
  noLink: "In the workshop itself, people read here how they come in.",
};
