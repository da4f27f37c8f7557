// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import FeelingCurve from "../../src/parts/stories/FeelingCurve.svelte";
import { lanesOf, stagesOf } from "../../src/parts/stories/stages";
import Visibility from "../../src/parts/things/Visibility.svelte";
import Experience from "../../src/phases/experience/Experience.svelte";
import Feeling from "../../src/phases/experience/Feeling.svelte";
import MomentFacts from "../../src/phases/experience/MomentFacts.svelte";
import StoryList from "../../src/phases/experience/StoryList.svelte";
import StoryMap from "../../src/phases/experience/StoryMap.svelte";
import { gone, reads, type Screen, shown, type Told } from "../screen";
import { M, moment, OWN, story, TOLD } from "./a_story";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(async () => {
  await gone();
  vi.useRealTimers();
});

test("E2 stages are runs of neighbours, so that one which comes back is drawn twice", () => {
  const moments = ["a", "a", "b", "a", undefined].map((stage, at) => moment(at, "", { stage }));
  expect(stagesOf(moments as never)).toEqual([
    { name: "a", from: 0, to: 1 },
    { name: "b", from: 2, to: 2 },
    { name: "a", from: 3, to: 3 },
    { name: "", from: 4, to: 4 },
  ]);
});

test("E2 lanes in which a moment stands are in the order that was sent, nobody's last", () => {
  const moments = ["New", undefined, "Client"].map((lane, at) => moment(at, "", { lane }));
  const told = { ...story, lanes: ["Bank", "Client", "New"] };
  expect(lanesOf(told as never, moments as never)).toEqual(["Client", "New", ""]);
});

const map = (told: Told = TOLD, more: object = {}): Promise<Screen> =>
  shown(StoryMap, { story, moments: M, chosen: null, choose: vi.fn(), ...more }, told);

test("E1 every moment of the map is a button with its number and words", async () => {
  const shownAs = (await map()).all("button.moment").map(reads);
  expect(new Set(shownAs)).toEqual(new Set(["1 Asked", "2 Waited", "3 Paid"]));
});

test("E2 a moment without a lane or a stage is drawn, and it is said that neither was said", async () => {
  const moments = [moment(11, "Asked")];
  const screen = await map(TOLD, { moments });
  expect(screen.text).toContain("Not said when");
  expect(screen.text).toContain("Not said who");
});

test("E3a on the map a moment that not everybody sees has a word for who does", async () => {
  const moments = [moment(11, "Asked", { visibility: "only_me" })];
  const screen = await map(TOLD, { moments });
  expect(screen.one("button.moment [aria-label]").getAttribute("aria-label")).toBe("Only me");
});

test("E8c of a moment that was withdrawn the map keeps the place, and no words", async () => {
  const screen = await map(TOLD, { moments: [moment(11, "", { text: null, state: "withdrawn" })] });
  expect(reads(screen.one("button.moment"))).toBe("1 Moment 1, withdrawn");
});

test("choosing on the map tells which moment", async () => {
  const choose = vi.fn();
  const screen = await map(TOLD, { choose });
  screen.one("#thing-12").click();
  expect(choose).toHaveBeenCalledWith(12);
});

test("E5 the list says the same as the map: words, stage, lane, and how it felt", async () => {
  const given = { story, moments: M, chosen: null, choose: vi.fn() };
  const screen = await shown(StoryList, given, TOLD);
  expect(screen.all("ol > li").map(reads)).toEqual([
    "Order Moment 1:Asked very good · Client",
    "Pay Moment 2:Waited very hard, inferred · Us",
    "Moment 3:Paid not said · Client",
  ]);
});

test("E5 the curve names each moment and how it felt for who points at it", async () => {
  const screen = await shown(FeelingCurve, { moments: M, xs: [0, 50, 100], width: 120 });
  expect(screen.all("title").map(reads)).toEqual([
    "1. Asked: very good",
    "2. Waited: very hard, inferred",
    "3. Paid: not said",
  ]);
  expect(screen.one("svg").getAttribute("aria-hidden")).toBe("true");
});

test("E5 a curve of one moment, or of none, is drawn without a hill", async () => {
  const one = await shown(FeelingCurve, { moments: M.slice(0, 1), xs: [0], width: 40 });
  expect([one.all("circle").length, one.one(".hill").getAttribute("d")]).toEqual([1, ""]);
});

test("E2 a feeling is one of five, said with words, or none by the same tap", async () => {
  const screen = await shown(Feeling, { value: null });
  expect(screen.buttons).toEqual([
    "−2 very hard",
    "−1 hard",
    "0 neither",
    "+1 good",
    "+2 very good",
  ]);
  expect(screen.text).toContain("not said");
  await screen.press("−1 hard");
  expect(screen.button("−1 hard").getAttribute("aria-pressed")).toBe("true");
  await screen.press("−1 hard");
  expect(screen.text).toContain("not said");
});

test("E2 what nobody said of a moment is shown as not said", async () => {
  const screen = await shown(MomentFacts, { moment: M[2] }, TOLD);
  expect(screen.all("dd").map(reads)).toEqual([
    "not said",
    "not said",
    "not said",
    "Everyone here can see it",
  ]);
});

test("O8 how it felt is quoted where the method says that the words are the teller's", async () => {
  const felt = { ...M[0], feeling_words: "at last", quoted: ["feeling_words"] };
  const screen = await shown(MomentFacts, { moment: felt }, TOLD);
  expect(screen.text).toContain("very good: “at last”");
});

test("E3a who sees a moment is its teller's to change, and nobody else's", async () => {
  expect(
    (await shown(MomentFacts, { moment: M[0] }, { ...TOLD, may: ["SetVisibility"] })).buttons,
  ).toEqual([]);
  await gone();
  const screen = await shown(MomentFacts, { moment: M[0] }, { ...OWN, may: ["SetVisibility"] });
  await screen.press("Who can see it:Shared");
  expect(screen.all("[role=menuitem]").map(reads)).toEqual([
    "Shared: everyone here can see it",
    "For facilitators: facilitators and storytellers can see it",
    "Only me: nobody else can see it",
  ]);
  screen.all("[role=menuitem]")[2]?.click();
  await screen.settle();
  expect(screen.asked).toEqual([{ do: "SetVisibility", about: 11, visibility: "only_me" }]);
});

test("E3a a moment that its story keeps from others says so, whatever was chosen for it", async () => {
  const screen = await shown(Visibility, {
    value: "shared",
    reach: "only_me",
    change: vi.fn(),
  });
  expect(screen.text).toBe("Who can see it:Only me, like the story");
});

test("a story of sixty moments is drawn whole", async () => {
  const moments = Array.from({ length: 60 }, (_, at) => moment(100 + at, `m${at}`));
  const screen = await map(TOLD, { moments });
  expect(screen.all("button.moment")).toHaveLength(60);
});

const { happyDOM: browser } = window as unknown as {
  happyDOM: { setViewport(to: { width: number; height: number }): void };
};

test.each([
  [1280, true],
  [768, true],
  [400, false],
])("E12 in a window of %i pixels the map is offered beside the list: %s", async (wide, offered) => {
  browser.setViewport({ width: wide, height: 900 });
  const screen = await shown(Experience, {}, { ...TOLD, sheet: { workshop: { opened: true } } });
  const choice = screen.all(".view button").map((one) => one as HTMLButtonElement);
  expect(choice.map(reads)).toEqual(offered ? ["Map", "List"] : []);
  choice[0]?.click();
  await screen.settle();
  expect(screen.all("button.moment").length).toBe(offered ? 3 : 0);
});
