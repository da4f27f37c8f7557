// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import LaterPart from "../../src/parts/Later.svelte";
import { Later } from "../../src/parts/later.svelte";
import ThingDialog from "../../src/parts/things/ThingDialog.svelte";
import { keyOf, type Note } from "../../src/room/flipchart.svelte";
import { gone, reads, type Screen, shown } from "../screen";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(async () => {
  await gone();
  document.body.replaceChildren();
  vi.useRealTimers();
});

const note = {
  id: 4,
  is: "note",
  kind: "note",
  phase: "aims",
  text: "Seventy days",
  number: 4,
} as Note;
const PLACE = `ask/${keyOf(note)}`;
const focused = () => reads(document.activeElement ?? document.body);
const parts = { ThingDialog };

/** A line that brings the parts when the test lets it, and counts how often they were asked for. */
function onALine() {
  const asked: { bring: () => void; fail: () => void }[] = [];
  const of = new Later(
    () =>
      new Promise<typeof parts>((resolve, reject) => {
        asked.push({ bring: () => resolve(parts), fail: () => reject(new Error("no line")) });
      }),
  );
  return { of, asked };
}

async function asksFor(of: Later<typeof parts>, close = () => {}): Promise<Screen> {
  const opener = document.createElement("button");
  opener.textContent = "More";
  document.body.append(opener);
  opener.focus();
  const given = { thing: note, doing: "ask", close };
  return shown(LaterPart, { of, what: "ThingDialog", given, isDialog: true });
}

test("a dialog that is still on its way says so, and opens when it has come", async () => {
  const { of, asked } = onALine();
  const screen = await asksFor(of);
  expect(screen.text).toContain("One moment");
  expect(screen.one("[role=status]").textContent).toBe("This is on its way.");
  asked[0]?.bring();
  await screen.settle(10);
  expect(screen.all("dialog")).toHaveLength(1);
  expect(screen.text).toContain("Ask about it");
  expect(document.activeElement?.tagName).toBe("TEXTAREA");
});

test("who closes it is back where they asked for it, also when it came late", async () => {
  const { of, asked } = onALine();
  const screen = await asksFor(of);
  asked[0]?.bring();
  await screen.settle(10);
  await screen.leave();
  await screen.settle();
  expect(focused()).toBe("More");
});

test("who does not wait for it puts it away, and is back where they were", async () => {
  const { of, asked } = onALine();
  const close = vi.fn();
  const screen = await asksFor(of, close);
  await screen.press("Close");
  expect(close).toHaveBeenCalledOnce();
  await screen.leave();
  await screen.settle();
  expect(focused()).toBe("More");
  asked[0]?.bring();
  await screen.settle(10);
  expect(document.querySelector("dialog")).toBeNull();
});

test("what did not come through the line says so, is asked for again, and opens then", async () => {
  const { of, asked } = onALine();
  const screen = await asksFor(of);
  screen.room.drafts.set(PLACE, "Who waits so long?");
  asked[0]?.fail();
  await screen.settle(10);
  expect(screen.one("[role=status]").textContent).toContain("has not come through the line yet");
  expect(screen.buttons).toContain("Load the page again");
  await screen.settle(3_000);
  expect(asked).toHaveLength(2);
  asked[1]?.bring();
  await screen.settle(10);
  expect(screen.one<HTMLTextAreaElement>("textarea").value).toBe("Who waits so long?");
});

test("what is only wanted now and then is not fetched before, and is there at once after", async () => {
  const { of, asked } = onALine();
  const given = { thing: note, doing: "ask", close: () => {} };
  const screen = await shown(LaterPart, { of, what: "ThingDialog", given, wanted: false });
  await screen.settle(10_000);
  expect(asked).toHaveLength(0);
  void of.fetch();
  asked[0]?.bring();
  await screen.settle();
  expect(screen.all("dialog")).toHaveLength(1);
});
