/**
 * Who works by keyboard, or listens, is never put back to the beginning of the page: where what had
 * the focus goes, or cannot be pressed any more, the focus goes to what took its place (K2).
 *
 * That is the group of controls in which it stood; else the same thing where it stands now, as a note
 * that was moved; else what is called the same
 * in the same part of the page; else the question of what is on the screen, which is the heading.
 */

const PLACES = "dialog, section[aria-label], article[aria-label], nav, header, footer, main";
const REACHED = "button, a[href], input, select, textarea, summary, [tabindex]";

interface Had {
  element: HTMLElement;
  name: string;
  /** The thing of the flipchart within which it stood, by the id in the page. */
  thing: string;
  /** The group of controls in which it stood, where that can have the focus itself. */
  group: HTMLElement | null;
  place: string;
  /** Which of the controls of an open dialog it was. */
  at: number;
  /** The focus was to be seen: somebody works by keyboard. */
  seen: boolean;
}

const nameOf = (one: Element) =>
  (one.getAttribute("aria-label") ?? one.textContent ?? "").replace(/\s+/g, " ").trim();

function had(element: HTMLElement): Had {
  return {
    element,
    name: nameOf(element),
    thing: element.closest("[id^='thing-']")?.id ?? "",
    group: element.parentElement?.closest<HTMLElement>("[role=group][tabindex='-1']") ?? null,
    place: pathOf(element),
    at: controls(element.closest("dialog")).indexOf(element),
    seen: element.matches(":focus-visible"),
  };
}

const pathOf = (element: Element) => {
  const place = element.parentElement?.closest(PLACES);
  return place ? `${place.tagName}/${place.getAttribute("aria-label") ?? ""}` : "";
};

const controls = (within: ParentNode | null) => [
  ...(within?.querySelectorAll<HTMLElement>(REACHED) ?? []),
];

const canHave = (one: HTMLElement) =>
  one.isConnected && one.checkVisibility() && !(one as HTMLButtonElement).disabled;

/** What takes the place of what is gone; nothing while the screen is still on its way. */
function instead({ name, thing, group, place, at }: Had): HTMLElement | null {
  const open = document.querySelector<HTMLElement>("dialog[open]");
  const called = (within: ParentNode) =>
    controls(within).filter((one) => canHave(one) && one.tabIndex >= 0 && nameOf(one) === name);
  if (open) {
    const all = controls(open).filter(canHave);
    return called(open)[0] ?? all[Math.min(Math.max(at, 0), all.length - 1)] ?? null;
  }
  if (group && canHave(group)) return called(group)[0] ?? group;
  const now = thing ? document.getElementById(thing) : null;
  if (now && canHave(now)) return called(now)[0] ?? now;
  const same = name ? called(document).filter((one) => pathOf(one) === place) : [];
  return (same.length === 1 && same[0]) || document.getElementById("question");
}

/** Mind the focus of this page until it is let go. */
export function mindWhereKeysGo(): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let last: Had | null = null;
  let looking: ReturnType<typeof setTimeout> | undefined;

  function look() {
    looking = undefined;
    if (!last || canHave(last.element)) return;
    if (document.activeElement !== document.body && document.activeElement !== last.element) return;
    const to = instead(last);
    if (!to) return;
    const { seen } = last;
    last = null;
    to.focus({ preventScroll: !seen });
  }
  // After those who themselves know where the focus goes, such as a dialog that is put away.
  const soon = () => {
    const { activeElement } = document;
    if (activeElement === document.body || (activeElement as HTMLButtonElement | null)?.disabled)
      looking ??= setTimeout(look, 0);
  };

  document.addEventListener(
    "focusin",
    ({ target }) => {
      if (target instanceof HTMLElement && target !== document.body) last = had(target);
    },
    { signal },
  );
  // Who taps on what has no focus has left it by themselves.
  document.addEventListener(
    "pointerdown",
    ({ target }) => {
      if (target instanceof Element && !target.closest(REACHED)) last = null;
    },
    { signal },
  );
  const watching = new MutationObserver(soon);
  watching.observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ["disabled", "open"],
  });
  return () => {
    clearTimeout(looking);
    watching.disconnect();
    listening.abort();
  };
}
