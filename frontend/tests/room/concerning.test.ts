// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import Head from "../../src/parts/Head.svelte";
import { speakThrough } from "../../src/room/announce";
import { gone, person, type Screen, shown, type Told } from "../screen";

let calm: HTMLElement;
let urgent: HTMLElement;
const NOW = 1_000_000;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  calm = document.createElement("div");
  urgent = document.createElement("div");
  speakThrough(calm);
  speakThrough(urgent, { now: true });
});
afterEach(async () => {
  await gone();
  await vi.advanceTimersByTimeAsync(1_000);
  vi.useRealTimers();
});

/** What the screen reader was given since the last time; over what it reads, behind a mark. */
async function spoken(): Promise<string> {
  calm.textContent = urgent.textContent = "";
  await vi.advanceTimersByTimeAsync(200);
  return [urgent.textContent && `! ${urgent.textContent}`, calm.textContent]
    .filter(Boolean)
    .join(" ");
}

const OPEN = { title: "Paying people", phase: "aims", opened: true };
const sheet = (more: object) => ({ sheet: { workshop: { ...OPEN, ...more } } });
const PEOPLE = { 8: person(8, "Mira"), 9: person(9, "Tess") };
const round = (at: number, kind = "check-in") => ({
  sheet: { round: { kind, order: [8, 7, 9], at } },
});
const robin = (roles: string[]) => ({ people: { 7: person(7, "Robin", { roles }) } });
const story = (...waited_for: number[]) => ({
  experiences: { 20: { id: 20, title: "A call", storytellers: waited_for, waited_for } },
});
const note = (more: object) => ({ id: 10, kind: "note", text: "Pay", by: 7, ...more });
const group = (id: number, title: string, dots: number) => ({ id, title, notes: [], dots });

async function room(told: Told = {}): Promise<Screen> {
  const screen = await shown(Head, {}, { people: PEOPLE, ...told });
  await spoken();
  return screen;
}

const REFLECT = sheet({ phase: "reflect" });
test.each<[string, Told, object, string]>([
  ["that the flipchart is open", sheet({ opened: false }), sheet({}), "The flipchart is open."],
  ["the close", {}, sheet({ closed: true }), "! The flipchart is closed."],
  ["that it is open again", sheet({ closed: true }), sheet({}), "! The flipchart is open."],
  ["where the group goes", {}, sheet({ phase: "return" }), "The group is at return now."],
  ["that it goes back", {}, sheet({ phase: "gather" }), "The group went back to gather."],
  [
    "silence",
    {},
    sheet({ silence: true }),
    "Everybody writes alone now. Nobody reads it until it is revealed.",
  ],
  ["the reveal", sheet({ silence: true }), sheet({}), "All notes are revealed."],
  [
    "a vote",
    {},
    { sheet: { vote: { open: true, dots_each: 3 } } },
    "A dot vote is open. You have 3 dots to give.",
  ],
  [
    "the totals of a vote",
    { sheet: { vote: { open: true, dots_each: 3 } } },
    {
      sheet: { vote: { open: false, dots_each: 3 } },
      groups: { 30: group(30, "In time", 1), 31: group(31, "Kept small", 4) },
      notes: { 10: note({ dots: 2 }), 11: note({ id: 11, text: null, dots: 9 }) },
    },
    "The vote is closed. Most dots: Kept small, 4 dots; Pay, 2 dots; In time, 1 dot.",
  ],
  ["a break", {}, sheet({ break_until: NOW + 300_000 }), "A break of 5 minutes begins."],
  ["its end", sheet({ break_until: NOW + 300_000 }), sheet({}), "The break is over."],
  ["whose turn it is", {}, round(0), "Check-in. It is Mira’s turn."],
  ["my own turn at once", round(0), round(1), "! Check-in. It is your turn."],
  ["the end of a round", round(2), { sheet: { round: null } }, "Check-in is over."],
  [
    "that I go first",
    { ...REFLECT, ...story() },
    story(7),
    "! You go first. Nobody else’s thoughts appear until you say that you have spoken.",
  ],
  [
    "that the storyteller has spoken",
    { ...REFLECT, ...story(8) },
    story(),
    "The storyteller has spoken. Now yours: choose a moment by its number.",
  ],
  [
    "that I am the scribe",
    {},
    robin(["participant", "scribe"]),
    "You are the scribe here: you can type for others.",
  ],
  [
    "that I am no facilitator any more",
    { roles: ["facilitator"] },
    robin(["participant"]),
    "You are not a facilitator here any more.",
  ],
  ["who may edit", {}, sheet({ text_open: true }), "Everyone may edit the group’s words now."],
  [
    "that my words were hidden",
    { notes: { 10: note({ mine: true }) } },
    { notes: { 10: note({ mine: true, state: "hidden" }) } },
    "A facilitator hid words of yours. You can still read them.",
  ],
  [
    "a question about my words",
    { notes: { 10: note({ mine: true }) } },
    { notes: { 12: { id: 12, kind: "question", text: "Who?", about: [10], by: 8 } } },
    "Somebody asks a question about words of yours.",
  ],
])("K1a %s is said once", async (_, told, put, said) => {
  const screen = await room(told);
  screen.hear(put);
  expect(await spoken()).toBe(said);
  screen.hear(put);
  expect(await spoken()).toBe("");
});

test("G8 a hand is said to facilitators by its name, several by their number", async () => {
  const screen = await room({ roles: ["facilitator"] });
  const hands = (...up: number[]) => ({
    sheet: { hands: up.map((one) => ({ person: one, since: 1 })) },
  });
  screen.hear(hands(8), "facilitators");
  expect(await spoken()).toBe("Mira raised a hand. 1 hand up.");
  screen.hear(hands(), "facilitators");
  expect(await spoken()).toBe("");
  screen.hear(hands(8, 9), "facilitators");
  expect(await spoken()).toBe("2 hands up.");
});

test("G8 that my hand is down is said to me", async () => {
  const screen = await room();
  screen.hear({ people: { 7: { id: 7, me: true, hand_up: true } } }, "me");
  await spoken();
  screen.hear({ people: { 7: { id: 7, me: true } } }, "me");
  expect(await spoken()).toBe("Your hand is down.");
});

test("K1a what stood there when the page came is no news, but what I am", async () => {
  const told = { ...round(1), ...sheet({ silence: true }), roles: ["participant", "scribe"] };
  await shown(Head, {}, { people: PEOPLE, ...told, ...round(1) } as Told);
  expect(await spoken()).toBe("You are the scribe here: you can type for others.");
});

test("K1c a flood of hands is one sentence", async () => {
  const people = Object.fromEntries(
    Array.from({ length: 40 }, (_, at) => [at + 50, person(at + 50, `P${at}`)]),
  );
  const screen = await room({ roles: ["facilitator"], people });
  const up: object[] = [];
  for (const id of Object.keys(people)) {
    up.push({ person: Number(id), since: 1 });
    screen.hear({ sheet: { hands: [...up] } }, "facilitators");
  }
  expect(await spoken()).toBe("P39 raised a hand. 40 hands up.");
});
