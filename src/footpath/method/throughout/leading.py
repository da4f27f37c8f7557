"""Leading on: who keeps the pace while no facilitator is connected, accepted by half of
those who are (G18).

Who is connected is known to the room alone, so that the room gives the pace; what is an
entry is who has it.
"""

from footpath.method import refusals
from footpath.method.flipchart.entries import Command, Entry, Hand, Number, PersonId, Recorded
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.grammar import Ask, Asked, Happened
from footpath.method.refusals import Refusal
from footpath.method.things.people import WRITING_ROLES, Role, Who

ROOM = "room"
"""The door by which the live room itself asks."""
UNLED_FOR = 120.0
"""Seconds without a connected facilitator before the others are asked."""


class GivePace(Command, frozen=True, kw_only=True):
    """The room gives the pace to whom the others accepted; facilitators have it anyhow."""

    person: Number


class PaceGiven(Entry, frozen=True, kw_only=True):
    known_to = "everyone"
    person: PersonId


class ReturnPace(Command, frozen=True, kw_only=True):
    """A facilitator is back, or who keeps the pace meanwhile gives it up."""


class PaceReturned(Entry, frozen=True, kw_only=True):
    known_to = "everyone"
    person: PersonId


def give_pace(chart: Flipchart, command: GivePace, hand: Hand) -> list[Entry]:
    if hand.door != ROOM:
        raise Refusal(refusals.NOT_BY_THIS_LINK)
    person = chart.someone(command.person)
    if not counts(chart, person.id):
        raise Refusal(refusals.FOR_WRITERS)
    has_it = Role.FACILITATOR in person.roles or chart.pace_holder == person.id
    return [] if has_it else [PaceGiven(person=person.id)]


def return_pace(chart: Flipchart, command: ReturnPace, hand: Hand) -> list[Entry]:
    return [PaceReturned(person=chart.pace_holder)] if chart.pace_holder is not None else []


def counts(chart: Flipchart, person: int) -> bool:
    """Whether somebody who is connected may lead, and counts among those of whom
    half have to agree.
    """
    one = chart.people.get(person)
    return (
        one is not None
        and not one.removed
        and not one.away
        and not one.roles.isdisjoint(WRITING_ROLES)
    )


def pace_given(chart: Flipchart, entry: PaceGiven, recorded: Recorded) -> None:
    chart.pace_holder, chart.pace_was_given = entry.person, True
    chart.touch("sheet", "workshop")


def pace_returned(chart: Flipchart, entry: PaceReturned, recorded: Recorded) -> None:
    chart.pace_holder = None
    chart.touch("sheet", "workshop")


ASKED: Asked = {
    GivePace: Ask(Who.DOOR, give_pace),
    ReturnPace: Ask(Who.PACE, return_pace, after_close=True),
}

HAPPENED: Happened = {
    PaceGiven: pace_given,
    PaceReturned: pace_returned,
}
