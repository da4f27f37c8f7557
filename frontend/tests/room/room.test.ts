// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import Head from "../../src/parts/Head.svelte";
import { goTo, phaseOf } from "../../src/parts/things/goto";
import type { Thing } from "../../src/room/flipchart.svelte";
import { gone, type Screen, shown, type Told } from "../screen";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.stubGlobal("scrollTo", vi.fn());
});
afterEach(async () => {
  await gone();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const room = (told: Told = {}): Promise<Screen> => shown(Head, {}, told);

test("S9 I may what the server says that one of my roles may, and nothing else", async () => {
  const may = { participant: ["WriteNote"], scribe: ["AddAim"], facilitator: ["Undo"] };
  const screen = await room({ roles: ["participant", "scribe"], sheet: { may } });
  const asked = (["WriteNote", "AddAim", "Undo", "RaiseHand"] as const).map((one) =>
    screen.room.may(one),
  );
  expect(asked).toEqual([true, true, false, false]);
});

test("S9 before the server has said anything I may nothing", async () => {
  const screen = await room({ sheet: { may: {} } });
  expect(screen.room.may("WriteNote")).toBe(false);
});

test("S8a a role that is taken is gone at once, with all that it may", async () => {
  const screen = await room({ roles: ["facilitator"], may: ["Undo"] });
  expect([screen.room.facilitates, screen.room.may("Undo")]).toEqual([true, true]);
  screen.hear({ people: { 7: { id: 7, name: "Robin", roles: ["participant"], where: "online" } } });
  expect([screen.room.facilitates, screen.room.may("Undo")]).toEqual([false, false]);
});

test("G18b who keeps the pace may what comes with it, and only while they do", async () => {
  const workshop = { phase: "aims", opened: true, pace_holder: 7 };
  const screen = await room({ sheet: { workshop, may: { pace: ["OpenPhase"] } } });
  expect([screen.room.keepsThePace, screen.room.may("OpenPhase")]).toEqual([true, true]);
  screen.hear({ sheet: { workshop: { ...workshop, pace_holder: null } } });
  expect(screen.room.may("OpenPhase")).toBe(false);
});

test("E8d I tell a story, and its moments, where I am one of its storytellers", async () => {
  const experiences = {
    6: { id: 6, title: "a", storytellers: [8, 7], state: "" },
    9: { id: 9, title: "b", storytellers: [8], state: "" },
  };
  const moments = { 11: { id: 11, experience: 6 }, 12: { id: 12, experience: 9 } };
  const { room: at } = await room({ experiences, moments });
  const tells = (id: number) => at.tells(at.chart.find(id));
  expect([6, 9, 11, 12].map(tells)).toEqual([true, false, true, false]);
  expect(at.tells(undefined)).toBe(false);
});

test("the wall tells no story", async () => {
  const experiences = { 6: { id: 6, title: "a", storytellers: [null], state: "" } };
  const screen = await room({ experiences, page: { person: null } });
  expect(screen.room.tells(screen.room.chart.find(6) as Thing)).toBe(false);
});

test("G6b looking at the phase in which the group is, is following the group", async () => {
  const { room: at } = await room();
  at.look("gather");
  expect(at.looking).toBe("gather");
  at.look("aims");
  expect(at.looking).toBeNull();
});

test("G6c the screen follows when a phase is opened, and not on any other change", async () => {
  const screen = await room();
  screen.room.looking = "gather";
  screen.hear({ sheet: { workshop: { phase: "aims", opened: true, title: "New" } } });
  expect(screen.room.phase).toBe("gather");
  screen.hear({ sheet: { workshop: { phase: "process", opened: true } } });
  expect(screen.room.phase).toBe("process");
});

test("G7 the head asks what the phase asks, and says what to do now", async () => {
  const phases = [{ phase: "aims", name: "Aims", question: "What for?", now: "Write alone." }];
  expect((await room({ sheet: { phases } })).text).toBe("What for? Write alone.");
});

const things: Told = {
  aims: { 1: { id: 1, first_text: "a", text: "a" } },
  elements: { 2: { id: 2, kind: "wait", text: "w" } },
  values: { 3: { id: 3, name: "Care" } },
  groups: { 4: { id: 4, title: "g" } },
  experiences: { 5: { id: 5, title: "e", storytellers: [], state: "" } },
  moments: { 6: { id: 6, experience: 5 } },
  notes: {
    7: { id: 7, kind: "note", phase: "gather" },
    8: { id: 8, kind: "liked", phase: "reflect" },
    9: { id: 9, kind: "checkout", phase: "return" },
  },
};

test.each([
  [1, "return"],
  [2, "process"],
  [3, "reflect"],
  [4, "aims"],
  [5, "experience"],
  [6, "experience"],
  [7, "gather"],
  [8, "process"],
  [9, "return"],
  [99, "gather"],
])("thing %i is worked on in %s", async (id, phase) => {
  const screen = await room(things);
  expect(phaseOf(screen.room.chart, id)).toBe(phase);
});

test("going to a thing gives it the keyboard once it is drawn, and opens what folds it", async () => {
  const screen = await room(things);
  goTo(screen.room, 1);
  expect([screen.room.phase, screen.room.sought]).toEqual(["return", 1]);
  await screen.settle(200);
  const fold = document.createElement("details");
  fold.innerHTML = '<p id="thing-1" tabindex="-1">a</p>';
  screen.target.append(fold);
  await screen.settle(200);
  expect([fold.open, document.activeElement?.id, screen.room.sought]).toEqual([
    true,
    "thing-1",
    null,
  ]);
});

test("a thing that is never drawn is looked for a while, and then no more", async () => {
  const screen = await room(things);
  goTo(screen.room, 1);
  await screen.settle(3_000);
  expect(screen.room.sought).toBeNull();
});

test("S5 a room that was left asks for nothing when the device wakes up", async () => {
  const screen = await room();
  screen.room.stop();
  await screen.settle(3_600_000);
  window.dispatchEvent(new Event("online"));
  document.dispatchEvent(new Event("visibilitychange"));
  await screen.settle(10_000);
  expect(screen.browser.sockets).toHaveLength(1);
});

test("S6 a device that says that it has no network is not saved at once", async () => {
  const screen = await room();
  vi.stubGlobal("navigator", { onLine: false });
  window.dispatchEvent(new Event("offline"));
  expect(screen.room.saved).toBe("unsaved");
});

test("S4 a press that was refused is let go of, one with words waits for its writer", async () => {
  const screen = await room();
  void screen.room.press({ do: "RaiseHand", up: true });
  await screen.refuse("No.");
  expect(screen.room.asked).toEqual([]);
  void screen.room.ask({ do: "WriteNote", text: "Pay" }, "pen");
  await screen.refuse("No.");
  expect(screen.room.asked.map((one) => one.refused)).toEqual(["No."]);
});
