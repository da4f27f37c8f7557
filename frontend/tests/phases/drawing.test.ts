// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LARGEST, READING, SMALLEST } from "../../src/parts/drawing/plan";
import Zoom from "../../src/parts/Zoom.svelte";
import ElementDrawing from "../../src/phases/process/ElementDrawing.svelte";
import ElementLanes from "../../src/phases/process/ElementLanes.svelte";
import ElementList from "../../src/phases/process/ElementList.svelte";
import { gone, reads, shown } from "../screen";
import { DRAWING, given, step, TOLD } from "./a_process";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.stubGlobal("innerWidth", 1280);
});
afterEach(async () => {
  await gone();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("P3a every box of the drawing is a button with its number, kind and words", async () => {
  const screen = await shown(ElementDrawing, given(), TOLD);
  expect(screen.all("button.box .words").map(reads)).toEqual(["1 Ask", "2 Pay", "3 Done"]);
  expect(reads(screen.one("#thing-3"))).toContain("End");
});

test("P3a names of ways stand as they were said, and beneath a box what leads to no step", async () => {
  const screen = await shown(ElementDrawing, given({ zoom: 1 }), TOLD);
  expect(screen.all(".way").map(reads)).toEqual(["paid"]);
  expect(screen.all(".below").map(reads)).toEqual(["Left open", "Ends here: no"]);
});

test("P3a what is drawn is heard once: only boxes and stages are read aloud", async () => {
  const screen = await shown(ElementDrawing, given({ zoom: 1 }), TOLD);
  const loud = screen.all(".way, .below, svg").filter((one) => !one.closest("[aria-hidden=true]"));
  expect(loud).toEqual([]);
});

test("P3a lanes and stages are named by an element that stands in them", async () => {
  const screen = await shown(ElementDrawing, given(), TOLD);
  expect(screen.all("h3").map(reads)).toEqual(["Us", "Client"]);
  expect(screen.all("h2").map(reads)).toEqual(["Pay", "After"]);
});

test("P3e a process that is too large to be drawn says so", async () => {
  const told = { ...TOLD, sheet: { ...TOLD.sheet, drawing: { too_large: true } } };
  const screen = await shown(ElementDrawing, given(), told);
  expect(screen.text).toBe("This process is too large to be drawn. Its list says all of it.");
});

test.each([
  ["+", {}, true],
  ["-", {}, true],
  ["0", {}, true],
  ["+", { ctrlKey: true }, false],
  ["a", {}, false],
])("P3f the key %s with %j is the drawing's: %s", async (key, held, taken) => {
  const screen = await shown(ElementDrawing, given(), TOLD);
  screen.one("[role=region]").focus();
  expect((await screen.key(key, held)).defaultPrevented).toBe(taken);
});

test("P3b the drawing is made larger, smaller, whole and to be read, and ends at both ends", async () => {
  const given = { reading: READING, smallest: SMALLEST, largest: LARGEST };
  const screen = await shown(Zoom, { ...given, zoom: null, scale: 1.15 });
  expect(screen.text).toContain("100 %");
  expect(screen.button("Fit").getAttribute("aria-pressed")).toBe("true");
  await gone();
  expect((await shown(Zoom, { ...given, zoom: 2, scale: 2 })).button("Larger").disabled).toBe(true);
  await gone();
  expect((await shown(Zoom, { ...given, zoom: 0.3, scale: 0.3 })).button("Smaller").disabled).toBe(
    true,
  );
});

test("P3a the table has each step once, in its lane and stage, with its ways", async () => {
  const screen = await shown(ElementLanes, given(), TOLD);
  expect(screen.all("thead th").map(reads)).toEqual(["Who", "Pay", "After"]);
  expect(screen.all("tbody th").map(reads)).toEqual(["Us", "Client"]);
  expect(screen.all("td button .way").map(reads)).toEqual([
    "One of these:",
    "paid → 2",
    "Left open",
    "no → ends here",
  ]);
});

test("P1e what nobody said comes next is asked in the table, and no order is a way", async () => {
  const told = {
    ...TOLD,
    elements: { 1: step(1, "Ask"), 2: step(2, "Pay") },
    sheet: { drawing: DRAWING, process: { elements: [1, 2], unsaid: [{ about: 1, offer: 2 }] } },
  };
  const elements = [step(1, "Ask"), step(2, "Pay")];
  const screen = await shown(ElementLanes, given({ elements }), told);
  expect(reads(screen.one("#thing-1 .way"))).toBe("What comes next?");
  expect(screen.all("#thing-2 .way")).toEqual([]);
});

test("P3a the list says everything in words: number, kind, who, ways and reasons", async () => {
  const screen = await shown(ElementList, given({ after: vi.fn() }), TOLD);
  expect(screen.text).toMatch(/1 ?Ask Step · Us/);
  expect(screen.text).toContain("paid → 2 Pay");
  expect(screen.text).toContain("Because… no reason yet");
});

test("P3d a stage stands once in the list, also where a step of it was added last", async () => {
  const told = Object.values(TOLD.elements ?? {}) as { id: number; stage?: string }[];
  const first = told[0]?.stage;
  const elements = [...told, { ...told[0], id: 90, text: "Added last" }];
  const screen = await shown(ElementList, given({ elements, after: vi.fn() }), TOLD);
  expect(screen.all("h2").filter((one) => reads(one) === first)).toHaveLength(1);
  expect(screen.text).toContain("Added last");
});
