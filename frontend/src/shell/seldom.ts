/** What stands in the frame round the phases only now and then. */

export { default as Break } from "./Break.svelte";
export { default as Copies } from "./Copies.svelte";
export { default as Elsewhere } from "./Elsewhere.svelte";
export { default as Leading } from "./Leading.svelte";
export { default as MyDialogs } from "./MyDialogs.svelte";
export { default as OwnLines } from "./OwnLines.svelte";
export { default as Rehearsal } from "./Rehearsal.svelte";
export { default as Round } from "./Round.svelte";
export { default as Spotlight } from "./Spotlight.svelte";
export { default as Undoing } from "./Undoing.svelte";
