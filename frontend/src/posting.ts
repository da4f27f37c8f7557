/** The other door: a command sent by POST, where no socket comes through or a frame could not be read. */

import type { Doors } from "./doors";
import type { Answer } from "./hearing";
import type { Page } from "./page";

/** The answer to a command, or null where there was none: then it is asked again later, with the same id. */
export async function post(frame: object, page: Page, doors: Doors): Promise<Answer | null> {
  if (page.commands === null) return null;
  try {
    const response = await doors.fetch(page.commands, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": page.csrf },
      body: JSON.stringify(frame),
    });
    const answer = (await response.json()) as { done?: string; made?: number | null; why?: string };
    if (response.ok) return { done: true, made: answer.made ?? null };
    if (response.status === 409 || response.status === 400) return { done: false, why: answer.why ?? "" };
    return null;
  } catch {
    return null;
  }
}
