/**
 * Which aim the group is at on its return, and what was decided of each: the same on every screen
 * and on the wall.
 */

import type { Aim, Flipchart } from "../../room/flipchart.svelte";
import type { STANDING_WORDS } from "../../wire";

/** The aims that are looked at again, in the group's order. */
export const aimsAgain = (chart: Flipchart): Aim[] =>
  chart.aimList.filter((aim) => aim.state !== "deleted");

/** The first, in the group's order, of which nothing is decided; none once all are. */
export const undecided = (aims: Aim[]): Aim | undefined => aims.find((aim) => !aim.decided);

/** The aim in turn: what stands in the spotlight goes before the first that is undecided. */
export const aimInTurn = (aims: Aim[], lit: number | null): Aim | undefined =>
  aims.find((aim) => aim.id === lit) ?? undecided(aims);

/** What the group decided of it last. */
export const choiceOf = (aim: Aim): string | undefined => aim.reviews?.at(-1)?.choice;

/** Where it stands, as it is said on the return. */
export const decidedAs = (aim: Aim): keyof typeof STANDING_WORDS => aim.decided ?? "undecided";

/** The aim of which something was said last. */
export function decidedLast(aims: Aim[]): Aim | undefined {
  const at = (aim: Aim) => aim.reviews?.at(-1)?.at ?? 0;
  return aims.filter(at).sort((one, other) => at(other) - at(one))[0];
}
