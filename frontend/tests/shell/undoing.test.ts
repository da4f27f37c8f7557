// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import OwnBar from "../../src/shell/OwnBar.svelte";
import Strip from "../../src/shell/Strip.svelte";
import Undoing from "../../src/shell/Undoing.svelte";
import { gone, reads, type Screen, shown } from "../screen";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.stubGlobal("scrollTo", vi.fn());
});
afterEach(async () => {
  await gone();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const GROUPED = { slip: 4, did: "grouped 2 notes" };
const keeps = (slips: object): Promise<Screen> =>
  shown(Undoing, {}, { roles: ["scribe"], may: ["Undo"], mine: { slips: { 7: slips } } });

test("G12d the button says what it undoes, and undoes that and nothing else", async () => {
  const screen = await keeps({ undo: GROUPED });
  await screen.press("Undo: grouped 2 notes");
  expect(screen.asked).toEqual([{ do: "Undo", slip: 4 }]);
  await screen.done();
  expect(screen.room.told).toBe("Undone: grouped 2 notes.");
});

test("G12e what was undone is done again, by its name", async () => {
  const screen = await keeps({ redo: GROUPED });
  await screen.press("Redo: grouped 2 notes");
  expect(screen.asked).toEqual([{ do: "Redo", slip: 4 }]);
  await screen.refuse("That is not your latest step any more.");
  expect(screen.room.told).toBe("That is not your latest step any more.");
});

test("G12f what cannot be undone says why, and undoes what was before it when pressed", async () => {
  const screen = await keeps({ stuck: "revealed notes", why: "They were read.", undo: GROUPED });
  expect(screen.text).not.toContain("Undo: grouped 2 notes");
  await screen.press("Can’t be undone: revealed notes");
  expect(screen.asked).toEqual([]);
  expect(reads(screen.one("dialog"))).toContain("They were read. What you did before that");
  await screen.press("Undo: grouped 2 notes");
  expect(screen.asked).toEqual([{ do: "Undo", slip: 4 }]);
  expect(screen.all("dialog")).toEqual([]);
});

test("G12d on a phone both stand in a menu with their whole names", async () => {
  const screen = await keeps({ undo: GROUPED, redo: { slip: 5, did: "hid note 3" } });
  await screen.press("Undo");
  expect(screen.all("[role=menuitem]").map(reads)).toEqual([
    "Undo: grouped 2 notes",
    "Redo: hid note 3",
  ]);
});

test("G12d Ctrl+Z undoes and Ctrl+Shift+Z does again, outside of what one types in", async () => {
  const screen = await keeps({ undo: GROUPED, redo: { slip: 5, did: "hid note 3" } });
  const field = document.createElement("textarea");
  screen.target.append(field);
  field.focus();
  expect((await screen.key("z", { ctrlKey: true })).defaultPrevented).toBe(false);
  expect(screen.asked).toEqual([]);
  field.blur();
  await screen.key("z", { ctrlKey: true });
  await screen.done();
  await screen.key("Z", { metaKey: true, shiftKey: true });
  expect(screen.asked).toEqual([
    { do: "Undo", slip: 4 },
    { do: "Redo", slip: 5 },
  ]);
});

test("G12d a scribe finds it in their bar, a facilitator in the strip, others nowhere", async () => {
  const mine = { slips: { 7: { undo: GROUPED } } };
  const places = [
    [OwnBar, "scribe", true],
    [Strip, "facilitator", true],
    [OwnBar, "participant", false],
  ] as const;
  for (const [what, role, finds] of places) {
    const may = role === "participant" ? [] : ["Undo" as const];
    const screen = await shown(what as never, {}, { roles: [role], may, mine });
    expect([role, screen.buttons.includes("Undo: grouped 2 notes")]).toEqual([role, finds]);
    await gone();
  }
});
