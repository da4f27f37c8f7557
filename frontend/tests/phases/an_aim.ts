/** Aims on their return, and what people said of them. */

import { person } from "../screen";

export const people = { 8: person(8, "Fay") };
export const aim = (id: number, text: string, more: object = {}) => ({
  id,
  is: "aim" as const,
  text,
  first_text: text,
  standing: "undecided",
  is_line: true,
  version: 2,
  ...more,
});
export const liked = (id: number, text: string, more: object = {}) => ({
  id,
  is: "note" as const,
  kind: "liked",
  phase: "reflect",
  number: id,
  text,
  by: 8,
  ...more,
});
/** What the server says was decided, by what the group chose. */
export const DECIDED: Record<string, string> = {
  keep: "kept",
  change: "changed",
  drop: "dropped",
  open: "unresolved",
};
export const AIM = aim(30, "Pay on time");
