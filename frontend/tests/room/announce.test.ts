// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import Head from "../../src/parts/Head.svelte";
import { announce, speakThrough } from "../../src/room/announce";
import type { Command } from "../../src/wire";
import { gone, person, type Screen, shown, type Told } from "../screen";

let region: HTMLElement;
let urgent: HTMLElement;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  region = document.createElement("div");
  speakThrough(region);
  urgent = document.createElement("div");
  speakThrough(urgent, { now: true });
});
afterEach(async () => {
  await gone();
  await vi.advanceTimersByTimeAsync(1_000);
  vi.useRealTimers();
});

/** What the screen reader was given since the last time. */
async function spoken(ms = 200): Promise<string> {
  region.textContent = "";
  await vi.advanceTimersByTimeAsync(ms);
  return region.textContent ?? "";
}

test("sentences of one change are read together, in their order", async () => {
  announce("Aims is open now.");
  announce("All notes are revealed.");
  expect(await spoken()).toBe("Aims is open now. All notes are revealed.");
});

test("the same sentence of one change is read once", async () => {
  announce("Saved");
  announce("Saved");
  expect(await spoken()).toBe("Saved");
});

test("a sentence that comes later is read by itself", async () => {
  announce("One.");
  expect(await spoken()).toBe("One.");
  announce("Two.");
  expect(await spoken()).toBe("Two.");
});

test("K1c of one kind the last alone is said, and the same can be said again", async () => {
  announce("3 hands up.", { kind: "hands" });
  announce("Saved");
  announce("4 hands up.", { kind: "hands" });
  expect(await spoken()).toBe("Saved 4 hands up.");
  await vi.advanceTimersByTimeAsync(12_000);
  expect(region.textContent).toBe("");
});

test("K1b what cannot wait is said over the rest", async () => {
  announce("It is your turn.", { now: true });
  expect([await spoken(), urgent.textContent]).toEqual(["", "It is your turn."]);
});

test("words are given to be read as text, whatever is in them", async () => {
  announce("<b>Fay</b> keeps the pace");
  await vi.advanceTimersByTimeAsync(200);
  expect([region.textContent, region.children.length]).toEqual(["<b>Fay</b> keeps the pace", 0]);
});

const write = { do: "WriteNote", text: "Pay" } as Command;
const room = (sheet: object = {}, people: Told["people"] = {}): Promise<Screen> =>
  shown(Head, {}, { sheet, people });

async function lose(screen: Screen): Promise<void> {
  screen.browser.network = false;
  screen.browser.close();
  await vi.advanceTimersByTimeAsync(5_000);
}

test("S6 that words are not saved is said once, however long it lasts", async () => {
  const screen = await room();
  await lose(screen);
  expect(urgent.textContent).toContain("Not saved.");
  expect(await spoken(30_000)).toBe("");
});

test("S6 that all is saved again is said also where words had waited for the line", async () => {
  const screen = await room();
  await lose(screen);
  screen.browser.network = true;
  await vi.advanceTimersByTimeAsync(8_000);
  void screen.room.ask(write);
  await screen.browser.open();
  expect(screen.room.saved).toBe("saving");
  region.textContent = "";
  await screen.done();
  expect(await spoken()).toBe("Saved again.");
});

test("S6 a line that was lost for a blink is not spoken of", async () => {
  const screen = await room();
  screen.browser.close();
  await vi.advanceTimersByTimeAsync(1_000);
  await screen.browser.open();
  expect(await spoken()).toBe("");
});

test("G6c a phase that opens is said by its name, to everybody", async () => {
  const screen = await room();
  screen.hear({ sheet: { workshop: { phase: "process", opened: true } } });
  expect(await spoken()).toBe("The group is at process now.");
});

test("A2 the reveal is said", async () => {
  const screen = await room({ workshop: { phase: "aims", opened: true, silence: true } });
  screen.hear({ sheet: { workshop: { phase: "aims", opened: true, silence: false } } });
  expect(await spoken()).toBe("All notes are revealed.");
});

test("G2 that the flipchart is open is said to who waited", async () => {
  const screen = await room({ workshop: { phase: "aims", opened: false } });
  screen.hear({ sheet: { workshop: { phase: "aims", opened: true } } });
  expect(await spoken()).toBe("The flipchart is open.");
});

test("what stays as it was is not spoken of", async () => {
  const screen = await room();
  screen.hear({ sheet: { workshop: { title: "New", phase: "aims", opened: true } } });
  expect(await spoken()).toBe("");
});

test.each([
  [8, "Fay leads until a facilitator is back."],
  [7, "You lead until a facilitator is back."],
])("G18b that %i keeps the pace is said to each in their own words", async (holder, said) => {
  const screen = await room({}, { 8: person(8, "Fay") });
  screen.hear({ sheet: { workshop: { phase: "aims", opened: true, pace_holder: holder } } });
  expect(await spoken()).toBe(said);
});

test("G18b that a facilitator is back is told with thanks to who kept the pace", async () => {
  const kept = { phase: "aims", opened: true, pace_holder: 7 };
  const screen = await room({ workshop: kept });
  screen.hear({ sheet: { workshop: { ...kept, pace_holder: null } } });
  expect(screen.room.told).toBe("A facilitator is back and leads again. Thank you.");
  expect(await spoken()).toBe("A facilitator is back and leads again. Thank you.");
});

test("G18a that no facilitator is connected is said once, while offers come and go", async () => {
  const screen = await room();
  screen.browser.hear({ leading: { offers: [], needed: 2, mine: null } });
  expect(await spoken()).toBe("No facilitator is connected.");
  screen.browser.hear({ leading: { offers: [{ person: 8, backed: 1 }], needed: 2, mine: null } });
  expect(await spoken()).toBe("");
});

test("S4 a refusal of a button is said", async () => {
  const screen = await room();
  void screen.room.press({ do: "RaiseHand", up: true });
  await screen.refuse("Not after the close.");
  expect(await spoken()).toBe("Not after the close.");
});
