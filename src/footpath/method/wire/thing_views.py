"""What a browser gets of the flipchart, thing by thing. Everything here can leave the server;
nothing else does.

A view holds what its audience may see. `Overlay` is laid over a view for facilitators or for
one person, field by field. Times are milliseconds since 1970, UTC; people and things are
named by their ids.
"""

from typing import Literal

from msgspec import Struct

from footpath.method.things.standing_words import Decided, Standing
from footpath.method.things.things import ElementKind, NoteKind


class View(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What every view has. `state`: "" (it stands), "hidden", "withdrawn", "deleted"."""

    id: int
    state: str = ""
    # not everybody receives it, so that nothing of the group's can rest on it
    private: bool = False
    together: bool = False  # hidden with all that its author put up in their name
    by: int | None = None
    unnamed: bool = False
    unknown: bool = False
    typed_by: int | None = None
    said_at: int | None = None
    stored_at: int | None = None
    version: int = 1
    parked: str | None = None
    tags: tuple[str, ...] = ()
    cited_by: tuple[int, ...] = ()
    questions: tuple[int, ...] = ()
    offers: tuple[int, ...] = ()
    dots: int = 0
    dots_before: int = 0
    """Given to an earlier wording of it (A8)."""
    opened: str = ""
    """How far its words go beneath a line of the outline, beyond those who take part:
    "", "members", "everyone".
    """
    narrowed: str = ""
    """How far at most, where a facilitator or the policy's owner said so:
    "", "took_part", "members".
    """
    taken_from: bool = False
    """Copies of words that were taken back were masked here, and it was not
    reworded since (E10).
    """
    is_line: bool = False  # a line of the outline (O5)
    left_out: tuple[int, ...] = ()
    """Things that do not stand beneath this line, though something else that it rests on
    leads to them (O6).
    """


class LineView(View, frozen=True, kw_only=True, omit_defaults=True):
    """What a line of the outline has: which sources changed since it was last worded or kept, what
    tellers say of it.

    `meant` are things whose author says that the line means what they meant; `not_quite` are the
    notes of those who say that it does not quite; `to_look_at` those of them that its keepers
    have not looked at.
    """

    changed: tuple[int, ...] = ()
    meant: tuple[int, ...] = ()
    not_quite: tuple[int, ...] = ()
    to_look_at: tuple[int, ...] = ()


class WasView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An earlier wording."""

    text: str
    by: int | None = None
    typed_by: int | None = None
    """Who typed it for them, where somebody did."""
    at: int | None = None
    why: str | None = None
    place: int | None = None
    """Of the reason, among all that were given of the thing."""


class NoteView(View, frozen=True, kw_only=True, omit_defaults=True):
    """A note of any kind. `text` is missing where it is hidden or was taken back; masked
    parts stand as "███".
    """

    kind: NoteKind
    phase: str
    text: str | None = None
    number: int | None = None
    silent: bool = False
    held: bool = False
    about: tuple[int, ...] = ()
    group: int | None = None
    merged_into: int | None = None
    merged: tuple[int, ...] = ()
    moved_from: str | None = None
    side: str = ""
    elsewhere: bool | None = None
    picked: bool = False
    at_request: bool = False
    answered_by: tuple[int, ...] = ()
    mine: bool = False
    was: tuple[WasView, ...] = ()


class GroupView(View, frozen=True, kw_only=True, omit_defaults=True):
    """A group of notes that say the same."""

    title: str
    notes: tuple[int, ...] = ()
    was: tuple[WasView, ...] = ()


class ReviewView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the group said of an aim on its return: keep, change, drop, open."""

    choice: str
    at: int
    reason: str | None = None
    by: int | None = None
    typed_by: int | None = None
    """Who typed it for them, where somebody did."""
    place: int | None = None
    """Of the reason, among all that were given of the aim."""
    rests_on: tuple[int, ...] = ()


class AimView(LineView, frozen=True, kw_only=True, omit_defaults=True):
    """An aim, and where it stands."""

    text: str
    first_text: str
    standing: Standing
    decided: Decided | None = None
    """What the group has said becomes of it, or that it does not agree."""
    reason: str | None = None
    rests_on: tuple[int, ...] = ()
    served_by: tuple[int, ...] = ()
    offered_by: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()
    reviews: tuple[ReviewView, ...] = ()
    was: tuple[WasView, ...] = ()


class ValueView(LineView, frozen=True, kw_only=True, omit_defaults=True):
    """A value and what it was heard in."""

    name: str
    sentence: str | None = None
    heard_in: tuple[int, ...] = ()
    tension: tuple[int, ...] = ()
    recognised: dict[int, bool] = {}
    """Whether a storyteller, in whose story it was heard, recognises it (R6)."""
    recognised_before: tuple[int, ...] = ()  # who said so of other words of it alone
    answered_by: tuple[int, ...] = ()
    was: tuple[WasView, ...] = ()


class ExperienceView(View, frozen=True, kw_only=True, omit_defaults=True):
    """A story; `moments` in order, as far as this audience may see them; `waited_for` who still
    speaks first (R2).
    """

    title: str | None = None
    storytellers: tuple[int, ...] = ()
    named: tuple[int, ...] = ()
    """Who is named beside the first teller and does not tell it yet; for these
    and its tellers (E8).
    """
    said: tuple[int, ...] = ()
    """Who of them said that they tell it together."""
    side: str = ""
    elsewhere: bool | None = None
    when: str | None = None
    lanes: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    moments: tuple[int, ...] = ()
    visibility: str = "shared"
    finished: bool = False
    finished_by: int | None = None
    """Who called it told for a teller who could not; None where a teller did."""
    waited_for: tuple[int, ...] = ()
    decides_no_more: bool = False
    """Of one of its tellers, for themselves alone: what let them tell it has ended (E8)."""
    spoken_for: bool = False
    had_too: int = 0
    private_id: int | None = None
    """The id that it had before everybody received it; for its tellers."""


class MomentView(View, frozen=True, kw_only=True, omit_defaults=True):
    """A moment of a story. What is missing there is missing here."""

    experience: int
    text: str | None = None
    lane: str | None = None
    stage: str | None = None
    who: tuple[str, ...] = ()
    used: tuple[str, ...] = ()
    quote: str | None = None
    feeling: int | None = None
    feeling_words: str | None = None
    quoted: tuple[Literal["quote", "feeling_words"], ...] = ()
    """Which of its words may stand within quotation marks (O8)."""
    inferred: bool = False
    visibility: str = "shared"
    reach: str = "shared"
    """How far it is seen: never further than its story."""
    accepted: bool = True
    left_off: bool = False
    """A teller put it aside, so that a teller brings it back (E6)."""
    had_too: int = 0
    at_request: bool = False
    arranged_by: int | None = None  # who arranged it last, where that was not its author
    answered_by: tuple[int, ...] = ()
    mine: bool = False
    was: tuple[WasView, ...] = ()


class BranchView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One way on from an element: to another that stands, to the end, or left open
    where it names neither.
    """

    label: str | None = None
    to: int | None = None
    ends: bool = False


class ElementView(LineView, frozen=True, kw_only=True, omit_defaults=True):
    """An element of the ideal process."""

    kind: ElementKind
    text: str
    lane: str | None = None
    stage: str | None = None
    branches: tuple[BranchView, ...] = ()
    # of several ways "all" or "one" are taken; None where nobody said which
    fork: str | None = None
    fork_said: str = ""
    """The same as a sentence, also that nobody said it; nothing of a single way."""
    aside: bool = False
    """It stands beside the flow, so that no way to it is offered and its own are drawn dashed."""
    answers: tuple[int, ...] = ()
    serves: tuple[int, ...] = ()
    inputs: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()
    was: tuple[WasView, ...] = ()


class AgreementView(View, frozen=True, kw_only=True, omit_defaults=True):
    """A line of the group agreement and how many agreed to it."""

    text: str | None = None
    agreed: int = 0
    agreed_before: int = 0  # how many agreed to other words of it, and not to these
    was: tuple[WasView, ...] = ()


class OfferView(View, frozen=True, kw_only=True, omit_defaults=True):
    """Another wording beside a thing; `clash` where two people changed one text at once (A5)."""

    about: int
    text: str | None = None
    clash: bool = False
    settled: str = ""
    reason: str | None = None
