/**
 * The browser's own doors as stand-ins, so that a test can cut the line, hold an answer back and
 * read what was sent.
 */

import { vi } from "vitest";
import { Connection } from "../../src/room/connection";
import type { Doors } from "../../src/room/doors";
import type { Heard } from "../../src/room/frames";
import type { Page } from "../../src/room/page";
import { memory, Unanswered } from "../../src/room/unanswered";
import type { Command } from "../../src/wire";

export const page = {
  address: "abc",
  view: "room",
  screen: "aims",
  person: 7,
  socket: "/ws/abc",
  ticket: "/w/abc/ticket",
  commands: "/w/abc/commands",
  csrf: "token",
} as Page;

export type Sent = Record<string, unknown> & { id?: string; do?: string; text?: string };

class Socket {
  readyState = 0;
  sent: Sent[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((message: { data: string }) => void) | null = null;
  onclose: ((closed: { code: number }) => void) | null = null;
  constructor(readonly url: string) {}
  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }
  close(): void {
    this.readyState = 3;
  }
}

/** A browser whose network the test holds in its hand. */
export class Browser {
  sockets: Socket[] = [];
  posted: Sent[] = [];
  ticketStatus = 200;
  network = true;
  /** How the server answers a command by POST. */
  answer: (asked: Sent) => { status: number; body: object } = (asked) => ({
    status: 200,
    body: { done: asked.id, made: 1 },
  });
  doors: Doors = {
    WebSocket: this.#sockets(),
    fetch: ((address: string, given?: RequestInit) => this.#fetch(address, given)) as typeof fetch,
    now: () => Date.now(),
    random: () => 0,
    origin: "https://co-op.example",
  };

  #sockets(): typeof WebSocket {
    const sockets = this.sockets;
    return class extends Socket {
      constructor(url: string) {
        super(url);
        sockets.push(this);
      }
    } as unknown as typeof WebSocket;
  }

  async #fetch(address: string, given?: RequestInit): Promise<Response> {
    if (!this.network) throw new TypeError("Failed to fetch");
    if (address === page.ticket)
      return Response.json({ ticket: "t" }, { status: this.ticketStatus });
    const asked = JSON.parse(String(given?.body)) as Sent;
    this.posted.push(asked);
    const { status, body } = this.answer(asked);
    return Response.json(body, { status });
  }

  get socket(): Socket {
    return this.sockets.at(-1) as Socket;
  }

  /** The commands that went over the newest socket. */
  get commands(): Sent[] {
    return this.socket.sent.filter((frame) => "do" in frame);
  }

  hear(frame: object): void {
    this.socket.onmessage?.({ data: JSON.stringify(frame) });
  }

  done(id: string | undefined, made: number | null = null): void {
    this.hear({ done: id, number: 1, made });
  }

  /**
   * Let the socket that was just asked for open, and bring the whole view and the clock; `ahead` is
   * the server's.
   */
  async open(ahead = 0): Promise<void> {
    await vi.advanceTimersByTimeAsync(0);
    this.socket.readyState = 1;
    this.socket.onopen?.();
    this.hear({ whole: true, for: "everyone", number: 4, put: {} });
    this.hear({ here: { people: [7], now: Date.now() + ahead } });
  }

  close(code = 1006): void {
    this.socket.readyState = 3;
    this.socket.onclose?.({ code });
  }
}

export const deaf: Heard = {
  change() {},
  here() {},
  leading() {},
  door() {},
  spotlight() {},
  code() {},
  line() {},
  unanswered() {},
};

export function connection(browser: Browser, kept: Storage = memory(), heard: Partial<Heard> = {}) {
  const unanswered = new Unanswered(kept, page.address, page.person);
  const line = new Connection(page, unanswered, () => 4, { ...deaf, ...heard }, browser.doors);
  line.start();
  return { line, unanswered };
}

export const note = (text: string) => ({ do: "WriteNote", text }) as unknown as Command;

export function fullStorage(): Storage {
  const kept = memory();
  kept.setItem = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  return kept;
}
