// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import ThingDialog from "../../src/parts/things/ThingDialog.svelte";
import { gone, person, reads, shown, type Told } from "../screen";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(async () => {
  await gone();
  vi.useRealTimers();
});

const FAY = person(8, "Fay");
const note = { id: 3, is: "note", kind: "note", phase: "aims", number: 4, by: 8, text: "Pay" };
const mine = { ...note, by: 7, mine: true };
const story = { id: 6, is: "experience", title: "The winter", storytellers: [7], moments: [9] };
const moment = { id: 9, is: "moment", experience: 6, text: "Paid late", by: 8 };

const dialog = (doing: string, thing: object = note, told: Told = {}) =>
  shown(
    ThingDialog,
    { thing, doing, close: vi.fn() },
    { people: { 8: FAY }, experiences: { 6: story }, may: ["MaskWords"], ...told },
  );

test.each([
  ["ask", { do: "AskQuestion", about: 3, text: "When?" }],
  ["answer", { do: "Answer", about: 3, text: "When?" }],
  ["park", { do: "Park", about: 3, reason: "When?" }],
  ["hide", { do: "Hide", about: 3, reason: "When?" }],
])("what is typed to %s goes as that", async (doing, command) => {
  const screen = await dialog(doing);
  screen.type("When?");
  screen.one("form").dispatchEvent(new SubmitEvent("submit", { cancelable: true }));
  await screen.settle();
  expect(screen.asked).toEqual([command]);
});

test("A5 a change goes with the version from which it started, whatever others change meanwhile", async () => {
  const screen = await dialog("edit", { ...mine, version: 4 });
  screen.hear({ notes: { 3: { ...mine, version: 5, text: "Pay sooner" } } });
  screen.type("Pay at once");
  await screen.press("Save");
  expect(screen.asked).toEqual([
    { do: "Reword", about: 3, text: "Pay at once", version: 4, at_request: false, reason: "" },
  ]);
});

test("G6d words of a change are a draft of their own, and the same words are none", async () => {
  const screen = await dialog("edit", mine);
  screen.type("Pay at once");
  expect(screen.room.drafts.get("edit/3")).toBe("Pay at once");
  screen.type("Pay");
  expect(screen.room.drafts.get("edit/3")).toBe("");
});

test("nothing is asked with an empty box", async () => {
  const screen = await dialog("ask");
  expect(screen.button("Save").disabled).toBe(true);
});

test("E4b a facilitator masks everywhere unless they untick it; others only here", async () => {
  const screen = await dialog("mask", note, { roles: ["facilitator"] });
  screen.type("Acme");
  await screen.press("Mask words in it");
  expect(screen.asked).toEqual([{ do: "MaskWords", about: null, passage: "Acme" }]);
  await gone();
  const own = await dialog("mask", mine);
  expect(own.all("input[type=checkbox]")).toEqual([]);
  own.type("Acme");
  await own.press("Mask words in it");
  expect(own.asked).toEqual([{ do: "MaskWords", about: 3, passage: "Acme" }]);
});

test("E4a who tells the story masks a name in all of it", async () => {
  const screen = await dialog("mask", moment);
  expect(screen.all("input[type=checkbox]")).toHaveLength(1);
});

test("R5 a note is moved to a phase and becomes what it is there", async () => {
  const screen = await dialog("move", mine);
  const [phases, kinds] = screen.all("select");
  expect([...(kinds?.querySelectorAll("option") ?? [])].map(reads)).toEqual([
    "Note",
    "Liked",
    "Didn’t like",
    "Would do differently",
    "I had that too",
    "Question",
    "Open question",
  ]);
  (phases as HTMLSelectElement).value = "reflect";
  phases?.dispatchEvent(new Event("change"));
  (kinds as HTMLSelectElement).value = "liked";
  kinds?.dispatchEvent(new Event("change"));
  await screen.press("Move to another phase");
  expect(screen.asked).toEqual([
    { do: "MoveNote", about: 3, phase: "reflect", kind: "liked", on: [] },
  ]);
});
