/** What facilitators are told of veils, thing by thing. */

import type { Place } from "../src/parts/things/veils";
import type { VeilsView } from "../src/wire";

export function veiled(...places: Place[]): Record<number, VeilsView> {
  const told: Record<number, VeilsView> = {};
  for (const { about, ...veil } of places)
    told[about] = { veils: [...(told[about]?.veils ?? []), veil] };
  return told;
}
