/**
 * Where a story's cards lie on its map: a column a moment, a lane a person or group. A moment of
 * several stands in one lane with its words, and in each of theirs with their name (E5).
 */

import type { Experience, Moment } from "../../room/flipchart.svelte";
import { lanesOf } from "./stages";

/** All that follows is in heights of the words: how wide a card is, and a mark that has a number. */
const CARD = 12.5;
const MARK = 3;
const LINE = 1.28;
const LINES = 3;
const PADDING = 0.9;
/** Between a lane's line and its cards, and between rows of cards. */
const GAP = 0.5;
/** Moments no nearer to each other than this many times the height of their words. */
const NEAREST = 2.6;
/** Between cards side by side, and how far a mark stands from its moment's place, in pixels. */
const BETWEEN = 2;
const BESIDE = 4;
/** Names of lanes are so wide, in pixels. */
export const NAMES = 128;

export interface Placed {
  moment: Moment;
  /** Its place in the story, from nought. */
  at: number;
  /** It stands in another's lane as well: here with no more than a mark. */
  mark: boolean;
  x: number;
  y: number;
  wide: number;
  tall: number;
}

export interface Arranged {
  /** How high the words are, in pixels. */
  words: number;
  /** How many lines of a moment's words are shown. */
  lines: number;
  /** From one moment to the next. */
  column: number;
  width: number;
  height: number;
  lanes: { name: string; y: number; tall: number }[];
  cards: Placed[];
}

/**
 * Lay the cards out with words of one height, in so much width; what overlaps goes a row down, and
 * marks stand where there is room between the cards.
 */
export function arranged(
  story: Experience,
  moments: Moment[],
  words: number,
  space: number,
  lines = LINES,
): Arranged {
  const card = CARD * words;
  const between = Math.max(1, moments.length - 1);
  const column = Math.max(
    NEAREST * words,
    Math.min(1.25 * card, Math.floor((space - NAMES - card - 8) / between)),
  );
  const tall = (lines * LINE + PADDING) * words;
  const low = (LINE + PADDING) * words;
  const gap = GAP * words;
  const cards: Placed[] = [];
  let y = 0;
  const lanes = lanesOf(story, moments).map((name) => {
    const rows: { cards: Placed[]; tall: number }[] = [];
    const here = moments.flatMap((moment, at) => {
      const mark = (moment.lane ?? "") !== name;
      if (mark && !alsoIn(moment, name)) return [];
      return [{ moment, at, mark, x: NAMES + at * column + (mark ? BESIDE : 0) }];
    });
    const whole = here.filter((one) => !one.mark);
    for (const one of [...whole, ...here.filter((one) => one.mark)]) {
      // A card may be as narrow as what stands before the next one, where words still fit.
      const next = whole.find((other) => other.at > one.at)?.x ?? Number.POSITIVE_INFINITY;
      const most = one.mark ? MARK * words : card;
      const room = next - one.x - BETWEEN;
      const wide = room >= 0.7 * most ? Math.min(most, room) : most;
      const free = rows.find((row) =>
        row.cards.every(
          (other) => other.x + other.wide + BETWEEN <= one.x || one.x + wide + BETWEEN <= other.x,
        ),
      );
      const row = free ?? { cards: [], tall: 0 };
      if (!free) rows.push(row);
      const put = { ...one, wide, tall: one.mark ? low : tall, y: 0 };
      row.cards.push(put);
      row.tall = Math.max(row.tall, put.tall);
    }
    let down = y + gap;
    for (const row of rows) {
      for (const one of row.cards) one.y = down;
      cards.push(...row.cards);
      down += row.tall + gap;
    }
    const lane = { name, y, tall: Math.max(down - y, low + 2 * gap) };
    y += lane.tall;
    return lane;
  });
  return {
    words,
    lines,
    column,
    width: NAMES + column * Math.max(0, moments.length - 1) + card + 8,
    height: y,
    lanes,
    cards: cards.sort((one, other) => one.at - other.at || Number(one.mark) - Number(other.mark)),
  };
}

const alsoIn = (moment: Moment, lane: string): boolean =>
  lane !== "" && (moment.who ?? []).some((who) => who.toLowerCase() === lane.toLowerCase());

/** The largest and the smallest that words are when the whole is shown, in pixels. */
const LARGEST = 17;
export const SMALLEST = 11.5;
/** The size at which words are read, in pixels. */
export const READING = 16;

/**
 * With the largest words at which the whole stands in so much room; or else the smallest, with as
 * many lines of them as there is room for.
 */
export function fitted(story: Experience, moments: Moment[], wide: number, tall: number): Arranged {
  for (let words = LARGEST; words > SMALLEST; words -= 0.5) {
    const found = arranged(story, moments, words, wide);
    if (found.height <= tall && found.width <= wide) return found;
  }
  for (let lines = LINES; lines > 1; lines--) {
    const found = arranged(story, moments, SMALLEST, wide, lines);
    if (found.height <= tall) return found;
  }
  return arranged(story, moments, SMALLEST, wide, 1);
}
