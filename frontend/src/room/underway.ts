/** What was sent over the line and is not answered yet, and who waits for each answer. */

import type { Answer } from "./frames";
import { ASK_AGAIN, AT_ONCE } from "./timing";

export class UnderWay {
  #sent = new Map<string, number>();
  #answers = new Map<string, (answer: Answer) => void>();

  /** Kept when the server has answered, however long that takes. */
  answerTo(id: string): Promise<Answer> {
    return new Promise((resolve) => this.#answers.set(id, resolve));
  }

  answered(id: string, answer: Answer): void {
    this.#sent.delete(id);
    this.#answers.get(id)?.(answer);
    this.#answers.delete(id);
  }

  sent(id: string, now: number): void {
    this.#sent.set(id, now);
  }

  has(id: string): boolean {
    return this.#sent.has(id);
  }

  /** Whether so much is under way that more has to wait. */
  get full(): boolean {
    return this.#sent.size >= AT_ONCE;
  }

  /** Whether it was sent so long ago that it is asked again. */
  isLate(id: string, now: number): boolean {
    return now - (this.#sent.get(id) ?? now) > ASK_AGAIN;
  }

  /** The line is another one now: whatever was sent goes again. Who waits goes on waiting. */
  startAnew(): void {
    this.#sent.clear();
  }
}
