"""Stepping back: rather not telling what one offered, and having one's name taken out of the record."""

from footpath.method.asking import Ask, Asked, Happened
from footpath.method.entries import Command, Entry, Hand, PersonId, Recorded
from footpath.method.flipchart import Flipchart
from footpath.method.people import NOBODYS_NAME, Story, Who


class RatherNot(Command, frozen=True, kw_only=True):
    """Who offered an experience, or was asked for it, would rather not tell it; no reason is asked (W31)."""


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
    story = person.story or Story()
    person.story = Story(side=story.side, elsewhere=story.elsewhere, line=story.line, declined=True)
    chart.touch("people", entry.person)


class ForgetMe(Command, frozen=True, kw_only=True):
    """Somebody has every name that they had here, and the experience they offered, taken out of the record (W29)."""


class PersonForgotten(Entry, frozen=True, kw_only=True):
    """Nobody is called so any more. The record is rewritten with it; what they wrote is taken back thing by thing."""

    known_to = "everyone"
    person: PersonId


def forget_me(chart: Flipchart, command: ForgetMe, hand: Hand) -> list[Entry]:
    assert hand.by is not None
    return [PersonForgotten(person=hand.by)]


def person_forgotten(chart: Flipchart, entry: PersonForgotten, recorded: Recorded) -> None:
    chart.people[entry.person].story, chart.people[entry.person].name = None, NOBODYS_NAME
    chart.touch_person(entry.person)


ASKED: Asked = {
    RatherNot: Ask(Who.EVERYBODY, rather_not, after_close=True),
    ForgetMe: Ask(Who.EVERYBODY, forget_me, after_close=True, shown_out=True),
}

HAPPENED: Happened = {
    TellingDeclined: telling_declined,
    PersonForgotten: person_forgotten,
}
