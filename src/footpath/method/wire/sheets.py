"""What a browser gets of the workshop as a whole: what there is one of, whatever phase it is in."""

from typing import Literal

from msgspec import UNSET, Struct, UnsetType

from footpath.method.layout.parts import DrawingView


class PhaseView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One of the six phases, as it is shown."""

    phase: str
    name: str
    question: str
    now: str
    seen_by: str
    minutes: int
    say: str
    enough: str
    short: str = ""
    """What the row of phases calls it where its name is long."""


class WorkshopView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The workshop as a whole: where it stands and what its clock says."""

    title: str
    phase: str
    visited: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    welcome: str | None = None
    opened: bool = False
    closed: bool = False
    sittings: int = 0
    phase_opened_at: int | None = None
    minutes: int = 0
    spent: dict[str, int] = {}
    """How long the group was in each phase before, in this sitting (ms)."""
    silence: bool = False
    break_until: int | None = None
    break_minutes: int = 0
    """How long the break is, while there is one."""
    text_open: bool = False
    pace_holder: int | None = None
    """Who keeps the pace while no facilitator is connected."""
    replayed: bool = False
    rehearsal: bool = False
    """Its people but one are invented, and it is thrown away."""


class CountsView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How many: never who."""

    people: int = 0
    done: int = 0
    hands: int = 0
    face_down: int = 0
    waiting: int = 0


class HandView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A raised hand, for facilitators."""

    person: int
    since: int


class VoteView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The dot vote; totals stand on the things themselves once it is closed."""

    open: bool
    dots_each: int


class DotsView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One's own dots: how many on each thing, by its id."""

    left: int
    placed: dict[int, int]


class RoundView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A round: whose turn it is, who is left, who passed."""

    kind: str
    order: tuple[int, ...]
    at: int = 0
    passed: tuple[int, ...] = ()


class QuietView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """For facilitators: who has put up nothing in their name yet.

    `untold`: nobody is listed, because what was put up unnamed could be told by it.
    """

    people: tuple[int, ...] = ()
    untold: bool = False


class UnsaidView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An element of which nobody said what comes after, and the next in the order: an offer of
    a way, and no way.
    """

    about: int
    offer: int | None = None


class RestsView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Of an aim, on how many stories and notes it rests, in words (O10); of a value, in whose
    stories it was heard.
    """

    said: str = ""
    tellers: tuple[int, ...] = ()


class PassedView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An element to which nothing leads, passed by on the only way of the one before it
    to the one after it.
    """

    about: int
    by: int
    to: int


class ProcessView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The order of the elements, the lanes and stages in which they stand, and after which
    nobody said what comes.
    """

    elements: tuple[int, ...] = ()
    lanes: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    unsaid: tuple[UnsaidView, ...] = ()
    passed: tuple[PassedView, ...] = ()


GapKind = Literal[
    "aim_unserved", "unanswered", "liked_lost", "serves_no_aim", "note_uncited", "hard_unanswered",
    "unheard", "side_silent",
]  # fmt: skip
"""What is missing: the kinds of sentences of the gap check."""


class GapView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One plain sentence of the gap check, and the thing it speaks of."""

    kind: GapKind
    sentence: str
    about: int | None = None


class VeilView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One veil over a thing, for facilitators: who covered what, and until when they can lift it.

    `covers` are the passages beneath; where the whole thing is covered, its text. `by` is missing
    where it would tell who left something unnamed. Times are milliseconds since 1970, UTC.
    """

    veil: int
    because: str
    covers: tuple[str, ...]
    at: int
    until: int
    by: int | None = None


class VeilsView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The veils over one thing, for facilitators, in the order in which they were laid."""

    veils: tuple[VeilView, ...] = ()


class HiddenTogetherView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one person put up in their name was hidden in one act: whose, by whom, when
    (ms since 1970, UTC).
    """

    person: int
    by: int | None
    at: int


class CopiesView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """For who took words back: for how many acts copies are still looked for, and what the
    last search came to.

    `covered` and `left`: the places in which copies are covered, and in which they stay as they
    are. `at` when that was found, in milliseconds since 1970, UTC.
    """

    looking: int = 0
    covered: int = 0
    left: int = 0
    at: int = 0


class SlipView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A step that somebody can undo, or do again: which of theirs, and what it was, in a few
    words.
    """

    slip: int
    did: str


class SlipsView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What somebody can undo and do again just now, for themselves alone.

    `stuck` is their latest step where that one cannot be undone, and `why`; then `undo` is
    an earlier one.
    """

    undo: SlipView | None = None
    redo: SlipView | None = None
    stuck: str = ""
    why: str = ""


class WholeView(Struct, kw_only=True, omit_defaults=True):
    """What there is one of."""

    workshop: WorkshopView | UnsetType = UNSET
    phases: tuple[PhaseView, ...] | UnsetType = UNSET
    may: dict[str, tuple[str, ...]] | UnsetType = UNSET
    counts: CountsView | UnsetType = UNSET
    hands: tuple[HandView, ...] | UnsetType = UNSET
    quiet: QuietView | UnsetType = UNSET
    hidden: tuple[HiddenTogetherView, ...] | UnsetType = UNSET
    vote: VoteView | UnsetType | None = UNSET
    round: RoundView | UnsetType | None = UNSET
    process: ProcessView | UnsetType = UNSET
    drawing: DrawingView | UnsetType = UNSET
    aims: tuple[int, ...] | UnsetType = UNSET
    silent_sides: tuple[GapView, ...] | UnsetType = UNSET
