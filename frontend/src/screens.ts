/**
 * Parts of the room that are fetched when they are first shown, so that a slow line carries first
 * what everybody needs: each screen, and the facilitators' strip.
 */

import type { Component } from "svelte";
import type { Screen } from "./room/page";

/** What fills the room: before it begins, the six phases, and the end. */
export const screens = {
  waiting: () => import("./shell/Waiting.svelte"),
  gather: () => import("./phases/gather/Gather.svelte"),
  aims: () => import("./phases/aims/Aims.svelte"),
  experience: () => import("./phases/experience/Experience.svelte"),
  reflect: () => import("./phases/reflect/Reflect.svelte"),
  process: () => import("./phases/process/Process.svelte"),
  return: () => import("./phases/return_to_aims/ReturnToAims.svelte"),
  ending: () => import("./shell/Ending.svelte"),
} satisfies Record<Screen, () => Promise<{ default: Component }>>;

export const strip = () => import("./shell/Strip.svelte");

/**
 * A browser keeps a module that failed as failed: whoever shows it says so, and loads the page
 * anew.
 */
const ahead = (load: () => Promise<unknown>): void => void load().catch(() => undefined);

export function fetchAhead(screen: Screen): void {
  ahead(screens[screen]);
}

export function fetchTheRest(): void {
  for (const load of [strip, ...Object.values(screens)]) ahead(load);
}
