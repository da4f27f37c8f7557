"""Hiding: what a facilitator hides for a while, and shows again (G12)."""

from msgspec.structs import replace

from footpath.method import refusals
from footpath.method.flipchart.entries import Command, Entry, Hand, Number, Recorded, ThingId
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.grammar import Ask, Asked, Happened
from footpath.method.flipchart.private_ids import made_known
from footpath.method.flipchart.rights_to_things import has_right
from footpath.method.refusals import Refusal
from footpath.method.things.kinds import a_thing
from footpath.method.things.people import Who
from footpath.method.words.words import Words, named


class Hide(Command, frozen=True, kw_only=True):
    """A facilitator hides somebody's words from everyone, and says why to the
    other facilitators (G12).
    """

    about: Number
    reason: str


class ThingHidden(Entry, frozen=True, kw_only=True):
    words_of = "about"
    known_to = "facilitators"
    about: ThingId
    reason: Words


class Show(Command, frozen=True, kw_only=True):
    """A facilitator shows again what was hidden."""

    about: Number


class ThingShown(Entry, frozen=True, kw_only=True):
    known_to = "everyone"
    about: ThingId


def hide(chart: Flipchart, command: Hide, hand: Hand) -> list[Entry]:
    thing = chart.public(command.about)
    if not has_right(chart, "Hide", thing, hand.typed_by):
        raise Refusal(refusals.WRONG_THING.format(thing=a_thing(type(thing))))
    return [ThingHidden(about=thing.id, reason=named(command.reason))]


def show(chart: Flipchart, command: Show, hand: Hand) -> list[Entry]:
    thing = chart.public(command.about)
    if thing.hidden is None:
        return []
    return [ThingShown(about=thing.id), *made_known(chart, [replace(thing, hidden=None)])]


def thing_hidden(chart: Flipchart, entry: ThingHidden, recorded: Recorded) -> None:
    thing = chart.things[entry.about]
    thing.hidden, thing.hidden_by = entry.reason, recorded.typed_by
    chart.touch_with_offers(thing)
    chart.remember_slip(recorded, ThingShown(about=thing.id))


def thing_shown(chart: Flipchart, entry: ThingShown, recorded: Recorded) -> None:
    thing = chart.things[entry.about]
    if thing.hidden is not None:  # again with a reason: of who gave it, and of nobody else
        again = ThingHidden(about=thing.id, reason=thing.hidden)
        chart.remember_slip(recorded, again if thing.hidden_by == recorded.typed_by else None)
    thing.hidden = thing.hidden_by = None
    thing.hidden_together = False
    chart.touch_with_offers(thing)


ASKED: Asked = {
    Hide: Ask(Who.FACILITATORS, hide, after_close=True),
    Show: Ask(Who.FACILITATORS, show, after_close=True),
}

HAPPENED: Happened = {
    ThingHidden: thing_hidden,
    ThingShown: thing_shown,
}
