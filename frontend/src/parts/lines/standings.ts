/** How it is drawn where an aim stands, beside the word for it. */

import Archive from "@lucide/svelte/icons/archive";
import Check from "@lucide/svelte/icons/check";
import Circle from "@lucide/svelte/icons/circle-dashed";
import Pencil from "@lucide/svelte/icons/pencil";
import Plus from "@lucide/svelte/icons/plus";
import Scale from "@lucide/svelte/icons/scale";
import X from "@lucide/svelte/icons/x";
import type { STANDING_WORDS } from "../../wire";

type Standing = keyof typeof STANDING_WORDS;

const DRAWINGS: Partial<Record<Standing, typeof Check>> = {
  kept: Check,
  changed: Pencil,
  new: Plus,
  dropped: X,
  parked: Archive,
  unresolved: Scale,
};

export const drawnAs = (standing: Standing): typeof Check =>
  DRAWINGS[standing === "two positions" ? "unresolved" : standing] ?? Circle;
