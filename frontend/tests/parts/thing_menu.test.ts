// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import ThingMenu from "../../src/parts/things/ThingMenu.svelte";
import type { Command, Role } from "../../src/wire";
import { gone, person, reads, type Screen, shown, type Told } from "../screen";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(async () => {
  await gone();
  vi.useRealTimers();
});

/** All that the server may say is open just now; what of it a thing offers hangs on whose it is. */
const ALL = [
  "AskQuestion",
  "Answer",
  "BringBack",
  "Delete",
  "Hide",
  "MaskWords",
  "MoveNote",
  "NarrowWords",
  "OpenWords",
  "Park",
  "Regroup",
  "Reword",
  "StayUnnamed",
  "Tag",
  "TakeBack",
  "UndoRewording",
  "Unpark",
] as Command["do"][];
const OPEN = { title: "Paying people", phase: "aims", opened: true };
const FAY = person(8, "Fay");
const note = { id: 3, is: "note", kind: "note", phase: "aims", number: 4, by: 8, text: "Pay" };
const mine = { ...note, by: 7, mine: true };
const aim = { id: 5, is: "aim", text: "Pay on time", first_text: "Pay on time", standing: "new" };
const story = { id: 6, is: "experience", title: "The winter", storytellers: [7], moments: [9] };
const moment = { id: 9, is: "moment", experience: 6, text: "Paid late", by: 8 };

async function offered(thing: object, role: Role = "participant", more: Told = {}) {
  const may = more.may ?? ALL.filter((one) => one !== "Regroup" || role !== "participant");
  const screen = await shown(
    ThingMenu,
    { thing },
    { people: { 8: FAY }, experiences: { 6: story }, ...more, roles: [role], may },
  );
  const [opener] = screen.all("button");
  opener?.click();
  await screen.settle();
  return { screen, names: screen.all("[role=menuitem]").map(reads) };
}

async function pick(screen: Screen, name: string): Promise<void> {
  screen
    .all("[role=menuitem]")
    .find((one) => reads(one) === name)
    ?.click();
  await screen.settle();
}

test("A4b of somebody else's note I can offer other words, not change or take them back", async () => {
  const { names } = await offered(note);
  expect(names).toEqual([
    "Offer other words",
    "Ask about it",
    "Put a word on it",
    "Park it for later",
    "Hide it",
  ]);
});

test("A4a my own note I change, move, leave unnamed, open, mask and take back", async () => {
  const { names } = await offered(mine);
  expect(names).toEqual([
    "Change the words",
    "Ask about it",
    "Put a word on it",
    "Move to another phase",
    "Park it for later",
    "Stay unnamed",
    "Who may read this beneath the outline",
    "Mask words in it",
    "Hide it",
    "Take my words back",
  ]);
});

test("A4a who keeps the text changes somebody's words only as they asked", async () => {
  const { names } = await offered(note, "scribe");
  expect(names).toContain("Change it, as they asked");
  expect(names).not.toContain("Change the words");
});

test("G11b a scribe changes and takes back what they typed for a hand that nobody knows", async () => {
  const { names } = await offered({ ...note, by: undefined, unknown: true }, "scribe");
  expect(names).toContain("Change the words");
  expect(names).toContain("Take these words back");
});

test("G12a facilitators mask in everybody's note, and take back what one shown out wrote", async () => {
  const here = await offered(note, "facilitator");
  expect(here.names).toContain("Mask words in it");
  expect(here.names).not.toContain("Take these words back");
  await gone();
  const people = { 8: person(8, "Fay", { removed: true }) };
  const out = await offered(note, "facilitator", { people });
  expect(out.names).toContain("Take these words back");
});

test("A4c the group's text is changed and taken off by its keepers alone", async () => {
  expect((await offered(aim)).names).toEqual([
    "Ask about it",
    "Put a word on it",
    "Park it for later",
  ]);
  await gone();
  expect((await offered(aim, "scribe")).names).toEqual([
    "Change the words",
    "Ask about it",
    "Put a word on it",
    "Park it for later",
    "Take it off the flipchart",
  ]);
});

test("G11b in whose name the group's text was typed corrects it while it stands as it was typed", async () => {
  const typed = { ...aim, by: 7, typed_by: 8 };
  expect((await offered(typed)).names).toContain("Change the words");
  await gone();
  expect((await offered({ ...typed, version: 2 })).names).not.toContain("Change the words");
});

test("E8c O5c a teller opens their story and takes it back; others do neither", async () => {
  const own = await offered(story);
  expect(own.names).toContain("Who may read this story beneath the outline");
  expect(own.names).toContain("Take my words back");
  await gone();
  const other = await offered({ ...story, storytellers: [8] }, "facilitator");
  expect(other.names).not.toContain("Take my words back");
  expect(other.names).not.toContain("Who may read this story beneath the outline");
});

test("O5b what is not for everybody yet is not opened beneath the outline", async () => {
  const own = { ...moment, by: 7, mine: true, private: true };
  expect((await offered(own)).names).not.toContain("Who may read this beneath the outline");
});

