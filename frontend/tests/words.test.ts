/** What the room says: each sentence is said somewhere, and numbers go with what they count. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { count, places } from "../src/words/counts";
import { feelingSaid } from "../src/words/feelings";
import { parts } from "../src/words/parts";
import { gapsOf } from "../src/words/return_to_aims";
import { round, says } from "../src/words/says";

const SOURCE = join(import.meta.dirname, "../src");
const read = (folder: string) =>
  readdirSync(join(SOURCE, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(ts|svelte)$/.test(path))
    .map((path) => readFileSync(join(SOURCE, folder, path), "utf8"))
    .join("\n");

test("no sentence stands in the words that nothing says", () => {
  const said = read(".");
  const keys = [...read("words").matchAll(/^ {2}(\w+)(?=[:,(])/gm)].map(([, key]) => String(key));
  expect(keys.length).toBeGreaterThan(300);
  expect(
    keys.filter((key) => !new RegExp(`\\.${key}\\b`).test(said) && !LOOKED_UP.has(key)),
  ).toEqual([]);
});

/** Sentences that are looked up by what the method calls a thing. */
const LOOKED_UP = new Set([
  "keep",
  "change",
  "drop",
  "open",
  "list",
  "lanes",
  "drawing",
  ...Object.keys(gapsOf),
]);

test.each([
  [0, "0 notes"],
  [1, "1 note"],
  [2, "2 notes"],
])("%i is counted as %s", (number, counted) => {
  expect(count(number, "note", "notes")).toBe(counted);
});

test("one place is a place, and many are places", () => {
  expect([places(1), places(3)]).toEqual(["1 place", "3 places"]);
});

test.each([
  [-2, "very hard"],
  [0, "neither"],
  [2, "very good"],
  [null, "not said"],
  [undefined, "not said"],
  [7, "not said"],
])("E2 the feeling %s is said as %s", (feeling, said) => {
  expect(feelingSaid(feeling)).toBe(said);
});

test("G15a how soon a break ends is said in whole minutes, and never less than none", () => {
  expect([-3, 0, 1, 2].map(says.breakLeft)).toEqual([
    "About now.",
    "About now.",
    "In 1 minute.",
    "In 2 minutes.",
  ]);
});

test("G2 one facilitates, and two facilitate", () => {
  expect([says.waitWho("Fay"), says.waitWho("Fay and Olu")]).toEqual([
    "Fay facilitates.",
    "Fay and Olu facilitate.",
  ]);
});

test("G9 who comes then is said with an end, or with more to come", () => {
  expect([round.then("Fay", false), round.then("Fay, Olu", true)]).toEqual([
    "Then Fay.",
    "Then Fay, Olu …",
  ]);
});

test("A8 dots are counted for the words that stand, and those for earlier ones told apart", () => {
  expect([parts.dots({ dots: 1 }), parts.dots({ dots: 3, dots_before: 2 })]).toEqual([
    "1 dot",
    "3 dots, 2 more before it was reworded",
  ]);
  expect([{}, { dots: 1 }, { dots_before: 1 }].map(parts.hasDots)).toEqual([false, true, true]);
});
