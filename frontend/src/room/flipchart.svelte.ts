/**
 * The flipchart as this page sees it, kept so that only what changed is drawn again. It knows no
 * rules.
 */

import { SvelteMap } from "svelte/reactivity";
import {
  type AgreementView,
  type AimView,
  type CopiesView,
  type DotsView,
  type ElementView,
  type ExperienceView,
  GAPS,
  type GapView,
  type GroupView,
  KIND_IN,
  type Kind,
  type MomentView,
  type NoteView,
  type OfferView,
  type Overlay,
  type PersonOverlay,
  type PersonView,
  type PhaseView,
  type RestsView,
  type SlipsView,
  type ValueView,
  type VeilsView,
  type WholeView,
} from "../wire";
import { type Change, Layers } from "./layers";

export type Mine = Pick<
  Overlay,
  "mine" | "agreed_by_me" | "agreed_before_by_me" | "hidden_by" | "hidden_why" | "private_id"
>;
/**
 * A thing as it is drawn: what the layers say of it, and its kind, by the collection in which it
 * came.
 */
type Seen<View, Collection extends keyof typeof KIND_IN> = View &
  Mine & { is: (typeof KIND_IN)[Collection] };
export type Person = PersonView & Omit<PersonOverlay, "id">;
export type Note = Seen<NoteView, "notes">;
export type Moment = Seen<MomentView, "moments">;
export type Experience = Seen<ExperienceView, "experiences">;
export type Aim = Seen<AimView, "aims">;
export type Group = Seen<GroupView, "groups">;
export type Value = Seen<ValueView, "values">;
export type Element = Seen<ElementView, "elements">;
export type Line = Seen<AgreementView, "agreement">;
export type Offer = Seen<OfferView, "offers">;
export type Thing = Note | Moment | Experience | Aim | Group | Value | Element;

/**
 * What a whole view has and an overlay alone has not: an overlay whose thing is gone is not drawn.
 */
const WHOLE: Record<string, string[]> = {
  people: ["name"],
  notes: ["kind"],
  groups: ["title"],
  aims: ["first_text"],
  values: ["name"],
  experiences: ["storytellers", "state", "stored_at"],
  moments: ["experience"],
  elements: ["kind"],
  agreement: ["stored_at", "state"],
  offers: ["about"],
  gaps: ["sentence"],
  rests: ["said", "tellers"],
  dots: ["left"],
  copies: ["looking", "at"],
  slips: ["undo", "redo", "stuck"],
  veils: ["veils"],
};

/**
 * The same for a thing before and after everybody receives it: until then it has another id, which
 * I know.
 */
export const keyOf = (thing: { id: number; private_id?: number | null }): number =>
  thing.private_id ?? thing.id;

/** Stories in the order in which they were told; a private id tells no order. */
export const toldInOrder = (one: Experience, other: Experience): number =>
  (one.stored_at ?? 0) - (other.stored_at ?? 0) || one.id - other.id;

/** Whether somebody is one of these at this workshop. */
export const isOne = (person: Person | undefined, roles: readonly string[]): boolean =>
  (person?.roles ?? []).some((role) => roles.includes(role));

export class Flipchart {
  people = new SvelteMap<number, Person>();
  notes = new SvelteMap<number, Note>();
  groups = new SvelteMap<number, Group>();
  aims = new SvelteMap<number, Aim>();
  values = new SvelteMap<number, Value>();
  experiences = new SvelteMap<number, Experience>();
  moments = new SvelteMap<number, Moment>();
  elements = new SvelteMap<number, Element>();
  agreement = new SvelteMap<number, Line>();
  offers = new SvelteMap<number, Offer>();
  gaps = new SvelteMap<number, GapView>();
  rests = new SvelteMap<number, RestsView>();
  dots = new SvelteMap<number, DotsView>();
  copies = new SvelteMap<number, CopiesView>();
  slips = new SvelteMap<number, SlipsView>();
  veils = new SvelteMap<number, VeilsView>();
  sheet = new SvelteMap<keyof WholeView, unknown>();
  #layers = new Layers();
  #shared = new SvelteMap<number, number>();

  get number(): number | null {
    return this.#layers.number;
  }

