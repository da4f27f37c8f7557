/** The name of what has the focus. */
() => {
    const here = document.activeElement;
    const name =
        here.getAttribute("aria-label") ??
        here.labels?.[0]?.innerText ??
        here.innerText ??
        here.textContent;
    return name.replace(/\s+/g, " ").trim();
};
