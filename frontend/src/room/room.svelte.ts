/**
 * The room on this page: the flipchart, who I am in it, what is on its way, and what I am looking
 * at.
 */

import { createContext } from "svelte";
import { type Command, KEEPING_ROLES, type Phase, type PhaseView, SPOTLIGHT_ROLES } from "../wire";
import { leading, says } from "../words/says";
import { announce } from "./announce";
import { CodeOnTheWall } from "./code_on_the_wall.svelte";
import { Concerning } from "./concerning";
import { Connection } from "./connection";
import { browserDoors, type Doors } from "./doors";
import { Drafts } from "./drafts.svelte";
import { Flipchart, isOne, type Person, type Thing } from "./flipchart.svelte";
import {
  type Answer,
  type AtTheDoor,
  type CodeShown,
  type Here,
  type Leading,
  type Line,
  type Spotlit,
  whoIsHere,
} from "./frames";
import { KeptBack } from "./kept_back.svelte";
import type { Change } from "./layers";
import type { Page } from "./page";
import { Spotlight } from "./spotlight.svelte";
import { type Asked, storage, Unanswered } from "./unanswered";
import { channel, OpenWindow, ofThisWindow } from "./windows";

export type Saved = "saved" | "saving" | "unsaved";

const NOT_SAVED_AFTER = 3_000;
const SLOW_ANSWER = 8_000;

export class Room {
  page: Page;
  chart = new Flipchart();
  drafts: Drafts;
  keeping: KeptBack;
  here = $state.raw<number[]>([]);
  /** Set while no facilitator is connected and somebody else may lead on (G18). */
  leading = $state.raw<Leading | null>(null);
  /** Facilitators alone are told (G19). */
  door = $state.raw<AtTheDoor | null>(null);
  spotlight = new Spotlight(
    (frame) => this.#connection.say(frame),
    (why) => this.tell(why),
  );
  code = new CodeOnTheWall(
    (frame) => this.#connection.say(frame),
    (why) => this.tell(why),
  );
  line = $state<Line>("connecting");
  /** What has no answer yet, and what was refused; oldest first. */
  asked = $state.raw<Asked[]>([]);
  saved = $state<Saved>("saving");
  blocked = $state(false);
  /** The phase that I look at while the group is in another; null when I follow the group. */
  looking = $state<string | null>(null);
  /** The thing to which I am on my way, until its phase is drawn. */
  sought = $state<number | null>(null);
  /** The server's clock, as far as this page knows it; moves once a second. */
  now = $state(Date.now());
  #concerning: Concerning;
  #connection: Connection;
  #saidUnsaved = false;
  #listening = new AbortController();
  #unanswered: Unanswered;

