// Generated from the method's views and commands by `make types`. Do not edit.

export type Edition = "took_part" | "members" | "everyone";

export type ElementKind = "activity" | "decision" | "document" | "wait" | "exception" | "control" | "end";

export type Fork = "all" | "one";

export type NoteKind = "note" | "liked" | "disliked" | "differently" | "similar" | "question" | "answer" | "open_question" | "position" | "not_quite" | "checkout" | "saying" | "memo";

export type Phase = "gather" | "aims" | "experience" | "reflect" | "process" | "return";

export type Role = "facilitator" | "scribe" | "participant" | "observer";

export type Visibility = "shared" | "facilitators" | "only_me";

export type Where = "online" | "room" | "phone";

/** The shape of a layer, by collection and id; facilitators' and one person's layers may hold overlays. */
export interface Put {
  sheet?: WholeView;
  people?: Record<number, PersonView>;
  notes?: Record<number, NoteView>;
  groups?: Record<number, GroupView>;
  aims?: Record<number, AimView>;
  values?: Record<number, ValueView>;
  experiences?: Record<number, ExperienceView>;
  moments?: Record<number, MomentView>;
  elements?: Record<number, ElementView>;
  agreement?: Record<number, AgreementView>;
  offers?: Record<number, OfferView>;
  gaps?: Record<number, GapView>;
  rests?: Record<number, RestsView>;
  dots?: Record<number, DotsView>;
  copies?: Record<number, CopiesView>;
  slips?: Record<number, SlipsView>;
  veils?: Record<number, VeilsView>;
}

/** What there is one of. */
export interface WholeView {
  workshop?: WorkshopView;
  phases?: PhaseView[];
  may?: Record<string, string[]>;
  counts?: CountsView;
  hands?: HandView[];
  quiet?: QuietView;
  hidden?: HiddenTogetherView[];
  vote?: VoteView | null;
  round?: RoundView | null;
  process?: ProcessView;
  drawing?: DrawingView;
  aims?: number[];
  silent_sides?: GapView[];
}

/** The workshop as a whole: where it stands and what its clock says. */
export interface WorkshopView {
  title: string;
  phase: string;
  visited?: string[];
  sides?: string[];
  welcome?: string | null;
  opened?: boolean;
  closed?: boolean;
  sittings?: number;
  phase_opened_at?: number | null;
  minutes?: number;
  spent?: Record<string, number>;
  silence?: boolean;
  break_until?: number | null;
  break_minutes?: number;
  text_open?: boolean;
  pace_holder?: number | null;
  replayed?: boolean;
  rehearsal?: boolean;
}

/** One of the six phases, as it is shown. */
export interface PhaseView {
  phase: string;
  name: string;
  question: string;
  now: string;
  seen_by: string;
  minutes: number;
  say: string;
  enough: string;
  short?: string;
}

/** How many: never who. */
export interface CountsView {
  people?: number;
  done?: number;
  hands?: number;
  face_down?: number;
  waiting?: number;
}

/** A raised hand, for facilitators. */
export interface HandView {
  person: number;
  since: number;
}

/** For facilitators: who has put up nothing in their name yet. */
export interface QuietView {
  people?: number[];
  untold?: boolean;
}

/** What one person put up in their name was hidden in one act: whose, by whom, when (ms since 1970, UTC). */
export interface HiddenTogetherView {
  person: number;
  by: number | null;
  at: number;
}

/** The dot vote; totals stand on the things themselves once it is closed. */
export interface VoteView {
  open: boolean;
  dots_each: number;
}

/** A round: whose turn it is, who is left, who passed. */
export interface RoundView {
  kind: string;
  order: number[];
  at?: number;
  passed?: number[];
}

/** The order of the elements, the lanes and stages in which they stand, and after which nobody said what comes. */
export interface ProcessView {
  elements?: number[];
  lanes?: string[];
  stages?: string[];
  unsaid?: UnsaidView[];
  passed?: PassedView[];
}

/** An element of which nobody said what comes after, and the next in the order: an offer of a way, and no way. */
export interface UnsaidView {
  about: number;
  offer?: number | null;
}

/** An element to which nothing leads, passed by on the only way of the one before it to the one after it. */
export interface PassedView {
  about: number;
  by: number;
  to: number;
}

/** The process as it is drawn everywhere: places, in the units of the layout, and no words. */
export interface DrawingView {
  width?: number;
  height?: number;
  lanes?: BandView[];
  stages?: BandView[];
  boxes?: BoxView[];
  ways?: WayView[];
  below?: BelowView[];
  bars?: BarView[];
  too_large?: boolean;
}

/** A lane or a stage, named by an element that stands in it; where it begins, and how much it holds. */
export interface BandView {
  of: number;
  at?: number;
  size?: number;
}

/** The place of an element: the left upper corner of its box. */
export interface BoxView {
  id: number;
  x: number;
  y: number;
}

/** A way from one element to another: x and y of each of its corners, from its start to its end. */
export interface WayView {
  of: number;
  way: number;
  to: number;
  points: number[];
  label?: LabelView | null;
}

/** Where the label of a way stands: its left lower corner, and the most it may take. */
export interface LabelView {
  x: number;
  y: number;
  width: number;
  lines?: number;
}

/** Words beneath a box: the left end and the middle of their first line. */
export interface BelowView {
  of: number;
  x: number;
  y: number;
  lines?: number;
  way?: number | null;
  stem?: [number, number] | null;
}

/** The bar through which all ways of an element leave, and what joins it to the box: from `start` at `y`. */
export interface BarView {
  of: number;
  x: number;
  top: number;
  bottom: number;
  start: number;
  y: number;
}

/** One plain sentence of the gap check, and the thing it speaks of. */
export interface GapView {
  kind: "aim_unserved" | "hard_unanswered" | "liked_lost" | "note_uncited" | "serves_no_aim" | "side_silent" | "unanswered" | "unheard";
  sentence: string;
  about?: number | null;
}

/** A person. `called` is how the name stands wherever it looks like another's; empty where it is alone. */
export interface PersonView {
  id: number;
  name: string;
  roles: string[];
  where: string;
  called?: string;
  without_device?: boolean;
  away?: boolean;
  removed?: boolean;
}

/** A note of any kind. `text` is missing where it is hidden or was taken back; masked parts stand as "███". */
export interface NoteView {
  id: number;
  state?: string;
  private?: boolean;
  together?: boolean;
  by?: number | null;
  unnamed?: boolean;
  unknown?: boolean;
  typed_by?: number | null;
  said_at?: number | null;
  stored_at?: number | null;
  version?: number;
  parked?: string | null;
  tags?: string[];
  cited_by?: number[];
  questions?: number[];
  offers?: number[];
  dots?: number;
  dots_before?: number;
  opened?: string;
  narrowed?: string;
  taken_from?: boolean;
  is_line?: boolean;
  left_out?: number[];
  kind: NoteKind;
  phase: string;
  text?: string | null;
  number?: number | null;
  silent?: boolean;
  held?: boolean;
  about?: number[];
  group?: number | null;
  merged_into?: number | null;
  merged?: number[];
  moved_from?: string | null;
  side?: string;
  elsewhere?: boolean | null;
  picked?: boolean;
  at_request?: boolean;
  answered_by?: number[];
  mine?: boolean;
  was?: WasView[];
}

