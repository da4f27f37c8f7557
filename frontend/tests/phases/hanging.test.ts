// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { columnsOf, hangingOf } from "../../src/phases/reflect/hanging";
import { Flipchart, type Note } from "../../src/room/flipchart.svelte";
import { gone } from "../screen";
import { M, moment, story, thought } from "./a_reflection";

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

const columns = (many: number, room = 1_000) =>
  columnsOf(
    [{ name: "Pay", from: 0, to: many - 1 }],
    Array.from({ length: many }, (_, at) => moment(at, "")) as never,
    room,
  );

test("E5 a long stage is several columns of at most three moments, and only the first names it", () => {
  const found = columns(7);
  expect(found.map((one) => one.numbers)).toEqual([
    [1, 2],
    [3, 4],
    [5, 6, 7],
  ]);
  expect(found.map((one) => one.goesOn)).toEqual([false, true, true]);
});

test.each([
  [200, 160],
  [1_000, 280],
  [600, 189],
])("E5 in %i px three columns are %i px wide each, and never on each other", (room, wide) => {
  const found = columns(7, room);
  expect(found[0]?.width).toBe(wide);
  expect(found[1]?.left).toBe(wide + 16);
});
