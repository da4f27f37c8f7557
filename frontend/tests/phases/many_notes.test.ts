// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { gone } from "../screen";
import { board, note, REGROUP } from "./on_a_board";

/** What is looked at, and how a test lets it come near. */
const watched = new Map<Element, () => void>();

class Watching {
  constructor(public seen: (seen: object[], its: Watching) => void) {}
  observe(target: Element) {
    watched.set(target, () => this.seen([{ isIntersecting: true, target }], this));
  }
  unobserve(target: Element) {
    watched.delete(target);
  }
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.stubGlobal("IntersectionObserver", Watching);
});
afterEach(async () => {
  await gone();
  watched.clear();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const NOTES = Array.from({ length: 120 }, (_, at) => note(at + 1, `word ${at}`));

test("of very many notes those far away are their words alone, and a note once they come near", async () => {
  const screen = await board(NOTES, { roles: ["scribe"], may: REGROUP });
  expect(screen.all("article")).toHaveLength(0);
  expect(screen.text).toContain("word 119");
  watched.get(screen.one("#thing-7"))?.();
  await screen.settle();
  expect(screen.all("article")).toHaveLength(1);
  expect(screen.buttons).toContain("More: Note 7, Fay");
  expect(watched.has(screen.one("#thing-7"))).toBe(false);
});

test("A6 what is far away can be chosen by a tap as well", async () => {
  const screen = await board(NOTES, { roles: ["scribe"], may: REGROUP });
  screen.one("#thing-9 p").click();
  await screen.settle();
  expect(screen.text).toContain("Group this one");
});
