// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { bothWays } from "../../src/parts/lines/both_ways";
import { ofItsKind, placeOf } from "../../src/parts/things/in_the_spotlight";
import { type Lit, litOf } from "../../src/parts/things/may_be_lit";
import ThingMenu from "../../src/parts/things/ThingMenu.svelte";
import { speakThrough } from "../../src/room/announce";
import Spotlight from "../../src/shell/Spotlight.svelte";
import Wall from "../../src/wall/Spotlight.svelte";
import { moment, thought } from "../phases/a_reflection";
import { aim } from "../phases/an_aim";
import { gone, person, type Screen, shown, type Told, WORST } from "../screen";

const spoken = document.createElement("div");
let speaking: { destroy(): void };

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.stubGlobal("scrollTo", vi.fn());
  vi.stubGlobal("innerWidth", 1920);
  vi.stubGlobal("innerHeight", 1080);
  spoken.textContent = "";
  speaking = speakThrough(spoken);
});
afterEach(async () => {
  await gone();
  speaking.destroy();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const note = (id: number, more: object = {}) => ({
  id,
  is: "note",
  kind: "note",
  phase: "aims",
  number: id,
  text: `Note ${id}`,
  by: 8,
  ...more,
});
const byId = <T extends { id: number }>(things: T[]) =>
  Object.fromEntries(things.map((one) => [one.id, one]));
const tell = (more: object) => ({
  id: 6,
  is: "experience",
  title: "The winter",
  storytellers: [8],
  state: "",
  stored_at: 1,
  ...more,
});
const TOLD: Told = {
  people: { 8: person(8, "Sam") },
  notes: byId([
    note(1, { group: 41 }),
    note(2),
    note(3, { group: 40 }),
    note(4, { state: "hidden", text: undefined }),
    note(5, { group: 40, number: 2 }),
    note(7, { merged_into: 2 }),
    thought(21, "liked", [12]),
    thought(22, "disliked", [11]),
    thought(23, "liked", [11]),
    thought(24, "liked", [13]),
    thought(25, "similar", [11], { text: "" }),
  ]),
  groups: { 40: { id: 40, title: "Pay", notes: [3, 5] }, 41: { id: 41, title: "Ask", notes: [1] } },
  experiences: byId([
    tell({ moments: [12, 11] }),
    tell({ id: 9, title: "Another", moments: [13], stored_at: 2 }),
  ]),
  moments: byId([
    moment(11, "Asked"),
    moment(12, "Waited"),
    moment(13, "Elsewhere", { experience: 9 }),
  ]),
  aims: byId([
    aim(30, "Pay on time", { rests_on: [40, 22] }),
    aim(31, "Say so", { rests_on: [22], left_out: [11] }),
    aim(32, "Taken off", { state: "deleted" }),
  ]),
  values: byId([
    { id: 51, name: "Trust", heard_in: [23] },
    { id: 50, name: "Care", heard_in: [] },
  ]),
  elements: byId([
    { id: 60, kind: "activity", text: "Pay at once", answers: [22], serves: [31] },
    { id: 61, kind: "activity", text: "Ask" },
  ]),
  sheet: { aims: [31, 30, 32], process: { elements: [61, 60] } },
};

/** The page of a facilitator, with this in the spotlight. */
async function lit(
  thing: number | null,
  more: Told = {},
  told: object = {},
  what = Spotlight as never,
): Promise<Screen> {
  const screen = await shown(what, {}, { ...TOLD, roles: ["facilitator"], ...more });
  screen.browser.hear({ spotlight: { thing, read: [], ...told } });
  await screen.settle(200);
  return screen;
}
/** What this page put there, in its order. */
const put = (screen: Screen) =>
  screen.browser.socket.sent
    .filter((frame) => "spotlight" in frame)
    .map((frame) => frame.spotlight);

test.each([
  ["notes group by group, then the loose ones", 1, [5, 3, 1, 2]],
  ["moments in the order of their story", 11, [12, 11]],
  ["thoughts moment by moment, of one story", 21, [21, 23, 22]],
  ["aims in the group's order", 30, [31, 30]],
  ["values as they stand", 51, [50, 51]],
  ["steps in the order of the process", 60, [61, 60]],
])("G21b what comes next are %s", async (_, thing, order) => {
  const { room } = await lit(null);
  const all = ofItsKind(room.chart, litOf(room.chart, thing) as Lit);
  expect(all.map((one) => one.id)).toEqual(order);
});

test("G21b a note inside another stands where that stands", async () => {
  const { room } = await lit(null);
  const inside = litOf(room.chart, 7) as Lit;
  expect(placeOf(room.chart, inside, ofItsKind(room.chart, inside))).toBe(3);
});

test("G21g what is hidden, or only facilitators or I read, is in nobody's spotlight", async () => {
  const screen = await lit(null);
  const { chart } = screen.room;
  screen.hear({ moments: { 14: moment(14, "For us") } }, "facilitators");
  screen.hear({ notes: { "-8": note(-8, { held: true }) } }, "me");
  for (const one of [4, 14, -8, 40, 6, 999]) expect(litOf(chart, one)).toBeUndefined();
});

test("G21b keys and buttons go on, and Escape takes it out", async () => {
  const screen = await lit(3);
  expect(screen.text).toContain("Note 3");
  await screen.press("The next one");
  await screen.key("ArrowLeft");
  await screen.key("Escape");
  await screen.press("Take it out of the spotlight");
  expect(put(screen)).toEqual([1, 5, null, null]);
});

test("G21b at the ends there is nothing to go on to", async () => {
  const screen = await lit(5);
  expect(screen.button("The one before").disabled).toBe(true);
  await screen.key("ArrowLeft");
  screen.browser.hear({ spotlight: { thing: 2 } });
  await screen.settle();
  expect(screen.button("The next one").disabled).toBe(true);
  expect(put(screen)).toEqual([]);
});

test("G21b while somebody types its keys are letters", async () => {
  const screen = await lit(3);
  const field = document.createElement("textarea");
  screen.target.append(field);
  field.focus();
  for (const key of ["ArrowRight", "Escape", "s"]) await screen.key(key);
  expect(put(screen)).toEqual([]);
});

test("G21a one key puts there what has the focus", async () => {
  const screen = await lit(null);
  const card = document.createElement("li");
  card.id = "thing-3";
  card.tabIndex = -1;
  screen.target.append(card);
  card.focus();
  await screen.key("s");
  screen.browser.hear({ spotlight: { thing: 3 } });
  await screen.settle();
  await screen.key("s");
  expect(put(screen)).toEqual([3, null]);
});

test("G21f who does not facilitate reads it, and has neither key nor button for it", async () => {
  const screen = await lit(3, { roles: ["participant"] });
  expect(screen.text).toContain("Note 3");
  for (const key of ["ArrowRight", "Escape", "s"]) await screen.key(key);
  expect(put(screen)).toEqual([]);
  expect(screen.buttons.filter((name) => /next|before|out/i.test(name))).toEqual([]);
});

test("G21c a facilitator reads how many are still to come", async () => {
  const screen = await lit(3, {}, { read: [5, 21] });
  expect(screen.text).toContain("2 of 4, 2 still to be read");
});

test("G21j it opens to all of it, closes where somebody begins to write, and is folded away", async () => {
  const screen = await lit(22, { roles: ["participant"] });
  screen.one(".words").click();
  await screen.settle();
  expect(screen.text).toContain("What it rests on");
  const field = document.createElement("input");
  screen.target.append(field);
  field.focus();
  await screen.settle();
  expect(screen.text).not.toContain("What it rests on");
  await screen.press("Fold it away");
  expect(screen.text).not.toContain("disliked 22");
  screen.browser.hear({ spotlight: { thing: 21 } });
  await screen.settle();
  expect(screen.text).not.toContain("liked 21");
  await screen.press("Show what is in the spotlight");
  expect(screen.text).toContain("liked 21");
});

test("G21a it is said once to who hears the page, and that it is over", async () => {
  const screen = await lit(3);
  expect(spoken.textContent).toContain("In the spotlight: Note 3, Sam. Note 3");
  screen.hear({ notes: { 3: note(3, { text: "Other words" }) } });
  spoken.textContent = "";
  await screen.settle(300);
  expect(spoken.textContent).toBe("");
  screen.browser.hear({ spotlight: { thing: null } });
  await screen.settle(300);
  expect(spoken.textContent).toBe("Nothing is in the spotlight any more.");
});

test("G21h what goes from the page goes from its head before the server says so", async () => {
  const screen = await lit(3);
  screen.hear({}, "everyone", { notes: [3] });
  expect(screen.all("section")).toEqual([]);
});

test("G21g a refusal is said in its sentence", async () => {
  const screen = await lit(null, {}, { why: "Only what everybody here can read stands there." });
  expect(screen.room.told).toBe("Only what everybody here can read stands there.");
});

test.each(["facilitator", "scribe", "participant", "observer"] as const)(
  "G21f the menu of a thing has it for facilitators: %s",
  async (role) => {
    const screen = await shown(ThingMenu, { thing: note(3) }, { ...TOLD, roles: [role] });
    const [opener] = screen.all("button");
    opener?.click();
    await screen.settle();
    expect(screen.buttons.includes("Put in the spotlight")).toBe(role === "facilitator");
  },
);

test("G21d the thread goes both ways, and leaves out who wanted to be left out", async () => {
  const { room } = await lit(null);
  const ids = (id: number) => {
    const found = bothWays(room.chart, litOf(room.chart, id) as Lit);
    return [found.beneath, found.above].map((side) => side.map((one) => one.id));
  };
  expect(ids(11)).toEqual([[], [22, 23, 51, 60, 30]]);
  expect(ids(30)).toEqual([[11, 22, 3, 5], []]);
  expect(ids(31)).toEqual([[22], []]);
  expect(ids(3)).toEqual([[], [30]]);
});

test("G21i A3a the wall shows what has no name without one, with its masks, and nothing to press", async () => {
  const unnamed = thought(22, "disliked", [11], {
    unnamed: true,
    by: null,
    text: `Paid ███ ${WORST}`,
  });
  const screen = await lit(null, { notes: { 22: unnamed }, page: { person: null, view: "wall" } });
  await screen.leave();
  screen.show(Wall as never, { thing: litOf(screen.room.chart, 22) });
  expect(screen.text).toContain("Unnamed");
  expect(screen.text).toContain("masked");
  expect(screen.text).toContain("Asked");
  expect(screen.all("button, a, input, [tabindex]")).toEqual([]);
});

test("G21a without a line the spotlight says that it was not changed", async () => {
  const { room, browser } = await lit(null);
  browser.socket.readyState = 3;
  room.spotlight.put(1);
  expect(room.told).toContain("no live line");
});
