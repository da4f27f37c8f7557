// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import HadToo from "../../src/parts/stories/HadToo.svelte";
import Experience from "../../src/phases/experience/Experience.svelte";
import MomentDialog from "../../src/phases/experience/MomentDialog.svelte";
import MomentLine from "../../src/phases/experience/MomentLine.svelte";
import MomentPanel from "../../src/phases/experience/MomentPanel.svelte";
import StoryDialog from "../../src/phases/experience/StoryDialog.svelte";
import { gone, type Screen, shown, type Told, WORST } from "../screen";
import { M, mine, moment, OWN, people, story, TOLD } from "./a_story";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(async () => {
  await gone();
  vi.useRealTimers();
});

const panel = (told: Told = TOLD, of = M[1]): Promise<Screen> =>
  shown(MomentPanel, { story: told.experiences?.[6] ?? story, moment: of, close: vi.fn() }, told);

test("E5 a moment goes one place earlier or later by a button", async () => {
  const screen = await panel({ ...OWN, may: ["ArrangeMoment"] });
  await screen.press("Earlier");
  expect(screen.asked[0]).toMatchObject({ do: "ArrangeMoment", about: 12, before: 11, version: 3 });
});

test("E5 a moment goes to the very end by the last one going before it, with all that it has", async () => {
  const screen = await panel({ ...OWN, may: ["ArrangeMoment"] });
  await screen.press("Later");
  expect(screen.asked).toEqual([
    {
      do: "ArrangeMoment",
      about: 13,
      lane: "Client",
      stage: "Pay",
      who: [],
      used: [],
      feeling: null,
      feeling_words: "",
      quote: "",
      inferred: false,
      before: 12,
      version: 3,
    },
  ]);
});

test("E5 the first cannot go earlier, and the last not later", async () => {
  const first = await panel({ ...OWN, may: ["ArrangeMoment"] }, M[0]);
  expect(first.button("Earlier").disabled).toBe(true);
  await gone();
  const last = await panel({ ...OWN, may: ["ArrangeMoment"] }, M[2]);
  expect(last.button("Later").disabled).toBe(true);
});

test("E6a what somebody else added waits for the teller, who takes it on the map or off it", async () => {
  const waiting = { ...M[1], by: 9, accepted: false } as (typeof M)[0];
  const may: Told["may"] = ["AcceptMoment"];
  const other = await panel({ ...TOLD, may }, waiting);
  expect(other.text).toContain("Added by Fay; the teller has not taken it on the map yet.");
  expect(other.buttons).not.toContain("Take it on the map");
  await gone();
  const screen = await panel({ ...OWN, may }, waiting);
  await screen.press("Take it on the map");
  expect(screen.asked).toEqual([{ do: "AcceptMoment", about: 12, accept: true }]);
});

test("E9 questions stand with the moment, each with its answers", async () => {
  const notes = {
    20: { id: 20, kind: "question", phase: "experience", text: "How long?", number: 1, by: 9 },
    21: { id: 21, kind: "answer", phase: "experience", text: "All winter", about: [20], by: 8 },
  };
  const screen = await panel({ ...TOLD, notes }, { ...M[1], questions: [20] } as never);
  expect(screen.text).toMatch(/How long\?.*All winter/);
});

test("E7 anybody says that they had that too, with words or without, unnamed if they like", async () => {
  const close = vi.fn();
  const screen = await shown(HadToo, { about: 12, close }, TOLD);
  screen.all("input[type=checkbox]")[0]?.click();
  await screen.press("I had that too");
  expect(screen.asked).toEqual([
    { do: "HadThatToo", about: 12, text: "", side: "", elsewhere: null, unnamed: true },
  ]);
  await screen.done();
  expect(close).toHaveBeenCalled();
});

test("E7 words for it are a draft of their own for each moment", async () => {
  const screen = await shown(HadToo, { about: 12, close: vi.fn() }, TOLD);
  screen.type("Twice", "textarea");
  expect(screen.room.drafts.get("had/12")).toBe("Twice");
  expect(screen.room.drafts.get("had/11")).toBe("");
});

const placing = (told: Told, more: object = {}): Promise<Screen> =>
  shown(MomentDialog, { story: told.experiences?.[6], moments: M, close: vi.fn(), ...more }, told);

test("E1 a new moment begins in the stage and lane of the last one", async () => {
  const screen = await placing(OWN);
  screen.type("Thanked", "textarea");
  await screen.press("Save");
  expect(screen.asked[0]).toMatchObject({
    do: "PlaceMoment",
    experience: 6,
    text: "Thanked",
    stage: "Pay",
    lane: "Client",
    before: null,
  });
});

test("G6d arranging one moment leaves the draft of another as it was", async () => {
  const screen = await placing({ ...OWN, may: ["ArrangeMoment"] }, { moment: M[0] });
  screen.room.drafts.set("moment/6", "begun");
  await screen.press("Save");
  await screen.done();
  expect(screen.room.drafts.get("moment/6")).toBe("begun");
});

