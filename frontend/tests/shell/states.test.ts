// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import Banners from "../../src/shell/Banners.svelte";
import Break from "../../src/shell/Break.svelte";
import Clock from "../../src/shell/Clock.svelte";
import Copies from "../../src/shell/Copies.svelte";
import OwnLines from "../../src/shell/OwnLines.svelte";
import SavedState from "../../src/shell/SavedState.svelte";
import Top from "../../src/shell/Top.svelte";
import Waiting from "../../src/shell/Waiting.svelte";
import type { Command } from "../../src/wire";
import { gone, nameOf, person, type Screen, shown, type Told, WORST } from "../screen";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(async () => {
  await gone();
  vi.useRealTimers();
});

const write = { do: "WriteNote", text: "Pay on time" } as Command;

async function lose(screen: Screen, for_ms = 5_000): Promise<void> {
  screen.browser.network = false;
  screen.browser.close();
  await screen.settle(for_ms);
}

test("S6 the page says saved, saving and not saved as it is, and nothing else", async () => {
  const screen = await shown(SavedState);
  expect(screen.text).toBe("Saved");
  void screen.room.ask(write);
  await screen.settle();
  expect(screen.text).toBe("Saving…");
  await screen.done();
  expect(screen.text).toBe("Saved");
  await lose(screen);
  expect(screen.text).toBe("Not saved");
});

test("S6 a line that is gone for a blink is not called not saved", async () => {
  const screen = await shown(SavedState);
  await lose(screen, 1_000);
  expect(screen.text).toBe("Saving…");
});

test("S6 while the line is down the banner says that words are kept here", async () => {
  const screen = await shown(Banners);
  expect(screen.text).toBe("");
  await lose(screen);
  expect(screen.text).toBe("Not saved. Reconnecting; your words are kept here.");
});

test.each([
  [4429, "Very much came from you at once."],
  [4409, "You have this open on many other pages, so this one rests."],
])("L3d a line that was closed with %i says why, and that words are kept", async (code, why) => {
  const screen = await shown(Banners);
  screen.browser.close(code);
  await screen.settle(5_000);
  expect(screen.text).toContain(why);
  expect(screen.text).toContain("Your words are kept here");
});

test("S5 where sockets are blocked the banner says that what is written is saved", async () => {
  const screen = await shown(Banners);
  for (let tried = 0; tried < 3; tried++) {
    screen.browser.close();
    await screen.settle(9_000);
    screen.browser.close();
  }
  await screen.settle(1_000);
  expect(screen.text).toContain("Live changes cannot come through on this network.");
  expect(screen.text).not.toContain("Not saved");
});

test("G15d who looks at a phase of a closed flipchart comes back to the end with one tap", async () => {
  const sheet = { workshop: { phase: "return", opened: true, closed: true } };
  const screen = await shown(Banners, {}, { sheet });
  expect(screen.text).toBe("");
  screen.room.look("return");
  await screen.settle();
  expect(screen.text).toContain("The flipchart is closed. You are looking at return.");
  await screen.press("Back to the end");
  expect(screen.room.looking).toBeNull();
});

test("G15b words that were begun when the flipchart was closed are kept above the end", async () => {
  const sheet = { workshop: { phase: "return", opened: true, closed: true } };
  const screen = await shown(Banners, {}, { sheet });
  screen.room.drafts.set("note/return", "One thing more");
  await screen.settle();
  expect(screen.text).toContain("One thing more");
});

test("G6b who looks elsewhere reads where the group is, and comes back with one tap", async () => {
  const screen = await shown(Banners);
  screen.room.looking = "gather";
  await screen.settle();
  expect(screen.text).toContain("You are looking at gather. The group is at aims.");
  await screen.press("Back to the group");
  expect(screen.room.looking).toBeNull();
});

test("G6d words begun in a phase that was left can be put up, gone to, or thrown away", async () => {
  const screen = await shown(Banners, {}, { may: ["WriteNote"] });
  screen.room.drafts.set("note/gather", "Hello all");
  await screen.settle();
  expect(screen.text).toContain("Your words in gather are kept: Hello all Everyone here will read");
  expect(screen.buttons).toEqual(["Put it up now", "Look at gather", "Throw away"]);
  await screen.press("Put it up now");
  expect(screen.asked).toEqual([{ do: "WriteNote", text: "Hello all" }]);
  expect(screen.room.drafts.get("note/gather")).toBe("");
});

