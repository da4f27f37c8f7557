/**
 * What comes next in the spotlight: the things of its kind, in the order in which their screen shows
 * them (G21).
 */

import type { Flipchart, Note, Thing } from "../../room/flipchart.svelte";
import { BESIDE_THE_BOARD, ON_A_THING } from "../../wire";
import { aimsAgain } from "../lines/in_turn";
import { hangingOf, hungOf } from "../stories/hanging";
import { type Lit, mayBeLit } from "./may_be_lit";
import { isReflection, wordsOf } from "./names";

/** The things of its kind, in their order, as far as everybody reads them. */
export function ofItsKind(chart: Flipchart, thing: Lit): Lit[] {
  return inOrder(chart, thing)
    .filter((one) => mayBeLit(chart, one))
    .filter((one) => wordsOf(one) !== "");
}

/** Where it stands among them; what is inside of another stands where that stands. */
export function placeOf(chart: Flipchart, thing: Lit, all: Lit[]): number {
  const at = all.findIndex((one) => one.id === thing.id);
  const outer = at < 0 && thing.is === "note" ? chart.notes.get(thing.merged_into ?? 0) : undefined;
  return outer ? placeOf(chart, outer, all) : at;
}

function inOrder(chart: Flipchart, thing: Lit): Thing[] {
  if (thing.is === "aim") return aimsAgain(chart);
  if (thing.is === "element") return chart.elementList;
  if (thing.is === "value")
    return chart.standing(chart.values.values()).sort((one, other) => one.id - other.id);
  if (thing.is === "moment") {
    const story = chart.experiences.get(thing.experience);
    return story ? chart.momentsOf(story) : [];
  }
  const notes = chart
    .standing(chart.notes.values())
    .filter((note) => note.merged_into == null)
    .sort((one, other) => one.id - other.id);
  if (isReflection(thing)) return thoughts(chart, thing, notes.filter(isReflection));
  if (thing.phase === "aims" && onTheBoard(thing)) return board(chart, notes.filter(onTheBoard));
  return notes.filter((note) => note.phase === thing.phase && note.kind === thing.kind);
}

/** What was thought of the same story, moment by moment, and then of the whole of it. */
function thoughts(chart: Flipchart, thing: Note, all: Note[]): Note[] {
  const about = (note: Note) => hangingOf(chart, note).stories;
  const [first] = about(thing);
  const story = chart.experiences.get(first ?? 0);
  if (!story) return all.filter((note) => about(note).size === 0);
  const { at, whole } = hungOf(chart, story.id, chart.momentsOf(story), all);
  return [...new Set([...at.values(), whole].flat())];
}

const onTheBoard = (note: Note): boolean =>
  note.phase === "aims" && ![...BESIDE_THE_BOARD, ...ON_A_THING].includes(note.kind);

/** Group by group, and then those in none; within by their numbers. */
function board(chart: Flipchart, notes: Note[]): Note[] {
  const groups = chart
    .standing(chart.groups.values())
    .map((group) => group.id)
    .sort((one, other) => one - other);
  const place = (note: Note) =>
    note.group == null || !groups.includes(note.group) ? groups.length : groups.indexOf(note.group);
  return notes.toSorted(
    (one, other) => place(one) - place(other) || (one.number ?? 0) - (other.number ?? 0),
  );
}
