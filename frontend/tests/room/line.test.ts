import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { lineAfter } from "../../src/room/frames";
import { pauseBefore } from "../../src/room/timing";
import { Browser, connection, note, type Sent } from "./browser";

let browser: Browser;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  browser = new Browser();
});
afterEach(() => vi.useRealTimers());

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test.each([
  [4403, "gone"],
  [4409, "resting"],
  [4429, "held"],
  [4401, "lost"],
  [1000, "lost"],
  [1006, "lost"],
  [1012, "lost"],
])("S5 S8a L3d a line that the server closed with %i is %s", (code, line) => {
  expect(lineAfter(code)).toBe(line);
});

test("S6 the pause before each attempt grows, and ends at eight seconds", () => {
  const pauses = [1, 2, 3, 4, 5, 9, 99].map((tries) => pauseBefore(tries, "lost", 1));
  expect(pauses).toEqual([600, 1_200, 2_400, 4_800, 8_000, 8_000, 8_000]);
});

test("S6 two hundred pages whose server went away come back at two hundred moments", () => {
  const moments = Array.from({ length: 200 }, (_, at) => pauseBefore(5, "lost", at / 200));
  expect(new Set(moments).size).toBe(200);
  expect(Math.min(...moments)).toBe(4_000);
});

test("L3d a line that is held waits at least a quarter of a minute, whatever was tried before", () => {
  expect(pauseBefore(1, "held", 0)).toBe(15_000);
});

test("S6 a server that is away for minutes is tried again and again, and then is there", async () => {
  const { line } = connection(browser);
  await browser.open();
  browser.network = false;
  browser.close();
  await wait(300_000);
  expect([line.line, browser.sockets.length]).toEqual(["lost", 1]);
  browser.network = true;
  await wait(8_000);
  await browser.open();
  expect([line.line, line.lostAt]).toEqual(["open", null]);
});

test("S6 after a line that held, the next loss is tried soon again", async () => {
  connection(browser);
  for (let tried = 0; tried < 6; tried++) {
    await wait(8_000);
    browser.close();
  }
  await wait(8_000);
  await browser.open();
  browser.close();
  const before = browser.sockets.length;
  await wait(1_000);
  expect(browser.sockets.length).toBe(before + 1);
});

test("S8a a device that gets no ticket any more is gone, and asks no more", async () => {
  browser.ticketStatus = 403;
  const { line } = connection(browser);
  await wait(60_000);
  expect([line.line, browser.sockets.length]).toEqual(["gone", 0]);
});

test("S8a whose right ends while the line is down is gone when it asks for a ticket", async () => {
  const { line } = connection(browser);
  await browser.open();
  browser.ticketStatus = 410;
  browser.close();
  await wait(1_000);
  expect(line.line).toBe("gone");
  line.wake();
  await wait(60_000);
  expect(browser.sockets.length).toBe(1);
});

test.each([500, 502, 503, 429])(
  "S6 a server that answers %i is asked for a ticket again",
  async (status) => {
    browser.ticketStatus = status;
    const { line } = connection(browser);
    await wait(20_000);
    expect(line.line).toBe("lost");
    browser.ticketStatus = 200;
    await wait(8_000);
    await browser.open();
    expect(line.line).toBe("open");
  },
);

test("S5 a ticket that was used up is asked for anew, and sockets do not count as blocked", async () => {
  const { line } = connection(browser);
  for (let tried = 0; tried < 5; tried++) {
    await wait(8_000);
    browser.close(4401);
  }
  expect(line.socketsBlocked).toBe(false);
});

test("S5 a socket that opened once shows that they are not blocked", async () => {
  const { line } = connection(browser);
  for (let tried = 0; tried < 2; tried++) {
    await wait(8_000);
    browser.close();
  }
  await wait(8_000);
  await browser.open();
  browser.close();
  await wait(8_000);
  browser.close();
  expect(line.socketsBlocked).toBe(false);
});

