/**
 * The ideal process laid out: a band for each lane, stages across, right-angled flows in channels between the boxes.
 *
 * Boxes stand in cells of columns and rows. A flow runs straight where nothing is in between; otherwise it turns only
 * in the gaps between columns and between rows, each on a track of its own, so that no flow crosses a box.
 */

import { LABEL, type Middle, placed } from "./labels";
import { type Part, rowsOf, runsOf, type Way, waysOf } from "./ways";

export interface Box {
  id: number;
  number: number;
  column: number;
  row: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A way with its corners, and where its label stands. */
export interface Flow extends Way, Middle {
  points: [number, number][];
}

export interface Drawn {
  width: number;
  height: number;
  lanes: { name: string; top: number; height: number }[];
  stages: { name: string; left: number; width: number }[];
  boxes: Box[];
  flows: Flow[];
}

export const WIDE = 164;
export const HIGH = 96;
export const SLANT = 34;
const TRACK = 12;
const ACROSS = 48;
const DOWN = 40;
const UNDER = 14;

type Cell = { part: Part; number: number; column: number; row: number };

/** A cell for every element, in order; one joins the column of the one before it where it stands right above or below it. */
function cellsOf(parts: Part[], rows: string[], ways: Way[]): { cells: Map<number, Cell>; spans: Span[] } {
  const cells = new Map<number, Cell>();
  const spans: Span[] = [];
  let column = -1;
  let number = 0;
  for (const run of runsOf(parts)) {
    const from = column + 1;
    run.parts.forEach((part, at) => {
      const row = rows.indexOf(part.lane ?? "");
      const shared = at > 0 && sharesColumn(part, row, column, cells, ways);
      if (!shared) column++;
      cells.set(part.id, { part, number: ++number, column, row });
    });
    spans.push({ name: run.name, from, to: column });
  }
  return { cells, spans };
}

type Span = { name: string; from: number; to: number };

function sharesColumn(
  part: Part,
  row: number,
  column: number,
  cells: Map<number, Cell>,
  ways: Way[],
): boolean {
  const there = [...cells.values()].filter((cell) => cell.column === column);
  const near = there.filter((cell) => Math.abs(cell.row - row) === 1);
  const tied = near.some((cell) => ways.some((way) => way.from === cell.part.id && way.to === part.id));
  return tied && there.every((cell) => cell.row !== row);
}

type Turn = { across: boolean; channel: number; from: number; to: number; track: number };
type Kind = "right" | "down" | "over" | "turned";
type Route = { way: Way; a: Cell; b: Cell; kind: Kind; turns: Turn[] };

function routesOf(ways: Way[], cells: Map<number, Cell>): Route[] {
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
function spread(turns: Turn[]): Map<number, number> {
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

export function draw(parts: Part[], lanes: string[]): Drawn {
  const rows = rowsOf(parts, lanes);
  const ways = waysOf(parts);
  const { cells, spans } = cellsOf(parts, rows, ways);
  const routes = routesOf(ways, cells);
  const turns = routes.flatMap((route) => route.turns);
  const downs = spread(turns.filter((one) => !one.across));
  const acrosses = spread(turns.filter((one) => one.across));
  const columns = 1 + Math.max(-1, ...[...cells.values()].map((cell) => cell.column));

  const labelled = new Set(
    routes.filter((route) => route.way.label && route.kind !== "down").map((route) => route.a.column + 1),
  );
  const lefts: number[] = [];
  const gaps: number[] = [];
  let x = 0;
  for (let column = 0; column <= columns; column++) {
    gaps.push(x);
    const tracks = (downs.get(column) ?? 0) * TRACK;
    const edge = column === 0 || column === columns;
    x += Math.max(
      edge ? (tracks ? tracks + 24 : 2) : ACROSS + Math.max(0, tracks - TRACK),
      labelled.has(column) ? LABEL + 24 + tracks : 0,
    );
    lefts.push(x);
    if (column < columns) x += WIDE;
  }
  const tops: number[] = [];
  const bands: number[] = [];
  let y = 0;
  for (let row = 0; row <= rows.length; row++) {
    bands.push(y);
    const tracks = (acrosses.get(row) ?? 0) * TRACK;
    y += row === rows.length ? tracks + UNDER : Math.max(DOWN, tracks + 28);
    tops.push(y);
    if (row < rows.length) y += HIGH + UNDER;
  }
  const places: Places = { lefts, tops, gaps, bands };
  const boxes = [...cells.values()].map((cell) => ({
    id: cell.part.id,
    number: cell.number,
    column: cell.column,
    row: cell.row,
    x: lefts[cell.column] as number,
    y: tops[cell.row] as number,
    width: WIDE,
    height: HIGH,
  }));
  const lines = routes.map((route) => ({ ...route.way, points: pointsOf(route, places) }));
  const middles = placed(lines, boxes);
  return {
    width: x,
    height: y,
    lanes: rows.map((name, row) => ({
      name,
      top: bands[row] as number,
      height: (bands[row + 1] as number) - (bands[row] as number),
    })),
    stages: spans.map((span) => ({
      name: span.name,
      left: lefts[span.from] as number,
      width: (lefts[span.to] as number) + WIDE - (lefts[span.from] as number),
    })),
    boxes,
    flows: lines.map((line, at) => ({ ...line, ...(middles[at] as Middle) })),
  };
}

interface Places {
  lefts: number[];
  tops: number[];
  gaps: number[];
  bands: number[];
}

function pointsOf(route: Route, { lefts, tops, gaps, bands }: Places): [number, number][] {
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
