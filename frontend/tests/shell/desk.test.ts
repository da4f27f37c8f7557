// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import Desk from "../../src/shell/Desk.svelte";
import type { PhaseView } from "../../src/wire";
import { gone, reads, shown } from "../screen";

beforeEach(() => vi.useFakeTimers({ now: 100 * 60_000 }));
afterEach(async () => {
  await gone();
  vi.useRealTimers();
});

const PHASES = [
  { phase: "gather", name: "Gather", minutes: 10 },
  { phase: "aims", name: "Aims", minutes: 20 },
  { phase: "return", name: "Return", minutes: 30 },
] as PhaseView[];
const WORKSHOP = {
  title: "Buying",
  phase: "aims",
  opened: true,
  minutes: 20,
  phase_opened_at: 75 * 60_000,
  spent: { gather: 15 * 60_000 },
};

const desk = (sheet: object = {}) =>
  shown(
    Desk,
    { close: () => undefined },
    {
      roles: ["facilitator"],
      may: ["StretchPhase", "StartRound"],
      sheet: { workshop: WORKSHOP, phases: PHASES, ...sheet },
      people: { 8: { id: 8, name: "Ines" } },
    },
  );

test("G22a the desk says how far behind the group is, and where minutes could be saved", async () => {
  const screen = await desk();
  expect(screen.text).toContain("10 minutes behind");
  expect(screen.text).toContain("Return 20 instead of 30");
  expect(screen.all("tbody tr").map(reads)).toEqual([
    "Gather10 min15 min",
    "Aimsnow20 min25 min",
    "Return30 minnot yet",
  ]);
});

test("G22b the desk says who was not heard, and lists nobody while that could tell a writer", async () => {
  expect((await desk({ quiet: { people: [8] } })).text).toContain("Ines");
  await gone();
  expect((await desk({ quiet: { untold: true } })).text).not.toContain("Ines");
});

test("G22b the desk says whose hand is up", async () => {
  const screen = await desk({ hands: [{ person: 8, since: 95 * 60_000 }] });
  expect(reads(screen.one(".hands li"))).toContain("Ines");
});

test("G22a minutes are added at the desk, and a round begins there", async () => {
  const screen = await desk();
  await screen.press("2 minutes more");
  await screen.press("Go round once");
  expect(screen.asked).toMatchObject([
    { do: "StretchPhase", minutes: 2 },
    { do: "StartRound", kind: "go-round" },
  ]);
});
