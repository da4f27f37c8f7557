// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import Door from "../../src/shell/Door.svelte";
import Leading from "../../src/shell/Leading.svelte";
import OwnBar from "../../src/shell/OwnBar.svelte";
import Phases from "../../src/shell/Phases.svelte";
import Round from "../../src/shell/Round.svelte";
import type { Command } from "../../src/wire";
import { gone, person, reads, type Screen, shown, type Told } from "../screen";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.stubGlobal("scrollTo", vi.fn());
});
afterEach(async () => {
  await gone();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const people = { 8: person(8, "Fay", { roles: ["facilitator"] }), 9: person(9, "Ines") };
const FACILITATES: Told = { people, roles: ["facilitator"] };

async function _entries(screen: Screen, menu: string): Promise<string[]> {
  await screen.press(menu);
  return screen.all("[role=menuitem]").map(reads);
}

async function _pick(screen: Screen, name: string): Promise<void> {
  screen
    .all("[role=menuitem]")
    .find((one) => reads(one) === name)
    ?.click();
  await screen.settle();
}

test("G6b each phase is one tap away, and which is looked at is said", async () => {
  const screen = await shown(
    Phases,
    {},
    { sheet: { workshop: { phase: "aims", visited: ["gather", "aims"], opened: true } } },
  );
  expect(screen.all("[aria-current=step]").map(reads)).toEqual(["2 aims"]);
  screen.all("button")[3]?.click();
  await screen.settle();
  expect(screen.room.phase).toBe("reflect");
  expect(screen.all("[aria-current=step]").map(reads)).toEqual(["4 reflect"]);
});

const bar = (may: Command["do"][], mine: object = {}, sheet: object = {}): Promise<Screen> =>
  shown(OwnBar, {}, { may, mine: { people: { 7: { id: 7, me: true, ...mine } } }, sheet });

test("G8 a hand goes up and down with one button, which says where it is", async () => {
  const screen = await bar(["RaiseHand", "WriteNote"]);
  await screen.press("Raise hand");
  screen.hear({ people: { 7: { id: 7, me: true, hand_up: true } } }, "me");
  await screen.press("Your hand is up");
  expect(screen.asked).toEqual([
    { do: "RaiseHand", up: true },
    { do: "RaiseHand", up: false },
  ]);
});

test("G8 who stepped out is offered nothing but to come back", async () => {
  const screen = await bar(["RaiseHand", "SayDone", "WriteNote"]);
  screen.hear({ people: { 7: { ...person(7, "Robin"), away: true } } });
  await screen.settle();
  expect(screen.buttons).toEqual(["I’m back"]);
});

test("G13 who watches reads that they watch", async () => {
  expect((await bar([])).text).toContain("You are here to watch.");
});

test("G15b after the close there is no bar", async () => {
  const screen = await bar(["WriteNote"], {}, { workshop: { phase: "aims", closed: true } });
  expect(screen.text).toBe("");
});

const round = (order: number[], more: object = {}): Told => ({
  people,
  sheet: { round: { kind: "check-in", order, at: 0, ...more } },
});

test("G9 a round says whose turn it is and who comes then", async () => {
  const screen = await shown(Round, {}, round([8, 9, 7]));
  expect(screen.text).toBe("Check-in. It is Fay’s turn. Then Ines, Robin.");
  expect(screen.buttons).toEqual([]);
});

test("G9 whose turn it is says that they have spoken, or passes without a reason", async () => {
  const screen = await shown(Round, {}, { ...round([7, 9]), may: ["NextTurn"] });
  expect(screen.text).toContain("It is your turn.");
  await screen.press("I have spoken");
  await screen.press("Pass");
  expect(screen.asked).toEqual([
    { do: "NextTurn", passed: false },
    { do: "NextTurn", passed: true },
  ]);
});

test("G9 a keeper says it for somebody; a participant does not", async () => {
  const keeper = await shown(Round, {}, { ...round([9, 7]), roles: ["scribe"], may: ["NextTurn"] });
  expect(keeper.buttons).toEqual(["Ines has spoken", "Ines passes"]);
  await gone();
  const other = await shown(Round, {}, { ...round([9, 7]), may: ["NextTurn"] });
  expect(other.buttons).toEqual([]);
});

test("G9 the last one is called the last, and a check-out has a pen for a word to close with", async () => {
  const told = { ...round([9], { kind: "check-out" }), may: ["CheckOut"] as Told["may"] };
  const screen = await shown(Round, {}, told);
  expect(screen.text).toContain("That is the last one.");
  screen.type("Thanks", "textarea");
  await screen.press("Put it up");
  expect(screen.asked[0]).toMatchObject({ do: "CheckOut", text: "Thanks" });
});

const asked = { offers: [{ person: 9, backed: 1 }], needed: 2, mine: null as number | null };
async function unled(more: object = {}, told: Told = { people }): Promise<Screen> {
  const screen = await shown(Leading, {}, told);
  screen.browser.hear({ leading: { ...asked, ...more } });
  await screen.settle();
  return screen;
}
const said = (screen: Screen) => screen.browser.socket.sent.filter((one) => !("ping" in one));

test("G18a with no facilitator connected everybody may offer to keep the pace", async () => {
  const screen = await unled({ offers: [] });
  await screen.press("I can lead for now");
  expect(said(screen)).toEqual([{ lead: true }]);
});

test("G18b whoever offers is backed with one tap, and no longer with the same", async () => {
  const screen = await unled();
  expect(screen.text).toContain("Ines offers to lead for now. 1 of 2 needed");
  screen.all("button").at(-1)?.click();
  screen.browser.hear({ leading: { ...asked, mine: 9 } });
  await screen.settle();
  screen.all("button").at(-1)?.click();
  expect(said(screen)).toEqual([{ back: 9 }, { back: null }]);
});

test("G18a who offered themselves can take it back, and does not back themselves", async () => {
  const screen = await unled({ offers: [{ person: 7, backed: 1 }] });
  expect(screen.buttons).toEqual(["Rather not"]);
});

test("G13 who watches is asked nothing about who leads", async () => {
  expect((await unled({}, { people, roles: ["observer"] })).buttons).toEqual([]);
});

test("G18a a line that is lost asks nothing about who leads", async () => {
  const screen = await unled();
  screen.browser.close();
  await screen.settle();
  expect(screen.text).toBe("");
});

test("G18b who keeps the pace reads so and gives it back", async () => {
  const sheet = { workshop: { phase: "aims", opened: true, pace_holder: 7 } };
  const screen = await shown(Leading, {}, { sheet });
  await screen.press("Give it back");
  expect(screen.asked).toEqual([{ do: "ReturnPace" }]);
});

test("G19 facilitators alone read who is at the door, by name once somebody gave one", async () => {
  const door = { opened: 2, choosing: 1, named: [9], lost: [8], refused: 0 };
  const screen = await shown(Door, {}, FACILITATES);
  screen.browser.hear({ door });
  await screen.settle();
  expect(screen.text).toBe(
    "At the door: 2 have the link open; 1 is choosing a name; on the way in: Ines; " +
      "lost the line just now: Fay; 1 in.",
  );
  await gone();
  const other = await shown(Door, {}, { people });
  other.browser.hear({ door });
  await other.settle();
  expect(other.text).toBe("");
});

test("G19 who is back is not called lost", async () => {
  const screen = await shown(Door, { always: true }, FACILITATES);
  screen.browser.hear({ door: { opened: 0, choosing: 0, named: [], lost: [8], refused: 0 } });
  screen.browser.hear({ here: { people: [7, 8], now: Date.now() } });
  await screen.settle();
  expect(screen.text).toBe("At the door: 2 in.");
});
