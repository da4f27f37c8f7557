"""What moments and elements have beside their wording: how a moment was arranged, where a branch leads."""

from enum import StrEnum

from msgspec import Struct

from footpath.method.words import Words


class Arrangement(Struct, frozen=True, kw_only=True):
    """What a moment tells beside its wording, and where it stands, as its author left it."""

    lane: Words | None
    stage: Words | None
    who: tuple[Words, ...]
    used: tuple[Words, ...]
    quote: Words | None
    feeling: int | None
    feeling_words: Words | None
    inferred: bool


class Fork(StrEnum):
    """Which of several ways are taken, where somebody said so."""

    ALL = "all"
    ONE = "one"


class Branch(Struct, frozen=True, kw_only=True):
    """One way on from an element: to another, to the end, or left open while `to` is None and it does not end."""

    label: Words | None = None
    to: int | None = None
    ends: bool = False
