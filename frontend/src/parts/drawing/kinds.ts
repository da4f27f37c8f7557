/** How each kind of element is drawn and called, as the method says. */

import Stop from "@lucide/svelte/icons/circle-stop";
import File from "@lucide/svelte/icons/file-text";
import Hourglass from "@lucide/svelte/icons/hourglass";
import Shield from "@lucide/svelte/icons/shield-check";
import Split from "@lucide/svelte/icons/split";
import Square from "@lucide/svelte/icons/square";
import Triangle from "@lucide/svelte/icons/triangle-alert";
import { type ElementKind, LOOKS } from "../../wire";

const DRAWINGS: Record<(typeof LOOKS)[ElementKind]["icon"], typeof Square> = {
  square: Square,
  split: Split,
  file: File,
  hourglass: Hourglass,
  triangle: Triangle,
  shield: Shield,
  stop: Stop,
};

export const iconOf = (kind: ElementKind): typeof Square => DRAWINGS[LOOKS[kind].icon];

export const kindName = (kind: ElementKind): string => LOOKS[kind].name;
