/** What comes near the window, by scrolling or by being sought. */

/** Pixels around what is in sight. */
const AROUND = "600px";

const waiting = new WeakMap<Element, () => void>();
let watching: IntersectionObserver | undefined;

/** Say once that it is near; the function given back stops looking. */
export function comesNear(node: Element, then: () => void): () => void {
  const margins = { rootMargin: AROUND, scrollMargin: AROUND };
  watching ??= new IntersectionObserver((seen, its) => {
    for (const { isIntersecting, target } of seen) {
      if (!isIntersecting) continue;
      its.unobserve(target);
      waiting.get(target)?.();
    }
  }, margins);
  const its = watching;
  waiting.set(node, then);
  its.observe(node);
  return () => its.unobserve(node);
}
