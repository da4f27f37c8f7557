/** Times as the room shows them: in the English of the page, by the clocks of whoever reads. */

const hour = new Intl.DateTimeFormat(document.documentElement.lang || undefined, {
  timeStyle: "short",
});
const day = new Intl.DateTimeFormat(document.documentElement.lang || undefined, {
  weekday: "long",
});

/** "14:05", or "2:05 PM". */
export function clockTime(ms: number | null | undefined): string {
  return ms ? hour.format(ms).replaceAll("\u202f", " ") : "";
}

/** "Thursday, 14:05": within three days a day's name says which. */
export function dayAndTime(ms: number): string {
  return `${day.format(ms)}, ${clockTime(ms)}`;
}
