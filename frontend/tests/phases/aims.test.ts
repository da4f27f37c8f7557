// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import AimList from "../../src/phases/aims/AimList.svelte";
import Aims from "../../src/phases/aims/Aims.svelte";
import Dots from "../../src/phases/aims/Dots.svelte";
import DotVote from "../../src/phases/aims/DotVote.svelte";
import GroupDialog from "../../src/phases/aims/GroupDialog.svelte";
import { gone, reads, shown, type Told, WORST } from "../screen";
import { board, GROUP, note, open, people, pick, REGROUP } from "./on_a_board";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(async () => {
  await gone();
  vi.useRealTimers();
});

test("A6 notes stand in their groups, and the others by themselves, each once", async () => {
  const notes = [
    note(1, "late", { group: 50 }),
    note(2, "never"),
    note(3, "in", { merged_into: 2 }),
  ];
  const screen = await board(notes, { groups: { 50: GROUP } });
  expect(screen.all("article").length).toBe(2);
  expect(screen.text).toContain("Money");
  expect(screen.text).toContain("Not grouped yet");
});

test("A6 what dragging does is in the menu too: into a group, out of it, a new one, merged", async () => {
  const notes = [note(1, "late", { group: 50 }), note(2, "never")];
  const screen = await board(notes, { groups: { 50: GROUP }, roles: ["scribe"], may: REGROUP });
  expect(await open(screen, "More: Note 2, Fay")).toEqual([
    "Choose it",
    "Group with…",
    "Move to: Money",
    "Start a group with it",
    "It says the same as…",
  ]);
  await pick(screen, "Move to: Money");
  expect(screen.asked).toEqual([{ do: "Regroup", about: 2, group: 50 }]);
});

test("A6 a note goes out of its group by its menu", async () => {
  const notes = [note(1, "late", { group: 50 })];
  const screen = await board(notes, { groups: { 50: GROUP }, roles: ["scribe"], may: REGROUP });
  await open(screen, "More: Note 1, Fay");
  await pick(screen, "Out of its group");
  expect(screen.asked).toEqual([{ do: "Regroup", about: 1, group: null }]);
});

test("A6 who may not group has neither the menu's entries nor anything to drag", async () => {
  const screen = await board([note(1, "late")], { groups: { 50: { ...GROUP, notes: [] } } });
  expect(screen.buttons).toEqual(["Smaller", "Larger", "Fit", "Reading size"]);
});

test("A6 several notes are chosen with a tap each, and grouped with one more and a title", async () => {
  const notes = [note(1, "late"), note(2, "never"), note(3, "soon")];
  const screen = await board(notes, { roles: ["scribe"], may: REGROUP });
  for (const id of [1, 3]) screen.one(`#thing-${id} p`).click();
  await screen.settle();
  await screen.press("Group these 2");
  screen.type("When money comes", ".bar input");
  await screen.settle();
  await screen.press("Group these 2");
  expect(screen.asked).toEqual([{ do: "GroupNotes", notes: [1, 3], title: "When money comes" }]);
});

test("A6 what is chosen goes into a group that is there, each note for itself", async () => {
  const notes = [note(1, "late"), note(2, "never", { group: 50 })];
  const screen = await board(notes, { groups: { 50: GROUP }, roles: ["scribe"], may: REGROUP });
  await open(screen, "More: Note 1, Fay");
  await pick(screen, "Choose it");
  await screen.press("Into a group");
  await pick(screen, "Money");
  expect(screen.asked).toEqual([{ do: "Regroup", about: 1, group: 50 }]);
});

test("A6 who may not group chooses nothing", async () => {
  const screen = await board([note(1, "late")]);
  screen.one("#thing-1 p").click();
  await screen.settle();
  expect(screen.all(".bar")).toEqual([]);
});

test("A6 notes are found by their words, also one that lies in another; the others step back", async () => {
  const notes = [
    ...Array.from({ length: 6 }, (_, at) => note(10 + at, `note ${at}`)),
    note(1, "late", { merged: [2] }),
    note(2, "Seventy days", { merged_into: 1 }),
  ];
  const screen = await board(notes);
  screen.type("seventy", "input[type=search]");
  await screen.settle();
  expect(screen.text).toContain("1 found");
  expect(screen.all("li.dim")).toHaveLength(6);
});

test("A6 a group is begun from notes that are ticked, under a title that is a draft", async () => {
  const all = [note(1, "late"), note(2, "never")];
  const screen = await shown(GroupDialog, { notes: [1], all, close: vi.fn() }, { people });
  screen.type("Being paid", "input.text[data-first]");
  expect(screen.room.drafts.get("group/title")).toBe("Being paid");
  screen.all("input[type=checkbox]")[1]?.click();
  await screen.press("Start a group");
  expect(screen.asked).toEqual([{ do: "GroupNotes", notes: [1, 2], title: "Being paid" }]);
});

test("A6 a note is put into one other note, never into itself", async () => {
  const all = [note(1, "late"), note(2, "never"), note(3, "soon")];
  const screen = await shown(GroupDialog, { merge: all[0], all, close: vi.fn() }, { people });
  expect(screen.all(".words").map(reads)).toEqual(["never", "soon"]);
  screen.all("input[type=checkbox]")[0]?.click();
  await screen.settle();
  screen.all("input[type=checkbox]")[1]?.click();
  await screen.press("Put them together");
  expect(screen.asked).toEqual([{ do: "Merge", about: 1, into: 3 }]);
});

