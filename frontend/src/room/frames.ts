/** What comes down the line from the server, frame by frame. */

import type { Change } from "./layers";

/**
 * Held: too much went over it at once, and it is back in a while. Resting: many other pages of mine
 * are open, and it is
 * back when this one is looked at.
 */
export type Line = "connecting" | "open" | "lost" | "held" | "resting" | "gone";

/**
 * What has become of the line, by how the server ended it; one that is lost is tried again soon.
 */
export function lineAfter(code: number): Line {
  return ({ 4403: "gone", 4409: "resting", 4429: "held" } as Record<number, Line>)[code] ?? "lost";
}

export type Answer = { done: true; made: number | null } | { done: false; why: string };

/**
 * What everybody is asked while no facilitator is connected: who offers to lead, and how many have
 * to agree (G18).
 */
export interface Leading {
  offers: { person: number; backed: number }[];
  needed: number;
  /** Whom I back. */
  mine: number | null;
}

/**
 * Who is on the way in, and who lost the line in the last minute; facilitators alone are told
 * (G19).
 */
export interface AtTheDoor {
  opened: number;
  choosing: number;
  /** People who gave a name and whose page is not open yet. */
  named: number[];
  lost: number[];
  /** How many were turned away in the last minute, because very many came by one link. */
  refused: number;
}

/** What stands in the spotlight: its number, and null where nothing does (G21). */
export interface Spotlit {
  thing: number | null;
  /** What was read aloud before; facilitators alone are told. */
  read?: number[];
  /** Why what I asked for was refused. */
  why?: string;
}

/** Whether the code is large on the wall (G24). */
export interface CodeShown {
  shown: boolean;
  /** Why what I asked for was refused. */
  why?: string;
}

/**
 * What is said for now: that I offer to lead, whom I back while nobody does, what comes into the
 * spotlight, and that the code goes on the wall.
 */
export type ForNow =
  { lead: boolean } | { back: number | null } | { spotlight: number | null } | { code: boolean };

/** Who is connected: all of them for who comes, then of each who came or went whether they are. */
export type Here = { people: number[] } | { came: number[]; left: number[] };

export interface Heard {
  change(change: Change): void;
  here(told: Here): void;
  leading(asked: Leading | null): void;
  door(at: AtTheDoor): void;
  spotlight(told: Spotlit): void;
  code(told: CodeShown): void;
  line(line: Line): void;
  unanswered(): void;
}

/** What is done with each kind of frame. */
export interface Hears {
  change(change: Change): void;
  answered(id: string, answer: Answer): void;
  /** Something of mine could not be read, so that nobody knows which it was. */
  unread(): void;
  /** Who is connected, and what the server's clock says (ms). */
  here(told: Here, now: number): void;
  leading(asked: Leading | null): void;
  door(at: AtTheDoor): void;
  spotlight(told: Spotlit): void;
  code(told: CodeShown): void;
  ping(ping: unknown): void;
}

/** Read one frame; what this page does not know, from a newer server, it lets pass. */
export function read(text: string, to: Hears): void {
  const frame = JSON.parse(text) as Record<string, unknown>;
  if ("whole" in frame || "put" in frame || "drop" in frame) to.change(frame as unknown as Change);
  else if ("done" in frame)
    to.answered(String(frame.done), { done: true, made: (frame.made as number | null) ?? null });
  else if ("refused" in frame && frame.refused !== null)
    to.answered(String(frame.refused), { done: false, why: String(frame.why) });
  else if ("refused" in frame) to.unread();
  else if ("here" in frame) {
    const here = frame.here as Here & { now: number };
    to.here(here, here.now);
  } else if ("came" in frame) {
    const here = frame as Here & { now: number };
    to.here(here, here.now);
  } else if ("leading" in frame) to.leading(frame.leading as Leading | null);
  else if ("door" in frame) to.door(frame.door as AtTheDoor);
  else if ("spotlight" in frame) to.spotlight(frame.spotlight as Spotlit);
  else if ("code" in frame) to.code(frame.code as CodeShown);
  else if ("ping" in frame) to.ping(frame.ping);
}

/** Who is connected after what was told of it; somebody may be told of twice. */
export function whoIsHere(before: number[], told: Here): number[] {
  if ("people" in told) return told.people;
  const gone = new Set([...told.came, ...told.left]);
  return [...before.filter((id) => !gone.has(id)), ...told.came].sort((a, b) => a - b);
}
