/**
 * Dragging with a mouse, a pen, or a finger that stays a moment. A picture of what is dragged
 * follows, and nothing else moves until it is let go.
 *
 * What may be dragged bears `data-drag`, where it may go `data-drop`; over such a place it bears
 * `data-over`.
 */

import type { Attachment } from "svelte/attachments";

export interface Point {
  x: number;
  y: number;
}

export interface Dragging {
  /** Let go over this place. */
  drop(held: HTMLElement, over: HTMLElement): void;
  /** Instead of a picture that follows: what is drawn while it is on its way. */
  follow?: (held: HTMLElement, at: Point) => void;
  /** It may be let go over itself too, once it was elsewhere. */
  itself?: boolean;
  end?: () => void;
}

/** Pixels after which a mouse drags; milliseconds after which a finger does, which scrolls before. */
const FAR = 6;
const LONG = 320;
/** So near to an edge, in pixels, what is beneath scrolls, by so much in each step. */
const EDGE = 40;
const STEP = 12;
const BUTTONS = "button, a, select, input, textarea, [role=menu], dialog";

/** Whether somebody who presses there wants to drag, and what. */
function heldAt(target: EventTarget | null, node: HTMLElement): HTMLElement | null {
  if (!(target instanceof Element)) return null;
  const held = target.closest<HTMLElement>("[data-drag]");
  const inside = target.closest(BUTTONS);
  const pressed = inside && held?.contains(inside) && inside !== held;
  return held && node.contains(held) && !pressed ? held : null;
}

const overAt = ({ x, y }: Point): HTMLElement | null =>
  document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-drop]") ?? null;

function pictureOf(held: HTMLElement): HTMLElement {
  const picture = held.cloneNode(true) as HTMLElement;
  for (const one of [picture, ...picture.querySelectorAll("[id]")]) one.removeAttribute("id");
  picture.removeAttribute("data-drop");
  picture.setAttribute("aria-hidden", "true");
  picture.inert = true;
  picture.classList.add("dragged");
  picture.style.width = `${held.offsetWidth}px`;
  held.parentElement?.append(picture);
  return picture;
}

function scrollAt({ x, y }: Point): void {
  let one: Element | null = document.elementFromPoint(x, y);
  for (; one; one = one.parentElement) {
    const root = one === document.documentElement;
    const scrolls = root || /auto|scroll/.test(getComputedStyle(one).overflowY);
    if (!scrolls || one.scrollHeight <= one.clientHeight) continue;
    const { top, bottom } = root ? { top: 0, bottom: innerHeight } : one.getBoundingClientRect();
    const by = y < top + EDGE ? -STEP : y > bottom - EDGE ? STEP : 0;
    if (by) one.scrollBy(0, by);
    return;
  }
}

export const draggable =
  (how: Dragging): Attachment<HTMLElement> =>
  (node) => {
    let ends: (() => void) | null = null;
    let lifted = false;

    function press(event: PointerEvent) {
      const held = heldAt(event.target, node);
      if (!held || !event.isPrimary || event.button !== 0 || ends) return;
      const from = { x: event.clientX, y: event.clientY };
      const grip = held.getBoundingClientRect();
      const finger = event.pointerType === "touch";
      let at = from;
      let over: HTMLElement | null = null;
      let picture: HTMLElement | null = null;
      let away = false;
      let scrolling: ReturnType<typeof setInterval> | undefined;
      const listening = new AbortController();
      const waiting = finger ? setTimeout(lift, LONG) : undefined;
      const on = <K extends keyof WindowEventMap>(
        kind: K,
        then: (event: WindowEventMap[K]) => void,
      ) => addEventListener(kind, then, { signal: listening.signal });

      function lift() {
        lifted = true;
        getSelection()?.removeAllRanges();
        if (!how.follow) picture = pictureOf(held as HTMLElement);
        held?.setAttribute("data-lifted", "");
        scrolling = setInterval(() => {
          scrollAt(at);
          look();
        }, 40);
        look();
      }
      function look() {
        const under = overAt(at);
        if (under !== held) away = true;
        const now = under === held && !(how.itself && away) ? null : under;
        if (now !== over) {
          over?.removeAttribute("data-over");
          now?.setAttribute("data-over", "");
          over = now;
        }
        if (picture)
          picture.style.transform = `translate(${grip.left + at.x - from.x}px, ${grip.top + at.y - from.y}px)`;
        how.follow?.(held as HTMLElement, at);
      }
      function end() {
        ends = null;
        lifted = false;
        clearTimeout(waiting);
        clearInterval(scrolling);
        listening.abort();
        picture?.remove();
        over?.removeAttribute("data-over");
        held?.removeAttribute("data-lifted");
        how.end?.();
      }
      ends = end;
      on("pointermove", (moved) => {
        at = { x: moved.clientX, y: moved.clientY };
        const far = Math.hypot(at.x - from.x, at.y - from.y) > FAR;
        if (lifted) look();
        else if (far && finger) end();
        else if (far) lift();
      });
      on("pointerup", (up) => {
        at = { x: up.clientX, y: up.clientY };
        if (!lifted) return end();
        look();
        const place = over;
        end();
        // what was dragged was not tapped
        const stop = (click: Event) => click.stopPropagation();
        addEventListener("click", stop, { capture: true, once: true });
        setTimeout(() => removeEventListener("click", stop, { capture: true }));
        if (place) how.drop(held, place);
      });
      on("pointercancel", end);
      on("blur", end);
      on("keydown", (key) => {
        if (key.key === "Escape") end();
      });
    }

    const listening = new AbortController();
    const { signal } = listening;
    node.addEventListener("pointerdown", press, { signal });
    const hold = (event: Event) => lifted && event.preventDefault();
    node.addEventListener("touchmove", hold, { signal, passive: false });
    node.addEventListener("contextmenu", hold, { signal });
    node.addEventListener("selectstart", (event) => ends && event.preventDefault(), { signal });
    return () => {
      ends?.();
      listening.abort();
    };
  };
