// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import Pen from "../../src/parts/Pen.svelte";
import { memory } from "../../src/room/unanswered";
import type { Command } from "../../src/wire";
import { fullStorage } from "../room/browser";
import { gone, HOSTILE, person, reads, shown, type Told } from "../screen";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(async () => {
  await gone();
  vi.useRealTimers();
});

const writing = (text: string, hand: object) => ({ do: "WriteNote", text, ...hand }) as Command;
const pen = (more: object = {}, told: Told = {}) =>
  shown(Pen, { place: "note/aims", label: "Your note", command: writing, ...more }, told);
const box = (screen: Awaited<ReturnType<typeof pen>>) =>
  screen.one("textarea") as HTMLTextAreaElement;

test("A1 what is put up goes as it was typed, and the box is empty for the next", async () => {
  const screen = await pen();
  screen.type("  Pay on time\n");
  await screen.press("Put it up");
  expect(screen.asked).toEqual([{ do: "WriteNote", text: "  Pay on time\n", unnamed: false }]);
  expect(box(screen).value).toBe("");
});

test.each(HOSTILE)("S4 hostile words go and come back as text: %#", async (words) => {
  const screen = await pen();
  screen.type(words);
  await screen.press("Put it up");
  if (words.trim() === "") return expect(screen.asked).toEqual([]);
  await screen.refuse("Closed.");
  expect(screen.asked[0]?.text).toBe(words);
  expect(screen.all("img, script")).toEqual([]);
  expect(reads(screen.one("li")).slice(0, 40)).toContain(words.trim().slice(0, 10));
});

test("A1 nothing but space is not put up, and the box keeps the keyboard", async () => {
  const screen = await pen();
  screen.type("  \n ");
  await screen.press("Put it up");
  expect(screen.asked).toEqual([]);
  expect(document.activeElement).toBe(box(screen));
});

test.each([
  ["ctrlKey", 1],
  ["metaKey", 1],
  ["shiftKey", 0],
])("A1 Enter with %s puts up %i notes", async (held, many) => {
  const screen = await pen();
  screen.type("Pay on time");
  box(screen).focus();
  await screen.key("Enter", { [held]: true });
  expect(screen.asked).toHaveLength(many);
});

test("G6d S6 what is typed is in the browser's storage with every letter", async () => {
  const kept = memory();
  const screen = await pen({}, { kept });
  screen.type("Pay on");
  const keys = Array.from({ length: kept.length }, (_, at) => kept.key(at) ?? "");
  expect(keys.filter((key) => key.endsWith("note/aims")).map((key) => kept.getItem(key))).toEqual([
    "Pay on",
  ]);
});

test("S6 with the browser's storage full, one writes and puts up all the same", async () => {
  const screen = await pen({}, { kept: fullStorage() });
  screen.type("Pay on time");
  await screen.press("Put it up");
  await screen.done();
  expect(screen.asked).toHaveLength(1);
  expect(screen.room.asked).toEqual([]);
});

test("S6 on its way it says so; unsaved it says that it is kept here", async () => {
  const screen = await pen();
  screen.type("Pay on time");
  await screen.press("Put it up");
  expect(screen.text).toContain("Sending… Pay on time");
  screen.browser.network = false;
  screen.browser.close();
  await screen.settle(5_000);
  expect(screen.text).toContain("Not saved. Kept here. Pay on time");
});

test("S4 refused words stand with the sentence and four ways on", async () => {
  const screen = await pen();
  screen.type("Pay on time");
  await screen.press("Put it up");
  await screen.refuse("Writing is over.");
  expect(screen.one("[role=alert]").textContent).toBe("Writing is over.");
  expect(screen.buttons).toEqual([
    "Put it up",
    "Unnamed",
    "Try again",
    "Copy",
    "Put it back in the box",
    "Throw away",
  ]);
});

test("S4 refused words go back into the box beneath what was typed since", async () => {
  const screen = await pen();
  screen.type("first");
  await screen.press("Put it up");
  screen.type("second");
  await screen.refuse("Not now.");
  await screen.press("Put it back in the box");
  expect(box(screen).value).toBe("second\nfirst");
  expect(screen.room.asked).toEqual([]);
});

test("S4 refused words that are thrown away are gone from the device too", async () => {
  const kept = memory();
  const screen = await pen({}, { kept });
  screen.type("first");
  await screen.press("Put it up");
  await screen.refuse("Not now.");
  await screen.press("Throw away");
  const left = Array.from({ length: kept.length }, (_, at) => kept.getItem(kept.key(at) ?? ""));
  expect(left.join()).not.toContain("first");
});

test("S2 refused words that are tried again go with a new id and nothing else changed", async () => {
  const screen = await pen();
  screen.type("first");
  await screen.press("Put it up");
  await screen.refuse("Not now.");
  await screen.press("Try again");
  const [one, two] = screen.browser.commands;
  expect({ ...two, id: "" }).toEqual({ ...one, id: "" });
  expect(two?.id).not.toBe(one?.id);
});

test("A3a unnamed is said beside the box, goes with the words, and is off again after", async () => {
  const screen = await pen();
  await screen.press("Unnamed");
  expect(screen.text).toContain("Your name is left out.");
  expect(screen.button("Unnamed").getAttribute("aria-pressed")).toBe("true");
  screen.type("It is hard here");
  await screen.press("Put it up");
  expect(screen.asked[0]).toMatchObject({ unnamed: true });
  expect(screen.button("Unnamed").getAttribute("aria-pressed")).toBe("false");
});

test("A1 A3a in silence it says that only I see it, and under which name it will be revealed", async () => {
  const screen = await pen({ secret: true });
  expect(screen.text).toContain(
    "Only you can see this. At the reveal: everyone, with the name Robin.",
  );
  await screen.press("Unnamed");
  expect(screen.text).toContain("At the reveal: everyone, without a name.");
});

test("G11a only who keeps the text may type for others", async () => {
  const people = { 8: person(8, "Ines"), 9: person(9, "Tam", { removed: true }) };
  const participant = await pen({}, { people });
  expect(participant.all("select")).toEqual([]);
  const scribe = await pen({}, { people, roles: ["scribe"] });
  expect(scribe.all("option").map(reads)).toEqual(["My own words", "Someone in the room", "Ines"]);
});

test.each([
  ["8", { for_person: 8 }],
  ["someone", { for_someone: true }],
  ["", {}],
])("G11a words typed for %j say whose they are", async (chosen, hand) => {
  const screen = await pen({}, { people: { 8: person(8, "Ines") }, roles: ["scribe"] });
  screen.choose(chosen);
  screen.type("We waited all winter");
  await screen.press("Put it up");
  expect(screen.asked[0]).toEqual({
    do: "WriteNote",
    text: "We waited all winter",
    unnamed: false,
    ...hand,
  });
});

test("two pens with the same words keep two drafts", async () => {
  const screen = await pen();
  screen.type("for aims");
  screen.show(Pen as never, { place: "note/gather", label: "Hello", command: writing });
  const boxes = screen.all("textarea") as HTMLTextAreaElement[];
  expect(boxes.map((one) => one.value)).toEqual(["for aims", ""]);
});

test("the box has a name, and is described by who will see what is put up", async () => {
  const screen = await pen();
  const id = box(screen).id;
  expect(reads(screen.one(`label[for="${id}"]`))).toBe("Your note");
  const seen = screen.one(`[id="${box(screen).getAttribute("aria-describedby")}"]`);
  expect(reads(seen)).toBe("Everyone here can read it.");
});
