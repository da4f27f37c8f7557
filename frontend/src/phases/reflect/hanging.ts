/** Where a reflection hangs: under moments of a story, under the whole story, or somewhere else. */

import type { Flipchart, Moment, Note } from "../../room/flipchart.svelte";

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
  /** The stage began in the column before. */
  goesOn: boolean;
  /** Numbers of the moments of the column, counted from one. */
  numbers: number[];
  moments: Moment[];
  left: number;
  width: number;
}

const NARROWEST = 160;
const WIDEST = 280;
const MOST = 3;
const GAP = 16;

/**
 * Columns of neighbouring moments, at most a few in each, so that what hangs beneath them stays
 * near its moment.
 */
export function columnsOf(
  stages: { name: string; from: number; to: number }[],
  moments: Moment[],
  room: number,
): Column[] {
  const pieces = stages.flatMap((stage) => {
    const many = stage.to - stage.from + 1;
    const columns = Math.ceil(many / MOST);
    const start = (at: number) => stage.from + Math.floor((at * many) / columns);
    return Array.from({ length: columns }, (_, at) => ({
      name: stage.name,
      goesOn: at > 0,
      from: start(at),
      to: start(at + 1) - 1,
    }));
  });
  const spare = Math.floor((room + GAP) / Math.max(1, pieces.length)) - GAP;
  const width = Math.max(NARROWEST, Math.min(WIDEST, spare));
  return pieces.map((piece, at) => ({
    name: piece.name,
    goesOn: piece.goesOn,
    numbers: Array.from(
      { length: piece.to - piece.from + 1 },
      (_, place) => piece.from + place + 1,
    ),
    moments: moments.slice(piece.from, piece.to + 1),
    left: at * (width + GAP),
    width,
  }));
}
