/**
 * What the server laid out of the process, as shapes at a scale: here nothing is placed, only
 * drawn.
 */

import {
  type BelowView,
  BOX,
  type BoxView,
  type DrawingView,
  type ElementKind,
  WAY_WORDS,
} from "../../wire";
import { loosely, type Part } from "./ways";

/** How much larger than its units the drawing is, across and down. */
export type Scale = readonly [across: number, down: number];

/** At this scale a letter beside a way is 16 px high. */
export const READING = 1.15;
/** Below this scale a box shows its number and first words, as large as they have to be. */
export const OVERVIEW = 0.8;
/** No smaller: a box's number would not fit it. */
export const SMALLEST = 0.3;
/** The whole may be drawn narrower: a box's number fits it still, and the beginning of its words. */
export const NARROWEST = 0.24;
export const LARGEST = 2;
/** So much further a drawing may be stretched one way than the other. */
const STRETCHED = 1.6;
/** At a glance words are of one size, and a taller box has more lines of them. */
const TALLER = 2.2;
/** From one size to the next. */
export const NEXT = 1.25;

export const clamped = (scale: number): number =>
  Math.min(LARGEST, Math.max(SMALLEST, Math.round(scale * 100) / 100));

/**
 * The scale at which the whole stands in so much room, names beside and above it not counted: boxes
 * may be stretched.
 */
export function fitting(drawing: DrawingView, wide: number, tall: number): Scale {
  const across = wide / (drawing.width || 1);
  const down = tall / (drawing.height || 1);
  const floor = (scale: number, stretched: number, least: number) =>
    Math.max(least, Math.floor(Math.min(READING, scale, stretched) * 1000 + 0.001) / 1000);
  const taller = Math.max(STRETCHED * across, Math.min(TALLER * across, OVERVIEW - 0.01));
  return [floor(across, STRETCHED * down, NARROWEST), floor(down, taller, SMALLEST)];
}

/** The drawing with every place as large as it is shown. */
export function scaled(drawing: DrawingView, [across, down]: Scale): DrawingView {
  const x = (at = 0) => Math.round(at * across);
  const y = (at = 0) => Math.round(at * down);
  return {
    width: x(drawing.width),
    height: y(drawing.height),
    lanes: drawing.lanes?.map((lane) => ({ ...lane, at: y(lane.at), size: y(lane.size) })),
    stages: drawing.stages?.map((stage) => ({ ...stage, at: x(stage.at), size: x(stage.size) })),
    boxes: drawing.boxes?.map((box) => ({ ...box, x: x(box.x), y: y(box.y) })),
    ways: drawing.ways?.map(({ label, ...way }) => ({
      ...way,
      points: way.points.map((one, at) => (at % 2 ? y(one) : x(one))),
      label: label && { ...label, x: x(label.x), y: y(label.y), width: x(label.width) },
    })),
    below: drawing.below?.map(({ stem, ...below }) => ({
      ...below,
      x: x(below.x),
      y: y(below.y),
      stem: stem && [x(stem[0]), y(stem[1])],
    })),
    bars: drawing.bars?.map((bar) => ({
      of: bar.of,
      x: x(bar.x),
      top: y(bar.top),
      bottom: y(bar.bottom),
      start: x(bar.start),
      y: y(bar.y),
    })),
  };
}

/** The corners of a way in pairs. */
export function corners(points: number[]): [number, number][] {
  return points.flatMap((x, at) =>
    at % 2 ? [] : [[x, points[at + 1] as number] as [number, number]],
  );
}