test("A7 an aim stands with its number, its words and what it came from", async () => {
  const aims = {
    60: { id: 60, text: "Pay on time", first_text: "Pay", standing: "new", rests_on: [1] },
  };
  const told: Told = { people, aims, notes: { 1: note(1, "late") }, sheet: { aims: [60] } };
  const screen = await shown(AimList, {}, told);
  expect(screen.text).toContain("Our aims 1");
  expect(screen.text).toContain("Pay on time late Note 1, Fay");
});

test("A7 aims stand in the group's order, whatever came first", async () => {
  const aim = (id: number, text: string) => ({ id, text, first_text: text, standing: "new" });
  const aims = { 60: aim(60, "First"), 61: aim(61, "Second") };
  const screen = await shown(AimList, {}, { aims, sheet: { aims: [61, 60] } });
  expect(screen.all("li b").map(reads)).toEqual(["Second", "First"]);
});

test("A7 only who may word an aim is offered to", async () => {
  expect((await shown(AimList)).buttons).toEqual([]);
  await gone();
  expect((await shown(AimList, {}, { may: ["AddAim"] })).buttons).toEqual(["Word an aim"]);
});

const vote = { open: true, dots_each: 3 };
const dots = (left: number, placed: object = {}) => ({ dots: { 7: { left, placed } } });

test("A8 dots are given and taken with one tap, each button named for what it is on", async () => {
  const told: Told = { sheet: { vote }, may: ["PlaceDot", "TakeDot"], mine: dots(1, { 5: 2 }) };
  const screen = await shown(DotVote, { id: 5, what: "Pay on time" }, told);
  expect(screen.text).toContain("your dots");
  await screen.press("Give a dot to: Pay on time");
  await screen.press("Take a dot from: Pay on time");
  expect(screen.asked).toEqual([
    { do: "PlaceDot", about: 5 },
    { do: "TakeDot", about: 5 },
  ]);
});

test("A8 where none of mine lies none is taken, and who may give none has no buttons", async () => {
  const told: Told = { sheet: { vote }, may: ["PlaceDot"], mine: dots(3) };
  const screen = await shown(DotVote, { id: 5, what: "Pay" }, told);
  expect(screen.button("Take a dot from: Pay").disabled).toBe(true);
  await gone();
  const watching = await shown(DotVote, { id: 5, what: "Pay" }, { sheet: { vote } });
  expect(watching.buttons).toEqual([]);
});

test("A8 it says how many of my dots are left", async () => {
  const screen = await shown(
    Dots,
    {},
    { sheet: { vote }, may: ["PlaceDot"], mine: dots(2, { 5: 1 }) },
  );
  expect(screen.text).toContain("2 of 3 dots left");
});

const silent = { workshop: { phase: "aims", opened: true, silence: true } };

test("A1 in silence everybody sees how many notes there are, and only mine with words", async () => {
  const mine = {
    notes: { 1: note(1, "mine alone", { mine: true, held: true, silent: true, by: 7 }) },
  };
  const told: Told = { sheet: { ...silent, counts: { face_down: 5 } }, may: ["WriteNote"], mine };
  const screen = await shown(Aims, {}, told);
  expect(screen.text).toContain("mine alone");
  expect(screen.text).toContain("4 more notes, face down. Nobody can read them yet");
});

test("A1 in silence a pen says that only I see what I write", async () => {
  const screen = await shown(Aims, {}, { sheet: silent, may: ["WriteNote"] });
  expect(screen.text).toContain("Only you can see this. At the reveal");
});

test("A1 who watches in silence is told that everybody writes", async () => {
  const screen = await shown(Aims, {}, { sheet: silent, roles: ["observer"] });
  expect(screen.all("textarea")).toEqual([]);
});

test("A2 after the reveal the board has all notes, in the order of their numbers", async () => {
  const notes = { 3: note(3, "three"), 1: note(1, "one"), 2: note(2, "two") };
  const screen = await shown(Aims, {}, { people, notes });
  expect(screen.all("article .words").map(reads)).toEqual(["one", "two", "three"]);
});

test("a hostile note, group and aim are words", async () => {
  const words = WORST;
  const aims = { 60: { id: 60, text: words, first_text: words, standing: "new" } };
  const told: Told = { aims, groups: { 50: { ...GROUP, title: words } }, sheet: { aims: [60] } };
  const screen = await shown(Aims, {}, { ...told, notes: { 1: note(1, words, { group: 50 }) } });
  expect(screen.all("img, script")).toEqual([]);
});

test("forty notes in ten groups are on the board, each once", async () => {
  const notes = Array.from({ length: 40 }, (_, at) =>
    note(at + 1, `n${at}`, { group: 50 + (at % 10) }),
  );
  const groups = Object.fromEntries(
    Array.from({ length: 10 }, (_, at) => [50 + at, { id: 50 + at, title: `Group ${at}` }]),
  );
  const screen = await board(notes, { groups });
  expect(screen.all("article")).toHaveLength(40);
  expect(new Set(screen.all("[id^=thing-]").map((one) => one.id)).size).toBe(50);
});

test("A6 a refused move is said, and the note stays where the server has it", async () => {
  const notes = [note(1, "late")];
  const screen = await board(notes, { groups: { 50: GROUP }, roles: ["scribe"], may: REGROUP });
  await open(screen, "More: Note 1, Fay");
  await pick(screen, "Move to: Money");
  await screen.refuse("A vote is open.");
  expect(screen.room.told).toBe("A vote is open.");
  expect(screen.text.indexOf("late")).toBeGreaterThan(screen.text.indexOf("Not grouped yet"));
});
