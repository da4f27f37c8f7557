/**
 * What of a change concerns a person so much that it is said aloud, whoever looks at the screen:
 * all of it in one place. How it is spoken is `announce.ts`.
 */

import type { RoundView, VoteView, WorkshopView } from "../wire";
import { aloud } from "../words/aloud";
import { leading, moving, round as rounds, says } from "../words/says";
import type { How } from "./announce";
import { type Flipchart, toldInOrder } from "./flipchart.svelte";
import type { Change } from "./layers";

export interface Sentence extends How {
  words: string;
  /** Shown for a while as well. */
  shown?: boolean;
}

/** The flipchart as a change finds it, as far as anything of it is said aloud. */
interface Found {
  workshop?: WorkshopView;
  vote?: VoteView | null;
  round?: RoundView | null;
  hands: number[];
  done: boolean;
  roles: string[];
  handUp: boolean;
  /** Who speaks first of the story that is spoken of; nobody outside of Reflect. */
  first: number[];
  /** Words of mine that everybody reads, of those that the change is about. */
  mine: number[];
  /** Questions and other wordings, of those that the change is about. */
  about: Set<number>;
}

const BECOME: Partial<Record<string, string>> = {
  facilitator: aloud.youFacilitate,
  scribe: aloud.youTypeForOthers,
  observer: aloud.youWatch,
};
const NO_MORE: Partial<Record<string, string>> = {
  facilitator: aloud.facilitatorNoMore,
  scribe: aloud.scribeNoMore,
  observer: aloud.watchNoMore,
};
/** Totals that are said: more than these nobody keeps in mind. */
const TOTALS = 3;

export class Concerning {
  #chart: Flipchart;
  #me: number | null;

  constructor(chart: Flipchart, me: number | null) {
    this.#chart = chart;
    this.#me = me;
  }

  /** Make the change; what is to be said of it, at this time of the server's. */
  after(change: Change, now: number, make: () => void): Sentence[] {
    const ids = ["notes", "moments", "aims", "values", "elements", "offers"].flatMap((kind) =>
      Object.keys(change.put?.[kind] ?? {}).map(Number),
    );
    const before = this.#found(ids);
    make();
    const after = this.#found(ids);
    if (!after.workshop) return [];
    const roles = this.#ofRoles(before, after);
    // What stood there already when the page came is on the page, and no news.
    if (!before.workshop) return roles;
    return [
      ...this.#ofTheFlipchart(before.workshop, after.workshop),
      ...this.#ofTheBreak(before.workshop, after.workshop, now),
      ...this.#ofThePace(before.workshop, after.workshop),
      ...this.#ofTheVote(before, after),
      ...this.#ofTheRound(before, after),
      ...this.#ofTheTellers(before, after),
      ...this.#ofHands(before, after),
      ...roles,
      ...this.#ofMyWords(before, after, ids),
    ];
  }