/** An earlier wording. */
export interface WasView {
  text: string;
  by?: number | null;
  typed_by?: number | null;
  at?: number | null;
  why?: string | null;
  place?: number | null;
}

/** A group of notes that say the same. */
export interface GroupView {
  id: number;
  state?: string;
  private?: boolean;
  together?: boolean;
  by?: number | null;
  unnamed?: boolean;
  unknown?: boolean;
  typed_by?: number | null;
  said_at?: number | null;
  stored_at?: number | null;
  version?: number;
  parked?: string | null;
  tags?: string[];
  cited_by?: number[];
  questions?: number[];
  offers?: number[];
  dots?: number;
  dots_before?: number;
  opened?: string;
  narrowed?: string;
  taken_from?: boolean;
  is_line?: boolean;
  left_out?: number[];
  title: string;
  notes?: number[];
  was?: WasView[];
}

/** An aim, and where it stands. */
export interface AimView {
  id: number;
  state?: string;
  private?: boolean;
  together?: boolean;
  by?: number | null;
  unnamed?: boolean;
  unknown?: boolean;
  typed_by?: number | null;
  said_at?: number | null;
  stored_at?: number | null;
  version?: number;
  parked?: string | null;
  tags?: string[];
  cited_by?: number[];
  questions?: number[];
  offers?: number[];
  dots?: number;
  dots_before?: number;
  opened?: string;
  narrowed?: string;
  taken_from?: boolean;
  is_line?: boolean;
  left_out?: number[];
  changed?: number[];
  meant?: number[];
  not_quite?: number[];
  to_look_at?: number[];
  text: string;
  first_text: string;
  standing: "changed" | "dropped" | "kept" | "new" | "parked" | "undecided" | "unresolved";
  decided?: "changed" | "dropped" | "kept" | "new" | "parked" | "two positions" | "unresolved" | null;
  reason?: string | null;
  rests_on?: number[];
  served_by?: number[];
  offered_by?: number[];
  positions?: number[];
  reviews?: ReviewView[];
  was?: WasView[];
}

/** What the group said of an aim on its return: keep, change, drop, open. */
export interface ReviewView {
  choice: string;
  at: number;
  reason?: string | null;
  by?: number | null;
  typed_by?: number | null;
  place?: number | null;
  rests_on?: number[];
}

/** A value and what it was heard in. */
export interface ValueView {
  id: number;
  state?: string;
  private?: boolean;
  together?: boolean;
  by?: number | null;
  unnamed?: boolean;
  unknown?: boolean;
  typed_by?: number | null;
  said_at?: number | null;
  stored_at?: number | null;
  version?: number;
  parked?: string | null;
  tags?: string[];
  cited_by?: number[];
  questions?: number[];
  offers?: number[];
  dots?: number;
  dots_before?: number;
  opened?: string;
  narrowed?: string;
  taken_from?: boolean;
  is_line?: boolean;
  left_out?: number[];
  changed?: number[];
  meant?: number[];
  not_quite?: number[];
  to_look_at?: number[];
  name: string;
  sentence?: string | null;
  heard_in?: number[];
  tension?: number[];
  recognised?: Record<number, boolean>;
  recognised_before?: number[];
  answered_by?: number[];
  was?: WasView[];
}

/** A story; `moments` in order, as far as this audience may see them; `waited_for` who still speaks first (R2). */
export interface ExperienceView {
  id: number;
  state?: string;
  private?: boolean;
  together?: boolean;
  by?: number | null;
  unnamed?: boolean;
  unknown?: boolean;
  typed_by?: number | null;
  said_at?: number | null;
  stored_at?: number | null;
  version?: number;
  parked?: string | null;
  tags?: string[];
  cited_by?: number[];
  questions?: number[];
  offers?: number[];
  dots?: number;
  dots_before?: number;
  opened?: string;
  narrowed?: string;
  taken_from?: boolean;
  is_line?: boolean;
  left_out?: number[];
  title?: string | null;
  storytellers?: number[];
  named?: number[];
  said?: number[];
  side?: string;
  elsewhere?: boolean | null;
  when?: string | null;
  lanes?: string[];
  stages?: string[];
  moments?: number[];
  visibility?: string;
  finished?: boolean;
  finished_by?: number | null;
  waited_for?: number[];
  decides_no_more?: boolean;
  spoken_for?: boolean;
  had_too?: number;
  private_id?: number | null;
}

/** A moment of a story. What is missing there is missing here. */
export interface MomentView {
  id: number;
  state?: string;
  private?: boolean;
  together?: boolean;
  by?: number | null;
  unnamed?: boolean;
  unknown?: boolean;
  typed_by?: number | null;
  said_at?: number | null;
  stored_at?: number | null;
  version?: number;
  parked?: string | null;
  tags?: string[];
  cited_by?: number[];
  questions?: number[];
  offers?: number[];
  dots?: number;
  dots_before?: number;
  opened?: string;
  narrowed?: string;
  taken_from?: boolean;
  is_line?: boolean;
  left_out?: number[];
  experience: number;
  text?: string | null;
  lane?: string | null;
  stage?: string | null;
  who?: string[];
  used?: string[];
  quote?: string | null;
  feeling?: number | null;
  feeling_words?: string | null;
  quoted?: ("feeling_words" | "quote")[];
  inferred?: boolean;
  visibility?: string;
  reach?: string;
  accepted?: boolean;
  left_off?: boolean;
  had_too?: number;
  at_request?: boolean;
  arranged_by?: number | null;
  answered_by?: number[];
  mine?: boolean;
  was?: WasView[];
}

/** An element of the ideal process. */
export interface ElementView {
  id: number;
  state?: string;
  private?: boolean;
  together?: boolean;
  by?: number | null;
  unnamed?: boolean;
  unknown?: boolean;
  typed_by?: number | null;
  said_at?: number | null;
  stored_at?: number | null;
  version?: number;
  parked?: string | null;
  tags?: string[];
  cited_by?: number[];
  questions?: number[];
  offers?: number[];
  dots?: number;
  dots_before?: number;
  opened?: string;
  narrowed?: string;
  taken_from?: boolean;
  is_line?: boolean;
  left_out?: number[];
  changed?: number[];
  meant?: number[];
  not_quite?: number[];
  to_look_at?: number[];
  kind: ElementKind;
  text: string;
  lane?: string | null;
  stage?: string | null;
  branches?: BranchView[];
  fork?: string | null;
  fork_said?: string;
  aside?: boolean;
  answers?: number[];
  serves?: number[];
  inputs?: string[];
  outputs?: string[];
  was?: WasView[];
}

/** One way on from an element: to another that stands, to the end, or left open where it names neither. */
export interface BranchView {
  label?: string | null;
  to?: number | null;
  ends?: boolean;
}

/** A line of the group agreement and how many agreed to it. */
export interface AgreementView {
  id: number;
  state?: string;
  private?: boolean;
  together?: boolean;
  by?: number | null;
  unnamed?: boolean;
  unknown?: boolean;
  typed_by?: number | null;
  said_at?: number | null;
  stored_at?: number | null;
  version?: number;
  parked?: string | null;
  tags?: string[];
  cited_by?: number[];
  questions?: number[];
  offers?: number[];
  dots?: number;
  dots_before?: number;
  opened?: string;
  narrowed?: string;
  taken_from?: boolean;
  is_line?: boolean;
  left_out?: number[];
  text?: string | null;
  agreed?: number;
  agreed_before?: number;
  was?: WasView[];
}

