"""The nouns: everything that can stand on the flipchart, each known by a number of its own."""

from enum import StrEnum

from msgspec import Struct, field

from footpath.method.things.arrangement import Arrangement, Beside, Branch, Fork, Told
from footpath.method.things.reviews import AimReview
from footpath.method.things.visibility import Visibility
from footpath.method.words.words import Words


class Phase(StrEnum):
    """One of the six parts of the method."""

    GATHER = "gather"
    AIMS = "aims"
    EXPERIENCE = "experience"
    REFLECT = "reflect"
    PROCESS = "process"
    RETURN = "return"


class NoteKind(StrEnum):
    """What a note is; the four reflections are notes about something."""

    NOTE = "note"
    LIKED = "liked"
    DISLIKED = "disliked"
    DIFFERENTLY = "differently"
    SIMILAR = "similar"
    QUESTION = "question"
    ANSWER = "answer"
    OPEN_QUESTION = "open_question"
    POSITION = "position"
    NOT_QUITE = "not_quite"
    CHECKOUT = "checkout"
    SAYING = "saying"
    MEMO = "memo"


REFLECTIONS = (NoteKind.LIKED, NoteKind.DISLIKED, NoteKind.DIFFERENTLY, NoteKind.SIMILAR)


class ElementKind(StrEnum):
    """What an element of the ideal process is."""

    ACTIVITY = "activity"
    DECISION = "decision"
    DOCUMENT = "document"
    WAIT = "wait"
    EXCEPTION = "exception"
    CONTROL = "control"
    END = "end"


class Wording(Struct, frozen=True, kw_only=True):
    """One wording of a thing: what it said, who worded it, when, and why it was changed."""

    words: Words
    by: int | None
    typed_by: int | None
    at: int
    entry: int = 0
    why: Words | None = None
    at_request: bool = False
    unnamed: bool = False


class Thing(Struct, kw_only=True):
    """What every thing on the flipchart has. Times are ms since 1970 UTC."""

    id: int
    by: int | None
    typed_by: int | None
    said_at: int
    stored_at: int
    made_by_entry: int
    wordings: list[Wording]
    version: int = 1
    unnamed: bool = False
    private_id: int | None = None  # the one that it had until everybody received it
    facilitators_knew: bool = False  # by that id: they received it before
    hidden: Words | None = None  # why a facilitator hid it (G12)
    hidden_by: int | None = None
    hidden_together: bool = False  # with all that its author put up in their name
    withdrawn: bool = False
    deleted: bool = False
    parked: Words | None = None
    parked_by: int | None = None
    tags: list[Words] = field(default_factory=list[Words])

    @property
    def words(self) -> Words:
        """The wording that stands."""
        return self.wordings[-1].words

    @property
    def stands(self) -> bool:
        """Whether it is still on the flipchart: neither taken back nor deleted."""
        return not self.withdrawn and not self.deleted

    @property
    def cites(self) -> list[int]:
        """The things that this one names as what it is about, came from, answers or serves."""
        return []

    @property
    def all_words(self) -> list[Words]:
        """Everything of it that somebody said, as it stands."""
        return [self.words]


class Note(Thing, kw_only=True):
    """One person's words in a phase: a note, a reflection, a question, a word to close with."""

    kind: NoteKind
    phase: Phase
    about: list[int] = field(default_factory=list[int])
    number: int | None = None
    """What people call it by ("note 12"): given at the reveal for what was written in silence."""
    silent: bool = False  # written in silence: shows no time, ever (A2)
    held: bool = False
    """Received by nobody but its author and who typed it, until the reveal (A1) or the
    storyteller's end (R2).
    """
    group: int | None = None
    merged_into: int | None = None
    moved_from: Phase | None = None
    side: Words | None = None
    elsewhere: bool | None = None
    picked: bool = False

    @property
    def cites(self) -> list[int]:
        """What the note is about."""
        return self.about


class Group(Thing, kw_only=True):
    """Notes that say the same, put together under the group's title."""

    notes: list[int] = field(default_factory=list[int])

    @property
    def cites(self) -> list[int]:
        """The notes in the group."""
        return self.notes


