import { expect, test } from "vitest";
import { saidInLine } from "../../src/parts/said_in_line";

const LANES = ["Rota", "Two of us", "Rota team"];
const STAGES = ["Asking", "The week after"];
const said = (line: string) => saidInLine(line, LANES, STAGES);
const NOTHING = { quote: "", lane: "", stage: "", who: [] };

test("E2 a line without signs is what happened", () => {
  expect(said("Asked in the corridor")).toEqual({ ...NOTHING, text: "Asked in the corridor" });
});

test("E2 the first name is whose part it is, those after it were there, and the stage has its own sign", () => {
  expect(said("Asked again @two of us @Rota #the week after")).toEqual({
    ...NOTHING,
    text: "Asked again",
    lane: "Two of us",
    who: ["Rota"],
    stage: "The week after",
  });
});

test.each([
  ["@Rota team asks", "Rota team", "asks"],
  ["@[The one who asks] came", "The one who asks", "came"],
  ["@[Zoë] came", "Zoë", "came"],
])("E2 %s is the part of %s", (line, lane, text) => {
  expect(said(line)).toEqual({ ...NOTHING, lane, text });
});

test.each([
  "They gave me ticket #4711",
  "@Rotas ask",
  "Wrote to rota@example.org",
  "A room for £5 #",
  "It is C# or @ nothing",
])("E2 in “%s” no sign names anything", (line) => {
  expect(said(line)).toEqual({ ...NOTHING, text: line });
});

test.each(["“Nobody knew”", '"Nobody knew"', "„Nobody knew“", "«Nobody knew»"])(
  "O8 what stands within %s is in the teller's own words, and not in the summary",
  (quote) => {
    expect(said(`Three answers, ${quote}.`)).toEqual({
      ...NOTHING,
      text: "Three answers.",
      quote: "Nobody knew",
    });
  },
);

test("O8 a line that is nothing but own words is told in them", () => {
  expect(said("“I typed with one thumb”")).toEqual({
    ...NOTHING,
    text: "I typed with one thumb",
    quote: "I typed with one thumb",
  });
});

test("an apostrophe and a mark that is not closed are no quotation", () => {
  const line = "They didn't say \"why";
  expect(said(line)).toEqual({ ...NOTHING, text: line });
});

test("O8 of several quotations none is made one: they stay in the text", () => {
  const line = "He said “come” and she “stay away”";
  expect(said(line)).toEqual({ ...NOTHING, text: line });
});

test("E2 a second stage is a word like others", () => {
  expect(said("Asked #Asking #the week after")).toMatchObject({
    stage: "Asking",
    text: "Asked #the week after",
  });
});

test("P1a a step takes a new name, no number, and loses no second one and no quotation", () => {
  const step = (line: string) => saidInLine(line, LANES, STAGES, false);
  expect(step("Pay it @Finance @Rota #Afterwards")).toMatchObject({
    lane: "Finance",
    stage: "Afterwards",
    text: "Pay it @Rota",
  });
  expect(step("Write “paid” on form #12").text).toBe("Write “paid” on form #12");
});
