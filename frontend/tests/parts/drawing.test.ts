import { expect, test } from "vitest";
import {
  beneath,
  corners,
  fitting,
  NARROWEST,
  outline,
  piecesOf,
  READING,
  SMALLEST,
  scaled,
} from "../../src/parts/drawing/plan";
import { loosely, shortly, waySaid } from "../../src/parts/drawing/ways";
import { BOX, type BranchView, type ElementKind } from "../../src/wire";
import said from "./ways_said.json";

const WAYS: { way: BranchView; said: string; short?: string }[] = said;

test("P3a a way is said in the room in the sentences in which every outline says it", () => {
  // tests/publishing/test_ways_are_the_same_everywhere.py reads the same.
  for (const { way, said, short } of WAYS) {
    expect(waySaid(way, String)).toBe(said);
    if (short) expect(loosely(way)).toBe(short);
  }
});

test("P3a ways in short lines say which of several are taken, and each", () => {
  const part = {
    branches: [{ to: 2 }, { label: "no", ends: true }],
    fork_said: "All of these, or one?",
  };
  expect(shortly(part, new Map([[2, 5]]))).toEqual([
    "All of these, or one?",
    "then → 5",
    "no → ends here",
  ]);
  expect(shortly({ ...part, fork_said: "" }, new Map([[2, 5]]))).toHaveLength(2);
});

test("P3a beneath a box stands what is said of one way or of all, or that nobody said any", () => {
  const at = { of: 1, x: 0, y: 0 };
  const step = { branches: [{ label: "no", ends: true }, {}], fork_said: "All of these, or one?" };
  expect(beneath({ ...at, way: 0 }, step)).toBe("Ends here: no");
  expect(beneath({ ...at, way: 1 }, step)).toBe("Left open");
  expect(beneath(at, step)).toBe("All of these, or one?");
  expect(beneath(at, {})).toBe("What comes next?");
});

test("P3b a way is drawn through the corners that it was given, in their order", () => {
  expect(corners([1, 2, 3, 2, 3, 9])).toEqual([
    [1, 2],
    [3, 2],
    [3, 9],
  ]);
});

test.each([
  "activity",
  "decision",
  "document",
  "wait",
  "exception",
  "control",
  "end",
] as ElementKind[])("P3c the outline of a %s keeps to its box", (kind) => {
  const path = outline({ id: 1, x: 1000, y: 2000 }, kind, [1, 1]);
  const across = [...path.matchAll(/(?<=[MLH ])1[01]\d\d(?:\.\d+)?/g)].map(([x]) => Number(x));
  const down = [...path.matchAll(/2[01]\d\d(?:\.\d+)?/g)].map(([y]) => Number(y));
  expect(Math.min(...across)).toBe(1000);
  expect(Math.max(...across)).toBe(1000 + BOX.width);
  expect(Math.min(...down)).toBe(2000);
  expect(Math.max(...down)).toBe(2000 + BOX.height);
});

test.each([
  ["as wide and as high as there is room", 2000, 1000, 1000, 400, [0.5, 0.4]],
  ["stretched no more than its words bear", 4000, 500, 2000, 500, [0.5, 0.8]],
  ["no larger than for reading", 200, 100, 1000, 500, [READING, READING]],
  ["no smaller than its numbers can be read", 90_000, 100, 1000, 500, [NARROWEST, SMALLEST]],
])("P3b the whole drawing is opened %s", (_, width, height, wide, tall, scale) => {
  expect(fitting({ width, height }, wide, tall)).toEqual(scale);
});

test("P3b every place is scaled across and down, and nothing else changes", () => {
  const drawing = {
    width: 100,
    height: 50,
    lanes: [{ of: 1, at: 10, size: 40 }],
    stages: [{ of: 1, at: 10, size: 40 }],
    boxes: [{ id: 1, x: 10, y: 10 }],
    ways: [
      {
        of: 1,
        way: 0,
        to: 1,
        points: [10, 10, 20, 10],
        label: { x: 10, y: 10, width: 30, lines: 2 },
      },
    ],
    below: [{ of: 1, x: 10, y: 10, way: 1, stem: [5, 5] as [number, number] }],
    bars: [{ of: 1, x: 10, top: 5, bottom: 10, start: 5, y: 5 }],
  };
  const wire = (one: unknown) => JSON.parse(JSON.stringify(one));
  expect(wire(scaled(drawing, [1, 1]))).toEqual(wire(drawing));
  expect(scaled(drawing, [2, 3]).ways?.[0]).toEqual({
    of: 1,
    way: 0,
    to: 1,
    points: [20, 30, 40, 30],
    label: { x: 20, y: 30, width: 60, lines: 2 },
  });
});

test("P3b from afar the drawing is shown stage by stage, and every box once", () => {
  const boxes = [0, 200, 400, 700].map((x, at) => ({ id: at, x, y: at === 3 ? 120 : 20 }));
  const lanes = [
    { of: 0, at: 0, size: 100 },
    { of: 3, at: 100, size: 100 },
  ];
  const stages = [
    { of: 0, at: 0, size: 552 },
    { of: 3, at: 700, size: 152 },
  ];
  expect(piecesOf({ boxes, lanes, stages }, 400)).toEqual([
    { stage: 0, left: 0, right: 352, top: 0, bottom: 100 },
    { stage: 0, left: 400, right: 552, top: 0, bottom: 100 },
    { stage: 1, left: 700, right: 852, top: 100, bottom: 200 },
  ]);
});

test("P3b a long stage is cut into parts that hold about as much, and none is left alone", () => {
  const boxes = [0, 1, 2, 3].map((at) => ({ id: at, x: at * 200, y: 20 }));
  const lanes = [{ of: 0, at: 0, size: 100 }];
  const stages = [{ of: 0, at: 0, size: 800 }];
  const edges = piecesOf({ boxes, lanes, stages }, 600).map(({ left, right }) => [left, right]);
  expect(edges).toEqual([
    [0, 352],
    [400, 752],
  ]);
});
