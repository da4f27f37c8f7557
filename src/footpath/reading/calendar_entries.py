"""The entries of a calendar file, their times as `icalendar` reads them, and why one cannot be."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, Any, cast

from footpath.reading.content_lines import TIMES, Component, ContentLine
from footpath.reading.zones import place_zone

if TYPE_CHECKING:
    from icalendar import Event, vRecur

Time = datetime | date
Period = tuple[datetime, datetime | timedelta]
LONGEST = timedelta(days=31)
"""No sitting takes longer; what takes longer than a day is asked about."""
YEARS = range(1970, 2200)
_UNREADABLE = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError)
_ZONE = re.compile(r";TZID=", re.IGNORECASE)


@dataclass
class CalendarEntry:
    """An entry of a calendar and its times; without a beginning where it has none, or cannot be."""

    number: int
    part: Component
    event: "Event"
    """As the library reads it, with no time zones: these are put in by `times_of`."""
    starts: Time | None = None
    ends: Time | None = None
    instance: Time | None = None
    """Which time of a row it stands for, if any."""
    rule: "vRecur | None" = None
    added: list[Time | Period] = field(default_factory=list[Time | Period])
    left_out: list[Time] = field(default_factory=list[Time])
    is_off: bool = False
    """Cancelled or refused: where it stands for one time of a row, that time goes with it."""
    is_torn: bool = False
    """Whether the same change of it stands there with other times."""

    def text(self, name: str) -> str:
        """A line's text."""
        line = self.part.line(name)
        return plain(line) if line else ""

    @property
    def name(self) -> str:
        """What to call it in a question."""
        return (
            f"“{self.text('SUMMARY')[:80]}”" if self.text("SUMMARY") else "an entry without a title"
        )

    @property
    def uid(self) -> str:
        """What it is called in every calendar."""
        return str(first_of(self.event, "UID") or f"no id {self.number}")

    @property
    def goes_on(self) -> bool:
        """Whether what it says holds for all later times of its row as well."""
        of = first_of(self.event, "RECURRENCE-ID")
        return of is not None and str(of.params.get("RANGE", "")).upper() == "THISANDFUTURE"


def entry_of(number: int, part: Component) -> CalendarEntry:
    """An entry's times as the library reads them.

    It remembers every time zone that a file describes or names in its own way, for all files that
    come later, so it is not told their names.
    """
    lines = [
        _ZONE.sub(";X-ZONE=", line.head) + ":" + line.value.strip()
        for line in part.lines
        if line.name in TIMES
    ]
    try:
        event = _as_read(lines)
    except _UNREADABLE:
        event = _as_read(
            [line if _is_readable(line) else re.sub("[;:].*", ":?", line) for line in lines]
        )
    return CalendarEntry(number, part, event)


def _as_read(lines: list[str]) -> "Event":
    from icalendar import Event

    return cast(Event, Event.from_ical("\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT"])))


def _is_readable(line: str) -> bool:
    """Whether the library takes a line; most that it cannot read it hands on as broken,
    for some it gives up.
    """
    try:
        _as_read([line])
    except _UNREADABLE:
        return False
    return True


def first_of(event: "Event", name: str) -> Any:
    """A property of an event, the first of several; None where there is none or
    it cannot be read.
    """
    from icalendar.prop import vBroken

    found = event.get(name)
    found = found[0] if isinstance(found, list) else found
    return None if isinstance(found, vBroken) else found


def listed(event: "Event", name: str) -> list[Any] | None:
    """All times of the lines that list some; None where one cannot be read."""
    from icalendar.prop import vDDDLists

    found = event.get(name, [])
    found = found if isinstance(found, list) else [found]
    if not all(isinstance(one, vDDDLists) for one in found):
        return None
    return [(each.dt, one.params.get("X-ZONE")) for one in found for each in one.dts]


def is_time(made: Any) -> bool:
    """Whether it is a day or a moment that a sitting could have."""
    return isinstance(made, date) and made.year in YEARS


def newest(entries: list[CalendarEntry]) -> list[CalendarEntry]:
    """Of entries that are the same one changed, the last change."""
    newest: dict[tuple[str, Time | None], CalendarEntry] = {}
    for entry in entries:
        key = (entry.uid, in_utc(entry.instance))
        other = newest.setdefault(key, entry)
        if _change(entry) >= _change(other):
            entry.is_torn = _change(entry) == _change(other) and (
                other.is_torn or _hours(entry) != _hours(other)
            )
            newest[key] = entry
    return list(newest.values())


