/** Quotation marks: drawn here and nowhere else, and only round what a moment keeps as its teller's own words (O8). */

import type { MomentView } from "../wire";

declare const marked: unique symbol;
/** Somebody's words within marks. Only this module can make one. */
export type Quotation = string & { readonly [marked]: true };

const NOTHING_BUT_MASK = /^\P{L}*?(?:███|\[[^\]]*\])\P{L}*$/u;

/** What the teller said, beside the summary of what happened, which is no quotation. */
export const saidIn = (moment: MomentView): Quotation | null => within(moment.quote);
/** The teller's own words for how it felt. */
export const feltIn = (moment: MomentView): Quotation | null => within(moment.feeling_words);

function within(words: string | null | undefined): Quotation | null {
  return words && !NOTHING_BUT_MASK.test(words) ? (`“${words}”` as Quotation) : null;
}
