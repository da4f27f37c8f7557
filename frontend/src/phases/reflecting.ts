/** Where a reflection hangs: under moments of a story, under the whole story, or somewhere else. */

import type { Flipchart, Moment, Note } from "../flipchart.svelte";

export interface Hanging {
  /** The stories that it is about, through its moments or as a whole. */
  stories: Set<number>;
  moments: number[];
  /** The reflections that it answers to. */
  onto: Note[];
}

/** A reflection on another reflection hangs where the other hangs. */
export function hangingOf(chart: Flipchart, note: Note, seen = new Set<number>()): Hanging {
  const found: Hanging = { stories: new Set(), moments: [], onto: [] };
  seen.add(note.id);
  for (const id of note.about ?? []) {
    const moment = chart.moments.get(id);
    const other = chart.notes.get(id);
    if (moment) {
      found.stories.add(moment.experience);
      if (!found.moments.includes(id)) found.moments.push(id);
    } else if (chart.experiences.has(id)) found.stories.add(id);
    else if (other && !seen.has(id)) {
      found.onto.push(other);
      const far = hangingOf(chart, other, seen);
      for (const story of far.stories) found.stories.add(story);
      found.moments.push(...far.moments.filter((one) => !found.moments.includes(one)));
    }
  }
  return found;
}

export interface Column {
  /** "" for moments without a stage. */
  name: string;
  /** Numbers of the moments of the column, counted from one. */
  numbers: number[];
  moments: Moment[];
  left: number;
  width: number;
}

const NARROWEST = 184;
const DOT = 36;
const GAP = 16;

/** One column for each run of moments in a stage, as wide as its dots and notes need, filling the room there is. */
export function columnsOf(stages: { name: string; from: number; to: number }[], moments: Moment[], room: number): Column[] {
  const least = stages.map((stage) => Math.max(NARROWEST, (stage.to - stage.from + 1) * DOT));
  const spare = Math.max(0, room - least.reduce((sum, width) => sum + width + GAP, -GAP));
  let left = 0;
  return stages.map((stage, at) => {
    const width = (least[at] as number) + Math.floor(Math.min(spare / stages.length, 96));
    const column = {
      name: stage.name,
      numbers: Array.from({ length: stage.to - stage.from + 1 }, (_, place) => stage.from + place + 1),
      moments: moments.slice(stage.from, stage.to + 1),
      left,
      width,
    };
    left += width + GAP;
    return column;
  });
}
