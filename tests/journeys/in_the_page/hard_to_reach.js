/**
 * What is hard to get at: what sticks out at the side of the page, and what is smaller than a
 * fingertip. What stands in a frame of its own, with a name and the focus, may scroll in it.
 */
() => {
    const page = document.documentElement;
    const named = (one) => one.outerHTML.replace(/\s+/g, " ").slice(0, 120);
    const seen = (one) => one.checkVisibility({ visibilityProperty: true });
    const framed = (one) => one.closest("[role=region][tabindex], nav ol, dialog:not([open])");
    const all = [...document.querySelectorAll("body *")].filter(seen);
    const out = all
        .filter((one) => !framed(one) && one.getBoundingClientRect().right > page.clientWidth + 1)
        .filter((one) => getComputedStyle(one).clipPath !== "inset(50%)");
    const sideways = page.scrollWidth > page.clientWidth ? ["the page", ...out.map(named)] : [];
    const size = (one) => {
        const { width, height } = one.getBoundingClientRect();
        return Math.min(width, height);
    };
    const within = (one) => one.closest("label, .tick, .check, [role=menuitem]") ?? one;
    const inWords = (one) =>
        one.matches("a, button") &&
        getComputedStyle(one).display === "inline" &&
        one.parentElement.textContent.trim() !== one.textContent.trim();
    const small = all
        .filter((one) => one.matches("a[href], button, input, select, textarea, summary"))
        .filter((one) => !one.closest("[aria-hidden=true]"))
        .filter((one) => one.type !== "hidden" && getComputedStyle(one).clipPath !== "inset(50%)")
        .filter((one) => !inWords(one) && Math.max(size(one), size(within(one))) < 23.9);
    return [
        ...sideways.slice(0, 4).map((one) => `sideways: ${one}`),
        ...small.map((one) => `smaller than 24 pixels: ${named(one)}`),
    ];
};
