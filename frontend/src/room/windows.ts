/**
 * The windows in which one person has this room open: each has an id, and says so when another asks
 * (S11).
 */

import { storage } from "./unanswered";

export interface Channel {
  postMessage(message: unknown): void;
  onmessage: ((heard: { data: unknown }) => void) | null;
}

const KEY = "footpath/window";
/**
 * So long a window that is open may take to answer (ms). A sleeping one is late; it has its words
 * in memory.
 */
const PATIENCE = 400;

const fresh = () => `w-${Math.random().toString(36).slice(2, 12)}`;

/**
 * What lasts as long as this window, also when its page is loaded again; or a stand-in where there
 * is none.
 */
export const ofThisWindow = () => storage(() => sessionStorage);

/** How the windows of one person talk to each other; nobody answers where a browser cannot. */
export function channel(address: string, person: number | null): Channel {
  const name = `footpath/${address}/${person ?? "wall"}`;
  return "BroadcastChannel" in globalThis
    ? (new BroadcastChannel(name) as Channel)
    : { postMessage: () => {}, onmessage: null };
}

export class OpenWindow {
  #id: string;
  #kept: Storage;
  /**
   * Of this loading of the page: a window that was copied has the other's id, and learns that it is
   * another.
   */
  #page = fresh();
  #others = new Set<string>();
  #known: Promise<Set<string>>;

  constructor(kept: Storage, line: Channel) {
    this.#kept = kept;
    this.#id = kept.getItem(KEY) ?? fresh();
    kept.setItem(KEY, this.#id);
    line.onmessage = ({ data }) => {
      const said = data as { asks?: string; is?: string; to?: string };
      if (said.asks !== undefined && said.asks !== this.#page)
        line.postMessage({ is: this.#id, to: said.asks });
      if (said.is !== undefined && said.to === this.#page) this.#others.add(said.is);
    };
    line.postMessage({ asks: this.#page });
    this.#known = new Promise((resolve) => setTimeout(() => resolve(this.#settle()), PATIENCE));
  }

  get id(): string {
    return this.#id;
  }

  /** The ids of the other windows that are open; from then on this one's is its own. */
  others(): Promise<Set<string>> {
    return this.#known;
  }

  #settle(): Set<string> {
    if (this.#others.has(this.#id)) {
      this.#id = fresh();
      this.#kept.setItem(KEY, this.#id);
    }
    return this.#others;
  }
}
