/** Requests: a command sent by POST, where no socket comes through or a frame could not be read, and tickets. */

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
    if ([400, 409, 413].includes(response.status)) return { done: false, why: answer.why ?? "" };
    return null;
  } catch {
    return null;
  }
}

/** A ticket that opens the socket once; null when this device may not be here any more. */
export async function ticketFor(page: Page, doors: Doors): Promise<string | null> {
  const response = await doors.fetch(page.ticket, { method: "POST", headers: { "X-CSRFToken": page.csrf } });
  if ([401, 403, 404, 410].includes(response.status)) return null;
  if (!response.ok) throw new Error(String(response.status));
  return ((await response.json()) as { ticket: string }).ticket;
}
