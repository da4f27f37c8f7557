/** Looking for words in notes, and in those that were put inside of them. */

import { wordsOf } from "../../parts/things/names";
import type { Flipchart, Note } from "../../room/flipchart.svelte";

/** The notes in which these words stand; null where none are looked for. */
export function foundIn(chart: Flipchart, notes: Note[], sought: string): Set<number> | null {
  const words = sought.trim().toLowerCase();
  if (!words) return null;
  const withThose = (note: Note) => [note, ...(note.merged ?? []).map((id) => chart.notes.get(id))];
  return new Set(
    notes
      .filter((note) => withThose(note).some((one) => wordsOf(one).toLowerCase().includes(words)))
      .map((note) => note.id),
  );
}
