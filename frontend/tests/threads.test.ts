import { expect, test } from "vitest";
import { Flipchart, type Thing } from "../src/flipchart.svelte";
import { near, restingOn, restsOnWordsOf, tellersOf } from "../src/threads";
import { thread } from "../src/words/thread";

/** Sam's story with a moment (2), Tess's thought about it (3), a value heard in both (4), a step that answers it (5). */
function chart(): Flipchart {
  const made = new Flipchart();
  const put = {
    experiences: { 1: { id: 1, title: "Late", storytellers: [7], stored_at: 1, moments: [2] } },
    moments: { 2: { id: 2, experience: 1, text: "Paid late" } },
    notes: { 3: { id: 3, kind: "disliked", phase: "reflect", by: 8, text: "Too late", about: [2] } },
    values: { 4: { id: 4, name: "Candour", heard_in: [2, 3] } },
    elements: { 5: { id: 5, kind: "activity", text: "Pay", answers: [4, 3] } },
  };
  for (const [name, things] of Object.entries(put)) {
    const map = (made as unknown as Record<string, Map<number, unknown>>)[name];
    for (const [id, thing] of Object.entries(things)) map?.set(Number(id), thing);
  }
  return made;
}

const ids = (things: Thing[]) => things.map((thing) => thing.id);
const found = (made: Flipchart, id: number) => made.find(id) as Thing;

test("O6 what a line rests on by itself ends at another line", () => {
  const made = chart();
  made.values.set(4, { id: 4, name: "Candour", heard_in: [1] } as never);
  expect(ids(near(made, found(made, 5)))).toEqual([4, 3, 2]);
});

test("O6 who wanted to be left out of a line is not reached through it", () => {
  const made = chart();
  made.values.set(4, { id: 4, name: "Candour", heard_in: [3], left_out: [2] } as never);
  expect(ids(near(made, found(made, 4)))).toEqual([3]);
  expect(ids(near(made, found(made, 5)))).toEqual([4, 3, 2]);
});

test("R6 the tellers of a value are those in whose stories it was heard, also through a thought about them", () => {
  const made = chart();
  made.values.set(4, { id: 4, name: "Candour", heard_in: [3] } as never);
  expect(tellersOf(made, made.values.get(4) as never)).toEqual([7]);
  made.moments.set(2, { id: 2, experience: 1, text: "Paid late", visibility: "only_me" } as never);
  expect(tellersOf(made, made.values.get(4) as never)).toEqual([]);
});

test("O10 a line says on how many stories and notes it rests, and counts no people", () => {
  const made = chart();
  expect(thread.restsOn(restingOn(made, found(made, 5)))).toBe("Rests on one person’s story and one note");
  made.experiences.set(1, { id: 1, storytellers: [7, 8], moments: [2] } as never);
  expect(thread.restsOn(restingOn(made, found(made, 5)))).toBe("Rests on one story and one note");
  expect(thread.restsOn({ stories: 0, notes: 0, alone: false })).toBe("");
});

test("O6 only those whose words are beneath a line are shown the way to their lines", () => {
  const made = chart();
  expect([7, 8].map((person) => restsOnWordsOf(made, person))).toEqual([false, false]);
  made.notes.set(3, { ...made.notes.get(3), mine: true } as never);
  expect(restsOnWordsOf(made, 8)).toBe(true);
});