test("G11a what a scribe types in a story is its teller's by itself", async () => {
  const screen = await placing({ ...TOLD, roles: ["scribe"] });
  screen.type("Waited more", "textarea");
  await screen.press("Save");
  expect(screen.asked[0]).toMatchObject({ for_person: 8 });
});

test("E1 a story is prepared by its teller for themselves, and laid out by a keeper for all", async () => {
  const own = await shown(StoryDialog, { close: vi.fn() }, { people });
  own.type("My winter", "input");
  await own.press("Save");
  expect(own.asked[0]).toMatchObject({ storytellers: [7], visibility: "only_me" });
  await gone();
  const keeper = await shown(StoryDialog, { close: vi.fn() }, { people, roles: ["scribe"] });
  keeper.type("Their winter", "input");
  expect(keeper.button("Save").disabled).toBe(true); // whose it is was not said yet
  keeper.choose("8");
  await keeper.press("Save");
  expect(keeper.asked[0]).toMatchObject({ storytellers: [8], visibility: "shared" });
});

test("E1 lanes and stages are read line by line, without empty ones", async () => {
  const screen = await shown(StoryDialog, { close: vi.fn() }, { people });
  screen.type("My winter", "input");
  const [stages, lanes] = screen.all("textarea") as HTMLTextAreaElement[];
  for (const [field, text] of [[stages, "Order\n\n Pay "] as const, [lanes, "Us"] as const]) {
    if (field) field.value = text;
    field?.dispatchEvent(new Event("input", { bubbles: true }));
  }
  await screen.press("Save");
  expect(screen.asked[0]).toMatchObject({ stages: ["Order", "Pay"], lanes: ["Us"] });
});

test("E1 with no story yet the phase says what comes here", async () => {
  expect((await shown(Experience)).text).toContain("No experience yet");
});

test("E3a stories stand in the order in which they were told, one tap apart", async () => {
  const experiences = {
    6: { ...story, stored_at: 20 },
    4: { ...story, id: 4, title: "The summer", stored_at: 30, moments: [] },
  };
  const screen = await shown(Experience, {}, { ...TOLD, experiences });
  const titles = screen.buttons.filter((one) => one.includes("The "));
  expect(titles).toEqual(["The winter", "The summer"]);
});

test("E3a a story stays the chosen one when it is shared and gets another id", async () => {
  const screen = await shown(Experience, {}, TOLD);
  screen.hear({ experiences: { "-3": { ...mine, id: -3, title: "My own", moments: [] } } }, "me");
  await screen.settle();
  await screen.press("My own");
  screen.hear({ experiences: { 30: { ...mine, id: 30, title: "My own", moments: [] } } });
  screen.hear({ experiences: { 30: { id: 30, private_id: -3 } } }, "me", { experiences: [-3] });
  await screen.settle();
  expect(screen.button("My own").getAttribute("aria-pressed")).toBe("true");
});

test("a hostile title and moment are words", async () => {
  const words = WORST;
  const told = {
    ...TOLD,
    experiences: { 6: { ...story, title: words, lanes: [words] } },
    moments: { 11: moment(11, words, { lane: words, stage: words, quote: words }) },
  };
  const screen = await shown(Experience, {}, told);
  expect(screen.all("img, script")).toEqual([]);
});

const line = (told: Told = {}) =>
  shown(MomentLine as never, { story, moments: M, more: vi.fn() }, { ...TOLD, ...told });
const SCRIBE: Told = { roles: ["scribe"], may: ["PlaceMoment"] };

test("E2 a scribe needs two keys for a moment beside its text: Enter, and a number for how it felt", async () => {
  const screen = await line(SCRIBE);
  screen.type("Asked again @[Us] #[Later] “Nobody knew”", "textarea");
  await screen.settle();
  screen.one("textarea").focus();
  await screen.key("Enter");
  await screen.settle();
  await screen.key("1");
  expect(screen.asked).toMatchObject([
    {
      do: "PlaceMoment",
      experience: 6,
      text: "Asked again",
      quote: "Nobody knew",
      lane: "Us",
      stage: "Later",
      feeling: -2,
      for_person: 8,
    },
  ]);
});

test("E2 Enter twice places a moment whose feeling was not said, where the last one stood", async () => {
  const screen = await line(SCRIBE);
  screen.type("Asked again", "textarea");
  await screen.settle();
  screen.one("textarea").focus();
  await screen.key("Enter");
  await screen.settle();
  await screen.key("Enter");
  expect(screen.asked).toMatchObject([
    { do: "PlaceMoment", text: "Asked again", lane: "Client", stage: "Pay", feeling: null },
  ]);
});

test("E2 after a moment the line is empty and has the focus, for the next", async () => {
  const screen = await line(SCRIBE);
  screen.type("Asked again", "textarea");
  await screen.settle();
  screen.one("textarea").focus();
  await screen.key("Enter", { ctrlKey: true });
  await screen.settle();
  expect((screen.one("textarea") as HTMLTextAreaElement).value).toBe("");
  expect(document.activeElement).toBe(screen.one("textarea"));
});
