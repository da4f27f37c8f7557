/** The dialogs that more than one screen opens, and what things seldom have. */

export { default as AimDialog } from "./lines/AimDialog.svelte";
export { default as Care } from "./lines/Care.svelte";
export { default as HadToo } from "./stories/HadToo.svelte";
export { default as Beneath } from "./things/Beneath.svelte";
export { default as ThingDialog } from "./things/ThingDialog.svelte";