def _change(entry: CalendarEntry) -> tuple[int, str]:
    """Which change of an entry it is: the greatest is the last."""
    number, line = first_of(entry.event, "SEQUENCE"), entry.part.line("DTSTAMP")
    return number if isinstance(number, int) else 0, line.value.strip() if line else ""


def _hours(entry: CalendarEntry) -> list[str]:
    return [
        line.head + line.value
        for name in ("DTSTART", "DTEND", "DURATION")
        for line in entry.part.all(name)
    ]


def why_impossible(entry: CalendarEntry, zoned: Callable[[Any, Any], Any]) -> str | None:
    """Find out when an entry ends; why it cannot be, if so."""
    starts, end, length = (
        entry.starts,
        first_of(entry.event, "DTEND"),
        first_of(entry.event, "DURATION"),
    )
    if starts is None:
        return None
    if ("DTEND" in entry.event and end is None) or ("DURATION" in entry.event and length is None):
        return "has an end that cannot be read"
    ends = zoned(getattr(end, "dt", None), end.params.get("X-ZONE")) if end is not None else None
    if end is not None and not is_time(ends):
        return "has an end that is no time"
    if length is not None:
        by = getattr(length, "dt", None)
        if not isinstance(by, timedelta) or (
            not isinstance(starts, datetime) and by % timedelta(days=1)
        ):
            return (
                "is for whole days and lasts hours"
                if isinstance(by, timedelta)
                else "has a length that is none"
            )
        after = later(starts, by) if abs(by) <= LONGEST else None
        if after is None:
            return (
                "ends before it begins"
                if by < timedelta()
                else f"takes longer than {LONGEST.days} days"
            )
        if ends is not None and (is_local(after) != is_local(ends) or after != ends):
            return "is given two ends, which differ"
        ends = after
    entry.ends, why = ends, _why_not(starts, ends, length is not None)
    return why


def _why_not(starts: Time, ends: Time | None, by_length: bool) -> str | None:
    if ends is None:
        return None
    if isinstance(starts, datetime) != isinstance(ends, datetime) or is_local(starts) != is_local(
        ends
    ):
        return "has a beginning and an end of different kinds"
    takes: timedelta = ends - starts  # type: ignore[operator]
    if takes < timedelta():
        return "ends before it begins"
    if not takes and (by_length or isinstance(starts, datetime)):
        return "takes no time at all"
    return f"takes longer than {LONGEST.days} days" if takes > LONGEST else None


def known_name(tzid: str, defined: Component | None) -> str | None:
    """The IANA name behind the names that calendars use."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    given = defined.line("X-LIC-LOCATION") if defined else None
    parts = tzid.strip().strip("/").split("/")
    tries = ["/".join(parts[-count:]) for count in (len(parts), 3, 2)] + [
        WINDOWS_TO_OLSON.get(tzid.strip(), "")
    ]
    tries += [given.value.strip()] if given else []
    return next(
        (
            name
            for name in tries
            if name and place_zone(name) and (name in ("UTC", "GMT") or "/" in name)
        ),
        None,
    )


def plain(line: ContentLine) -> str:
    return " ".join(("".join(letter for letter, _, _ in line.pieces) or line.value).split())


def later(start: Time, by: timedelta) -> Time | None:
    try:
        return (
            (start + by)
            if not isinstance(start, datetime) or not start.tzinfo
            else (start.astimezone(UTC) + by).astimezone(start.tzinfo)
        )
    except OverflowError:
        return None


def in_utc(at: Time | None) -> Time | None:
    """The same time in one zone, to be compared; a local one as it is."""
    return at.astimezone(UTC) if isinstance(at, datetime) and at.tzinfo else at


def local_in(at: Any, tz: tzinfo | None) -> Any:
    """A time without a zone, by the clocks of one."""
    return at.replace(tzinfo=tz) if isinstance(at, datetime) and at.tzinfo is None and tz else at


def is_local(at: Time) -> bool:
    return not isinstance(at, datetime) or at.tzinfo is None


def iso(at: Time) -> str:
    if isinstance(at, datetime):
        return at.isoformat() if at.tzinfo else at.isoformat(timespec="minutes")
    return at.isoformat()
