"""Calendar entries that repeat: the few dates that a bounded rule names, never an endless row.

`recurring-ical-events` works out the dates of a row with what was left out, added, moved, and
changed from one on. Which rules it is given is decided here: it goes on for ever over one that
names no day, such as each 30 February.
"""

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any

from footpath.reading.calendar_entries import YEARS, CalendarEntry, Time

if TYPE_CHECKING:
    from icalendar import Event, vRecur

MOST_SITTINGS = 12
_FROM, _TO = datetime(YEARS.start - 1, 1, 1), datetime(YEARS.stop + 800, 1, 1)  # noqa: DTZ001
_KNOWN = frozenset(
    {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYSETPOS", "BYMONTHDAY"}
)
_LONGEST_INTERVAL = {"DAILY": 99, "WEEKLY": 99, "MONTHLY": 12, "YEARLY": 12}


def bounded(rule: Any, first: Time) -> "vRecur | None":
    """The rule as the libraries want it; None where it names too many dates, or
    others than the first.
    """
    from dateutil.rrule import rrulestr
    from icalendar import vRecur

    if (
        not isinstance(rule, vRecur)
        or not _names_a_day_in_each_period(rule)
        or len({"COUNT", "UNTIL"} & set(rule)) != 1
    ):
        return None
    begin = first if isinstance(first, datetime) else datetime.combine(first, time.min)
    try:
        made = vRecur(rule)
        if "UNTIL" in rule:
            made["UNTIL"] = [_until(rule["UNTIL"][0], first)]
        dates = list(islice(rrulestr(made.to_ical().decode(), dtstart=begin), MOST_SITTINGS + 1))
    except (ValueError, TypeError, LookupError, AttributeError, OverflowError):
        return None
    return made if dates and dates[0] == begin and len(dates) <= MOST_SITTINGS else None


def _names_a_day_in_each_period(rule: "vRecur") -> bool:
    """Whether each day, week, month or year of the rule has a date, so that working them
    out comes to an end.
    """
    frequency, interval = str(_one(rule, "FREQ")).upper(), _one(rule, "INTERVAL", 1)
    days, months_days, places = (rule.get(name, []) for name in ("BYDAY", "BYMONTHDAY", "BYSETPOS"))
    if set(rule) - _KNOWN or not 1 <= interval <= _LONGEST_INTERVAL.get(frequency, 0):
        return False
    if frequency == "MONTHLY":
        return (
            (not days or not months_days)
            and all(day.relative is None or 1 <= abs(day.relative) <= 4 for day in days)
            and all(1 <= abs(day) <= 28 for day in months_days)
            and all(1 <= abs(place) <= len(days) for place in places)
        )
    if months_days or places or any(day.relative is not None for day in days):
        return False
    return not days or frequency == "WEEKLY" or (frequency == "DAILY" and interval == 1)


def _one(rule: "vRecur", name: str, otherwise: Any = None) -> Any:
    found = rule.get(name, [otherwise])
    return found[0] if isinstance(found, list) else found


def _until(last: Time, first: Time) -> Time:
    """The end of a rule in UTC, a day with all its hours: a local end is read as if it
    were in UTC otherwise.
    """
    if not isinstance(first, datetime):
        return last.date() if isinstance(last, datetime) else last
    if not isinstance(last, datetime):
        last = datetime.combine(last, time(23, 59, 59))
    if first.tzinfo is None:
        return last.replace(tzinfo=None)
    return (last if last.tzinfo else last.replace(tzinfo=first.tzinfo)).astimezone(UTC)


def times_of(row: list[CalendarEntry]) -> list[tuple[int, Time, Time | None]]:
    """The times of entries with one UID: the number of the entry that says so, from when to when.

    Raises:
        ValueError: where what they say does not go together.
    """
    import recurring_ical_events
    from icalendar import Calendar

    calendar = Calendar()
    for entry in row:
        if entry.starts is not None:
            calendar.add_component(_to_work_out(entry, entry.starts))
    try:
        found: list[Any] = list(recurring_ical_events.of(calendar).between(_FROM, _TO))
        return [
            (int(one["X-ENTRY"]), one.start, one.end if one.end > one.start else None)
            for one in found
        ]
    except (TypeError, LookupError, AttributeError, OverflowError) as unlike:
        raise ValueError from unlike


def _to_work_out(entry: CalendarEntry, starts: Time) -> "Event":
    from icalendar import Event

    made = Event()
    made["X-ENTRY"] = str(entry.number)
    made.add("uid", entry.uid)
    made.add("dtstart", starts)
    if entry.ends is not None:
        made.add("dtend", entry.ends)
    if entry.instance is not None:
        made.add(
            "recurrence-id", entry.instance, {"RANGE": "THISANDFUTURE"} if entry.goes_on else {}
        )
    if entry.rule is not None:
        made.add("rrule", entry.rule)
    if entry.added:
        made.add("rdate", entry.added)
    if entry.left_out:
        made.add("exdate", entry.left_out)
    return made


def last_day(ends: date, starts: date) -> date | None:
    """The last of whole days, or nothing where it is the first: calendars name the day after it."""
    last = ends - timedelta(days=1)
    return last if last > starts else None
