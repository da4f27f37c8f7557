import { expect, test } from "vitest";
import { Layers } from "../src/layers";

test("S3 a whole view replaces what the browser had of a layer", () => {
  const layers = new Layers();
  layers.take({ for: "everyone", number: 3, put: { notes: { "1": { text: "one" }, "2": { text: "two" } } } });
  layers.take({ for: "everyone", number: 5, whole: true, put: { notes: { "2": { text: "two" } } } });
  expect(layers.merged(["notes", "1"])).toBeUndefined();
  expect(layers.number).toBe(5);
});
