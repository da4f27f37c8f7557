/** What a thing is called, and the words in it, whatever kind it is. */

import type { Flipchart, Thing } from "../../room/flipchart.svelte";
import {
  type Command,
  type Kind,
  LOOKS,
  NAMELESS,
  type NoteKind,
  REFLECTIONS,
  SOURCES,
} from "../../wire";
import { paperOf } from "./papers";

export function wordsOf(thing: Thing | undefined): string {
  if (!thing) return "";
  if (thing.is === "experience" || thing.is === "group") return thing.title ?? "";
  return (thing.is === "value" ? thing.name : thing.text) ?? "";
}

/** The words that are on their way in a command, to show and to copy. */
export function wordsIn(command: Command): string {
  const held = command as unknown as Record<string, unknown>;
  for (const field of ["text", "title", "name", "sentence", "line", "reason"]) {
    if (typeof held[field] === "string" && held[field] !== "") return held[field] as string;
  }
  return "";
}

/** A name, or what stands in its place. */
export function whose(
  chart: Flipchart,
  thing: { by?: number | null; unnamed?: boolean; unknown?: boolean },
): string {
  if (thing.unnamed) return NAMELESS.unnamed;
  return thing.unknown ? NAMELESS.unknown : chart.name(thing.by);
}

/** What a thing came out of. */
export function sourcesOf(thing: Thing): number[] {
  const field = (SOURCES as Partial<Record<Kind, string>>)[thing.is];
  return (field && (thing as unknown as Record<string, number[]>)[field]) || [];
}

/** "Bramble didn’t like", "Moment 2, The website that took a winter". */
export function describe(chart: Flipchart, thing: Thing): string {
  if (thing.is === "note") {
    const { word } = paperOf(thing.kind);
    return [thing.number ? `${word} ${thing.number}` : word, whose(chart, thing)]
      .filter(Boolean)
      .join(", ");
  }
  const name = LOOKS[thing.is].name;
  if (thing.is !== "moment") return name;
  const story = chart.experiences.get(thing.experience)?.title;
  return `${name} ${momentNumber(chart, thing.id)}${story ? `, ${story}` : ""}`;
}

/** What it is: of a note which kind of note. */
export const kindOf = (thing: Thing): Kind => (thing.is === "note" ? thing.kind : thing.is);

/** Whether it says something of a moment, a story or another reflection. */
export const isReflection = (thing: Thing): boolean =>
  thing.is === "note" && (REFLECTIONS as readonly NoteKind[]).includes(thing.kind);

/** The moments that a thing is, or is about. */
export function momentsIn(chart: Flipchart, thing: Thing): number[] {
  if (thing.is === "moment") return [thing.id];
  return thing.is === "note" ? (thing.about ?? []).filter((id) => chart.moments.has(id)) : [];
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
