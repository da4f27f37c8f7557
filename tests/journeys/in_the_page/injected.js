/** Whether anything ran, or stands in the page so that it would where no policy forbade it. */
() => {
    const runs = ({ name, value }) =>
        /^on/.test(name) || (/^(href|src|action)$/.test(name) && /^\s*javascript:/i.test(value));
    const isInjected = (one) => one.getAttribute("src") === "x" || [...one.attributes].some(runs);
    return window.ran !== undefined || [...document.querySelectorAll("*")].some(isInjected);
};
