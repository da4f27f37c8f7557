// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import ElementChips from "../../src/phases/process/ElementChips.svelte";
import ElementReasons from "../../src/phases/process/ElementReasons.svelte";
import ElementWays from "../../src/phases/process/ElementWays.svelte";
import { gone, reads, type Screen, shown, type Told } from "../screen";
import { ALL, ASK, PAY, step, TOLD } from "./a_process";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.stubGlobal("innerWidth", 1280);
});
afterEach(async () => {
  await gone();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const ways = (element: object, told: Told = TOLD, more: object = {}): Promise<Screen> =>
  shown(ElementWays, { element, elements: ALL, ...more }, told);
const asking: Told = {
  ...TOLD,
  roles: ["scribe"],
  may: ["SayWays"],
  sheet: { ...TOLD.sheet, process: { elements: [1, 2, 3], unsaid: [{ about: 2, offer: 3 }] } },
};

test("P1e what comes next is asked with an offer, which is taken with one tap", async () => {
  const screen = await ways(step(2, "Pay"), asking);
  expect(screen.text).toContain("What comes next?");
  await screen.press("Then 3Done");
  expect(screen.asked).toEqual([
    { do: "SayWays", about: 2, ways: [{ to: 3, label: "" }], fork: null, version: 2 },
  ]);
});

test("P1d that a step ends is said with one tap", async () => {
  const screen = await ways(step(2, "Pay"), asking);
  await screen.press("Ends here");
  expect(screen.asked[0]).toMatchObject({ ways: [{ ends: true, label: "" }] });
});

test("P1e who may not say ways reads the question and has nothing to press", async () => {
  const screen = await ways(step(2, "Pay"), { ...asking, may: [] });
  expect([screen.text, screen.buttons]).toEqual(["What comes next?", []]);
});

test("P1e whether all of several ways are taken is asked where nobody said", async () => {
  const unsaid = { ...ASK, fork: undefined, fork_said: "All of these, or one?" };
  const screen = await ways(unsaid, asking);
  await screen.press("All of these");
  expect(screen.asked[0]).toMatchObject({ about: 1, fork: "all", version: 2 });
  expect(screen.asked[0]?.ways).toHaveLength(2);
});

test("P1d a way that was left open is led on by a menu, and keeps its name", async () => {
  const element = step(2, "Pay", { branches: [{ label: "later" }] });
  const screen = await ways(element, { ...asking, sheet: TOLD.sheet ?? {} });
  await screen.press("Leads to…");
  expect(screen.all("[role=menuitem]").map(reads)).toEqual([
    "1 Ask",
    "2 Pay",
    "3 Done",
    "Ends here",
  ]);
  screen.all("[role=menuitem]")[2]?.click();
  await screen.settle();
  expect(screen.asked[0]).toMatchObject({ ways: [{ to: 3, label: "later" }] });
});

test("P2 a step says what it answers and which aims it serves, or that it says neither", async () => {
  const notes = { 20: { id: 20, kind: "liked", phase: "reflect", number: 1, text: "Fast", by: 8 } };
  const aims = { 30: { id: 30, text: "Pay on time", first_text: "x", served_by: [1] } };
  const told: Told = { ...TOLD, notes, aims, sheet: { ...TOLD.sheet, aims: [30] } };
  const element = { ...ASK, answers: [20] };
  const screen = await shown(ElementReasons, { element }, { ...told, elements: { 1: element } });
  expect(screen.text).toContain("Because… Fast(Liked 1, Fay)");
  expect(screen.text).toContain("For aim… Pay on time");
  await gone();
  const none = await shown(ElementReasons, { element: PAY }, told);
  expect(none.text).toBe("Because… no reason yet For aim… no aim yet");
});

test("O6b beneath a step does not stand who was left out of it", async () => {
  const notes = { 20: { id: 20, kind: "liked", phase: "reflect", number: 1, text: "Fast", by: 8 } };
  const element = { ...ASK, answers: [20], left_out: [20] };
  const screen = await shown(ElementReasons, { element }, { ...TOLD, notes });
  expect(screen.text).not.toContain("Fast");
});

test("P2 P6 a chip says how much a step answers and how many questions are open on it", async () => {
  const notes = {
    20: { id: 20, kind: "open_question", phase: "process", about: [1], text: "Who?" },
  };
  const element = { ...ASK, answers: [5, 6], changed: [5] };
  const screen = await shown(ElementChips, { element }, { ...TOLD, notes });
  expect(screen.text).toContain("answers 2 things");
  expect(screen.text).toContain("1 open question");
  expect(screen.text).toContain("Its source has changed since");
});
