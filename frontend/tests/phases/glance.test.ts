// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import MomentThoughts from "../../src/phases/reflect/MomentThoughts.svelte";
import ReflectionList from "../../src/phases/reflect/ReflectionList.svelte";
import ReflectionOverview from "../../src/phases/reflect/ReflectionOverview.svelte";
import { gone, nameOf, reads, shown, type Told } from "../screen";
import { given, M, notes, TOLD, thought, thoughts } from "./a_reflection";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.stubGlobal("innerWidth", 1280);
});
afterEach(async () => {
  await gone();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const glance = (more: object = {}, told: Told = {}) =>
  shown(ReflectionOverview as never, given({ others: [], at: 11, go: vi.fn(), ...more }), {
    ...TOLD,
    notes,
    ...told,
  });
const thoughtsOf = (more: object = {}, told: Told = {}) =>
  shown(
    MomentThoughts as never,
    given({ title: "The whole story", moment: M[1], notes: [thoughts[1], thoughts[3]], ...more }),
    { ...TOLD, notes, ...told },
  );

test("R1 at a glance each moment is one button with how many of each kind were thought of it", async () => {
  const screen = await glance();
  expect(nameOf(screen.one("#column-11") as HTMLButtonElement)).toBe(
    "Moment 1: Asked. Liked: 1. Would do differently: 1",
  );
});

test("R1 what was thought of the whole story is a column of its own", async () => {
  const screen = await glance();
  expect(nameOf(screen.one("#column-6") as HTMLButtonElement)).toBe(
    "The whole story. Didn’t like: 1",
  );
});

test("R1 arrow keys go along the moments, and the last leads to the whole story", async () => {
  const go = vi.fn();
  const screen = await glance({ at: 12, go });
  screen
    .one("#column-12")
    .dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
  screen
    .one("#column-12")
    .dispatchEvent(new KeyboardEvent("keydown", { key: "Home", bubbles: true }));
  expect(go.mock.calls).toEqual([[6], [11]]);
});

test("R1 forty moments are forty columns, and one of them is reached by Tab", async () => {
  const many = Array.from({ length: 40 }, (_, at) => ({ ...M[0], id: 100 + at }));
  const screen = await glance({ moments: many, at: 100, hung: { at: new Map(), whole: [] } });
  expect(screen.all("[id^=column-]")).toHaveLength(40);
  expect(screen.all("[id^=column-][tabindex='0']")).toHaveLength(1);
});

test("R1 a thought has the numbers of the other moments that it is about", async () => {
  const screen = await thoughtsOf();
  const pins = [...screen.one("#thing-22").querySelectorAll(".pin")].map(reads);
  expect(pins).toEqual(["1"]);
});

test("R3 what a value was heard in is lit, and its moment is marked", async () => {
  const screen = await thoughtsOf({ lit: new Set([22]) });
  expect(screen.all(".lit").length).toBe(1);
  await gone();
  expect((await glance({ lit: new Set([21]) })).all("button.lit")).toHaveLength(1);
});

test("E7 how many had that too is told with its moment, and by name of nobody", async () => {
  const moments = [M[0], { ...M[1], had_too: 3 }];
  const screen = await glance({ moments });
  expect(nameOf(screen.one("#column-12") as HTMLButtonElement)).toContain("I had that too: 3");
});

test("E7 anybody who may says with one tap that they had that too", async () => {
  const screen = await thoughtsOf({}, { may: ["HadThatToo"] });
  await screen.press("I had that too");
  expect(screen.asked).toMatchObject([{ do: "HadThatToo", about: 12, text: "" }]);
});

test("E7 who said it without words says more, and counts once", async () => {
  const wordless = thought(30, "similar", [12], { text: null, mine: true });
  const told = { may: ["HadThatToo"] as never, notes: { ...notes, 30: wordless } };
  const screen = await thoughtsOf({ moment: { ...M[1], had_too: 1 } }, told);
  await screen.press("You had that too. Say more");
  screen.type("Seventy days", "textarea");
  await screen.press("I had that too");
  await screen.done(31);
  expect(screen.asked).toMatchObject([
    { do: "HadThatToo", about: 12, text: "Seventy days" },
    { do: "Delete", about: 30 },
  ]);
});

test("R1 in a narrow window a moment is opened with what was thought of it, each thought once", async () => {
  const closed = await shown(ReflectionList as never, given(), { ...TOLD, notes });
  expect(closed.all("[id^=thing-]").map((one) => one.id)).toEqual(["thing-23"]);
  await gone();
  const open = await shown(ReflectionList as never, given({ opened: [11, 12] }), {
    ...TOLD,
    notes,
  });
  expect(
    open
      .all("[id^=thing-]")
      .map((one) => one.id)
      .toSorted(),
  ).toEqual(["thing-21", "thing-22", "thing-23", "thing-24"]);
});

test("forty thoughts about one moment all stand with it", async () => {
  const many = Array.from({ length: 40 }, (_, at) => thought(100 + at, "liked", [11]));
  const screen = await thoughtsOf({ notes: many });
  expect(screen.all("article")).toHaveLength(40);
});
