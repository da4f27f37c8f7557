"""Calendar entries that repeat: the few dates that a bounded rule names, never an endless row."""

import re
from datetime import UTC, date, datetime, timedelta
from itertools import islice

from footpath.notices.reading.content_lines import Component

MOST_SITTINGS = 12
_UNTIL = re.compile(r"(?P<day>\d{8})(?P<time>T\d{6})?(?P<utc>Z)?")
_PLAIN = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY"}


def repeats(entry: Component, first: datetime | date) -> tuple[list[datetime | date], bool]:
    """The first times of an entry, and whether these are all."""
    rule = entry.line("RRULE")
    if rule is None:
        return [first], True
    parts = dict(part.upper().split("=", 1) for part in rule.value.strip().split(";") if "=" in part)
    count = parts.get("COUNT", "")
    bounded = (count.isdigit() and 0 < int(count[:6]) <= MOST_SITTINGS) or "UNTIL" in parts
    simple = (
        parts.keys() <= _PLAIN
        and parts.get("FREQ") in ("DAILY", "WEEKLY")
        and 0 < _whole(parts.get("INTERVAL", "1")) < 100
    )
    if not (bounded and simple) or ("BYDAY" in parts and parts["FREQ"] != "WEEKLY"):
        return [first], False
    from dateutil.rrule import rrulestr

    begin = first if isinstance(first, datetime) else datetime(first.year, first.month, first.day)  # noqa: DTZ001
    local = begin.replace(tzinfo=None)
    if "UNTIL" in parts:
        if (last := _until(parts["UNTIL"], first)) is None:
            return [first], False
        parts["UNTIL"] = last
    said = ";".join(f"{name}={value}" for name, value in parts.items() if value)
    try:
        found = list(islice(rrulestr(said, dtstart=local), MOST_SITTINGS + 1))
    except (ValueError, TypeError, OverflowError, LookupError):
        return [first], False
    if not found or len(found) > MOST_SITTINGS:
        return [first], False
    if not isinstance(first, datetime):
        return [one.date() for one in found], True
    return [one.replace(tzinfo=first.tzinfo) for one in found], True


def _until(given: str, first: datetime | date) -> str | None:
    """The end of a rule by the clock of its entry: it is given in UTC as a rule, or as a whole day."""
    match = _UNTIL.fullmatch(given)
    if match is None:
        return None
    try:
        last = datetime.strptime(match["day"] + (match["time"] or "T235959"), "%Y%m%dT%H%M%S")  # noqa: DTZ007
        if match["utc"] and isinstance(first, datetime) and first.tzinfo:
            last = last.replace(tzinfo=UTC).astimezone(first.tzinfo).replace(tzinfo=None)
    except (ValueError, OverflowError):
        return None
    return last.strftime("%Y%m%dT%H%M%S")


def _whole(given: str) -> int:
    return int(given) if given.isdigit() and len(given) < 6 else 0


def length_of(entry: Component) -> timedelta | None:
    """The DURATION of an entry, as the calendar library reads it."""
    line = entry.line("DURATION")
    if line is None:
        return None
    from icalendar.prop import vDuration

    try:
        return vDuration.from_ical(line.value.strip())
    except (ValueError, TypeError, OverflowError, AttributeError):
        return None
