/** Puts other words in the place of every text, or elements around it; how many texts there were. */
(how) => {
    const texts = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const text = walk.currentNode;
        if (text.data.trim() && !text.parentElement.closest("script, style")) texts.push(text);
    }
    for (const text of texts) {
        const font = document.createElement("font");
        font.append(document.createElement("font"));
        font.firstChild.textContent = `¿${text.data}?`;
        if (how === "around") {
            text.before(font);
            font.firstChild.replaceChildren(text);
        } else text.replaceWith(font);
    }
    return texts.length;
};