  take(change: Change): void {
    for (const key of this.#layers.take(change)) this.#draw(key[0], key[1]);
  }

  #draw(collection: string, id: string): void {
    const drawn = this.#layers.merged([collection, id]);
    if (collection === "sheet") {
      if (drawn === undefined) this.sheet.delete(id as keyof WholeView);
      else this.sheet.set(id as keyof WholeView, drawn);
      return;
    }
    const things = (this as unknown as Record<string, SvelteMap<number, unknown>>)[collection];
    if (!(things instanceof SvelteMap)) return;
    const isWhole =
      drawn !== undefined && (WHOLE[collection] ?? []).some((field) => field in (drawn as object));
    const is = (KIND_IN as Record<string, Kind>)[collection];
    if (isWhole) things.set(Number(id), is === undefined ? drawn : { ...(drawn as object), is });
    else things.delete(Number(id));
    const before = (drawn as Mine | undefined)?.private_id;
    if (isWhole && before != null) this.#shared.set(before, Number(id));
  }

  /** The id by which everybody knows what I chose while it was private. */
  now(id: number): number {
    return this.#shared.get(id) ?? id;
  }

  on<K extends keyof WholeView>(name: K): WholeView[K] {
    return this.sheet.get(name) as WholeView[K];
  }

  get workshop() {
    return this.on("workshop");
  }

  /** Opened, and not closed. */
  get isOpen(): boolean {
    return this.workshop?.opened === true && !this.workshop.closed;
  }

  get counts() {
    return this.on("counts") ?? {};
  }

  get phases(): PhaseView[] {
    return this.on("phases") ?? [];
  }

  phase(name: string): PhaseView | undefined {
    return this.phases.find((phase) => phase.phase === name);
  }

  /** Whatever has that id. */
  find(id: number): Thing | undefined {
    return (
      this.notes.get(id) ??
      this.moments.get(id) ??
      this.groups.get(id) ??
      this.aims.get(id) ??
      this.values.get(id) ??
      this.elements.get(id) ??
      this.experiences.get(id)
    );
  }

  /** Whether everybody who is here reads a thing now. */
  everybodyReads(thing: Thing): boolean {
    const collection = Object.entries(KIND_IN).find(([, kind]) => kind === thing.is)?.[0] ?? "";
    return !thing.state && this.#layers.isEverybodys([collection, String(thing.id)]);
  }

  /**
   * A person's name; look-alike names carry a number, so that nobody is mistaken for somebody else
   * (G4).
   */
  name(id: number | null | undefined): string {
    const person = id == null ? undefined : this.people.get(id);
    if (!person) return "";
    return person.called || person.name;
  }

  /**
   * Those that are shown: what was hidden with all of somebody's is on nobody's board but theirs.
   */
  standing<T extends { state?: string; together?: boolean; mine?: boolean }>(
    things: Iterable<T>,
  ): T[] {
    return [...things].filter(
      (thing) => thing.state !== "deleted" && (!thing.together || thing.mine),
    );
  }

  /** The aims that stand, in the group's order. */
  get aimList(): Aim[] {
    return (this.on("aims") ?? [])
      .map((id) => this.aims.get(id))
      .filter((aim) => aim !== undefined);
  }

  get elementList(): Element[] {
    const order = this.on("process")?.elements ?? [];
    return order.map((id) => this.elements.get(id)).filter((element) => element !== undefined);
  }

  /**
   * What is missing, kind by kind as the method has them; of one kind in the group's order, where
   * it has one.
   */
  get gapList(): GapView[] {
    const order = [...(this.on("aims") ?? []), ...(this.on("process")?.elements ?? [])];
    const places = new Map(order.map((id, at) => [id, at]));
    const place = (id: number) => places.get(id) ?? order.length;
    const kinds = Object.keys(GAPS);
    const rank = (gap: GapView) => kinds.indexOf(gap.kind);
    const found = [...this.gaps.entries()].sort(
      ([one, gap], [other, another]) =>
        rank(gap) - rank(another) || place(one) - place(other) || one - other,
    );
    return [...found.map(([, gap]) => gap), ...(this.on("silent_sides") ?? [])];
  }

  momentsOf(story: Experience): Moment[] {
    return (story.moments ?? [])
      .map((id) => this.moments.get(id))
      .filter((moment) => moment !== undefined);
  }

  notesAbout(id: number, ...kinds: string[]): Note[] {
    return [...this.notes.values()].filter(
      (note) =>
        (note.about ?? []).includes(id) &&
        note.state !== "deleted" &&
        (kinds.length === 0 || kinds.includes(note.kind)),
    );
  }
}
