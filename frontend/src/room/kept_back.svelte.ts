/** What I keep out of research myself. It goes by a door of its own: nobody in the room is told. */

import { parts } from "../words/parts";
import type { Doors } from "./doors";
import type { Page } from "./page";

export class KeptBack {
  #page: Page;
  #doors: Doors;
  #kept = $state.raw<ReadonlySet<number>>(new Set());

  constructor(page: Page, doors: Doors) {
    this.#page = page;
    this.#doors = doors;
    this.#kept = new Set(page.keeping?.kept ?? []);
  }

  /** Whether anything of this workshop could leave at all. */
  get asked(): boolean {
    return this.#page.keeping != null;
  }

  /** Whether I keep it back, also by the id that it had in silence. */
  has(thing: { id: number; private_id?: number }): boolean {
    return (
      this.#kept.has(thing.id) ||
      (thing.private_id !== undefined && this.#kept.has(thing.private_id))
    );
  }

  /** Keep it back, or let it go again; the sentence to say of it. */
  async set(thing: { id: number; private_id?: number }, kept: boolean): Promise<string> {
    const body = new URLSearchParams({ about: String(thing.id), kept: kept ? "yes" : "no" });
    try {
      const response = await this.#doors.fetch(this.#page.keeping?.door ?? "", {
        method: "POST",
        headers: { Accept: "application/json", "X-CSRFToken": this.#page.csrf },
        body,
      });
      const answer = (await response.json()) as { why?: string };
      if (!response.ok) return answer.why ?? parts.keepBackFailed;
    } catch {
      return parts.keepBackFailed;
    }
    const ids = new Set(this.#kept);
    for (const id of [thing.id, thing.private_id])
      if (id !== undefined) kept ? ids.add(id) : ids.delete(id);
    this.#kept = ids;
    return kept ? parts.keptBack : parts.letGo;
  }
}
