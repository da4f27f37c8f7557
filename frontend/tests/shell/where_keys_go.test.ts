// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { mindWhereKeysGo } from "../../src/shell/where_keys_go";

let letGo: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  // This document draws nothing: what is in it is seen.
  HTMLElement.prototype.checkVisibility ??= () => true;
  document.body.innerHTML = `
    <main><h1 id="question" tabindex="-1">What now?</h1></main>
    <section aria-label="Here"><button id="reveal">Reveal</button></section>
    <ul id="in"><li id="thing-4" tabindex="-1"><button>More: Note 4</button></li></ul>
    <ul id="to"></ul>`;
  letGo = mindWhereKeysGo();
});
afterEach(() => {
  letGo();
  vi.useRealTimers();
});

const one = (selector: string) => document.querySelector<HTMLElement>(selector) as HTMLElement;
const settle = () => vi.advanceTimersByTimeAsync(50);
const focused = () => document.activeElement;

test("K2 where what was pressed goes, the focus is on the question of what came", async () => {
  one("#reveal").focus();
  one("#reveal").remove();
  await settle();
  expect(focused()).toBe(one("#question"));
});

test("K2 a thing that was moved keeps the focus where it stands now", async () => {
  one("#thing-4 button").focus();
  const html = one("#thing-4").outerHTML;
  one("#thing-4").remove();
  one("#to").innerHTML = html;
  await settle();
  expect(focused()).toBe(one("#to #thing-4 button"));
});

test("K2 what is drawn anew in the same part of the page has the focus again", async () => {
  one("#reveal").focus();
  one("section").innerHTML = `<button id="other">Other</button><button id="again">Reveal</button>`;
  await settle();
  expect(focused()).toBe(one("#again"));
});

test("K2 while the screen is on its way nothing is lost, and then its question has the focus", async () => {
  one("#reveal").focus();
  one("main").innerHTML = "";
  one("#reveal").remove();
  await settle();
  one("main").innerHTML = `<h1 id="question" tabindex="-1">And now?</h1>`;
  await settle();
  expect(focused()?.textContent).toBe("And now?");
});

test("K2 a list in a dialog goes on with what took the place", async () => {
  one("main").innerHTML += `<dialog open><button>Heard: Tess</button><button>Heard: Mira</button>
    <button>Heard: Gran</button></dialog>`;
  const [, second] = document.querySelectorAll<HTMLElement>("dialog button");
  second?.focus();
  second?.remove();
  await settle();
  expect(focused()?.textContent).toBe("Heard: Gran");
});

test("K2 who left it by a tap on nothing is taken nowhere", async () => {
  one("#reveal").focus();
  one("#to").dispatchEvent(new Event("pointerdown", { bubbles: true }));
  one("#reveal").blur();
  one("#reveal").remove();
  await settle();
  expect(focused()).toBe(document.body);
});
