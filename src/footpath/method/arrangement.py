"""What moments and elements have beside their wording: how a moment was arranged, where a branch leads."""

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


class Branch(Struct, frozen=True, kw_only=True):
    """One way on from an element; `to` is None while it leads nowhere yet."""

    label: Words | None = None
    to: int | None = None
