/**
 * Covered words in the order in which facilitators look after them: who covered, act by act, place
 * by place.
 */

import type { Flipchart } from "../../room/flipchart.svelte";
import type { VeilView } from "../../wire";
import { veils as words } from "../../words/veils";
import { describe, wordsOf } from "./names";

/** One thing, and one of the veils over it. */
export interface Place extends VeilView {
  about: number;
}

/** What somebody covered in one go. */
export interface Act {
  veil: number;
  by: number | null;
  because: string;
  at: number;
  until: number;
  places: Place[];
}

/** All that one person covered; `by` is null for what must not tell who it was (A3). */
export interface Coverer {
  by: number | null;
  acts: Act[];
  places: number;
}

/** Every veil over everything, or over one thing alone. */
export function placesIn(chart: Flipchart, about?: number): Place[] {
  const over = about === undefined ? [...chart.veils.keys()] : [about];
  return over.flatMap((id) =>
    (chart.veils.get(id)?.veils ?? []).map((veil) => ({ ...veil, about: id })),
  );
}

export function actsOf(veils: readonly Place[]): Act[] {
  const acts = new Map<number, Act>();
  for (const one of veils) {
    const { veil, because, at, until, by } = one;
    const act = acts.get(veil) ?? { veil, because, at, until, by: by ?? null, places: [] };
    act.places.push(one);
    acts.set(veil, act);
  }
  return [...acts.values()];
}

/** Whoever covered something last comes first, and so do their latest acts. */
export function coverers(veils: readonly Place[]): Coverer[] {
  const found = new Map<number | null, Coverer>();
  for (const act of actsOf(veils).sort(
    (one, other) => other.at - one.at || other.veil - one.veil,
  )) {
    const coverer = found.get(act.by) ?? { by: act.by, acts: [], places: 0 };
    coverer.acts.push(act);
    coverer.places += act.places.length;
    found.set(act.by, coverer);
  }
  return [...found.values()];
}

/** What an act covers, where that is the same in all its places. */
export function sameBeneath(act: Act): string[] | null {
  const first = act.places[0]?.covers ?? [];
  const same = act.places.every(
    ({ covers }) => covers.length === first.length && covers.every((one, at) => one === first[at]),
  );
  return same ? first : null;
}

/**
 * What a place is called and how it reads just now; lines of the agreement and offered wordings
 * have no menu.
 */
export function placeOf(
  chart: Flipchart,
  id: number,
): { name: string; text: string; goTo: number } {
  const thing = chart.find(id);
  if (thing) return { name: describe(chart, thing), text: wordsOf(thing), goTo: id };
  const line = chart.agreement.get(id);
  if (line) return { name: words.line, text: line.text ?? "", goTo: id };
  const offer = chart.offers.get(id);
  const about = offer && chart.find(offer.about);
  if (offer && about)
    return { name: words.offered(describe(chart, about)), text: offer.text ?? "", goTo: about.id };
  return { name: words.gone, text: "", goTo: id };
}
