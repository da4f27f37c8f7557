/** The line to the server: the only file that knows fetch and WebSocket. Nothing counts as saved before the server says so. */

import { CONNECTING, type Doors, newId, OPEN } from "./doors";
import type { Answer, AtTheDoor, Heard, Leading, Line } from "./hearing";
import type { Change } from "./layers";
import type { Page } from "./page";
import { post } from "./posting";
import { type Asked, framed, type Unanswered } from "./unanswered";
import type { Command } from "./wire";

const PING_EVERY = 5_000;
const SILENT_FOR = 8_000;
const ASK_AGAIN = 10_000;
const WITHOUT_CLOCK = 1_500;

export class Connection {
  line: Line = "connecting";
  /** Since when the line is down, on this device's clock; null while it is up. */
  lostAt: number | null = null;
  /** The server's clock minus this device's, in ms. */
  offset = 0;
  #page: Page;
  #heard: Heard;
  #doors: Doors;
  #unanswered: Unanswered;
  #from: () => number | null;
  #socket: WebSocket | null = null;
  #answers = new Map<string, (answer: Answer) => void>();
  #sent = new Map<string, number>();
  #ready = false;
  #opened = 0;
  #heardAt = 0;
  #pingedAt = 0;
  #tries = 0;
  #attempt = 0;
  #deadSockets = 0;
  #again: ReturnType<typeof setTimeout> | undefined;
  #ticking: ReturnType<typeof setInterval> | undefined;
  #posting = false;

  constructor(page: Page, unanswered: Unanswered, from: () => number | null, heard: Heard, doors: Doors) {
    this.#page = page;
    this.#unanswered = unanswered;
    this.#from = from;
    this.#heard = heard;
    this.#doors = doors;
    this.lostAt = doors.now();
  }

  start(): void {
    this.#ticking = setInterval(() => this.#tick(), 1_000);
    void this.#connect();
  }

