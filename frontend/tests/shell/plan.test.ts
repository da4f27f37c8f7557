import { expect, test } from "vitest";
import { planOf } from "../../src/shell/plan";
import type { PhaseView, WorkshopView } from "../../src/wire";

const MINUTE = 60_000;
const phase = (phase: string, minutes: number) => ({ phase, name: phase, minutes }) as PhaseView;
const PHASES = [
  phase("gather", 10),
  phase("aims", 20),
  phase("experience", 30),
  phase("reflect", 20),
  phase("process", 30),
  phase("return", 10),
];
const BEGAN = 1_000 * MINUTE;
/** In the third phase, which began after so many minutes. */
const workshop = (after: number, more: Partial<WorkshopView> = {}): WorkshopView => ({
  title: "Buying",
  phase: "experience",
  opened: true,
  minutes: 30,
  phase_opened_at: BEGAN + after * MINUTE,
  spent: { gather: 10 * MINUTE, aims: (after - 10) * MINUTE },
  ...more,
});
const plan = (after: number, here: number, ends: number | null = null) =>
  planOf(workshop(after), PHASES, BEGAN + (after + here) * MINUTE, ends);

test("G22a in time is when what is left fits what the plan has left", () => {
  expect(plan(30, 12)).toMatchObject({ behind: 0, short: 0, until: BEGAN + 120 * MINUTE });
  expect(plan(30, 12)?.phases.every((one) => one.offered === null)).toBe(true);
});

test("G22a who is behind is offered the minutes that are left, shared as the plan shares them", () => {
  const late = plan(42, 0);
  expect(late).toMatchObject({ behind: 12, likely: BEGAN + 132 * MINUTE });
  const offered = late?.phases.map((one) => one.offered) ?? [];
  expect(offered.slice(0, 2)).toEqual([null, null]);
  const sum = offered.reduce<number>((all, one) => all + (one ?? 0), 0);
  expect(sum).toBeLessThanOrEqual(78);
  expect(sum).toBeGreaterThan(73);
});

test("G22a a phase that goes over makes everybody late, minute for minute", () => {
  expect(plan(30, 37)?.behind).toBe(7);
});

test("G22d minutes that are added to a phase move no end", () => {
  const longer = planOf(workshop(30, { minutes: 38 }), PHASES, BEGAN + 30 * MINUTE, null);
  expect(longer).toMatchObject({ behind: 8, until: BEGAN + 120 * MINUTE });
});

test("G22a an hour at which the sitting ends counts before what the plan adds up to", () => {
  expect(plan(30, 0, BEGAN + 100 * MINUTE)).toMatchObject({ behind: 20 });
  expect(plan(30, 0, BEGAN + 130 * MINUTE)).toMatchObject({ behind: -10 });
});

test("G22a where even five minutes for each do not fit it says how much is too much", () => {
  expect(plan(30, 30, BEGAN + 64 * MINUTE)).toMatchObject({ short: 11 });
});

test("G22a a phase that the group came back to counts what it took both times", () => {
  const back = planOf(
    workshop(80, { spent: { gather: 30 * MINUTE, experience: 50 * MINUTE } }),
    PHASES,
    BEGAN + 85 * MINUTE,
    null,
  );
  expect(back?.phases.find((one) => one.now)?.taken).toBe(55);
});

test("G22a there is no clock before the start, after the close, or in a replay", () => {
  for (const more of [{ opened: false }, { closed: true }, { replayed: true }])
    expect(planOf(workshop(30, more), PHASES, BEGAN + 40 * MINUTE, null)).toBeNull();
});
