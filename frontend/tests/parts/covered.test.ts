// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import MeanwhileThere from "../../src/parts/Meanwhile.svelte";
import { Meanwhile } from "../../src/parts/meanwhile.svelte";
import CoveredWords from "../../src/parts/things/CoveredWords.svelte";
import OpenDialog from "../../src/parts/things/OpenDialog.svelte";
import TakeBack from "../../src/parts/things/TakeBack.svelte";
import Covered from "../../src/shell/Covered.svelte";
import { gone, person, reads, type Screen, shown, type Told } from "../screen";
import { veiled } from "../veiled";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.stubGlobal("scrollTo", vi.fn());
});
afterEach(async () => {
  await gone();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const people = { 8: person(8, "Fay") };
const note = (id: number, text: string) => ({
  id,
  is: "note",
  kind: "note",
  phase: "aims",
  number: id,
  by: 8,
  text,
});
const veil = (veil: number, about: number, by: number | undefined, more: object = {}) => ({
  veil,
  about,
  by,
  because: "name",
  covers: ["Acme"],
  at: 900_000,
  until: 99_000_000,
  ...more,
});
const TOLD: Told = {
  people,
  roles: ["facilitator"],
  notes: { 3: note(3, "███ paid late"), 4: note(4, "███ never paid") },
  veils: veiled(veil(1, 3, 8), veil(1, 4, 8)),
};
const covered = (told: Told = TOLD, given: object = {}): Promise<Screen> =>
  shown(CoveredWords, { close: vi.fn(), ...given }, told);

test("E4d facilitators read who covered what where, and until when they can lift it", async () => {
  const screen = await covered();
  expect(screen.text).toContain("Covered by Fay");
  expect(screen.text).toContain("Beneath:Acme");
  expect(screen.all(".way").map(reads)).toEqual(["Note 3, Fay", "Note 4, Fay"]);
});

test("E4d one place is lifted by itself, and all of an act at once", async () => {
  const screen = await covered();
  await screen.press("Lift: Note 4, Fay");
  await screen.press("Lift in all 2 places");
  expect(screen.asked).toEqual([
    { do: "LiftVeil", veil: 1, about: [4] },
    { do: "LiftVeil", veil: 1, about: [] },
  ]);
});

test("E4d masking for good is asked before, and goes for the place that was asked about", async () => {
  const screen = await covered();
  await screen.press("Mask for good: Note 3, Fay");
  expect(screen.asked).toEqual([]);
  expect(screen.text).toContain("The words go from the record too");
  await screen.press("Yes, mask for good");
  expect(screen.asked).toEqual([{ do: "ConfirmVeil", veil: 1, about: [3] }]);
});

test("E4d who rather does not mask for good is back at the button, and nothing is asked", async () => {
  const screen = await covered();
  await screen.press("Mask for good: Note 3, Fay");
  await screen.press("Cancel");
  expect([screen.asked, document.activeElement]).toEqual([
    [],
    screen.button("Mask for good: Note 3, Fay"),
  ]);
});

test("L4d all that one person covered is lifted at once", async () => {
  const screen = await covered();
  await screen.press("Lift everything that Fay covered");
  expect(screen.asked).toEqual([{ do: "LiftVeilsOf", person: 8 }]);
});

test("L4d what was left unnamed is lifted at once too, whoever covered it", async () => {
  const veils = veiled(veil(1, 3, undefined), veil(2, 4, undefined));
  const screen = await covered({ ...TOLD, veils });
  await screen.press("Lift everything that somebody covered, unnamed");
  expect(screen.asked).toEqual([{ do: "LiftVeilsOf", person: null }]);
});

test("A3a what must not tell who covered it is covered by somebody, unnamed", async () => {
  const screen = await covered({ ...TOLD, veils: veiled(veil(1, 3, undefined)) });
  expect(screen.text).toContain("Covered by somebody, unnamed");
});

test("E4d of one thing alone only its own veils are shown", async () => {
  const screen = await covered(TOLD, { about: 4 });
  expect(screen.all("li")).toHaveLength(1);
});

test("L4c of very many places a few stand, and the others unfold", async () => {
  const veils = Array.from({ length: 40 }, (_, at) => veil(1, 100 + at, 8));
  const notes = Object.fromEntries(veils.map((one) => [one.about, note(one.about, "███")]));
  const screen = await covered({ ...TOLD, notes, veils: veiled(...veils) });
  expect(screen.all("li")).toHaveLength(6);
  await screen.press("Show 34 more places");
  expect(screen.all("li")).toHaveLength(40);
});

test("S4 what could not be lifted is said where the buttons are", async () => {
  const screen = await covered();
  await screen.press("Lift: Note 3, Fay");
  await screen.refuse("It is masked for good already.");
  expect(reads(screen.one("[role=status]"))).toBe("It is masked for good already.");
});

test("L4c facilitators are told when somebody else covers words, and not of what was there", async () => {
  const screen = await shown(Covered, { open: vi.fn() }, TOLD);
  expect(screen.room.told).toBeNull();
  screen.hear({ veils: veiled(veil(2, 3, 8, { at: Date.now() + 5_000 })) });
  await screen.settle();
  expect(screen.room.told).toBe("Fay covered words in 1 place.");
});

test("E10c that copies were covered is told as that", async () => {
  const screen = await shown(Covered, { open: vi.fn() }, TOLD);
  const copy = veil(2, 3, undefined, { at: Date.now() + 5_000, because: "copy" });
  screen.hear({ veils: veiled(copy) });
  await screen.settle();
  expect(screen.room.told).toContain("Somebody took words back; copies of them are covered in 1");
});

const copies = {
  places: [
    {
      id: 9,
      name: "Note 9, Fay",
      is_groups: false,
      texts: [
        [
          { text: "we ", is_copy: false },
          { text: "waited", is_copy: true },
        ],
      ],
    },
  ],
};

async function takingBack(answer: () => Promise<Response>): Promise<Screen> {
  vi.stubGlobal("fetch", vi.fn(answer));
  const told: Told = { people, page: { copies: "/w/abc/copies" } };
  const screen = await shown(TakeBack, { thing: note(3, "waited"), close: vi.fn() }, told);
  await screen.settle();
  return screen;
}

test("E10a before words are taken back one sees where copies are, and lets one stand", async () => {
  const screen = await takingBack(async () => Response.json(copies));
  expect(fetch).toHaveBeenCalledWith("/w/abc/copies/3", expect.anything());
  expect(screen.all("mark").map(reads)).toEqual(["waited"]);
  await screen.press("Let it stand");
  await screen.press("Take my words back");
  expect(screen.asked).toEqual([{ do: "TakeBack", about: 3, let_stand: [9] }]);
});

test("E8e of a story that others tell too it is said what goes and that the rest stays", async () => {
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => Response.json({ places: [] })),
  );
  const story = { id: 5, is: "experience", title: "That winter", storytellers: [7, 8] };
  const told: Told = { people, experiences: { 5: story }, page: { copies: "/w/abc/copies" } };
  const screen = await shown(TakeBack, { thing: story, close: vi.fn() }, told);
  await screen.settle();
  expect(screen.text).toContain("The story stays with the others who tell it");
});

