"""Hiding together all that some people put up in their name, and showing it again: for who floods
the flipchart (G12).

What somebody left unnamed is left alone, and so is what not everybody receives: that it went with
the rest would tell whose it is, or that it is there (A1, A3, E3). Dots stay where they lie, since
totals that change would tell whose they were (A8). Nothing is erased: its author goes on reading
it, and takes it back as before.
"""

from collections.abc import Iterator
from itertools import islice

from msgspec.structs import replace

from footpath.method import refusals
from footpath.method.flipchart.entries import (
    Command,
    Entry,
    Hand,
    Number,
    PersonId,
    Recorded,
    ThingId,
)
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.grammar import Ask, Asked, Happened
from footpath.method.flipchart.private_ids import made_known
from footpath.method.refusals import Refusal
from footpath.method.things.people import Who
from footpath.method.things.things import AUTHORED, Thing
from footpath.method.wire.sheets import HiddenTogetherView
from footpath.method.words.words import Words

MOST_PEOPLE = 500
MOST_AT_ONCE = 1_000
"""Things that one act hides; with more it is asked for again."""


class HideAllOf(Command, frozen=True, kw_only=True):
    """A facilitator hides every note and moment that these people put up in their name, whether
    they are still here.
    """

    people: list[Number]


class AllHidden(Entry, frozen=True, kw_only=True):
    known_to = "everyone"
    people: tuple[PersonId, ...]
    about: tuple[ThingId, ...]


class ShowAllOf(Command, frozen=True, kw_only=True):
    """A facilitator shows again what was hidden together with the rest of these people's."""

    people: list[Number]


class AllShown(Entry, frozen=True, kw_only=True):
    known_to = "everyone"
    people: tuple[PersonId, ...]
    about: tuple[ThingId, ...]


def hide_all_of(chart: Flipchart, command: HideAllOf, hand: Hand) -> list[Entry]:
    people = _known(chart, command.people)
    about = tuple(islice((thing.id for thing in _put_up_by(chart, people)), MOST_AT_ONCE))
    return [AllHidden(people=people, about=about)] if about else []


def show_all_of(chart: Flipchart, command: ShowAllOf, hand: Hand) -> list[Entry]:
    people = tuple(id for id in _known(chart, command.people) if id in chart.hidden_together)
    theirs = (
        thing for thing in chart.things.values() if thing.hidden_together and thing.by in people
    )
    about = tuple(thing.id for thing in theirs)
    if not people:
        return []
    return [AllShown(people=people, about=about), *made_known(chart, as_shown(chart, about))]


def as_shown(chart: Flipchart, about: tuple[int, ...]) -> list[Thing]:
    """The things as they are once they are shown again."""
    return [
        replace(thing, hidden=None)
        for thing in (chart.things[id] for id in about)
        if thing.hidden_together
    ]


def _known(chart: Flipchart, people: list[int]) -> tuple[int, ...]:
    """These people, who may have been shown out.

    Raises:
        Refusal: when one is not known here, or they are very many.
    """
    if len(people) > MOST_PEOPLE:
        raise Refusal(refusals.TOO_MANY.format(most=MOST_PEOPLE))
    if any(id not in chart.people for id in people):
        raise Refusal(refusals.NO_SUCH_PERSON)
    return tuple(dict.fromkeys(people))


def _put_up_by(chart: Flipchart, people: tuple[int, ...]) -> Iterator[Thing]:
    whose = frozenset(people)
    for thing in chart.things.values():
        is_theirs = (
            thing.by in whose and isinstance(thing, AUTHORED) and not chart.is_nameless(thing)
        )
        if is_theirs and thing.stands and thing.hidden is None and chart.may_read(thing, None):
            yield thing


def all_hidden(chart: Flipchart, entry: AllHidden, recorded: Recorded) -> None:
    for id in entry.about:
        thing = chart.things[id]
        thing.hidden, thing.hidden_by, thing.hidden_together = Words(""), recorded.typed_by, True
        chart.touch_with_offers(thing)
    for person in entry.people:
        chart.hidden_together[person] = HiddenTogetherView(
            person=person, by=recorded.typed_by, at=recorded.at
        )
    chart.touch("sheet", "hidden")
    chart.remember_slip(recorded, AllShown(people=entry.people, about=entry.about))


def all_shown(chart: Flipchart, entry: AllShown, recorded: Recorded) -> None:
    back = tuple(id for id in entry.about if chart.things[id].hidden_together)
    for id in back:
        thing = chart.things[id]
        thing.hidden, thing.hidden_by, thing.hidden_together = None, None, False
        chart.touch_with_offers(thing)
    for person in entry.people:
        chart.hidden_together.pop(person, None)
    chart.touch("sheet", "hidden")
    # Undoing that would hide again what its author left unnamed or narrowed since, together
    # with what bears their name: whoever wants it hidden again asks for it, and whatever bears
    # a name then goes.
    for slips in chart.slip_lists():
        slips[:] = [slip for slip in slips if not _shows_only(slip.undoing, back)]


def _shows_only(undoing: Entry | None, back: tuple[int, ...]) -> bool:
    return isinstance(undoing, AllShown) and set(undoing.about) <= set(back)


def hidden_seen(chart: Flipchart) -> tuple[HiddenTogetherView, ...] | None:
    """Of whom everything was hidden and by whom, as everybody sees it."""
    return tuple(chart.hidden_together.values()) or None


ASKED: Asked = {
    HideAllOf: Ask(Who.FACILITATORS, hide_all_of, after_close=True),
    ShowAllOf: Ask(Who.FACILITATORS, show_all_of, after_close=True),
}

HAPPENED: Happened = {AllHidden: all_hidden, AllShown: all_shown}
