import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { memory, Unanswered } from "../../src/room/unanswered";
import { Browser, connection, fullStorage, note, page } from "./browser";

let browser: Browser;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  browser = new Browser();
});
afterEach(() => vi.useRealTimers());

/** The line goes, and is there again. */
async function reconnect(away = 1_000): Promise<void> {
  browser.close();
  await vi.advanceTimersByTimeAsync(away);
  await browser.open();
}

test("S1 what was asked is unanswered until the server says done", async () => {
  const { line, unanswered } = connection(browser);
  await browser.open();
  const { asked, answer } = line.ask(note("one"));
  expect(unanswered.waiting()).toHaveLength(1);
  browser.done(asked.id, 12);
  expect(await answer).toEqual({ done: true, made: 12 });
  expect(unanswered.all()).toEqual([]);
});

test("S2 what has no answer goes again after reconnecting with the same id", async () => {
  const { line } = connection(browser);
  await browser.open();
  const { asked } = line.ask(note("one"));
  await reconnect();
  expect(browser.commands.map((sent) => sent.id)).toEqual([asked.id]);
});

test("S5 what was asked while the server was away goes in its order", async () => {
  const { line } = connection(browser);
  await browser.open();
  browser.close();
  for (const text of ["one", "two", "three"]) {
    line.ask(note(text));
    await vi.advanceTimersByTimeAsync(10);
  }
  await vi.advanceTimersByTimeAsync(1_000);
  await browser.open();
  expect(browser.commands.map((sent) => sent.text)).toEqual(["one", "two", "three"]);
});

test("S5 what was answered does not go again", async () => {
  const { line } = connection(browser);
  await browser.open();
  browser.done(line.ask(note("one")).asked.id);
  await reconnect();
  expect(browser.commands).toEqual([]);
});

test("S5 the page asks for what came after the number it has", async () => {
  connection(browser);
  await browser.open();
  expect(browser.socket.url).toBe("wss://co-op.example/ws/abc?ticket=t&from=4");
});

test("S5 nothing is sent before the page has been brought up to date", async () => {
  const { line } = connection(browser);
  await vi.advanceTimersByTimeAsync(0);
  browser.socket.readyState = 1;
  browser.socket.onopen?.();
  line.ask(note("one"));
  expect(browser.commands).toEqual([]);
});

test("S5 words written while the server was away keep their time", async () => {
  const { line } = connection(browser);
  await browser.open();
  browser.close();
  browser.network = false;
  line.ask(note("offline"));
  const written = Date.now();
  await vi.advanceTimersByTimeAsync(60_000);
  browser.network = true;
  await vi.advanceTimersByTimeAsync(8_000);
  await browser.open(500); // the server's clock is half a second ahead
  expect(browser.commands[0]?.said_at).toBe(written + 500);
});

test("S5 words that were under way when the line died keep their time too", async () => {
  const { line } = connection(browser);
  await browser.open();
  line.ask(note("just before")); // the page cannot know yet that nobody hears it
  const written = Date.now();
  browser.network = false;
  await vi.advanceTimersByTimeAsync(60_000);
  browser.network = true;
  await vi.advanceTimersByTimeAsync(8_000);
  await browser.open();
  expect(browser.commands[0]).toMatchObject({ text: "just before", said_at: written });
});

test("S5 what a closed tab left behind goes once, with its time", async () => {
  const kept = memory();
  const before = new Unanswered(kept, page.address, page.person);
  before.keep({
    id: "left",
    command: note("left"),
    place: "",
    at: Date.now() - 60_000,
    offline: false,
  });
  connection(browser, kept);
  await browser.open();
  expect(browser.commands).toEqual([
    { id: "left", do: "WriteNote", text: "left", said_at: Date.now() - 60_000 },
  ]);
});

test("G17 words that go at once carry no time of their own", async () => {
  const { line } = connection(browser);
  await browser.open();
  line.ask(note("now"));
  expect(browser.commands[0]).not.toHaveProperty("said_at");
});

test("G17 what carries no words carries no time, however late it goes", async () => {
  const { line } = connection(browser);
  await browser.open();
  browser.close();
  line.ask({ do: "RaiseHand" } as never);
  await vi.advanceTimersByTimeAsync(5_000);
  await browser.open();
  expect(browser.commands[0]).toEqual({ id: expect.any(String), do: "RaiseHand" });
});

test("S4 refused words stay, with the sentence, and do not go again by themselves", async () => {
  const { line, unanswered } = connection(browser);
  await browser.open();
  const { asked, answer } = line.ask(note("one"), "pen");
  browser.hear({ refused: asked.id, why: "The vote is open." });
  expect(await answer).toEqual({ done: false, why: "The vote is open." });
  expect(unanswered.get(asked.id)).toMatchObject({ refused: "The vote is open.", place: "pen" });
  await reconnect();
  expect(browser.commands).toEqual([]);
});

