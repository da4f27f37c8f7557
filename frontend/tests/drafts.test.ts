import { expect, test } from "vitest";
import { Drafts } from "../src/drafts.svelte";
import { memory } from "../src/unanswered";
import { fullStorage } from "./browser";

test("G6 text being typed is there again when the page is opened again", () => {
  const kept = memory();
  new Drafts(kept, "abc", 7).set("pen/aims", "half a thought");
  expect(new Drafts(kept, "abc", 7).get("pen/aims")).toBe("half a thought");
});

test("S4 what one person types on a device is not shown to another", () => {
  const kept = memory();
  new Drafts(kept, "abc", 7).set("pen", "mine");
  expect(new Drafts(kept, "abc", 8).get("pen")).toBe("");
});

test("S6 with the browser's storage full, the text stays while the page is open", () => {
  const drafts = new Drafts(fullStorage(), "abc", 7);
  drafts.set("pen", "kept");
  expect(drafts.get("pen")).toBe("kept");
});

test("S4 an emptied place is forgotten", () => {
  const kept = memory();
  const drafts = new Drafts(kept, "abc", 7);
  drafts.set("pen/1", "one");
  drafts.set("pen/1", "");
  expect(drafts.under("pen/")).toEqual([]);
  expect(kept.length).toBe(0);
});
