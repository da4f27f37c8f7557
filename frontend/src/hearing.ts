/** What comes down the line from the server, beside the answers to what was asked. */

import type { Change } from "./layers";

/**
 * Held: too much went over it at once, and it is back in a while. Resting: many other pages of mine are open, and it is
 * back when this one is looked at.
 */
export type Line = "connecting" | "open" | "lost" | "held" | "resting" | "gone";

/** What has become of the line, by how the server ended it; one that is lost is tried again soon. */
export function lineAfter(code: number): Line {
  return ({ 4403: "gone", 4409: "resting", 4429: "held" } as Record<number, Line>)[code] ?? "lost";
}

export type Answer = { done: true; made: number | null } | { done: false; why: string };

/** What everybody is asked while no facilitator is connected: who offers to lead, and how many have to agree (G18). */
export interface Leading {
  offers: { person: number; backed: number }[];
  needed: number;
  /** Whom I back. */
  mine: number | null;
}

/** Who is on the way in, and who lost the line in the last minute; facilitators alone are told (G19). */
export interface AtTheDoor {
  opened: number;
  choosing: number;
  /** People who gave a name and whose page is not open yet. */
  named: number[];
  lost: number[];
  /** How many were turned away in the last minute, because very many came by one link. */
  refused: number;
}

export interface Heard {
  change(change: Change): void;
  here(people: number[]): void;
  leading(asked: Leading | null): void;
  door(at: AtTheDoor): void;
  line(line: Line): void;
  unanswered(): void;
}
