/** What may stand in the spotlight, and who puts it there (G21). */

import type {
  Aim,
  Element,
  Flipchart,
  Moment,
  Note,
  Thing,
  Value,
} from "../../room/flipchart.svelte";
import type { Room } from "../../room/room.svelte";
import { IN_THE_SPOTLIGHT } from "../../wire";

export type Lit = Note | Moment | Value | Element | Aim;

const KINDS: readonly Thing["is"][] = IN_THE_SPOTLIGHT;

/** Whether a thing is one of those, and everybody reads it. */
export const mayBeLit = (chart: Flipchart, thing: Thing | undefined): thing is Lit =>
  thing !== undefined && KINDS.includes(thing.is) && chart.everybodyReads(thing);

/** Whether I may put a thing there just now. */
export const mayLight = (room: Room, thing: Thing): boolean =>
  room.lights && room.chart.isOpen && mayBeLit(room.chart, thing);

/** What stands in the spotlight, where this page may show it. */
export function litOf(chart: Flipchart, id: number | null): Lit | undefined {
  const thing = id === null ? undefined : chart.find(id);
  return mayBeLit(chart, thing) ? thing : undefined;
}
