// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import AimDialog from "../../src/parts/lines/AimDialog.svelte";
import Cites from "../../src/parts/lines/Cites.svelte";
import LineCare from "../../src/parts/lines/LineCare.svelte";
import { offered } from "../../src/parts/lines/offered";
import Recognised from "../../src/parts/lines/Recognised.svelte";
import Thread from "../../src/parts/lines/Thread.svelte";
import Offers from "../../src/parts/things/Offers.svelte";
import { COMES_FROM, HEARD_IN, RESTS_ON } from "../../src/wire";
import { gone, person, reads, shown, type Told, WORST } from "../screen";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(async () => {
  await gone();
  vi.useRealTimers();
});

const people = { 8: person(8, "Fay"), 9: person(9, "Sam") };
const note = (id: number, text: string, more: object = {}) => ({
  id,
  is: "note",
  kind: "note",
  phase: "aims",
  number: id,
  by: 8,
  text,
  ...more,
});
const aim = {
  id: 5,
  is: "aim",
  text: "Pay on time",
  first_text: "Pay",
  standing: "new",
  is_line: true,
};
const value = { id: 6, is: "value", name: "Candour", heard_in: [1], version: 2 };
const many = Array.from({ length: 300 }, (_, at) => note(at + 1, `said ${at + 1}`));

test("A7 what an aim comes from is ticked, and goes in the order in which it was ticked", async () => {
  const notes = { 1: note(1, "late"), 2: note(2, "early"), 3: note(3, "never") };
  const screen = await shown(AimDialog, { close: vi.fn() }, { people, notes });
  screen.type("Pay on time", "textarea");
  const ticks = screen.all("input[type=checkbox]");
  ticks[2]?.click();
  ticks[0]?.click();
  await screen.press("Word an aim");
  expect(screen.asked).toEqual([
    { do: "AddAim", text: "Pay on time", rests_on: [3, 1], reason: "" },
  ]);
});

test("G6d an aim that is being worded is a draft, and none is asked for without words", async () => {
  const screen = await shown(AimDialog, { close: vi.fn() });
  expect(screen.button("Word an aim").disabled).toBe(true);
  screen.type("Pay", "textarea");
  expect(screen.room.drafts.get("aim/new")).toBe("Pay");
});

test("O1c on the return an aim may rest on values, moments and steps too, and says why", async () => {
  const values = { 6: value };
  const moments = { 7: { id: 7, experience: 4, text: "Paid late" } };
  const told = { values, moments, notes: { 1: note(1, "late") } };
  const first = await shown(AimDialog, { close: vi.fn() }, told);
  expect(first.all(".words").map(reads)).toEqual(["late"]);
  await gone();
  const back = await shown(AimDialog, { close: vi.fn(), reasons: true }, told);
  expect(back.all(".words").map(reads)).toEqual(["Candour", "late", "Paid late"]);
});

test("A7 nothing is offered to rest on that was hidden, taken off or is not for everybody", async () => {
  const notes = {
    1: note(1, "stands"),
    2: note(2, "off", { state: "deleted" }),
    3: note(3, "mine alone", { private: true }),
    4: note(4, "of somebody whose notes were hidden", { together: true, state: "hidden" }),
    5: note(5, "memo", { kind: "memo" }),
    6: note(6, "not quite", { kind: "not_quite" }),
  };
  const screen = await shown(AimDialog, { close: vi.fn() }, { people, notes });
  expect(screen.all(".words").map(reads)).toEqual(["stands"]);
});

test("R3 P2 what is offered for a value, an aim and a step is offered kind by kind", async () => {
  const notes = {
    1: note(1, "a note"),
    2: note(2, "liked", { kind: "liked" }),
    3: note(3, "a question", { kind: "question" }),
  };
  const told: Told = { notes, groups: { 4: { id: 4, title: "Money" } }, values: { 6: value } };
  const { room } = await shown(Thread, { ids: [] }, told);
  expect(offered(room.chart, HEARD_IN).map((one) => one.id)).toEqual([2, 1]);
  expect(offered(room.chart, COMES_FROM).map((one) => one.id)).toEqual([4, 1, 2, 3]);
  expect(offered(room.chart, RESTS_ON).map((one) => one.id)).toEqual([6, 4, 1, 2, 3]);
});