  constructor(
    page: Page,
    doors: Doors = browserDoors(),
    kept: Storage = storage(),
    window: OpenWindow = new OpenWindow(ofThisWindow(), channel(page.address, page.person)),
  ) {
    this.page = page;
    this.#concerning = new Concerning(this.chart, page.person);
    this.keeping = new KeptBack(page, doors);
    this.drafts = new Drafts(kept, page.address, page.person, window);
    this.#unanswered = new Unanswered(kept, page.address, page.person);
    this.asked = this.#unanswered.all();
    const heard = {
      change: (change: Change) => this.#follow(change),
      here: (told: Here) => {
        this.here = whoIsHere(this.here, told);
      },
      leading: (asked: Leading | null) => {
        if (asked && !this.leading) announce(leading.asked);
        this.leading = asked;
      },
      door: (at: AtTheDoor) => {
        this.door = at;
      },
      spotlight: (told: Spotlit) => this.spotlight.hear(told),
      code: (told: CodeShown) => this.code.hear(told),
      line: (line: Line) => {
        if (line === "gone" && this.line !== "gone") announce(says.gone, { now: true });
        this.line = line;
        if (line !== "open") this.leading = null;
        this.#look();
      },
      unanswered: () => this.#look(),
    };
    this.#connection = new Connection(
      page,
      this.#unanswered,
      () => this.chart.number,
      heard,
      doors,
    );
  }

  start(): void {
    this.#connection.start();
    const { signal } = this.#listening;
    const wake = () => document.hidden || this.#connection.wake();
    addEventListener("online", () => this.#connection.wake(), { signal });
    addEventListener("offline", () => this.#look(), { signal });
    document.addEventListener("visibilitychange", wake, { signal });
  }

  stop(): void {
    this.#listening.abort();
    this.#connection.stop();
  }

  /**
   * Ask the server for something; the promise is kept when it is on disk or refused, however long
   * that takes.
   */
  ask(command: Command, place = ""): Promise<Answer> {
    return this.#connection.ask(command, place).answer;
  }

  /** The same, with the id under which it is kept until it is answered or let go. */
  send(command: Command, place: string): { id: string; answer: Promise<Answer> } {
    const { asked, answer } = this.#connection.ask(command, place);
    return { id: asked.id, answer };
  }

  /** Ask, and say aloud what was refused; for buttons that keep no text. */
  async press(command: Command): Promise<Answer> {
    const { asked, answer } = this.#connection.ask(command, "");
    const answered = await answer;
    if (!answered.done) {
      this.letGo(asked.id);
      this.tell(answered.why);
    }
    return answered;
  }

  /** A sentence that is shown for a while, and spoken. */
  told = $state<string | null>(null);
  #telling: ReturnType<typeof setTimeout> | undefined;
  tell(sentence: string): void {
    this.told = sentence;
    announce(sentence);
    clearTimeout(this.#telling);
    this.#telling = setTimeout(() => (this.told = null), 9_000);
  }

  offerToLead(offers: boolean): void {
    this.#connection.say({ lead: offers });
  }

  back(person: number | null): void {
    this.#connection.say({ back: person });
  }

  askAgain(id: string): void {
    this.#connection.askAgain(id);
  }

  letGo(id: string): void {
    this.#unanswered.drop(id);
    this.#look();
  }

  get me(): Person | undefined {
    return this.page.person === null ? undefined : this.chart.people.get(this.page.person);
  }

  get facilitates(): boolean {
    return isOne(this.me, ["facilitator"]);
  }

  /** Whether I put things in the spotlight. */
  get lights(): boolean {
    return isOne(this.me, SPOTLIGHT_ROLES);
  }

  /** Whether I keep the pace while no facilitator is connected. */
  get keepsThePace(): boolean {
    return this.me !== undefined && this.chart.workshop?.pace_holder === this.me.id;
  }

  get keeps(): boolean {
    return isOne(this.me, KEEPING_ROLES);
  }

  /** Whether I tell this story, or the one in which this moment stands. */
  tells(thing: Thing | undefined): boolean {
    const story = thing?.is === "moment" ? this.chart.experiences.get(thing.experience) : thing;
    const tellers = story?.is === "experience" ? (story.storytellers ?? []) : [];
    return this.page.person !== null && tellers.includes(this.page.person);
  }

  #open = $derived.by(() => {
    const open = this.chart.on("may") ?? {};
    const roles = [...(this.me?.roles ?? []), ...(this.keepsThePace ? ["pace"] : [])];
    return new Set(roles.flatMap((role) => open[role] ?? []));
  });

  /** What the server says that somebody in one of my roles may ask for just now. */
  may(command: Command["do"]): boolean {
    return this.#open.has(command);
  }

  /** The phase on the screen. */
  get phase(): string {
    return this.looking ?? this.chart.workshop?.phase ?? "gather";
  }

  get phaseWords(): PhaseView | undefined {
    return this.chart.phase(this.phase);
  }

  /** Take the group to a phase, from where I see it: if somebody else was first, I am told (G6). */
  takeEveryone(phase: string): Promise<Answer> {
    const leaving = this.chart.workshop?.phase as Phase | undefined;
    this.looking = null;
    return this.press({ do: "OpenPhase", phase: phase as Phase, leaving });
  }

  /** After the close the group is in none of them any more. */
  look(phase: string): void {
    const { workshop } = this.chart;
    this.looking = phase === workshop?.phase && !workshop.closed ? null : phase;
    scrollTo({ top: 0 });
  }

  /** Everyone's screen follows when a phase is opened (G6). */
  #follow(change: Change): void {
    const before = this.chart.workshop;
    const said = this.#concerning.after(change, this.now, () => this.chart.take(change));
    const after = this.chart.workshop;
    if (before && after) {
      const moved = before.phase !== after.phase;
      if (moved) this.told = null; // what it said was of where the group was
      if (
        moved ||
        (!before.opened && after.opened) ||
        Boolean(before.closed) !== Boolean(after.closed)
      )
        this.looking = null;
    }
    for (const { words, shown, ...how } of said)
      if (shown) this.tell(words);
      else announce(words, how);
  }

  #look(): void {
    const now = Date.now();
    this.now = now + this.#connection.offset;
    this.asked = this.#unanswered.all();
    this.blocked = this.#connection.socketsBlocked;
    const waiting = this.asked.filter((asked) => asked.refused === undefined);
    const oldest = waiting[0];
    const lostFor = this.#connection.lostAt === null ? 0 : now - this.#connection.lostAt;
    const was = this.saved;
    if (this.blocked && waiting.length === 0) this.saved = "saved";
    else if (this.line === "gone" || lostFor > NOT_SAVED_AFTER || navigator.onLine === false)
      this.saved = "unsaved";
    else if (oldest && now - oldest.at > SLOW_ANSWER) this.saved = "unsaved";
    else this.saved = this.line === "open" && waiting.length === 0 ? "saved" : "saving";
    if (was !== this.saved) this.#speakOfSaving();
  }

  /** Said when words are not saved, and when they all are again, whatever was in between. */
  #speakOfSaving(): void {
    if (this.saved === "unsaved" && !this.#saidUnsaved)
      announce(says.notSaved, { now: true, kind: "saving" });
    if (this.saved === "saved" && this.#saidUnsaved) announce(says.savedAgain, { kind: "saving" });
    if (this.saved !== "saving") this.#saidUnsaved = this.saved === "unsaved";
  }
}

export const [getRoom, setRoom] = createContext<Room>();
