/** Threads as the server walks them: from a line to what it rests on, past no word that somebody had left out (O6). */

import type { Aim, Element, Experience, Flipchart, Moment, Note, Thing, Value } from "./flipchart.svelte";
import { kindOf } from "./parts/naming";

/** What a line of the outline has beside its words. */
export type Line = Aim | Value | Element;

/** What a thing came out of: of an element what it answers, since an aim that it serves is where it leads. */
export function sourcesOf(thing: Thing): number[] {
  const kind = kindOf(thing);
  if (kind === "aim") {
    const { rests_on: own = [], reviews = [] } = thing as Aim;
    return [...new Set([...own, ...reviews.flatMap((review) => review.rests_on ?? [])])];
  }
  if (kind === "value") return (thing as Value).heard_in ?? [];
  if (kind === "element") return (thing as Element).answers ?? [];
  if (kind === "group" && "notes" in thing) return thing.notes ?? [];
  return kind === "note" ? ((thing as Note).about ?? []) : [];
}

/** Whether it is a line of the outline: an aim, a value, an element, an open question, or what is parked. */
export function isLine(thing: Thing): boolean {
  const asked = "kind" in thing && thing.kind === "open_question";
  return ["aim", "value", "element"].includes(kindOf(thing)) || asked || Boolean(thing.parked);
}

/** What a line rests on by itself: not past another line, and without what was left out of it. */
export function near(chart: Flipchart, line: Thing): Thing[] {
  return walk(chart, line, false);
}

/** Everything that a line rests on, nearest first, each once. */
export function walkBack(chart: Flipchart, line: Thing): Thing[] {
  return walk(chart, line, true);
}

function walk(chart: Flipchart, start: Thing, pastLines: boolean): Thing[] {
  const never = start.left_out ?? [];
  const found = new Map<number, Thing>();
  const reached = new Set<string>();
  let waiting = sourcesOf(start).map((id) => ({ id, line: start }));
  while (waiting.length) {
    const far: typeof waiting = [];
    for (const { id, line } of waiting) {
      const key = `${id}/${line.id}`;
      const thing = chart.find(id);
      const isLeftOut = never.includes(id) || (line.left_out ?? []).includes(id);
      if (!thing || reached.has(key) || id === start.id || isLeftOut) continue;
      reached.add(key);
      found.set(id, thing);
      const beneath = isLine(thing) ? thing : line;
      if (pastLines || beneath === line)
        far.push(...sourcesOf(thing).map((one) => ({ id: one, line: beneath })));
    }
    waiting = far;
  }
  return [...found.values()];
}

/** The story of a moment, or the story itself, where everybody can read both. */
function storyOf(chart: Flipchart, thing: Thing): Experience | undefined {
  const kind = kindOf(thing);
  if (thing.state || !["moment", "experience"].includes(kind)) return undefined;
  const story =
    kind === "moment" ? chart.experiences.get((thing as Moment).experience) : (thing as Experience);
  const told = ((thing as Moment | Experience).visibility ?? "shared") === "shared";
  return story && !story.state && told && (story.visibility ?? "shared") === "shared" ? story : undefined;
}

/** The storytellers in whose stories a value was heard (R6). */
export function tellersOf(chart: Flipchart, value: Value): number[] {
  return [...new Set(near(chart, value).flatMap((thing) => storyOf(chart, thing)?.storytellers ?? []))];
}

/** How many stories and notes a line rests on, counting what everybody can read, and never people (O10). */
export function restingOn(chart: Flipchart, line: Thing): { stories: number; notes: number; alone: boolean } {
  const things = walkBack(chart, line);
  const stories = new Set(
    things.map((thing) => storyOf(chart, thing)).filter((story) => story !== undefined),
  );
  const notes = things.filter((thing) => kindOf(thing) === "note" && !thing.state && !(thing as Note).held);
  const alone = stories.size === 1 && [...stories].every((story) => (story.storytellers ?? []).length === 1);
  return { stories: stories.size, notes: notes.length, alone };
}

/** Whether a line of the outline rests on words of this person's. */
export function restsOnWordsOf(chart: Flipchart, person: number | null): boolean {
  const isTheirs = (thing: Thing) =>
    !thing.state &&
    (thing.mine === true || ("storytellers" in thing && (thing.storytellers ?? []).includes(person ?? -1)));
  const lines: Thing[] = [
    ...chart.aims.values(),
    ...chart.values.values(),
    ...chart.elements.values(),
    ...chart.notes.values(),
  ];
  return lines.some((line) => !line.state && isLine(line) && near(chart, line).some(isTheirs));
}
