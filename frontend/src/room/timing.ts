/** How long the line waits for what, in ms. */

import type { Line } from "./frames";

export const PING_EVERY = 5_000;
export const SILENT_FOR = 8_000;
export const ASK_AGAIN = 10_000;
export const WITHOUT_CLOCK = 1_500;
/** So many commands are under way at most; the others follow as these are answered, in order. */
export const AT_ONCE = 100;
const HELD_FOR = 30_000;

/**
 * How long to wait before the next attempt: not until the same moment as everybody else whose line
 * went down.
 */
export function pauseBefore(tries: number, line: Line, random: number): number {
  const most = line === "held" ? HELD_FOR : Math.min(8_000, 300 * 2 ** Math.min(tries, 5));
  return most * (0.5 + random / 2);
}
