import { beforeEach, expect, test, vi } from "vitest";
import { read, whoIsHere } from "../../src/room/frames";
import { openSocket, post, ticketFor } from "../../src/room/requests";
import { Browser, page } from "./browser";

let browser: Browser;

beforeEach(() => {
  browser = new Browser();
});

const heard = () => ({
  change: vi.fn(),
  answered: vi.fn(),
  unread: vi.fn(),
  here: vi.fn(),
  leading: vi.fn(),
  door: vi.fn(),
  spotlight: vi.fn(),
  code: vi.fn(),
  ping: vi.fn(),
});

test.each([
  [{ whole: true, for: "me", number: 1 }, "change"],
  [{ put: {}, for: "me", number: 1 }, "change"],
  [{ drop: {}, for: "me", number: 1 }, "change"],
  [{ done: "a", number: 1, made: 2 }, "answered"],
  [{ refused: "a", why: "No." }, "answered"],
  [{ refused: null, why: "?" }, "unread"],
  [{ here: { people: [], now: 1 } }, "here"],
  [{ came: [1], left: [], now: 1 }, "here"],
  [{ leading: null }, "leading"],
  [{ door: {} }, "door"],
  [{ spotlight: { thing: 5 } }, "spotlight"],
  [{ code: { shown: true } }, "code"],
  [{ ping: 1 }, "ping"],
])("the frame %j is heard as %s, and as nothing else", (frame, as) => {
  const to = heard();
  read(JSON.stringify(frame), to);
  const called = Object.entries(to).filter(([, one]) => one.mock.calls.length > 0);
  expect(called.map(([name]) => name)).toEqual([as]);
});

test("W27 who came and went is told of by itself, and of some twice", () => {
  const before = whoIsHere([], { people: [3, 5, 9] });
  expect(whoIsHere(before, { came: [4, 5], left: [9, 12] })).toEqual([3, 4, 5]);
});

test("a frame that only a newer server sends is let pass by an older page", () => {
  const to = heard();
  read(JSON.stringify({ weather: "fair" }), to);
  read(JSON.stringify({ fault: "a", why: "later" }), to);
  expect(Object.values(to).flatMap((one) => one.mock.calls)).toEqual([]);
});

test("S2 a thing that was made is told by its number, and none where nothing was", () => {
  const to = heard();
  read('{"done":"a","made":7}', to);
  read('{"done":"b"}', to);
  expect(to.answered.mock.calls).toEqual([
    ["a", { done: true, made: 7 }],
    ["b", { done: true, made: null }],
  ]);
});

const answered = (status: number, body: object | string) => {
  browser.answer = () => ({ status, body: body as object });
  return post({ id: "a", do: "WriteNote" }, page, browser.doors);
};

test.each([
  [200, { done: "a", made: 3 }, { done: true, made: 3 }],
  [200, { done: "a" }, { done: true, made: null }],
  [400, { why: "That looks wrong." }, { done: false, why: "That looks wrong." }],
  [409, { why: "Closed." }, { done: false, why: "Closed." }],
  [413, {}, { done: false, why: "" }],
])("S4 a POST that is answered %i with %j is %j", async (status, body, answer) => {
  expect(await answered(status, body)).toEqual(answer);
});

test.each([401, 403, 404, 429, 500, 502, 503])(
  "S1 a POST that is answered %i is no answer, so that it is asked again",
  async (status) => {
    expect(await answered(status, { why: "x" })).toBeNull();
  },
);

test("S1 a POST that never arrives, or is answered by something else, is no answer", async () => {
  browser.network = false;
  expect(await post({ id: "a" }, page, browser.doors)).toBeNull();
  browser.network = true;
  browser.doors.fetch = (async () => new Response("<html>Sign in to the Wi-Fi")) as typeof fetch;
  expect(await post({ id: "a" }, page, browser.doors)).toBeNull();
});

test("the wall posts nothing", async () => {
  expect(await post({ id: "a" }, { ...page, commands: null }, browser.doors)).toBeNull();
  expect(browser.posted).toEqual([]);
});

test.each([401, 403, 404, 410])(
  "S8a a ticket that is refused with %i means gone",
  async (status) => {
    browser.ticketStatus = status;
    expect(await ticketFor(page, browser.doors)).toBeNull();
  },
);

test("S5 a ticket is put into the address as it is, and without a number nothing is asked from", () => {
  openSocket(page, browser.doors, "a&b=c/ü", null);
  openSocket(page, { ...browser.doors, origin: "http://localhost:8000" }, "t", 0);
  expect(browser.sockets.map((one) => one.url)).toEqual([
    "wss://co-op.example/ws/abc?ticket=a%26b%3Dc%2F%C3%BC",
    "ws://localhost:8000/ws/abc?ticket=t&from=0",
  ]);
});
