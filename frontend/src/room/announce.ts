/**
 * Two live regions for the whole page, so that a screen reader hears what changed once and in turn:
 * one waits until it has read what it reads, the other does not, for what cannot wait.
 */

export interface How {
  /** Said at once, over what is being read. */
  now?: boolean;
  /** Of several sentences of one kind, in one moment, the last alone is said. */
  kind?: string;
}

/** Several sentences of one change are read together. */
const TOGETHER = 150;
/** Then the region is empty again: the same can be said another time, and is read by nobody late. */
const HEARD = 10_000;

class Region {
  #element: HTMLElement | null = null;
  #waiting = new Map<string, string>();
  #emptying: ReturnType<typeof setTimeout> | undefined;

  through(element: HTMLElement): { destroy(): void } {
    this.#element = element;
    return { destroy: () => (this.#element = null) };
  }

  say(sentence: string, kind: string): void {
    if (this.#waiting.size === 0) setTimeout(() => this.#speak(), TOGETHER);
    this.#waiting.delete(kind);
    this.#waiting.set(kind, sentence);
  }

  #speak(): void {
    const said = [...this.#waiting.values()].join(" ");
    this.#waiting.clear();
    this.#write(said);
    clearTimeout(this.#emptying);
    this.#emptying = setTimeout(() => this.#write(""), HEARD);
  }

  #write(text: string): void {
    if (this.#element) this.#element.textContent = text;
  }
}

const calm = new Region();
const urgent = new Region();

/** The element that speaks; the page makes one of each. */
export function speakThrough(element: HTMLElement, how: How = {}): { destroy(): void } {
  return (how.now ? urgent : calm).through(element);
}

export function announce(sentence: string, { now = false, kind = sentence }: How = {}): void {
  if (sentence) (now ? urgent : calm).say(sentence, kind);
}