test("S2 asking once more for what was refused is a new request", async () => {
  const { line, unanswered } = connection(browser);
  await browser.open();
  const { asked } = line.ask(note("one"));
  browser.hear({ refused: asked.id, why: "No." });
  line.askAgain(asked.id);
  const [first, second] = browser.commands;
  expect(second).toEqual({ ...first, id: expect.not.stringMatching(String(first?.id)) });
  expect(unanswered.all().map((one) => one.id)).toEqual([second?.id]);
});

test("S4 a frame that could not be read goes again by POST, the oldest first", async () => {
  const { line, unanswered } = connection(browser);
  await browser.open();
  line.ask(note("one"));
  await vi.advanceTimersByTimeAsync(10);
  line.ask(note("two"));
  browser.hear({ refused: null, why: "That looks wrong." });
  await vi.advanceTimersByTimeAsync(0);
  expect(browser.posted.map((sent) => sent.text)).toEqual(["one"]);
  expect(unanswered.waiting().map((asked) => asked.command)).toEqual([note("two")]);
});

test.each([409, 413])(
  "S4 a refusal by POST (%i) keeps the words as one by socket does",
  async (status) => {
    const { line, unanswered } = connection(browser);
    await browser.open();
    browser.answer = (asked) => ({ status, body: { refused: asked.id, why: "Closed." } });
    const { asked } = line.ask(note("one"));
    browser.hear({ refused: null, why: "" });
    await vi.advanceTimersByTimeAsync(0);
    expect(unanswered.get(asked.id)?.refused).toBe("Closed.");
  },
);

test("S1 a server in trouble is asked again with the same id", async () => {
  const { line, unanswered } = connection(browser);
  await browser.open();
  const { asked } = line.ask(note("one"));
  browser.hear({ fault: asked.id, why: "Not saved yet." });
  expect(unanswered.waiting()).toHaveLength(1);
  for (let second = 0; second < 12; second++) {
    browser.hear({ ping: 1 });
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(browser.commands.map((sent) => sent.id)).toEqual([asked.id, asked.id]);
});

test("S6 the page pings, and answers the server's ping", async () => {
  connection(browser);
  await browser.open();
  browser.hear({ ping: 99 });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(browser.socket.sent).toEqual([{ pong: 99 }, { ping: expect.any(Number) }]);
});

test("S6 a line that is open but silent counts as lost within ten seconds", async () => {
  const { line } = connection(browser);
  await browser.open();
  const since = Date.now();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(line.line).toBe("lost");
  expect(line.lostAt).toBe(since);
});

test("S6 a device that wakes up or finds a network tries at once", async () => {
  browser.network = false;
  const { line } = connection(browser);
  await vi.advanceTimersByTimeAsync(20_000);
  browser.network = true;
  line.wake();
  await vi.advanceTimersByTimeAsync(0);
  expect(browser.sockets).toHaveLength(1);
});

test("S6 a request for a ticket that nobody answers is given up, and tried again", async () => {
  let asked = 0;
  browser.doors.fetch = () => {
    asked += 1;
    return new Promise(() => {});
  };
  connection(browser);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(asked).toBeGreaterThan(1);
});

test("S5 two attempts at once open one line", async () => {
  const { line } = connection(browser);
  line.wake();
  line.wake();
  await browser.open();
  expect(browser.sockets).toHaveLength(1);
});

test("S8a who may not be here any more is not connected again", async () => {
  const { line } = connection(browser);
  await browser.open();
  browser.close(4403);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(line.line).toBe("gone");
  expect(browser.sockets).toHaveLength(1);
});

test("S6 with the browser's storage full, words stay in memory and still go", async () => {
  const { line, unanswered } = connection(browser, fullStorage());
  browser.network = false;
  line.ask(note("kept"));
  await vi.advanceTimersByTimeAsync(2_000);
  expect(unanswered.waiting()).toHaveLength(1);
  browser.network = true;
  await vi.advanceTimersByTimeAsync(8_000);
  await browser.open();
  expect(browser.commands.map((sent) => sent.text)).toEqual(["kept"]);
});

test("G3 another person's unsent words on the same device are not sent as mine", async () => {
  const kept = memory();
  const other = new Unanswered(kept, page.address, 8);
  other.keep({ id: "theirs", command: note("theirs"), place: "", at: Date.now(), offline: true });
  connection(browser, kept);
  await browser.open();
  expect(browser.commands).toEqual([]);
});
