"""Admitting: whether somebody may ask for something just now, by role and door,
whatever it is about.
"""

from footpath.method import refusals
from footpath.method.flipchart.entries import Actor
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.grammar import Ask
from footpath.method.flipchart.rights_to_things import goes_on
from footpath.method.refusals import Refusal
from footpath.method.things.people import OPEN_TEXT_ROLES, PACE, ROLES_OF, Role, Who
from footpath.method.things.things import Thing

FOLLOWING = "following"
"""The door of what follows from an entry: whoever made it need not be here any more."""

_OF_THE_TEXT = frozenset({Who.TEXT_KEEPERS, Who.GROUPERS})
_REFUSED_FOR = {
    Who.DOOR: refusals.NOT_BY_THIS_LINK,
    Who.FACILITATORS: refusals.FOR_FACILITATORS,
    Who.FACILITATORS_OR_OWNER: refusals.FOR_FACILITATORS,
    Who.PACE: refusals.FOR_FACILITATORS,
    Who.KEEPERS: refusals.FOR_KEEPERS,
    Who.TEXT_KEEPERS: refusals.TEXT_IS_KEPT,
    Who.GROUPERS: refusals.TEXT_IS_KEPT,
    Who.WRITERS: refusals.FOR_WRITERS,
    Who.EVERYBODY: refusals.NOT_HERE,
}


def check_open(chart: Flipchart, ask: Ask, actor: Actor) -> None:
    """Refuse what is not open to somebody.

    Raises:
        Refusal: when their role or their door does not let them, or the flipchart is closed to it.
    """
    _check_who(chart, ask.who, actor)
    check_after_close(chart, goes_on=ask.after_close)


def check_after_close(chart: Flipchart, *, goes_on: bool) -> None:
    """Refuse after the close what does not go on then (G15).

    Raises:
        Refusal: when the flipchart is closed to it.
    """
    if chart.closed and not goes_on:
        raise Refusal(refusals.CLOSED)


def check_not_over(chart: Flipchart, to: str, thing: Thing | None) -> None:
    """Refuse after the close what is nobody's to ask for of such a thing then (G15).

    Raises:
        Refusal: when it is so.
    """
    check_after_close(chart, goes_on=thing is not None and goes_on(to, thing))


def open_to(ask: Ask, role: Role, *, closed: bool, text_open: bool) -> bool:
    """Whether somebody in this role may ask for this, whatever it is about, at a flipchart that
    is closed, or whose text is open to everyone.
    """
    if closed and not ask.after_close:
        return False
    return role in _roles_of(ask.who, text_open=text_open)


def _roles_of(who: Who, *, text_open: bool) -> frozenset[Role]:
    return OPEN_TEXT_ROLES if text_open and who in _OF_THE_TEXT else ROLES_OF[who]


def open_to_who_keeps_the_pace(ask: Ask, *, closed: bool) -> bool:
    """Whether who keeps the pace meanwhile may ask for this, beside what their own roles let
    them (G18).
    """
    return ask.who in PACE and (ask.after_close or not closed)


def _check_who(chart: Flipchart, who: Who, actor: Actor) -> None:
    if who is Who.DOOR:
        if actor.person is not None or not actor.door:
            raise Refusal(refusals.NOT_BY_THIS_LINK)
        if chart.set_up is None and actor.door != "host":
            raise Refusal(refusals.NOT_SET_UP)
        return
    if who is Who.CLOCK:
        if actor.person is not None or actor.door != "clock":
            raise Refusal(refusals.NOT_BY_THIS_LINK)
        return
    if who is Who.FOLLOWING:
        if actor.door != FOLLOWING:
            raise Refusal(refusals.NOT_BY_THIS_LINK)
        return
    if who is Who.FACILITATORS_OR_OWNER and actor.person is None and actor.door == "owner":
        return
    person = chart.people.get(actor.person) if actor.person is not None else None
    if person is None or person.removed:
        raise Refusal(refusals.NOT_HERE)
    if who in PACE and person.id == chart.pace_holder:
        return
    if person.roles.isdisjoint(_roles_of(who, text_open=chart.text_open)):
        raise Refusal(
            _REFUSED_FOR[who]
            if person.roles != frozenset({Role.OBSERVER})
            else refusals.FOR_WRITERS
        )
