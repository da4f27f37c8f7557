/** What goes to the server: tickets, sockets, and commands by POST where none comes through. */

import type { Doors } from "./doors";
import type { Answer } from "./frames";
import type { Page } from "./page";
import type { Asked } from "./unanswered";

/**
 * The answer to a command, or null where there was none: then it is asked again later, with the
 * same id.
 */
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
  const response = await doors.fetch(page.ticket, {
    method: "POST",
    headers: { "X-CSRFToken": page.csrf },
  });
  if ([401, 403, 404, 410].includes(response.status)) return null;
  if (!response.ok) throw new Error(String(response.status));
  return ((await response.json()) as { ticket: string }).ticket;
}

/** Everything that waits, sent by POST one after another, oldest first, until one has no answer. */
export class ByPost {
  #oldest: () => Asked | undefined;
  #post: (asked: Asked) => Promise<boolean>;
  #isSending = false;

  constructor(oldest: () => Asked | undefined, post: (asked: Asked) => Promise<boolean>) {
    this.#oldest = oldest;
    this.#post = post;
  }

  async all(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    let oldest = this.#oldest();
    while (oldest && (await this.#post(oldest))) oldest = this.#oldest();
    this.#isSending = false;
  }
}

/** A socket for a ticket; it asks for what came after the number that this page has. */
export function openSocket(
  page: Page,
  doors: Doors,
  ticket: string,
  from: number | null,
): WebSocket {
  const query = `?ticket=${encodeURIComponent(ticket)}${from === null ? "" : `&from=${from}`}`;
  return new doors.WebSocket(doors.origin.replace(/^http/, "ws") + page.socket + query);
}
