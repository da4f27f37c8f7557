/** The code that is large on the wall for who comes late, while a facilitator has it there (G24). */

import { spotlight as words } from "../words/spotlight";
import type { CodeShown, ForNow } from "./frames";

export class CodeOnTheWall {
  shown = $state(false);
  #say: (frame: ForNow) => boolean;
  #refused: (why: string) => void;

  constructor(say: (frame: ForNow) => boolean, refused: (why: string) => void) {
    this.#say = say;
    this.#refused = refused;
  }

  /** Put it there, or take it off; it is of the moment, so it waits for no line. */
  put(there: boolean): void {
    if (!this.#say({ code: there })) this.#refused(words.wallNoLine);
  }

  hear(told: CodeShown): void {
    this.shown = told.shown;
    if (told.why) this.#refused(told.why);
  }
}
