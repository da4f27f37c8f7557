/** Text that is being typed, kept in this browser place by place until the server has it (S4, S6, G6). */

import { SvelteMap } from "svelte/reactivity";
import { keysUnder } from "./unanswered";

export class Drafts {
  #kept: Storage;
  #prefix: string;
  #texts = new SvelteMap<string, string>();

  constructor(kept: Storage, address: string, person: number | null) {
    this.#kept = kept;
    this.#prefix = `footpath/${address}/${person ?? "wall"}/draft/`;
    for (const key of keysUnder(kept, this.#prefix)) {
      this.#texts.set(key.slice(this.#prefix.length), kept.getItem(key) ?? "");
    }
  }

  get(place: string): string {
    return this.#texts.get(place) ?? "";
  }

  set(place: string, text: string): void {
    if (text === "") {
      this.drop(place);
      return;
    }
    this.#texts.set(place, text);
    try {
      this.#kept.setItem(this.#prefix + place, text);
    } catch {
      // Storage is full: the text stays in memory while this page is open.
    }
  }

  drop(place: string): void {
    this.#texts.delete(place);
    this.#kept.removeItem(this.#prefix + place);
  }

  /** Places with something in them whose name begins so. */
  under(beginning: string): string[] {
    return [...this.#texts.keys()].filter((place) => place.startsWith(beginning));
  }
}
