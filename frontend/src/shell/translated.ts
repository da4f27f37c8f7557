/**
 * A page that a browser translates stays true (S12).
 *
 * Translators put a <font> with other words in the place of a text, or around it. Svelte goes on
 * changing the text that
 * it made, which is not in the page any more, and the old words would stay: a masked name, "saved".
 * So each text goes
 * back to its place, empty, beside the <font>; when it is given words again or is taken away, the
 * <font> goes.
 */

interface Stood {
  font: HTMLElement;
  /** What the text said before it was translated, for when the translator puts the page back. */
  words: string;
}

export function staysTrue(root: Node): void {
  const translated = new WeakMap<Text, Stood>();
  const texts = new WeakMap<Node, Text>();
  const observer = new MutationObserver((records) => {
    for (const record of records) {
      if (record.type === "characterData") wordsAgain(record.target as Text);
      for (const node of record.removedNodes) {
        if (node instanceof Text) gone(node, record);
        else if (isFont(node)) putBack(node);
      }
    }
    observer.takeRecords(); // what was just done here
  });

  function gone(text: Text, record: MutationRecord): void {
    const stood = translated.get(text);
    if (stood && !text.isConnected) {
      translated.delete(text);
      stood.font.remove();
    } else if (!stood) {
      const font = [...record.addedNodes, record.previousSibling, record.nextSibling].find(
        (node) => isFont(node) && node.isConnected,
      );
      if (font && (font.contains(text) || !text.isConnected)) stand(text, font as HTMLElement);
    }
  }

  function stand(text: Text, font: HTMLElement): void {
    const words = text.data;
    if (font.contains(text)) text.replaceWith(words);
    text.data = "";
    font.before(text);
    translated.set(text, { font, words });
    texts.set(font, text);
  }

  function wordsAgain(text: Text): void {
    translated.get(text)?.font.remove();
    translated.delete(text);
  }

  function putBack(font: Node): void {
    const text = texts.get(font);
    const stood = text && translated.get(text);
    if (!text || stood?.font !== font) return;
    translated.delete(text);
    if (text.isConnected && text.data === "") text.data = stood.words;
  }

  observer.observe(root, { childList: true, characterData: true, subtree: true });
}

function isFont(node: Node | null): node is HTMLElement {
  return node instanceof HTMLElement && node.tagName === "FONT";
}
