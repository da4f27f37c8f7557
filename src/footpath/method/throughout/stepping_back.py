"""Stepping back: rather not telling what one offered, and having one's name taken
out of the record.
"""

from msgspec.structs import replace

from footpath.method.flipchart.entries import Command, Entry, Hand, PersonId, Recorded
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.grammar import Ask, Asked, Happened
from footpath.method.flipchart.lookalikes import Numbered
from footpath.method.things.people import NOBODYS_NAME, Story, Who


class RatherNot(Command, frozen=True, kw_only=True):
    """Who offered an experience, or was asked for it, would rather not tell it; no
    reason is asked (W31).
    """


class TellingDeclined(Entry, frozen=True, kw_only=True):
    known_to = "facilitators"
    person: PersonId

    @property
    def is_private(self) -> bool:
        """Facilitators alone learn of it (G13)."""
        return True


def rather_not(chart: Flipchart, command: RatherNot, hand: Hand) -> list[Entry]:
    assert hand.by is not None
    story = chart.people[hand.by].story
    return [TellingDeclined(person=hand.by)] if story is not None and not story.declined else []


def telling_declined(chart: Flipchart, entry: TellingDeclined, recorded: Recorded) -> None:
    person = chart.people[entry.person]
    person.story = replace(person.story or Story(), asked=False, declined=True)
    chart.touch("people", entry.person)


class ForgetMe(Command, frozen=True, kw_only=True):
    """Somebody has every name that they had here, and the experience they offered, taken out
    of the record (W29).
    """


class PersonForgotten(Entry, frozen=True, kw_only=True):
    """Nobody is called so any more. The record is rewritten with it; what they wrote is taken
    back thing by thing.
    """

    known_to = "everyone"
    person: PersonId
    numbers: tuple[Numbered, ...] = ()
    """What others are told apart by that the record did not say yet; in an earlier release they
    were numbered anew.
    """


def forget_me(chart: Flipchart, command: ForgetMe, hand: Hand) -> list[Entry]:
    assert hand.by is not None
    if chart.said_in.get(hand.by, [0])[-1] < chart.people[hand.by].forgotten_in:
        return []  # nothing was said of them since
    return [PersonForgotten(person=hand.by, numbers=chart.namings.without(hand.by))]


def person_forgotten(chart: Flipchart, entry: PersonForgotten, recorded: Recorded) -> None:
    person = chart.people[entry.person]
    person.story, person.name, person.forgotten_in = None, NOBODYS_NAME, recorded.number
    person.once.clear()
    for one in chart.namings.forget(chart.people, entry.person, entry.numbers):
        chart.touch("people", one.id)
    chart.touch_person(entry.person)


ASKED: Asked = {
    RatherNot: Ask(Who.EVERYBODY, rather_not, after_close=True),
    ForgetMe: Ask(Who.EVERYBODY, forget_me, after_close=True, shown_out=True),
}

HAPPENED: Happened = {
    TellingDeclined: telling_declined,
    PersonForgotten: person_forgotten,
}
