import { expect, test } from "vitest";
import { type Drawn, draw } from "../src/phases/drawing";
import { columns, covered, crossings, hidden } from "../src/phases/labels";
import { besides, type Part, shortly } from "../src/phases/ways";

const LANES = ["Meeting", "Member", "Finance", "Provider"];

/** A process of so many elements: lanes that change, stages, decisions that split and loop back. */
function processOf(many: number): Part[] {
  return Array.from({ length: many }, (_, at) => {
    const id = 100 + at;
    const decides = at % 7 === 3;
    const branches = [
      { label: "yes", to: id + 1 < 100 + many ? id + 1 : null },
      { label: "no: ask again", to: Math.max(100, id - 3) },
      { label: "over 5,000", to: 100 + ((at * 5) % many) },
    ];
    return {
      id,
      kind: decides ? "decision" : at % 11 === 5 ? "exception" : at === many - 1 ? "end" : "activity",
      lane: at % 9 === 8 ? null : LANES[(at * 3 + (at >> 2)) % LANES.length],
      stage: `Stage ${Math.floor(at / 6)}`,
      branches: decides ? branches : [],
    };
  });
}

function apart(drawn: Drawn): boolean {
  return drawn.boxes.every((one, at) =>
    drawn.boxes.slice(at + 1).every((other) => {
      const across = one.x + one.width < other.x || other.x + other.width < one.x;
      return across || one.y + one.height < other.y || other.y + other.height < one.y;
    }),
  );
}

/** The flows that run through a box, be it one that they join. */
function through(drawn: Drawn): string[] {
  return drawn.flows.flatMap((flow) =>
    flow.points.slice(1).flatMap(([x, y], at) => {
      const [a, b] = flow.points[at] as [number, number];
      return drawn.boxes
        .filter((box) => {
          const slack = box.id === flow.from || box.id === flow.to ? 36 : 1;
          const across = Math.max(a, x) > box.x + slack && Math.min(a, x) < box.x + box.width - slack;
          return across && Math.max(b, y) > box.y + 1 && Math.min(b, y) < box.y + box.height - 1;
        })
        .map((box) => `${flow.from}>${flow.to} through ${box.id}`);
    }),
  );
}

test.each([1, 2, 9, 40])("P3 no two of %i elements lie on each other", (many) => {
  const drawn = draw(processOf(many), LANES);
  expect(drawn.boxes).toHaveLength(many);
  expect(apart(drawn)).toBe(true);
});

test.each([9, 40])("P3 no flow among %i elements runs through a box", (many) => {
  expect(through(draw(processOf(many), LANES))).toEqual([]);
});

test("P3 every flow is drawn, from its element to the one it goes to", () => {
  const parts = processOf(40);
  const drawn = draw(parts, LANES);
  expect(drawn.flows.map(({ from, to, label }) => [from, to, label])).toEqual(
    parts.flatMap(({ id, branches = [] }) =>
      branches.filter(({ to }) => to != null).map(({ to, label }) => [id, to, label]),
    ),
  );
});

test("P1 flows turn at right angles only", () => {
  for (const flow of draw(processOf(40), LANES).flows)
    for (const [at, [x, y]] of flow.points.slice(1).entries())
      expect(flow.points[at]?.[0] === x || flow.points[at]?.[1] === y).toBe(true);
});

test("P1 an element may go back to itself, to an earlier one, and twice to the same", () => {
  const branches = [
    { label: "a", to: 1 },
    { label: "b", to: 2 },
    { label: "c", to: 2 },
  ];
  const parts: Part[] = [
    { id: 1, kind: "activity" },
    { id: 2, kind: "decision", branches },
  ];
  const drawn = draw(parts, []);
  expect(drawn.flows).toHaveLength(3);
  expect(new Set(drawn.flows.map((flow) => JSON.stringify(flow.points))).size).toBe(3);
  expect(through(drawn)).toEqual([]);
});

test("P1 the order of elements draws nothing", () => {
  const parts = processOf(9).map((part) => ({ ...part, branches: [] }));
  expect(draw(parts, LANES).flows).toEqual([]);
});

test("P1 a way to itself is drawn as a loop that no other flow lies on", () => {
  const parts = processOf(9).map((part) => ({ ...part, branches: [{ to: part.id }, { to: 100 }] }));
  const loops = draw(parts, LANES).flows.filter((flow) => flow.from === flow.to);
  expect(loops).toHaveLength(10);
  expect(loops.every((flow) => new Set(flow.points.map(([x]) => x)).size === 2)).toBe(true);
});

test("P1 the name of a way to itself does not hide the loop", () => {
  const branches = [{ label: "not after a month", to: 1 }, { label: "it came" }];
  const parts: Part[] = [{ id: 1, kind: "wait", branches }];
  const loop = draw(parts, []).flows[0];
  const area = covered(loop?.label ?? "", loop?.at ?? [0, 0], loop?.most ?? 0);
  expect(hidden(area, loop?.points ?? [])).toBeLessThan(0.5);
});

