// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import WallAims from "../../src/wall/Aims.svelte";
import FaceDown from "../../src/wall/FaceDown.svelte";
import WallGather from "../../src/wall/Gather.svelte";
import Paper from "../../src/wall/Paper.svelte";
import Plain from "../../src/wall/Plain.svelte";
import WallProcess from "../../src/wall/Process.svelte";
import WallReflect from "../../src/wall/Reflect.svelte";
import WallReturn from "../../src/wall/Return.svelte";
import Said from "../../src/wall/Said.svelte";
import WallStory from "../../src/wall/Story.svelte";
import Turn from "../../src/wall/Turn.svelte";
import { gone, person, reads, type Screen, shown, type Told, WORST } from "../screen";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.stubGlobal("innerWidth", 1920);
  vi.stubGlobal("innerHeight", 1080);
});
afterEach(async () => {
  await gone();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const people = { 8: person(8, "Fay"), 9: person(9, "Sam") };
const note = (id: number, text: string, more: object = {}) => ({
  id,
  is: "note",
  kind: "note",
  phase: "aims",
  number: id,
  text,
  by: 8,
  ...more,
});
const wall = (what: typeof WallAims, told: Told = {}, given: object = {}): Promise<Screen> =>
  shown(what as never, given, { people, page: { person: null, view: "wall" }, ...told });

const story = {
  id: 6,
  title: "The winter",
  storytellers: [9],
  moments: [11, 12],
  state: "",
  side: "client",
};
const moments = {
  11: { id: 11, experience: 6, text: "Asked", lane: "Us", feeling: 1 },
  12: { id: 12, experience: 6, text: "Waited", lane: "Us", quote: "all winter", had_too: 2 },
};
const STORY: Told = { experiences: { 6: story }, moments };

test("the wall has nothing to press, whatever it shows", async () => {
  const aims = { 30: { id: 30, text: "Pay", first_text: "Pay", standing: "new" } };
  const told: Told = { ...STORY, notes: { 1: note(1, "late") }, aims, sheet: { aims: [30] } };
  for (const what of [WallGather, WallAims, WallStory, WallReflect, WallProcess, WallReturn]) {
    const screen = await wall(what as never, told);
    expect(screen.all("button, a, input, textarea, [tabindex]")).toEqual([]);
    await gone();
  }
});

test("A1 in silence the wall shows how many notes there are, and no word of any", async () => {
  const sheet = {
    workshop: { phase: "aims", opened: true, silence: true },
    counts: { face_down: 5, done: 2, people: 6 },
  };
  const screen = await wall(WallAims, { notes: { 1: note(1, "late", { held: true }) }, sheet });
  expect(screen.text).toContain("5 notes");
  expect(screen.text).toContain("2 of 6");
  expect(screen.text).not.toContain("late");
});

test("A1 how many are done is a number, and never whose", async () => {
  const told: Told = { sheet: { counts: { done: 1, people: 2 } } };
  const screen = await wall(FaceDown as never, told, { notes: 3 });
  expect(screen.text).toContain("1 of 2");
  expect(screen.text).not.toContain("Fay");
});

test("A7 groups stand with their notes, and the aims beside them in the group's order", async () => {
  const told: Told = {
    notes: { 1: note(1, "late", { group: 50 }), 2: note(2, "never") },
    groups: { 50: { id: 50, title: "Money" } },
    aims: {
      30: { id: 30, text: "Second", first_text: "x" },
      31: { id: 31, text: "First", first_text: "x" },
    },
    sheet: { aims: [31, 30] },
  };
  const screen = await wall(WallAims, told);
  expect(screen.text).toContain("Money");
  expect(screen.text.indexOf("First")).toBeLessThan(screen.text.indexOf("Second"));
});

test("A3a an unnamed note on the wall is unnamed", async () => {
  const screen = await wall(
    Paper as never,
    {},
    { note: note(1, "hard", { unnamed: true, by: undefined }) },
  );
  expect(screen.text).toContain("Unnamed");
});

test("E1 the wall tells the story that grew last, and the moment that came last", async () => {
  const told: Told = {
    ...STORY,
    experiences: { 6: story, 7: { ...story, id: 7, title: "The summer", moments: [10] } },
    moments: { ...moments, 10: { id: 10, experience: 7, text: "Sunny" } },
  };
  const screen = await wall(WallStory as never, told);
  expect(screen.text).toContain("The winter");
  expect(screen.text).not.toContain("Sunny");
  expect(screen.text).toContain("Waited");
});

test("O8 on the wall only what the method says may be quoted stands in quotation marks", async () => {
  const plain = await wall(WallStory as never, STORY);
  expect(plain.text).not.toContain("“all winter”");
  await gone();
  const quoted = { ...STORY, moments: { ...moments, 12: { ...moments[12], quoted: ["quote"] } } };
  expect((await wall(WallStory as never, quoted)).text).toContain("“all winter”");
});

test("E8c a story that was withdrawn is not on the wall", async () => {
  const told: Told = { ...STORY, experiences: { 6: { ...story, state: "withdrawn" } } };
  expect((await wall(WallStory as never, told)).text).not.toContain("Asked");
});

test("R2 while the storyteller is waited for the wall says who goes first, and how many wait", async () => {
  const told: Told = {
    ...STORY,
    experiences: { 6: { ...story, waited_for: [9] } },
    sheet: { counts: { waiting: 3 } },
  };
  const screen = await wall(WallReflect as never, told);
  expect(screen.text).toContain("Sam goes first.");
});

test("R1 beneath each moment the wall counts what was said of it, kind by kind", async () => {
  const thought = (id: number, kind: string) =>
    note(id, "t", { kind, phase: "reflect", about: [12] });
  const notes = { 1: thought(1, "liked"), 2: thought(2, "liked"), 3: thought(3, "differently") };
  const screen = await wall(WallReflect as never, { ...STORY, notes });
  await screen.settle();
  expect(screen.all(".head:not([hidden]) .counts").map(reads)).toEqual([
    "Liked2Would do differently1",
  ]);
});

test("R2 what waits is not counted or shown on the wall", async () => {
  const held = note(1, "secret", { kind: "liked", phase: "reflect", about: [12], held: true });
  const screen = await wall(WallReflect as never, { ...STORY, notes: { 1: held } });
  expect(screen.all(".counts").map(reads).join("")).toBe("");
  expect(screen.text).not.toContain("secret");
});

const step = (id: number, more: object = {}) => ({
  id,
  kind: "activity",
  text: `Step ${id}`,
  ...more,
});
const DRAWING = {
  width: 1_800,
  height: 200,
  lanes: [{ of: 1, at: 0, size: 200 }],
  stages: [
    { of: 1, at: 0, size: 900 },
    { of: 3, at: 900, size: 900 },
  ],
  boxes: [
    { id: 1, x: 10, y: 10 },
    { id: 3, x: 1_000, y: 10 },
  ],
};
const PROCESS: Told = {
  elements: {
    1: step(1, { stage: "Order", lane: "Us" }),
    3: step(3, { stage: "Pay", lane: "Us" }),
  },
  sheet: { process: { elements: [1, 3] }, drawing: DRAWING },
};

test("P3a the wall begins where the process grew last, and goes on stage by stage", async () => {
  const screen = await wall(WallProcess as never, PROCESS);
  await screen.settle();
  expect(screen.text).toContain("Pay");
  await screen.settle(12_000);
  expect(screen.text).toContain("Order");
});

test("P1e with nothing of the process said yet the wall asks the phase's question", async () => {
  const screen = await wall(WallProcess as never, { sheet: { drawing: {}, process: {} } });
  expect(screen.text).toContain("aims?");
});

const AIMS = {
  30: { id: 30, text: "Pay on time", first_text: "Pay", standing: "changed" },
  31: { id: 31, text: "Say so", first_text: "Say so", standing: "undecided", rests_on: [1] },
};
const RETURN: Told = {
  aims: AIMS,
  notes: { 1: note(1, "Nobody rang", { kind: "disliked", phase: "reflect", about: [12] }) },
  gaps: {
    31: { kind: "aim_unserved", sentence: "Nothing serves this aim: Say so", about: 31 },
    1: { kind: "note_uncited", sentence: "No aim takes up this note: late", about: 1 },
  },
  sheet: { aims: [30, 31] },
};
const kept = (one: object) => ({ ...one, decided: "kept", reviews: [{ choice: "keep", at: 1 }] });

test("O1d the wall shows the aim in turn large, with what was learnt, and all with what was decided", async () => {
  const screen = await wall(WallReturn as never, {
    ...RETURN,
    aims: { 30: kept(AIMS[30]), 31: AIMS[31] },
  });
  expect(reads(screen.one("h1"))).toBe("Say so");
  expect(screen.all(".all .standing").map(reads)).toEqual(["kept", "We are here"]);
  expect(screen.text).toContain("Nobody rang");
  expect(screen.text).toContain("No step serves it yet.");
  expect(screen.text).toContain("1 of 2 decided");
});

test("O1d O2a once all are decided the wall says of each kind of gap how many there are", async () => {
  const screen = await wall(WallReturn as never, {
    ...RETURN,
    aims: { 30: kept(AIMS[30]), 31: kept(AIMS[31]) },
  });
  expect(reads(screen.one("h1"))).toBe("All 2 aims are decided");
  expect(screen.all(".gap").map(reads)).toEqual([
    "1 aim that no step serves",
    "1 note not used in any aim",
  ]);
});

test("O1f first and last wording of the aim in turn are both on the wall", async () => {
  const screen = await wall(WallReturn as never, { ...RETURN, sheet: { aims: [30] } });
  expect(reads(screen.one(".first"))).toBe("At first: Pay");
});

test("G9 in a round the wall says whose turn it is and who comes then", async () => {
  const sheet = { round: { kind: "check-in", order: [8, 9], at: 0 } };
  const screen = await wall(Turn as never, { sheet });
  expect(screen.text).toContain("It is Fay’s turn.");
  expect(screen.text).toContain("Then Sam.");
});

test("G2 before it starts the wall says what this is", async () => {
  const sheet = { workshop: { title: "Paying people", phase: "gather", opened: false } };
  expect((await wall(Plain as never, { sheet })).text).toContain("Paying people");
});

test("E4b a mask on the wall is one mark that is a word", async () => {
  const screen = await wall(Said as never, {}, { text: "███ paid late" });
  expect(screen.text).toBe("masked paid late");
});

test("hostile words are words on the wall", async () => {
  const words = WORST;
  const told: Told = {
    notes: { 1: note(1, words, { group: 50 }) },
    groups: { 50: { id: 50, title: words } },
    experiences: { 6: { ...story, title: words } },
    moments: { 11: { id: 11, experience: 6, text: words, lane: words, stage: words } },
  };
  for (const what of [WallAims, WallStory, WallReflect]) {
    const screen = await wall(what as never, told);
    expect(screen.all("img, script")).toEqual([]);
    await gone();
  }
});