  stop(): void {
    clearInterval(this.#ticking);
    clearTimeout(this.#again);
    this.#close();
  }

  /** Whether live updates cannot come through, although the server answers. */
  get socketsBlocked(): boolean {
    return this.#deadSockets >= 3;
  }

  /** The device woke up or has a network again: try at once. */
  wake(): void {
    if (this.line === "gone") return;
    if (this.#socket?.readyState === OPEN && this.#doors.now() - this.#heardAt < SILENT_FOR) return;
    this.#lose();
    clearTimeout(this.#again);
    void this.#connect();
  }

  /** Ask for something. It is kept in the browser first, and answered when it is on the server's disk. */
  ask(command: Command, place = ""): { asked: Asked; answer: Promise<Answer> } {
    const asked: Asked = {
      id: newId(),
      command,
      place,
      at: this.#doors.now(),
      offline: this.line !== "open",
    };
    const answer = new Promise<Answer>((resolve) => this.#answers.set(asked.id, resolve));
    this.#unanswered.keep(asked);
    this.#send(asked);
    this.#heard.unanswered();
    return { asked, answer };
  }

  /** Offer to lead while no facilitator is connected, or no longer. It is for now, so it is not kept. */
  offerToLead(offers: boolean): void {
    this.#say({ lead: offers });
  }

  /** Be for whoever offers, or for nobody. */
  back(person: number | null): void {
    this.#say({ back: person });
  }

  /** Ask once more for what was refused. */
  askAgain(id: string): void {
    const asked = this.#unanswered.get(id);
    if (!asked) return;
    const { refused: _, ...again } = asked;
    // An answer belongs to its id for ever, so what was refused goes again as a new request.
    this.#unanswered.drop(id);
    const fresh = { ...again, id: newId() };
    this.#unanswered.keep(fresh);
    this.#send(fresh);
    this.#heard.unanswered();
  }

  async #connect(): Promise<void> {
    clearTimeout(this.#again);
    this.#tries += 1;
    const attempt = ++this.#attempt;
    this.#opened = this.#doors.now();
    const socket = await this.#open(() => attempt === this.#attempt);
    if (!socket) return;
    this.#socket = socket;
    this.#opened = this.#heardAt = this.#doors.now();
    socket.onopen = () => {
      this.#deadSockets = 0;
      this.#heardAt = this.#pingedAt = this.#doors.now();
      this.#opened = this.#heardAt;
    };
    socket.onmessage = (message) => this.#hear(String(message.data));
    socket.onclose = (closed) => this.#closed(closed.code);
  }

  /** A socket; null where there is none now, or where this attempt is not the newest any more. */
  async #open(newest: () => boolean): Promise<WebSocket | null> {
    try {
      const response = await this.#doors.fetch(this.#page.ticket, {
        method: "POST",
        headers: { "X-CSRFToken": this.#page.csrf },
      });
      if (!newest()) return null;
      if ([401, 403, 404, 410].includes(response.status)) {
        this.#setLine("gone");
        return null;
      }
      if (!response.ok) throw new Error(String(response.status));
      const { ticket } = (await response.json()) as { ticket: string };
      if (!newest()) return null;
      const from = this.#from();
      const query = `?ticket=${encodeURIComponent(ticket)}${from === null ? "" : `&from=${from}`}`;
      return new this.#doors.WebSocket(this.#doors.origin.replace(/^http/, "ws") + this.#page.socket + query);
    } catch {
      if (!newest()) return null;
      this.#lose();
      this.#later();
      return null;
    }
  }

  #closed(code: number): void {
    const neverOpened = this.#socket !== null && !this.#ready && this.#heardAt === this.#opened;
    this.#lose();
    if (code === 4403) {
      this.#setLine("gone");
      return;
    }
    if (neverOpened && code !== 4401) this.#deadSockets += 1;
    if (this.socketsBlocked) void this.#postAll();
    this.#later();
  }

  /** Later, and not at the same moment as everybody else whose line went down. */
  #later(): void {
    clearTimeout(this.#again);
    const most = Math.min(8_000, 300 * 2 ** Math.min(this.#tries, 5));
    this.#again = setTimeout(() => void this.#connect(), most * (0.5 + this.#doors.random() / 2));
  }

  #lose(): void {
    this.#close();
    if (this.line !== "lost" && this.line !== "gone") {
      this.lostAt ??= Math.min(this.#doors.now(), this.#heardAt || this.#doors.now());
      this.#setLine("lost");
    }
  }

  #close(): void {
    const socket = this.#socket;
    this.#socket = null;
    this.#ready = false;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  #setLine(line: Line): void {
    this.line = line;
    if (line === "open") this.lostAt = null;
    this.#heard.line(line);
  }

  #hear(text: string): void {
    this.#heardAt = this.#doors.now();
    const frame = JSON.parse(text) as Record<string, unknown>;
    if ("put" in frame || "drop" in frame) {
      this.#heard.change(frame as unknown as Change);
      if (this.line !== "open") this.#setLine("open");
    } else if ("done" in frame) {
      this.#answered(String(frame.done), { done: true, made: (frame.made as number | null) ?? null });
    } else if ("refused" in frame) {
      const [oldest] = this.#unanswered.waiting();
      if (frame.refused !== null)
        this.#answered(String(frame.refused), { done: false, why: String(frame.why) });
      else if (oldest) void this.#post(oldest);
    } else if ("here" in frame) {
      const here = frame.here as { people: number[]; now: number };
      this.offset = here.now - this.#heardAt;
      this.#heard.here(here.people);
      this.#flush();
    } else if ("leading" in frame) {
      this.#heard.leading(frame.leading as Leading | null);
    } else if ("door" in frame) {
      this.#heard.door(frame.door as AtTheDoor);
    } else if ("ping" in frame) {
      this.#say({ pong: frame.ping });
    }
  }

  #answered(id: string, answer: Answer): void {
    const asked = this.#unanswered.get(id);
    this.#sent.delete(id);
    if (asked && answer.done) this.#unanswered.drop(id);
    if (asked && !answer.done) this.#unanswered.keep({ ...asked, refused: answer.why });
    this.#answers.get(id)?.(answer);
    this.#answers.delete(id);
    this.#heard.unanswered();
  }

  /** Everything without an answer goes again, in order, with the same ids: it happens once (S2, S5). */
  #flush(): void {
    if (this.#ready) return;
    this.#ready = true;
    this.#tries = 0;
    for (const asked of this.#unanswered.waiting()) {
      // Asked over an earlier line, or by a tab that was closed: the server was away, so it keeps its time.
      const late = { ...asked, offline: asked.offline || asked.at < this.#opened };
      this.#unanswered.keep(late);
      this.#send(late);
    }
  }

  #send(asked: Asked): void {
    if (this.socketsBlocked) {
      void this.#postAll();
      return;
    }
    if (!this.#ready) return;
    this.#sent.set(asked.id, this.#doors.now());
    this.#say(framed(asked, this.#doors.now(), this.offset));
  }

  #say(frame: object): void {
    if (this.#socket?.readyState === OPEN) this.#socket.send(JSON.stringify(frame));
  }

  async #postAll(): Promise<void> {
    if (this.#posting) return;
    this.#posting = true;
    let oldest = this.#unanswered.waiting()[0];
    while (oldest && (await this.#post(oldest))) oldest = this.#unanswered.waiting()[0];
    this.#posting = false;
  }

  async #post(asked: Asked): Promise<boolean> {
    const answer = await post(framed(asked, this.#doors.now(), this.offset), this.#page, this.#doors);
    if (answer) this.#answered(asked.id, answer);
    return answer !== null;
  }

  #tick(): void {
    const now = this.#doors.now();
    this.#heard.unanswered();
    const socket = this.#socket;
    const since = socket ? this.#heardAt : this.#opened;
    if (now - since > SILENT_FOR && this.line !== "gone") {
      if (socket?.readyState === CONNECTING) this.#deadSockets += 1; // swallowed on the way: it never opens, never fails
      this.#lose();
      if (this.socketsBlocked) void this.#postAll();
      void this.#connect();
      return;
    }
    if (socket?.readyState !== OPEN) return;
    if (!this.#ready && this.line === "open" && now - this.#opened > WITHOUT_CLOCK) this.#flush();
    if (now - this.#pingedAt >= PING_EVERY) {
      this.#pingedAt = now;
      this.#say({ ping: now });
    }
    for (const asked of this.#unanswered.waiting()) {
      if (this.#ready && now - (this.#sent.get(asked.id) ?? now) > ASK_AGAIN) this.#send(asked);
    }
  }
}