test("P1 a long name on a short way stands between the boxes, in two lines", () => {
  const branches = [{ label: "yes: water, heat, doors", to: 2 }, { label: "no" }];
  const parts: Part[] = [
    { id: 1, kind: "decision", branches },
    { id: 2, kind: "activity" },
  ];
  const drawn = draw(parts, []);
  const flow = drawn.flows[0];
  const area = covered(flow?.label ?? "", flow?.at ?? [0, 0], flow?.most ?? 0);
  const over = drawn.boxes.filter((box) => area.x < box.x + box.width && box.x < area.x + area.width);
  expect(over).toEqual([]);
});

test("P3 what stands below a box lies on no other box and leaves room for it", () => {
  const parts = processOf(40);
  const below = new Map(
    parts.map((part, at) => [part.id, Array.from({ length: at % 4 }, () => "ends here")]),
  );
  const drawn = draw(parts, LANES, below);
  const boxes = drawn.boxes.map((box) => ({ ...box, height: box.height + box.below.length * 18 }));
  expect(apart({ ...drawn, boxes })).toBe(true);
  expect(through(drawn)).toEqual([]);
});

test("P3 ways in short lines say what leads on, what ends and what nobody said", () => {
  const branches = [
    { label: "paid", to: 2 },
    { to: 2 },
    { label: "no", ends: true },
    { ends: true },
    { label: "later" },
    {},
  ];
  const step: Part = { id: 1, kind: "activity", branches, fork_said: "All of these, or one?" };
  // The same stand in tests/publishing/test_ways_are_the_same_everywhere.py.
  expect(shortly(step, new Map([[2, 2]]))).toEqual([
    "All of these, or one?",
    "paid → 2",
    "then → 2",
    "no → ends here",
    "Ends here",
    "later → left open",
    "Left open",
  ]);
  expect(besides(step)).toEqual([
    "All of these, or one?",
    "Ends here: no",
    "Ends here",
    "Left open: later",
    "Left open",
  ]);
  expect(shortly({ ...step, fork_said: "" }, new Map([[2, 2]]))).toHaveLength(6);
});

test("P3 a name of a way is put as it was typed, whatever is in it", () => {
  const step: Part = { id: 1, kind: "activity", branches: [{ label: "{where} $& {name}", ends: true }] };
  expect(shortly(step, new Map())).toEqual(["{where} $& {name} → ends here"]);
});

test("P1 two flows never lie on each other in a channel", () => {
  const seen = new Map<string, [number, number][]>();
  for (const flow of draw(processOf(40), LANES).flows)
    for (const [at, [x, y]] of flow.points.slice(1, -1).entries()) {
      const [a, b] = flow.points[at] as [number, number];
      if (at === 0 || (a === x && b === y)) continue;
      const key = a === x ? `x${x}` : `y${y}`;
      const span: [number, number] =
        a === x ? [Math.min(b, y), Math.max(b, y)] : [Math.min(a, x), Math.max(a, x)];
      for (const [from, to] of seen.get(key) ?? [])
        expect(span[0] > to || span[1] < from, `${key} ${span}`).toBe(true);
      seen.set(key, [...(seen.get(key) ?? []), span]);
    }
});

test("P1 elements without a lane stand in a lane of their own, last", () => {
  const drawn = draw(
    [
      { id: 1, kind: "activity" },
      { id: 2, kind: "activity", lane: "Member" },
    ],
    ["Member"],
  );
  expect(drawn.lanes.map((lane) => lane.name)).toEqual(["Member", ""]);
});

/** Two decisions with long names of their ways, some back, some to the same step. */
const LONG_WAYS: Part[] = [
  ...["Member", "Meeting", "Finance", "Finance", "Member"].map((lane, at) => ({
    id: 1 + at,
    kind: "activity",
    lane,
  })),
  {
    id: 8,
    kind: "decision",
    lane: "Meeting",
    branches: [
      { label: "yes, come today", to: 4 },
      { label: "no, but it will get worse", to: 3 },
      { label: "not clear: ask again", to: 1 },
    ],
  },
  {
    id: 9,
    kind: "decision",
    lane: "Member",
    branches: [
      { label: "yes", to: 5 },
      { label: "no: again", to: 4 },
    ],
  },
];

test.each([
  ["9 elements", processOf(9)],
  ["40 elements", processOf(40)],
  ["long names of ways", LONG_WAYS],
])("P3 every label stands on its own flow and on no other: %s", (_, parts) => {
  const { flows } = draw(parts, ["Member", "Meeting", "Finance", "Provider"]);
  const crossed = flows.filter((flow) => {
    const others = flows.filter((other) => other !== flow);
    return flow.label && crossings(covered(flow.label, flow.at, flow.most), others) > 0;
  });
  expect(crossed.map((flow) => `${flow.from}>${flow.to} ${flow.label}`)).toEqual([]);
});

test.each([
  ["refund", 6],
  ["払い戻し", 8],
  ["e\u0301te\u0301", 3],
  ["👩‍👩‍👧‍👦", 2],
  ["한국", 4],
])("P3 a label is measured as it is drawn: %s", (label, wide) => {
  expect(columns(label)).toBe(wide);
});