  #found(ids: number[]): Found {
    const chart = this.#chart;
    const me = this.#me === null ? undefined : chart.people.get(this.#me);
    const { done = 0, people = 0 } = chart.counts;
    const story =
      chart.workshop?.phase === "reflect"
        ? chart
            .standing(chart.experiences.values())
            .filter((one) => one.state !== "withdrawn")
            .sort(toldInOrder)
            .at(-1)
        : undefined;
    return {
      workshop: chart.workshop,
      vote: chart.on("vote"),
      round: chart.on("round"),
      hands: (chart.on("hands") ?? []).map((hand) => hand.person),
      done: people > 0 && done >= people,
      roles: me?.roles ?? [],
      handUp: me?.hand_up ?? false,
      first: story?.waited_for ?? [],
      mine: ids.filter((id) => {
        const thing = chart.find(id);
        return thing?.mine === true && thing.state === undefined;
      }),
      about: new Set(ids.filter((id) => chart.notes.has(id) || chart.offers.has(id))),
    };
  }

  #ofTheFlipchart(before: WorkshopView, after: WorkshopView): Sentence[] {
    const said: Sentence[] = [];
    if (before.phase !== after.phase) {
      const place = (name: string) => this.#chart.phases.findIndex((one) => one.phase === name);
      const name = this.#chart.phase(after.phase)?.name ?? "";
      // A screen that goes back by itself says why, to everybody.
      if (place(after.phase) < place(before.phase))
        said.push({ words: moving.wentBack(name), shown: true });
      else said.push({ words: moving.goesTo(name) });
    }
    if (!before.opened && after.opened) said.push({ words: says.opened });
    else if (Boolean(before.closed) !== Boolean(after.closed))
      said.push({ words: after.closed ? says.closed : says.opened, now: true });
    if (before.silence && !after.silence) said.push({ words: says.revealed });
    if (!before.silence && after.silence) said.push({ words: aloud.silence });
    if (Boolean(before.text_open) !== Boolean(after.text_open))
      said.push({ words: after.text_open ? aloud.textOpen : aloud.textKept });
    return said;
  }

  #ofTheBreak(before: WorkshopView, after: WorkshopView, now: number): Sentence[] {
    if (after.break_until && before.break_until !== after.break_until) {
      const minutes = Math.max(1, Math.round((after.break_until - now) / 60_000));
      return [{ words: aloud.break(minutes) }];
    }
    if (before.break_until && !after.break_until && !after.closed)
      return [{ words: aloud.breakOver }];
    return [];
  }

  #ofThePace({ pace_holder: before }: WorkshopView, after: WorkshopView): Sentence[] {
    const holder = after.pace_holder;
    if ((before ?? null) === (holder ?? null)) return [];
    if (holder != null)
      return [
        { words: holder === this.#me ? leading.yours : leading.theirs(this.#chart.name(holder)) },
      ];
    if (before === this.#me) return [{ words: leading.returned, shown: true }];
    return [{ words: leading.over }];
  }

  #ofTheVote(before: Found, after: Found): Sentence[] {
    if (!before.vote?.open && after.vote?.open)
      return [{ words: aloud.voteOpened(after.vote.dots_each), kind: "vote" }];
    if (!before.vote?.open || after.vote?.open) return [];
    const chart = this.#chart;
    const totals = [...chart.groups.values(), ...chart.notes.values(), ...chart.aims.values()]
      .map((one) => ({
        words: (one.is === "group" ? one.title : one.text) ?? "",
        dots: one.dots ?? 0,
      }))
      .filter(({ words, dots }) => words && dots > 0)
      .sort((one, other) => other.dots - one.dots)
      .slice(0, TOTALS)
      .map(({ words, dots }) => aloud.total(words, dots));
    return [{ words: aloud.voteClosed(totals.join("; ")), kind: "vote" }];
  }

  #ofTheRound({ round: before }: Found, { round: after }: Found): Sentence[] {
    const turnOf = (round: RoundView | null | undefined) => round?.order[round.at ?? 0];
    const whose = turnOf(after);
    if (after && whose !== undefined) {
      if (before?.kind === after.kind && turnOf(before) === whose) return [];
      const mine = whose === this.#me;
      const turn = mine ? rounds.yours : rounds.turn(this.#chart.name(whose));
      return [{ words: aloud.turn(rounds.title(after.kind), turn), kind: "round", now: mine }];
    }
    if (!before || turnOf(before) === undefined) return [];
    return [{ words: aloud.roundOver(rounds.title(before.kind)), kind: "round" }];
  }

  /** In Reflect the teller goes first; then everybody. */
  #ofTheTellers(before: Found, after: Found): Sentence[] {
    const mine = ({ first }: Found) => this.#me !== null && first.includes(this.#me);
    if (mine(after) && !mine(before)) return [{ words: aloud.tellerGoesFirst, now: true }];
    const here = before.workshop?.phase === after.workshop?.phase;
    if (here && before.first.length > 0 && after.first.length === 0)
      return [{ words: aloud.tellerHasSpoken }];
    return [];
  }

  #ofHands(before: Found, after: Found): Sentence[] {
    const said: Sentence[] = [];
    const up = after.hands.filter((one) => one !== this.#me && !before.hands.includes(one));
    const all = says.hands(after.hands.length);
    if (up.length === 1)
      said.push({ words: aloud.hand(this.#chart.name(up[0]), all), kind: "hands" });
    else if (up.length > 1) said.push({ words: `${all}.`, kind: "hands" });
    if (before.handUp && !after.handUp) said.push({ words: aloud.handDown });
    if (after.done && !before.done && after.roles.includes("facilitator"))
      said.push({ words: aloud.everybodyDone });
    return said;
  }

  #ofRoles(before: Found, after: Found): Sentence[] {
    const words = [
      ...after.roles.filter((role) => !before.roles.includes(role)).map((role) => BECOME[role]),
      ...before.roles.filter((role) => !after.roles.includes(role)).map((role) => NO_MORE[role]),
    ];
    return words.filter((one) => one !== undefined).map((one) => ({ words: one }));
  }

  #ofMyWords(before: Found, after: Found, ids: number[]): Sentence[] {
    const chart = this.#chart;
    const said: Sentence[] = [];
    if (before.mine.some((id) => chart.find(id)?.state === "hidden"))
      said.push({ words: aloud.hidden });
    const mine = (about: number | undefined) =>
      about !== undefined && chart.find(about)?.mine === true;
    for (const id of ids.filter((one) => after.about.has(one) && !before.about.has(one))) {
      const [note, offer] = [chart.notes.get(id), chart.offers.get(id)];
      if (note?.kind === "question" && !note.mine && note.about?.some(mine))
        said.push({ words: aloud.questioned, kind: "questioned" });
      if (offer && !offer.mine && mine(offer.about))
        said.push({ words: aloud.offered, kind: "offered" });
    }
    return said;
  }
}