test("E10b what is not decided is covered", async () => {
  const screen = await takingBack(async () => Response.json(copies));
  await screen.press("Take my words back");
  expect(screen.asked).toEqual([{ do: "TakeBack", about: 3, let_stand: [] }]);
});

test("E10a without the line nothing is taken back unseen, and it can be tried again", async () => {
  let online = false;
  const screen = await takingBack(async () => {
    if (!online) throw new TypeError("Failed to fetch");
    return Response.json(copies);
  });
  expect(screen.text).toContain("Nothing was taken back.");
  online = true;
  await screen.press("Try again");
  await screen.settle();
  expect(screen.buttons).toContain("Take my words back");
});

test("E10a a server that has no answer is no leave to take back unseen", async () => {
  const screen = await takingBack(async () => new Response("", { status: 503 }));
  expect(screen.buttons).not.toContain("Take my words back");
});

const opening = (thing: object, narrowing: boolean, page: object = {}): Promise<Screen> =>
  shown(OpenDialog, { thing: { ...note(3, "x"), ...thing }, narrowing, close: vi.fn() }, { page });

test("O5b an author opens their words to members only where there are any", async () => {
  expect((await opening({}, false)).all("label").map(reads)).toEqual([
    "Those who took part",
    "Everyone",
  ]);
  await gone();
  const screen = await opening({}, false, { has_members: true });
  expect(screen.all("label")).toHaveLength(3);
});

test("O5b how far words go is sent as it was chosen", async () => {
  const screen = await opening({}, false);
  const [, everyone] = screen.all("input[type=radio]") as HTMLInputElement[];
  everyone?.click();
  everyone?.dispatchEvent(new Event("change", { bubbles: true }));
  await screen.press("Save");
  expect(screen.asked).toEqual([{ do: "OpenWords", about: 3, to: "everyone" }]);
});

test("O5c an author reads that a facilitator keeps it narrower", async () => {
  const screen = await opening({ opened: "everyone", narrowed: "took_part" }, false);
  expect(screen.text).toContain("keeps it to those who took part");
});

test("O5c who narrows sends what they saw, so that nothing is widened unseen", async () => {
  const screen = await opening({ opened: "everyone", narrowed: "members" }, true);
  await screen.press("Save");
  expect(screen.asked).toEqual([{ do: "NarrowWords", about: 3, to: "members", shown: "members" }]);
});

test("S11b theirs stands beside mine, and whoever chooses by keyboard stays there", async () => {
  const meanwhile = new Meanwhile({ text: "old" }, 1);
  meanwhile.fields.text = "mine";
  meanwhile.follow({ text: "theirs" }, 2);
  const said = { text: (text: string) => ["The words", text] };
  const screen = await shown(MeanwhileThere as never, { meanwhile, said });
  expect(screen.text).toContain("The words theirs");
  await screen.press("Keep mine: The words");
  expect([
    screen.text,
    meanwhile.fields.text,
    document.activeElement?.getAttribute("role"),
  ]).toEqual(["", "mine", "status"]);
});
