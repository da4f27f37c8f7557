"""Times as people read them: in the workshop's own hours, and saying whose hours they are."""

from datetime import datetime, timedelta

from django.db.models import Max

from footpath import clocks
from footpath.notices.models import Notice, Sitting


def sittings_of(notice: Notice) -> list[Sitting]:
    """When it meets, in the order of time. The notice gets the number that these hours have in
    calendars, read at once with them: a change in between would give one number two hours.
    """
    sittings = list(Sitting.objects.filter(notice=notice).select_related("notice"))
    for sitting in sittings:
        notice.sequence, sitting.notice = sitting.notice.sequence, notice
    return sittings


def last_end(notice: Notice) -> datetime | None:
    """When the last of its sittings ends; None where none is settled."""
    return Sitting.objects.filter(notice=notice).aggregate(last=Max("ends_at"))["last"]


EARLY = timedelta(minutes=15)
"""So long before it begins people come in."""


def is_on(sitting: Sitting, now: datetime) -> bool:
    """Whether people are at it, or come in to it."""
    return sitting.starts_at - EARLY <= now < sitting.ends_at


def on_or_next(notice: Notice, now: datetime) -> Sitting | None:
    """The sitting that is on, or comes next; None after the last, and where none is settled."""
    return next((one for one in sittings_of(notice) if one.ends_at > now), None)


def on_the_clock(sitting: Sitting) -> tuple[datetime, datetime]:
    """From when to when it meets, as the clocks of its place show it."""
    zone = sitting.notice.time_zone
    return clocks.local(sitting.starts_at, zone), clocks.local(sitting.ends_at, zone)


def when_of(sitting: Sitting) -> str:
    """From when to when it meets, such as "Tuesday 19 March 2024, 14:00 to
    16:00, time in London".
    """
    hours = clocks.day_and_hours(*on_the_clock(sitting))
    said = f"{hours}, {clocks.whose(sitting.notice.time_zone)}"
    return f"{sitting.title}: {said}" if sitting.title else said


def hour_of(at: datetime, notice: Notice) -> str:
    """A moment, such as "Tuesday 19 March 2024, 14:00, time in London"."""
    local = clocks.local(at, notice.time_zone)
    return f"{clocks.day_and_hour(local)}, {clocks.whose(notice.time_zone)}"
