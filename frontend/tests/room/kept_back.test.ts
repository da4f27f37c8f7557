import { beforeEach, expect, test } from "vitest";
import { KeptBack } from "../../src/room/kept_back.svelte";
import { Browser, page } from "./browser";

let browser: Browser;
let asked: { address: string; body: string; token: string | null }[];

beforeEach(() => {
  browser = new Browser();
  asked = [];
});

function room(status = 200, body: object | string = {}, kept: number[] = [4]): KeptBack {
  browser.doors.fetch = (async (address: string, given: RequestInit) => {
    const token = new Headers(given.headers).get("X-CSRFToken");
    asked.push({ address, body: String(given.body), token });
    if (!browser.network) throw new TypeError("Failed to fetch");
    return typeof body === "string" ? new Response(body) : Response.json(body, { status });
  }) as typeof fetch;
  return new KeptBack({ ...page, keeping: { door: "/w/abc/keep", kept } }, browser.doors);
}

test("where nothing could leave for research, nothing is asked about keeping it back", () => {
  expect(new KeptBack(page, browser.doors).asked).toBe(false);
  expect(room().asked).toBe(true);
});

test("what I keep back goes to its own door, and not over the line that others hear of", async () => {
  const back = room();
  expect(await back.set({ id: 9 }, true)).toContain("Kept out of research.");
  expect(asked).toEqual([{ address: "/w/abc/keep", body: "about=9&kept=yes", token: "token" }]);
  expect(back.has({ id: 9 })).toBe(true);
  expect(browser.sockets).toEqual([]);
});

test("what I let go again is no longer kept back", async () => {
  const back = room();
  await back.set({ id: 4 }, false);
  expect([asked[0]?.body, back.has({ id: 4 })]).toEqual(["about=4&kept=no", false]);
});

test("C6b what I kept back in silence is kept back by the id that everybody knows it by, too", async () => {
  const back = room(200, {}, [-3]);
  expect(back.has({ id: 30, private_id: -3 })).toBe(true);
  await back.set({ id: 30, private_id: -3 }, false);
  expect([back.has({ id: 30 }), back.has({ id: -3 })]).toEqual([false, false]);
});

test("S4 a refusal is told in its own words, and changes nothing", async () => {
  const back = room(409, { why: "It has left already." });
  expect(await back.set({ id: 9 }, true)).toBe("It has left already.");
  expect(back.has({ id: 9 })).toBe(false);
});

test.each([
  ["the network is away", 200, {}, false],
  ["the server is in trouble", 503, {}, true],
  ["a sign-in page of the network answers", 200, "<html>", true],
])("S1 where %s it is said that nothing was changed", async (_, status, body, network) => {
  browser.network = network;
  const back = room(status, body);
  expect(await back.set({ id: 9 }, true)).toContain("Nothing was changed");
  expect(back.has({ id: 9 })).toBe(false);
});
