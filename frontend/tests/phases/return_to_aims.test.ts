// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import AimReturn from "../../src/phases/return_to_aims/AimReturn.svelte";
import Gaps from "../../src/phases/return_to_aims/Gaps.svelte";
import Reason from "../../src/phases/return_to_aims/Reason.svelte";
import ReturnToAims from "../../src/phases/return_to_aims/ReturnToAims.svelte";
import ReviewDialog from "../../src/phases/return_to_aims/ReviewDialog.svelte";
import { gone, person, reads, type Screen, shown, type Told, WORST } from "../screen";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.stubGlobal("scrollTo", vi.fn());
});
afterEach(async () => {
  await gone();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const people = { 8: person(8, "Fay") };
const aim = (id: number, text: string, more: object = {}) => ({
  id,
  is: "aim" as const,
  text,
  first_text: text,
  standing: "undecided",
  is_line: true,
  version: 2,
  ...more,
});
const liked = (id: number, text: string, more: object = {}) => ({
  id,
  is: "note" as const,
  kind: "liked",
  phase: "reflect",
  number: id,
  text,
  by: 8,
  ...more,
});
const AIM = aim(30, "Pay on time");

async function returned(more: object = {}, told: Told = {}): Promise<Screen> {
  const one = { ...AIM, ...more };
  return shown(AimReturn, { aim: one }, { people, ...told, aims: { 30: one } });
}

test("O1 first and last wording of an aim stay readable beside each other", async () => {
  const screen = await returned({ first_text: "Pay some day" });
  expect(reads(screen.one("s"))).toBe("Pay some day");
  expect(reads(screen.one("h2"))).toBe("Pay on time");
});

test("O1 an aim that was never reworded stands once", async () => {
  expect((await returned()).all("s")).toEqual([]);
});

test.each([
  ["dropped", "dropped"],
  ["unresolved", "not decided"],
  ["new", "New"],
])("O1 of an aim that is %s one reads that", async (standing, said) => {
  const screen = await returned({ standing });
  expect(screen.text.toLowerCase()).toContain(said.toLowerCase());
});

test("O1 who keeps the text chooses what becomes of an aim, and others read it", async () => {
  const reviews = [{ choice: "keep", at: 1 }];
  const keeper = await returned({ reviews }, { roles: ["scribe"], may: ["KeepAim"] });
  const pressed = keeper.all(".stand [aria-pressed=true]").map(reads);
  expect(pressed).toEqual(["Keep"]);
  await gone();
  const other = await returned({ reviews });
  expect(reads(other.one(".stand .told"))).toBe("Keep");
  expect(other.buttons).toEqual([]);
});

test("O1 an aim of which nothing was said is not decided yet, to who cannot decide", async () => {
  expect((await returned()).text).toContain("not decided yet");
});

test("O2 a step that could serve an aim is an offer that is taken with one tap", async () => {
  const elements = { 1: { id: 1, kind: "activity", text: "Remind" } };
  const told: Told = { elements, roles: ["scribe"], may: ["TieThread"] };
  const screen = await returned({ offered_by: [1] }, told);
  const [tie] = screen.all(".offer button");
  tie?.click();
  await screen.settle();
  expect(screen.asked).toEqual([{ do: "TieThread", about: 1, serves: [30] }]);
});

test("O1 what was learnt is what the aim and the steps that serve it rest on, each once", async () => {
  const told: Told = {
    notes: {
      20: liked(20, "Fast"),
      21: liked(21, "Fair"),
      22: liked(22, "plain", { kind: "note" }),
    },
    elements: { 1: { id: 1, kind: "activity", text: "Remind", answers: [21, 20] } },
  };
  const screen = await returned({ rests_on: [20, 22], served_by: [1] }, told);
  expect(screen.all(".learnt > ul:first-of-type > li > p:first-child").map(reads)).toEqual([
    "Fast",
    "Fair",
  ]);
});

test("O6 whoever was left out of an aim is not among what was learnt", async () => {
  const told: Told = { notes: { 20: liked(20, "Fast"), 21: liked(21, "Fair") } };
  const screen = await returned({ rests_on: [20, 21], left_out: [21] }, told);
  expect(screen.text).not.toContain("Fair");
});

test("O1 of much that was learnt a few stand, and the others unfold", async () => {
  const many = Array.from({ length: 7 }, (_, at) => liked(40 + at, `thought ${at}`));
  const told: Told = { notes: Object.fromEntries(many.map((one) => [one.id, one])) };
  const screen = await returned({ rests_on: many.map((one) => one.id) }, told);
  expect(screen.text).not.toContain("thought 6");
  screen.one(".learnt .fold").click();
  await screen.settle();
  expect(screen.text).toContain("thought 6");
});

test("O3 positions stand beside each other, in their order, and none comes first", async () => {
  const position = (id: number, text: string) =>
    liked(id, text, { kind: "position", phase: "return" });
  const notes = { 50: position(50, "At once"), 51: position(51, "In May") };
  const screen = await returned({ positions: [51, 50] }, { notes });
  expect(screen.all(".positions article .words").map(reads)).toEqual(["In May", "At once"]);
});

test("O3 a position is taken with words of one's own, kept as a draft for this aim", async () => {
  const screen = await returned({}, { may: ["TakePosition"] });
  screen.one(".stand .fold").click();
  await screen.settle();
  screen.type("At once", "textarea");
  expect(screen.room.drafts.get("position/30")).toBe("At once");
  await screen.press("Put it up");
  expect(screen.asked).toEqual([
    { do: "TakePosition", about: 30, text: "At once", unnamed: false },
  ]);
});

test("O10 on how much an aim rests is as the server says", async () => {
  const screen = await returned({}, { rests: { 30: { said: "two stories and one note" } } });
  expect(screen.text).toContain("Rests on two stories and one note");
});

const review = (choice: string, told: Told = {}): Promise<Screen> =>
  shown(ReviewDialog, { aim: AIM, choice, close: vi.fn() }, { people, aims: { 30: AIM }, ...told });

test.each([
  ["keep", "KeepAim"],
  ["drop", "DropAim"],
  ["open", "LeaveAimOpen"],
])("O1 to %s an aim goes with its reason and what that rests on", async (choice, command) => {
  const screen = await review(choice, { notes: { 20: liked(20, "Fast") } });
  screen.type("It works", "textarea");
  screen.one("input[type=checkbox]").click();
  await screen.settle();
  screen.one("form").dispatchEvent(new SubmitEvent("submit", { cancelable: true }));
  await screen.settle();
  expect(screen.asked).toEqual([{ do: command, about: 30, reason: "It works", rests_on: [20] }]);
});

test("O1 A5 a changed aim goes with the version that was read, and the same words are no change", async () => {
  const screen = await review("change");
  const go = () => screen.one("form button") as HTMLButtonElement;
  expect(go().disabled).toBe(true);
  screen.type("Pay in ten days", "textarea[data-first]");
  expect(go().disabled).toBe(false);
  go().click();
  await screen.settle();
  expect(screen.asked[0]).toMatchObject({
    do: "ChangeAim",
    about: 30,
    text: "Pay in ten days",
    version: 2,
  });
});

const given = { choice: "keep", at: 1, reason: "It works", place: 0 };
const reason = (more: object, told: Told = {}): Promise<Screen> =>
  shown(Reason, { aim: AIM, review: { ...given, ...more } }, { people, ...told });

test("A4 a reason is its author's to correct and take back, and nobody else's", async () => {
  const other = await reason({ by: 8 }, { may: ["RewordReason"] });
  expect([other.text.includes("It works"), other.buttons]).toEqual([true, []]);
  await gone();
  const own = await reason({ by: 7 }, { may: ["RewordReason"] });
  own.one("button").click();
  await own.settle();
  own.all("[role=menuitem]")[1]?.click();
  await own.settle();
  expect(own.asked).toEqual([{ do: "TakeBackReason", about: 30, place: 0 }]);
});

test("G11 of a reason that was typed one reads whose it is and who typed it", async () => {
  expect((await reason({ by: 8, typed_by: 7 })).text).toContain("Fay’s words, typed by Robin");
});

test("A4 a corrected reason goes to the reason that was read, whatever was said since", async () => {
  const screen = await reason({ by: 7, place: 2 }, { may: ["RewordReason"] });
  screen.one("button").click();
  await screen.settle();
  screen.all("[role=menuitem]")[0]?.click();
  await screen.settle();
  screen.type("It works well", "dialog textarea");
  screen.one("form").dispatchEvent(new SubmitEvent("submit", { cancelable: true }));
  await screen.settle();
  expect(screen.asked).toEqual([
    { do: "RewordReason", about: 30, place: 2, text: "It works well" },
  ]);
});

const gap = (kind: string, about: number) => ({ kind, sentence: `${kind} ${about}`, about });

test("O2 gaps stand kind by kind as the method has them, of one kind in the group's order", async () => {
  const told: Told = {
    aims: { 30: AIM, 31: aim(31, "Say so") },
    gaps: {
      20: gap("unanswered", 20),
      30: gap("aim_unserved", 30),
      31: gap("aim_unserved", 31),
      40: gap("unheard", 40),
      41: gap("liked_lost", 41),
    },
    sheet: {
      aims: [31, 30],
      silent_sides: [
        { kind: "side_silent", sentence: "Nobody has spoken from the client’s side." },
      ],
    },
  };
  const screen = await shown(Gaps, {}, told);
  expect(screen.all("li p").map(reads)).toEqual([
    "aim_unserved 31",
    "aim_unserved 30",
    "unanswered 20",
    "liked_lost 41",
    "unheard 40",
    "Nobody has spoken from the client’s side.",
  ]);
});

test("O10 very many of one kind are one sentence with their number, and unfold", async () => {
  const gaps = Object.fromEntries(
    Array.from({ length: 12 }, (_, at) => [100 + at, gap("note_uncited", 100 + at)]),
  );
  const screen = await shown(Gaps, {}, { gaps });
  expect(reads(screen.one("summary"))).toBe("12 notes not used in any aim");
});

test("O2 of a long part a few stand, and the others by one tap", async () => {
  const gaps = Object.fromEntries(
    Array.from({ length: 8 }, (_, at) => [100 + at, gap("unanswered", 100 + at)]),
  );
  const screen = await shown(Gaps, {}, { gaps });
  expect(screen.all("li")).toHaveLength(5);
  screen.all("button").at(-1)?.click();
  await screen.settle();
  expect(screen.all("li")).toHaveLength(8);
});

test("O2 a gap leads to the thing of which it speaks", async () => {
  const told: Told = { aims: { 30: AIM }, gaps: { 30: gap("aim_unserved", 30) } };
  const screen = await shown(Gaps, {}, told);
  screen.one("li button").click();
  await screen.settle();
  expect([screen.room.phase, screen.room.sought]).toEqual(["return", 30]);
});

test("O1 how many aims are decided is as the server says where they stand", async () => {
  const aims = {
    30: AIM,
    31: aim(31, "a", { standing: "kept" }),
    32: aim(32, "b", { standing: "unresolved", reviews: [{ choice: "keep" }, { choice: "open" }] }),
    33: aim(33, "c", { standing: "dropped" }),
  };
  const screen = await shown(ReturnToAims, {}, { aims, sheet: { aims: [30, 31, 32, 33] } });
  expect(screen.text).toMatch(/2 of 4/);
});

test("O1 with no aims yet the phase says what comes here", async () => {
  expect((await shown(ReturnToAims)).text).toContain("No aims to return to");
});

test("hostile aims, reasons and gaps are words", async () => {
  const words = WORST;
  const one = aim(30, words, { reviews: [{ ...given, reason: words }], first_text: `${words}!` });
  const gaps = { 30: { kind: "aim_unserved", sentence: words, about: 30 } };
  const screen = await shown(ReturnToAims, {}, { aims: { 30: one }, gaps, sheet: { aims: [30] } });
  expect(screen.all("img, script")).toEqual([]);
});
