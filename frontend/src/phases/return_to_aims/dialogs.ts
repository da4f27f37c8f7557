/** What opens over the aims. */

export { default as ReviewDialog } from "./ReviewDialog.svelte";
