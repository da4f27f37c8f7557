/**
 * Quotation marks: drawn here and nowhere else, and only round what the method says are a teller's
 * own words (O8).
 */

import type { MomentView } from "../wire";

declare const marked: unique symbol;
/** Somebody's words within marks. Only this module can make one. */
export type Quotation = string & { readonly [marked]: true };

/** What the teller said, beside the summary of what happened, which is no quotation. */
export const saidIn = (moment: MomentView): Quotation | null => within(moment, "quote");
/** The teller's own words for how it felt. */
export const feltIn = (moment: MomentView): Quotation | null => within(moment, "feeling_words");

function within(moment: MomentView, field: "quote" | "feeling_words"): Quotation | null {
  return moment.quoted?.includes(field) ? (`“${moment[field]}”` as Quotation) : null;
}
