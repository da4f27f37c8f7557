/** Times as the room shows them: in the English of the page, by the clocks of whoever reads. */

import { says } from "../words/says";

const hour = new Intl.DateTimeFormat(document.documentElement.lang || undefined, {
  timeStyle: "short",
});
const date = new Intl.DateTimeFormat(document.documentElement.lang || undefined, {
  day: "numeric",
  month: "long",
});
const DAY = 24 * 60 * 60_000;
const day = new Intl.DateTimeFormat(document.documentElement.lang || undefined, {
  weekday: "long",
});

/** "14:05", or "2:05 PM". */
export function clockTime(ms: number | null | undefined): string {
  return ms ? hour.format(ms).replaceAll("\u202f", " ") : "";
}

/** The day on which it was, by those who are at `now`: "" for today, "yesterday", "11 November". */
export function dayBefore(ms: number, now: number): string {
  const midnight = (at: number) => new Date(at).setHours(0, 0, 0, 0);
  const days = Math.round((midnight(now) - midnight(ms)) / DAY);
  return days < 1 ? "" : days === 1 ? says.yesterday : date.format(ms);
}

/** "Thursday, 14:05": within three days a day's name says which. */
export function dayAndTime(ms: number): string {
  return `${day.format(ms)}, ${clockTime(ms)}`;
}
