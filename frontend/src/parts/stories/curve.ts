/**
 * The feeling curve: where each moment stands, and the line through them. What was not said lies
 * between its neighbours.
 */

export interface Felt {
  feeling?: number | null;
  inferred?: boolean;
}

export type Told = "said" | "inferred" | "unsaid";

export interface Point {
  x: number;
  y: number;
  told: Told;
}

/**
 * Heights from 0 (very good) to 1 (very hard); an unsaid feeling lies on the way between those that
 * were told.
 */
export function heights(moments: Felt[]): number[] {
  const told = moments.map((moment) => (moment.feeling == null ? null : (2 - moment.feeling) / 4));
  return told.map((height, at) => {
    if (height !== null) return height;
    let before = at;
    let after = at;
    while (before >= 0 && told[before] === null) before--;
    while (after < told.length && told[after] === null) after++;
    const one = told[before] ?? null;
    const other = told[after] ?? null;
    if (one === null || other === null) return one ?? other ?? 0.5;
    return one + ((other - one) * (at - before)) / (after - before);
  });
}

export function points(moments: Felt[], xs: number[], top: number, height: number): Point[] {
  return heights(moments).map((part, at) => ({
    x: xs[at] ?? 0,
    y: top + part * height,
    told: moments[at]?.feeling == null ? "unsaid" : moments[at]?.inferred ? "inferred" : "said",
  }));
}

/**
 * Pieces of the line; a piece that ends in something unsaid is dashed. `lying` draws it top to
 * bottom, for the phone.
 */
export function pieces(line: Point[], lying = false): { path: string; dashed: boolean }[] {
  return line.slice(1).map((to, at) => {
    const from = line[at] as Point;
    const half = lying ? (from.y + to.y) / 2 : (from.x + to.x) / 2;
    const bend = lying ? `${from.x},${half} ${to.x},${half}` : `${half},${from.y} ${half},${to.y}`;
    return {
      path: `M${from.x},${from.y} C${bend} ${to.x},${to.y}`,
      dashed: from.told === "unsaid" || to.told === "unsaid",
    };
  });
}