test("O5c a facilitator narrows only what somebody opened", async () => {
  expect((await offered(note, "facilitator")).names).not.toContain("Narrow who may read it");
  await gone();
  const { names } = await offered({ ...note, opened: "members" }, "facilitator");
  expect(names).toContain("Narrow who may read it");
});

test("R2 of what waits for the storyteller nothing is asked, parked, tagged or moved", async () => {
  const { names } = await offered({ ...mine, held: true, private: true });
  expect(names).toEqual([
    "Change the words",
    "Stay unnamed",
    "Mask words in it",
    "Take my words back",
  ]);
});

test("what was taken off is brought back, and nothing else", async () => {
  const { screen, names } = await offered({ ...mine, state: "deleted" });
  expect(names).toEqual(["Bring it back"]);
  await pick(screen, "Bring it back");
  expect(screen.asked).toEqual([{ do: "BringBack", about: 3 }]);
  await gone();
  expect((await offered({ ...note, state: "deleted" })).names).toEqual([]);
});

test("E6b what a teller put aside a teller brings back, after the close too", async () => {
  const closed = { sheet: { workshop: { ...OPEN, closed: true } } };
  const aside = { ...moment, state: "deleted", left_off: true };
  expect((await offered(aside, "participant", closed)).names).toEqual(["Bring it back"]);
  await gone();
  const others = { ...closed, experiences: { 6: { ...story, storytellers: [8] } } };
  expect((await offered({ ...aside, mine: true }, "participant", others)).names).toEqual([]);
  await gone();
  const own = { ...moment, by: 7, mine: true, state: "deleted" };
  expect((await offered(own, "participant", closed)).names).toEqual([]);
});

test("G18b A4c who keeps the pace meanwhile does not change the group's text", async () => {
  const leads = { workshop: { ...OPEN, pace_holder: 7 }, may: { participant: ALL, pace: ALL } };
  const { names } = await offered(aim, "participant", { sheet: leads });
  expect(names).not.toContain("Change the words");
  expect(names).not.toContain("Take it off the flipchart");
});

test("O9 G15b after the close the text is changed where it asks for care, and nowhere else", async () => {
  const closed = { sheet: { workshop: { ...OPEN, closed: true } } };
  expect((await offered(aim, "scribe", closed)).names).not.toContain("Change the words");
  await gone();
  const { names } = await offered({ ...aim, changed: [3] }, "scribe", closed);
  expect(names).toContain("Change the words");
});

test("G15b after the close nobody offers other words, nor changes somebody's as they asked", async () => {
  const closed = { sheet: { workshop: { ...OPEN, closed: true } } };
  const { names } = await offered(note, "scribe", closed);
  expect(names).not.toContain("Offer other words");
  expect(names).not.toContain("Change it, as they asked");
});

test("A3a what somebody typed unnamed for a hand that nobody knows is not theirs to name", async () => {
  const typed = { ...mine, by: undefined, unnamed: true, unknown: true };
  const { names } = await offered(typed, "scribe");
  expect(names).toContain("Change the words");
  expect(names).not.toContain("Put my name to it");
});

test("of what was withdrawn nothing can be done at all", async () => {
  const { screen } = await offered({ ...note, state: "withdrawn" }, "facilitator");
  expect(screen.buttons).toEqual([]);
});

test("what the server does not open is not offered, whoever's it is", async () => {
  expect((await offered(mine, "facilitator", { may: [] })).names).toEqual([]);
});

test("A3a my name is put to a note, and taken from it, with one tap", async () => {
  const { screen } = await offered({ ...mine, unnamed: true });
  await pick(screen, "Put my name to it");
  expect(screen.asked).toEqual([{ do: "StayUnnamed", about: 3, unnamed: false }]);
});

test("A5 earlier wordings are there to go back to and to read, where there are any", async () => {
  const was = [{ text: "Pay some day", by: 8, at: 1, why: "too vague" }];
  const { screen, names } = await offered({ ...mine, was });
  expect(names).toContain("Back to the wording before");
  await pick(screen, "Earlier wordings");
  expect(screen.text).toContain("Pay some day First wording.");
  expect(screen.text).toContain("Fay too vague");
  await gone();
  expect((await offered(mine)).names).not.toContain("Earlier wordings");
});

test("E4d facilitators look beneath a veil from the thing that it covers", async () => {
  const veil = { veil: 2, because: "name", covers: ["Acme"], at: 900_000, until: 99_000_000 };
  const { names } = await offered(note, "facilitator", { veils: { 3: { veils: [veil] } } });
  expect(names).toContain("Covered words…");
});

test("a refusal from a menu is said where everybody looks, and keeps nothing", async () => {
  const { screen } = await offered({ ...mine, unnamed: true });
  await pick(screen, "Put my name to it");
  await screen.refuse("Not after the close.");
  expect([screen.room.told, screen.room.asked]).toEqual(["Not after the close.", []]);
});