/** Another wording beside a thing; `clash` where two people changed one text at once (A5). */
export interface OfferView {
  id: number;
  state?: string;
  private?: boolean;
  together?: boolean;
  by?: number | null;
  unnamed?: boolean;
  unknown?: boolean;
  typed_by?: number | null;
  said_at?: number | null;
  stored_at?: number | null;
  version?: number;
  parked?: string | null;
  tags?: string[];
  cited_by?: number[];
  questions?: number[];
  offers?: number[];
  dots?: number;
  dots_before?: number;
  opened?: string;
  narrowed?: string;
  taken_from?: boolean;
  is_line?: boolean;
  left_out?: number[];
  about: number;
  text?: string | null;
  clash?: boolean;
  settled?: string;
  reason?: string | null;
}

/** Of an aim, on how many stories and notes it rests, in words (O10); of a value, in whose stories it was heard. */
export interface RestsView {
  said?: string;
  tellers?: number[];
}

/** One's own dots: how many on each thing, by its id. */
export interface DotsView {
  left: number;
  placed: Record<number, number>;
}

/** For who took words back: for how many acts copies are still looked for, and what the last search came to. */
export interface CopiesView {
  looking?: number;
  covered?: number;
  left?: number;
  at?: number;
}

/** What somebody can undo and do again just now, for themselves alone. */
export interface SlipsView {
  undo?: SlipView | null;
  redo?: SlipView | null;
  stuck?: string;
  why?: string;
}

/** A step that somebody can undo, or do again: which of theirs, and what it was, in a few words. */
export interface SlipView {
  slip: number;
  did: string;
}

/** The veils over one thing, for facilitators, in the order in which they were laid. */
export interface VeilsView {
  veils?: VeilView[];
}

/** One veil over a thing, for facilitators: who covered what, and until when they can lift it. */
export interface VeilView {
  veil: number;
  because: string;
  covers: string[];
  at: number;
  until: number;
  by?: number | null;
}

/** Fields laid over a view for facilitators or one person; a field that is not set leaves what is there. */
export interface Overlay {
  id: number;
  mine?: boolean;
  unknown?: boolean;
  private_id?: number;
  agreed_by_me?: boolean;
  agreed_before_by_me?: boolean;
  text?: string | null;
  state?: string;
  by?: number | null;
  hidden_by?: number | null;
  hidden_why?: string;
  was?: WasView[];
  offers?: number[];
}

/** What facilitators, or the person, see of a person beside the rest. */
export interface PersonOverlay {
  id: number;
  story?: StoryView | null;
  done?: boolean;
  hand_up?: boolean;
  has_lines?: boolean;
  me?: boolean;
}

/** An experience that somebody could tell. */
export interface StoryView {
  side?: string;
  elsewhere?: boolean;
  line?: string | null;
  asked?: boolean;
  declined?: boolean;
  typed_by?: number | null;
}

/** The host makes the workshop: its title, the policy's sides, and each phase's minutes and question. */
export interface SetUpWorkshop {
  do: "SetUpWorkshop";
  said_at?: number | null;
  title: string;
  sides?: string[];
  minutes?: Partial<Record<Phase, number>>;
  welcome?: string;
  questions?: Partial<Record<Phase, string>>;
  replayed?: boolean;
  rehearsal?: boolean;
}

/** The host changes the plan until the flipchart is opened; a phase that is not given has the product's words. */
export interface ChangePlan {
  do: "ChangePlan";
  said_at?: number | null;
  title: string;
  sides?: string[];
  minutes?: Partial<Record<Phase, number>>;
  welcome?: string;
  questions?: Partial<Record<Phase, string>>;
}

/** Somebody comes in by a link or a code and says a name; made up is fine. */
export interface Arrive {
  do: "Arrive";
  said_at?: number | null;
  name: string;
  where?: Where;
  only_watch?: boolean;
}

/** A scribe adds somebody who is in the room or on the phone without a device (G16). */
export interface AddPerson {
  do: "AddPerson";
  said_at?: number | null;
  name: string;
  where?: Where;
}

/** Somebody takes another name for themselves. */
export interface Rename {
  do: "Rename";
  said_at?: number | null;
  name: string;
}

/** Somebody whom a scribe added by name takes it over with the link they were handed: they have a device now (G16). */
export interface ClaimName {
  do: "ClaimName";
  said_at?: number | null;
}

/** "I have an experience I could tell": seen by facilitators only (G13). */
export interface OfferStory {
  do: "OfferStory";
  said_at?: number | null;
  for_person?: number | null;
  for_someone?: boolean;
  unnamed?: boolean;
  side?: string;
  elsewhere?: boolean;
  line?: string;
}

/** A facilitator asks somebody who offered an experience to tell it. */
export interface AskToTell {
  do: "AskToTell";
  said_at?: number | null;
  person: number;
}

/** Somebody proposes a line of how the group wants to be together (G10). */
export interface ProposeAgreement {
  do: "ProposeAgreement";
  said_at?: number | null;
  for_person?: number | null;
  for_someone?: boolean;
  unnamed?: boolean;
  text: string;
}

/** Somebody agrees to a line, or takes their agreement away. */
export interface AgreeToLine {
  do: "AgreeToLine";
  said_at?: number | null;
  about: number;
  agree?: boolean;
  version?: number | null;
}

/** A facilitator gives somebody a role; a person can hold two (G5). */
export interface GiveRole {
  do: "GiveRole";
  said_at?: number | null;
  person: number;
  role: Role;
}

/** A facilitator takes a role from somebody, or gives up their own. */
export interface TakeRole {
  do: "TakeRole";
  said_at?: number | null;
  person: number;
  role: Role;
}

/** A facilitator removes somebody; what they wrote stays (G12). */
export interface RemovePerson {
  do: "RemovePerson";
  said_at?: number | null;
  person: number;
}

/** A facilitator opens the group's text to everyone, or gives it back to its keepers (A4). */
export interface OpenText {
  do: "OpenText";
  said_at?: number | null;
  open?: boolean;
}

/** Who offered an experience, or was asked for it, would rather not tell it; no reason is asked (W31). */
export interface RatherNot {
  do: "RatherNot";
  said_at?: number | null;
}

/** Somebody has every name that they had here, and the experience they offered, taken out of the record (W29). */
export interface ForgetMe {
  do: "ForgetMe";
  said_at?: number | null;
}

/** A facilitator opens the flipchart; waiting pages open by themselves (G2). */
export interface OpenFlipchart {
  do: "OpenFlipchart";
  said_at?: number | null;
}

/** A facilitator takes everyone to one of the six phases, forwards or back (G6). */
export interface OpenPhase {
  do: "OpenPhase";
  said_at?: number | null;
  phase: Phase;
  leaving?: Phase | null;
}

/** A facilitator asks everyone to write alone for a while (A1). */
export interface StartSilence {
  do: "StartSilence";
  said_at?: number | null;
}

/** A facilitator adds minutes to the phase's clock, or takes some away (G7). */
export interface StretchPhase {
  do: "StretchPhase";
  said_at?: number | null;
  minutes: number;
}

/** A facilitator starts a break whose end everyone sees (G15). */
export interface StartBreak {
  do: "StartBreak";
  said_at?: number | null;
  minutes: number;
}

/** A facilitator ends the break early. */
export interface EndBreak {
  do: "EndBreak";
  said_at?: number | null;
}

