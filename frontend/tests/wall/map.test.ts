// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import StoryMap from "../../src/wall/Map.svelte";
import { moment, story, TOLD } from "../phases/a_story";
import { gone, reads, shown } from "../screen";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.stubGlobal("innerWidth", 1920);
  vi.stubGlobal("innerHeight", 1080);
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(1920);
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(600);
});
afterEach(async () => {
  await gone();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const drawn = async (many: number, actors: number) => {
  const moments = Array.from({ length: many }, (_, at) => ({
    ...moment(at + 1, `What happened then, ${at}`),
    lane: `Actor ${at % actors}`,
  }));
  const lanes = [...new Set(moments.map(({ lane }) => lane))];
  const screen = await shown(StoryMap, { story: { ...story, lanes }, moments, lit: 1 }, TOLD);
  return screen.all(".moment").map(reads);
};

test.each([
  ["a few", 5, 2],
  ["fourteen of five", 14, 5],
  ["seventeen of ten", 17, 10],
])("E2 the map on the wall has words for %s", async (_, many, actors) => {
  expect(await drawn(many, actors)).toEqual(
    Array.from({ length: many }, (_, at) => `${at + 1} What happened then, ${at}`),
  );
});

test("E2 where no line of words fits, the map on the wall has every moment's number", async () => {
  expect(await drawn(80, 2)).toEqual(Array.from({ length: 80 }, (_, at) => `${at + 1}`));
});
