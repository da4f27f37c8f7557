// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import ElementDialog from "../../src/phases/process/ElementDialog.svelte";
import ElementPanel from "../../src/phases/process/ElementPanel.svelte";
import OpenQuestions from "../../src/phases/process/OpenQuestions.svelte";
import TieDialog from "../../src/phases/process/TieDialog.svelte";
import type { Command } from "../../src/wire";
import { gone, reads, type Screen, shown, type Told } from "../screen";
import { ALL, ASK, PAY, TOLD } from "./a_process";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.stubGlobal("innerWidth", 1280);
});
afterEach(async () => {
  await gone();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const panel = (may: Command["do"][], element = PAY): Promise<Screen> =>
  shown(
    ElementPanel,
    { element, elements: ALL, after: vi.fn(), close: vi.fn() },
    { ...TOLD, roles: ["scribe"], may },
  );

test("P5 a step goes earlier and later by buttons, and not beyond either end", async () => {
  const screen = await panel(["Reorder"]);
  await screen.press("Earlier");
  await screen.press("Later");
  expect(screen.asked).toEqual([
    { do: "Reorder", about: 2, before: 1 },
    { do: "Reorder", about: 2, before: null },
  ]);
  await gone();
  expect((await panel(["Reorder"], ASK as never)).button("Earlier").disabled).toBe(true);
});

test("P6 a question is left open on a step, with a draft of its own", async () => {
  const screen = await panel(["AskOpenQuestion"]);
  await screen.press("Leave a question open");
  screen.type("Who pays?", "textarea");
  expect(screen.room.drafts.get("open/2")).toBe("Who pays?");
  await screen.press("Put it up");
  expect(screen.asked[0]).toMatchObject({ do: "AskOpenQuestion", about: 2, text: "Who pays?" });
});

test("P6 questions on the whole stand with their answers, and name their step", async () => {
  const notes = {
    20: { id: 20, kind: "open_question", phase: "process", about: [2], text: "Who pays?" },
    21: { id: 21, kind: "answer", phase: "process", about: [20], text: "The client" },
  };
  const screen = await shown(OpenQuestions, { elements: ALL }, { ...TOLD, notes });
  expect(screen.text).toMatch(/Who pays\?.*2 Pay.*The client/);
});

const dialog = (more: object = {}, told: Told = TOLD): Promise<Screen> =>
  shown(ElementDialog, { elements: ALL, close: vi.fn(), ...more }, told);

test("P1a a decision begins with two ways to fill in", async () => {
  const screen = await dialog();
  expect(screen.all(".way")).toHaveLength(0);
  screen.choose("decision", "select");
  await screen.settle();
  expect(screen.all(".way")).toHaveLength(2);
});

test("P1d a way is taken away by its own button, and the keyboard goes on below", async () => {
  const screen = await dialog({ element: ASK });
  await screen.press("Without way 1");
  expect(screen.all(".way")).toHaveLength(1);
  expect(document.activeElement).toBe(screen.button("Add another way"));
});

test("P1a a new step goes with all that was filled in, near the last one", async () => {
  const screen = await dialog({ answers: [20], before: 2 });
  screen.type("Remind", "textarea[data-first]");
  await screen.press("Save");
  expect(screen.asked).toEqual([
    {
      do: "AddElement",
      text: "Remind",
      answers: [20],
      serves: [],
      before: 2,
      kind: "activity",
      lane: "Us",
      stage: "Pay",
      branches: [],
      fork: null,
      inputs: [],
      outputs: [],
    },
  ]);
});

test("P1d ways with neither a name nor a place are not sent", async () => {
  const screen = await dialog({ element: PAY });
  await screen.press("Add another way");
  await screen.press("Save");
  expect(screen.asked[0]?.branches).toEqual([{ label: "no", to: null, ends: true }]);
});

test("S11b another's change of the ways is told in sentences, beside mine", async () => {
  const screen = await dialog({ element: PAY });
  screen.type("never", ".way input");
  const theirs = { ...PAY, branches: [{ label: "yes", to: 3 }], version: 3 };
  screen.hear({ elements: { 2: theirs } });
  await screen.settle();
  expect(reads(screen.one(".theirs"))).toBe("yes → 3 Done");
});

test("P2 ties are sent as what changed, ties first and then what was untied", async () => {
  const note = (id: number) => ({
    id,
    kind: "liked",
    phase: "reflect",
    number: id,
    text: `n${id}`,
  });
  const element = { ...PAY, answers: [20] };
  const told = { ...TOLD, notes: { 20: note(20), 21: note(21) } };
  const screen = await shown(TieDialog, { element, close: vi.fn() }, told);
  expect(screen.button("Save").disabled).toBe(true);
  const [tied, free] = screen.all("input[type=checkbox]");
  tied?.click();
  free?.click();
  await screen.settle();
  await screen.press("Save");
  await screen.done();
  expect(screen.asked).toEqual([
    { do: "TieThread", about: 2, answers: [21], serves: [] },
    { do: "TieThread", about: 2, answers: [20], serves: [], untie: true },
  ]);
});