/** A facilitator closes the flipchart: the writing ends, the outline stays (G15). */
export interface CloseFlipchart {
  do: "CloseFlipchart";
  said_at?: number | null;
}

/** A facilitator opens the flipchart again, for another sitting. */
export interface ReopenFlipchart {
  do: "ReopenFlipchart";
  said_at?: number | null;
}

/** The room gives the pace to whom the others accepted; facilitators have it anyhow. */
export interface GivePace {
  do: "GivePace";
  said_at?: number | null;
  person: number;
}

/** A facilitator is back, or who keeps the pace meanwhile gives it up. */
export interface ReturnPace {
  do: "ReturnPace";
  said_at?: number | null;
}

/** Somebody would like to speak, or no longer (G8). */
export interface RaiseHand {
  do: "RaiseHand";
  said_at?: number | null;
  up?: boolean;
}

/** A facilitator has heard somebody's hand. */
export interface LowerHand {
  do: "LowerHand";
  said_at?: number | null;
  person: number;
}

/** "I'm done" with what is asked just now; everyone sees how many, nobody who (G8). */
export interface SayDone {
  do: "SayDone";
  said_at?: number | null;
  done?: boolean;
}

/** Somebody steps out for a while, or is back. */
export interface StepOut {
  do: "StepOut";
  said_at?: number | null;
  away?: boolean;
}

/** A facilitator starts a round: check-in, go-round, check-out (G9). */
export interface StartRound {
  do: "StartRound";
  said_at?: number | null;
  kind?: "check-in" | "check-out" | "go-round";
}

/** Whose turn it is has spoken, or passes; a facilitator can say it for them. */
export interface NextTurn {
  do: "NextTurn";
  said_at?: number | null;
  passed?: boolean;
}

/** A facilitator ends the round. */
export interface EndRound {
  do: "EndRound";
  said_at?: number | null;
}

/** Somebody writes a note. */
export interface WriteNote {
  do: "WriteNote";
  said_at?: number | null;
  for_person?: number | null;
  for_someone?: boolean;
  unnamed?: boolean;
  text: string;
}

/** Something said aloud in the room is put down as it was said. */
export interface SayAloud {
  do: "SayAloud";
  said_at?: number | null;
  for_person?: number | null;
  for_someone?: boolean;
  unnamed?: boolean;
  text: string;
}

/** A word to close with (G9). */
export interface CheckOut {
  do: "CheckOut";
  said_at?: number | null;
  for_person?: number | null;
  for_someone?: boolean;
  unnamed?: boolean;
  text: string;
}

/** A private memo: received by nobody but who wrote it (G13). */
export interface WriteMemo {
  do: "WriteMemo";
  said_at?: number | null;
  for_person?: number | null;
  for_someone?: boolean;
  unnamed?: boolean;
  text: string;
}

/** A question about anything on the flipchart; it stays with it (E9). */
export interface AskQuestion {
  do: "AskQuestion";
  said_at?: number | null;
  for_person?: number | null;
  for_someone?: boolean;
  unnamed?: boolean;
  about: number;
  text: string;
}

/** An answer to a question; it stays with it (E9). */
export interface Answer {
  do: "Answer";
  said_at?: number | null;
  for_person?: number | null;
  for_someone?: boolean;
  unnamed?: boolean;
  about: number;
  text: string;
}

/** A question that the policy leaves open, about an element or the whole (P6). */
export interface AskOpenQuestion {
  do: "AskOpenQuestion";
  said_at?: number | null;
  for_person?: number | null;
  for_someone?: boolean;
  unnamed?: boolean;
  text: string;
  about?: number | null;
}

/** A facilitator shows everybody what was written in silence (A2). */
export interface RevealNotes {
  do: "RevealNotes";
  said_at?: number | null;
}

/** The group words an aim and says which groups or notes it came from (A7); on the return also why (O1). */
export interface AddAim {
  do: "AddAim";
  said_at?: number | null;
  for_person?: number | null;
  for_someone?: boolean;
  unnamed?: boolean;
  text: string;
  rests_on: number[];
  reason?: string;
}

/** Notes that say the same are put together under a title (A6). */
export interface GroupNotes {
  do: "GroupNotes";
  said_at?: number | null;
  for_person?: number | null;
  for_someone?: boolean;
  unnamed?: boolean;
  notes: number[];
  title: string;
}

/** A note is moved into another group, or out of its group. */
export interface Regroup {
  do: "Regroup";
  said_at?: number | null;
  about: number;
  group: number | null;
}

/** A note goes into another that says the same and stays readable inside it; or a group into a group. */
export interface Merge {
  do: "Merge";
  said_at?: number | null;
  about: number;
  into: number;
}

/** A merged note stands by itself again (A6). */
export interface Split {
  do: "Split";
  said_at?: number | null;
  about: number;
}

/** A facilitator opens a vote and says how many dots each person has (A8). */
export interface OpenVote {
  do: "OpenVote";
  said_at?: number | null;
  dots_each?: number;
}

/** Somebody gives one of their dots to a note, a group or an aim. */
export interface PlaceDot {
  do: "PlaceDot";
  said_at?: number | null;
  about: number;
}

/** Somebody takes a dot back while the vote is open. */
export interface TakeDot {
  do: "TakeDot";
  said_at?: number | null;
  about: number;
}

/** A facilitator closes the vote; everybody sees the totals, nobody who. */
export interface CloseVote {
  do: "CloseVote";
  said_at?: number | null;
}

/** New words for a thing, with the version that they started from. */
export interface Reword {
  do: "Reword";
  said_at?: number | null;
  about: number;
  text: string;
  version: number;
  at_request?: boolean;
  reason?: string;
}

/** The author takes an offered wording or leaves it; of two that clashed, the second person chooses (A5). */
export interface SettleOffer {
  do: "SettleOffer";
  said_at?: number | null;
  about: number;
  take: boolean;
}

/** The author goes back to the wording before; of the group's text, who keeps it does. */
export interface UndoRewording {
  do: "UndoRewording";
  said_at?: number | null;
  about: number;
}

/** An author chooses, thing by thing, to stay unnamed, or to be named (A3). */
export interface StayUnnamed {
  do: "StayUnnamed";
  said_at?: number | null;
  about: number;
  unnamed: boolean;
}

/** A thing is taken off the flipchart; it can be brought back (P5). */
export interface Delete {
  do: "Delete";
  said_at?: number | null;
  about: number;
}

/** A deleted thing comes back as it was. */
export interface BringBack {
  do: "BringBack";
  said_at?: number | null;
  about: number;
}

/** Somebody takes their words back; a storyteller takes back the story with the moments that are theirs (E8). */
export interface TakeBack {
  do: "TakeBack";
  said_at?: number | null;
  about: number;
  let_stand?: number[];
}

/** Copies of what somebody took back are covered; asked for in their name by what follows from that entry alone. */
export interface CoverCopies {
  do: "CoverCopies";
  said_at?: number | null;
  taken: number;
}

/** A name is masked in one's own story and covered everywhere else (E4); or in one thing, in part or whole (G12). */
export interface MaskWords {
  do: "MaskWords";
  said_at?: number | null;
  about?: number | null;
  passage?: string;
  replacement?: string;
  reason?: string;
}

/** A facilitator hides somebody's words from everyone, and says why to the other facilitators (G12). */
export interface Hide {
  do: "Hide";
  said_at?: number | null;
  about: number;
  reason: string;
}

