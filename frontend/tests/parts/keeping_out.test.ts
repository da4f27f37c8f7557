// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import ThingMenu from "../../src/parts/things/ThingMenu.svelte";
import { gone, reads, shown } from "../screen";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(async () => {
  await gone();
  vi.useRealTimers();
});

const story = { id: 6, is: "experience", title: "The winter", storytellers: [7, 8], moments: [9] };
const moment = { id: 9, is: "moment", experience: 6, text: "Paid late", by: 8 };

/** Whether I, who am 7, am offered to keep a thing out of research, where these tell the story. */
async function offers(thing: object, storytellers = [7, 8]): Promise<boolean> {
  const page = { keeping: { door: "/w/abc/keep", kept: [] } };
  const screen = await shown(
    ThingMenu,
    { thing },
    { page, experiences: { 6: { ...story, storytellers } } },
  );
  const [opener] = screen.all("button");
  opener?.click();
  await screen.settle();
  const names = screen.all("[role=menuitem]").map(reads);
  await gone();
  return names.includes("Keep it out of research");
}

test("C6c of a story that several tell I keep back the story and my own moments", async () => {
  expect(await offers(story)).toBe(true);
  expect(await offers({ ...moment, by: 7, mine: true })).toBe(true);
  expect(await offers({ ...moment, by: 9 })).toBe(true);
});

test("C6e another teller's moment, or an unnamed one, is not mine to keep back", async () => {
  expect(await offers(moment)).toBe(false);
  expect(await offers({ ...moment, by: undefined, unnamed: true })).toBe(false);
  expect(await offers(moment, [7])).toBe(true);
});
