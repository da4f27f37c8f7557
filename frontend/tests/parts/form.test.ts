// @vitest-environment happy-dom
import { createRawSnippet } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import Form from "../../src/parts/Form.svelte";
import type { Command } from "../../src/wire";
import { gone, shown } from "../screen";

const add: Command = { do: "AddPerson", name: "Ines", where: "phone" };
const inside = createRawSnippet(() => ({ render: () => "<input value='Ines'>" }));

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(async () => {
  await gone();
  vi.useRealTimers();
});

async function form(more: object = {}) {
  const done = vi.fn();
  const cancel = vi.fn();
  const screen = await shown(Form, { command: () => add, done, cancel, children: inside, ...more });
  return { screen, done, cancel };
}

test("S1 a form stays open until the server has what it asked for", async () => {
  const { screen, done } = await form();
  await screen.press("Save");
  expect(screen.asked).toEqual([add]);
  expect(screen.button("Saving…").getAttribute("aria-disabled")).toBe("true");
  await screen.press("Saving…");
  expect(screen.asked).toEqual([add]);
  expect(done).not.toHaveBeenCalled();
  await screen.done(12);
  expect(done).toHaveBeenCalledWith(12);
});

test("S4 a refusal stands in the form as an alert, and the words stay in their fields", async () => {
  const { screen, done } = await form();
  await screen.press("Save");
  await screen.refuse("That name is taken.");
  expect(screen.one("[role=alert]").textContent).toContain("That name is taken.");
  expect((screen.one("input") as HTMLInputElement).value).toBe("Ines");
  expect(screen.button("Save").disabled).toBe(false);
  expect(done).not.toHaveBeenCalled();
});

test("S4 what is refused after its form was put away is kept, with the sentence", async () => {
  const { screen } = await form();
  await screen.press("Save");
  await screen.leave();
  await screen.refuse("That name is taken.");
  expect(screen.room.asked.map((one) => [one.command, one.refused])).toEqual([
    [add, "That name is taken."],
  ]);
});

test("S4 a refusal lets go of its own words alone, not of others that were refused alike", async () => {
  const first = await form();
  await first.screen.press("Save");
  await first.screen.leave();
  await first.screen.refuse("Not now.");
  const done = vi.fn();
  first.screen.show(Form as never, { command: () => ({ ...add, name: "Tam" }), done });
  await first.screen.press("Save");
  await first.screen.refuse("Not now.");
  expect(first.screen.room.asked.map((one) => one.command)).toEqual([add]);
});

test("an answer that comes after its form was put away closes nothing else", async () => {
  const { screen, done } = await form();
  await screen.press("Save");
  await screen.leave();
  await screen.done();
  expect(done).not.toHaveBeenCalled();
});

test("S4 what was sent from a form is no draft any more, also when the form was put away", async () => {
  const { screen } = await form({ draft: "aim/new" });
  screen.room.drafts.set("aim/new", "Pay within ten days");
  await screen.press("Save");
  expect(screen.room.drafts.get("aim/new")).toBe("Pay within ten days");
  await screen.leave();
  await screen.done();
  expect(screen.room.drafts.get("aim/new")).toBe("");
});

test("S2 a form that is sent twice in a hurry asks once", async () => {
  const { screen } = await form();
  const send = () =>
    screen.one("form").dispatchEvent(new SubmitEvent("submit", { cancelable: true }));
  send();
  send();
  await screen.settle();
  expect(screen.asked).toHaveLength(1);
});

test("a form that is not ready sends nothing, by its button or by Enter", async () => {
  const { screen } = await form({ ready: false });
  expect(screen.button("Save").disabled).toBe(true);
  screen.one("form").dispatchEvent(new SubmitEvent("submit", { cancelable: true }));
  await screen.settle();
  expect(screen.asked).toEqual([]);
});

test("S5 a form waits while the line is down, and is done when it is back", async () => {
  const { screen, done } = await form();
  screen.browser.close();
  await screen.press("Save");
  await screen.settle(1_000);
  expect(done).not.toHaveBeenCalled();
  await screen.browser.open();
  await screen.done(3);
  expect(done).toHaveBeenCalledWith(3);
});

test("cancelling asks for nothing", async () => {
  const { screen, cancel } = await form();
  await screen.press("Cancel");
  expect(cancel).toHaveBeenCalledOnce();
  expect(screen.asked).toEqual([]);
});

test("S4 a refusal is gone when the form is sent again", async () => {
  const { screen } = await form();
  await screen.press("Save");
  await screen.refuse("Not now.");
  await screen.press("Save");
  expect(screen.all("[role=alert]")).toEqual([]);
  expect(new Set(screen.browser.commands.map((sent) => sent.id)).size).toBe(2);
});
