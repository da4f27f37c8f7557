// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from "vitest";
import { staysTrue } from "../../src/shell/translated";

let root: HTMLElement;
let text: Text;

beforeEach(() => {
  root = document.createElement("div");
  root.innerHTML = "<p>Not saved</p>";
  document.body.append(root);
  text = root.querySelector("p")?.firstChild as Text;
  staysTrue(root);
});
afterEach(() => root.remove());

/** What a translator does: another element with other words takes the text's place. */
async function translate(words: string): Promise<HTMLElement> {
  const font = document.createElement("font");
  font.textContent = words;
  text.replaceWith(font);
  await seen();
  return font;
}
const seen = () => new Promise((resolve) => setTimeout(resolve));

test("S12 a translated text is read as the translator put it", async () => {
  await translate("Nicht gespeichert");
  expect(root.textContent).toBe("Nicht gespeichert");
});

test("S12 when the page says something else, the translation of the old words goes", async () => {
  await translate("Nicht gespeichert");
  text.data = "Saved";
  await seen();
  expect(root.textContent).toBe("Saved");
});

test("S12 a mask that comes over words takes their translation off the page", async () => {
  text.data = "Acme paid late";
  await seen();
  await translate("Acme zahlte spät");
  text.data = "███ paid late";
  await seen();
  expect(root.textContent).toBe("███ paid late");
});

test("S12 words that are taken off the page take their translation with them", async () => {
  await translate("Nicht gespeichert");
  text.remove();
  await seen();
  expect(root.textContent).toBe("");
});

test("S12 a translator that puts the page back finds the words that stood there", async () => {
  const font = await translate("Nicht gespeichert");
  font.remove();
  await seen();
  expect(root.textContent).toBe("Not saved");
});

test("S12 a text may be translated, changed and translated again", async () => {
  await translate("Nicht gespeichert");
  text.data = "Saving…";
  await seen();
  await translate("Wird gespeichert");
  text.data = "Saved";
  await seen();
  expect(root.textContent).toBe("Saved");
  expect(root.querySelectorAll("font")).toHaveLength(0);
});

test("S12 a text that nobody translates is left alone", async () => {
  text.data = "Saved";
  await seen();
  text.remove();
  await seen();
  expect(root.innerHTML).toBe("<p></p>");
});
