/** What opens over the board. */

export { default as GroupDialog } from "./GroupDialog.svelte";
export { default as Similar } from "./Similar.svelte";
