/** What an element may say that it answers, in the method's order. */

import type { Flipchart, Thing } from "../flipchart.svelte";
import { ANSWERABLE } from "../wire";

export function citable(chart: Flipchart): Thing[] {
  const notes = chart.standing(chart.notes.values());
  const of = (kind: (typeof ANSWERABLE)[number]): Iterable<Thing> =>
    kind === "value"
      ? chart.values.values()
      : kind === "moment"
        ? chart.moments.values()
        : notes.filter((note) => note.kind === kind);
  return ANSWERABLE.flatMap((kind) => chart.standing(of(kind))).filter((thing) => !thing.private);
}
