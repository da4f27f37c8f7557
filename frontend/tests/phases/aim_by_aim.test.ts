// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import Gaps from "../../src/phases/return_to_aims/Gaps.svelte";
import ReturnToAims from "../../src/phases/return_to_aims/ReturnToAims.svelte";
import { gone, reads, type Screen, shown, type Told, WORST } from "../screen";
import { AIM, aim, DECIDED, liked, people } from "./an_aim";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.stubGlobal("scrollTo", vi.fn());
});
afterEach(async () => {
  await gone();
  vi.unstubAllGlobals();
  vi.useRealTimers();
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
      decided: DECIDED[choice],
      reviews: [{ choice, at: id, ...more }],
    },
  },
});

test("O1d the first aim of which nothing is decided is large, and one tap keeps it", async () => {
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

test("O1b a second tap in the same moment decides nothing of the next aim", async () => {
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
])("O1b the key %s asks for %s", async (key, command) => {
  const screen = await all();
  screen.one("article").focus();
  await screen.key(key);
  expect(screen.asked).toEqual([{ do: command, about: 30 }]);
});

test("K3 a letter alone decides nothing where the aims have not the focus", async () => {
  const screen = await all();
  await screen.key("k");
  screen.one("[aria-labelledby=checkout] h2").tabIndex = -1;
  screen.one("[aria-labelledby=checkout] h2").focus();
  await screen.key("k");
  expect(screen.asked).toEqual([]);
  screen.one("h1").focus();
  await screen.key("k");
  expect(screen.asked).toEqual([{ do: "KeepAim", about: 30 }]);
});

test("O1b the key c opens the wording", async () => {
  const screen = await all();
  screen.one("article").focus();
  await screen.key("c");
  expect(screen.all("dialog")).toHaveLength(1);
});

test("O1b in a field, with another key held, or of who may not decide, a letter is a letter", async () => {
  const screen = await all({ may: ["KeepAim", "CheckOut"] });
  screen.one("article").focus();
  await screen.key("k", { ctrlKey: true });
  await screen.key("k", { repeat: true });
  screen.one("textarea").focus();
  await screen.key("k");
  expect(screen.asked).toEqual([]);
  await gone();
  const other = await all({ roles: ["participant"], may: [] });
  other.one("article").focus();
  await other.key("k");
  expect(other.asked).toEqual([]);
});

test("O1c the reason follows above the next aim, and is for what it was typed for", async () => {
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

test("O1e who looks at another aim by themselves reads where the group is, and goes there", async () => {
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
  screen.one("article").focus();
  await screen.key("t");
  screen.hear(decided(30, "open"));
  await screen.done();
  expect(large(screen)).toBe("Pay on time");
  expect(screen.text).toContain("Write each position down");
});

test("O1d once all are decided there is none in turn, and each can be looked at again", async () => {
  const screen = await all();
  for (const id of [30, 31, 32]) screen.hear(decided(id, "keep"));
  await screen.settle();
  expect(screen.text).toContain("All 3 aims are decided");
  expect(screen.text).toContain("3 of 3 decided");
  screen.all("ol li button")[1]?.click();
  await screen.settle();
  screen.all("ol li button")[1]?.focus();
  await screen.key("d");
  expect(screen.asked).toEqual([{ do: "DropAim", about: 31 }]);
});

test("O1e on the way to an aim one finds it large", async () => {
  const screen = await all();
  screen.room.sought = 32;
  await screen.settle();
  expect(large(screen)).toBe("Ask first");
  expect(screen.all("#thing-32")).toHaveLength(1);
});

const gap = (kind: string, about: number) => ({ kind, sentence: `${kind} ${about}`, about });

test("O2a O10 gaps are said once by kind, and opened each in its own words", async () => {
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

test("O2a a gap leads to the thing of which it speaks", async () => {
  const told: Told = { aims: { 30: AIM }, gaps: { 30: gap("aim_unserved", 30) } };
  const screen = await shown(Gaps, {}, told);
  screen.one("li button").click();
  await screen.settle();
  expect([screen.room.phase, screen.room.sought]).toEqual(["return", 30]);
});

test("O1a how many aims are decided is as the server says where they stand", async () => {
  const aims = {
    30: AIM,
    31: aim(31, "a", { standing: "changed" }),
    32: aim(32, "b", { decided: "unresolved", reviews: [{ choice: "keep" }, { choice: "open" }] }),
    33: aim(33, "c", { standing: "new", decided: "new" }),
  };
  const screen = await shown(ReturnToAims, {}, { aims, sheet: { aims: [30, 31, 32, 33] } });
  expect(screen.text).toMatch(/2 of 4/);
});

test("O1a with no aims yet the phase says what comes here", async () => {
  expect((await shown(ReturnToAims)).text).toContain("No aims to return to");
});

test("hostile aims, reasons and gaps are words", async () => {
  const words = WORST;
  const one = aim(30, words, {
    reviews: [{ choice: "keep", at: 1, place: 0, reason: words }],
    first_text: `${words}!`,
  });
  const gaps = { 30: { kind: "aim_unserved", sentence: words, about: 30 } };
  const screen = await shown(ReturnToAims, {}, { aims: { 30: one }, gaps, sheet: { aims: [30] } });
  expect(screen.all("img, script")).toEqual([]);
});
