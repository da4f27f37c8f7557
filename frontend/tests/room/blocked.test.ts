import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Browser, connection, note } from "./browser";

let browser: Browser;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  browser = new Browser();
});
afterEach(() => vi.useRealTimers());

async function block(): Promise<void> {
  for (let tried = 0; tried < 3; tried++) {
    await vi.advanceTimersByTimeAsync(8_000);
    browser.close();
  }
}

test("S5 where sockets are blocked, everything goes by POST in order", async () => {
  const { line, unanswered } = connection(browser);
  line.ask(note("one"));
  await vi.advanceTimersByTimeAsync(10);
  line.ask(note("two"));
  await block();
  await vi.advanceTimersByTimeAsync(0);
  expect(line.socketsBlocked).toBe(true);
  expect(browser.posted.map((sent) => sent.text)).toEqual(["one", "two"]);
  expect(unanswered.all()).toEqual([]);
});

test("S5 a socket that never opens and never closes counts as blocked as well", async () => {
  const { line } = connection(browser);
  await vi.advanceTimersByTimeAsync(40_000);
  expect(line.socketsBlocked).toBe(true);
});

test("S5 where sockets are blocked, what is asked during a POST goes after it", async () => {
  const { line, unanswered } = connection(browser);
  await vi.advanceTimersByTimeAsync(0);
  await block();
  line.ask(note("one"));
  line.ask(note("two"));
  await vi.advanceTimersByTimeAsync(0);
  expect(browser.posted.map((sent) => sent.text)).toEqual(["one", "two"]);
  expect(unanswered.all()).toEqual([]);
});
