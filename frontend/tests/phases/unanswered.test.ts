// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import Process from "../../src/phases/process/Process.svelte";
import Unanswered from "../../src/phases/process/UnansweredReflections.svelte";
import { gone, nameOf, reads, shown, type Told, WORST } from "../screen";
import { ALL, END, PAY, step, TOLD } from "./a_process";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.stubGlobal("innerWidth", 1280);
});
afterEach(async () => {
  await gone();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const reflection = (id: number, kind: string, more: object = {}) => ({
  id,
  kind,
  phase: "reflect",
  number: id,
  text: `${kind} ${id}`,
  by: 8,
  ...more,
});
const gaps = (...about: [number, string][]) =>
  Object.fromEntries(
    about.map(([id, kind]) => [id, { kind, sentence: "Nothing answers it", about: id }]),
  );

test("O2a P2 still unanswered is what the gap check asks about, and nothing else", async () => {
  const notes = {
    20: reflection(20, "liked"),
    21: reflection(21, "differently"),
    22: reflection(22, "disliked", { answered_by: [1] }),
    23: reflection(23, "disliked", { parked: "for spring" }),
    24: reflection(24, "disliked"), // no gap: the server does not ask about it
  };
  const told: Told = { ...TOLD, notes, gaps: gaps([20, "liked_lost"], [21, "unanswered"]) };
  const screen = await shown(Unanswered, { elements: ALL, take: vi.fn() }, told);
  expect(screen.text).toContain("Still unanswered 2");
  expect(screen.text).toContain("1 of 4 answered by a step");
  expect(screen.all("[id^=thing-]").map((one) => one.id)).toEqual(["thing-21", "thing-20"]);
});

test("R4 what was picked to work on comes first", async () => {
  const notes = {
    20: reflection(20, "differently"),
    21: reflection(21, "liked", { picked: true }),
  };
  const told: Told = { ...TOLD, notes, gaps: gaps([20, "unanswered"], [21, "liked_lost"]) };
  const screen = await shown(Unanswered, { elements: ALL, take: vi.fn() }, told);
  expect(screen.all("[id^=thing-]").map((one) => one.id)).toEqual(["thing-21", "thing-20"]);
});

test("P2 a reflection is taken into a step by a menu, into a new one, or parked", async () => {
  const take = vi.fn();
  const told: Told = {
    ...TOLD,
    notes: { 20: reflection(20, "differently") },
    gaps: gaps([20, "unanswered"]),
    may: ["TieThread", "AddElement", "Park"],
  };
  const screen = await shown(Unanswered, { elements: ALL, take }, told);
  await screen.press("Answer with…");
  expect(screen.all("[role=menuitem]").map(reads)).toEqual([
    "1 Ask",
    "2 Pay",
    "3 Done",
    "New step…",
    "Park it, and say why…",
  ]);
  screen.all("[role=menuitem]")[1]?.click();
  await screen.settle();
  expect(screen.asked).toEqual([{ do: "TieThread", about: 2, answers: [20] }]);
});

test("O10 hard moments that no step answers are counted, and each leads to its story", async () => {
  const told: Told = {
    ...TOLD,
    moments: { 11: { id: 11, experience: 6, text: "Waited" } },
    experiences: { 6: { id: 6, title: "The winter", storytellers: [8], moments: [11], state: "" } },
    gaps: gaps([11, "hard_unanswered"]),
  };
  const screen = await shown(Unanswered, { elements: ALL, take: vi.fn() }, told);
  expect(screen.text).toContain("1 hard moment that no step answers");
  expect(screen.text).toContain("Moment 1, The winter");
});

test("P2 with nothing left to answer it says so", async () => {
  const screen = await shown(Unanswered, { elements: ALL, take: vi.fn() }, TOLD);
  expect(screen.text).toContain("Everything said is answered by a step, or parked.");
});

test("P5 a step that was taken off can be found and brought back", async () => {
  const off = step(4, "Forget", { state: "deleted" });
  const told: Told = { ...TOLD, elements: { ...TOLD.elements, 4: off }, may: ["BringBack"] };
  const screen = await shown(Process, {}, told);
  expect(screen.text).toContain("Taken off (1)");
});

test("P3a list, lanes and drawing are one tap apart, and hold the same steps", async () => {
  const screen = await shown(Process, {}, TOLD);
  for (const look of ["List", "Lanes", "Drawing"]) {
    await screen.press(look);
    const ids = screen.all(".main [id^=thing-]").map((one) => one.id);
    expect(ids.toSorted()).toEqual(["thing-1", "thing-2", "thing-3"]);
  }
});

test("hostile steps, lanes and ways are words", async () => {
  const words = WORST;
  const element = step(1, words, {
    lane: words,
    stage: words,
    branches: [{ label: words, to: 2 }],
  });
  const told = { ...TOLD, elements: { 1: element, 2: PAY, 3: END } };
  const screen = await shown(Process, {}, told);
  await screen.press("List");
  await screen.press("Drawing");
  expect(screen.all("img, script")).toEqual([]);
  expect(screen.all(".box").map(nameOf)[0]).toContain(words.trim().slice(0, 20));
});
