/** Who may import whom: each storey what stands beneath it, and no phase another. */

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";

const SOURCE = join(import.meta.dirname, "../src");
const METHOD = join(import.meta.dirname, "../../src/footpath/method/phases");
/**
 * From the ground up; the wall draws no phase's own pieces, and the frame round a phase knows none.
 */
const STOREYS = [
  ["wire"],
  ["words"],
  ["room"],
  ["parts"],
  ["phases", "shell", "wall"],
  ["screens"],
  ["App"],
  ["main"],
];
const IMPORTED = /(?:\bfrom|\bimport)\s*\(?\s*"(\.[^"]+)"/g;

const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).filter((path) =>
  /\.(ts|svelte)$/.test(path),
);
const arrows = files.flatMap((file) =>
  [...readFileSync(join(SOURCE, file), "utf8").matchAll(IMPORTED)].map(
    ([, to]) => [file, normalize(join(dirname(file), String(to)))] as const,
  ),
);
const roomOf = (file: string) => String(file.split("/")[0]).replace(/\..*/, "");
const storeyOf = (file: string) => STOREYS.findIndex((rooms) => rooms.includes(roomOf(file)));
const phaseOf = (file: string) => /^phases\/([^/]+)\//.exec(file)?.[1];

test("every file stands on a storey", () => {
  expect(files.filter((file) => storeyOf(file) < 0)).toEqual([]);
});

test("nothing imports what stands above it or beside it", () => {
  const wrong = arrows.filter(
    ([from, to]) =>
      roomOf(from) !== roomOf(to) && !to.startsWith("styles/") && storeyOf(to) >= storeyOf(from),
  );
  expect(wrong).toEqual([]);
});

test("no phase imports another phase's pieces", () => {
  expect(
    arrows.filter(([from, to]) => phaseOf(from) && phaseOf(to) && phaseOf(from) !== phaseOf(to)),
  ).toEqual([]);
});

test("a phase's folder has the name of the method's module", () => {
  const phases = new Set(files.map(phaseOf).filter(Boolean));
  const modules = readdirSync(METHOD).filter((name) => /^[a-z]\w*\.py$/.test(name));
  expect(phases).toEqual(new Set(modules.map((name) => name.replace(".py", ""))));
});
