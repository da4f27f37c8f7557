/**
 * Text that is being typed, kept in this browser place by place until the server has it (S4, S6,
 * G6).
 *
 * Each window has its own (S11). What a window that was closed left is taken over by the next that
 * has nothing there.
 */

import { SvelteMap } from "svelte/reactivity";
import { keysUnder } from "./unanswered";
import type { OpenWindow } from "./windows";

const OF_A_WINDOW = /^(w-[a-z0-9]+)\/(.*)$/s;

export class Drafts {
  #kept: Storage;
  #prefix: string;
  #window: OpenWindow;
  #texts = new SvelteMap<string, string>();

  constructor(kept: Storage, address: string, person: number | null, window: OpenWindow) {
    this.#kept = kept;
    this.#prefix = `footpath/${address}/${person ?? "wall"}/draft/`;
    this.#window = window;
    for (const key of keysUnder(kept, this.#own(""))) {
      this.#texts.set(key.slice(this.#own("").length), kept.getItem(key) ?? "");
    }
    const copied = window.id;
    void window.others().then((others) => this.#take(others, copied));
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
    this.#store(place, text);
  }

  drop(place: string): void {
    this.#texts.delete(place);
    this.#kept.removeItem(this.#own(place));
  }

  /** Places with something in them whose name begins so. */
  under(beginning: string): string[] {
    return [...this.#texts.keys()].filter((place) => place.startsWith(beginning));
  }

  #own(place: string): string {
    return `${this.#prefix}${this.#window.id}/${place}`;
  }

  #store(place: string, text: string): void {
    try {
      this.#kept.setItem(this.#own(place), text);
    } catch {
      // Storage is full: the text stays in memory while this page is open.
    }
  }

  /**
   * Take over what windows left that are not open any more; a copied window keeps its own copy from
   * now on.
   */
  #take(others: Set<string>, copied: string): void {
    if (copied !== this.#window.id)
      for (const [place, text] of this.#texts) this.#store(place, text);
    for (const key of keysUnder(this.#kept, this.#prefix)) {
      const [, id, place] = OF_A_WINDOW.exec(key.slice(this.#prefix.length)) ?? [
        key,
        "",
        key.slice(this.#prefix.length),
      ];
      if (id === this.#window.id || others.has(id as string) || this.get(place as string) !== "")
        continue;
      this.set(place as string, this.#kept.getItem(key) ?? "");
      this.#kept.removeItem(key);
    }
  }
}
