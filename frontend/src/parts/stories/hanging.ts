/** Where a reflection hangs: under moments of a story, under the whole story, or somewhere else. */

import type { Flipchart, Moment, Note } from "../../room/flipchart.svelte";
import { type NoteKind, REFLECTIONS } from "../../wire";

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

/** What was thought of a story, by what it hangs beneath. */
export interface Hung {
  /** Beneath each of its moments; a thought about several hangs beneath each of them. */
  at: Map<number, Note[]>;
  /** About the story as a whole. */
  whole: Note[];
}

/** The thoughts of a story in the order of their kinds, where each hangs. */
export function hungOf(chart: Flipchart, story: number, moments: Moment[], notes: Note[]): Hung {
  const at = new Map<number, Note[]>(moments.map((moment) => [moment.id, []]));
  const whole: Note[] = [];
  const rank = (note: Note) => (REFLECTIONS as readonly NoteKind[]).indexOf(note.kind);
  for (const note of notes.toSorted((one, other) => rank(one) - rank(other) || one.id - other.id)) {
    const hanging = hangingOf(chart, note);
    if (!hanging.stories.has(story)) continue;
    const here = hanging.moments.filter((id) => at.has(id));
    for (const id of here) at.get(id)?.push(note);
    if (here.length === 0) whole.push(note);
  }
  return { at, whole };
}
