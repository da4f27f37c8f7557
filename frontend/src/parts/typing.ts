/** Where a letter is a letter, and no key for something else. */

const OWN = "input, textarea, select, [contenteditable], dialog, [role=menu], [role=menuitem]";

export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(OWN) !== null;
