/**
 * Going to a thing wherever it stands: its phase is looked at, and the thing itself gets the focus.
 */

import type { Flipchart } from "../../room/flipchart.svelte";
import type { Room } from "../../room/room.svelte";

import { isReflection } from "./names";

const PATIENCE = 40;

/** The phase in which a thing can be worked on. */
export function phaseOf(chart: Flipchart, id: number): string {
  if (chart.aims.has(id)) return "return";
  if (chart.elements.has(id)) return "process";
  if (chart.values.has(id)) return "reflect";
  if (chart.groups.has(id)) return "aims";
  if (chart.moments.has(id) || chart.experiences.has(id)) return "experience";
  const note = chart.notes.get(id);
  return note && isReflection(note) ? "process" : (note?.phase ?? "gather");
}

export function goTo(room: Room, id: number): void {
  room.sought = id;
  room.look(phaseOf(room.chart, id));
  let tries = 0;
  const find = () => {
    const found = document.getElementById(`thing-${id}`);
    if (!found) {
      if (tries++ < PATIENCE) setTimeout(find, 50);
      else room.sought = null;
      return;
    }
    room.sought = null;
    for (
      let fold = found.closest("details");
      fold;
      fold = fold.parentElement?.closest("details") ?? null
    )
      fold.open = true;
    found.scrollIntoView({ block: "center" });
    found.focus({ preventScroll: true });
  };
  setTimeout(find);
}
