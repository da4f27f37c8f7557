/** What comes down the line from the server, beside the answers to what was asked. */

import type { Change } from "./layers";

export type Line = "connecting" | "open" | "lost" | "gone";
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
}

export interface Heard {
  change(change: Change): void;
  here(people: number[]): void;
  leading(asked: Leading | null): void;
  door(at: AtTheDoor): void;
  line(line: Line): void;
  unanswered(): void;
}
