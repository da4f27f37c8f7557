/**
 * The ideal process laid out: a band for each lane, stages across, right-angled flows in channels between the boxes.
 *
 * Boxes stand in cells of columns and rows. A flow runs straight where nothing is in between; otherwise it turns only
 * in the gaps between columns and between rows, each on a track of its own, so that no flow crosses a box.
 */

import { LABEL, type Middle, placed } from "./labels";
import {
  type Cell,
  HIGH,
  type Led,
  type Places,
  pointsOf,
  routesOf,
  spread,
  TRACK,
  UNDER,
  WIDE,
} from "./routes";
import { type Part, rowsOf, runsOf } from "./ways";

export interface Box {
  id: number;
  number: number;
  column: number;
  row: number;
  x: number;
  y: number;
  width: number;
  height: number;
  /** What stands below it: ways that lead to no element, which of several are taken, or that nobody said. */
  below: string[];
}

/** The same with its corners, and where its label stands. */
export interface Flow extends Led, Middle {
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

const ACROSS = 48;
const DOWN = 40;
/** How high a line below a box is. */
const BELOW = 18;

/** A cell for every element, in order; one joins the column of the one before it where it stands right above or below it. */
function cellsOf(
  parts: Part[],
  rows: string[],
  ways: Led[],
  below: Below,
): { cells: Map<number, Cell>; spans: Span[] } {
  const cells = new Map<number, Cell>();
  const spans: Span[] = [];
  let column = -1;
  let number = 0;
  for (const run of runsOf(parts)) {
    const from = column + 1;
    run.parts.forEach((part, at) => {
      const row = rows.indexOf(part.lane ?? "");
      const shared = at > 0 && sharesColumn({ part, row }, column, cells, ways, below);
      if (!shared) column++;
      cells.set(part.id, { part, number: ++number, column, row });
    });
    spans.push({ name: run.name, from, to: column });
  }
  return { cells, spans };
}

/** What stands below the boxes, by the id of the element. */
type Below = Map<number, string[]>;

type Span = { name: string; from: number; to: number };

/** Whether it can stand right above or below; not where words would stand between the two. */
function sharesColumn(
  { part, row }: { part: Part; row: number },
  column: number,
  cells: Map<number, Cell>,
  ways: Led[],
  below: Below,
): boolean {
  const there = [...cells.values()].filter((cell) => cell.column === column);
  const near = there.filter((cell) => Math.abs(cell.row - row) === 1);
  const tied = near.some(
    (cell) =>
      !below.get(cell.row < row ? cell.part.id : part.id)?.length &&
      ways.some((way) => way.from === cell.part.id && way.to === part.id),
  );
  return tied && there.every((cell) => cell.row !== row);
}

export function draw(parts: Part[], lanes: string[], below: Below = new Map()): Drawn {
  const rows = rowsOf(parts, lanes);
  const ways = parts.flatMap(({ id: from, branches = [], aside = false }) =>
    branches.flatMap(({ to, label }) => (to == null ? [] : [{ from, to, label: label ?? "", aside }])),
  );
  const { cells, spans } = cellsOf(parts, rows, ways, below);
  const lines = rows.map((_, row) =>
    Math.max(
      0,
      ...[...cells.values()].map((cell) => (cell.row === row ? (below.get(cell.part.id)?.length ?? 0) : 0)),
    ),
  );
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
    if (row < rows.length) y += HIGH + UNDER + (lines[row] as number) * BELOW;
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
    below: below.get(cell.part.id) ?? [],
  }));
  const routed = routes.map((route) => ({ ...route.way, points: pointsOf(route, places) }));
  const middles = placed(
    routed,
    boxes.map((box) => ({ ...box, height: HIGH + box.below.length * BELOW })),
  );
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
    flows: routed.map((line, at) => ({ ...line, ...(middles[at] as Middle) })),
  };
}
