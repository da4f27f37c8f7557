/**
 * What is offered to rest something on: kind by kind, in the method's order, and nothing that not
 * everybody receives.
 */

import type { Flipchart, Thing } from "../../room/flipchart.svelte";
import { KIND_IN, type Kind } from "../../wire";

export function offered(chart: Flipchart, kinds: readonly Kind[]): Thing[] {
  const collections = Object.entries(KIND_IN) as [keyof typeof KIND_IN, Kind][];
  const of = (kind: Kind): Iterable<Thing> => {
    const own = kind === "note" ? undefined : collections.find(([, one]) => one === kind);
    if (own) return chart[own[0]].values() as Iterable<Thing>;
    return [...chart.notes.values()].filter((note) => note.kind === kind);
  };
  return kinds.flatMap((kind) => chart.standing(of(kind))).filter((thing) => !thing.private);
}
