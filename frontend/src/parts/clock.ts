/** The clock of a phase, and of a break: it counts, and closes nothing. */

import type { WorkshopView } from "../wire";
import { clockTime, dayBefore } from "./times";

export interface Running {
  /** Whole minutes left, or over when `over` is set. */
  minutes: number;
  over: boolean;
  /** Since when, where that is so long ago that minutes say nothing: "18:56", "yesterday"; else "". */
  since: string;
  planned: number;
  /** From 0 to 1: how much of the time has gone. */
  gone: number;
}

const MINUTE = 60_000;
const LONG_OVER = 180 * MINUTE;

export function running(workshop: WorkshopView | undefined, now: number): Running | null {
  // A replayed workshop keeps the times of its file, against which no clock runs.
  if (
    !workshop?.opened ||
    workshop.closed ||
    workshop.replayed ||
    !workshop.phase_opened_at ||
    !workshop.minutes
  )
    return null;
  return counted(workshop.phase_opened_at + workshop.minutes * MINUTE, workshop.minutes, now);
}

/** The break that is on (G15). */
export function pausing(workshop: WorkshopView | undefined, now: number): Running | null {
  if (!workshop?.break_until || !workshop.break_minutes) return null;
  return counted(workshop.break_until, workshop.break_minutes, now);
}

function counted(until: number, planned: number, now: number): Running {
  const left = until - now;
  return {
    // A device whose clock is a little behind shows no more than there is.
    minutes: left > 0 ? Math.min(planned, Math.ceil(left / MINUTE)) : Math.floor(-left / MINUTE),
    over: left <= -MINUTE,
    since: left < -LONG_OVER ? dayBefore(until, now) || clockTime(until) : "",
    planned,
    gone: Math.max(0, Math.min(1, 1 - left / (planned * MINUTE))),
  };
}
