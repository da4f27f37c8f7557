/**
 * Where the moments of a story stand on its map: one column each, in order; stages span their
 * columns.
 */

import type { Experience, Moment } from "../../room/flipchart.svelte";

export interface Stage {
  name: string;
  from: number;
  to: number;
}

/**
 * The stages as runs of neighbouring moments: a stage that comes back is drawn twice, because the
 * story did.
 */
export function stagesOf(moments: Moment[]): Stage[] {
  const stages: Stage[] = [];
  moments.forEach((moment, at) => {
    const name = moment.stage ?? "";
    const last = stages.at(-1);
    if (last && last.name === name) last.to = at;
    else stages.push({ name, from: at, to: at });
  });
  return stages;
}

/** The lanes in the story's order, with "" last where a moment names none. */
export function lanesOf(story: Experience, moments: Moment[]): string[] {
  const used = new Set(moments.map((moment) => moment.lane ?? ""));
  return [...(story.lanes ?? []), ""].filter((lane) => used.has(lane));
}
