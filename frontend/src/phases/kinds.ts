/** Which icon each kind of element has; its word stands in the words of the phase. */

import Stop from "@lucide/svelte/icons/circle-stop";
import File from "@lucide/svelte/icons/file-text";
import Hourglass from "@lucide/svelte/icons/hourglass";
import Shield from "@lucide/svelte/icons/shield-check";
import Split from "@lucide/svelte/icons/split";
import Square from "@lucide/svelte/icons/square";
import Triangle from "@lucide/svelte/icons/triangle-alert";

export const kindIcons: Record<string, typeof Square> = {
  activity: Square,
  decision: Split,
  document: File,
  wait: Hourglass,
  exception: Triangle,
  control: Shield,
  end: Stop,
};

export const iconOf = (kind: string): typeof Square => kindIcons[kind] ?? Square;
