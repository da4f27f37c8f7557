// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import Reflecting from "../../src/phases/reflect/Reflect.svelte";
import ReflectionPen from "../../src/phases/reflect/ReflectionPen.svelte";
import ValueDialog from "../../src/phases/reflect/ValueDialog.svelte";
import Values from "../../src/phases/reflect/Values.svelte";
import { gone, nameOf, reads, type Screen, shown, type Told, WORST } from "../screen";
import { given, M, notes, story, TOLD, thought } from "./a_reflection";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.stubGlobal("innerWidth", 1280);
});
afterEach(async () => {
  await gone();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const pen = (more: object = {}, told: Told = {}): Promise<Screen> =>
  shown(
    ReflectionPen,
    { ...given(), clear: vi.fn(), held: false, main: true, ...more },
    { ...TOLD, notes, ...told },
  );

test("R1 a thought goes with its kind and with what it is about", async () => {
  const screen = await pen({ about: [12, 6] });
  await screen.press("Didn’t like");
  screen.type("So slow", "textarea");
  await screen.press("Put it up");
  expect(screen.asked).toEqual([
    { do: "WriteReflection", kind: "disliked", text: "So slow", about: [12, 6], unnamed: false },
  ]);
});

test("R1 the four kinds are buttons with words, and one is chosen", async () => {
  const screen = await pen();
  const group = screen.one(".kinds");
  expect([...group.querySelectorAll("button")].map(nameOf)).toEqual([
    "Liked",
    "Didn’t like",
    "Would do differently",
    "I had that too",
  ]);
  expect(group.querySelectorAll("[aria-pressed=true]")).toHaveLength(1);
});

test("R1 every moment is a button that says its number and words", async () => {
  const toggle = vi.fn();
  const screen = await pen({ toggle });
  await screen.press("Moment 2: Waited");
  expect(toggle).toHaveBeenCalledWith(12);
});

test("R2 before the storyteller has spoken the pen says who will see it, and when", async () => {
  const screen = await pen({ held: true });
  expect(screen.text).toContain("Only you until the storyteller has spoken.");
});

test("R1 a thought about another says which, and can be made to be about it no more", async () => {
  const toggle = vi.fn();
  const screen = await pen({ about: [21], toggle });
  expect(screen.text).toContain("Liked 1, Fay: liked 21");
  await screen.press("Not about this one after all");
  expect(toggle).toHaveBeenCalledWith(21);
});

const waited = { ...TOLD, experiences: { 6: { ...story, waited_for: [8] } } };

test("R2 while the storyteller is waited for, everybody reads who goes first", async () => {
  const screen = await shown(Reflecting, {}, waited);
  expect(screen.text).toContain(
    "Sam goes first. What you write now appears when they have spoken.",
  );
  expect(screen.buttons).not.toContain("I have spoken");
});

test("R2 the storyteller says that they have spoken, or passes", async () => {
  const own = { ...TOLD, experiences: { 6: { ...story, storytellers: [7], waited_for: [7] } } };
  const screen = await shown(Reflecting, {}, { ...own, may: ["EndTellersTurn"] });
  expect(screen.text).toContain("You go first.");
  await screen.press("I have spoken");
  await screen.press("Pass");
  expect(screen.asked).toEqual([
    { do: "EndTellersTurn", experience: 6 },
    { do: "EndTellersTurn", experience: 6 },
  ]);
});

test("R2 a keeper says it for a storyteller, and a participant does not", async () => {
  const keeper: Told = { ...waited, roles: ["scribe"], may: ["EndTellersTurn"] };
  expect((await shown(Reflecting, {}, keeper)).buttons).toContain("Sam has spoken");
  await gone();
  const other = await shown(Reflecting, {}, { ...waited, may: ["EndTellersTurn"] });
  expect(other.buttons).not.toContain("Sam has spoken");
});

test("R2 how many thoughts wait is told, and not whose", async () => {
  const screen = await shown(Reflecting, {}, { ...waited, sheet: { counts: { waiting: 4 } } });
  expect(screen.text).toContain("4 thoughts wait for the storyteller.");
});

test("R2 that it was said for a storyteller that they have spoken is said", async () => {
  const experiences = { 6: { ...story, spoken_for: true } };
  const screen = await shown(Reflecting, {}, { ...TOLD, experiences });
  expect(screen.text).toContain("It was said for Sam that they have spoken.");
});

test("R1 thoughts that hang beneath no story stand by themselves", async () => {
  const loose = { 30: thought(30, "liked", []), 31: thought(31, "note", []) };
  const screen = await shown(Reflecting, {}, { ...TOLD, notes: loose });
  screen.one("#column-0").click();
  await screen.settle();
  const section = screen.one("[aria-label='About something else']");
  expect(section.querySelectorAll("article")).toHaveLength(2);
});

const value = { id: 40, name: "Candour", heard_in: [21], version: 2, tension: [41] };
const other = { id: 41, name: "Speed", heard_in: [22] };

test("R3 a value says in how much it was heard, unfolds it, and names what it pulls against", async () => {
  const told: Told = { ...TOLD, notes, values: { 40: value, 41: other } };
  const screen = await shown(Values, { opened: null }, told);
  expect(screen.text).toContain("in tension with Speed");
  expect(screen.text).not.toContain("liked 21");
  await screen.press("heard in 1");
  expect(screen.text).toContain("liked 21");
});

test("R3 two values are marked as pulling against each other, and no longer, by a menu", async () => {
  const told: Told = {
    ...TOLD,
    values: { 40: value, 41: other },
    roles: ["scribe"],
    may: ["MarkTension"],
  };
  const screen = await shown(Values, { opened: null }, told);
  await screen.press("More: Value, Candour");
  screen.one("[role=menuitem]").click();
  await screen.settle();
  expect(screen.asked).toEqual([{ do: "MarkTension", about: 40, other: 41, tension: false }]);
});

test("R3 a value needs a name and something in which it was heard", async () => {
  const screen = await shown(ValueDialog, { close: vi.fn() }, { ...TOLD, notes });
  screen.type("Candour", "input[data-first]");
  expect(screen.button("Save").disabled).toBe(true);
  screen.one("input[type=checkbox]").click();
  await screen.settle();
  await screen.press("Save");
  expect(screen.asked[0]).toMatchObject({ do: "AddValue", name: "Candour", heard_in: [21] });
});

test("R3 a value heard in one thought begins with that one ticked", async () => {
  const screen = await shown(ValueDialog, { from: [22], close: vi.fn() }, { ...TOLD, notes });
  screen.type("Speed", "input[data-first]");
  await screen.press("Save");
  expect(screen.asked[0]).toMatchObject({ heard_in: [22] });
});

test("S11b what others change in a value while I look at it follows, and goes with its version", async () => {
  const told: Told = { ...TOLD, notes, values: { 40: value } };
  const screen = await shown(ValueDialog, { value, close: vi.fn() }, told);
  screen.hear({ values: { 40: { ...value, sentence: "We say it", version: 3 } } });
  await screen.settle();
  await screen.press("Save");
  expect(screen.asked).toEqual([
    { do: "BackValue", about: 40, sentence: "We say it", heard_in: [21], version: 3 },
  ]);
});

test("S11b what both changed stands in both wordings until I choose", async () => {
  const told: Told = { ...TOLD, notes, values: { 40: value } };
  const screen = await shown(ValueDialog, { value, close: vi.fn() }, told);
  screen.type("Mine", "textarea");
  screen.hear({ values: { 40: { ...value, sentence: "Theirs", version: 3 } } });
  await screen.settle();
  expect((screen.one("textarea") as HTMLTextAreaElement).value).toBe("Mine");
  expect(screen.text).toContain("Somebody changed this too while you were writing. Theirs:");
  await screen.press("Take theirs: In a sentence of the group’s");
  expect((screen.one("textarea") as HTMLTextAreaElement).value).toBe("Theirs");
});

test("hostile thoughts and values are words", async () => {
  const words = WORST;
  const told: Told = {
    ...TOLD,
    notes: { 21: thought(21, "liked", [11], { text: words }) },
    values: { 40: { ...value, name: words, sentence: words } },
  };
  const screen = await shown(Reflecting, {}, told);
  expect(screen.all("img, script")).toEqual([]);
});

test("R1 in a whole window what one writes is about the moment that is opened", async () => {
  const screen = await shown(Reflecting, {}, { ...TOLD, notes, may: ["WriteReflection"] });
  await screen.press("The moment after");
  screen.type("So slow", "textarea");
  await screen.press("Put it up");
  expect(screen.asked).toMatchObject([{ do: "WriteReflection", about: [12], text: "So slow" }]);
});

test("R1 at the foot of the window a number chooses what kind of thought it is", async () => {
  const screen = await pen({ line: true, about: [11] });
  const kinds = screen.one(".kinds");
  kinds
    .querySelector("button")
    ?.dispatchEvent(new KeyboardEvent("keydown", { key: "3", bubbles: true }));
  await screen.settle();
  expect(reads(kinds.querySelector("[aria-pressed=true]") as HTMLElement)).toContain(
    "Would do differently",
  );
});

test("R1 at the foot of the window Enter puts it up, and Shift and Enter does not", async () => {
  const screen = await pen({ line: true, about: [11] });
  screen.type("So slow", "textarea");
  const press = (shiftKey: boolean) =>
    screen
      .one("textarea")
      .dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", shiftKey, bubbles: true }));
  press(true);
  expect(screen.asked).toEqual([]);
  press(false);
  expect(screen.asked).toMatchObject([{ do: "WriteReflection", text: "So slow", about: [11] }]);
});

test("R3 at the foot of the window a value is named with one key, heard in what is read just now", async () => {
  const screen = await pen({ line: true, about: [11, 5] }, { may: ["AddValue"] });
  screen
    .one(".kinds")
    .querySelector("button")
    ?.dispatchEvent(new KeyboardEvent("keydown", { key: "5", bubbles: true }));
  screen.type("Candour", "textarea");
  await screen.press("Put it up");
  expect(screen.asked).toMatchObject([{ do: "AddValue", name: "Candour", heard_in: [11, 5] }]);
});

test("R3 a value without anything that it is heard in says what is missing, not the whole story", async () => {
  const { story } = given();
  const screen = await pen({ line: true, about: [story?.id ?? 0] }, { may: ["AddValue"] });
  await screen.press("5Value");
  expect(screen.one("textarea").getAttribute("placeholder")).toContain("Choose the moments");
});

test("G21b the moment in the spotlight is opened once, and one goes on from there as one likes", async () => {
  const screen = await shown(Reflecting, {}, { ...TOLD, notes, may: ["WriteReflection"] });
  screen.browser.hear({ spotlight: { thing: 12, read: [] } });
  await screen.settle();
  screen.type("So slow", "textarea");
  await screen.press("Put it up");
  expect(screen.asked).toMatchObject([{ do: "WriteReflection", about: [12], text: "So slow" }]);
  await screen.press("The moment before");
  screen.hear({ moments: { 12: { ...M[1], text: "Waited long" } } });
  await screen.settle();
  expect(screen.button("The moment before").disabled).toBe(true);
});
