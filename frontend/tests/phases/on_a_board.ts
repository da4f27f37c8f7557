/** Notes on the board of Aims, and its menus, for the tests of it. */

import Board from "../../src/phases/aims/Board.svelte";
import { person, reads, type Screen, shown, type Told } from "../screen";

export const people = { 8: person(8, "Fay") };
export const note = (id: number, text: string, more: object = {}) => ({
  id,
  is: "note" as const,
  kind: "note" as const,
  phase: "aims",
  number: id,
  by: 8,
  text,
  ...more,
});
export const GROUP = { id: 50, title: "Money", notes: [1] };
export const REGROUP: Told["may"] = ["Regroup", "GroupNotes", "Merge", "AddAim"];

export async function board(notes: ReturnType<typeof note>[], told: Told = {}): Promise<Screen> {
  const all = Object.fromEntries(notes.map((one) => [one.id, one]));
  return shown(Board, { notes }, { people, notes: all, ...told });
}

export async function open(screen: Screen, menu: string): Promise<string[]> {
  await screen.press(menu);
  return screen.all("[role=menuitem]").map(reads);
}

export async function pick(screen: Screen, name: string): Promise<void> {
  screen
    .all("[role=menuitem]")
    .find((one) => reads(one) === name)
    ?.click();
  await screen.settle();
}
