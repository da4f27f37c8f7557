// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { hangingOf, hungOf } from "../../src/parts/stories/hanging";
import { Flipchart, type Note } from "../../src/room/flipchart.svelte";
import { M, story, thought } from "../phases/a_reflection";
import { gone } from "../screen";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.stubGlobal("innerWidth", 1280);
});
afterEach(async () => {
  await gone();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function chart(notes: ReturnType<typeof thought>[]): Flipchart {
  const made = new Flipchart();
  const put = {
    experiences: { 6: story },
    moments: { 11: M[0], 12: M[1] },
    notes: Object.fromEntries(notes.map((one) => [one.id, one])),
  };
  made.take({ for: "everyone", number: 1, whole: true, put: put as never });
  return made;
}
const hung = (made: Flipchart, id: number) => hangingOf(made, made.notes.get(id) as Note);

test("R1 a thought about moments hangs beneath them, in the order in which it names them", () => {
  const found = hung(chart([thought(21, "liked", [12, 11])]), 21);
  expect([[...found.stories], found.moments, found.onto]).toEqual([[6], [12, 11], []]);
});

test("R1 a thought about the story hangs beneath no moment of it", () => {
  const found = hung(chart([thought(21, "liked", [6])]), 21);
  expect([[...found.stories], found.moments]).toEqual([[6], []]);
});

test("R1 a thought about a thought hangs where that one hangs, and says which it is", () => {
  const made = chart([thought(21, "liked", [12]), thought(22, "disliked", [21])]);
  const found = hung(made, 22);
  expect([[...found.stories], found.moments, found.onto.map((one) => one.id)]).toEqual([
    [6],
    [12],
    [21],
  ]);
});

test("R1 thoughts about each other in a ring hang nowhere, and end", () => {
  const made = chart([thought(21, "liked", [22]), thought(22, "liked", [21])]);
  expect(hung(made, 21).stories.size).toBe(0);
});

test("R1 a thought about what this page does not receive hangs somewhere else", () => {
  const found = hung(chart([thought(21, "liked", [-4, 99])]), 21);
  expect([found.stories.size, found.moments]).toEqual([0, []]);
});

test("R1 a thought about several moments hangs beneath each, and one about the story beneath none", () => {
  const made = chart([
    thought(21, "liked", [12, 11]),
    thought(22, "disliked", [6]),
    thought(23, "liked", [99]),
  ]);
  const found = hungOf(made, 6, M as never, [...made.notes.values()]);
  const ids = (notes: Note[] | undefined) => notes?.map((note) => note.id);
  expect([ids(found.at.get(11)), ids(found.at.get(12)), ids(found.whole)]).toEqual([
    [21],
    [21],
    [22],
  ]);
});

test("R1 thoughts of one moment stand in the order of their kinds, and the older first", () => {
  const made = chart([
    thought(21, "similar", [11]),
    thought(22, "differently", [11]),
    thought(24, "liked", [11]),
    thought(23, "liked", [11]),
  ]);
  const found = hungOf(made, 6, M as never, [...made.notes.values()]);
  expect(found.at.get(11)?.map((note) => note.id)).toEqual([23, 24, 22, 21]);
});
