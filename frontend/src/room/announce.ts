/**
 * One polite live region for the whole page, so that a screen reader hears what changed once and in
 * turn.
 */

let region: HTMLElement | null = null;
let waiting: string[] = [];

/** The element that speaks; the page makes it once. */
export function speakThrough(element: HTMLElement): { destroy(): void } {
  region = element;
  return { destroy: () => (region = null) };
}

export function announce(sentence: string): void {
  if (waiting.length === 0) {
    // A moment later, so that several sentences of one change are read together.
    setTimeout(() => {
      if (region) region.textContent = waiting.join(" ");
      waiting = [];
    }, 150);
  }
  if (!waiting.includes(sentence)) waiting.push(sentence);
}
