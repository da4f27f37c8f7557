/** The drawing at a glance: how high a line of its words is, and how wide a letter (px). */

export const GLANCE = 13;
export const GLANCE_LETTER = 6;
