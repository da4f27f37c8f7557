// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import Banners from "../../src/shell/Banners.svelte";
import Phases from "../../src/shell/Phases.svelte";
import { gone, reads, type Screen, shown } from "../screen";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.stubGlobal("scrollTo", vi.fn());
});
afterEach(async () => {
  await gone();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const workshop = {
  title: "Paying people",
  phase: "reflect",
  opened: true,
  visited: ["gather", "aims", "experience", "reflect"],
};
const LEADS = { roles: ["facilitator" as const], may: ["OpenPhase" as const], sheet: { workshop } };

async function pick(screen: Screen, name: string): Promise<void> {
  screen
    .all("[role=menuitem]")
    .find((one) => reads(one) === name)
    ?.click();
  await screen.settle();
}

test("G6a who leads takes the group back by two taps, from where they see it", async () => {
  const screen = await shown(Phases, {}, LEADS);
  await screen.press("3 experience");
  expect(screen.all("[role=menuitem]").map(reads)).toEqual(["Only I look", "Take everyone there"]);
  await pick(screen, "Take everyone there");
  expect(screen.asked).toEqual([{ do: "OpenPhase", phase: "experience", leaving: "reflect" }]);
  await screen.refuse("Fay took everyone to Aims just now.");
  expect(screen.room.told).toBe("Fay took everyone to Aims just now.");
});

test("G6a who leads looks alone, and takes everyone along from there or comes back", async () => {
  const screen = await shown(Phases, {}, LEADS);
  await screen.press("6 return");
  await pick(screen, "Only I look");
  expect([screen.room.phase, screen.asked]).toEqual(["return", []]);
  await screen.leave();
  screen.show(Banners as never);
  expect(screen.text).toContain("You are looking at return. The group is at reflect.");
  await screen.press("Take everyone here");
  expect(screen.asked).toEqual([{ do: "OpenPhase", phase: "return", leaving: "reflect" }]);
});

test("G6b who takes part looks with one tap, and comes back with one", async () => {
  const screen = await shown(Phases, {}, { sheet: { workshop } });
  await screen.press("2 aims");
  expect([screen.room.phase, screen.all("[role=menu]").length]).toEqual(["aims", 0]);
  await screen.press("4 reflect");
  expect([screen.room.phase, screen.asked]).toEqual(["reflect", []]);
});

test("G6c everybody is told when the group goes back, also who looked elsewhere", async () => {
  const screen = await shown(Banners, {}, { sheet: { workshop } });
  screen.room.look("gather");
  screen.hear({ sheet: { workshop: { ...workshop, phase: "experience" } } });
  await screen.settle();
  expect([screen.room.phase, screen.room.told]).toEqual([
    "experience",
    "The group went back to experience.",
  ]);
});

test("G6d a moment that was begun is said to be kept when the group goes elsewhere", async () => {
  const screen = await shown(Banners, {}, { sheet: { workshop } });
  screen.room.drafts.set("moment/12", "She found out");
  await screen.settle();
  expect(screen.text).toContain("Your words in experience are kept: She found out");
  await screen.press("Throw away");
  expect(screen.room.drafts.get("moment/12")).toBe("");
});

test("G6d a reflection that was begun is said to be kept when the group moves on", async () => {
  const screen = await shown(Banners, {}, { sheet: { workshop } });
  screen.room.drafts.set("reflection/reflect", "I would have");
  await screen.settle();
  expect(screen.text).not.toContain("are kept");
  screen.hear({ sheet: { workshop: { ...workshop, phase: "experience" } } });
  await screen.settle();
  expect(screen.text).toContain("Your words in reflect are kept: I would have");
  await screen.press("Look at reflect");
  expect(screen.room.phase).toBe("reflect");
});
