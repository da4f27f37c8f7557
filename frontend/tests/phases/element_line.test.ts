import { expect, test } from "vitest";
import { comesFrom, kindOf, nextFrom, openWays } from "../../src/phases/process/element_line";
import type { Element } from "../../src/room/flipchart.svelte";

const step = (id: number, more: Partial<Element> = {}) =>
  ({ is: "element", id, kind: "activity", text: `step ${id}`, version: 1, ...more }) as Element;
const ASKED = step(1, {
  kind: "decision",
  branches: [{ label: "yes" }, { label: "no", to: 2 }, { label: "never", ends: true }],
});

test("P1f a way is open that has a name and leads nowhere yet", () => {
  const open = openWays([step(7), ASKED, step(3, { branches: [{ to: 1 }] })]);
  expect(open.map((one) => [one.of.id, one.number, one.label])).toEqual([[1, 2, "yes"]]);
});

test("P1a a line that ends in a question is a decision, in other scripts too", () => {
  expect(
    ["Is it paid?", "Paid ? ", "支払い済み？", "Pay it.", "Ask why? Then pay"].map(kindOf),
  ).toEqual(["decision", "decision", "decision", "activity", "activity"]);
});

test("P1f the steps after a decision take its ways one by one, and then go on as before", () => {
  const open = openWays([ASKED]);
  expect(nextFrom({ step: "last" }, 1, open)).toEqual({ step: 1, label: "yes" });
  expect(nextFrom({ step: "last" }, 1, [])).toEqual({ step: "last" });
  expect(nextFrom({ step: null }, null, open)).toEqual({ step: null });
});

test("P1c where nothing was said of it a step comes from nowhere: the order is no way", () => {
  expect(comesFrom({ step: null }, step(1), [])).toEqual({ comes_from: null, by_way: "" });
});

test("P1f the step before leads on, but an end to nothing, and a decision by a way with a name", () => {
  const last = { step: "last" } as const;
  expect(comesFrom(last, step(1), []).comes_from).toBe(1);
  expect(comesFrom(last, step(1, { kind: "end" }), []).comes_from).toBeNull();
  expect(comesFrom(last, ASKED, openWays([ASKED]))).toEqual({ comes_from: 1, by_way: "yes" });
  expect(comesFrom(last, { ...ASKED, branches: [] }, []).comes_from).toBeNull();
});
