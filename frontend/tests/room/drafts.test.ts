import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Drafts } from "../../src/room/drafts.svelte";
import { memory } from "../../src/room/unanswered";
import { type Channel, OpenWindow } from "../../src/room/windows";
import { fullStorage } from "./browser";

/** A browser with windows: what one says, the others that are open hear. */
class Windows {
  #open: Channel[] = [];

  open(session: Storage = memory()): OpenWindow {
    const line: Channel = {
      onmessage: null,
      postMessage: (data) => {
        for (const other of this.#open) if (other !== line) other.onmessage?.({ data });
      },
    };
    this.#open.push(line);
    return new OpenWindow(session, line);
  }

  closeAll(): void {
    this.#open = [];
  }
}

let windows: Windows;
beforeEach(() => {
  vi.useFakeTimers();
  windows = new Windows();
});
afterEach(() => void vi.useRealTimers());

const settled = () => vi.advanceTimersByTimeAsync(1_000);
const draftsIn = (kept: Storage, person = 7, session?: Storage) =>
  new Drafts(kept, "abc", person, windows.open(session));

test("G6d text being typed is there again when the page is loaded again", () => {
  const [kept, session] = [memory(), memory()];
  draftsIn(kept, 7, session).set("pen/aims", "half a thought");
  windows.closeAll();
  expect(draftsIn(kept, 7, session).get("pen/aims")).toBe("half a thought");
});

test("G6d what a closed window left is there in the next", async () => {
  const kept = memory();
  draftsIn(kept).set("pen/aims", "half a thought");
  windows.closeAll();
  const next = draftsIn(kept);
  await settled();
  expect(next.get("pen/aims")).toBe("half a thought");
});

test("G6d what an earlier release kept is there too", async () => {
  const kept = memory();
  kept.setItem("footpath/abc/7/draft/pen/aims", "half a thought");
  const drafts = draftsIn(kept);
  await settled();
  expect(drafts.get("pen/aims")).toBe("half a thought");
});

test("S11a two windows of one person keep two drafts", async () => {
  const kept = memory();
  const [one, session] = [draftsIn(kept), memory()];
  const other = draftsIn(kept, 7, session);
  one.set("pen", "mine here");
  other.set("pen", "mine there");
  await settled();
  one.drop("pen");
  expect(other.get("pen")).toBe("mine there");
  windows.closeAll();
  expect(draftsIn(kept, 7, session).get("pen")).toBe("mine there");
});

test("S11a a window that comes later takes nothing from one that is open", async () => {
  const kept = memory();
  const one = draftsIn(kept);
  one.set("pen", "mine here");
  const other = draftsIn(kept);
  await settled();
  expect([one.get("pen"), other.get("pen")]).toEqual(["mine here", ""]);
});

test("S11a a window that was copied with its draft keeps a copy of its own", async () => {
  const [kept, session, copy] = [memory(), memory(), memory()];
  const one = draftsIn(kept, 7, session);
  one.set("pen", "mine here");
  copy.setItem("footpath/window", session.getItem("footpath/window") ?? "");
  const other = draftsIn(kept, 7, copy);
  await settled();
  one.drop("pen");
  windows.closeAll();
  expect([other.get("pen"), draftsIn(kept, 7, copy).get("pen")]).toEqual([
    "mine here",
    "mine here",
  ]);
});

test("S11a what a closed window left never takes the place of what is being typed", async () => {
  const kept = memory();
  draftsIn(kept).set("pen", "left");
  windows.closeAll();
  const next = draftsIn(kept);
  next.set("pen", "newer");
  await settled();
  expect(next.get("pen")).toBe("newer");
});

test("S4 what one person types on a device is not shown to another", async () => {
  const kept = memory();
  draftsIn(kept).set("pen", "mine");
  windows.closeAll();
  const theirs = draftsIn(kept, 8);
  await settled();
  expect(theirs.get("pen")).toBe("");
});

test("S6 with the browser's storage full, the text stays while the page is open", () => {
  const drafts = draftsIn(fullStorage());
  drafts.set("pen", "kept");
  expect(drafts.get("pen")).toBe("kept");
});

test("S4 an emptied place is forgotten", () => {
  const kept = memory();
  const drafts = draftsIn(kept);
  drafts.set("pen/1", "one");
  drafts.set("pen/1", "");
  expect(drafts.under("pen/")).toEqual([]);
  expect(kept.length).toBe(0);
});