/** A facilitator shows again what was hidden. */
export interface Show {
  do: "Show";
  said_at?: number | null;
  about: number;
}

/** A facilitator hides every note and moment that these people put up in their name, whether they are still here. */
export interface HideAllOf {
  do: "HideAllOf";
  said_at?: number | null;
  people: number[];
}

/** A facilitator shows again what was hidden together with the rest of these people's. */
export interface ShowAllOf {
  do: "ShowAllOf";
  said_at?: number | null;
  people: number[];
}

/** A facilitator lifts a veil from these things, or from all that it covers. */
export interface LiftVeil {
  do: "LiftVeil";
  said_at?: number | null;
  veil: number;
  about?: number[];
}

/** A facilitator lifts every veil that one person laid, in one act; or of what was left unnamed all together, whoever laid them (L4, A3). */
export interface LiftVeilsOf {
  do: "LiftVeilsOf";
  said_at?: number | null;
  person: number | null;
}

/** More is uncovered of what a facilitator lifted; asked for in their name by what follows from that entry alone. */
export interface GoOnLifting {
  do: "GoOnLifting";
  said_at?: number | null;
  lifted: number;
}

/** A facilitator lets what a veil covers in these things, or in all, be masked for good. */
export interface ConfirmVeil {
  do: "ConfirmVeil";
  said_at?: number | null;
  veil: number;
  about?: number[];
}

/** What three days have passed over is masked for good, in these things or in the first ones; asked for by the clock alone, a few things at a time (`next_due`). */
export interface SettleDueVeils {
  do: "SettleDueVeils";
  said_at?: number | null;
  about?: number[];
}

/** A thing is parked for later: kept, listed, in the outline as parked (G14). */
export interface Park {
  do: "Park";
  said_at?: number | null;
  about: number;
  reason: string;
}

/** A parked thing is taken up again. */
export interface Unpark {
  do: "Unpark";
  said_at?: number | null;
  about: number;
}

/** A word is put on a thing, so that it is found again; or taken off it. */
export interface Tag {
  do: "Tag";
  said_at?: number | null;
  about: number;
  tag: string;
  off?: boolean;
}

/** A note goes to the phase where it belongs, and can become a reflection there (R5). */
export interface MoveNote {
  do: "MoveNote";
  said_at?: number | null;
  about: number;
  phase: Phase;
  kind?: NoteKind;
  on?: number[];
}

/** A story gets its map: title, storytellers, side, here or elsewhere, when in the teller's own words (E1). */
export interface TellExperience {
  do: "TellExperience";
  said_at?: number | null;
  for_person?: number | null;
  for_someone?: boolean;
  unnamed?: boolean;
  title: string;
  storytellers?: number[];
  side?: string;
  elsewhere?: boolean | null;
  when?: string;
  lanes?: string[];
  stages?: string[];
  visibility?: Visibility;
}

/** A storyteller says who receives a moment or the story (E3). */
export interface SetVisibility {
  do: "SetVisibility";
  said_at?: number | null;
  about: number;
  visibility: Visibility;
}

/** The storyteller says that the story is told; nobody else does (E8). */
export interface SayThatsIt {
  do: "SayThatsIt";
  said_at?: number | null;
  for_person?: number | null;
  for_someone?: boolean;
  unnamed?: boolean;
  experience: number;
}

/** A moment goes on a story's map (E2). Anything but what happened may be missing. */
export interface PlaceMoment {
  do: "PlaceMoment";
  said_at?: number | null;
  for_person?: number | null;
  for_someone?: boolean;
  unnamed?: boolean;
  experience: number;
  text: string;
  lane?: string;
  stage?: string;
  who?: string[];
  used?: string[];
  quote?: string;
  feeling?: number | null;
  feeling_words?: string;
  inferred?: boolean;
  visibility?: Visibility;
  before?: number | null;
}

/** The storyteller accepts somebody else's moment, or takes it off the map (E6); not what another teller tells. */
export interface AcceptMoment {
  do: "AcceptMoment";
  said_at?: number | null;
  about: number;
  accept: boolean;
}

/** A moment goes to another lane, stage or place, or gets its feeling; its words stay (E2, E5). */
export interface ArrangeMoment {
  do: "ArrangeMoment";
  said_at?: number | null;
  about: number;
  lane: string;
  stage: string;
  who?: string[];
  used?: string[];
  feeling?: number | null;
  feeling_words?: string;
  quote?: string;
  inferred?: boolean;
  before?: number | null;
  version?: number | null;
  at_request?: boolean;
}

/** The first teller of a story, or somebody named beside them, says that they tell it together (E8). */
export interface TellTogether {
  do: "TellTogether";
  said_at?: number | null;
  for_person?: number | null;
  for_someone?: boolean;
  unnamed?: boolean;
  experience: number;
}

/** A teller takes themselves and their own moments out of a story that others tell too; who is named says no (E8). */
export interface LeaveStory {
  do: "LeaveStory";
  said_at?: number | null;
  for_person?: number | null;
  for_someone?: boolean;
  unnamed?: boolean;
  experience: number;
}

/** A reflection about one or more moments, the whole story, or another reflection (R1). */
export interface WriteReflection {
  do: "WriteReflection";
  said_at?: number | null;
  for_person?: number | null;
  for_someone?: boolean;
  unnamed?: boolean;
  kind: "differently" | "disliked" | "liked" | "similar";
  text: string;
  about?: number[];
}

/** "I had that too" on a moment or a story, with or without words, side and setting of one's own (E7). */
export interface HadThatToo {
  do: "HadThatToo";
  said_at?: number | null;
  for_person?: number | null;
  for_someone?: boolean;
  unnamed?: boolean;
  about: number;
  text?: string;
  side?: string;
  elsewhere?: boolean | null;
}

/** The storyteller says "done" or passes, so that the others' reflections appear; a keeper can say it for them. */
export interface EndTellersTurn {
  do: "EndTellersTurn";
  said_at?: number | null;
  experience: number;
}

/** A value that can be heard, with at least one thing it was heard in (R3). */
export interface AddValue {
  do: "AddValue";
  said_at?: number | null;
  for_person?: number | null;
  for_someone?: boolean;
  unnamed?: boolean;
  name: string;
  sentence?: string;
  heard_in: number[];
}

/** What a value was heard in, and the sentence that says it, are put anew. */
export interface BackValue {
  do: "BackValue";
  said_at?: number | null;
  about: number;
  sentence?: string;
  heard_in: number[];
  version?: number | null;
}

/** Two values are marked as in tension, or no longer (R3). */
export interface MarkTension {
  do: "MarkTension";
  said_at?: number | null;
  about: number;
  other: number;
  tension?: boolean;
}

/** The group picks the few points to work on (R4). */
export interface PickPoint {
  do: "PickPoint";
  said_at?: number | null;
  about: number;
  picked?: boolean;
}

/** A storyteller says whether they recognise a value that was heard in their story; or nothing any more (R6). */
export interface RecogniseValue {
  do: "RecogniseValue";
  said_at?: number | null;
  about: number;
  recognised: boolean | null;
  version?: number | null;
}

