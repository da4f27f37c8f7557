"""Who was shown out of a workshop: the place that they had tells them no more
where it is held (S8).
"""

from footpath.method import Flipchart
from footpath.registering.models import Registration
from footpath.room.running import rooms


def was_shown_out(workshop: int, person: int | None) -> bool:
    """Whether a facilitator showed this person out."""

    def look(chart: Flipchart) -> bool:
        return person in chart.people and chart.people[person].removed

    return person is not None and rooms().read(workshop, look)


def is_awaited(registration: Registration) -> bool:
    """Whether somebody has a place, and was not shown out since: they are told where it is held."""
    has_place = registration.state == Registration.State.COMING
    return has_place and not was_shown_out(registration.workshop.pk, registration.person)
