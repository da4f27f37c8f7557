/** What sticks out at the side of the page. */
() =>
    [...document.querySelectorAll("main *, header *, footer *")]
        .filter((e) => e.checkVisibility() && !e.closest("[role=region], .phases, .spoken"))
        .filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
        .map((e) => e.outerHTML.slice(0, 120));
