/**
 * The thread of a thing in both directions: what it rests on, and what rests on it, as everybody
 * who is here may read it.
 */

import type { Flipchart, Thing } from "../../room/flipchart.svelte";
import { REFLECTIONS } from "../../wire";
import { sourcesOf, wordsOf } from "../things/names";

/** So many steps are gone in each direction. */
const FAR = 3;
/** The order in which the things are read: nearer to what was told first. */
const ORDER: Thing["is"][] = ["moment", "note", "value", "element", "aim"];

export interface BothWays {
  beneath: Thing[];
  above: Thing[];
}

export function bothWays(chart: Flipchart, thing: Thing): BothWays {
  const all = [
    ...chart.notes.values(),
    ...chart.groups.values(),
    ...chart.values.values(),
    ...chart.elements.values(),
    ...chart.aims.values(),
  ].filter((one) => chart.everybodyReads(one));
  return {
    beneath: walk(chart, thing, (one) => beneath(chart, one)),
    above: walk(chart, thing, (one) => all.filter((other) => restsOn(other, one, thing))),
  };
}

function walk(chart: Flipchart, from: Thing, next: (thing: Thing) => Thing[]): Thing[] {
  const found = new Map<number, Thing>();
  let edge = [from];
  for (let far = 0; far < FAR; far++) {
    edge = edge
      .flatMap(next)
      .filter((one) => one.id !== from.id && !found.has(one.id) && isApart(from, one));
    for (const one of edge) found.set(one.id, one);
  }
  return [...found.values()]
    .filter((one) => one.is !== "group" && says(one) && chart.everybodyReads(one))
    .sort((one, other) => ORDER.indexOf(one.is) - ORDER.indexOf(other.is));
}

function beneath(chart: Flipchart, thing: Thing): Thing[] {
  const out = thing.left_out ?? [];
  return sourcesOf(thing)
    .filter((id) => !out.includes(id))
    .map((id) => chart.find(id))
    .filter((one): one is Thing => one !== undefined);
}

/** A line, and a step that serves it, rest on what they name; a question about it does not. */
function restsOn(other: Thing, one: Thing, from: Thing): boolean {
  if (other.is === "note" && !(REFLECTIONS as readonly string[]).includes(other.kind)) return false;
  if ((other.left_out ?? []).some((out) => out === from.id || out === one.id)) return false;
  const served = one.is === "element" && other.is === "aim" ? (one.serves ?? []) : [];
  return sourcesOf(other).includes(one.id) || served.includes(other.id);
}

/** Who wanted to be left out of a line does not stand beneath it (O6). */
const isApart = (line: Thing, one: Thing): boolean => !(line.left_out ?? []).includes(one.id);
/** Who had it too without a word, and what is covered whole, has nothing to be read. */
const says = (thing: Thing): boolean => wordsOf(thing) !== "";
