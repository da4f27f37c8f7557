/**
 * The spotlight: what a facilitator put before everybody's eyes (G21). It is told by its number
 * alone: each page shows what it has of the thing itself.
 */

import { spotlight as words } from "../words/spotlight";
import type { ForNow, Spotlit } from "./frames";

export class Spotlight {
  /** What stands in it; null while nothing does. */
  thing = $state<number | null>(null);
  /** What was read aloud before, as facilitators are told. */
  read = $state.raw<number[]>([]);
  #say: (frame: ForNow) => boolean;
  #refused: (why: string) => void;

  constructor(say: (frame: ForNow) => boolean, refused: (why: string) => void) {
    this.#say = say;
    this.#refused = refused;
  }

  /**
   * Put a thing there, or take out what is there; as facilitators may. It is of the moment, so it
   * waits for no line: without one that is said.
   */
  put(thing: number | null): void {
    if (!this.#say({ spotlight: thing })) this.#refused(words.noLine);
  }

  hear(told: Spotlit): void {
    this.thing = told.thing;
    this.read = told.read ?? [];
    if (told.why) this.#refused(told.why);
  }
}
