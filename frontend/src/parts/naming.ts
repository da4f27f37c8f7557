/** What a thing is called, and the words in it, whatever kind it is. */

import type { Flipchart, Thing } from "../flipchart.svelte";
import { type Command, LOOKS, SOURCES } from "../wire";
import { paperOf } from "./papers";

export function wordsOf(thing: Thing | undefined): string {
  if (!thing) return "";
  if ("first_text" in thing) return thing.text;
  if ("storytellers" in thing || ("notes" in thing && "title" in thing)) return thing.title ?? "";
  if ("name" in thing) return thing.name;
  return ("text" in thing ? thing.text : "") ?? "";
}

/** The words that are on their way in a command, to show and to copy. */
export function wordsIn(command: Command): string {
  const held = command as unknown as Record<string, unknown>;
  for (const field of ["text", "title", "name", "sentence", "line", "reason"]) {
    if (typeof held[field] === "string" && held[field] !== "") return held[field] as string;
  }
  return "";
}

/** "Heron", "Unnamed", "Somebody in the room". */
export function whose(
  chart: Flipchart,
  thing: { by?: number | null; unnamed?: boolean; unknown?: boolean },
): string {
  if (thing.unnamed) return "Unnamed";
  if (thing.unknown) return "Somebody in the room";
  return chart.name(thing.by);
}

/** Which collection a thing belongs to, told by what only its kind has. */
export function kindOf(
  thing: Thing,
): "note" | "group" | "aim" | "value" | "experience" | "moment" | "element" {
  if ("first_text" in thing) return "aim";
  if ("experience" in thing) return "moment";
  if ("kind" in thing) return "phase" in thing ? "note" : "element";
  if ("name" in thing) return "value";
  if ("moments" in thing || "storytellers" in thing || "finished" in thing) return "experience";
  return "title" in thing ? "group" : "experience";
}

/** What a thing came out of. */
export function sourcesOf(thing: Thing): number[] {
  const kind = kindOf(thing);
  const field = kind in SOURCES ? SOURCES[kind as keyof typeof SOURCES] : undefined;
  return (field && (thing as Partial<Record<typeof field, number[]>>)[field]) || [];
}

/** "Bramble didn’t like", "Moment 2, The website that took a winter". */
export function describe(chart: Flipchart, thing: Thing): string {
  const kind = kindOf(thing);
  if (kind === "note" && "phase" in thing) {
    const name = thing.number ? `${paperOf(thing.kind).word} ${thing.number}` : paperOf(thing.kind).word;
    const author = whose(chart, thing);
    return author ? `${name}, ${author}` : name;
  }
  if (kind === "moment" && "experience" in thing) {
    const story = chart.experiences.get(thing.experience);
    return `${LOOKS.moment.name} ${momentNumber(chart, thing.id)}${story?.title ? `, ${story.title}` : ""}`;
  }
  return LOOKS[kind].name;
}

/** The place of a moment in its story, counted from one. */
export function momentNumber(chart: Flipchart, id: number): number {
  const moment = chart.moments.get(id);
  const story = moment ? chart.experiences.get(moment.experience) : undefined;
  return (story?.moments ?? []).indexOf(id) + 1;
}

/** A code as it is shown and said: two times four letters. */
export function readable(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`.trim().toUpperCase();
}

export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without TLS there is no clipboard: the old way, through a field that is selected.
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    return copied;
  }
}
