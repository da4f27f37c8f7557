/** A piece of the room's page in a document, with a room behind it whose network the test holds in its hand. */

import { type Component, flushSync, mount, tick, unmount } from "svelte";
import { vi } from "vitest";
import { Room } from "../src/room/room.svelte";
import { memory } from "../src/room/unanswered";
import { OpenWindow } from "../src/room/windows";
import type { Command, PersonView, Put, Role, WholeView } from "../src/wire";
import { Browser, page, type Sent } from "./room/browser";
import Within from "./Within.svelte";

type Things = { [K in Exclude<keyof Put, "sheet">]?: Record<number, object> };

/** What the server told this page; the person at it is 7, and Robin. */
export interface Told extends Things {
  roles?: Role[];
  may?: Command["do"][];
  sheet?: { [K in keyof WholeView]?: unknown };
  /** What only I am told. */
  mine?: Things;
  page?: object;
  kept?: Storage;
}

const WORKSHOP = { title: "Paying people", phase: "aims", opened: true };
const PHASES = ["gather", "aims", "experience", "reflect", "process", "return"].map((phase) => ({
  phase,
  name: phase,
  question: `${phase}?`,
  minutes: 10,
}));

export const person = (id: number, name: string, more: Partial<PersonView> = {}): PersonView => ({
  id,
  name,
  roles: ["participant"],
  where: "online",
  ...more,
});

export class Screen {
  target = document.createElement("div");
  told: Told;
  browser = new Browser();
  room: Room;
  #mounted: object | null = null;

  constructor(told: Told) {
    this.told = told;
    const window = new OpenWindow(memory(), { postMessage() {}, onmessage: null });
    const here = { ...page, ...told.page } as typeof page;
    this.room = new Room(here, this.browser.doors, told.kept ?? memory(), window);
    document.body.append(this.target);
  }

  async come(): Promise<void> {
    this.room.start();
    await this.browser.open();
    const { roles = ["participant"], may = [], sheet = {}, mine = {}, people = {} } = this.told;
    const { page: _, kept: __, roles: ___, may: ____, ...things } = this.told;
    const robin = person(7, "Robin", { roles });
    this.hear({
      ...things,
      people: { 7: robin, ...people },
      sheet: {
        workshop: WORKSHOP,
        phases: PHASES,
        may: Object.fromEntries(roles.map((role) => [role, may])),
        ...sheet,
      },
    });
    this.hear({ people: { 7: { id: 7, me: true } }, ...mine }, "me");
  }

  /** The server tells this page of something. */
  hear(put: object, whom = "everyone", drop?: object): void {
    this.browser.hear({ for: whom, number: 5, put, drop });
    flushSync();
  }

  show(what: Component<never>, given: object = {}): void {
    const props = { room: this.room, what: what as unknown as Component, given };
    this.#mounted = mount(Within, { target: this.target, props });
    flushSync();
  }

  async leave(): Promise<void> {
    if (this.#mounted) await unmount(this.#mounted);
    this.#mounted = null;
  }

  async end(): Promise<void> {
    await this.leave();
    this.room.stop();
    this.target.remove();
  }

  /** What somebody reads, in one line. */
  get text(): string {
    return reads(this.target);
  }

  all(selector: string): HTMLElement[] {
    return [...this.target.querySelectorAll<HTMLElement>(selector)];
  }

  one<Kind extends HTMLElement = HTMLElement>(selector: string): Kind {
    const [first] = this.all(selector);
    if (!first) throw new Error(`nothing is ${selector} in: ${this.text}`);
    return first as Kind;
  }

  /** What can be pressed, by what it is called. */
  get buttons(): string[] {
    return this.all("button, a.button").map(nameOf);
  }

  button(name: string): HTMLButtonElement {
    const found = this.all("button").find((one) => nameOf(one) === name);
    if (!found) throw new Error(`no button ${name} among: ${this.buttons.join(" | ")}`);
    return found as HTMLButtonElement;
  }

  async press(name: string): Promise<void> {
    this.button(name).click();
    await this.settle();
  }

  /** Type into a field, by its label or as the only one. */
  type(text: string, selector = "textarea, input"): void {
    const field = this.one(selector) as HTMLTextAreaElement;
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    flushSync();
  }

  choose(value: string, selector = "select"): void {
    const field = this.one(selector) as HTMLSelectElement;
    field.value = value;
    field.dispatchEvent(new Event("change", { bubbles: true }));
    flushSync();
  }

  async key(key: string, more: KeyboardEventInit = {}): Promise<KeyboardEvent> {
    const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more });
    (document.activeElement ?? document.body).dispatchEvent(event);
    await this.settle();
    return event;
  }

  async settle(ms = 0): Promise<void> {
    await vi.advanceTimersByTimeAsync(ms);
    await tick();
    flushSync();
  }

  /** What was asked of the server, without the ids. */
  get asked(): Omit<Sent, "id">[] {
    return this.browser.commands.map(({ id: _, ...command }) => command);
  }

  async done(made: number | null = null): Promise<void> {
    this.browser.done(this.browser.commands.at(-1)?.id, made);
    await this.settle();
  }

  async refuse(why: string): Promise<void> {
    this.browser.hear({ refused: this.browser.commands.at(-1)?.id, why });
    await this.settle();
  }
}

/** What a screen reader says of something that can be pressed. */
export const nameOf = (one: Element): string => one.getAttribute("aria-label") ?? reads(one);

/** The words of something, in one line. */
export const reads = (one: Element): string => (one.textContent ?? "").replace(/\s+/g, " ").trim();

// Svelte asks a list for its chosen option as ":checked", which this document knows of inputs alone.
const { querySelector } = HTMLSelectElement.prototype;
HTMLSelectElement.prototype.querySelector = function (this: HTMLSelectElement, what: string) {
  return what === ":checked" ? this.options[this.selectedIndex] : querySelector.call(this, what);
} as typeof querySelector;

const open: Screen[] = [];

/** A screen with a component on it; `gone` puts all of them away again. */
export async function shown(
  what: Component<never>,
  given: object = {},
  told: Told = {},
): Promise<Screen> {
  const screen = new Screen(told);
  open.push(screen);
  await screen.come();
  screen.show(what, given);
  return screen;
}

export async function gone(): Promise<void> {
  for (const screen of open.splice(0)) await screen.end();
  if (vi.isFakeTimers()) await vi.advanceTimersByTimeAsync(1_000); // what was still to be said
}

/** Words as somebody may type them who means no good, or who writes in another direction. */
export const HOSTILE = [
  "<img src=x onerror=alert(1)><script>alert(2)</script>",
  "{@html 'x'} {room.page.csrf} {{1 + 1}}",
  "‮مرحبا بالعالم‬ שלום",
  "a".repeat(2_000),
  "\u0000\u200b\ufeff ",
];

/** All of that at once, for where much is drawn. */
export const WORST = HOSTILE.join(" ");
