// @vitest-environment happy-dom
import { createRawSnippet } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import Fits from "../../src/wall/Fits.svelte";
import { paged, Turns, WHILE } from "../../src/wall/turns.svelte";
import { gone, reads, shown } from "../screen";

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(async () => {
  await gone();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const later = (turns: Turns): number => {
  vi.advanceTimersByTime(WHILE);
  return turns.at;
};

test("the page with the newest comes first, and each of the others once before any comes again", () => {
  const turns = new Turns();
  turns.put([[1, 2], [9, 4], [5], [6]]);
  expect(turns.at).toBe(1);
  expect([later(turns), later(turns), later(turns), later(turns)]).toEqual([2, 3, 0, 1]);
  turns.stop();
});

test("what is new comes at once, stays its whole while, and what it interrupted is made up for", () => {
  const turns = new Turns();
  turns.put([[1], [2], [3]]);
  later(turns); // From 3 to 1.
  vi.advanceTimersByTime(WHILE / 2);
  turns.put([[4], [1], [2], [3]]);
  expect(turns.at).toBe(0);
  vi.advanceTimersByTime(WHILE - 1);
  expect(turns.at).toBe(0);
  vi.advanceTimersByTime(1);
  expect([turns.at, later(turns), later(turns)]).toEqual([1, 2, 3]);
  turns.stop();
});

test("what is measured again or taken away moves nobody from what they read", () => {
  const turns = new Turns();
  turns.put([[1, 2], [3, 4], [5]]);
  expect(later(turns)).toBe(0);
  expect(later(turns)).toBe(1);
  turns.put([[1], [2], [3], [4, 5]]);
  expect(turns.at).toBe(2);
  turns.put([]);
  expect(turns.at).toBe(0);
  turns.stop();
});

test("pages hold everything once, in order, and a heading where a part or a column begins", () => {
  const things = Array.from({ length: 33 }, (_, at) => ({
    id: at + 1,
    under: Math.floor(at / 5),
    head: 40,
    body: 60 + (at % 4) * 30,
  }));
  const found = paged(things, 500, 2, 10);
  expect(found.pages.flat()).toEqual(things.map(({ id }) => id));
  expect(found.pages.length).toBeGreaterThan(2);
  for (const page of found.pages) expect(found.headed.has(page[0] ?? 0)).toBe(true);
  for (const id of found.breaks) expect(found.headed.has(id)).toBe(true);
});

test("a thing higher than the wall has a page of its own", () => {
  const things = [50, 900, 50].map((body, at) => ({ id: at + 1, under: 0, head: 0, body }));
  expect(paged(things, 500, 1, 10).pages).toEqual([[1], [2], [3]]);
});

const item = createRawSnippet((one: () => { id: number }) => ({
  render: () => `<p>thing ${one().id}</p>`,
}));

async function three(still: boolean) {
  const animate = vi.fn();
  vi.stubGlobal("matchMedia", () => ({ matches: !still }));
  Element.prototype.animate = animate;
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(101);
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockReturnValue({
    height: 60,
  } as DOMRect);
  const items = [{ id: 3 }, { id: 2 }, { id: 1 }];
  const screen = await shown(Fits as never, { items, item }, {});
  await screen.settle();
  const seen = () => screen.all("li:not([hidden])").map(reads);
  return { animate, screen, seen };
}

test("the wall shows page after page, and says which of how many", async () => {
  const { screen, seen, animate } = await three(false);
  expect(seen()).toEqual(["thing 3"]);
  expect(screen.text).toContain("1 of 3");
  const all = [];
  for (const _ of [1, 2, 3]) {
    await screen.settle(WHILE);
    all.push(...seen());
  }
  expect(all).toEqual(["thing 2", "thing 1", "thing 3"]);
  expect(animate).toHaveBeenCalled();
});

test("for who wants no motion pages change without any", async () => {
  const { screen, seen, animate } = await three(true);
  await screen.settle(WHILE);
  expect(seen()).toEqual(["thing 2"]);
  expect(animate).not.toHaveBeenCalled();
});
