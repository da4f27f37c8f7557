// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import Text from "../../src/parts/Text.svelte";
import Note from "../../src/parts/things/Note.svelte";
import { gone, HOSTILE, person, reads, type Screen, shown, type Told } from "../screen";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(async () => {
  await gone();
  vi.useRealTimers();
});

const FAY = person(8, "Fay", { roles: ["facilitator"] });
const written = { id: 3, is: "note", kind: "note", phase: "aims", number: 4, by: 8, text: "Pay" };
const note = (more: object = {}, told: Told = {}, given: object = {}): Promise<Screen> =>
  shown(
    Note,
    { note: { ...written, ...more }, ...given },
    { ...told, people: { 8: FAY, ...told.people }, notes: { 3: { ...written, ...more } } },
  );

test("A2 a note says its words, its number and whose it is", async () => {
  expect((await note()).text).toBe("Pay Note 4 Fay");
});

test("A3a of an unnamed note everybody reads that it is unnamed, and its author that it is theirs", async () => {
  expect((await note({ by: undefined, unnamed: true })).text).toContain("Unnamed");
  const mine = await note({ by: undefined, unnamed: true, mine: true });
  expect(mine.text).toContain("Yours 4 You are unnamed here");
});

test.each([
  [{ state: "withdrawn", text: undefined }, "Note 4, withdrawn"],
  [{ state: "deleted" }, "Note 4, taken off"],
  [{ state: "hidden", text: undefined }, "Note 4, hidden by a facilitator"],
])("G12b of a note that is %j one reads only that", async (more, said) => {
  const screen = await note(more);
  expect(screen.text).toBe(said);
  expect(screen.buttons).toEqual([]);
});

test("G12b its author goes on reading a hidden note, and cannot show it again", async () => {
  const screen = await note({ state: "hidden", mine: true });
  expect(screen.text).toBe("Yours, hidden by a facilitator. You can still read it. Pay");
});

test("G12a facilitators read who hid it and why, and can show it again", async () => {
  const hidden = { state: "hidden", hidden_by: 8, hidden_why: "A name in it" };
  const screen = await note(hidden, { roles: ["facilitator"], may: ["Show"] });
  expect(screen.text).toContain("Note 4, hidden by Fay Pay A name in it");
  await screen.press("Show it again");
  expect(screen.asked).toEqual([{ do: "Show", about: 3 }]);
});

test.each([
  [{ held: true, mine: true, silent: true }, "Yours, not yet revealed"],
  [{ held: true, mine: true }, "Yours, seen after the storyteller has spoken"],
  [{ held: true, typed_by: 7 }, "Fay’s words, typed by Robin"],
  [{ held: true, typed_by: 7, by: undefined, unknown: true }, "Someone in the room"],
  [{ moved_from: "gather" }, "Moved from gather"],
  [{ typed_by: 7 }, "Fay’s words, typed by Robin"],
])("G11a R2 above a note that is %j stands: %s", async (more, said) => {
  expect((await note(more)).text.startsWith(said)).toBe(true);
});

test("A3a of an unnamed note that was typed nobody reads by whom", async () => {
  const screen = await note({ unnamed: true, by: undefined, typed_by: 7 });
  expect(screen.text).not.toContain("typed by");
});

test("a note in a mixed row says in words which kind it is", async () => {
  const screen = await note({ kind: "disliked", number: 2 }, {}, { kind: true });
  expect(screen.text).toBe("Didn’t like Pay Didn’t like 2 Fay");
});

test("the wall's note has nothing to press", async () => {
  const screen = await note({ mine: true }, { may: ["Reword", "TakeBack"] }, { still: true });
  expect(screen.buttons).toEqual([]);
});

test("G17 a note that was typed long after it was said has both times", async () => {
  const said = Date.UTC(2026, 0, 5, 9, 0);
  const screen = await note({ typed_by: 7, said_at: said, stored_at: said + 3_600_000 });
  expect(screen.text).toMatch(/Said \d+:\d+.*, typed \d+:\d+/);
});

test("A6 a note into which others were put says how many, and unfolds them", async () => {
  const inside = { ...written, id: 9, number: 6, text: "Pay sooner", merged_into: 3 };
  const told = { may: ["Split" as const], notes: { 9: inside } };
  const screen = await shown(
    Note,
    { note: { ...written, merged: [9] } },
    { ...told, people: { 8: FAY } },
  );
  expect(screen.text).toContain("2 notes that say the same · Note 4");
  expect(screen.text).not.toContain("Pay sooner");
  await screen.press("Read the others");
  expect(screen.text).toContain("Pay sooner");
  await screen.press("More: Note 6, Fay");
  screen.all("[role=menuitem]").at(-1);
  const apart = screen.all("[role=menuitem]").find((one) => reads(one) === "Stand by itself again");
  apart?.click();
  await screen.settle();
  expect(screen.asked).toEqual([{ do: "Split", about: 9 }]);
});

test("A8 dots stand on a note once they are counted, with those for earlier words", async () => {
  expect((await note({ dots: 3, dots_before: 1 })).text).toContain(
    "3 dots, 1 more before it was reworded",
  );
  expect((await note()).text).not.toContain("dot");
});

test("G14 a parked note says why", async () => {
  expect((await note({ parked: "for spring" })).text).toContain("Parked: for spring");
});

test.each(HOSTILE)("words are words, whatever they are: %#", async (text) => {
  const screen = await note({ text });
  expect(screen.all("img, script")).toEqual([]);
  const shownText = screen.one(".words p").textContent ?? "";
  expect(shownText.length).toBeLessThan(440);
  expect(text.startsWith(shownText.replace(/ …$/, "").slice(0, 30))).toBe(true);
});

test("forty notes are forty notes, each with its own menu", async () => {
  const screen = await note();
  for (let at = 0; at < 39; at++) screen.show(Note as never, { note: { ...written, id: 10 + at } });
  expect(screen.all("article")).toHaveLength(40);
});

test("words stand in their own direction", async () => {
  const screen = await shown(Text, { text: "مرحبا" });
  expect(screen.one("p").getAttribute("dir")).toBe("auto");
});

test("E4b a mask is one mark that is read aloud as a word", async () => {
  const screen = await shown(Text, { text: "███ paid ███ late" });
  expect(screen.text).toBe("masked paid masked late");
  expect(screen.all(".mask")).toHaveLength(2);
});

test("long words are folded, and unfold whole", async () => {
  const text = `${"word ".repeat(120)}end`;
  const screen = await shown(Text, { text });
  expect(screen.text).not.toContain("end");
  await screen.press("Read on");
  expect(screen.text).toContain("word end");
  await screen.press("Show less");
  expect(screen.text).not.toContain("word end");
});

test("words a little longer than the fold are not folded", async () => {
  const screen = await shown(Text, { text: "a".repeat(500) });
  expect(screen.buttons).toEqual([]);
});
