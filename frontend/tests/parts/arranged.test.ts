// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { type Arranged, arranged, fitted, SMALLEST } from "../../src/parts/stories/arranged";
import { M, moment, story } from "../phases/a_story";

/** A story as large as a real one: seventeen moments in six lanes, some of them in several. */
const LANES = ["Me", "Desk", "Family", "Firm", "Next door", "Meeting"];
const many = (number: number) =>
  Array.from({ length: number }, (_, at) =>
    moment(100 + at, `Something happened, the ${at}th`, {
      lane: LANES[(at * 5) % 6],
      who: at % 3 ? [] : [LANES[(at + 2) % 6], "somebody else"],
    }),
  ) as never[];
const told = { ...story, lanes: LANES } as never;

/** Pairs of cards that lie over each other. */
function overlaid({ cards }: Arranged): number {
  let found = 0;
  for (const [place, one] of cards.entries())
    for (const other of cards.slice(place + 1))
      if (
        one.x < other.x + other.wide &&
        other.x < one.x + one.wide &&
        one.y < other.y + other.tall &&
        other.y < one.y + one.tall
      )
        found++;
  return found;
}

test.each([
  [17, 1100, 430],
  [31, 1100, 430],
  [31, 1700, 800],
])("E5 of %i moments in %i × %i px none lies on another", (number, wide, tall) => {
  expect(overlaid(fitted(told, many(number), wide, tall))).toBe(0);
});

test("E5 a real story stands on a laptop as a whole, and its words are no smaller than 11 px", () => {
  const laid = fitted(told, many(17), 1240, 430);
  expect(laid.width).toBeLessThanOrEqual(1240);
  expect(laid.height).toBeLessThanOrEqual(430);
  expect(laid.words).toBeGreaterThanOrEqual(11);
});

test("E5 a short story is shown in large words", () => {
  expect(fitted(story as never, M as never, 1240, 430).words).toBeGreaterThan(SMALLEST + 3);
});

test("E5 a moment of several stands once in words, and as a mark in each lane of the others", () => {
  const both = moment(11, "Asked", { lane: "Client", who: ["us", "A stranger"] });
  const laid = arranged(
    { ...story, lanes: ["Client", "Us"] } as never,
    [both, moment(12, "Waited", { lane: "Us" })] as never,
    14,
    900,
  );
  const of = laid.cards.filter((card) => card.moment.id === 11);
  expect(of.map((card) => [card.mark, card.y < (laid.lanes[1]?.y ?? 0)])).toEqual([
    [false, true],
    [true, false],
  ]);
});

test("E5 what lies within its lane stays there", () => {
  const laid = fitted(told, many(31), 1100, 430);
  for (const card of laid.cards) {
    const lane = laid.lanes.find(
      (one) => one.y <= card.y && card.y + card.tall <= one.y + one.tall,
    );
    const meant = card.mark ? (card.moment.who ?? []) : [card.moment.lane ?? ""];
    expect(meant).toContain(lane?.name);
  }
});
