// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import Join from "../../src/wall/Join.svelte";
import Plain from "../../src/wall/Plain.svelte";
import Ring from "../../src/wall/Ring.svelte";
import { gone, person, type Screen, shown, type Told } from "../screen";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(async () => {
  await gone();
  vi.useRealTimers();
});

const people = { 8: person(8, "Fay"), 9: person(9, "Sam") };
const wall = (what: typeof Join, told: Told = {}): Promise<Screen> =>
  shown(what as never, {}, { people, page: { person: null, view: "wall" }, ...told });

test("G1 the wall shows how to come in: the link and a code that can be read aloud", async () => {
  const join = { link: "https://co-op.example/j/abcd", code: "abcd1234", qr: "<svg></svg>" };
  const page = { person: null, view: "wall", join };
  const screen = await shown(Join as never, {}, { people, page });
  expect(screen.text).toContain("ABCD 1234");
});

test("G24a the wall shows the QR code in every phase while a facilitator has it there", async () => {
  const join = { link: "https://co-op.example/j/abcd", code: "abcd1234", qr: "<svg></svg>" };
  const sheet = { workshop: { phase: "experience", opened: true } };
  const page = { person: null, view: "wall", join };
  const screen = await shown(Join as never, {}, { people, page, sheet });
  const codes = () => screen.all("figure[aria-label='QR code to come in']").length;
  expect(codes()).toBe(0);
  screen.browser.hear({ code: { shown: true } });
  await screen.settle();
  expect(codes()).toBe(1);
  screen.browser.hear({ code: { shown: false } });
  await screen.settle();
  expect(codes()).toBe(0);
});

test("G15a in a break the wall says when it goes on", async () => {
  const sheet = { workshop: { phase: "aims", opened: true, break_until: 1_000_000 + 300_000 } };
  expect((await wall(Plain as never, { sheet })).text).toMatch(/\d+:\d\d/);
});

test("G15a in a break the ring on the wall counts the break and not the phase", async () => {
  const on = { phase: "aims", opened: true, phase_opened_at: 1_000_000, minutes: 20 };
  const pause = { break_until: 1_000_000 + 240_000, break_minutes: 10 };
  const ring = await wall(Ring as never, { sheet: { workshop: { ...on, ...pause } } });
  expect(ring.text).toBe("4min leftof 10, break");
  await gone();
  const after = await wall(Ring as never, { sheet: { workshop: on } });
  expect(after.text).toBe("20min leftof 20");
});

test("G15a hours after its end the ring and the wall say since when a break is over", async () => {
  vi.setSystemTime(new Date(2026, 10, 30, 9, 0));
  const break_until = new Date(2026, 10, 11, 18, 56).getTime();
  const workshop = { phase: "aims", opened: true, break_until, break_minutes: 5 };
  const ring = await wall(Ring as never, { sheet: { workshop } });
  expect(ring.text).toMatch(/^over since(11 November|November 11)$/);
  await gone();
  const plain = await wall(Plain as never, { sheet: { workshop } });
  expect(plain.text).toMatch(/^Break The break was to end on \w+ \w+ at (18:56|6:56 PM)\.$/);
});
