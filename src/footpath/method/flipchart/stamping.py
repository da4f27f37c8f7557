"""Stamping: what every new thing, and every new wording, takes from the entry that it came in."""

from typing import TypedDict

from footpath.method.flipchart.entries import Recorded
from footpath.method.things.things import Wording
from footpath.method.words.words import Words


class Stamp(TypedDict):
    """What every new thing takes from the entry that made it."""

    id: int
    by: int | None
    typed_by: int | None
    said_at: int
    stored_at: int
    made_by_entry: int
    wordings: list[Wording]
    unnamed: bool


def stamp(recorded: Recorded, id: int, words: Words, unnamed: bool = False) -> Stamp:
    """The fields that a new thing takes from its entry."""
    return Stamp(
        id=id,
        by=recorded.by,
        typed_by=recorded.typed_by,
        said_at=recorded.said_at,
        stored_at=recorded.at,
        made_by_entry=recorded.number,
        wordings=[wording(recorded, words)],
        unnamed=unnamed,
    )


def wording(
    recorded: Recorded, words: Words, why: Words | None = None, unnamed: bool = False
) -> Wording:
    """A wording stamped with the entry that it came in."""
    return Wording(
        words=words,
        by=recorded.by,
        typed_by=recorded.typed_by,
        at=recorded.said_at,
        entry=recorded.number,
        why=why,
        unnamed=unnamed,
    )