test("a long list is searched by its words, and what is ticked stays in sight", async () => {
  const screen = await shown(Cites, { things: many, chosen: [], label: "From" }, { people });
  screen.all("input[type=checkbox]")[6]?.click();
  screen.type("said 250", "input[type=search]");
  expect(screen.all(".words").map(reads)).toEqual(["said 7", "said 250"]);
  expect(screen.text).toContain("(1)");
});

test("a list with nothing in it says so", async () => {
  const screen = await shown(Cites, { things: [], chosen: [], label: "From" });
  expect(screen.text).toBe("From There is nothing to choose from yet.");
});

test("a short list has no search", async () => {
  const screen = await shown(Cites, { things: many.slice(0, 8), chosen: [], label: "From" });
  expect(screen.all("input[type=search]")).toEqual([]);
});

test("hostile words in a list are words", async () => {
  const text = WORST;
  const screen = await shown(Cites, { things: [note(1, text)], chosen: [], label: "From" });
  expect(screen.all("img, script")).toEqual([]);
});

test("O9 a line whose source changed shows what it was, and its keeper keeps or rewords it", async () => {
  const notes = { 1: note(1, "by Friday", { was: [{ text: "some day", by: 8, at: 1 }] }) };
  const told: Told = { people, notes, roles: ["scribe"], may: ["KeepLine", "Reword", "Regroup"] };
  const screen = await shown(LineCare, { thing: { ...aim, changed: [1] } }, told);
  expect(screen.text).toContain("Its source has changed since");
  expect(screen.text).toContain("by Friday Before: some day");
  await screen.press("Keep it as it is");
  expect(screen.asked).toEqual([{ do: "KeepLine", about: 5 }]);
});

test("O9 who keeps no text reads that a source changed, and has nothing to press", async () => {
  const screen = await shown(
    LineCare,
    { thing: { ...aim, changed: [1] } },
    { notes: { 1: note(1, "x") } },
  );
  expect(screen.text).toContain("Its source has changed since");
  expect(screen.buttons).toEqual([]);
});

test("E8c of a source that was withdrawn one reads that, and no words", async () => {
  const notes = { 1: { id: 1, kind: "note", phase: "aims", state: "withdrawn", number: 1 } };
  const screen = await shown(LineCare, { thing: { ...aim, changed: [1] } }, { notes });
  expect(screen.text).toContain("Note 1, withdrawn");
});

test("O6a who says that a line does not quite say it is read beneath it", async () => {
  const notes = { 1: note(1, "We meant small firms", { kind: "not_quite" }) };
  const told: Told = { people, notes, roles: ["scribe"], may: ["KeepLine"] };
  const thing = { ...aim, not_quite: [1], to_look_at: [1] };
  const screen = await shown(LineCare, { thing }, told);
  expect(screen.text).toContain("We meant small firms");
  expect(screen.text).toContain("asks you to look at it");
});

test("a line that is as it was asks for nothing", async () => {
  expect((await shown(LineCare, { thing: aim })).text).toBe("");
});

test("R6 a storyteller says whether they recognise a value, and takes it back by the same tap", async () => {
  const rests = { 6: { said: "one story", tellers: [7] } };
  const told: Told = { people, values: { 6: value }, rests, may: ["RecogniseValue"] };
  const screen = await shown(Recognised, { value }, told);
  expect(screen.text).toContain("Its storyteller: not asked");
  await screen.press("Yes");
  await gone();
  const again = await shown(Recognised, { value: { ...value, recognised: { 7: true } } }, told);
  expect(again.text).toContain("Robin recognises it");
  await again.press("Yes");
  expect(again.asked).toEqual([{ do: "RecogniseValue", about: 6, recognised: null, version: 2 }]);
});

test("R6 nobody but its storytellers is asked whether they recognise a value", async () => {
  const rests = { 6: { tellers: [9] } };
  const told: Told = { people, rests, may: ["RecogniseValue"], roles: ["facilitator"] };
  expect((await shown(Recognised, { value }, told)).buttons).toEqual([]);
});

