import { expect, test } from "vitest";
import { Flipchart, keyOf, toldInOrder } from "../../src/room/flipchart.svelte";

function chart(put: object, mine: object = {}): Flipchart {
  const made = new Flipchart();
  made.take({ for: "everyone", number: 1, whole: true, put: put as never });
  made.take({ for: "me", number: 1, whole: true, put: mine as never });
  return made;
}
const note = (id: number, more: object = {}) => ({ id, kind: "note", phase: "aims", ...more });

test("S3 what only lies over a thing is not drawn where the thing is gone", () => {
  const made = chart({ notes: { 1: note(1) } }, { notes: { 1: { id: 1, mine: true } } });
  expect(made.notes.get(1)?.mine).toBe(true);
  made.take({ for: "everyone", number: 2, drop: { notes: [1] } });
  expect(made.notes.get(1)).toBeUndefined();
});

test("S3 what only I receive is drawn like any other", () => {
  const made = chart({}, { notes: { "-3": note(-3, { held: true, mine: true }) } });
  expect(made.notes.get(-3)).toMatchObject({ is: "note", held: true });
});

test("S3 what this page knows no place for is left alone", () => {
  const made = chart({ spells: { 1: { id: 1 } }, notes: { 1: note(1) } });
  expect(made.notes.size).toBe(1);
});

test("S3 no name of a collection reaches what the flipchart itself is made of", () => {
  const made = chart({
    take: { 1: { id: 1 } },
    find: { 1: { id: 1 } },
    __proto__: { 1: { id: 1 } },
  });
  expect([typeof made.take, typeof made.find]).toEqual(["function", "function"]);
});

test("G4a a name that looks like another's carries its number; nobody has an empty one", () => {
  const made = chart({
    people: { 1: { id: 1, name: "Heron" }, 2: { id: 2, name: "Heron", called: "Heron (2)" } },
  });
  expect([1, 2, 3, null, undefined].map((id) => made.name(id))).toEqual([
    "Heron",
    "Heron (2)",
    "",
    "",
    "",
  ]);
});

test("G12j what was hidden with all of somebody's stands on nobody's board but theirs", () => {
  const made = chart(
    { notes: { 1: note(1, { together: true }), 2: note(2) } },
    { notes: { 1: { id: 1, mine: true } } },
  );
  expect(made.standing(made.notes.values()).map((one) => one.id)).toEqual([1, 2]);
  made.take({ for: "me", number: 2, whole: true });
  expect(made.standing(made.notes.values()).map((one) => one.id)).toEqual([2]);
});

test("what was taken off stands nowhere, what was hidden or withdrawn stands as that", () => {
  const states = ["", "hidden", "withdrawn", "deleted"];
  const notes = Object.fromEntries(states.map((state, at) => [at, note(at, { state })]));
  expect(
    chart({ notes })
      .standing(chart({ notes }).notes.values())
      .map((one) => one.state),
  ).toEqual(["", "hidden", "withdrawn"]);
});

test("A7 aims stand in the group's order, and one that this page does not have is not there", () => {
  const aim = (id: number) => ({ id, first_text: "a", text: "a" });
  const made = chart({ aims: { 1: aim(1), 2: aim(2) }, sheet: { aims: [2, 9, 1] } });
  expect(made.aimList.map((one) => one.id)).toEqual([2, 1]);
});

test("E3a what I chose while it was mine alone is the same once everybody receives it", () => {
  const made = chart({}, { moments: { "-3": { id: -3, experience: 6, mine: true } } });
  expect(made.now(-3)).toBe(-3);
  made.take({
    for: "everyone",
    number: 2,
    put: { moments: { 30: { id: 30, experience: 6 } } } as never,
  });
  made.take({
    for: "me",
    number: 2,
    put: { moments: { 30: { id: 30, private_id: -3 } } } as never,
  });
  expect([made.now(-3), made.now(30)]).toEqual([30, 30]);
  expect(keyOf({ id: 30, private_id: -3 })).toBe(keyOf({ id: -3 }));
});

test("E3a stories stand in the order in which they were told, also those that are mine alone", () => {
  const story = (id: number, stored_at?: number) => ({ id, stored_at }) as never;
  const told = [story(9, 5), story(-4, 2), story(3, 2), story(1)];
  expect(told.toSorted(toldInOrder).map((one: { id: number }) => one.id)).toEqual([1, -4, 3, 9]);
});

test("E9 what is about a thing is found, of one kind or of any, and not what was taken off", () => {
  const notes = {
    1: note(1, { kind: "question", about: [9] }),
    2: note(2, { kind: "answer", about: [9] }),
    3: note(3, { kind: "question", about: [9], state: "deleted" }),
    4: note(4, { kind: "question", about: [8] }),
  };
  const made = chart({ notes });
  expect(made.notesAbout(9).map((one) => one.id)).toEqual([1, 2]);
  expect(made.notesAbout(9, "question").map((one) => one.id)).toEqual([1]);
});

test("O2a gaps stand kind by kind in the method's order, and of one kind in the group's", () => {
  const gap = (kind: string, about: number) => ({ kind, sentence: "s", about });
  const made = chart({
    gaps: {
      1: gap("serves_no_aim", 1),
      2: gap("aim_unserved", 2),
      3: gap("aim_unserved", 3),
      9: gap("unanswered", 9),
    },
    sheet: { aims: [3, 2], process: { elements: [1] }, silent_sides: [{ kind: "side_silent" }] },
  });
  expect(made.gapList.map((one) => [one.kind, one.about])).toEqual([
    ["aim_unserved", 3],
    ["aim_unserved", 2],
    ["unanswered", 9],
    ["serves_no_aim", 1],
    ["side_silent", undefined],
  ]);
});

test("any thing is found by its id, and no person, offer or line among them", () => {
  const made = chart({
    people: { 1: { id: 1, name: "Fay" } },
    offers: { 2: { id: 2, about: 9 } },
    values: { 3: { id: 3, name: "Care" } },
  });
  expect([1, 2, 3].map((id) => made.find(id)?.is)).toEqual([undefined, undefined, "value"]);
});
