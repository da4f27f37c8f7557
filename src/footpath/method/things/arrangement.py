"""What moments and elements have beside their wording: how a moment was arranged,
where a branch leads.
"""

from enum import StrEnum

from msgspec import Struct

from footpath.method.words.words import Words


class Arrangement(Struct, frozen=True, kw_only=True):
    """What a moment tells beside its wording, and where it stands, as its author left it; and
    since which entry.
    """

    lane: Words | None
    stage: Words | None
    who: tuple[Words, ...]
    used: tuple[Words, ...]
    quote: Words | None
    feeling: int | None
    feeling_words: Words | None
    inferred: bool
    told_in: int


class Beside(Struct, frozen=True, kw_only=True):
    """What a line says beside its wording, in words and without, and the entry that left it so."""

    entry: int
    words: tuple[Words, ...]
    drawn: tuple[object, ...] = ()


class Told(Struct, frozen=True, kw_only=True):
    """An entry since which a moment tells other things beside its wording, and the one in which
    it first told them.
    """

    entry: int
    told_in: int


class Fork(StrEnum):
    """Which of several ways are taken, where somebody said so."""

    ALL = "all"
    ONE = "one"


class Branch(Struct, frozen=True, kw_only=True):
    """One way on from an element: to another, to the end, or left open while `to` is None
    and it does not end.
    """

    label: Words | None = None
    to: int | None = None
    ends: bool = False
