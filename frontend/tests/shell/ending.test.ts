// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { made } from "../../src/parts/made";
import Ending from "../../src/shell/Ending.svelte";
import Closed from "../../src/wall/Closed.svelte";
import { type Made, whatWasMade } from "../../src/words/ending";
import { gone, person, reads, type Screen, shown, type Told } from "../screen";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.stubGlobal("scrollTo", vi.fn());
});
afterEach(async () => {
  await gone();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const NOTHING = { people: 0, aims: 0, values: 0, steps: 0, moments: 0, notes: 0, sittings: 1 };

test.each<[Partial<Made>, string]>([
  [
    { people: 12, aims: 9, values: 7, steps: 25, moments: 31, sittings: 2 },
    "12 people made 9 aims, 7 values and a process of 25 steps from 31 moments, in 2 sessions.",
  ],
  [
    { people: 1, aims: 1, values: 1, steps: 1, moments: 1 },
    "1 person made 1 aim, 1 value and a process of 1 step from 1 moment, in one session.",
  ],
  [{ people: 3, aims: 2 }, "3 people made 2 aims, in one session."],
  [{ people: 3, moments: 4, sittings: 0 }, "3 people told 4 moments, in one session."],
  [{ people: 3, notes: 1 }, "3 people wrote 1 note, in one session."],
  [{ aims: 2, values: 1 }, "The group made 2 aims and 1 value, in one session."],
  [{ people: 3 }, "Nothing was put up this time."],
])("G15d of %o it is said what was made", (part, said) => {
  expect(whatWasMade({ ...NOTHING, ...part })).toBe(said);
});

const story = { id: 6, title: "The winter", storytellers: [9], moments: [11, 12, 13], state: "" };
const MADE: Told = {
  people: {
    8: person(8, "Fay"),
    9: person(9, "Olu", { roles: ["observer"] }),
    10: person(10, "Gone", { removed: true }),
  },
  aims: {
    30: { id: 30, text: "Pay", first_text: "Pay", standing: "dropped" },
    31: { id: 31, text: "Say", first_text: "Say", standing: "kept" },
  },
  values: { 40: { id: 40, name: "Care" }, 41: { id: 41, name: "Off", state: "deleted" } },
  elements: { 1: { id: 1, kind: "activity", text: "Remind" } },
  experiences: { 6: story, 7: { ...story, id: 7, moments: [14], visibility: "only_me" } },
  moments: {
    11: { id: 11, experience: 6, text: "Asked" },
    12: { id: 12, experience: 6, state: "withdrawn" },
    13: { id: 13, experience: 6, text: "For few", visibility: "facilitators" },
    14: { id: 14, experience: 7, text: "Mine" },
  },
  sheet: {
    aims: [30, 31],
    process: { elements: [1] },
    workshop: { title: "Hall", phase: "return", opened: true, closed: true, sittings: 2 },
  },
  page: {
    outline: "/w/abc/outline",
    markdown: "/w/abc/outline.md",
    record: "/w/abc/record.jsonl",
    links: "/w/abc/links",
    words: "/w/abc/mine/words",
    lines: "/w/abc/mine/lines",
  },
};

test("G15d what is counted stands, and everybody sees it", async () => {
  const { room } = await shown(Ending, {}, MADE);
  expect(made(room.chart)).toEqual({
    people: 2,
    aims: 2,
    values: 1,
    steps: 1,
    moments: 1,
    notes: 0,
    sittings: 2,
  });
});

const ways = (screen: Screen) => screen.all(".way").map(reads);

test("G15d after the close everybody finds the outline, what to take away and their own words", async () => {
  const screen = await shown(Ending, {}, MADE);
  expect(screen.text).toContain("Thank you for today.");
  expect(screen.text).toContain("The flipchart is closed.");
  expect(screen.one("a.go").getAttribute("href")).toBe("/w/abc/outline");
  expect(ways(screen)).toEqual([
    "What I said, where it went",
    "Look at the flipchart",
    "The outline as Markdown",
    "On paper or as PDF",
  ]);
});

test("O6a whose words are beneath a line is asked whether it is what they meant", async () => {
  const screen = await shown(
    Ending,
    {},
    { ...MADE, mine: { people: { 7: { id: 7, has_lines: true } } } },
  );
  expect(ways(screen)[0]).toBe("Is this what I meant?");
});

test("G15d facilitators find the record and the way to send the outline to others", async () => {
  const screen = await shown(Ending, {}, { ...MADE, roles: ["facilitator"] });
  expect(ways(screen).slice(-2)).toEqual([
    "The record of the workshop",
    "Send the outline to others",
  ]);
});

test("G15d who tells a story is shown the way to it", async () => {
  const experiences = { 6: { ...story, storytellers: [7] } };
  const screen = await shown(Ending, {}, { ...MADE, experiences });
  await screen.press("Your story");
  expect(screen.room.looking).toBe("experience");
});

test("G15d all six sheets can be looked at after the close, the last one too", async () => {
  const screen = await shown(Ending, {}, MADE);
  await screen.press("Look at the flipchart");
  expect(screen.room.looking).toBe("return");
});

test("G15d a workshop in which nothing was put up ends too", async () => {
  const { sheet, page } = MADE;
  const screen = await shown(
    Ending,
    {},
    { sheet: { workshop: sheet?.workshop }, page: page ?? {} },
  );
  expect(screen.text).toContain("Nothing was put up this time.");
  expect(ways(screen)).toEqual(["What I said, where it went", "Look at the flipchart"]);
});

test("G15d the wall thanks, says what was made, where the outline is, and the last words", async () => {
  const notes = {
    50: { id: 50, kind: "checkout", phase: "return", text: "lighter", by: 8 },
    51: { id: 51, kind: "checkout", phase: "return", state: "hidden", by: 8 },
  };
  const screen = await shown(Closed, {}, { ...MADE, notes });
  expect(screen.text).toContain("Thank you for today.");
  expect(screen.text).toContain("1 value and a process of 1 step from 1 moment, in 2 sessions.");
  expect(screen.text).toContain("/w/abc/outline");
  expect(screen.all("li").map(reads)).toEqual(["lighter"]);
  expect(screen.all("svg, a, button")).toEqual([]);
});
