/**
 * What does not fit on the wall at once comes in turn. What pages there are is measured; which of
 * them is shown is decided here: what is new at once, then whatever was not shown for longest.
 */

/** How long each page is shown. */
export const WHILE = 12_000;

export class Turns {
  /** Which page is shown. */
  at = $state(0);
  #pages: number[][] = [];
  /** For every thing when it was last shown for its whole while; 0 if it never was. */
  #shown = new Map<number, number>();
  #rounds = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** The pages as they are now, each the ids of its things: nothing on two of them. */
  put(pages: number[][]): void {
    const now = this.#pages[this.at]?.[0];
    const all = pages.flat();
    const fresh = all.filter((id) => !this.#shown.has(id));
    const kept = new Set(all);
    for (const id of this.#shown.keys()) if (!kept.has(id)) this.#shown.delete(id);
    for (const id of fresh) this.#shown.set(id, 0);
    this.#pages = pages;
    const wanted = fresh.length ? Math.max(...fresh) : now;
    const found = pages.findIndex((page) => wanted !== undefined && page.includes(wanted));
    this.at = Math.max(0, found < 0 ? Math.min(this.at, pages.length - 1) : found);
    if (fresh.length || this.#timer === undefined) this.#wait();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #wait(): void {
    this.stop();
    this.#timer = setTimeout(() => this.#next(), WHILE);
  }

  #next(): void {
    this.#rounds += 1;
    for (const id of this.#pages[this.at] ?? []) this.#shown.set(id, this.#rounds);
    const all = this.#pages.length;
    const since = (page: number) =>
      Math.min(...(this.#pages[page] ?? []).map((id) => this.#shown.get(id) ?? 0));
    // From the next one on, so that pages shown equally long ago come in their order.
    const order = this.#pages.map((_, step) => (this.at + 1 + step) % all);
    this.at = order.toSorted((one, other) => since(one) - since(other))[0] ?? 0;
    this.#wait();
  }
}

/** A thing as high as it stands: its heading is needed where its column or its part begins. */
export interface Measured {
  id: number;
  under: number;
  head: number;
  body: number;
}

export interface Paged {
  pages: number[][];
  /** The things that begin a column. */
  breaks: Set<number>;
  /** The things that stand beneath their heading. */
  headed: Set<number>;
}

/** Things in their order on as few pages of columns as they need. */
export function paged(things: Measured[], tall: number, columns: number, gap: number): Paged {
  const found: Paged = { pages: [], breaks: new Set(), headed: new Set() };
  let column = 0;
  let used = 0;
  let under: number | undefined;
  for (const thing of things) {
    const goesOn = found.pages.length > 0 && thing.under === under;
    const needs = gap + thing.body + (goesOn ? 0 : thing.head);
    if (found.pages.length === 0 || used + needs > tall) {
      column = found.pages.length === 0 || column + 1 === columns ? 0 : column + 1;
      if (column === 0) found.pages.push([]);
      else found.breaks.add(thing.id);
      found.headed.add(thing.id);
      used = thing.head + thing.body;
    } else {
      if (!goesOn) found.headed.add(thing.id);
      used += needs;
    }
    under = thing.under;
    found.pages.at(-1)?.push(thing.id);
  }
  return found;
}
