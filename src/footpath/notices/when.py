"""Times as people read them: in the workshop's own hours, and saying whose hours they are."""

from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo

from footpath import clocks
from footpath.notices.models import Notice, Sitting


def zone_of(notice: Notice) -> tzinfo:
    """The workshop's time zone."""
    return ZoneInfo(notice.time_zone)


def sittings_of(notice: Notice) -> list[Sitting]:
    """When it meets, in the order of time. The notice gets the number that these hours have in
    calendars, read at once with them: a change in between would give one number two hours.
    """
    sittings = list(Sitting.objects.filter(notice=notice).select_related("notice"))
    for sitting in sittings:
        notice.sequence, sitting.notice = sitting.notice.sequence, notice
    return sittings


def when_of(sitting: Sitting) -> str:
    """From when to when it meets, such as "Tuesday 19 March 2024, 14:00 to
    16:00, time in London".
    """
    zone = zone_of(sitting.notice)
    starts_at, ends_at = sitting.starts_at.astimezone(zone), sitting.ends_at.astimezone(zone)
    said = (
        f"{clocks.day(starts_at)}, {clocks.hours(starts_at, ends_at)}, "
        f"{clocks.whose(sitting.notice.time_zone)}"
    )
    return f"{sitting.title}: {said}" if sitting.title else said


def hour_of(at: datetime, notice: Notice) -> str:
    """A moment, such as "Tuesday 19 March 2024, 14:00, time in London"."""
    local = at.astimezone(zone_of(notice))
    return f"{clocks.day(local)}, {clocks.hour(local)}, {clocks.whose(notice.time_zone)}"
