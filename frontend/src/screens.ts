/**
 * Parts of the room that are fetched when they are first shown, so that a slow line carries first
 * what everybody needs: each screen, the facilitators' strip, and what opens over them.
 */

import type { Component } from "svelte";
import { fetchLater } from "./parts/later.svelte";
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

/** Once the screen is there and the browser has time: what opens over it, and then all the others. */
export function fetchTheRest(screen: Screen): () => void {
  let stopped = false;
  const rest = async () => {
    if (stopped) return;
    await fetchLater();
    await Promise.allSettled([strip, ...Object.values(screens)].map((load) => load()));
    await fetchLater();
  };
  void screens[screen]()
    .then(() => hasTime(() => void rest()))
    .catch(() => undefined);
  return () => (stopped = true);
}

/** Not every browser says when it has time. */
function hasTime(act: () => void): void {
  if ("requestIdleCallback" in window) window.requestIdleCallback(act, { timeout: 2_000 });
  else setTimeout(act, 500);
}
