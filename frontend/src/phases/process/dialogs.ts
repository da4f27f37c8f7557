/** What opens over the process, what stands beside it, and what else than its first look it has. */

export { default as ElementDialog } from "./ElementDialog.svelte";
export { default as ElementLanes } from "./ElementLanes.svelte";
export { default as ElementLine } from "./ElementLine.svelte";
export { default as ElementPanel } from "./ElementPanel.svelte";
export { default as OpenQuestions } from "./OpenQuestions.svelte";
export { default as UnansweredReflections } from "./UnansweredReflections.svelte";
