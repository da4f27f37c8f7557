/**
 * Whether the window is large enough for a desk: a screen that fills it and scrolls inside. Smaller
 * ones, and those that are enlarged, get a page that scrolls as a whole.
 */

import { MediaQuery } from "svelte/reactivity";

export const desk = new MediaQuery("(min-width: 960px) and (min-height: 560px)");
