import { expect, test } from "vitest";
import { Meanwhile } from "../../src/parts/meanwhile.svelte";

const before = () => ({ lane: "Finance", stage: "Paying", who: ["Ann"] });

test("A5 what only another changed follows them into the field", () => {
  const one = new Meanwhile(before(), 1);
  one.fields.stage = "Asking";
  one.follow({ ...before(), lane: "Board" }, 2);
  expect(one.fields).toEqual({ lane: "Board", stage: "Asking", who: ["Ann"] });
  expect(one.theirs).toEqual({});
});

test("A5 where both wrote something else, the writer's stays and theirs stands beside it", () => {
  const one = new Meanwhile(before(), 1);
  one.fields.lane = "Office";
  one.follow({ ...before(), lane: "Board" }, 2);
  expect([one.fields.lane, one.theirs, one.version]).toEqual(["Office", { lane: "Board" }, 2]);
});

test("A5 theirs can be taken, or one's own kept", () => {
  for (const [choose, lane] of [
    ["take", "Board"],
    ["keep", "Office"],
  ] as const) {
    const one = new Meanwhile(before(), 1);
    one.fields.lane = "Office";
    one.follow({ ...before(), lane: "Board" }, 2);
    one[choose]("lane");
    expect([one.fields.lane, one.theirs]).toEqual([lane, {}]);
  }
});

test("A5 a second change by others is compared with the first", () => {
  const one = new Meanwhile(before(), 1);
  one.fields.lane = "Office";
  one.follow({ ...before(), lane: "Board" }, 2);
  one.follow({ ...before(), lane: "Board", who: ["Ann", "Bo"] }, 3);
  expect([one.theirs, one.fields.who]).toEqual([{ lane: "Board" }, ["Ann", "Bo"]]);
  one.follow({ ...before(), lane: "Office" }, 4);
  expect(one.theirs).toEqual({});
});

test("A5 the same version again changes nothing, whatever is cited meanwhile", () => {
  const one = new Meanwhile(before(), 1);
  one.follow({ ...before(), lane: "Board" }, 1);
  expect(one.fields).toEqual(before());
});
