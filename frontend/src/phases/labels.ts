/** Where the labels of the ways stand: each on its own line, near the box that it leaves, and on no other line. */

type Point = [number, number];

interface Line {
  points: Point[];
  label: string;
}

/** Where a label stands, and how wide it may be at most. */
export interface Middle {
  at: Point;
  most: number;
}

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const LABEL = 104;
/** On a level line a label has room to be longer. */
const LONG = 240;
const LETTER = 7.6;
const LINE = 17;
const STEP = 6;

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const signs = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** How many columns a text takes as it is drawn: two for a wide sign, one for a letter with all its accents. */
export function columns(text: string): number {
  return [...signs.segment(text)].reduce((sum, { segment }) => sum + (WIDE.test(segment) ? 2 : 1), 0);
}

/** What a label covers when its middle stands there: one line of words or, where it may be no wider, two. */
export function covered(label: string, [x, y]: Point, most: number): Area {
  const long = columns(label) * LETTER + 8;
  const width = Math.min(most, long);
  const height = long > most ? 2 * LINE : LINE;
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/** How many other lines run through an area. */
export function crossings(area: Area, others: Line[]): number {
  return others.filter((line) =>
    line.points.slice(1).some((to, at) => {
      const [fromX, fromY] = line.points[at] as Point;
      return (
        Math.max(fromX, to[0]) > area.x - 1 &&
        Math.min(fromX, to[0]) < area.x + area.width + 1 &&
        Math.max(fromY, to[1]) > area.y - 1 &&
        Math.min(fromY, to[1]) < area.y + area.height + 1
      );
    }),
  ).length;
}

/** How much of a line's own length an area covers, from 0 to 1. */
export function hidden(area: Area, points: Point[]): number {
  let all = 0;
  let inside = 0;
  for (const [at, to] of points.slice(1).entries()) {
    const from = points[at] as Point;
    all += Math.abs(to[0] - from[0]) + Math.abs(to[1] - from[1]);
    const across =
      Math.min(Math.max(from[0], to[0]), area.x + area.width) - Math.max(Math.min(from[0], to[0]), area.x);
    const down =
      Math.min(Math.max(from[1], to[1]), area.y + area.height) - Math.max(Math.min(from[1], to[1]), area.y);
    if (across >= 0 && down >= 0) inside += across + down;
  }
  return all ? inside / all : 0;
}

const meet = (one: Area, other: Area) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

/** Points along a line, each with how far it is from the start; beside an upright piece also those right and left of it. */
function along(line: Line): (Middle & { far: number })[] {
  const beside = covered(line.label, [0, 0], LABEL).width / 2 + 3;
  let gone = 0;
  return line.points.slice(1).flatMap((to, place) => {
    const from = line.points[place] as Point;
    const length = Math.abs(to[0] - from[0]) + Math.abs(to[1] - from[1]);
    const start = gone;
    gone += length;
    return Array.from({ length: Math.floor(length / STEP) + 1 }, (_, step) => {
      const part = length ? Math.min(1, (step * STEP) / length) : 0;
      const x = from[0] + (to[0] - from[0]) * part;
      const y = from[1] + (to[1] - from[1]) * part;
      const level = from[0] !== to[0];
      const on = { at: [x, y] as Point, most: level ? LONG : LABEL, far: start + step * STEP };
      if (level) return [on, { ...on, most: LABEL, far: on.far + 20 }];
      return [
        on,
        ...[beside, -beside].map((aside) => ({ ...on, at: [x + aside, y] as Point, far: on.far + 20 })),
      ];
    }).flat();
  });
}

/** The middle of every label, in the lines' order; a line without a label has one that nobody sees. */
export function placed(lines: Line[], boxes: Area[]): Middle[] {
  const taken: Area[] = [];
  return lines.map((line) => {
    const start = { at: line.points[0] as Point, most: LABEL };
    if (!line.label) return start;
    const others = lines.filter((other) => other !== line);
    let best: Middle = start;
    let least = Number.POSITIVE_INFINITY;
    for (const { at, most, far } of along(line)) {
      const area = covered(line.label, at, most);
      const blocked = [...boxes, ...taken].filter((box) => meet(area, box)).length;
      const gone = hidden(area, line.points) > 0.5 ? 2_000 : 0;
      const cost = far + gone + 4_000 * crossings(area, others) + 20_000 * blocked;
      if (cost < least) [best, least] = [{ at, most }, cost];
    }
    taken.push(covered(line.label, best.at, best.most));
    return best;
  });
}