test("R6 an answer to an earlier wording is told as that, and the storyteller asked again", async () => {
  const rests = { 6: { tellers: [7] } };
  const before = { ...value, recognised_before: [7] };
  const told: Told = { people, rests, may: ["RecogniseValue"] };
  const screen = await shown(Recognised, { value: before }, told);
  expect(screen.text).toContain("Robin was asked about an earlier wording");
  expect(screen.text).toContain("It reads otherwise since you were asked.");
});

test("O5a a thread goes from a line to what it rests on, as deep as it is asked", async () => {
  const groups = { 4: { id: 4, title: "Money", notes: [1] } };
  const told: Told = { people, groups, notes: { 1: note(1, "late again") } };
  const line = { ...aim, rests_on: [4] };
  expect((await shown(Thread, { ids: [4], line }, told)).text).toContain("late again");
  await gone();
  const near = await shown(Thread, { ids: [4], line, deep: 1 }, told);
  expect(near.text).toBe("Money Group");
});

test("O6b who was left out of a line does not stand beneath it", async () => {
  const told: Told = { people, notes: { 1: note(1, "mine"), 2: note(2, "theirs") } };
  const screen = await shown(Thread, { ids: [1, 2], line: { ...aim, left_out: [2] } }, told);
  expect(screen.text).not.toContain("theirs");
});

test("O6a beneath a line stands whose author says that it is what they meant", async () => {
  const told: Told = { people, notes: { 1: note(1, "late") } };
  const screen = await shown(Thread, { ids: [1], line: { ...aim, meant: [1] } }, told);
  expect(screen.text).toContain("Note 1, Fay. Its author says: that’s what I meant");
});

const offer = { id: 11, about: 3, text: "Pay by Friday", by: 8, reason: "clearer" };
const mine = note(3, "Pay some day", { by: 7, mine: true, offers: [11] });

test("A4b an offered wording shows what is new in it, and the author's choice is sent", async () => {
  const told: Told = { people, offers: { 11: offer }, may: ["SettleOffer"] };
  const screen = await shown(Offers, { thing: mine }, told);
  expect(screen.text).toContain("Fay offers Pay by Friday clearer");
  expect(screen.all("mark").map(reads).join(" ")).toBe("by Friday");
  await screen.press("Take");
  expect(screen.asked).toEqual([{ do: "SettleOffer", about: 11, take: true }]);
});

test("A4b others read an offer and choose nothing", async () => {
  const told: Told = {
    people,
    offers: { 11: offer },
    may: ["SettleOffer"],
    roles: ["facilitator"],
  };
  const screen = await shown(Offers, { thing: { ...mine, mine: false, by: 9 } }, told);
  expect([screen.text.includes("Pay by Friday"), screen.buttons]).toEqual([true, []]);
});

test("A5 of two that clashed the second person chooses, whoever's the text is", async () => {
  const clash = { ...offer, by: 7, clash: true };
  const told: Told = { people, offers: { 11: clash }, may: ["SettleOffer"] };
  const mineToChoose: Told = { ...told, mine: { offers: { 11: { id: 11, mine: true } } } };
  const thing = { ...aim, offers: [11] };
  const screen = await shown(Offers, { thing }, { ...mineToChoose, roles: ["scribe"] });
  expect(screen.buttons).toEqual(["Put mine up", "Keep what is up"]);
  await screen.press("Keep what is up");
  expect(screen.asked).toEqual([{ do: "SettleOffer", about: 11, take: false }]);
  await gone();
  const noKeeperAnyMore = await shown(Offers, { thing }, mineToChoose);
  expect(noKeeperAnyMore.buttons).toEqual(["Keep what is up"]);
});

test("A4b an offer that was settled, or that this page may not read, is not there", async () => {
  const offers = { 11: { ...offer, settled: "taken" }, 12: { id: 12, about: 3, text: null } };
  const screen = await shown(Offers, { thing: { ...mine, offers: [11, 12, 13] } }, { offers });
  expect(screen.text).toBe("");
});
