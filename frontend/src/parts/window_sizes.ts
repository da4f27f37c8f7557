/**
 * How large the window is. A large one gets screens that fill it and scroll inside; smaller ones,
 * and those that are enlarged, a page that scrolls as a whole.
 */

import { MediaQuery } from "svelte/reactivity";

export const wholeWindow = new MediaQuery("(min-width: 960px) and (min-height: 560px)");

/** Where words make room for their sign, and are for who listens only (`.spoken`). */
export const laptop = new MediaQuery("(max-width: 1500px)");
export const small = new MediaQuery("(max-width: 1180px)");
export const tablet = new MediaQuery("(max-width: 900px)");
export const phone = new MediaQuery("(max-width: 640px)");