test("A1 in silence it is not said that everyone will read what is put up", async () => {
  const sheet = { workshop: { phase: "aims", opened: true, silence: true } };
  const screen = await shown(Banners, {}, { sheet });
  screen.room.drafts.set("note/gather", "Hello all");
  await screen.settle();
  expect(screen.text).not.toContain("Everyone here will read it.");
});

test("S4 words that were refused after their form was put away stand above the phase", async () => {
  const screen = await shown(Banners);
  screen.room.send({ do: "AddAim", text: "Pay on time", rests_on: [] } as Command, "form");
  await screen.refuse("The aims are closed.");
  expect(screen.text).toContain("Not put up. Kept here. Pay on time The aims are closed.");
  await screen.press("Throw away");
  expect(screen.room.asked).toEqual([]);
});

test("what is told is shown until it is put away", async () => {
  const screen = await shown(Banners);
  screen.room.tell("Undone.");
  await screen.settle();
  expect(screen.text).toContain("Undone.");
  await screen.press("Close");
  expect(screen.text).toBe("");
});

test("what is told goes by itself, and a later sentence has its own time", async () => {
  const screen = await shown(Banners);
  screen.room.tell("One.");
  await screen.settle(8_000);
  screen.room.tell("Two.");
  await screen.settle(8_000);
  expect(screen.room.told).toBe("Two.");
  await screen.settle(2_000);
  expect(screen.room.told).toBeNull();
});

const minutes = (planned: number, gone: number) => ({
  workshop: {
    phase: "aims",
    opened: true,
    minutes: planned,
    phase_opened_at: 1_000_000 - gone * 60_000,
  },
});

test.each([
  [10, 4, "6 min left of 10 min"],
  [10, 12, "2 min over of 10 min"],
])("G7 of %i minutes, after %i, the clock says %s", async (planned, after, said) => {
  const screen = await shown(Clock, {}, { sheet: minutes(planned, after) });
  expect(screen.text).toBe(said);
});

test("G7 the clock cuts nobody off: over time it is only told", async () => {
  const screen = await shown(Clock, {}, { sheet: minutes(10, 30) });
  expect(screen.one(".clock").classList.contains("over")).toBe(true);
});

test("G15a a break says when it ends on the reader's own clock, and how soon", async () => {
  const sheet = { workshop: { phase: "aims", opened: true, break_until: 1_000_000 + 150_000 } };
  const look = vi.fn();
  const screen = await shown(Break, { look }, { sheet });
  expect(screen.text).toContain("In 3 minutes. What you were typing is kept.");
  await screen.press("Look at the flipchart meanwhile");
  expect(look).toHaveBeenCalledOnce();
});

test("G15a who keeps the pace ends a break, and nobody else is offered to", async () => {
  const sheet = { workshop: { phase: "aims", opened: true, break_until: 1_000_001 } };
  const led: Told = { sheet, roles: ["facilitator"], may: ["EndBreak"] };
  const screen = await shown(Break, { look: vi.fn() }, led);
  await screen.press("End the break");
  expect(screen.asked).toEqual([{ do: "EndBreak" }]);
  await gone();
  expect((await shown(Break, { look: vi.fn() }, { sheet })).buttons).toHaveLength(1);
});

const soon = { sheet: { workshop: { title: "Paying people", phase: "gather", opened: false } } };

test("G2 who waits reads who facilitates, who is here, and what will happen", async () => {
  const people = {
    8: person(8, "Fay", { roles: ["facilitator"] }),
    9: person(9, "Olu", { roles: ["facilitator"] }),
    10: person(10, "Tam", { removed: true }),
  };
  const screen = await shown(Waiting, {}, { ...soon, people });
  expect(screen.text).toContain("Fay and Olu facilitate. This page opens by itself");
  expect(screen.text).toContain("Robin (you), Fay, Olu");
  expect(screen.text).not.toContain("Tam");
  expect(screen.all("ol li")).toHaveLength(6);
});

