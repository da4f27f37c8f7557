import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  type Asked,
  forget,
  framed,
  keysUnder,
  memory,
  storage,
  Unanswered,
} from "../../src/room/unanswered";
import type { Command } from "../../src/wire";
import { Browser, connection, fullStorage, note } from "./browser";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => vi.useRealTimers());

const asked = (id: string, at: number, more: Partial<Asked> = {}): Asked => ({
  id,
  command: note(id),
  place: "pen",
  at,
  offline: false,
  ...more,
});
const of = (kept: Storage, person: number | null = 7, address = "abc") =>
  new Unanswered(kept, address, person);

test("S5 what was asked is there again after the page is loaded anew, in its order", () => {
  const kept = memory();
  const before = of(kept);
  for (const [id, at] of [["c", 3] as const, ["a", 1] as const, ["b", 2] as const])
    before.keep(asked(id, at));
  expect(of(kept).all()).toEqual([asked("a", 1), asked("b", 2), asked("c", 3)]);
});

test("S4 what was refused is there again too, with its sentence, and waits for nothing", () => {
  const kept = memory();
  of(kept).keep(asked("a", 1, { refused: "Closed." }));
  expect(of(kept).get("a")?.refused).toBe("Closed.");
  expect(of(kept).waiting()).toEqual([]);
});

test("S1 what was answered is not there again", () => {
  const kept = memory();
  const before = of(kept);
  before.keep(asked("a", 1));
  before.drop("a");
  expect(of(kept).all()).toEqual([]);
});

test("G3 each person and each workshop has their own on one device", () => {
  const kept = memory();
  of(kept, 7).keep(asked("mine", 1));
  of(kept, 8).keep(asked("theirs", 1));
  of(kept, 7, "xyz").keep(asked("elsewhere", 1));
  of(kept, null).keep(asked("wall", 1));
  expect(of(kept, 7).all()).toEqual([asked("mine", 1)]);
});

test("G3 person 7 is not person 77", () => {
  const kept = memory();
  of(kept, 77).keep(asked("theirs", 1));
  expect(of(kept, 7).all()).toEqual([]);
});

test("G3 leaving a device forgets one person's words, and leaves what others have not sent", () => {
  const kept = memory();
  of(kept, 7).keep(asked("mine", 1));
  of(kept, 77).keep(asked("theirs", 1));
  kept.setItem("footpath/abc/7/draft/w-1/note/aims", "begun");
  forget(kept, "abc", 7);
  expect(keysUnder(kept, "footpath/")).toEqual(["footpath/abc/77/asked/theirs"]);
});

test("S5 a torn line in the storage takes nothing else with it", () => {
  const kept = memory();
  of(kept).keep(asked("a", 1));
  kept.setItem("footpath/abc/7/asked/b", '{"id":"b","comm');
  expect(of(kept).all()).toEqual([asked("a", 1)]);
});

test("S6 with the storage full what was asked is kept in memory while the page is open", () => {
  const full = of(fullStorage());
  full.keep(asked("a", 1));
  expect(full.waiting()).toEqual([asked("a", 1)]);
});

test("S6 where a window may have no storage there is one in memory", () => {
  const none = storage(() => {
    throw new DOMException("denied", "SecurityError");
  });
  of(none).keep(asked("a", 1));
  expect(of(none).all()).toEqual([asked("a", 1)]);
});

test("S6 a storage that takes nothing is not used", () => {
  const none = storage(fullStorage);
  of(none).keep(asked("a", 1));
  expect(of(none).all()).toEqual([asked("a", 1)]);
});

test("S2 of two tabs that both hold what was not answered, both ask with the one id", async () => {
  const kept = memory();
  of(kept).keep(asked("left", 900_000));
  const [one, two] = [new Browser(), new Browser()];
  connection(one, kept);
  connection(two, kept);
  await one.open();
  await two.open();
  expect([one, two].map((tab) => tab.commands.map((sent) => sent.id))).toEqual([
    ["left"],
    ["left"],
  ]);
});

test("S5 a tab that has its answer takes it from the storage, and a new tab asks no more", async () => {
  const kept = memory();
  of(kept).keep(asked("left", 900_000));
  const [one, two] = [new Browser(), new Browser()];
  connection(one, kept);
  await one.open();
  one.done("left");
  connection(two, kept);
  await two.open();
  expect(two.commands).toEqual([]);
});

test("S4 an answer to what this page has let go of, or never asked, changes nothing", async () => {
  const browser = new Browser();
  const { line, unanswered } = connection(browser);
  await browser.open();
  const { asked: one } = line.ask(note("one"));
  unanswered.drop(one.id);
  browser.hear({ refused: one.id, why: "Closed." });
  browser.done("stranger");
  expect(unanswered.all()).toEqual([]);
});

test("S2 an answer that comes twice is an answer once", async () => {
  const browser = new Browser();
  const { line, unanswered } = connection(browser);
  await browser.open();
  const { asked: one, answer } = line.ask(note("one"));
  browser.done(one.id, 4);
  browser.hear({ refused: one.id, why: "Too late." });
  expect(await answer).toEqual({ done: true, made: 4 });
  expect(unanswered.all()).toEqual([]);
});

test("S1 answers may come in any order, and each finds its own question", async () => {
  const browser = new Browser();
  const { line, unanswered } = connection(browser);
  await browser.open();
  const asks = ["one", "two", "three"].map((text) => line.ask(note(text)));
  browser.done(asks[2]?.asked.id, 30);
  browser.done(asks[0]?.asked.id, 10);
  browser.hear({ refused: asks[1]?.asked.id, why: "No." });
  expect(await Promise.all(asks.map((one) => one.answer))).toEqual([
    { done: true, made: 10 },
    { done: false, why: "No." },
    { done: true, made: 30 },
  ]);
  expect(unanswered.all().map((one) => one.refused)).toEqual(["No."]);
});

const late = asked("a", 1_000, { offline: true });

test("S5 G17 what waited offline carries the server's time of when it was written", () => {
  expect(framed(late, 60_000, 500)).toEqual({
    id: "a",
    do: "WriteNote",
    text: "a",
    said_at: 1_500,
  });
});

test.each([
  ["went within three seconds", { ...late }, 3_900],
  ["was not offline", { ...late, offline: false }, 60_000],
  ["carries no words", { ...late, command: { do: "RaiseHand", up: true } as Command }, 60_000],
])("G17 what %s carries no time", (_, one, now) => {
  expect(framed(one, now, 0)).not.toHaveProperty("said_at");
});

test("S2 a frame is the command and its id, and nothing of how it was kept", () => {
  expect(framed(asked("a", 1, { refused: "x" }), 2, 0)).toEqual({
    id: "a",
    do: "WriteNote",
    text: "a",
  });
});
