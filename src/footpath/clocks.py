"""Days and hours as people read them: in one way everywhere, as their English has it, with
whose clocks show them.

Django's middleware chooses the English of a page from what the browser asks
for; a mail is in its workshop's language. The browser's own times follow the
page (`static/times.js`, `frontend/src/parts/times.ts`).
"""

from datetime import date as Date  # noqa: N812
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from django import template
from django.utils import timezone
from django.utils.formats import date_format, get_format
from django.utils.timesince import timesince
from django.utils.translation import get_language
from django.utils.translation import gettext as _

register = template.Library()


@register.simple_tag
def language_of_page() -> str:
    """The language that a page is in, for its head: en-GB. The browser's own times follow it."""
    language, _hyphen, region = (get_language() or "en").partition("-")
    return f"{language}-{region.upper()}" if region else language


def date(at: Date | str) -> str:
    """19 March 2024, or March 19, 2024."""
    return date_format(datetime.fromisoformat(at) if isinstance(at, str) else at, "DATE_FORMAT")


def day(at: Date) -> str:
    """Tuesday 19 March 2024, or Tuesday, March 19, 2024."""
    form = str(get_format("DATE_FORMAT"))
    return date_format(at, f"l {form}" if form.startswith("j ") else f"l, {form}")


def month(at: Date) -> str:
    """March 2024."""
    return date_format(at, "YEAR_MONTH_FORMAT")


def hour(at: datetime) -> str:
    """14:00, or 2:00 PM."""
    return date_format(at, "TIME_FORMAT")


def hours(starts: datetime, ends: datetime) -> str:
    """14:00 to 16:00; with the day of the end where it is another."""
    last = hour(ends) if starts.date() == ends.date() else day_and_hour(ends)
    return _("%(start)s to %(end)s") % {"start": hour(starts), "end": last}


def day_and_hour(at: datetime) -> str:
    """Tuesday 19 March 2024, 14:00."""
    return f"{day(at)}, {hour(at)}"


def day_and_hours(starts: datetime, ends: datetime) -> str:
    """Tuesday 19 March 2024, 14:00 to 16:00."""
    return f"{day(starts)}, {hours(starts, ends)}"


def moment(at: datetime) -> str:
    """19 March 2024, 14:00, time in London."""
    return f"{date(at)}, {hour(at)}, {whose(str(at.tzinfo))}"


def ago(at: datetime, now: datetime) -> str:
    """How long ago: just now, 3 minutes ago, 2 hours ago."""
    return (
        _("just now")
        if (now - at).total_seconds() < 60
        else _("%(time)s ago") % {"time": timesince(at, now, depth=1)}
    )


@cache
def zones() -> frozenset[str]:
    """The time zones that this machine knows: read once, since the folders are gone through
    and each file opened.
    """
    return frozenset(available_timezones())


def whose(zone: str) -> str:
    """Whose clocks show it: time in London."""
    region, _slash, city = zone.rpartition("/")
    return (
        _("time in %(city)s") % {"city": city.replace("_", " ")}
        if region and region != "Etc"
        else zone
    )


def local(at: datetime, zone: str) -> datetime:
    """The moment on the clocks of a place."""
    return at.astimezone(ZoneInfo(zone or "UTC"))


@register.filter(expects_localtime=True)
def said_date(at: Date | str | None) -> str:
    """A date in a template; nothing where there is none."""
    return date(at) if at else ""


@register.filter(expects_localtime=True)
def said_month(at: Date | None) -> str:
    """A month in a template; nothing where there is none."""
    return month(at) if at else ""


@register.filter(expects_localtime=True)
def said_moment(at: datetime | None) -> str:
    """A moment in a template, with whose clocks show it; nothing where there is none."""
    return moment(at) if at else ""


@register.filter(expects_localtime=True)
def said_day_and_hour(at: datetime | None) -> str:
    """A moment with its day of the week, for what people come to."""
    return f"{day_and_hour(at)}, {whose(str(at.tzinfo))}" if at else ""


@register.filter
def said_ago(at: datetime | None) -> str:
    """How long ago a moment is, in a template; nothing where there is none."""
    return ago(at, timezone.now()) if at else ""
