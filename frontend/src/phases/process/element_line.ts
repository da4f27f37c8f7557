/** What a step that is typed in one line comes from, and what it becomes. */

import type { Element } from "../../room/flipchart.svelte";
import { type ElementKind, NAMED_WAYS, NO_WAYS } from "../../wire";

/** A way that somebody named and that leads nowhere yet. */
export interface OpenWay {
  of: Element;
  /** The step's number, from one. */
  number: number;
  label: string;
}

export function openWays(elements: Element[]): OpenWay[] {
  return elements.flatMap((of, at) =>
    (of.branches ?? [])
      .filter((way) => way.to == null && !way.ends && way.label)
      .map((way) => ({ of, number: at + 1, label: way.label ?? "" })),
  );
}

/** A question is a decision; anything else is something that is done. */
export const kindOf = (line: string): ElementKind =>
  /[?？؟]\s*$/u.test(line) ? "decision" : "activity";

/** What was said of where steps come from: nothing, the step before, or an open way. */
export type From = { step: null } | { step: "last" } | { step: number; label: string };

/**
 * Where the next step comes from: by the first open way of the decision that was typed last, and
 * when both lead somewhere as it was said before.
 */
export function nextFrom(said: From, decided: number | null, open: OpenWay[]): From {
  const way = open.find((one) => one.of.id === decided);
  return way ? { step: way.of.id, label: way.label } : said;
}

/** The same as the server is asked for it; nothing leads on from an end, nor namelessly from a decision. */
export function comesFrom(
  from: From,
  last: Element | undefined,
  open: OpenWay[],
): { comes_from: number | null; by_way: string } {
  if (from.step !== "last")
    return { comes_from: from.step, by_way: "label" in from ? from.label : "" };
  const way = open.find((one) => one.of.id === last?.id);
  const leads =
    last !== undefined &&
    !NO_WAYS.includes(last.kind) &&
    (way !== undefined || !NAMED_WAYS.includes(last.kind));
  return { comes_from: leads ? last.id : null, by_way: way?.label ?? "" };
}
