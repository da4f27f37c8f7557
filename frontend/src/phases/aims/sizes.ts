/** How high the words of notes are on the board, in pixels. */

/** The size at which they are read. */
export const READING = 16;
export const SMALLEST = 11;
/** What is tried in turn until the whole is in sight. */
export const SIZES = [18, 17, 16, 15, 14, 13, 12, 11.5, SMALLEST];
/** From so many notes on those outside of the window are not laid out. */
export const MANY = 100;
