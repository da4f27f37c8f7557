// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import Agreement from "../../src/phases/gather/Agreement.svelte";
import Gather from "../../src/phases/gather/Gather.svelte";
import HiddenTogether from "../../src/phases/gather/HiddenTogether.svelte";
import OfferedStories from "../../src/phases/gather/OfferedStories.svelte";
import People from "../../src/phases/gather/People.svelte";
import { gone, person, reads, type Screen, shown, type Told, WORST } from "../screen";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(async () => {
  await gone();
  vi.useRealTimers();
});

const FAY = person(8, "Fay", { roles: ["facilitator", "participant"] });
const INES = person(9, "Ines", { where: "phone", without_device: true });
const line = {
  id: 3,
  text: "We let each other finish",
  by: 8,
  agreed: 2,
  stored_at: 1,
  version: 4,
};

async function pick(screen: Screen, name: string): Promise<void> {
  screen
    .all("[role=menuitem]")
    .find((one) => reads(one) === name)
    ?.click();
  await screen.settle();
}

test("G10a a line says whose it is and how many agree, and I agree to these words alone", async () => {
  const told: Told = { people: { 8: FAY }, agreement: { 3: line }, may: ["AgreeToLine"] };
  const screen = await shown(Agreement, {}, told);
  expect(screen.text).toContain("We let each other finish Fay · 2 agree");
  await screen.press("I agree");
  expect(screen.asked).toEqual([{ do: "AgreeToLine", about: 3, agree: true, version: 4 }]);
});

test("G10a whoever agreed takes it back with the same tap", async () => {
  const mine = { agreement: { 3: { id: 3, agreed_by_me: true } } };
  const screen = await shown(Agreement, {}, { agreement: { 3: line }, may: ["AgreeToLine"], mine });
  expect(screen.button("You agree").getAttribute("aria-pressed")).toBe("true");
  await screen.press("You agree");
  expect(screen.asked).toEqual([{ do: "AgreeToLine", about: 3, agree: false, version: 4 }]);
});

test("G10b where the words changed, what was agreed before is said, and I am asked again", async () => {
  const was = [{ text: "We listen", by: 8, at: 1 }];
  const told: Told = {
    agreement: { 3: { ...line, agreed: 0, agreed_before: 2, was } },
    may: ["AgreeToLine"],
    mine: { agreement: { 3: { id: 3, agreed_before_by_me: true } } },
  };
  const screen = await shown(Agreement, {}, told);
  expect(screen.text).toMatch(/It read before: ?We listen/);
  expect(screen.text).toContain("nobody yet · 2 agreed to an earlier wording");
  expect(screen.text).toContain("Do you agree to these words?");
});

test("G10a who watches reads the lines and presses nothing", async () => {
  const screen = await shown(Agreement, {}, { agreement: { 3: line }, roles: ["observer"] });
  expect(screen.buttons).toEqual([]);
});

test("S7 a line that was taken back is not there, and an empty list says what comes there", async () => {
  const screen = await shown(Agreement, {}, { agreement: { 3: { ...line, state: "withdrawn" } } });
  expect(screen.text).toContain("No lines yet For example: we let each other finish.");
});

const everybody = [
  { ...person(7, "Robin"), me: true },
  { ...FAY, is: "person" },
  { ...INES, is: "person" },
];
const here = (told: Told = {}): Promise<Screen> =>
  shown(People, { everybody }, { people: { 8: FAY, 9: INES }, ...told });

test("G1 everybody reads who is here, in which role, and how they are here", async () => {
  const screen = await here();
  expect(screen.all("li").map(reads)).toEqual([
    "Robin (you)",
    "Fay facilitator, not connected",
    "Ines on the phone, no device",
  ]);
});

test("G19 who is connected is not called not connected", async () => {
  const screen = await here();
  screen.browser.hear({ here: { people: [7, 8], now: Date.now() } });
  await screen.settle();
  expect(screen.text).not.toContain("not connected");
});

test("G5 nobody but who may is offered anything to do with people", async () => {
  expect((await here()).buttons).toEqual([]);
});

