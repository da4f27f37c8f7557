/** What I am to a thing, and so what I may ask for of it: by the method's table of rights. */

import type { Thing } from "../../room/flipchart.svelte";
import type { Room } from "../../room/room.svelte";
import { type Kind, RIGHTS } from "../../wire";

const IS: Record<string, (room: Room, thing: Thing) => boolean> = {
  anybody: () => true,
  author: (_, thing) => thing.mine === true,
  teller: (room, thing) => room.tells(thing) && !room.anotherTells(thing),
  for_unknown: (room, thing) => thing.unknown === true && room.keeps,
  for_shown_out: (room, thing) =>
    room.facilitates && thing.by != null && room.chart.people.get(thing.by)?.removed === true,
  keeper: (room) => room.keeps,
  text_keeper: (room) => room.may("Regroup"),
  typed_for: (room, thing) =>
    thing.by === room.page.person && thing.typed_by != null && (thing.version ?? 1) === 1,
};

/** Whether I tell a story, or in it a moment that is no other teller's. */
export const isTellers = (room: Room, thing: Thing): boolean => IS.teller?.(room, thing) ?? false;

/** Whether the server says that this is open just now, and the thing is one of which I may ask it. */
export function hasRight(room: Room, to: keyof typeof RIGHTS, thing: Thing): boolean {
  const right: Partial<Record<Kind, readonly string[]>> = RIGHTS[to];
  return room.may(to) && (right[thing.is] ?? []).some((one) => IS[one]?.(room, thing));
}
