// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import Break from "../../src/shell/Break.svelte";
import Clock from "../../src/shell/Clock.svelte";
import { gone, reads, shown } from "../screen";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(async () => {
  await gone();
  vi.useRealTimers();
});

test.each([
  ["the same day", new Date(2026, 10, 12, 14, 5), /^over since (14:05|2:05 PM)$/],
  ["the day before", new Date(2026, 10, 11, 20, 0), /^over since yesterday$/],
  ["some day", new Date(2026, 10, 2, 9, 0), /^over since (2 November|November 2)$/],
])("G7 hours after its time, the clock says since when: %s", async (_, until, said) => {
  vi.setSystemTime(new Date(2026, 10, 12, 17, 6));
  const phase_opened_at = until.getTime() - 10 * 60_000;
  const workshop = { phase: "aims", opened: true, minutes: 10, phase_opened_at };
  const screen = await shown(Clock, {}, { sheet: { workshop } });
  expect(reads(screen.one(".clock b"))).toMatch(said);
});

test.each([
  ["the same day", new Date(2026, 10, 12, 14, 5), /The break was to end at (14:05|2:05 PM)\. What/],
  ["the day before", new Date(2026, 10, 11, 9, 0), /The break was to end yesterday at 0?9:00/],
  ["some day", new Date(2026, 10, 2, 9, 0), /to end on (2 November|November 2) at 0?9:00/],
])("G15a hours after its end, a break says when that was: %s", async (_, until, said) => {
  vi.setSystemTime(new Date(2026, 10, 12, 17, 6));
  const workshop = { phase: "aims", opened: true, break_until: until.getTime(), break_minutes: 5 };
  const screen = await shown(Break, { look: vi.fn() }, { sheet: { workshop } });
  expect(screen.text).toMatch(said);
});
