/**
 * What somebody sees of the things that stand in a phase, from the page's own rectangles.
 *
 * @param {{kind: string, id: number, text: string, story: number | null}[]} things
 */
globalThis.sightOf = (things) => {
  // A phone whose page is too wide lays out a larger window than one sees.
  const wide = Math.min(document.documentElement.clientWidth, visualViewport.width);
  const tall = Math.min(innerHeight, visualViewport.height);
  const plain = (text) => (text ?? "").replace(/\s+/g, " ").trim();

  const clips = (style) => /auto|scroll|hidden|clip/.test(style.overflowX + style.overflowY);

  /** The part of a rectangle that the window and every scroller around an element leave. */
  function left(element, rect) {
    let [x, y, right, bottom] = [rect.left, rect.top, rect.right, rect.bottom];
    const cut = (by) => {
      [x, y] = [Math.max(x, by.left), Math.max(y, by.top)];
      [right, bottom] = [Math.min(right, by.right), Math.min(bottom, by.bottom)];
    };
    cut({ left: 0, top: 0, right: wide, bottom: tall });
    for (let around = element.parentElement; around; around = around.parentElement)
      if (around !== document.body && clips(getComputedStyle(around)))
        cut(around.getBoundingClientRect());
    return { x, y, right, bottom, wide: right - x, tall: bottom - y };
  }

  /** Whether nothing lies over a point of an element but what is in it or around it. */
  function free(element, x, y) {
    const hit = document.elementFromPoint(x, y);
    return hit !== null && (element.contains(hit) || hit.contains(element));
  }

  function wholly(element) {
    const rect = element.getBoundingClientRect();
    if (rect.width < 1 || rect.height < 1 || !element.checkVisibility({ visibilityProperty: true }))
      return false;
    const seen = left(element, rect);
    if (seen.wide < rect.width - 1 || seen.tall < rect.height - 1) return false;
    const inset = Math.min(3, rect.width / 3, rect.height / 3);
    return [rect.left + inset, rect.right - inset].every((x) =>
      [rect.top + inset, rect.bottom - inset].every((y) => free(element, x, y)),
    );
  }

  /** Whether an element holds a text to its last word, and no line of it is cut. */
  function hasAll(element, text) {
    if (!plain(element.textContent).includes(text)) return false;
    return [element, ...element.querySelectorAll("*")].every((part) => {
      if (!plain(part.textContent) || part.closest(".spoken")) return true;
      const style = getComputedStyle(part);
      if (style.display === "inline" || !/hidden|clip/.test(style.overflowX + style.overflowY))
        return true;
      return part.scrollHeight <= part.clientHeight + 2 && part.scrollWidth <= part.clientWidth + 2;
    });
  }

  const words = [...document.body.querySelectorAll("*")].filter(
    (one) => !one.closest("script, style, datalist, select") && !one.matches("textarea, input"),
  );
  const wordsOf = new Map(words.map((one) => [one, plain(one.textContent)]));

  /** Where a thing is drawn: by its id, or else the smallest elements that hold its text. */
  function drawn(thing) {
    const named = [...document.querySelectorAll(`[id="thing-${thing.id}"]`)];
    if (named.length) return named;
    const holding = words.filter((one) => (wordsOf.get(one) ?? "").includes(thing.text));
    return holding.filter((one) => ![...one.children].some((child) => holding.includes(child)));
  }

  const found = things.map((thing) => ({ ...thing, text: plain(thing.text) })).map((thing) => {
    const places = thing.text ? drawn(thing) : [];
    const seen = places.filter(wholly);
    const read = seen.some((place) => hasAll(place, thing.text));
    return { ...thing, there: places.length > 0, seen: seen.length > 0, read };
  });

  function smallest() {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let least = { px: Infinity, text: "" };
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const element = node.parentElement;
      if (!plain(node.data) || !element || element.closest("script, style, .spoken, option"))
        continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const rect = range.getBoundingClientRect();
      const seen = left(element, rect);
      if (seen.wide < 4 || seen.tall < 4 || !element.checkVisibility({ visibilityProperty: true }))
        continue;
      if (!free(element, (seen.x + seen.right) / 2, (seen.y + seen.bottom) / 2)) continue;
      const own = element.getBoundingClientRect();
      const drawnAt =
        element instanceof SVGGraphicsElement
          ? (element.getScreenCTM()?.d ?? 1)
          : element.offsetHeight
            ? own.height / element.offsetHeight
            : 1;
      const px = Number.parseFloat(getComputedStyle(element).fontSize) * drawnAt;
      if (px < least.px - 0.05) least = { px, text: plain(node.data).slice(0, 40) };
    }
    return least;
  }

  const frame = [...document.querySelectorAll("header, footer")].filter(
    (one) => !one.closest("main, dialog, article, section"),
  );
  const taken = frame.reduce((sum, one) => {
    const rect = one.getBoundingClientRect();
    return sum + Math.max(0, Math.min(tall, rect.bottom) - Math.max(0, rect.top));
  }, 0);
  const sideways = [...document.body.querySelectorAll("*")].filter(
    (one) =>
      /auto|scroll/.test(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth + 1,
  );
  return {
    things: found,
    frame: taken / tall,
    height: document.documentElement.scrollHeight,
    sideways: {
      page: document.documentElement.scrollWidth > wide + 1,
      within: sideways
        .filter((one) => one.checkVisibility())
        .map((one) => one.closest("[aria-label]")?.getAttribute("aria-label") ?? one.localName),
    },
    smallest: smallest(),
  };
};