/** The outline of a box by its kind at a scale, drawn so far inside it. */
export function outline(
  { x, y }: BoxView,
  kind: ElementKind,
  [across, down]: Scale,
  inside = 0,
): string {
  const [left, top] = [x + inside, y + inside];
  const [right, bottom] = [x + BOX.width * across - inside, y + BOX.height * down - inside];
  const middle = (top + bottom) / 2;
  const slant = BOX.slant * across;
  if (kind === "decision")
    return [
      `M${left} ${middle} L${left + slant} ${top} H${right - slant} L${right} ${middle}`,
      `L${right - slant} ${bottom} H${left + slant} Z`,
    ].join(" ");
  if (kind === "document") {
    const fold = FOLD * Math.min(across, down);
    return [
      `M${left} ${top} H${right - fold} L${right} ${top + fold} V${bottom} H${left} Z`,
      `M${right - fold} ${top} v${fold} h${fold}`,
    ].join(" ");
  }
  const most = Math.min(right - left, bottom - top) / 2;
  const round = Math.min(
    most,
    kind === "wait" ? 30 * Math.min(across, down) : kind === "end" ? most : 6,
  );
  const arc = (toX: number, toY: number) => `A${round} ${round} 0 0 1 ${toX} ${toY}`;
  return [
    `M${left + round} ${top} H${right - round} ${arc(right, top + round)} V${bottom - round}`,
    `${arc(right - round, bottom)} H${left + round} ${arc(left, bottom - round)}`,
    `V${top + round} ${arc(left + round, top)} Z`,
  ].join(" ");
}

/** The corner of a document that is folded. */
const FOLD = 18;

/** What is said beneath a box: of one way that leads to no element, or of all its ways together. */
export function beneath(below: BelowView, part: Part): string {
  const way = below.way == null ? undefined : part.branches?.[below.way];
  return way ? loosely(way) : part.fork_said || WAY_WORDS.next;
}

export interface Piece {
  /** The place of the stage among the stages, from 0 on. */
  stage: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/**
 * Columns in their order, in as few runs as are no wider than that, and so that these hold about
 * as much as each other; what is left over goes to the first ones.
 */
function runsOf(columns: [x: number, holds: number][], widest: number): number[][] {
  const best = [{ runs: [] as number[][], uneven: 0 }];
  for (const [end, [x]] of columns.entries()) {
    const ways = best.slice(0, end + 1).flatMap((before, start) => {
      const run = columns.slice(start, end + 1);
      if (run.length > 1 && x + BOX.width - (run[0]?.[0] ?? 0) > widest) return [];
      const held = run.reduce((sum, [, holds]) => sum + holds, 0);
      const runs = [...before.runs, run.map(([at]) => at)];
      return [{ runs, uneven: before.uneven + held * held }];
    });
    const [least] = ways
      .toReversed()
      .toSorted((one, other) => one.runs.length - other.runs.length || one.uneven - other.uneven);
    if (least) best.push(least);
  }
  return best.at(-1)?.runs ?? [];
}

/**
 * The drawing piece by piece for who reads from afar: each a stage, or a part of a long one.
 */
export function piecesOf(drawing: DrawingView, widest: number): Piece[] {
  const found: Piece[] = [];
  for (const [stage, { at = 0, size = 0 }] of (drawing.stages ?? []).entries()) {
    const inside = (drawing.boxes ?? []).filter(({ x }) => x >= at && x < at + size);
    const columns = new Map<number, number>();
    for (const { x } of inside) columns.set(x, (columns.get(x) ?? 0) + 1);
    const ordered = [...columns].sort(([one], [other]) => one - other);
    for (const cut of runsOf(ordered, widest)) {
      const held = inside.filter(({ x }) => cut.includes(x)).map(({ y }) => y);
      const lanes = (drawing.lanes ?? []).filter(({ at: top = 0, size: high = 0 }) =>
        held.some((y) => y >= top && y < top + high),
      );
      const last = lanes.at(-1);
      found.push({
        stage,
        left: cut[0] as number,
        right: (cut.at(-1) as number) + BOX.width,
        top: lanes[0]?.at ?? 0,
        bottom: (last?.at ?? 0) + (last?.size ?? 0),
      });
    }
  }
  return found;
}
