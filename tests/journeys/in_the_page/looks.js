/** How something looks, or what stands before it: what fills it, edges it, and is written on it. */
(selector) => {
    const [of, pseudo] = selector.split("::");
    const style = getComputedStyle(document.querySelector(of), pseudo && `::${pseudo}`);
    return {
        filled: style.backgroundColor,
        edged: style.borderBottomColor,
        written: style.color,
    };
};
