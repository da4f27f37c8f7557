"""How much one thing can be tied to at once, and how deep what is about it can go (L2)."""

from collections.abc import Callable, Collection

from footpath.method import refusals
from footpath.method.flipchart.entries import Hand, Recorded
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.refusals import Refusal
from footpath.method.things.people import KEEPING_ROLES
from footpath.method.things.things import (
    Note,
)

DEEPEST = 30
"""Notes on notes: reflections on reflections, answers to answers."""
FEW = 5
MOST_TIES, MOST_TIES_OF_KEEPERS = 2_000, 10_000
"""Things that somebody ties to others by acts that tie more than a few; by a few at a time they
go on without end.
"""


def keeps(chart: Flipchart, person: int | None) -> bool:
    return chart.has_role(person, *KEEPING_ROLES)


def check_ties(chart: Flipchart, hand: Hand, cited: Collection[int]) -> None:
    """Whether somebody can tie something to all these at once.

    Raises:
        Refusal: when they tied very much to each other already, and this is more than a few.
    """
    most = MOST_TIES_OF_KEEPERS if keeps(chart, hand.typed_by) else MOST_TIES
    if len(cited) > FEW and chart.tied.get(hand.typed_by or 0, 0) + len(cited) > most:
        raise Refusal(refusals.TIED_VERY_MUCH.format(few=FEW))


def tied(chart: Flipchart, recorded: Recorded, cited: Collection[int]) -> None:
    """Somebody tied something to all these."""
    if len(cited) > FEW:
        chart.tied[recorded.typed_by or 0] = chart.tied.get(recorded.typed_by or 0, 0) + len(cited)


def check_moved(chart: Flipchart, note: Note, about: Collection[int]) -> None:
    """Whether a note, with those that are about it, can be about other things.

    Raises:
        Refusal: when that would be very deep.
    """
    below = levels(about, lambda id: abouts(chart, id))
    by = chart.cited_by  # a note names nothing but what it is about
    above = levels(
        [note.id], lambda id: [one for one in by.get(id, ()) if isinstance(chart.things[one], Note)]
    )
    if below + above > DEEPEST:
        raise Refusal(refusals.SO_DEEP)


def levels(ids: Collection[int], onward: Callable[[int], Collection[int]]) -> int:
    """In how many steps all is met that things lead to; refused where these are very many."""
    met, level = set(ids), set(ids)
    for steps in range(DEEPEST):
        level = {one for id in level for one in onward(id)} - met
        if not level:
            return steps
        met |= level
    raise Refusal(refusals.SO_DEEP)


def abouts(chart: Flipchart, id: int) -> list[int]:
    thing = chart.things.get(id)
    return thing.about if isinstance(thing, Note) else []