class Aim(Thing, kw_only=True):
    """What the group wants the policy to achieve, and what it came from."""

    rests_on: list[int] = field(default_factory=list[int])
    added_on_return: bool = False
    rested_at: int = 0
    """Entry that last added or reworded it with what it rests on, counted for offers
    of "served by" (O2).
    """
    reviews: list[AimReview] = field(default_factory=list[AimReview])
    reason: Words | None = None

    @property
    def cites(self) -> list[int]:
        """What it came from, and what its reviews rest on."""
        in_reviews = (id for review in self.reviews for id in review.rests_on)
        return list(dict.fromkeys([*self.rests_on, *in_reviews]))


class SharedValue(Thing, kw_only=True):
    """A value that could be heard: its name is its wording, `sentence` says it in
    the group's words.
    """

    sentence: Words | None
    beside: list[Beside] = field(default_factory=list[Beside])
    rests_on: list[int]
    tension: set[int] = field(default_factory=set[int])

    @property
    def cites(self) -> list[int]:
        """What the value was heard in."""
        return self.rests_on


class Experience(Thing, kw_only=True):
    """A storyteller's story: stages across, lanes down, moments in it. Its title is its wording."""

    storytellers: list[int]
    named: list[int] = field(default_factory=list[int])  # beside the first, once both `said` so
    told_first: int | None = None  # whose title it is where a keeper worded it for them
    # who tells it no more, from which entry
    left: dict[int, int] = field(default_factory=dict[int, int])
    said: set[int] = field(default_factory=set[int])
    # who tells it because the first and they said so
    joined: set[int] = field(default_factory=set[int])
    side: Words | None
    elsewhere: bool | None
    when: Words | None
    lanes: list[Words]
    stages: list[Words]
    moments: list[int] = field(default_factory=list[int])
    visibility: Visibility = Visibility.SHARED
    finished: bool = False
    finished_by: int | None = None  # who called it told for a teller who could not
    spoken: set[int] = field(default_factory=set[int])
    spoken_for: bool = False

    @property
    def insiders(self) -> list[int]:
        """Who works on it while it is private: its tellers, and whom the first
        of them lets join.
        """
        return [*self.storytellers, *(self.named if {*self.storytellers[:1]} & self.said else ())]

    @property
    def all_words(self) -> list[Words]:
        """Its title, when it was, its lanes and its stages."""
        return [
            *(words for words in (self.words, self.when) if words is not None),
            *self.lanes,
            *self.stages,
        ]


class Moment(Thing, kw_only=True):
    """One moment of an experience. What is missing is None, and shown as missing."""

    experience: int
    lane: Words | None
    stage: Words | None
    who: list[Words]
    used: list[Words]
    quote: Words | None
    feeling: int | None
    feeling_words: Words | None
    inferred: bool
    visibility: Visibility
    accepted: bool
    left_off: bool = False  # its storyteller took it off their map
    # the entry in which words beside its wording were last changed; 0 where none were
    arranged_in: int = 0
    # a keeper changed what it tells because the author asked (A4)
    arranged_at_request: bool = False
    arranged_by: int | None = None  # who arranged it last, where that was not its author
    left_as: Arrangement | None = None  # how the author left it then
    told: list[Told] = field(default_factory=list[Told])

    @property
    def all_words(self) -> list[Words]:
        """What happened, where on the map, who was there, what was used, the
        quotation, and how it felt.
        """
        said = (self.words, self.lane, self.stage, self.quote, self.feeling_words)
        return [*(words for words in said if words is not None), *self.who, *self.used]


class Element(Thing, kw_only=True):
    """One element of the ideal process; it cites what it answers and the aims it serves."""

    kind: ElementKind
    lane: Words | None
    stage: Words | None
    branches: list[Branch]
    fork: Fork | None = None
    answers: list[int]
    serves: list[int]
    inputs: list[Words]
    outputs: list[Words]
    beside: list[Beside] = field(default_factory=list[Beside])
    arranged_in: int = 0

    @property
    def cites(self) -> list[int]:
        """What it answers and the aims it serves."""
        return [*self.answers, *self.serves]


class AgreementLine(Thing, kw_only=True):
    """One line of how the group wants to be together, and who agreed to it, in which entries."""

    agreed: dict[int, tuple[tuple[int, bool], ...]] = field(
        default_factory=dict[int, tuple[tuple[int, bool], ...]]
    )


class Offer(Thing, kw_only=True):
    """Another wording offered beside somebody's words (A4), or a second wording that
    came too late (A5).
    """

    about: int
    clash: bool
    settled: str = ""
    reason: Words | None = None


AUTHORED = (Note, Moment)
GROUP_TEXT = (Group, Aim, SharedValue, Element)
