"""What the flipchart knows of its threads: who may read beneath a line, what tellers said of it,
what changed since.
"""

from enum import StrEnum

from msgspec import Struct, field


class Edition(StrEnum):
    """For whom an outline is made: those who took part, the organisation's
    members, everyone (O5).
    """

    TOOK_PART = "took_part"
    MEMBERS = "members"
    EVERYONE = "everyone"

    @property
    def width(self) -> int:
        """How far it goes: more people read the wider one."""
        return _WIDTHS[self]


_WIDTHS = {edition: width for width, edition in enumerate(Edition)}


class LineAnswer(StrEnum):
    """What somebody says of a line that rests on their words (O6)."""

    MEANT = "meant"
    NOT_QUITE = "not_quite"
    LEAVE_OUT = "leave_out"


class Answered(Struct, frozen=True, kw_only=True):
    """One answer: of what words of the person's, and the note that says what is not quite right."""

    answer: LineAnswer
    things: tuple[int, ...]
    note: int | None = None
    entry: int = 0
    """In which entry it was said."""
    earlier: tuple["Answered", ...] = ()
    """What they said before of other wordings, that these are what they meant."""


Answering = tuple[int, int | None]
"""Who answers, and of which unnamed thing of theirs; None for all that bears their name (A3)."""


class Threads(Struct, kw_only=True):
    """By ids: of things, of lines of the outline, of persons."""

    opened: dict[int, dict[int, Edition]] = field(default_factory=dict[int, dict[int, Edition]])
    """How far its author, or each of a story's tellers, opened the words of a thing."""
    narrowed: dict[int, Edition] = field(default_factory=dict[int, Edition])
    """How far at most a facilitator or the policy's owner lets it go."""
    answers: dict[int, dict[Answering, Answered]] = field(
        default_factory=dict[int, dict[Answering, Answered]]
    )
    left_out: dict[int, set[int]] = field(default_factory=dict[int, set[int]])
    """Things that do not stand beneath a line any more, because their author said so."""
    changed: dict[int, set[int]] = field(default_factory=dict[int, set[int]])
    """Sources of a line that were corrected, masked or taken back since it was last
    worded or kept (O9).
    """
    looked_at: dict[int, int] = field(default_factory=dict[int, int])
    """The entry in which a line was last kept as it is."""
    copies_masked: set[int] = field(default_factory=set[int])
    """Things in which copies of words that were taken back were masked, until they
    are reworded (E10).
    """
    recognised: dict[int, dict[int, tuple[tuple[int, bool], ...]]] = field(
        default_factory=dict[int, dict[int, tuple[tuple[int, bool], ...]]]
    )
    """Whether a storyteller recognises a value that was heard in their story, and in which entry
    they said so (R6).
    """
    put_over: dict[int, int] = field(default_factory=dict[int, int])
    """The entry with which other words were put in place of the whole of a thing's."""

    def ask_for_care(self, id: int) -> bool:
        """Whether words in a thing, or in what it rests on, were changed or taken back, and nobody
        kept or reworded it since.
        """
        return id in self.copies_masked or bool(self.changed.get(id))

    def renumber(self, private: int, public: int) -> None:
        """A thing gets another id; as long as its id was private, no more than
        these could know of it.
        """
        if private in self.narrowed:
            self.narrowed[public] = self.narrowed.pop(private)
        if private in self.copies_masked:
            self.copies_masked.remove(private)
            self.copies_masked.add(public)