test("S5 a socket that an older attempt opens late is not used", async () => {
  let give: ((answer: Response) => void)[] = [];
  browser.doors.fetch = (() =>
    new Promise<Response>((resolve) => give.push(resolve))) as typeof fetch;
  const { line } = connection(browser);
  await wait(0);
  line.wake();
  await wait(0);
  const [first, second] = give;
  second?.(Response.json({ ticket: "second" }));
  await wait(0);
  first?.(Response.json({ ticket: "first" }));
  await wait(0);
  expect(browser.sockets.map((one) => one.url)).toEqual([
    "wss://co-op.example/ws/abc?ticket=second&from=4",
  ]);
  give = [];
});

test("S6 a device that slept for an hour, and hears nothing on its old line, takes a new one", async () => {
  const { line } = connection(browser);
  await browser.open();
  vi.setSystemTime(Date.now() + 3_600_000);
  line.wake();
  await browser.open();
  expect([line.line, browser.sockets.length]).toEqual(["open", 2]);
});

test("S6 waking on a line that is alive changes nothing", async () => {
  const { line } = connection(browser);
  await browser.open();
  await wait(2_000);
  line.wake();
  await wait(0);
  expect(browser.sockets).toHaveLength(1);
});

test("S2 a server that was started anew is asked for all that it had not answered, once each", async () => {
  const { line } = connection(browser);
  await browser.open();
  const ids = ["one", "two"].map((text) => line.ask(note(text)).asked.id);
  browser.done(ids[0], 1);
  browser.close(1012);
  await wait(1_000);
  await browser.open();
  expect(browser.commands.map((sent) => sent.id)).toEqual([ids[1]]);
  await wait(5_000);
  expect(browser.commands).toHaveLength(1);
});

test("S1 what has no answer after ten seconds is asked again on the same line, with its id", async () => {
  const { line } = connection(browser);
  await browser.open();
  const { asked } = line.ask(note("one"));
  for (let second = 0; second < 12; second++) {
    await wait(1_000);
    browser.hear({ ping: second });
  }
  expect(browser.commands.map((sent) => sent.id)).toEqual([asked.id, asked.id]);
});

test("S5 a server that sends no clock is asked all the same, a little later", async () => {
  const { line } = connection(browser);
  await wait(0);
  browser.socket.readyState = 1;
  browser.socket.onopen?.();
  browser.hear({ whole: true, for: "everyone", number: 4, put: {} });
  line.ask(note("one"));
  expect(browser.commands).toEqual([]);
  await wait(3_000);
  expect(browser.commands).toHaveLength(1);
});

test("S3 a view that comes in pieces opens the line with its last", async () => {
  const { line } = connection(browser);
  await wait(0);
  browser.socket.readyState = 1;
  browser.socket.onopen?.();
  browser.hear({ whole: "begins", for: "everyone", number: 4 });
  browser.hear({ whole: "goes on", for: "everyone", number: 4, put: {} });
  expect(line.line).toBe("connecting");
  browser.hear({ whole: "ends", for: "everyone", number: 4 });
  expect(line.line).toBe("open");
});

test("S8a what comes over a line that was given up is not heard", async () => {
  const changed = vi.fn();
  const { line } = connection(browser, undefined, { change: changed });
  await browser.open();
  const old = browser.socket;
  const hear = old.onmessage;
  line.stop();
  changed.mockClear();
  old.onmessage?.({ data: JSON.stringify({ put: {}, for: "everyone", number: 9 }) });
  expect([old.onmessage, typeof hear, changed.mock.calls.length]).toEqual([null, "function", 0]);
});

test("a line that was stopped is not opened again by itself", async () => {
  const { line } = connection(browser);
  await browser.open();
  line.stop();
  await wait(60_000);
  expect(browser.sockets).toHaveLength(1);
});

test("S6 a device's own clock may be wrong by an hour: it only counts how long it waits", async () => {
  const { line } = connection(browser);
  await browser.open(3_600_000);
  const sent: Sent[] = browser.commands;
  line.ask(note("one"));
  expect(line.offset).toBe(3_600_000);
  expect(sent).toEqual([]);
  expect(browser.commands[0]).not.toHaveProperty("said_at");
});
