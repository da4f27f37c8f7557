// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import Plan from "../../src/parts/drawing/Plan.svelte";
import { leadOn } from "../../src/phases/process/leading_on";
import { gone, type Screen, shown } from "../screen";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(async () => {
  await gone();
  vi.useRealTimers();
});

async function process(branches: object[], fork?: string): Promise<Screen> {
  const elements = {
    3: { id: 3, kind: "decision", text: "Is it paid?", version: 4, branches, fork },
    4: { id: 4, kind: "activity", text: "Ask" },
  };
  return shown(Plan, { drawing: {}, scale: [1, 1] as const }, { elements });
}
const ways = (screen: Screen) => screen.asked.map((one) => (one as { ways?: object[] }).ways);

test("P1b a way that leads nowhere yet leads where it is drawn, and keeps its words", async () => {
  const screen = await process([{ label: "yes", ends: true }, { label: "no" }], "one");
  void leadOn(screen.room, 3, 4);
  expect(screen.asked).toEqual([
    {
      do: "SayWays",
      about: 3,
      ways: [
        { label: "yes", ends: true },
        { label: "no", to: 4 },
      ],
      fork: "one",
      version: 4,
    },
  ]);
});

test("P1b else it is one more, also back to itself", async () => {
  const screen = await process([{ to: 4 }]);
  void leadOn(screen.room, 3, 3);
  expect(ways(screen)).toEqual([
    [
      { label: "", to: 4 },
      { label: "", to: 3 },
    ],
  ]);
});

test("P1b a way that is there is not drawn twice, and that is said", async () => {
  const screen = await process([{ to: 4 }]);
  void leadOn(screen.room, 3, 4);
  expect(screen.asked).toEqual([]);
  expect(screen.room.told).toBe("It leads there already.");
});