test("G5 roles are given and taken one by one, and nobody takes being a participant", async () => {
  const told: Told = { roles: ["facilitator"], may: ["GiveRole", "TakeRole"] };
  const screen = await here(told);
  await screen.press("More: Fay");
  expect(screen.all("[role=menuitem]").map(reads)).toEqual([
    "No longer facilitator",
    "Make them scribe",
    "Make them observer",
  ]);
  await pick(screen, "Make them scribe");
  expect(screen.asked).toEqual([{ do: "GiveRole", person: 8, role: "scribe" }]);
});

test("G12a nobody removes themselves, and removing is asked before", async () => {
  const screen = await here({ roles: ["facilitator"], may: ["RemovePerson"] });
  expect(screen.buttons).toEqual(["More: Fay", "More: Ines"]);
  await screen.press("More: Ines");
  await pick(screen, "Remove from the workshop");
  expect(screen.text).toContain("Remove Ines? What they wrote stays.");
  expect(screen.asked).toEqual([]);
  await screen.press("Remove from the workshop");
  expect(screen.asked).toEqual([{ do: "RemovePerson", person: 9 }]);
});

test("G12i with whom is removed goes what they put up by name, where that is ticked", async () => {
  const screen = await here({ roles: ["facilitator"], may: ["RemovePerson"] });
  await screen.press("More: Ines");
  await pick(screen, "Remove from the workshop");
  screen.one("input[type=checkbox]").click();
  await screen.press("Remove from the workshop");
  await screen.done();
  expect(screen.asked).toEqual([
    { do: "RemovePerson", person: 9 },
    { do: "HideAllOf", people: [9] },
  ]);
});

test("G12i hiding all of somebody can take those who came after them, guests alone", async () => {
  const guests = { 10: person(10, "Troll (2)"), 11: person(11, "Paper", { without_device: true }) };
  const screen = await here({
    roles: ["facilitator"],
    may: ["HideAllOf"],
    people: { 8: FAY, 9: INES, ...guests },
  });
  await screen.press("More: Ines");
  await pick(screen, "Hide all they put up…");
  expect(screen.text).toContain("And of the one who came in after them: Troll (2)");
  screen.one("dialog input[type=checkbox]").click();
  await screen.press("Hide it");
  expect(screen.asked).toEqual([{ do: "HideAllOf", people: [9, 10] }]);
});

test("G16 somebody without a device is added by name", async () => {
  const screen = await here({ roles: ["scribe"], may: ["AddPerson"] });
  await screen.press("Add somebody without a device");
  expect(screen.button("Save").disabled).toBe(true);
  screen.type("Gran", "dialog input");
  screen.choose("phone", "dialog select");
  await screen.press("Save");
  expect(screen.asked).toEqual([{ do: "AddPerson", name: "Gran", where: "phone" }]);
});

test("G16 a refused name stays in its field", async () => {
  const screen = await here({ roles: ["scribe"], may: ["AddPerson"] });
  await screen.press("Add somebody without a device");
  screen.type("Fay", "dialog input");
  await screen.press("Save");
  await screen.refuse("Somebody here is called Fay already.");
  expect((screen.one("dialog input") as HTMLInputElement).value).toBe("Fay");
});

const acts = [{ person: 9, by: 8, at: 900_000 }];
const hidden = { 4: { id: 4, kind: "note", phase: "aims", text: "rude", by: 9, together: true } };

test("G12j everybody reads that all of somebody was hidden and by whom, and not what", async () => {
  const screen = await shown(
    HiddenTogether,
    {},
    { people: { 8: FAY, 9: INES }, sheet: { hidden: acts }, notes: hidden },
  );
  expect(screen.text).toContain("Fay hid what Ines put up in their name.");
  expect(screen.text).not.toContain("rude");
  expect(screen.buttons).toEqual([]);
});

test("G12j whose things were hidden reads that they still see them", async () => {
  const screen = await shown(
    HiddenTogether,
    {},
    { people: { 8: FAY }, sheet: { hidden: [{ person: 7, by: 8, at: 900_000 }] } },
  );
  expect(screen.text).toContain("Fay hid what you put up in your name. You still see it");
});

test("G12i facilitators read what was hidden, and show all of it again in one act", async () => {
  const told: Told = { roles: ["facilitator"], may: ["ShowAllOf"], sheet: { hidden: acts } };
  const screen = await shown(
    HiddenTogether,
    {},
    { ...told, people: { 8: FAY, 9: INES }, notes: hidden },
  );
  expect(screen.text).toContain("What is hidden: 1 rude");
  await screen.press("Show it again: Ines");
  expect(screen.asked).toEqual([{ do: "ShowAllOf", people: [9] }]);
});

