// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import AimReturn from "../../src/phases/return_to_aims/AimReturn.svelte";
import Reason from "../../src/phases/return_to_aims/Reason.svelte";
import ReviewDialog from "../../src/phases/return_to_aims/ReviewDialog.svelte";
import { gone, reads, type Screen, shown, type Told } from "../screen";
import { AIM, liked, people } from "./an_aim";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.stubGlobal("scrollTo", vi.fn());
});
afterEach(async () => {
  await gone();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

async function returned(more: object = {}, told: Told = {}): Promise<Screen> {
  const one = { ...AIM, ...more };
  const props = { aim: one, aims: [one], turn: one, look: vi.fn(), decide: vi.fn() };
  return shown(AimReturn, props, { people, ...told, aims: { 30: one } });
}

test("O1f first and last wording of an aim stay readable beside each other", async () => {
  const screen = await returned({ first_text: "Pay some day" });
  expect(reads(screen.one("s"))).toBe("Pay some day");
  expect(reads(screen.one("h2"))).toBe("Pay on time");
});

test("O1f an aim that was never reworded stands once", async () => {
  expect((await returned()).all("s")).toEqual([]);
});

test.each([
  ["dropped", "dropped"],
  ["unresolved", "stays open"],
  ["two positions", "two positions"],
  ["kept", "kept"],
  ["new", "New today"],
])("O1a of an aim that was decided as %s one reads that", async (decided, said) => {
  expect(reads((await returned({ decided })).one(".standing"))).toBe(said);
});

test("O1a who keeps the text chooses what becomes of an aim, and others read it", async () => {
  const decided = { decided: "kept", reviews: [{ choice: "keep", at: 1 }] };
  const keeper = await returned(decided, { roles: ["scribe"], may: ["KeepAim"] });
  expect(keeper.all("[aria-pressed=true]").map(reads)).toEqual(["KeepK"]);
  await gone();
  const other = await returned(decided);
  expect(reads(other.one(".standing"))).toBe("kept");
  expect(other.all("[aria-pressed]")).toEqual([]);
});

test("O1a an aim of which nothing was said is not decided yet, to who cannot decide", async () => {
  expect((await returned()).text).toContain("not decided yet");
});

test("O2d a step that could serve an aim is an offer that is taken with one tap", async () => {
  const elements = { 1: { id: 1, kind: "activity", text: "Remind" } };
  const told: Told = { elements, roles: ["scribe"], may: ["TieThread"] };
  const screen = await returned({ offered_by: [1] }, told);
  const [tie] = screen.all(".offer button");
  tie?.click();
  await screen.settle();
  expect(screen.asked).toEqual([{ do: "TieThread", about: 1, serves: [30] }]);
});

test("O1c what was learnt is what the aim and the steps that serve it rest on, each once", async () => {
  const told: Told = {
    notes: {
      20: liked(20, "Fast"),
      21: liked(21, "Fair"),
      22: liked(22, "plain", { kind: "note" }),
    },
    elements: { 1: { id: 1, kind: "activity", text: "Remind", answers: [21, 20] } },
  };
  const screen = await returned({ rests_on: [20, 22], served_by: [1] }, told);
  expect(screen.all(".learnt article .words").map(reads)).toEqual(["Fast", "Fair"]);
});

test("O6b whoever was left out of an aim is not among what was learnt", async () => {
  const told: Told = { notes: { 20: liked(20, "Fast"), 21: liked(21, "Fair") } };
  const screen = await returned({ rests_on: [20, 21], left_out: [21] }, told);
  expect(screen.text).not.toContain("Fair");
});

test("O1c of much that was learnt a few stand, and the others unfold", async () => {
  const many = Array.from({ length: 7 }, (_, at) => liked(40 + at, `thought ${at}`));
  const told: Told = { notes: Object.fromEntries(many.map((one) => [one.id, one])) };
  const screen = await returned({ rests_on: many.map((one) => one.id) }, told);
  expect(reads(screen.one(".learnt"))).not.toContain("thought 6");
  screen.one(".learnt > .button").click();
  await screen.settle();
  expect(reads(screen.one(".learnt"))).toContain("thought 6");
});

test("O3 positions stand beside each other, in their order, and none comes first", async () => {
  const position = (id: number, text: string) =>
    liked(id, text, { kind: "position", phase: "return" });
  const notes = { 50: position(50, "At once"), 51: position(51, "In May") };
  const screen = await returned({ positions: [51, 50] }, { notes });
  const stand = screen.all("section[aria-label^=Positions] article .words");
  expect(stand.map(reads)).toEqual(["In May", "At once"]);
});

test("O3 a position is taken with words of one's own, kept as a draft for this aim", async () => {
  const screen = await returned({}, { may: ["TakePosition"] });
  await screen.press("Add a position");
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

const review = (): Promise<Screen> =>
  shown(
    ReviewDialog,
    { aim: AIM, close: vi.fn(), done: vi.fn() },
    { people, aims: { 30: AIM }, notes: { 20: liked(20, "Fast") } },
  );

test("O1c another wording goes with its reason and what that rests on", async () => {
  const screen = await review();
  screen.type("Pay in ten days", "textarea[data-first]");
  screen.type("It works", "textarea:not([data-first])");
  screen.one("input[type=checkbox]").click();
  await screen.settle();
  screen.one("form").dispatchEvent(new SubmitEvent("submit", { cancelable: true }));
  await screen.settle();
  expect(screen.asked).toEqual([
    {
      do: "ChangeAim",
      about: 30,
      reason: "It works",
      rests_on: [20],
      text: "Pay in ten days",
      version: 2,
    },
  ]);
});

test("A5 the same words are no change", async () => {
  const screen = await review();
  const go = () => screen.one("form button") as HTMLButtonElement;
  expect(go().disabled).toBe(true);
  screen.type("Pay in ten days", "textarea[data-first]");
  expect(go().disabled).toBe(false);
});

test("O2b what is missing of an aim stands beneath it, and on what no step deals with", async () => {
  const gaps = {
    30: { kind: "aim_unserved", sentence: "x", about: 30 },
    20: { kind: "unanswered", sentence: "y", about: 20 },
  };
  const told: Told = { gaps, notes: { 20: liked(20, "Fast"), 21: liked(21, "Fair") } };
  const screen = await returned({ rests_on: [20, 21] }, told);
  expect(screen.all(".gap").map(reads)).toEqual([
    "No step serves it yet.",
    "No step deals with this yet",
  ]);
});

const given = { choice: "keep", at: 1, reason: "It works", place: 0 };
const reason = (more: object, told: Told = {}): Promise<Screen> =>
  shown(Reason, { aim: AIM, review: { ...given, ...more } }, { people, ...told });

test("G11c a reason is its author's to correct and take back, and nobody else's", async () => {
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

test("G11a of a reason that was typed one reads whose it is and who typed it", async () => {
  expect((await reason({ by: 8, typed_by: 7 })).text).toContain("Fay’s words, typed by Robin");
});

test("G11c a corrected reason goes to the reason that was read, whatever was said since", async () => {
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
