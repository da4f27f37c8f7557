// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { running } from "../../src/parts/clock";
import { offered } from "../../src/parts/lines/offered";
import { linesOf } from "../../src/parts/list";
import { heights, pieces, points } from "../../src/parts/stories/curve";
import { describe, sourcesOf, whose, wordsIn, wordsOf } from "../../src/parts/things/names";
import { marked } from "../../src/parts/things/wordings";
import { Flipchart, type Thing } from "../../src/room/flipchart.svelte";
import { ANSWERABLE, type Command, type MomentView, type WorkshopView } from "../../src/wire";
import { feltIn, saidIn } from "../../src/words/quoting";
import { thread } from "../../src/words/thread";

test("E5 a very good moment stands at the top of the curve, a very hard one at the bottom", () => {
  expect(heights([{ feeling: 2 }, { feeling: 0 }, { feeling: -2 }])).toEqual([0, 0.5, 1]);
});

test("E2 an unsaid feeling lies on the way between those that were told", () => {
  expect(heights([{ feeling: 2 }, {}, {}, { feeling: -1 }])).toEqual([0, 0.25, 0.5, 0.75]);
});

test("E2 an unsaid feeling at an end stays at its neighbour's height", () => {
  expect(heights([{}, { feeling: 1 }, {}])).toEqual([0.25, 0.25, 0.25]);
  expect(heights([{}, {}])).toEqual([0.5, 0.5]);
});

test("E2 said, inferred and unsaid feelings are told apart", () => {
  const line = points([{ feeling: 1 }, { feeling: 0, inferred: true }, {}], [10, 20, 30], 0, 100);
  expect(line.map((point) => point.told)).toEqual(["said", "inferred", "unsaid"]);
  expect(pieces(line).map((piece) => piece.dashed)).toEqual([false, true]);
});

test("E5 one moment draws a point and no line", () => {
  expect(pieces(points([{ feeling: 1 }], [10], 0, 100))).toEqual([]);
});

const phase = (minutes: number) =>
  ({ opened: true, closed: false, phase_opened_at: 1, minutes }) as WorkshopView;

test("G7 the clock counts whole minutes down, and over without stopping", () => {
  expect(running(phase(10), 90_001)).toMatchObject({ minutes: 9, over: false });
  expect(running(phase(10), 12 * 60_000 + 1)).toMatchObject({ minutes: 2, over: true, gone: 1 });
});

test("G7 a device whose clock is behind shows no more minutes than the phase has", () => {
  expect(running(phase(10), -900)).toMatchObject({ minutes: 10, over: false });
});

test("G7 no clock runs before the flipchart is opened and after it is closed", () => {
  expect(running(undefined, 0)).toBeNull();
  expect(running({ ...phase(10), closed: true }, 5)).toBeNull();
});

test("A4d a changed wording shows which words are new", () => {
  expect(marked("Pay within thirty days", "Pay everyone within ten days")).toEqual([
    { text: "Pay ", fresh: false },
    { text: "everyone ", fresh: true },
    { text: "within ", fresh: false },
    { text: "ten", fresh: true },
    { text: " days", fresh: false },
  ]);
});

test("A4d the marked pieces together are the new wording, character for character", () => {
  for (const after of ["", " spaces  kept ", "b a", "Dim byd  newydd\nllinell", "مرحبا a b"]) {
    const pieces = marked("a b c spaces", after);
    expect(pieces.map((piece) => piece.text).join("")).toBe(after);
  }
});

test("A5 a very long wording is shown whole, unmarked", () => {
  const long = "word ".repeat(500);
  expect(marked("word", long)).toEqual([{ text: long, fresh: false }]);
});

function chart(): Flipchart {
  const flipchart = new Flipchart();
  const people = {
    "1": { id: 1, name: "Heron" },
    "2": { id: 2, name: "Heron", called: "Heron (2)" },
  };
  const experiences = { "5": { id: 5, title: "The winter", storytellers: [1], moments: [8, 9] } };
  const moments = { "9": { id: 9, experience: 5, text: "Paid late" } };
  flipchart.take({
    for: "everyone",
    number: 1,
    whole: true,
    put: { people, experiences, moments } as never,
  });
  return flipchart;
}

test("A3a an unnamed thing names nobody, even where the page knows who wrote it", () => {
  expect(whose(chart(), { by: 1, unnamed: true })).toBe("Unnamed");
});

test("G4a look-alike names carry their number", () => {
  expect(whose(chart(), { by: 2 })).toBe("Heron (2)");
});

test("G11a the words of an unknown hand are somebody's in the room", () => {
  expect(whose(chart(), { unknown: true })).toBe("Someone in the room");
});

