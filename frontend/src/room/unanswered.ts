/**
 * What was asked for and has no answer yet, kept in this browser so that a closed tab loses nothing
 * (S5).
 */

import { type Command, SAYINGS } from "../wire";

export interface Asked {
  id: string;
  command: Command;
  /** Where in the page it was typed: refused words go back there. */
  place: string;
  /** When it was asked, on this device's clock (ms). */
  at: number;
  /** Whether the server was away when it was asked, so that it keeps this time. */
  offline: boolean;
  /** The sentence of the refusal; refused words stay until their writer lets them go (S4). */
  refused?: string;
}

/** The browser's storage, or a stand-in where a private window has none. */
export function storage(of: () => Storage = () => localStorage): Storage {
  try {
    of().setItem("footpath", "1");
    return of();
  } catch {
    return memory();
  }
}

export function memory(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (at) => [...kept.keys()][at] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}

export function keysUnder(kept: Storage, prefix: string): string[] {
  const keys = Array.from({ length: kept.length }, (_, at) => kept.key(at) ?? "");
  return keys.filter((key) => key.startsWith(prefix));
}

/** What one person typed and had not sent is on this device no more; what others did stays (G3). */
export function forget(kept: Storage, address: string, person: number | null): void {
  for (const key of keysUnder(kept, `footpath/${address}/${person}/`)) kept.removeItem(key);
}

export class Unanswered {
  #kept: Storage;
  #prefix: string;
  #asked = new Map<string, Asked>();

  constructor(kept: Storage, address: string, person: number | null) {
    this.#kept = kept;
    this.#prefix = `footpath/${address}/${person ?? "wall"}/asked/`;
    for (const key of keysUnder(kept, this.#prefix)) {
      try {
        const asked = JSON.parse(kept.getItem(key) ?? "") as Asked;
        this.#asked.set(asked.id, asked);
      } catch {
        kept.removeItem(key);
      }
    }
  }

  /** Oldest first. */
  all(): Asked[] {
    return [...this.#asked.values()].sort((one, other) => one.at - other.at);
  }

  waiting(): Asked[] {
    return this.all().filter((asked) => asked.refused === undefined);
  }

  get(id: string): Asked | undefined {
    return this.#asked.get(id);
  }

  keep(asked: Asked): void {
    this.#asked.set(asked.id, asked);
    try {
      this.#kept.setItem(this.#prefix + asked.id, JSON.stringify(asked));
    } catch {
      // Storage is full: it stays in memory, and "not saved" stays on the screen until the server
      // has it.
    }
  }

  drop(id: string): void {
    this.#asked.delete(id);
    this.#kept.removeItem(this.#prefix + id);
  }
}

/**
 * The command as it is sent. Words that were written offline keep the time at which they were
 * written (S5, G17).
 */
export function framed(asked: Asked, now: number, offset: number): object {
  const saidAt = Math.round(asked.at + offset);
  const late = now + offset - saidAt > 3_000;
  const timed = asked.offline && late && SAYINGS.has(asked.command.do);
  return { id: asked.id, ...asked.command, ...(timed ? { said_at: saidAt } : {}) };
}
