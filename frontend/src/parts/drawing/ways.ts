/** Ways of the process in the method's sentences: here only names and places are filled in. */

import { type BranchView, type ElementView, WAY_WORDS } from "../../wire";

export type Part = Pick<ElementView, "branches" | "fork_said">;

const becomes = (way: BranchView) => (way.to != null ? "leads" : way.ends ? "ends" : "open");
const filled = (sentence: string, parts: Record<string, string>) =>
  sentence.replace(/\{(\w+)\}/g, (_, part) => parts[part] ?? "");

/** A way that leads to no element, for where there is little room. */
export function loosely(way: BranchView): string {
  const how = way.ends ? "ends" : "open";
  return filled(WAY_WORDS[`${how}_${way.label ? "short" : "unnamed"}`], { name: way.label ?? "" });
}

/** One way; `where` is called by what it names. */
export function waySaid(way: BranchView, where: (id: number) => string): string {
  const sentence = WAY_WORDS[`${becomes(way)}${way.label ? "" : "_unnamed"}`];
  return filled(sentence, { name: way.label ?? "", where: way.to == null ? "" : where(way.to) });
}

/** All ways of a part in short lines, by the numbers of the elements. */
export function shortly(part: Part, numbers: Map<number, number>): string[] {
  const ways = (part.branches ?? []).map((way) => waySaid(way, (id) => String(numbers.get(id))));
  return [part.fork_said ?? "", ...ways].filter(Boolean);
}
