/** How the flows of the process run: straight where nothing is in between, otherwise on tracks in the channels. */

import type { Part } from "./ways";

export const WIDE = 164;
export const HIGH = 96;
export const SLANT = 34;
export const TRACK = 12;
export const UNDER = 14;

/** A way that leads to an element. */
export interface Led {
  from: number;
  to: number;
  label: string;
  aside: boolean;
}

export type Cell = { part: Part; number: number; column: number; row: number };

type Turn = { across: boolean; channel: number; from: number; to: number; track: number };
type Kind = "right" | "down" | "over" | "turned";
export type Route = { way: Led; a: Cell; b: Cell; kind: Kind; turns: Turn[] };

export function routesOf(ways: Led[], cells: Map<number, Cell>): Route[] {
  const taken = new Set<string>();
  return ways.map((way) => {
    const a = cells.get(way.from) as Cell;
    const b = cells.get(way.to) as Cell;
    const pair = [Math.min(way.from, way.to), Math.max(way.from, way.to)].join("-");
    const route = { way, a, b };
    if (way.from !== way.to && !taken.has(pair) && isFree(a, b, cells)) {
      taken.add(pair);
      if (a.column === b.column) return { ...route, kind: "down", turns: [] };
      if (a.row === b.row && b.column > a.column) return { ...route, kind: "right", turns: [] };
    }
    if (a.row === b.row)
      return { ...route, kind: "over", turns: [turn(true, a.row, a.column + 0.6, b.column + 0.4)] };
    const out = a.column + 1;
    if (b.column === out)
      return { ...route, kind: "turned", turns: [turn(false, out, a.row + 0.5, b.row + 0.5)] };
    const between = b.row > a.row ? b.row : b.row + 1;
    return {
      ...route,
      kind: "turned",
      turns: [
        turn(false, out, a.row + 0.5, between),
        turn(true, between, out, b.column),
        turn(false, b.column, between, b.row + 0.5),
      ],
    };
  });
}

const turn = (across: boolean, channel: number, from: number, to: number): Turn => ({
  across,
  channel,
  from,
  to,
  track: 0,
});

/** Whether two cells see each other along a row or a column. */
function isFree(a: Cell, b: Cell, cells: Map<number, Cell>): boolean {
  const inside = (one: number, from: number, to: number) =>
    one > Math.min(from, to) && one < Math.max(from, to);
  const others = [...cells.values()].filter((cell) => cell !== a && cell !== b);
  if (a.row === b.row)
    return !others.some((cell) => cell.row === a.row && inside(cell.column, a.column, b.column));
  return (
    a.column === b.column &&
    !others.some((cell) => cell.column === a.column && inside(cell.row, a.row, b.row))
  );
}

/** Gives every turn a track in its channel, so that no two lie on each other; returns how many each channel needs. */
export function spread(turns: Turn[]): Map<number, number> {
  const needed = new Map<number, number>();
  const ends = new Map<number, number[]>();
  for (const one of [...turns].sort(
    (left, right) => Math.min(left.from, left.to) - Math.min(right.from, right.to),
  )) {
    const tracks = ends.get(one.channel) ?? [];
    ends.set(one.channel, tracks);
    let track = tracks.findIndex((end) => end < Math.min(one.from, one.to));
    if (track < 0) track = tracks.length;
    tracks[track] = Math.max(one.from, one.to);
    one.track = track;
    needed.set(one.channel, tracks.length);
  }
  return needed;
}

export interface Places {
  lefts: number[];
  tops: number[];
  gaps: number[];
  bands: number[];
}

export function pointsOf(route: Route, { lefts, tops, gaps, bands }: Places): [number, number][] {
  const { a, b, kind, turns } = route;
  const left = (cell: Cell) => lefts[cell.column] as number;
  const top = (cell: Cell) => tops[cell.row] as number;
  const alongDown = (one: Turn) => (gaps[one.channel] as number) + 14 + one.track * TRACK;
  const alongAcross = (one: Turn) => (bands[one.channel] as number) + UNDER + one.track * TRACK;
  // A slanted side is met further in, the further from its middle.
  const slant = (cell: Cell, away: number) =>
    cell.part.kind === "decision" ? (SLANT * Math.abs(away)) / (HIGH / 2) : 0;
  let points: [number, number][];
  if (kind === "right") {
    const y = top(a) + HIGH / 2;
    points = [
      [left(a) + WIDE, y],
      [left(b), y],
    ];
  } else if (kind === "down") {
    const x = left(a) + WIDE / 2;
    const below = b.row > a.row;
    points = [
      [x, top(a) + (below ? HIGH : 0)],
      [x, top(b) + (below ? 0 : HIGH)],
    ];
  } else if (kind === "over") {
    const y = alongAcross(turns[0] as Turn);
    const from = left(a) + WIDE * 0.62;
    const to = left(b) + WIDE * 0.38;
    points = [
      [from, top(a)],
      [from, y],
      [to, y],
      [to, top(b)],
    ];
  } else {
    const down = b.row > a.row ? 1 : -1;
    const out = top(a) + HIGH / 2 + 22 * down;
    const into = top(b) + HIGH / 2 - 10 * down;
    const first = alongDown(turns[0] as Turn);
    points = [
      [left(a) + WIDE - slant(a, 22), out],
      [first, out],
    ];
    if (turns.length === 1) points.push([first, into]);
    else {
      const y = alongAcross(turns[1] as Turn);
      const last = alongDown(turns[2] as Turn);
      points.push([first, y], [last, y], [last, into]);
    }
    points.push([left(b) + slant(b, 10), into]);
  }
  return points;
}
