// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import Me from "../../src/shell/Me.svelte";
import type { Command } from "../../src/wire";
import { gone, person, reads, type Screen, shown, type Told } from "../screen";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.stubGlobal("scrollTo", vi.fn());
});
afterEach(async () => {
  await gone();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const people = { 8: person(8, "Fay", { roles: ["facilitator"] }), 9: person(9, "Ines") };
const _FACILITATES: Told = { people, roles: ["facilitator"] };

async function _entries(screen: Screen, menu: string): Promise<string[]> {
  await screen.press(menu);
  return screen.all("[role=menuitem]").map(reads);
}

async function pick(screen: Screen, name: string): Promise<void> {
  screen
    .all("[role=menuitem]")
    .find((one) => reads(one) === name)
    ?.click();
  await screen.settle();
}

const me = async (told: Told = {}): Promise<[Screen, string[]]> => {
  const screen = await shown(Me, {}, told);
  screen.all("button")[0]?.click();
  await screen.settle();
  return [screen, screen.all("[role=menuitem]").map(reads)];
};

test("G3 my menu has what this page has of me, and for guests nothing of facilitators", async () => {
  const page = {
    mine: { link: "https://x.example/l/1", qr: "<svg></svg>" },
    links: "/links",
    people: "/people",
    paper: "/paper",
    leave: "/leave",
  };
  const [, guest] = await me({ page });
  expect(guest).toEqual(["Change my name", "My link to keep", "This is not me"]);
  await gone();
  const [, facilitator] = await me({ page, roles: ["facilitator"] });
  expect(facilitator).toContain("All links");
  expect(facilitator).toContain("Who comes, and who could tell");
});

test("G3 leaving a device warns of what is not saved, and forgets what was typed", async () => {
  const [screen] = await me({ page: { leave: "/w/abc/leave" } });
  void screen.room.ask({ do: "WriteNote", text: "Pay" } as Command);
  await pick(screen, "This is not me");
  expect(screen.text).toContain("Some words of yours are not saved yet. Copy them first.");
  const form = screen.one("dialog form") as HTMLFormElement;
  expect([form.method, form.getAttribute("action")]).toEqual(["post", "/w/abc/leave"]);
});

test("G4b a name is changed, a refused one stays in its field", async () => {
  const [screen] = await me();
  await pick(screen, "Change my name");
  screen.type("Robyn", "dialog input");
  await screen.press("Save");
  await screen.refuse("That name is taken.");
  expect((screen.one("dialog input") as HTMLInputElement).value).toBe("Robyn");
  expect(screen.asked).toEqual([{ do: "Rename", name: "Robyn" }]);
});

test("G13 a memo is kept as a draft while it is typed, and mine alone are listed", async () => {
  const notes = { 1: { id: 1, kind: "memo", phase: "aims", text: "remember", mine: true } };
  const [screen] = await me({ may: ["WriteMemo"], mine: { notes } });
  await pick(screen, "A private memo");
  expect(screen.text).toContain("remember");
  screen.type("and this", "dialog textarea");
  expect(screen.room.drafts.get("memo/mine")).toBe("and this");
});
