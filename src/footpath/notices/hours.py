"""Times as people read them: in the workshop's own hours, and saying whose hours they are."""

from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from footpath.notices.models import Notice, Sitting

DAY, HOUR = "l j F Y", "H:i"


def zone_of(notice: Notice) -> tzinfo:
    """The workshop's time zone."""
    return ZoneInfo(notice.time_zone)


def sittings_of(notice: Notice) -> list[Sitting]:
    """When it meets, in the order of time. The notice gets the number that these hours have in calendars, read at once
    with them: a change in between would give one number two hours."""
    sittings = list(Sitting.objects.filter(notice=notice).select_related("notice"))
    for sitting in sittings:
        notice.sequence, sitting.notice = sitting.notice.sequence, notice
    return sittings


def when_of(sitting: Sitting) -> str:
    """From when to when it meets, such as "Tuesday 19 March 2024, 14:00 to 16:00, time in London"."""
    zone = zone_of(sitting.notice)
    starts_at, ends_at = sitting.starts_at.astimezone(zone), sitting.ends_at.astimezone(zone)
    end = date_format(ends_at, HOUR)
    if starts_at.date() != ends_at.date():
        end = f"{date_format(ends_at, DAY)}, {end}"
    given = {"day": date_format(starts_at, DAY), "start": date_format(starts_at, HOUR), "end": end}
    hours = _("%(day)s, %(start)s to %(end)s, %(whose)s") % {**given, "whose": whose_hours(sitting.notice)}
    return f"{sitting.title}: {hours}" if sitting.title else hours


def hour_of(at: datetime, notice: Notice) -> str:
    """A moment, such as "Tuesday 19 March 2024, 14:00, time in London"."""
    local = at.astimezone(zone_of(notice))
    return f"{date_format(local, DAY)}, {date_format(local, HOUR)}, {whose_hours(notice)}"


def whose_hours(notice: Notice) -> str:
    """Whose hours they are."""
    region, _slash, city = notice.time_zone.rpartition("/")
    return _("time in %(city)s") % {"city": city.replace("_", " ")} if region and region != "Etc" else notice.time_zone