test("O5a a thing is named by what it is, its number and whose it is", () => {
  const note = {
    is: "note",
    id: 3,
    kind: "disliked",
    phase: "reflect",
    number: 4,
    by: 1,
    text: "No",
  } as unknown as Thing;
  expect(describe(chart(), note)).toBe("Didn’t like 4, Heron");
  expect(describe(chart(), chart().moments.get(9) as Thing)).toBe("Moment 2, The winter");
});

test("O5a every thing is of the kind in whose collection it came, and its words are found", () => {
  const made = new Flipchart();
  const put = {
    aims: { 1: { id: 1, first_text: "a", text: "an aim" } },
    notes: { 2: { id: 2, kind: "note", phase: "aims", text: "a note" } },
    elements: { 3: { id: 3, kind: "wait", text: "a wait" } },
    values: { 4: { id: 4, name: "Care" } },
    groups: { 5: { id: 5, title: "Money" } },
    experiences: { 6: { id: 6, title: "The winter", storytellers: [1] } },
    moments: { 7: { id: 7, experience: 6, text: "a moment" } },
  };
  made.take({ for: "everyone", number: 1, whole: true, put: put as never });
  const things = [1, 2, 3, 4, 5, 6, 7].map((id) => made.find(id));
  expect(things.map((thing) => thing?.is)).toEqual([
    "aim",
    "note",
    "element",
    "value",
    "group",
    "experience",
    "moment",
  ]);
  expect(things.map(wordsOf)).toEqual([
    "an aim",
    "a note",
    "a wait",
    "Care",
    "Money",
    "The winter",
    "a moment",
  ]);
});

test("S4 the words on their way in a command are found whatever the command is", () => {
  expect(wordsIn({ do: "AddValue", name: "Care", sentence: "s" } as unknown as Command)).toBe(
    "Care",
  );
  expect(wordsIn({ do: "RaiseHand" } as unknown as Command)).toBe("");
});

test.each(["\n", "\r\n", "\r", "\v", "\f", "\u0085", "\u2028", "\u2029"])(
  "G4d a list is read however its lines end: %j",
  (end) => {
    expect(linesOf(`Client${end}${end} Provider ${end}`)).toEqual(["Client", "Provider"]);
  },
);

test("O8 marks stand round what the method says is a teller's own, and round nothing else", () => {
  const moment: MomentView = { id: 1, experience: 2, quote: "£500 ███", feeling_words: "sick" };
  expect([saidIn(moment), feltIn(moment)]).toEqual([null, null]);
  expect(saidIn({ ...moment, quoted: ["quote"] })).toBe("“£500 ███”");
  expect(feltIn({ ...moment, quoted: ["feeling_words"] })).toBe("“sick”");
});

test("P2 what a step may answer is offered in the method's order", () => {
  const made = new Flipchart();
  const notes = {
    1: { id: 1, kind: "note", phase: "aims" },
    2: { id: 2, kind: "liked", phase: "reflect" },
    3: { id: 3, kind: "differently", phase: "reflect" },
    4: { id: 4, kind: "question", phase: "aims" },
    "-5": { id: -5, kind: "differently", phase: "reflect", held: true, private: true },
  };
  const moments = { 6: { id: 6, experience: 9 }, "-7": { id: -7, experience: 9, private: true } };
  const values = { 8: { id: 8, name: "Candour" } };
  made.take({ for: "everyone", number: 1, whole: true, put: { notes, moments, values } as never });
  expect(offered(made, ANSWERABLE).map((thing) => thing.id)).toEqual([3, 2, 8, 6, 1]);
});

test("O5a what a thing came out of stands where the method says that its kind names it", () => {
  const things = [
    { is: "aim", id: 1, text: "a", rests_on: [2] },
    { is: "value", id: 3, name: "v", heard_in: [4] },
    { is: "element", id: 5, kind: "activity", text: "s", answers: [3], serves: [1] },
    { is: "group", id: 6, title: "g", notes: [7] },
    { is: "note", id: 7, kind: "liked", phase: "reflect", about: [4] },
    { is: "moment", id: 4, experience: 9 },
  ] as unknown as Thing[];
  expect(things.map(sourcesOf)).toEqual([[2], [4], [3], [7], [4], []]);
});

test("R6 O10 what a line rests on is as the server says", () => {
  const made = new Flipchart();
  const rests = { 4: { said: "one story and one note" }, 5: { tellers: [7] } };
  made.take({
    for: "everyone",
    number: 1,
    whole: true,
    put: { people: { 7: { id: 7, name: "Sam" } }, rests } as never,
  });
  made.take({
    for: "me",
    number: 1,
    whole: true,
    put: { people: { 7: { id: 7, me: true, has_lines: true } } } as never,
  });
  expect(thread.restsOn(made.rests.get(4)?.said)).toBe("Rests on one story and one note");
  expect([thread.restsOn(made.rests.get(6)?.said), made.rests.get(5)?.tellers]).toEqual(["", [7]]);
  expect(made.people.get(7)?.has_lines).toBe(true);
});
