/** What an element may say that it answers: reflections first, then values, moments and the other notes (P2). */

import type { Flipchart, Thing } from "../flipchart.svelte";

const REFLECTIONS = ["differently", "disliked", "liked", "similar"];
const NEVER = ["memo", "question", "answer", "position", "checkout", "not_quite"];

export function citable(chart: Flipchart): Thing[] {
  const notes = chart
    .standing(chart.notes.values())
    .filter((note) => !note.held && !NEVER.includes(note.kind));
  const reflections = notes.filter((note) => REFLECTIONS.includes(note.kind));
  return [
    ...reflections.sort((one, other) => REFLECTIONS.indexOf(one.kind) - REFLECTIONS.indexOf(other.kind)),
    ...chart.standing(chart.values.values()),
    ...chart.moments.values(),
    ...notes.filter((note) => !REFLECTIONS.includes(note.kind)),
  ];
}
