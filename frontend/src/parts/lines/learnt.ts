/**
 * What a group has learnt since it worded an aim: moments, reflections and values on which the aim
 * rests, then those that the steps which serve it answer.
 */

import type { Aim, Element, Flipchart, Thing } from "../../room/flipchart.svelte";
import { GAPS, LEARNT } from "../../wire";
import { kindOf, wordsOf } from "../things/names";

export const elementsOf = (chart: Flipchart, ids: readonly number[] | undefined): Element[] =>
  (ids ?? []).map((id) => chart.elements.get(id)).filter((one) => one !== undefined);

/** The number of a step, as the process counts them. */
export const elementNumber = (chart: Flipchart, step: Element): number =>
  chart.elementList.indexOf(step) + 1;

export function learntOf(chart: Flipchart, aim: Aim): Thing[] {
  const ids = [
    ...(aim.reviews ?? []).flatMap((review) => review.rests_on ?? []),
    ...(aim.rests_on ?? []),
    ...elementsOf(chart, aim.served_by).flatMap((step) => step.answers ?? []),
  ];
  const out = aim.left_out ?? [];
  return [...new Set(ids)]
    .filter((id) => !out.includes(id))
    .map((id) => chart.find(id))
    .filter((thing): thing is Thing => thing !== undefined && !thing.state && wordsOf(thing) !== "")
    .filter((thing) => LEARNT.includes(kindOf(thing)));
}

/** Whether something is asked for that no step gives. */
export function isUnanswered(chart: Flipchart, thing: Thing): boolean {
  const gap = chart.gaps.get(thing.id);
  return gap !== undefined && GAPS[gap.kind] !== "telling";
}
