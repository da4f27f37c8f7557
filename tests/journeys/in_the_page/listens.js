/** From now on what the page says aloud is kept, in its order. */
() => {
    window.heard = [];
    for (const region of document.querySelectorAll(".spoken[aria-live]"))
        new MutationObserver(() => region.textContent && heard.push(region.textContent)).observe(
            region,
            { childList: true },
        );
};
