/**
 * What the page itself says before anything has come over the line: where it is, and who this
 * device is.
 */

import type { Phase } from "../wire";

/** What fills the room; before the flipchart is opened and once it is closed no phase. */
export type Screen = Phase | "waiting" | "ending";

export interface Page {
  address: string;
  view: "room" | "wall";
  person: number | null;
  /** What the room shows first, to be fetched while the line is opened. */
  screen: Screen;
  socket: string;
  ticket: string;
  commands: string | null;
  /** Which notes use the same words (A9). */
  similar?: string | null;
  csrf: string;
  workshop: string;
  leave: string | null;
  outline: string | null;
  /** The outline and the record, to take away; the record for facilitators alone. */
  markdown?: string | null;
  record?: string | null;
  links: string | null;
  call?: { link: string; name: string } | null;
  people: string | null;
  /** The plan to print, for facilitators. */
  run_sheet?: string | null;
  /** When the sitting that is on, or comes next, ends (ms). */
  ends?: number | null;
  research?: string | null;
  paper?: string | null;
  mine: { link: string; qr: string } | null;
  /** My own page of what I said and where it went. */
  words: string | null;
  /** My own page of the lines that rest on my words. */
  lines: string | null;
  /**
   * Whether the workshop works on an organisation's policy, so that there are members to read its
   * outline.
   */
  has_members?: boolean;
  /** Where copies of my words stand, by the id of what I would take back. */
  copies: string | null;
  /**
   * Where to keep things out of research, and what I keep back myself; null where nothing could
   * leave.
   */
  keeping: { door: string; kept: number[] } | null;
  join: { link: string; code: string; qr: string } | null;
  /** Where a facilitator rehearses it before it begins. */
  rehearse?: string | null;
  /** Of a rehearsal: its wall, where it is thrown away, and in how many days it goes by itself. */
  rehearsal?: { wall: string; throw_away: string; days_left: number };
}

export function readPage(): Page {
  return JSON.parse(document.getElementById("page")?.textContent ?? "{}") as Page;
}
