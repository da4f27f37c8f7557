/** How the elements of a process follow each other, and the lanes and stages in which they stand: the same for every view. */

export interface Part {
  id: number;
  kind: string;
  lane?: string | null;
  stage?: string | null;
  branches?: { label?: string | null; to?: number | null }[];
}

export interface Way {
  from: number;
  to: number;
  label: string;
  /** From an exception or a control: drawn dashed. */
  aside: boolean;
}

/** Named ways where there are some; otherwise on to the next element, exceptions and controls left aside. */
export function waysOf(parts: Part[]): Way[] {
  const known = new Set(parts.map((part) => part.id));
  const aside = (part: Part) => part.kind === "exception" || part.kind === "control";
  const order = parts.filter((part) => !aside(part));
  return parts.flatMap((part) => {
    if (part.branches?.length) {
      return part.branches.flatMap((branch) =>
        branch.to != null && known.has(branch.to)
          ? [{ from: part.id, to: branch.to, label: branch.label ?? "", aside: aside(part) }]
          : [],
      );
    }
    const next = order[order.indexOf(part) + 1];
    const ends = part.kind === "end" || aside(part);
    return next && !ends ? [{ from: part.id, to: next.id, label: "", aside: false }] : [];
  });
}

export interface Run {
  name: string;
  parts: Part[];
}

/** Stages as runs of neighbouring elements: a stage that comes back is drawn twice, because the order says so. */
export function runsOf(parts: Part[]): Run[] {
  const runs: Run[] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (last && last.name === (part.stage ?? "")) last.parts.push(part);
    else runs.push({ name: part.stage ?? "", parts: [part] });
  }
  return runs;
}

/** The lanes in use, in the group's order, with "" last where an element names none. */
export function rowsOf(parts: Part[], lanes: string[]): string[] {
  const used = new Set(parts.map((part) => part.lane ?? ""));
  const known = lanes.filter((lane) => used.has(lane));
  return [
    ...known,
    ...[...used].filter((lane) => lane !== "" && !known.includes(lane)),
    ...(used.has("") ? [""] : []),
  ];
}
