import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Room } from "../../src/room/room.svelte";
import { memory } from "../../src/room/unanswered";
import { Browser, fullStorage, note, page } from "./browser";

let browser: Browser;
let room: Room;

function come(kept: Storage = memory()): void {
  room = new Room(page, browser.doors, kept);
  room.start();
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.stubGlobal("addEventListener", () => {});
  vi.stubGlobal("navigator", { onLine: true });
  vi.stubGlobal("document", { addEventListener() {}, hidden: false });
  browser = new Browser();
  come();
});
afterEach(async () => {
  room.stop();
  await vi.advanceTimersByTimeAsync(1_000); // what was still to be said
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("S6 with the line open and everything answered, the page says saved", async () => {
  await browser.open();
  expect(room.saved).toBe("saved");
});

test("S1 what is on its way is saving until the server says done", async () => {
  await browser.open();
  void room.ask(note("one"));
  expect(room.saved).toBe("saving");
  browser.done(room.asked[0]?.id);
  expect(room.saved).toBe("saved");
});

test("S6 within ten seconds of the last sign of the server the page says not saved", async () => {
  await browser.open();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(room.saved).toBe("unsaved");
});

test("S6 within ten seconds of a closed line the page says not saved", async () => {
  await browser.open();
  browser.network = false;
  browser.close();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(room.saved).toBe("unsaved");
});

test("S6 an answer that does not come within ten seconds is not saved", async () => {
  await browser.open();
  void room.ask(note("one"));
  for (let second = 0; second < 10; second++) {
    browser.hear({ ping: 1 });
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(room.saved).toBe("unsaved");
});

test("S6 after reconnecting the page says saved only when all is answered", async () => {
  await browser.open();
  browser.close();
  void room.ask(note("one"));
  await vi.advanceTimersByTimeAsync(6_000);
  await browser.open();
  expect(room.saved).not.toBe("saved");
  browser.done(browser.commands[0]?.id);
  expect(room.saved).toBe("saved");
});

test("S6 with the browser's storage full, unanswered words are never called saved", async () => {
  room.stop();
  come(fullStorage());
  await vi.advanceTimersByTimeAsync(0);
  browser.network = false;
  browser.close();
  void room.ask(note("one"));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(room.saved).toBe("unsaved");
  expect(room.asked).toHaveLength(1);
});

test("S4 refused words are shown until their writer lets them go", async () => {
  await browser.open();
  void room.ask(note("one"));
  const id = String(room.asked[0]?.id);
  browser.hear({ refused: id, why: "Closed." });
  expect(room.asked.map((asked) => asked.refused)).toEqual(["Closed."]);
  room.letGo(id);
  expect(room.asked).toEqual([]);
});

test("G6c everyone's screen follows when a phase is opened", async () => {
  await browser.open();
  const workshop = { phase: "gather", opened: true };
  browser.hear({ for: "everyone", number: 5, put: { sheet: { workshop } } });
  room.looking = "process";
  browser.hear({
    for: "everyone",
    number: 6,
    put: { sheet: { workshop: { ...workshop, phase: "aims" } } },
  });
  expect(room.phase).toBe("aims");
});

test("G7 the page keeps the server's time, whatever the device's clock says", async () => {
  await browser.open(90_000);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(room.now).toBe(Date.now() + 90_000);
});
