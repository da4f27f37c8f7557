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
  const props = { aim: one, aims: [one], turn: one, look: vi.fn(), decide: vi.fn() };
  return shown(AimReturn, props, { people, ...told, aims: { 30: one } });
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
  [{ reviews: [{ choice: "drop", at: 1 }] }, "dropped"],
  [{ reviews: [{ choice: "open", at: 1 }] }, "left open"],
  [{ reviews: [{ choice: "open", at: 1 }], positions: [50, 51] }, "two positions"],
  [{ reviews: [{ choice: "keep", at: 1 }], standing: "changed" }, "kept"],
  [{ standing: "new" }, "New today"],
])("O1 of an aim with %o one reads that", async (more, said) => {
  expect(reads((await returned({ decided: true, ...more })).one(".standing"))).toBe(said);
});

test("O1 who keeps the text chooses what becomes of an aim, and others read it", async () => {
  const decided = { decided: true, reviews: [{ choice: "keep", at: 1 }] };
  const keeper = await returned(decided, { roles: ["scribe"], may: ["KeepAim"] });
  expect(keeper.all("[aria-pressed=true]").map(reads)).toEqual(["KeepK"]);
  await gone();
  const other = await returned(decided);
  expect(reads(other.one(".standing"))).toBe("kept");
  expect(other.all("[aria-pressed]")).toEqual([]);
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
  expect(screen.all(".learnt article .words").map(reads)).toEqual(["Fast", "Fair"]);
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

test("O1 another wording goes with its reason and what that rests on", async () => {
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

const THREE = { 30: AIM, 31: aim(31, "Say so"), 32: aim(32, "Ask first") };
const all = (more: Told = {}): Promise<Screen> =>
  shown(
    ReturnToAims,
    {},
    {
      people,
      roles: ["facilitator"],
      may: ["KeepAim", "GiveReason"],
      aims: THREE,
      sheet: { aims: [30, 31, 32] },
      ...more,
    },
  );
const large = (screen: Screen) => reads(screen.one("article h2"));
const decided = (id: number, choice: string, more: object = {}) => ({
  aims: {
    [id]: {
      ...THREE[id as keyof typeof THREE],
      decided: true,
      reviews: [{ choice, at: id, ...more }],
    },
  },
});

test("O1 the first aim of which nothing is decided is large, and one tap keeps it", async () => {
  const screen = await all();
  expect(large(screen)).toBe("Pay on time");
  expect(screen.all("ol li")).toHaveLength(3);
  screen.one("[aria-keyshortcuts=K]").click();
  await screen.settle();
  expect(screen.asked).toEqual([{ do: "KeepAim", about: 30 }]);
  screen.hear(decided(30, "keep"));
  await screen.done();
  expect(large(screen)).toBe("Say so");
});

test("O1 a second tap in the same moment decides nothing of the next aim", async () => {
  const screen = await all();
  const keep = () => screen.one("[aria-keyshortcuts=K]").click();
  keep();
  await screen.settle();
  screen.hear(decided(30, "keep"));
  await screen.done();
  keep();
  await screen.settle();
  expect(screen.asked).toHaveLength(1);
  await screen.settle(600);
  keep();
  await screen.settle();
  expect(screen.asked).toHaveLength(2);
});

test.each([
  ["k", "KeepAim"],
  ["d", "DropAim"],
  ["T", "LeaveAimOpen"],
])("O1 the key %s asks for %s", async (key, command) => {
  const screen = await all();
  await screen.key(key);
  expect(screen.asked).toEqual([{ do: command, about: 30 }]);
});

test("O1 the key c opens the wording", async () => {
  const screen = await all();
  await screen.key("c");
  expect(screen.all("dialog")).toHaveLength(1);
});

test("O1 in a field, with another key held, or of who may not decide, a letter is a letter", async () => {
  const screen = await all({ may: ["KeepAim", "CheckOut"] });
  await screen.key("k", { ctrlKey: true });
  await screen.key("k", { repeat: true });
  screen.one("textarea").focus();
  await screen.key("k");
  expect(screen.asked).toEqual([]);
  await gone();
  const other = await all({ roles: ["participant"], may: [] });
  await other.key("k");
  expect(other.asked).toEqual([]);
});

test("O1 the reason follows above the next aim, and is for what it was typed for", async () => {
  const screen = await all();
  screen.hear(decided(30, "keep"));
  await screen.settle();
  screen.type("Three said so", "[aria-label='Aim 1'] input");
  screen.hear(decided(31, "drop"));
  await screen.settle();
  expect(screen.text).toContain("Aim 1: kept");
  screen.hear(decided(30, "drop", { at: 40 }));
  await screen.settle();
  screen
    .one("[aria-label='Aim 1'] form")
    .dispatchEvent(new SubmitEvent("submit", { cancelable: true }));
  await screen.settle();
  expect(screen.asked).toEqual([
    { do: "GiveReason", about: 30, choice: "keep", reason: "Three said so", rests_on: [] },
  ]);
});

test("O1 who looks at another aim by themselves reads where the group is, and goes there", async () => {
  const screen = await all();
  screen.all("ol li button")[2]?.click();
  await screen.settle();
  expect(large(screen)).toBe("Ask first");
  screen.hear(decided(30, "keep"));
  await screen.settle();
  expect(large(screen)).toBe("Ask first");
  expect(screen.text).toContain("The group is at aim 2.");
  await screen.press("Go there");
  expect(large(screen)).toBe("Say so");
});

test("O3 the next aim does not come to somebody in the middle of a position", async () => {
  const screen = await all({ may: ["TakePosition"] });
  screen.room.drafts.set("position/30", "At on");
  await screen.settle();
  screen.hear(decided(30, "open"));
  await screen.settle();
  expect(large(screen)).toBe("Pay on time");
});

test("O3 who says that there are two positions stays to write them down", async () => {
  const screen = await all({ may: ["KeepAim", "TakePosition"] });
  await screen.key("t");
  screen.hear(decided(30, "open"));
  await screen.done();
  expect(large(screen)).toBe("Pay on time");
  expect(screen.text).toContain("Write each position down");
});

test("O1 once all are decided there is none in turn, and each can be looked at again", async () => {
  const screen = await all();
  for (const id of [30, 31, 32]) screen.hear(decided(id, "keep"));
  await screen.settle();
  expect(screen.text).toContain("All 3 aims are decided");
  expect(screen.text).toContain("3 of 3 decided");
  screen.all("ol li button")[1]?.click();
  await screen.settle();
  await screen.key("d");
  expect(screen.asked).toEqual([{ do: "DropAim", about: 31 }]);
});

test("O1 on the way to an aim one finds it large", async () => {
  const screen = await all();
  screen.room.sought = 32;
  await screen.settle();
  expect(large(screen)).toBe("Ask first");
  expect(screen.all("#thing-32")).toHaveLength(1);
});

test("O2 what is missing of an aim stands beneath it, and on what no step deals with", async () => {
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

test("O2 O10 gaps are said once by kind, and opened each in its own words", async () => {
  const told: Told = {
    aims: { 30: AIM, 31: aim(31, "Say so") },
    notes: { 20: liked(20, "Fast") },
    gaps: {
      20: gap("unanswered", 20),
      30: gap("aim_unserved", 30),
      31: gap("aim_unserved", 31),
      40: gap("unheard", 40),
      ...Object.fromEntries(
        Array.from({ length: 12 }, (_, at) => [100 + at, gap("note_uncited", 100 + at)]),
      ),
    },
    sheet: {
      aims: [31, 30],
      silent_sides: [
        { kind: "side_silent", sentence: "Nobody has spoken from the client’s side." },
      ],
    },
  };
  const screen = await shown(Gaps, {}, told);
  expect(screen.all("summary").map(reads)).toEqual([
    "2 aims that no step serves",
    "1 reflection that no step answers",
    "1 value that nobody is heard saying",
    "12 notes not used in any aim",
  ]);
  expect(screen.all("details[open]")).toEqual([]);
  expect(screen.all("li p").slice(0, 3).map(reads)).toEqual(["Say so", "Pay on time", "Fast"]);
  expect(screen.text).toContain("Nobody has spoken from the client’s side.");
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
    31: aim(31, "a", { standing: "changed" }),
    32: aim(32, "b", { decided: true, reviews: [{ choice: "keep" }, { choice: "open" }] }),
    33: aim(33, "c", { standing: "new", decided: true }),
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
