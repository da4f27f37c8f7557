// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import Round from "../../src/shell/Round.svelte";
import Strip from "../../src/shell/Strip.svelte";
import type { Command } from "../../src/wire";
import { gone, person, reads, type Screen, shown, type Told, WORST } from "../screen";

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

async function entries(screen: Screen, menu: string): Promise<string[]> {
  await screen.press(menu);
  return screen.all("[role=menuitem]").map(reads);
}

async function pick(screen: Screen, name: string): Promise<void> {
  screen
    .all("[role=menuitem]")
    .find((one) => reads(one) === name)
    ?.click();
  await screen.settle();
}

const strip = (may: Command["do"][], sheet: object = {}): Promise<Screen> =>
  shown(Strip, {}, { ...FACILITATES, may, sheet });
const PHASES = [
  { phase: "aims", name: "Aims", say: "Write alone.", enough: "Enough in ten minutes." },
  { phase: "experience", name: "Experience" },
];

test("G7 the strip says what to say and when it is enough", async () => {
  const sheet = { phases: PHASES, workshop: { phase: "aims", opened: true, silence: true } };
  const screen = await strip([], sheet);
  expect(screen.text).toContain("Say:“Write alone.”");
  expect(screen.text).not.toContain("Enough in ten");
  screen.one("button[aria-expanded]").click();
  await screen.settle();
  expect(screen.text).toContain("Say: “Write alone.” Enough in ten");
  expect(screen.text).toContain("Only facilitators see this strip");
});

test("G6a the next phase is opened by its name", async () => {
  const screen = await strip(["OpenPhase"], { phases: PHASES });
  await screen.press("Next: Experience");
  expect(screen.asked).toEqual([{ do: "OpenPhase", phase: "experience", leaving: "aims" }]);
});

test("G24a a facilitator puts the code on the wall and takes it off by the same entry", async () => {
  const workshop = { phase: "aims", opened: true };
  const join = { link: "https://co-op.example/j/abcd", code: "abcd1234", qr: "<svg></svg>" };
  const screen = await shown(
    Strip,
    {},
    { ...FACILITATES, page: { join }, sheet: { workshop, phases: PHASES } },
  );
  await screen.press("More for facilitators");
  await pick(screen, "Show the code on the wall");
  expect(screen.browser.socket.sent).toContainEqual({ code: true });
  screen.browser.hear({ code: { shown: true } });
  await screen.press("More for facilitators");
  await pick(screen, "Take the code off the wall");
  expect(screen.browser.socket.sent).toContainEqual({ code: false });
});

test("G24a while the group gathers the wall has the code anyway, and nothing is offered", async () => {
  const join = { link: "https://co-op.example/j/abcd", code: "abcd1234", qr: "<svg></svg>" };
  const sheet = { workshop: { phase: "gather", opened: true }, phases: PHASES };
  const screen = await shown(Strip, {}, { ...FACILITATES, page: { join }, sheet });
  expect((await entries(screen, "More for facilitators")).join()).not.toContain("code");
});

test("A2 in silence the strip offers the reveal, with how many notes lie face down", async () => {
  const sheet = {
    phases: PHASES,
    workshop: { phase: "aims", opened: true, silence: true },
    counts: { face_down: 3 },
  };
  const screen = await strip(["RevealNotes"], sheet);
  await screen.press("Reveal 3 notes");
  expect(screen.asked).toEqual([{ do: "RevealNotes" }]);
});

test("A8 a vote is opened with so many dots, and closed by one button", async () => {
  const screen = await strip(["OpenVote"], { phases: PHASES });
  await entries(screen, "More for facilitators");
  await pick(screen, "Open a dot vote");
  screen.type("5", "dialog input");
  screen.one("form").dispatchEvent(new SubmitEvent("submit", { cancelable: true }));
  await screen.settle();
  expect(screen.asked).toEqual([{ do: "OpenVote", dots_each: 5 }]);
  await gone();
  const open = await strip(["CloseVote"], { phases: PHASES, vote: { open: true, dots_each: 5 } });
  expect(open.buttons).toContain("Close the vote");
});

test("G8 hands stand in the order in which they went up, and each is taken down when heard", async () => {
  const hands = [
    { person: 9, since: 1_000_000 - 120_000 },
    { person: 8, since: 1_000_000 - 10_000 },
  ];
  const screen = await strip([], { phases: PHASES, hands });
  await screen.press("2 hands up");
  expect(screen.all(".hands li").map(reads)).toEqual([
    "1Ines 2 min Heard: Ines",
    "2Fay now Heard: Fay",
  ]);
  await screen.press("Heard: Ines");
  expect(screen.asked).toEqual([{ do: "LowerHand", person: 9 }]);
});

test("G8 A3d who was not heard from is listed to facilitators, unless that could tell of an unnamed note", async () => {
  const listed = await strip([], { phases: PHASES, quiet: { people: [9] } });
  await entries(listed, "More for facilitators");
  await pick(listed, "Not heard from yet: 1");
  expect(listed.text).toContain("Ines Only facilitators see this list.");
  await gone();
  const untold = await strip([], { phases: PHASES, quiet: { untold: true } });
  await entries(untold, "More for facilitators");
  await pick(untold, "Not heard from yet: not listed");
  expect(untold.text).toContain("because that could tell who wrote it");
});

test("G15b closing the flipchart is asked before, and is one command", async () => {
  const screen = await strip(["CloseFlipchart"], { phases: PHASES });
  await entries(screen, "More for facilitators");
  await pick(screen, "Close the flipchart");
  expect(screen.asked).toEqual([]);
  screen.one("form").dispatchEvent(new SubmitEvent("submit", { cancelable: true }));
  await screen.settle();
  expect(screen.asked).toEqual([{ do: "CloseFlipchart" }]);
});

test("G18c who keeps the pace has the strip without what only facilitators see", async () => {
  const sheet = {
    phases: PHASES,
    workshop: { phase: "aims", opened: true, pace_holder: 7 },
    may: { pace: ["OpenPhase", "StretchPhase"] },
  };
  const veil = { veil: 1, because: "name", covers: ["x"], at: 1, until: 2 };
  const screen = await shown(Strip, {}, { people, sheet, veils: { 3: { veils: [veil] } } });
  expect(screen.text).toContain("You lead for now");
  expect(screen.buttons).toContain("Next: Experience");
  expect(screen.text).not.toContain("Covered");
});

test("G6a in silence the reveal comes first, and the next phase waits beside it, plain", async () => {
  const workshop = { phase: "aims", opened: true, silence: true };
  const screen = await strip(["OpenPhase", "RevealNotes"], { phases: PHASES, workshop });
  expect(screen.button("Reveal 0 notes").className).toContain("go");
  expect(screen.button("Next: Experience").className).toContain("plain");
  screen.hear({ sheet: { workshop: { ...workshop, silence: false } } });
  expect(screen.button("Next: Experience").className).toContain("go");
});

test("hostile names are words in every bar", async () => {
  const words = WORST;
  const named = { 9: person(9, words) };
  const hands = [{ person: 9, since: 1 }];
  const screen = await shown(
    Strip,
    {},
    { ...FACILITATES, people: named, sheet: { phases: PHASES, hands } },
  );
  await screen.press("1 hand up");
  screen.show(Round as never);
  expect(screen.all("img, script")).toEqual([]);
});
