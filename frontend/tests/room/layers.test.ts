import { expect, test } from "vitest";
import { type Change, Layers } from "../../src/room/layers";

function taken(...changes: Partial<Change>[]): Layers {
  const layers = new Layers();
  for (const change of changes) layers.take({ for: "everyone", number: 1, ...change });
  return layers;
}

test("S3 a whole view replaces what the browser had of a layer", () => {
  const layers = taken(
    { number: 3, put: { notes: { "1": { text: "one" }, "2": { text: "two" } } } },
    { number: 5, whole: true, put: { notes: { "2": { text: "two" } } } },
  );
  expect(layers.merged(["notes", "1"])).toBeUndefined();
  expect(layers.number).toBe(5);
});

test("S3 a whole view of one layer leaves the others", () => {
  const layers = taken(
    { put: { notes: { "1": { text: "one" } } } },
    { for: "me", put: { notes: { "1": { mine: true } } } },
    { for: "facilitators", whole: true, put: {} },
  );
  expect(layers.merged(["notes", "1"])).toEqual({ text: "one", mine: true });
});

test("S3 my layer lies over the facilitators' and theirs over everyone's", () => {
  const layers = taken(
    { for: "me", put: { notes: { "1": { text: "mine" } } } },
    { for: "facilitators", put: { notes: { "1": { text: "theirs", hidden_by: 2 } } } },
    { put: { notes: { "1": { text: "everyone's", kind: "note" } } } },
  );
  expect(layers.merged(["notes", "1"])).toEqual({ text: "mine", hidden_by: 2, kind: "note" });
});

test("S3 a put replaces the thing as a whole, so that a field which went away is gone", () => {
  const layers = taken(
    { put: { notes: { "1": { text: "one", parked: "later" } } } },
    { put: { notes: { "1": { text: "one" } } } },
  );
  expect(layers.merged(["notes", "1"])).toEqual({ text: "one" });
});

test("S3 a dropped thing is gone, and is named among what must be drawn again", () => {
  const layers = taken({ put: { notes: { "1": { text: "one" } } } });
  const again = layers.take({ for: "everyone", number: 2, drop: { notes: [1] } });
  expect(again).toEqual([["notes", "1"]]);
  expect(layers.merged(["notes", "1"])).toBeUndefined();
});

test("S3 a whole view names what it took away among what must be drawn again", () => {
  const layers = taken({ put: { notes: { "1": { text: "one" } } } });
  expect(layers.take({ for: "everyone", number: 2, whole: true })).toEqual([["notes", "1"]]);
});

test("S5 what is for me alone never moves the number that everyone was told of", () => {
  const layers = taken(
    { number: 4 },
    { for: "me", number: 9, put: { notes: { "3": { text: "silent" } } } },
  );
  expect(layers.number).toBe(4);
});

test("S3 a list is replaced and not merged", () => {
  const layers = taken(
    { put: { sheet: { aims: [1, 2] } } },
    { for: "me", put: { sheet: { aims: [2] } } },
  );
  expect(layers.merged(["sheet", "aims"])).toEqual([2]);
});

test("S3 a change for an audience that this page does not know is left alone", () => {
  const layers = taken({ put: { notes: { "1": { text: "one" } } } });
  expect(
    layers.take({ for: "strangers" as never, number: 2, put: { notes: { "1": {} } } }),
  ).toEqual([]);
});

test("S3 a whole view that comes in pieces shows nothing of itself before its last piece", () => {
  const layers = taken(
    { number: 3, put: { notes: { "1": { text: "one" } } } },
    { whole: "begins" },
    { whole: "goes on", put: { notes: { "2": { text: "two" } } } },
    { whole: "goes on", put: { notes: { "3": { text: "three" } } } },
  );
  expect([1, 2, 3].map((id) => layers.merged(["notes", String(id)]))).toEqual([
    { text: "one" },
    undefined,
    undefined,
  ]);
  expect(layers.number).toBe(3);
  layers.take({ for: "everyone", number: 7, whole: "ends" });
  expect([1, 2, 3].map((id) => layers.merged(["notes", String(id)]))).toEqual([
    undefined,
    { text: "two" },
    { text: "three" },
  ]);
  expect(layers.number).toBe(7);
});

