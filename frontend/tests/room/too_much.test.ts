import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Browser, connection, note } from "./browser";

let browser: Browser;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  browser = new Browser();
});
afterEach(() => vi.useRealTimers());

test("S5 hundreds of words that were written offline go in order, and all arrive", async () => {
  const { line, unanswered } = connection(browser);
  await browser.open();
  browser.close();
  for (let written = 0; written < 350; written++) {
    line.ask(note(String(written)));
    vi.setSystemTime(Date.now() + 1);
  }
  await vi.advanceTimersByTimeAsync(1_000);
  await browser.open();
  expect(browser.commands).toHaveLength(100);
  for (let answered = 0; answered < 350; answered++) browser.done(browser.commands[answered]?.id);
  expect(browser.commands.map((sent) => sent.text)).toEqual(
    Array.from({ length: 350 }, (_, at) => String(at)),
  );
  expect(unanswered.all()).toEqual([]);
});

test("L3d a line that was closed because too much came opens again by itself", async () => {
  const { line, unanswered } = connection(browser);
  await browser.open();
  line.ask(note("kept"));
  browser.close(4429);
  await vi.advanceTimersByTimeAsync(14_000);
  line.wake();
  expect([line.line, browser.sockets.length]).toEqual(["held", 1]);
  await vi.advanceTimersByTimeAsync(2_000);
  await browser.open();
  expect(browser.commands.map((sent) => sent.text)).toEqual(["kept"]);
  expect([line.line, unanswered.waiting().length]).toEqual(["open", 1]);
});

test("L3e a page that rests comes back when it is looked at", async () => {
  const { line } = connection(browser);
  await browser.open();
  browser.close(4409);
  await vi.advanceTimersByTimeAsync(60_000);
  expect([line.line, browser.sockets.length]).toEqual(["resting", 1]);
  line.wake();
  await browser.open();
  expect([line.line, browser.sockets.length]).toEqual(["open", 2]);
});

test("L3d what was too much by POST is asked again by itself, with the same id", async () => {
  const { line, unanswered } = connection(browser);
  browser.answer = () => ({
    status: 429,
    body: { fault: null, why: "That was very much at once." },
  });
  const { asked } = line.ask(note("one"));
  for (let tried = 0; tried < 3; tried++) {
    await vi.advanceTimersByTimeAsync(8_000);
    browser.close();
  }
  browser.answer = (sent) => ({ status: 200, body: { done: sent.id, made: 1 } });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(new Set(browser.posted.map((sent) => sent.id))).toEqual(new Set([asked.id]));
  expect(unanswered.all()).toEqual([]);
});
