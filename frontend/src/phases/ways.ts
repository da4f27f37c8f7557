/** Ways of the process in words, filled into the method's own; and the lanes and stages in which elements stand. */

import { type BranchView, type ElementView, WAY_WORDS } from "../wire";

export type Part = Pick<ElementView, "id" | "lane" | "stage" | "branches" | "aside" | "fork_said"> & {
  kind: string;
};

const filled = (pattern: string, parts: Record<string, string>) =>
  pattern.replace(/\{(\w+)\}/g, (_, name) => parts[name] ?? "");

/** What becomes of a way that leads to no element. */
const becomes = (way: BranchView): string => (way.ends ? WAY_WORDS.ends : WAY_WORDS.open);
const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** A way that leads to no element, for where there is little room. */
export function loosely(way: BranchView): string {
  const where = capital(becomes(way));
  return way.label ? filled(WAY_WORDS.loose, { where, name: way.label }) : where;
}

/** One way; `where` is called by what it names. */
export function waySaid(way: BranchView, where: (id: number) => string): string {
  if (way.to == null && !way.label) return loosely(way);
  const name = way.label || WAY_WORDS.unnamed;
  return filled(WAY_WORDS.way, { name, where: way.to == null ? becomes(way) : where(way.to) });
}

/** All ways of a part in short lines, by the numbers of the elements. */
export function shortly(part: Part, numbers: Map<number, number>): string[] {
  const ways = (part.branches ?? []).map((way) => waySaid(way, (id) => String(numbers.get(id))));
  return [part.fork_said ?? "", ...ways].filter(Boolean);
}

/** What no arrow says: which of several ways are taken, and ways that end or are left open. */
export function besides(part: Part): string[] {
  const loose = (part.branches ?? []).filter((way) => way.to == null);
  return [part.fork_said ?? "", ...loose.map(loosely)].filter(Boolean);
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
