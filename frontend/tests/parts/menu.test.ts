// @vitest-environment happy-dom
import { createRawSnippet } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import Dialog from "../../src/parts/Dialog.svelte";
import Menu from "../../src/parts/Menu.svelte";
import { gone, HOSTILE, reads, type Screen, shown } from "../screen";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(async () => {
  await gone();
  document.body.replaceChildren();
  vi.useRealTimers();
});

const NAMES = ["Change", "Ask", "Park", "Put away", "Take back"];
const picked: string[] = [];
const items = (names = NAMES) => names.map((label) => ({ label, pick: () => picked.push(label) }));

async function opened(names = NAMES): Promise<Screen> {
  picked.length = 0;
  const screen = await shown(Menu, { items: items(names), label: "More: Note 4" });
  screen.button("More: Note 4").focus();
  await screen.press("More: Note 4");
  return screen;
}
const focused = () => reads(document.activeElement ?? document.body);

test("a menu opens with the keyboard on its first entry, and says that it is open", async () => {
  const screen = await opened();
  expect(focused()).toBe("Change");
  expect(screen.button("More: Note 4").getAttribute("aria-expanded")).toBe("true");
  expect(screen.one("[role=menu]").getAttribute("aria-label")).toBe("More: Note 4");
});

test.each([
  [["ArrowDown"], "Ask"],
  [["ArrowUp"], "Take back"],
  [["End"], "Take back"],
  [["End", "ArrowDown"], "Change"],
  [["End", "Home"], "Change"],
  [["p"], "Park"],
  [["p", "p"], "Put away"],
  [["P"], "Park"],
  [["x"], "Change"],
])("after %j the keyboard is on %s", async (keys, name) => {
  const screen = await opened();
  for (const key of keys) await screen.key(key);
  expect(focused()).toBe(name);
});

test.each(["ctrlKey", "metaKey", "altKey"])(
  "a letter with %s is the browser's, and not a name to go to",
  async (held) => {
    const screen = await opened();
    const event = await screen.key("p", { [held]: true });
    expect([focused(), event.defaultPrevented]).toEqual(["Change", false]);
  },
);

test("Escape puts the menu away, and the keyboard is back where it was", async () => {
  const screen = await opened();
  await screen.key("Escape");
  expect(screen.all("[role=menu]")).toEqual([]);
  expect(document.activeElement).toBe(screen.button("More: Note 4"));
});

test("Escape in a menu within a dialog leaves the dialog open", async () => {
  const screen = await opened();
  // A browser puts a dialog away unless somebody says that the key was theirs.
  expect((await screen.key("Escape")).defaultPrevented).toBe(true);
  expect(screen.all("[role=menu]")).toEqual([]);
});

test("Tab leaves the menu without taking the keyboard back", async () => {
  const screen = await opened();
  const event = await screen.key("Tab");
  expect(screen.all("[role=menu]")).toEqual([]);
  expect(event.defaultPrevented).toBe(false);
});

test("picking an entry puts the menu away first, so that what opens then has the keyboard", async () => {
  const screen = await opened();
  screen.all("[role=menuitem]")[2]?.click();
  await screen.settle();
  expect(picked).toEqual(["Park"]);
  expect(screen.all("[role=menu]")).toEqual([]);
});

test("a press anywhere else puts the menu away, and picks nothing", async () => {
  const screen = await opened();
  document.body.dispatchEvent(new Event("pointerdown", { bubbles: true }));
  await screen.settle();
  expect([screen.all("[role=menu]").length, picked]).toEqual([0, []]);
});

test("a menu with nothing in it is no button at all", async () => {
  const screen = await shown(Menu, { items: [], label: "More" });
  expect(screen.buttons).toEqual([]);
});

test("an entry's words are put as they are, whatever is in them", async () => {
  const screen = await opened(HOSTILE.slice(0, 3));
  const texts = screen.all("[role=menuitem]").map((one) => one.textContent?.trim());
  expect(texts).toEqual(HOSTILE.slice(0, 3));
  expect(screen.all("img, script")).toEqual([]);
});

const inside = createRawSnippet(() => ({
  render: () => "<div><button>One</button><textarea>words</textarea></div>",
}));

async function dialog(close = vi.fn()) {
  const question = document.createElement("h1");
  question.id = "question";
  question.tabIndex = -1;
  document.body.append(question);
  const screen = await shown(Dialog, { title: "Change the words", close, children: inside });
  return { screen, close, question };
}

test("a dialog is named by its title, and the keyboard is in its first field", async () => {
  const { screen } = await dialog();
  const id = screen.one("dialog").getAttribute("aria-labelledby");
  expect(reads(screen.one(`[id="${id}"]`))).toBe("Change the words");
  expect(document.activeElement?.tagName).toBe("TEXTAREA");
});

test("a dialog is put away by its button", async () => {
  const { screen, close } = await dialog();
  await screen.press("Close");
  expect(close).toHaveBeenCalledOnce();
});

test("after a dialog the keyboard is where the dialog was opened", async () => {
  const opener = document.createElement("button");
  document.body.append(opener);
  opener.focus();
  const { screen } = await dialog();
  (document.activeElement as HTMLElement).blur(); // as it is when what had the keyboard goes
  await screen.leave();
  await screen.settle();
  expect(document.activeElement).toBe(opener);
  opener.remove();
});

test("where that is gone, the keyboard is on the phase's question", async () => {
  const opener = document.createElement("button");
  document.body.append(opener);
  opener.focus();
  const { screen, question } = await dialog();
  opener.remove();
  (document.activeElement as HTMLElement).blur();
  await screen.leave();
  await screen.settle();
  expect(document.activeElement).toBe(question);
});
