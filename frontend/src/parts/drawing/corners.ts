/** Right-angled lines with small rounded corners. */

/** The points as an SVG path with small rounded corners. */
export function pathOf(points: [number, number][], round = 6): string {
  return points
    .map(([x, y], at) => {
      if (at === 0) return `M${x} ${y}`;
      const before = points[at - 1] as [number, number];
      const after = points[at + 1];
      if (!after) return `L${x} ${y}`;
      const reach = (to: [number, number]): [number, number] => {
        const far = Math.abs(to[0] - x) + Math.abs(to[1] - y);
        const part = far === 0 ? 0 : Math.min(round, far / 2) / far;
        return [x + (to[0] - x) * part, y + (to[1] - y) * part];
      };
      const from = reach(before);
      const to = reach(after);
      return `L${from[0]} ${from[1]} Q${x} ${y} ${to[0]} ${to[1]}`;
    })
    .join(" ");
}
