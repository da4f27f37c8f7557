/** What opens over a story, and what only some have of it. */

export { default as MomentDialog } from "./MomentDialog.svelte";
export { default as MomentLine } from "./MomentLine.svelte";
export { default as StoryDialog } from "./StoryDialog.svelte";
