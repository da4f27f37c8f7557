// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import MomentPanel from "../../src/phases/experience/MomentPanel.svelte";
import ElementPanel from "../../src/phases/process/ElementPanel.svelte";
import { gone, reads, type Screen, shown } from "../screen";
import { M, mine, OWN } from "./a_story";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(async () => {
  await gone();
  vi.useRealTimers();
});

const own = { ...M[1], by: 7, mine: true } as (typeof M)[0];

async function away(screen: Screen, by: string): Promise<void> {
  const buttons = screen.all("dialog button");
  buttons.find((one) => (one.getAttribute("aria-label") ?? reads(one)) === by)?.click();
  await screen.settle();
}

/** A moment of one's own, whose dialog is open with a sentence in it, and is put away. */
async function left(by: string): Promise<Screen> {
  const may = ["ArrangeMoment" as const];
  const moments = { ...OWN.moments, 12: own };
  const given = { story: mine, moment: own, close: vi.fn() };
  const screen = await shown(MomentPanel, given, { ...OWN, moments, may });
  await screen.press("Arrange this moment");
  screen.type("We sat there", "dialog textarea");
  await screen.settle();
  await away(screen, by);
  expect(screen.all("dialog")).toEqual([]);
  return screen;
}
const quote = (screen: Screen) => screen.one<HTMLTextAreaElement>("dialog textarea").value;

test("G6d what was changed in a moment is there again when its dialog went without being answered", async () => {
  const screen = await left("Close");
  await screen.press("Arrange this moment");
  expect(quote(screen)).toBe("We sat there");
  await screen.press("Save");
  expect(screen.asked[0]).toMatchObject({ do: "ArrangeMoment", about: 12, quote: "We sat there" });
});

test("S11b what others changed meanwhile stands beside what was kept", async () => {
  const screen = await left("Close");
  screen.hear({ moments: { 12: { ...own, quote: "They sat there", version: 4 } } });
  await screen.press("Arrange this moment");
  expect(quote(screen)).toBe("We sat there");
  expect(screen.text).toContain("They sat there");
});

test("G6d what is given up is not there again", async () => {
  const screen = await left("Cancel");
  await screen.press("Arrange this moment");
  expect(quote(screen)).toBe("");
});

test("G6d what was changed in a step is there again", async () => {
  const element = { id: 5, is: "element", kind: "activity", text: "Pay", version: 2 };
  const given = { element, elements: [element], close: vi.fn() };
  const may = ["ArrangeElement" as const];
  const screen = await shown(ElementPanel, given as never, { elements: { 5: element }, may });
  await screen.press("Arrange");
  screen.type("Bookkeeper", "dialog input.text");
  await screen.settle();
  await away(screen, "Close");
  expect(screen.all("dialog")).toEqual([]);
  await screen.press("Arrange");
  expect(screen.one<HTMLInputElement>("dialog input.text").value).toBe("Bookkeeper");
});