test("S5 pieces of a view whose line was lost are forgotten when the next one begins", () => {
  const layers = taken(
    { whole: "begins" },
    { whole: "goes on", put: { notes: { "1": { text: "taken back since" } } } },
    { whole: "begins" },
    { whole: "goes on", put: { notes: { "2": { text: "two" } } } },
    { whole: "ends" },
  );
  expect(layers.merged(["notes", "1"])).toBeUndefined();
});

test("S3 a field of a layer that lies over another is laid over it, and taken off with its layer", () => {
  const layers = taken(
    { put: { notes: { "1": { kind: "note", text: "███" } } } },
    { for: "facilitators", put: { notes: { "1": { text: "Acme" } } } },
  );
  expect(layers.merged(["notes", "1"])).toEqual({ kind: "note", text: "Acme" });
  layers.take({ for: "facilitators", number: 2, whole: true });
  expect(layers.merged(["notes", "1"])).toEqual({ kind: "note", text: "███" });
});

test("S3 a layer may say that there is nothing, over a layer that says something", () => {
  const layers = taken(
    { put: { sheet: { vote: { open: true } } } },
    { for: "me", put: { sheet: { vote: null } } },
  );
  expect(layers.merged(["sheet", "vote"])).toBeNull();
});

test("S3 what is dropped from one layer stands as the others have it", () => {
  const layers = taken(
    { put: { notes: { "1": { text: "one" } } } },
    { for: "me", put: { notes: { "1": { mine: true } } } },
  );
  layers.take({ for: "me", number: 2, drop: { notes: ["1"] } });
  expect(layers.merged(["notes", "1"])).toEqual({ text: "one" });
});

test("S3 dropping what was never there is nothing", () => {
  const layers = new Layers();
  layers.take({ for: "everyone", number: 1, drop: { notes: [9], unheard: ["of"] } });
  expect(layers.merged(["notes", "9"])).toBeUndefined();
});

test("S3 of one frame what is put stands and what is dropped goes, whatever stands first in it", () => {
  const layers = taken({
    put: { notes: { "1": { text: "one" }, "2": { text: "two" } } },
    drop: { notes: [2] },
  });
  expect([1, 2].map((id) => layers.merged(["notes", String(id)]))).toEqual([
    { text: "one" },
    undefined,
  ]);
});

test("S5 the number never goes back by a change that comes late", () => {
  const layers = taken({ number: 9 }, { number: 7 });
  expect(layers.number).toBe(9);
});

test("S5 a whole view may be of an older number: a server that was restored has fewer", () => {
  const layers = taken({ number: 9 }, { number: 3, whole: true });
  expect(layers.number).toBe(3);
});

test("S5 before anything came there is no number to ask from", () => {
  expect(new Layers().number).toBeNull();
});

test("S5 a whole view that has not ended gives no number to ask from", () => {
  const layers = taken({ number: 9, whole: "begins" });
  expect(layers.number).toBeNull();
});

test("S3 pieces of two layers that come in turns do not mix", () => {
  const layers = taken(
    { whole: "begins" },
    { for: "me", whole: "begins" },
    { whole: "goes on", put: { notes: { "1": { text: "one" } } } },
    { for: "me", whole: "goes on", put: { notes: { "1": { mine: true } } } },
    { whole: "ends" },
  );
  expect(layers.merged(["notes", "1"])).toEqual({ text: "one" });
  layers.take({ for: "me", number: 2, whole: "ends" });
  expect(layers.merged(["notes", "1"])).toEqual({ text: "one", mine: true });
});

test("S3 names that every object has are names of things like any other", () => {
  const layers = taken({ put: { notes: { constructor: { text: "one" } } } });
  expect(layers.merged(["notes", "constructor"])).toEqual({ text: "one" });
  expect(layers.merged(["notes", "toString"])).toBeUndefined();
  expect(layers.merged(["__proto__", "polluted"])).toBeUndefined();
});

test("S3 taking a thousand changes in keeps the last of each", () => {
  const layers = new Layers();
  for (let number = 1; number <= 1_000; number++)
    layers.take({ for: "everyone", number, put: { notes: { [number % 10]: { number } } } });
  expect(layers.merged(["notes", "3"])).toEqual({ number: 993 });
  expect(layers.number).toBe(1_000);
});
