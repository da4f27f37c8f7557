/**
 * The plan against the clock: how long each phase took, when the group is done at this pace, and
 * where minutes could be saved (G22).
 */

import type { PhaseView, WorkshopView } from "../wire";

const MINUTE = 60_000;
/** No phase is offered fewer minutes than this, or than it has. */
const LEAST = 5;

export interface PlannedPhase {
  phase: string;
  name: string;
  /** Minutes, those that were added or taken away with them. */
  planned: number;
  /** Whole minutes that the group was in it so far; null before it was ever there. */
  taken: number | null;
  now: boolean;
  /** Minutes that would be left for it, if the group wants to be done in time; else null. */
  offered: number | null;
}

export interface Plan {
  phases: PlannedPhase[];
  /** When the group means to be done, and when it is at this pace (ms). */
  until: number;
  likely: number;
  /** Minutes later than meant; below nought there are some in hand. */
  behind: number;
  /** Even with the fewest minutes for each phase it takes so many longer. */
  short: number;
}

/** None before the flipchart is open, and after it is closed. `ends` is when the sitting ends. */
export function planOf(
  workshop: WorkshopView | undefined,
  phases: PhaseView[],
  now: number,
  ends: number | null,
): Plan | null {
  if (!workshop?.opened || workshop.closed || workshop.replayed || !workshop.phase_opened_at)
    return null;
  const spent: Record<string, number> = workshop.spent ?? {};
  const present = phases.findIndex((one) => one.phase === workshop.phase);
  const here = Math.max(0, now - workshop.phase_opened_at);
  const before = Object.values(spent).reduce((all, ms) => all + ms, 0);
  const meant = (one: PhaseView, at: number) =>
    (at === present ? (workshop.minutes ?? one.minutes) : one.minutes) * MINUTE;
  // Minutes that are added to a phase are taken from somewhere: they move no end.
  const all = phases.reduce((sum, one) => sum + one.minutes * MINUTE, 0);
  const until = ends ?? workshop.phase_opened_at - before + all;
  /** What a phase still takes: of the present one what is left, of those to come all. */
  const left = (one: PhaseView, at: number) =>
    at < present ? 0 : at === present ? Math.max(0, meant(one, at) - here) : meant(one, at);
  const likely = now + phases.reduce((sum, one, at) => sum + left(one, at), 0);
  const behind = Math.round((likely - until) / MINUTE);
  const offers = behind > 0 ? saved(phases, left, until - now) : null;
  return {
    phases: phases.map((one, at) => ({
      phase: one.phase,
      name: one.short || one.name,
      planned: meant(one, at) / MINUTE,
      taken:
        at === present || spent[one.phase]
          ? Math.floor(((spent[one.phase] ?? 0) + (at === present ? here : 0)) / MINUTE)
          : null,
      now: at === present,
      offered: offers?.minutes[at] ?? null,
    })),
    until,
    likely,
    behind,
    short: offers?.short ?? 0,
  };
}

/** What is left of the time, shared out among the phases as the plan shares it. */
function saved(
  phases: PhaseView[],
  left: (one: PhaseView, at: number) => number,
  time: number,
): { minutes: (number | null)[]; short: number } {
  const needed = phases.map(left);
  const least = needed.map((ms) => Math.min(ms, LEAST * MINUTE));
  const sum = (all: number[]) => all.reduce((one, other) => one + other, 0);
  const free = Math.max(0, time - sum(least));
  const more = sum(needed) - sum(least);
  const minutes = needed.map((ms, at) => {
    const low = least[at] ?? 0;
    return ms === 0 ? null : Math.floor((low + (more ? (free * (ms - low)) / more : 0)) / MINUTE);
  });
  return { minutes, short: Math.max(0, Math.ceil((sum(least) - time) / MINUTE)) };
}
