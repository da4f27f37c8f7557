/** Where the elements of a process lead on, and the lanes and stages in which they stand: the same for every view. */

import { process as words } from "../words/policy";

interface Branch {
  label?: string | null;
  to?: number | null;
  ends?: boolean;
}

export interface Part {
  id: number;
  kind: string;
  lane?: string | null;
  stage?: string | null;
  branches?: Branch[];
  fork?: string | null;
}

export interface Way {
  from: number;
  /** Null where it ends, or where nobody said yet where it leads. */
  to: number | null;
  ends: boolean;
  label: string;
  /** From an exception or a control: drawn dashed. */
  aside: boolean;
}

/** The ways that somebody said; the order of the elements is none. One to an element that was taken off is left open. */
export function waysFrom(part: Part, known: { has(id: number): boolean }): Way[] {
  const aside = part.kind === "exception" || part.kind === "control";
  return (part.branches ?? []).map(({ label, to, ends }) => ({
    from: part.id,
    to: to != null && known.has(to) ? to : null,
    ends: ends ?? false,
    label: label ?? "",
    aside,
  }));
}

export function waysOf(parts: Part[]): Way[] {
  const known = new Set(parts.map((part) => part.id));
  return parts.flatMap((part) => waysFrom(part, known));
}

/** Which of several ways are taken, as a sentence; "" for a single one, and for a decision where nobody said. */
export function forkOf(part: Part): string {
  if ((part.branches ?? []).length < 2) return "";
  return words.forks[part.fork ?? ""] ?? (part.kind === "decision" ? "" : words.whichFork);
}

/** All ways of a part in short lines, by the numbers of the elements. */
export function shortly(part: Part, numbers: Map<number, number>): string[] {
  const where = ({ to, ends }: Way) =>
    to === null ? (ends ? words.ends : words.nowhere) : String(numbers.get(to));
  const ways = waysFrom(part, numbers);
  const named = ways.filter((way) => way.label).map((way) => words.way(way.label, where(way)));
  const plain = ways
    .filter((way) => !way.label)
    .map(where)
    .join(", ");
  return [forkOf(part), plain && words.way("", plain), ...named].filter(Boolean);
}

/** What no arrow says: which of several ways are taken, and ways that end or are left open. */
export function besides(part: Part, known: { has(id: number): boolean }): string[] {
  const loose = waysFrom(part, known).filter((way) => way.to === null);
  return [
    forkOf(part),
    ...loose.map(({ label, ends }) => words.loose(ends ? words.ends : words.nowhere, label)),
  ].filter(Boolean);
}

export interface Run {
  name: string;
  parts: Part[];
}

/** Stages as runs of neighbouring elements: a stage that comes back is drawn twice, because the order says so. */
export function runsOf(parts: Part[]): Run[] {
  const runs: Run[] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (last && last.name === (part.stage ?? "")) last.parts.push(part);
    else runs.push({ name: part.stage ?? "", parts: [part] });
  }
  return runs;
}

/** The lanes in use, in the group's order, with "" last where an element names none. */
export function rowsOf(parts: Part[], lanes: string[]): string[] {
  const used = new Set(parts.map((part) => part.lane ?? ""));
  const known = lanes.filter((lane) => used.has(lane));
  return [
    ...known,
    ...[...used].filter((lane) => lane !== "" && !known.includes(lane)),
    ...(used.has("") ? [""] : []),
  ];
}