test("G2 with no facilitator here yet it says that they are on the way", async () => {
  expect((await shown(Waiting, {}, soon)).text).toContain("The facilitator is on the way.");
});

test("G2 only who may open the flipchart is offered to", async () => {
  expect((await shown(Waiting, {}, soon)).buttons).toEqual([]);
  await gone();
  const led: Told = { ...soon, roles: ["facilitator"], may: ["OpenFlipchart"] };
  const screen = await shown(Waiting, {}, led);
  expect(screen.text).toContain("1 person is in. Everybody who waits comes in at that moment.");
  await screen.press("Open the flipchart");
  expect(screen.asked).toEqual([{ do: "OpenFlipchart" }]);
});

test("E3a who may tell prepares before it starts, and reads that only they see it", async () => {
  const asked = { people: { 7: { id: 7, me: true, story: { asked: true } } } };
  const screen = await shown(Waiting, {}, { ...soon, may: ["TellExperience"], mine: asked });
  expect(screen.text).toContain("Only you see it until you share it.");
  vi.stubGlobal("scrollTo", vi.fn());
  await screen.press("You are asked to tell: prepare it now");
  expect(screen.room.phase).toBe("experience");
  vi.unstubAllGlobals();
});

test("a hostile name or welcome is words", async () => {
  const words = WORST;
  const workshop = { title: words, phase: "gather", opened: false, welcome: words };
  const people = { 8: person(8, words) };
  const screen = await shown(Waiting, {}, { sheet: { workshop }, people });
  expect(screen.all("img, script")).toEqual([]);
  expect(screen.one(".welcome").textContent).toBe(words);
});

test("G4a two people with names that look alike are told apart while they wait", async () => {
  const people = { 8: person(8, "Robin", { called: "Robin (2)" }) };
  expect((await shown(Waiting, {}, { ...soon, people })).text).toContain("Robin (2)");
});

test("the head says who is here, how many hands are up, and leads to the call", async () => {
  const call = { link: "https://call.example/x", name: "Jitsi" };
  const sheet = { counts: { hands: 2 } };
  const screen = await shown(Top, {}, { sheet, page: { call, workshop: "/w/abc" } });
  screen.browser.hear({ here: { people: [7, 8, 9], now: Date.now() } });
  await screen.settle();
  expect(screen.text).toMatch(/3 here.*2 hands up/);
  const link = screen.one("a.call");
  expect(link.getAttribute("rel")).toBe("noopener noreferrer");
  expect(nameOf(link)).toBe("The call (Jitsi)");
});

test("O6a whose words are beneath a line is shown the way to their lines, nobody else", async () => {
  const page = { lines: "/w/abc/lines" };
  const mine = { people: { 7: { id: 7, me: true, has_lines: true } } };
  const screen = await shown(OwnLines, {}, { page, mine });
  expect(screen.one("a").getAttribute("href")).toBe("/w/abc/lines");
  await gone();
  expect((await shown(OwnLines, {}, { page })).text).toBe("");
});

test("E10g who took words back reads that copies are looked for, and what was found", async () => {
  const screen = await shown(Copies, { since: Date.now() });
  screen.hear({ copies: { 7: { looking: 1, at: 0 } } }, "me");
  await screen.settle();
  expect(screen.text).toContain("Copies of what you took back are still being looked for.");
  screen.hear({ copies: { 7: { looking: 0, covered: 2, left: 1, at: Date.now() + 9_000 } } }, "me");
  await screen.settle();
  expect(screen.room.told).toBe("The same words are covered in 2 places.");
  expect(screen.text).toContain("In 1 place the same words stay as they are");
  await screen.press("Close");
  expect(screen.text).toBe("");
});

test("E10g what was found before this page was opened is not told again", async () => {
  const copies = { 7: { covered: 2, left: 1, at: 900_000 } };
  const screen = await shown(Copies, { since: Date.now() }, { mine: { copies } });
  expect([screen.text, screen.room.told]).toEqual(["", null]);
});