const told = { side: "client", elsewhere: true, line: "A winter unpaid" };

test("G13 who has a story to tell says so to the facilitators", async () => {
  const sheet = { workshop: { phase: "gather", opened: true, sides: ["client", "provider"] } };
  const screen = await shown(OfferedStories, { everybody: [] }, { may: ["OfferStory"], sheet });
  await screen.press("I have an experience I could tell");
  screen.type("A winter unpaid", "dialog textarea");
  screen.choose("client", "dialog select");
  await screen.press("Tell the facilitators");
  expect(screen.asked).toEqual([
    { do: "OfferStory", side: "client", elsewhere: false, line: "A winter unpaid" },
  ]);
});

test.each([
  [{ asked: true }, "You are asked to tell it."],
  [{ declined: true }, "you would rather not tell it"],
  [{}, "The facilitators know that you have an experience to tell."],
])("W31 whose story is %j reads what became of it", async (more, said) => {
  const mine = { people: { 7: { id: 7, me: true, story: { ...told, ...more } } } };
  const screen = await shown(OfferedStories, { everybody: [] }, { may: ["OfferStory"], mine });
  expect(screen.text).toContain(said);
});

test("W31 whoever would rather not tell says so without a reason, and once", async () => {
  const mine = { people: { 7: { id: 7, me: true, story: told } } };
  const may: Told["may"] = ["OfferStory", "RatherNot"];
  const screen = await shown(OfferedStories, { everybody: [] }, { may, mine });
  await screen.press("I would rather not tell it");
  expect(screen.asked).toEqual([{ do: "RatherNot" }]);
  await gone();
  const no = { people: { 7: { id: 7, me: true, story: { ...told, declined: true } } } };
  const after = await shown(OfferedStories, { everybody: [] }, { may, mine: no });
  expect(after.buttons).toEqual(["I have an experience I could tell"]);
});

test("G13 facilitators read what was offered, and ask somebody to tell it", async () => {
  const offering = [{ ...INES, story: told }];
  const screen = await shown(
    OfferedStories,
    { everybody: offering },
    { people: { 9: INES }, roles: ["facilitator"], may: ["AskToTell"] },
  );
  expect(screen.text).toContain("Ines client, elsewhere A winter unpaid");
  await screen.press("Ask them to tell it");
  expect(screen.asked).toEqual([{ do: "AskToTell", person: 9 }]);
});

test("G13 nobody but facilitators reads what was offered", async () => {
  const screen = await shown(OfferedStories, { everybody: [{ ...INES, story: told }] });
  expect(screen.text).toBe("");
});

test("hostile names and lines are words", async () => {
  const words = WORST;
  const people = { 8: person(8, words) };
  const screen = await shown(Gather, {}, { people, agreement: { 3: { ...line, text: words } } });
  expect(screen.all("img, script")).toEqual([]);
});

test("forty people and forty notes are all there, each note once", async () => {
  const people: Record<number, object> = {};
  const notes: Record<number, object> = {};
  for (let at = 0; at < 40; at++) {
    people[100 + at] = person(100 + at, `Person ${at}`);
    notes[200 + at] = {
      id: 200 + at,
      kind: "note",
      phase: "gather",
      number: at + 1,
      text: "Hello",
    };
  }
  const screen = await shown(Gather, {}, { people, notes });
  expect(screen.text).toContain("Who is here 41");
  expect(screen.all(".notes > li")).toHaveLength(40);
});

test("A6 a note that stands in another is not drawn by itself, nor a memo or what was not quite meant", async () => {
  const notes = {
    1: { id: 1, kind: "note", phase: "gather", text: "stands" },
    2: { id: 2, kind: "note", phase: "gather", text: "inside", merged_into: 1 },
    3: { id: 3, kind: "memo", phase: "gather", text: "memo" },
    4: { id: 4, kind: "not_quite", phase: "gather", text: "not quite" },
    5: { id: 5, kind: "note", phase: "aims", text: "elsewhere" },
  };
  const screen = await shown(Gather, {}, { notes });
  expect(screen.all(".notes > li").map((one) => one.id)).toEqual(["thing-1"]);
});
