"""The spotlight: what a facilitator may put before everybody's eyes (G21).

It is no entry: the room keeps it while somebody is there, and asks here what may stand in it.
"""

from footpath.method import refusals
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.refusals import Refusal
from footpath.method.things.people import Role
from footpath.method.things.things import Aim, Element, Moment, Note, SharedValue

IN_IT = (Note, Moment, SharedValue, Element, Aim)
PUT_BY = (Role.FACILITATOR,)
"""Who puts things there, and takes them out."""


def check(chart: Flipchart, id: int | None, person: int | None) -> None:
    """Whether this person may put a thing in the spotlight, or take out what is in it (None).

    Raises:
        Refusal: when they may not. What they cannot see and what others cannot see are refused
            alike, so that trying ids tells nobody of anything.
    """
    if not chart.has_role(person, *PUT_BY):
        raise Refusal(refusals.FOR_FACILITATORS)
    if id is None:
        return
    if not chart.opened or chart.closed:
        raise Refusal(refusals.NO_SPOTLIGHT_NOW)
    if not may_stand_in_it(chart, id):
        raise Refusal(refusals.NOT_IN_THE_SPOTLIGHT)


def may_stand_in_it(chart: Flipchart, id: int) -> bool:
    """Whether a thing is one of those, stands, and is read by everybody who is here."""
    thing = chart.found_by(id, None)
    return (
        isinstance(thing, IN_IT)
        and thing.stands
        and thing.hidden is None
        and chart.may_read(thing, None)
    )
