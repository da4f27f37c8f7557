/** What I am to a thing, and so what I may ask for of it: by the method's table of rights. */

import {
  type Experience,
  isOne,
  type Line,
  type Offer,
  type Thing,
} from "../../room/flipchart.svelte";
import type { Room } from "../../room/room.svelte";
import {
  AFTER_CLOSE,
  type AimView,
  type Command,
  KEEPING_ROLES,
  OPEN_TEXT_ROLES,
  PART_OF,
  RIGHTS,
} from "../../wire";

type Values<Of> = Of[keyof Of];
type Named<Table> = Values<{ [To in keyof Table]: Values<Table[To]> }>;
type Whose = Extract<Named<typeof RIGHTS> | Named<typeof AFTER_CLOSE>, readonly string[]>[number];
type Any = Thing | Offer | Line;
export type Right = keyof typeof RIGHTS;

const storyOf = (room: Room, thing: Any): Experience | undefined =>
  thing.is === "moment"
    ? room.chart.experiences.get(thing.experience)
    : thing.is === "experience"
      ? thing
      : undefined;
const tellersOf = (room: Room, thing: Any) => storyOf(room, thing)?.storytellers ?? [];
const tells = (room: Room, thing: Any) => tellersOf(room, thing).includes(room.page.person ?? -1);
const decides = (room: Room, thing: Any) =>
  tells(room, thing) && !storyOf(room, thing)?.decides_no_more;
const keepsText = (room: Room) =>
  isOne(room.me, room.chart.workshop?.text_open ? OPEN_TEXT_ROLES : KEEPING_ROLES);
const isShownOut = (room: Room, id: number | null | undefined) =>
  id != null && room.chart.people.get(id)?.removed === true;
const tellsThere = (room: Room, thing: Any) =>
  thing.is === "moment" && thing.by != null && tellersOf(room, thing).includes(thing.by);

const IS: Record<Whose, (room: Room, thing: Any) => boolean> = {
  anybody: () => true,
  author: (_, thing) => thing.mine === true,
  own_hand: (_, thing) => thing.mine === true && !thing.unknown,
  for_unknown: (room, thing) => thing.unknown === true && room.keeps,
  for_shown_out: (room, thing) => {
    const authors = thing.is === "experience" ? tellersOf(room, thing) : [thing.by];
    return room.facilitates && authors.length > 0 && authors.every((id) => isShownOut(room, id));
  },
  facilitator: (room) => room.facilitates,
  keeper: (room) => room.keeps,
  text_keeper: keepsText,
  caretaker: (room, thing) =>
    keepsText(room) &&
    (thing.taken_from === true ||
      ((thing as Partial<Pick<AimView, "changed">>).changed ?? []).length > 0),
  typed_for: (room, thing) =>
    thing.by === room.page.person && thing.typed_by != null && (thing.version ?? 1) === 1,
  tells,
  teller: decides,
  sole_teller: (room, thing) => decides(room, thing) && tellersOf(room, thing).length === 1,
  joint_teller: (room, thing) => tells(room, thing) && tellersOf(room, thing).length > 1,
  // of several tellers an unnamed moment counts as another's for each of them (A3)
  own_teller: (room, thing) =>
    tells(room, thing) &&
    !(tellersOf(room, thing).length > 1 && (thing.unnamed || tellsThere(room, thing))),
  teller_of_named: (room, thing) =>
    tells(room, thing) &&
    !thing.unnamed &&
    (thing.is === "experience" || thing.by == null || tellsThere(room, thing)),
  teller_for_unknown: (room, thing) => decides(room, thing) && thing.unknown === true,
  for_untold: (room, thing) =>
    thing.is === "experience" && tellersOf(room, thing).length === 0 && room.keeps,
  named: (room, thing) =>
    thing.is === "experience" && (thing.named ?? []).includes(room.page.person ?? -1),
  waited_for: (room, thing) =>
    thing.is === "experience" && (thing.waited_for ?? []).includes(room.page.person ?? -1),
};

/**
 * Whether the server says that this is open just now, and the thing is one of which I may ask it.
 */
export function hasRight(room: Room, to: Right, thing: Any): boolean {
  const isOpen =
    to === "KeepBack"
      ? room.keeping.asked
      : room.may((PART_OF as Record<string, Command["do"]>)[to] ?? (to as Command["do"]));
  const table: Partial<Record<Right, object>> = room.chart.workshop?.closed
    ? { ...RIGHTS, ...AFTER_CLOSE }
    : RIGHTS;
  const isLeftOff = to === "BringBack" && thing.is === "moment" && thing.left_off === true;
  const right = table[to] as Partial<Record<string, readonly Whose[]>>;
  return (
    isOpen && (right[isLeftOff ? "left_off" : thing.is] ?? []).some((one) => IS[one](room, thing))
  );
}
