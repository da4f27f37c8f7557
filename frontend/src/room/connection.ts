/** The line to the server. Nothing counts as saved before the server says so. */

import type { Command } from "../wire";
import { CONNECTING, type Doors, newId, OPEN } from "./doors";
import { type Answer, type ForNow, type Heard, type Line, lineAfter, read } from "./frames";
import { Layers } from "./layers";
import type { Page } from "./page";
import { ByPost, openSocket, post, ticketFor } from "./requests";
import { PING_EVERY, pauseBefore, SILENT_FOR, WITHOUT_CLOCK } from "./timing";
import { type Asked, framed, type Unanswered } from "./unanswered";
import { UnderWay } from "./underway";

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
  #underWay = new UnderWay();
  #ready = false;
  #opened = 0;
  #heardAt = 0;
  #pingedAt = 0;
  #tries = 0;
  #attempt = 0;
  #deadSockets = 0;
  #again: ReturnType<typeof setTimeout> | undefined;
  #ticking: ReturnType<typeof setInterval> | undefined;
  #byPost = new ByPost(
    () => this.#unanswered.waiting()[0],
    (asked) => this.#post(asked),
  );

  constructor(
    page: Page,
    unanswered: Unanswered,
    from: () => number | null,
    heard: Heard,
    doors: Doors,
  ) {
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
    if (this.line === "gone" || this.line === "held") return;
    if (this.#socket?.readyState === OPEN && this.#doors.now() - this.#heardAt < SILENT_FOR) return;
    this.#lose();
    clearTimeout(this.#again);
    void this.#connect();
  }

  /** Ask for something: kept in the browser first, answered when it is on the server's disk. */
  ask(command: Command, place = ""): { asked: Asked; answer: Promise<Answer> } {
    const asked: Asked = {
      id: newId(),
      command,
      place,
      at: this.#doors.now(),
      offline: this.line !== "open",
    };
    const answer = this.#underWay.answerTo(asked.id);
    this.#unanswered.keep(asked);
    this.#send(asked);
    this.#heard.unanswered();
    return { asked, answer };
  }

  /** Say something that is for now, so that it is not kept. */
  say(frame: ForNow): boolean {
    return this.#say(frame);
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
      const ticket = await ticketFor(this.#page, this.#doors);
      if (newest() && ticket === null) this.#setLine("gone");
      if (!newest() || ticket === null) return null;
      return openSocket(this.#page, this.#doors, ticket, this.#from());
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
    const line = lineAfter(code);
    this.#setLine(line);
    if (line === "gone" || line === "resting") return;
    if (line === "lost" && neverOpened && code !== 4401) this.#deadSockets += 1;
    if (this.socketsBlocked) void this.#byPost.all();
    this.#later();
  }

  #later(): void {
    clearTimeout(this.#again);
    const pause = pauseBefore(this.#tries, this.line, this.#doors.random());
    this.#again = setTimeout(() => void this.#connect(), pause);
  }

  #lose(): void {
    this.#close();
    if (this.line === "connecting" || this.line === "open") {
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
    read(text, {
      change: (change) => {
        this.#heard.change(change);
        if (this.line !== "open" && !Layers.isUnfinished(change)) this.#setLine("open");
      },
      answered: (id, answer) => this.#answered(id, answer),
      unread: () => {
        const [oldest] = this.#unanswered.waiting();
        if (oldest) void this.#post(oldest);
      },
      here: (told, now) => {
        this.offset = now - this.#heardAt;
        this.#heard.here(told);
        this.#flush();
      },
      leading: (asked) => this.#heard.leading(asked),
      door: (at) => this.#heard.door(at),
      spotlight: (told) => this.#heard.spotlight(told),
      code: (told) => this.#heard.code(told),
      ping: (ping) => this.#say({ pong: ping }),
    });
  }

  #answered(id: string, answer: Answer): void {
    const asked = this.#unanswered.get(id);
    if (asked && answer.done) this.#unanswered.drop(id);
    if (asked && !answer.done) this.#unanswered.keep({ ...asked, refused: answer.why });
    this.#underWay.answered(id, answer);
    this.#heard.unanswered();
    this.#sendOn();
  }

  /** What had to wait for others to be answered. */
  #sendOn(): void {
    if (!this.#ready) return;
    for (const asked of this.#unanswered.waiting()) {
      if (this.#underWay.full) return;
      if (!this.#underWay.has(asked.id)) this.#send(asked);
    }
  }

  /**
   * Everything without an answer goes again, in order, with the same ids: it happens once (S2, S5).
   */
  #flush(): void {
    if (this.#ready) return;
    this.#ready = true;
    this.#tries = 0;
    this.#underWay.startAnew();
    for (const asked of this.#unanswered.waiting()) {
      // Asked over an earlier line, or by a tab that was closed: the server was away, so it keeps
      // its time.
      const late = { ...asked, offline: asked.offline || asked.at < this.#opened };
      this.#unanswered.keep(late);
      this.#send(late);
    }
  }

  #send(asked: Asked): void {
    if (this.socketsBlocked) {
      void this.#byPost.all();
      return;
    }
    if (!this.#ready || (this.#underWay.full && !this.#underWay.has(asked.id))) return;
    this.#underWay.sent(asked.id, this.#doors.now());
    this.#say(framed(asked, this.#doors.now(), this.offset));
  }

  /** Whether there was a socket that took it. */
  #say(frame: object): boolean {
    if (this.#socket?.readyState !== OPEN) return false;
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  async #post(asked: Asked): Promise<boolean> {
    const answer = await post(
      framed(asked, this.#doors.now(), this.offset),
      this.#page,
      this.#doors,
    );
    if (answer) this.#answered(asked.id, answer);
    return answer !== null;
  }

  #tick(): void {
    const now = this.#doors.now();
    this.#heard.unanswered();
    const socket = this.#socket;
    if (
      now - (socket ? this.#heardAt : this.#opened) > SILENT_FOR &&
      !["gone", "held", "resting"].includes(this.line)
    ) {
      // swallowed on the way: it never opens, never fails
      if (socket?.readyState === CONNECTING) this.#deadSockets += 1;
      this.#lose();
      if (this.socketsBlocked) void this.#byPost.all();
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
      if (this.#ready && this.#underWay.isLate(asked.id, now)) this.#send(asked);
    }
  }
}
