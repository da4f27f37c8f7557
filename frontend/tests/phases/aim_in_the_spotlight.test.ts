// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import ReturnToAims from "../../src/phases/return_to_aims/ReturnToAims.svelte";
import WallReturn from "../../src/wall/Return.svelte";
import type { Role } from "../../src/wire";
import { gone, reads, type Screen, shown } from "../screen";
import { AIM, aim, DECIDED, people } from "./an_aim";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.stubGlobal("scrollTo", vi.fn());
});
afterEach(async () => {
  await gone();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const THREE = { 30: AIM, 31: aim(31, "Say so"), 32: aim(32, "Ask first") };
const all = (role: Role = "participant", what = ReturnToAims as never): Promise<Screen> =>
  shown(
    what,
    {},
    {
      people,
      roles: [role],
      may: ["KeepAim", "LeaveAimOpen", "AddPosition"] as never,
      aims: THREE,
      sheet: { aims: [30, 31, 32] },
    },
  );
const large = (screen: Screen) => reads(screen.one("article h2"));
async function lights(screen: Screen, thing: number | null) {
  screen.browser.hear({ spotlight: { thing } });
  await screen.settle();
}
const put = (screen: Screen) =>
  screen.browser.socket.sent
    .filter((frame) => "spotlight" in frame)
    .map((frame) => frame.spotlight);
const decided = (screen: Screen, id: 30 | 31 | 32, choice: string) =>
  screen.hear({
    aims: { [id]: { ...THREE[id], decided: DECIDED[choice], reviews: [{ choice, at: id }] } },
  });

test("G21e the aim in the spotlight is large, and where the group is, before the undecided", async () => {
  const screen = await all();
  await lights(screen, 32);
  expect(large(screen)).toBe("Ask first");
  await lights(screen, null);
  expect(large(screen)).toBe("Pay on time");
});

test("G21e who looked at another aim is led along, and not in the middle of a sentence", async () => {
  const screen = await all();
  screen.all("ol li button")[1]?.click();
  await screen.settle();
  expect(large(screen)).toBe("Say so");
  await lights(screen, 32);
  expect(large(screen)).toBe("Ask first");
  screen.all("ol li button")[1]?.click();
  await screen.settle();
  screen.room.drafts.set("position/31", "I would rather");
  await lights(screen, 30);
  expect(large(screen)).toBe("Say so");
  expect(screen.text).toContain("The group is at aim 1");
});

test("G21e who follows and has begun a sentence stays with its aim", async () => {
  const screen = await all();
  screen.room.drafts.set("position/30", "I would rather");
  await lights(screen, 32);
  expect(large(screen)).toBe("Pay on time");
});

test("G21e once it is decided, a facilitator's screen goes on with the next, and nobody else's", async () => {
  for (const role of ["facilitator", "scribe"] as const) {
    const screen = await all(role);
    await lights(screen, 31);
    decided(screen, 31, "keep");
    await screen.settle();
    expect(put(screen)).toEqual(role === "facilitator" ? [30] : []);
    await gone();
  }
});

test("G21e after the last one it goes out", async () => {
  const screen = await all("facilitator");
  decided(screen, 30, "keep");
  decided(screen, 31, "keep");
  await lights(screen, 32);
  decided(screen, 32, "drop");
  await screen.settle();
  expect(put(screen)).toEqual([null]);
});

test("G21e who says that two positions stay is left to write them", async () => {
  const screen = await all("facilitator");
  await lights(screen, 30);
  screen.one("article").focus();
  await screen.key("t");
  decided(screen, 30, "open");
  await screen.done();
  expect(put(screen)).toEqual([31]);
  await lights(screen, 31);
  expect(large(screen)).toBe("Pay on time");
});

test("G21e a facilitator who opens another aim takes everybody along while one is in it", async () => {
  const screen = await all("facilitator");
  screen.all("ol li button")[1]?.click();
  await screen.settle();
  expect([large(screen), put(screen)]).toEqual(["Say so", []]);
  screen.one("article").focus();
  await screen.key("s");
  await lights(screen, 31);
  screen.all("ol li button")[2]?.click();
  await screen.settle();
  await screen.key("s");
  expect(put(screen)).toEqual([31, 32, null]);
});

test("G21e the wall has the aim in the spotlight large, beside all of them", async () => {
  const screen = await all("participant", WallReturn as never);
  await lights(screen, 32);
  expect(reads(screen.one("h1"))).toBe("Ask first");
  expect(screen.text).toContain("Aim 3 of 3");
});
