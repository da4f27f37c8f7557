/**
 * Which files the room's parts come in: on a line that answers slowly a few come sooner than many
 * small ones, and nothing that can wait is in those that a screen needs.
 */

import { basename } from "node:path";

/** What the builder knows of a module. */
interface Known {
  getModuleInfo(
    id: string,
  ): { importedIds: readonly string[]; dynamicallyImportedIds: readonly string[] } | null;
}

/** What holds dialogs, and what stands there only now and then. */
const LATER = /\/(dialogs|seldom)\.ts$/;

const ICON = /@lucide/;

type Reached = Map<string, Set<string>>;
let reached: Reached | undefined;

/** The file for a module that the room's first script does not hold; null leaves it to the builder. */
export function fileOf(id: string, known: Known): string | null {
  reached ??= reach(known);
  const from = [...(reached.get(id) ?? [])];
  const screens = from.filter((one) => one.includes("/phases/") && one.endsWith(".svelte"));
  const names = screens.map((one) => basename(one, ".svelte"));
  if (names.length > 2 || (names.length === 2 && ICON.test(id))) return "shared";
  if (names.length === 2) return names.sort().join("And");
  if (names.length === 1 && from.length > 1) return `${names[0]}Too`;
  if (from.length > 1 && from.every((one) => LATER.test(one))) return "later";
  return null;
}

/** From which parts that are fetched by themselves a module is reached. */
function reach(known: Known): Reached {
  const found: Reached = new Map();
  const parts = [MAIN];
  for (const part of parts) {
    const edge = [part];
    for (const id of edge) {
      const from = found.get(id) ?? new Set();
      if (from.has(part)) continue;
      found.set(id, from.add(part));
      const info = known.getModuleInfo(id);
      edge.push(...(info?.importedIds ?? []));
      for (const one of info?.dynamicallyImportedIds ?? [])
        if (!parts.includes(one)) parts.push(one);
    }
  }
  return found;
}

const MAIN = `${import.meta.dirname}/src/main.ts`;