/** An element of the process: it cites what it answers and the aims it serves, or is shown as citing none (P2). */
export interface AddElement {
  do: "AddElement";
  said_at?: number | null;
  for_person?: number | null;
  for_someone?: boolean;
  unnamed?: boolean;
  kind: ElementKind;
  text: string;
  lane?: string;
  stage?: string;
  branches?: Way[];
  fork?: Fork | null;
  answers?: number[];
  serves?: number[];
  inputs?: string[];
  outputs?: string[];
  before?: number | null;
  comes_from?: number | null;
  by_way?: string;
}

/** One way on from an element, as it is asked for: to another, to the end, or left open. */
export interface Way {
  label?: string;
  to?: number | null;
  ends?: boolean;
}

/** An element gets another kind, lane, stage, way on, or document; its words stay (P1). */
export interface ArrangeElement {
  do: "ArrangeElement";
  said_at?: number | null;
  about: number;
  kind: ElementKind;
  lane: string;
  stage: string;
  branches?: Way[];
  fork?: Fork | null;
  inputs?: string[];
  outputs?: string[];
  version?: number | null;
}

/** What an element answers and the aims it serves are tied, or untied (P2). */
export interface TieThread {
  do: "TieThread";
  said_at?: number | null;
  about: number;
  answers?: number[];
  serves?: number[];
  untie?: boolean;
}

/** An element goes before another, or to the end (P5). */
export interface Reorder {
  do: "Reorder";
  said_at?: number | null;
  about: number;
  before?: number | null;
}

/** Where an element leads on, and whether all of several ways are taken or one; everything else of it stays. */
export interface SayWays {
  do: "SayWays";
  said_at?: number | null;
  about: number;
  ways?: Way[];
  fork?: Fork | null;
  version?: number | null;
}

/** A keeper undoes their own latest slip: grouping, merging, closing, hiding … (G12). */
export interface Undo {
  do: "Undo";
  said_at?: number | null;
  slip?: number | null;
}

/** A keeper does again what they undid last, until they do anything else (G12). */
export interface Redo {
  do: "Redo";
  said_at?: number | null;
  slip?: number | null;
}

/** The aim still stands as it is (O1). */
export interface KeepAim {
  do: "KeepAim";
  said_at?: number | null;
  for_person?: number | null;
  for_someone?: boolean;
  unnamed?: boolean;
  about: number;
  reason?: string;
  rests_on?: number[];
}

/** The aim gets another wording, for a reason, resting on something (O1); of two at once both are kept (A5). */
export interface ChangeAim {
  do: "ChangeAim";
  said_at?: number | null;
  for_person?: number | null;
  for_someone?: boolean;
  unnamed?: boolean;
  about: number;
  text: string;
  version?: number | null;
  reason?: string;
  rests_on?: number[];
}

/** The aim is dropped; it stays readable, with the reason (O1). */
export interface DropAim {
  do: "DropAim";
  said_at?: number | null;
  for_person?: number | null;
  for_someone?: boolean;
  unnamed?: boolean;
  about: number;
  reason?: string;
  rests_on?: number[];
}

/** The group does not agree, and says so; both positions are kept (O3). */
export interface LeaveAimOpen {
  do: "LeaveAimOpen";
  said_at?: number | null;
  for_person?: number | null;
  for_someone?: boolean;
  unnamed?: boolean;
  about: number;
  reason?: string;
  rests_on?: number[];
}

/** Why the group decided so of an aim, said after it had (O1). `choice` is what was decided when it was written: a reason to keep an aim is none to drop it. */
export interface GiveReason {
  do: "GiveReason";
  said_at?: number | null;
  for_person?: number | null;
  for_someone?: boolean;
  unnamed?: boolean;
  about: number;
  choice: "change" | "drop" | "keep" | "open";
  reason: string;
  rests_on?: number[];
}

/** A position on an aim, kept in its holder's words beside the others (O3). */
export interface TakePosition {
  do: "TakePosition";
  said_at?: number | null;
  for_person?: number | null;
  for_someone?: boolean;
  unnamed?: boolean;
  about: number;
  text: string;
}

/** Somebody takes back a reason of theirs, whoever typed it; what was decided stays. */
export interface TakeBackReason {
  do: "TakeBackReason";
  said_at?: number | null;
  about: number;
  place: number;
}

/** Somebody corrects a reason of theirs, whoever typed it. */
export interface RewordReason {
  do: "RewordReason";
  said_at?: number | null;
  about: number;
  place: number;
  text: string;
}

/** An author says who may read their words beneath a line: who took part, members, everyone. */
export interface OpenWords {
  do: "OpenWords";
  said_at?: number | null;
  about: number;
  to: Edition;
}

/** A facilitator or the policy's owner says how far words may go at most; their author's word is not widened. */
export interface NarrowWords {
  do: "NarrowWords";
  said_at?: number | null;
  about: number;
  to: Edition;
  shown?: Edition | null;
}

/** Somebody says whether a line means what they meant; with no answer they take back what they said (O6). */
export interface AnswerLine {
  do: "AnswerLine";
  said_at?: number | null;
  about: number;
  answer: "" | "leave_out" | "meant" | "not_quite";
  text?: string;
  unnamed?: number | null;
  version?: number | null;
}

/** What changed beneath a line was seen, and the line is kept as it is (O9). */
export interface KeepLine {
  do: "KeepLine";
  said_at?: number | null;
  about: number;
}

/** What may be asked for; `id` is added when it is sent. */
export type Command =
  | SetUpWorkshop
  | ChangePlan
  | Arrive
  | AddPerson
  | Rename
  | ClaimName
  | OfferStory
  | AskToTell
  | ProposeAgreement
  | AgreeToLine
  | GiveRole
  | TakeRole
  | RemovePerson
  | OpenText
  | RatherNot
  | ForgetMe
  | OpenFlipchart
  | OpenPhase
  | StartSilence
  | StretchPhase
  | StartBreak
  | EndBreak
  | CloseFlipchart
  | ReopenFlipchart
  | GivePace
  | ReturnPace
  | RaiseHand
  | LowerHand
  | SayDone
  | StepOut
  | StartRound
  | NextTurn
  | EndRound
  | WriteNote
  | SayAloud
  | CheckOut
  | WriteMemo
  | AskQuestion
  | Answer
  | AskOpenQuestion
  | RevealNotes
  | AddAim
  | GroupNotes
  | Regroup
  | Merge
  | Split
  | OpenVote
  | PlaceDot
  | TakeDot
  | CloseVote
  | Reword
  | SettleOffer
  | UndoRewording
  | StayUnnamed
  | Delete
  | BringBack
  | TakeBack
  | CoverCopies
  | MaskWords
  | Hide
  | Show
  | HideAllOf
  | ShowAllOf
  | LiftVeil
  | LiftVeilsOf
  | GoOnLifting
  | ConfirmVeil
  | SettleDueVeils
  | Park
  | Unpark
  | Tag
  | MoveNote
  | TellExperience
  | SetVisibility
  | SayThatsIt
  | PlaceMoment
  | AcceptMoment
  | ArrangeMoment
  | TellTogether
  | LeaveStory
  | WriteReflection
  | HadThatToo
  | EndTellersTurn
  | AddValue
  | BackValue
  | MarkTension
  | PickPoint
  | RecogniseValue
  | AddElement
  | ArrangeElement
  | TieThread
  | Reorder
  | SayWays
  | Undo
  | Redo
  | KeepAim
  | ChangeAim
  | DropAim
  | LeaveAimOpen
  | GiveReason
  | TakePosition
  | TakeBackReason
  | RewordReason
  | OpenWords
  | NarrowWords
  | AnswerLine
  | KeepLine;

