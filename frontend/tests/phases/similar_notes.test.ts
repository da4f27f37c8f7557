// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { gone, type Told } from "../screen";
import { board, GROUP, note, open, pick, REGROUP } from "./on_a_board";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(async () => {
  await gone();
  vi.useRealTimers();
});

test("A6 a note is put where another is: into its group, or with it under a new title", async () => {
  const notes = [note(1, "late", { group: 50 }), note(2, "never"), note(3, "soon")];
  const screen = await board(notes, { groups: { 50: GROUP }, roles: ["scribe"], may: REGROUP });
  await open(screen, "More: Note 2, Fay");
  await pick(screen, "Group with…");
  await screen.press("late in Money");
  expect(screen.asked).toEqual([{ do: "Regroup", about: 2, group: 50 }]);
  await open(screen, "More: Note 2, Fay");
  await pick(screen, "Group with…");
  await screen.press("soon");
  screen.type("Hope", ".bar input");
  await screen.settle();
  await screen.press("Group these 2");
  expect(screen.asked.at(-1)).toEqual({ do: "GroupNotes", notes: [2, 3], title: "Hope" });
});

test("A9 notes that use the same words are offered in pairs, and a pair that is together is not", async () => {
  const notes = Array.from({ length: 6 }, (_, at) =>
    note(at + 1, `n${at + 1}`, at > 2 ? { group: 50 } : {}),
  );
  const told: Told = { roles: ["scribe"], may: REGROUP, groups: { 50: GROUP } };
  vi.stubGlobal("fetch", async () =>
    Response.json({
      pairs: [
        [1, 4],
        [4, 5],
        [2, 9],
      ],
    }),
  );
  const screen = await board(notes, { ...told, page: { similar: "/w/x/similar" } });
  await screen.press("Similar notes");
  await vi.waitFor(() => expect(screen.text).toContain("n1 Note 1, Fay"));
  expect(screen.all("dialog li").length).toBe(1);
  await screen.press("Group these 2");
  expect(screen.asked).toEqual([{ do: "Regroup", about: 1, group: 50 }]);
  vi.unstubAllGlobals();
});

test("A9 where the notes could not be compared, that is said", async () => {
  const notes = Array.from({ length: 6 }, (_, at) => note(at + 1, `n${at + 1}`));
  vi.stubGlobal("fetch", async () => new Response("", { status: 503 }));
  const screen = await board(notes, { roles: ["scribe"], may: REGROUP });
  await screen.press("Similar notes");
  await vi.waitFor(() => expect(screen.text).toContain("could not be compared just now"));
  vi.unstubAllGlobals();
});
