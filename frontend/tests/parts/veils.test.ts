import { expect, test } from "vitest";
import { actsOf, coverers, type Place, placeOf, sameBeneath } from "../../src/parts/things/veils";
import { Flipchart } from "../../src/room/flipchart.svelte";

const veil = (veil: number, about: number, by: number | undefined, more: Partial<Place> = {}) =>
  ({
    veil,
    about,
    by,
    because: "name",
    covers: ["Acme"],
    at: veil,
    until: veil + 3,
    ...more,
  }) as Place;

test("L4c what one person covered in one go is one act with all its places", () => {
  const acts = actsOf([veil(5, 1, 7), veil(5, 2, 7), veil(6, 1, 7)]);
  expect(acts.map((act) => [act.veil, act.places.map((place) => place.about)])).toEqual([
    [5, [1, 2]],
    [6, [1]],
  ]);
});

test("L4d all that one person covered stands together, whoever covered last first", () => {
  const people = coverers([veil(5, 1, 7), veil(6, 1, 8), veil(9, 2, 7), veil(9, 3, 7)]);
  expect(people.map((one) => [one.by, one.places, one.acts.map((act) => act.veil)])).toEqual([
    [7, 3, [9, 5]],
    [8, 1, [6]],
  ]);
});

test("A3a what must not tell who covered it stands apart from everybody's", () => {
  const people = coverers([veil(5, 1, undefined), veil(6, 1, 7), veil(7, 2, undefined)]);
  expect(people.map((one) => [one.by, one.acts.length])).toEqual([
    [null, 2],
    [7, 1],
  ]);
});

test("E4d what lies beneath is said once for the act where it is the same everywhere", () => {
  const [same] = actsOf([veil(5, 1, 7), veil(5, 2, 7)]);
  const [other] = actsOf([veil(6, 1, 7), veil(6, 2, 7, { covers: ["ACME"] })]);
  expect([same, other].map((act) => act && sameBeneath(act))).toEqual([["Acme"], null]);
});

test("E4d every place that is covered has a name and a way to it", () => {
  const chart = new Flipchart();
  const put = {
    notes: {
      "3": { id: 3, kind: "note", phase: "aims", number: 4, unnamed: true, text: "███ paid" },
    },
    offers: { "4": { id: 4, about: 3, text: "███ paid us" } },
    agreement: { "5": { id: 5, state: "", stored_at: 1, text: "No ███ here" } },
  };
  chart.take({ for: "everyone", number: 1, whole: true, put: put as never });
  expect([3, 4, 5].map((id) => placeOf(chart, id))).toEqual([
    { name: "Note 4, Unnamed", text: "███ paid", goTo: 3 },
    { name: "Wording offered for Note 4, Unnamed", text: "███ paid us", goTo: 3 },
    { name: "How we want to be together", text: "No ███ here", goTo: 5 },
  ]);
});