/** Commands that carry somebody's words: they can be typed for another person, and keep the time they were said. */
export const SAYINGS: ReadonlySet<string> = new Set(["OfferStory", "ProposeAgreement", "WriteNote", "SayAloud", "CheckOut", "WriteMemo", "AskQuestion", "Answer", "AskOpenQuestion", "AddAim", "GroupNotes", "TellExperience", "SayThatsIt", "PlaceMoment", "TellTogether", "LeaveStory", "WriteReflection", "HadThatToo", "AddValue", "AddElement", "KeepAim", "ChangeAim", "DropAim", "LeaveAimOpen", "GiveReason", "TakePosition"]);

/** How people see a kind: its name, its paper by the colour's name, and its drawing by the drawing's. */
export interface Look {
  name: string;
  paper: string;
  icon: string;
}

/** What a thing can be: a kind of note or element, or of thing. */
export type Kind = keyof typeof LOOKS;

/** What each kind is called, on which paper it stands, and by which drawing it is known. */
export const LOOKS = {
  note: {"name": "Note", "paper": "straw", "icon": "pencil"},
  liked: {"name": "Liked", "paper": "moss", "icon": "thumbs-up"},
  disliked: {"name": "Didn’t like", "paper": "rose", "icon": "thumbs-down"},
  differently: {"name": "Would do differently", "paper": "sky", "icon": "route"},
  similar: {"name": "I had that too", "paper": "lilac", "icon": "footprints"},
  question: {"name": "Question", "paper": "clay", "icon": "question"},
  answer: {"name": "Answer", "paper": "clay", "icon": "reply"},
  open_question: {"name": "Open question", "paper": "clay", "icon": "question"},
  position: {"name": "Position", "paper": "sheet", "icon": "scale"},
  not_quite: {"name": "Not quite what was meant", "paper": "sheet", "icon": "scale"},
  checkout: {"name": "Word to close with", "paper": "straw", "icon": "quote"},
  saying: {"name": "Said aloud", "paper": "straw", "icon": "quote"},
  memo: {"name": "Private memo", "paper": "sheet", "icon": "lock"},
  activity: {"name": "Step", "paper": "sheet", "icon": "square"},
  decision: {"name": "Decision", "paper": "sheet", "icon": "split"},
  document: {"name": "Document", "paper": "sheet", "icon": "file"},
  wait: {"name": "Wait", "paper": "sheet", "icon": "hourglass"},
  exception: {"name": "Exception", "paper": "sheet", "icon": "triangle"},
  control: {"name": "Control", "paper": "sheet", "icon": "shield"},
  end: {"name": "End", "paper": "sheet", "icon": "stop"},
  moment: {"name": "Moment", "paper": "sheet", "icon": "route"},
  experience: {"name": "Story", "paper": "sheet", "icon": "route"},
  value: {"name": "Value", "paper": "sheet", "icon": "ear"},
  group: {"name": "Group", "paper": "sheet", "icon": "layers"},
  aim: {"name": "Aim", "paper": "sheet", "icon": "target"},
  element: {"name": "Step", "paper": "sheet", "icon": "steps"},
  offer: {"name": "Offered wording", "paper": "sheet", "icon": "pencil"},
  agreement: {"name": "Line of the agreement", "paper": "sheet", "icon": "people"},
} as const satisfies Record<string, Look>;

/** The kind of thing that is kept in each collection. */
export const KIND_IN = {
  notes: "note",
  groups: "group",
  aims: "aim",
  values: "value",
  experiences: "experience",
  moments: "moment",
  elements: "element",
  agreement: "agreement",
  offers: "offer",
} as const satisfies Record<string, Kind>;

/** What somebody can say of a moment, a story or another reflection. */
export const REFLECTIONS: readonly WriteReflection["kind"][] = ["liked", "disliked", "differently", "similar"];

/** What an element of the process can be. */
export const ELEMENT_KINDS: readonly ElementKind[] = ["activity", "decision", "document", "wait", "exception", "control", "end"];

/** What a note is offered to become where it is moved to. */
export const BECOMES: readonly NoteKind[] = ["note", "liked", "disliked", "differently", "similar", "question", "open_question"];

/** Who can see a story or a moment, from most people to fewest. */
export const VISIBILITIES: readonly Visibility[] = ["shared", "facilitators", "only_me"];

/** What is offered as answered by an element, in this order. */
export const ANSWERABLE: readonly Kind[] = ["differently", "disliked", "liked", "similar", "value", "moment", "note", "open_question", "saying"];

/** What a value is offered as heard in, in this order. */
export const HEARD_IN: readonly Kind[] = ["liked", "disliked", "differently", "similar", "moment", "note", "open_question", "position", "saying", "checkout"];

/** What an aim is offered as coming from, in this order. */
export const COMES_FROM: readonly Kind[] = ["group", "note", "liked", "disliked", "differently", "similar", "question", "answer", "open_question", "position", "saying", "checkout"];

/** What an aim is offered as resting on when it returns, in this order. */
export const RESTS_ON: readonly Kind[] = ["value", "group", "note", "liked", "disliked", "differently", "similar", "question", "answer", "open_question", "position", "saying", "checkout", "moment", "element"];

/** What a group learnt since it worded an aim (O1). */
export const LEARNT: readonly Kind[] = ["moment", "value", "liked", "disliked", "differently", "similar"];

/** Notes that lie on no board. */
export const BESIDE_THE_BOARD: readonly NoteKind[] = ["memo", "not_quite"];

/** Notes that stand with what they are about. */
export const ON_A_THING: readonly NoteKind[] = ["question", "answer"];

/** Elements each of whose ways has a name. */
export const NAMED_WAYS: readonly ElementKind[] = ["decision"];

/** Elements from which nothing leads on. */
export const NO_WAYS: readonly ElementKind[] = ["end"];

/** What may stand in the spotlight, where everybody reads it. */
export const IN_THE_SPOTLIGHT = ["note", "moment", "value", "element", "aim"] as const;

/** Who puts things in the spotlight, and takes them out. */
export const SPOTLIGHT_ROLES: readonly Role[] = ["facilitator"];

/** The rounds that a facilitator starts. */
export const ROUNDS = ["check-in", "go-round", "check-out"] as const;

/** What somebody can be at a workshop. */
export const ROLES: readonly Role[] = ["facilitator", "scribe", "participant", "observer"];

/** Who writes on the flipchart. */
export const WRITING_ROLES: readonly Role[] = ["facilitator", "scribe", "participant"];

/** Who keeps the notes, and types for others. */
export const KEEPING_ROLES: readonly Role[] = ["facilitator", "scribe"];

/** Who changes the group's text while it is open to everyone. */
export const OPEN_TEXT_ROLES: readonly Role[] = ["facilitator", "scribe", "participant"];

