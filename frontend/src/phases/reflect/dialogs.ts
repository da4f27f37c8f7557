/** What opens over the reflections. */

export { default as ValueDialog } from "./ValueDialog.svelte";