/** Of a command, kind by kind: what one has to be to a thing to ask for it. */
export const RIGHTS = {
  Reword: {"note": ["author", "for_unknown"], "moment": ["author", "for_unknown"], "agreement": ["author", "for_unknown"], "experience": ["teller", "for_untold"], "group": ["text_keeper", "typed_for"], "aim": ["text_keeper", "typed_for"], "value": ["text_keeper", "typed_for"], "element": ["text_keeper", "typed_for"]},
  RewordAtRequest: {"note": ["keeper"], "moment": ["keeper"], "agreement": ["keeper"], "experience": ["keeper"]},
  OfferWording: {"note": ["anybody"], "moment": ["anybody"], "agreement": ["anybody"], "experience": ["anybody"]},
  UndoRewording: {"note": ["author", "for_unknown"], "moment": ["author", "for_unknown"], "agreement": ["author", "for_unknown"], "experience": ["teller", "for_untold"], "group": ["text_keeper", "typed_for"], "aim": ["text_keeper", "typed_for"], "value": ["text_keeper", "typed_for"], "element": ["text_keeper", "typed_for"]},
  SettleOffer: {"note": ["author"], "moment": ["author"], "agreement": ["author"], "experience": ["teller"]},
  LeaveClash: {"offer": ["own_hand"]},
  TakeClash: {"note": ["keeper"], "moment": ["keeper"], "agreement": ["keeper"], "experience": ["keeper"], "group": ["text_keeper"], "aim": ["text_keeper"], "value": ["text_keeper"], "element": ["text_keeper"]},
  Delete: {"note": ["author", "for_unknown"], "moment": ["author", "for_unknown"], "agreement": ["author", "for_unknown"], "offer": ["author", "for_unknown"], "experience": ["teller"], "group": ["text_keeper"], "aim": ["text_keeper"], "value": ["text_keeper"], "element": ["text_keeper"]},
  BringBack: {"note": ["author", "for_unknown"], "moment": ["author", "for_unknown"], "agreement": ["author", "for_unknown"], "offer": ["author", "for_unknown"], "experience": ["teller"], "group": ["text_keeper"], "aim": ["text_keeper"], "value": ["text_keeper"], "element": ["text_keeper"], "left_off": ["teller"]},
  TakeBack: {"note": ["author", "for_unknown", "for_shown_out"], "moment": ["author", "for_unknown", "for_shown_out"], "agreement": ["author", "for_unknown", "for_shown_out"], "offer": ["author", "for_unknown", "for_shown_out"], "experience": ["teller", "for_shown_out"]},
  StayUnnamed: {"note": ["own_hand"], "moment": ["own_hand"], "agreement": ["own_hand"], "offer": ["own_hand"], "group": ["own_hand"], "aim": ["own_hand"], "value": ["own_hand"], "element": ["own_hand"]},
  MaskWords: {"note": ["own_hand", "facilitator"], "moment": ["own_hand", "facilitator", "teller_of_named"], "agreement": ["own_hand", "facilitator"], "offer": ["own_hand", "facilitator"], "experience": ["facilitator", "teller_of_named"], "group": ["facilitator"], "aim": ["facilitator"], "value": ["facilitator"], "element": ["facilitator"]},
  MaskEverywhere: {"note": ["facilitator"], "moment": ["facilitator", "tells"], "agreement": ["facilitator"], "offer": ["facilitator"], "group": ["facilitator"], "aim": ["facilitator"], "value": ["facilitator"], "element": ["facilitator"], "experience": ["facilitator", "tells"]},
  KeepBack: {"note": ["own_hand"], "moment": ["own_hand", "own_teller"], "agreement": ["own_hand"], "offer": ["own_hand"], "experience": ["tells"]},
  MoveNote: {"note": ["author", "keeper"]},
  OpenWords: {"note": ["own_hand"], "moment": ["own_hand"], "experience": ["tells"]},
  NarrowWords: {"note": ["anybody"], "moment": ["anybody"], "experience": ["anybody"]},
  Hide: {"note": ["anybody"], "moment": ["anybody"]},
  ArrangeMoment: {"moment": ["author", "teller", "keeper"]},
  TellMoment: {"moment": ["author", "for_unknown"]},
  TellMomentAtRequest: {"moment": ["keeper"]},
  AcceptMoment: {"moment": ["teller"]},
  SetVisibility: {"moment": ["author", "sole_teller", "teller_for_unknown"], "experience": ["teller"]},
  SayThatsIt: {"experience": ["teller"]},
  EndTellersTurn: {"experience": ["waited_for", "keeper"]},
  TellTogether: {"experience": ["tells", "named"]},
  LeaveStory: {"experience": ["joint_teller", "named"]},
} as const;

/** The same after the close, of what is fewer people's then. */
export const AFTER_CLOSE = {
  Reword: {"note": ["author"], "moment": ["author"], "agreement": ["author"], "experience": ["teller"], "group": ["caretaker", "typed_for"], "aim": ["caretaker", "typed_for"], "value": ["caretaker", "typed_for"], "element": ["caretaker", "typed_for"]},
  UndoRewording: {"note": ["author"], "moment": ["author"], "agreement": ["author"], "experience": ["teller"], "group": ["caretaker", "typed_for"], "aim": ["caretaker", "typed_for"], "value": ["caretaker", "typed_for"], "element": ["caretaker", "typed_for"]},
  RewordAtRequest: {},
  OfferWording: {},
  LeaveClash: {},
  TakeClash: {},
  BringBack: {"left_off": ["teller"]},
  ArrangeMoment: {"moment": ["author", "teller"]},
} as const;

/** The command, of what is one way to ask for it. */
export const PART_OF = {
  RewordAtRequest: "Reword",
  OfferWording: "Reword",
  LeaveClash: "SettleOffer",
  TakeClash: "SettleOffer",
  MaskEverywhere: "MaskWords",
  TellMoment: "ArrangeMoment",
  TellMomentAtRequest: "ArrangeMoment",
} as const;

/** Where a view names what its thing came out of. */
export const SOURCES = {
  aim: "rests_on",
  value: "heard_in",
  element: "answers",
  group: "notes",
  note: "about",
} as const;

/** Where each kind of gap stands in the room. */
export const GAPS = {
  aim_unserved: "first",
  unanswered: "first",
  liked_lost: "asking",
  serves_no_aim: "asking",
  unheard: "telling",
  side_silent: "telling",
  hard_unanswered: "folded",
  note_uncited: "folded",
} as const satisfies Record<GapView["kind"], string>;

/** How a feeling is said. */
export const FEELINGS = {
  "-2": "very hard",
  "-1": "hard",
  "0": "neither",
  "1": "good",
  "2": "very good",
} as const;

/** What stands in place of a name. */
export const NAMELESS = {
  unnamed: "Unnamed",
  unknown: "Someone in the room",
} as const;

/** How it is said where an element leads on. */
export const WAY_WORDS = {
  all: "All of these",
  one: "One of these",
  unsaid: "All of these, or one?",
  next: "What comes next?",
  leads: "{name} → {where}",
  leads_unnamed: "then → {where}",
  ends: "{name} → ends here",
  ends_unnamed: "Ends here",
  ends_short: "Ends here: {name}",
  open: "{name} → left open",
  open_unnamed: "Left open",
  open_short: "Left open: {name}",
  to_the_end: "ends here",
  to_nothing: "left open",
  too_large: "This process is too large to be drawn. Its list says all of it.",
} as const;

/** Where a line stands. */
export const STANDING_WORDS = {
  kept: "kept",
  changed: "changed",
  new: "new",
  dropped: "dropped",
  parked: "parked",
  unresolved: "stays open",
  "two positions": "two positions",
  undecided: "not decided yet",
  "not asked": "storyteller not asked",
} as const;

/** The size of every box of the process, and of words beneath it, in the units of its drawing. */
export const BOX = {
  width: 152,
  height: 96,
  slant: 34,
  below: 130,
  line: 18,
} as const;
