"""The entries of a calendar file and their times."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from footpath.notices.reading.content_lines import Component, Line
from footpath.notices.reading.zones import place_zone

Time = datetime | date


@dataclass
class Entry:
    """An entry of a calendar and its times."""

    part: Component
    starts: Time | None = None
    ends: Time | None = None

    def text(self, name: str) -> str:
        """A line's text."""
        line = self.part.line(name)
        return plain(line) if line else ""

    @property
    def name(self) -> str:
        """What to call it in a question."""
        return f"“{self.text('SUMMARY')[:80]}”" if self.text("SUMMARY") else "an entry without a title"


def newest(entries: list[Entry]) -> list[Entry]:
    """Of entries that are the same one changed, the last change."""
    newest: dict[tuple[str, str], Entry] = {}
    for place, entry in enumerate(entries):
        uid, instance = entry.part.line("UID"), entry.part.line("RECURRENCE-ID")
        key = (uid.value if uid else f"no id {place}", instance.value if instance else "")
        if key not in newest or _sequence(entry) >= _sequence(newest[key]):
            newest[key] = entry
    return list(newest.values())


def _sequence(entry: Entry) -> int:
    line = entry.part.line("SEQUENCE")
    return int(line.value) if line and line.value.strip().isdigit() and len(line.value) < 9 else 0


def known_name(tzid: str, defined: Component | None) -> str | None:
    """The IANA name behind the names that calendars use."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    given = defined.line("X-LIC-LOCATION") if defined else None
    parts = tzid.strip().strip("/").split("/")
    tries = ["/".join(parts[-count:]) for count in (len(parts), 3, 2)] + [WINDOWS_TO_OLSON.get(tzid.strip(), "")]
    tries += [given.value.strip()] if given else []
    return next((name for name in tries if name and place_zone(name) and (name in ("UTC", "GMT") or "/" in name)), None)


def plain(line: Line) -> str:
    return " ".join(("".join(letter for letter, _, _ in line.pieces) or line.value).split())


def changes(one: Entry, other: Entry) -> bool:
    mine, theirs = one.part.line("UID"), other.part.line("UID")
    return bool(mine and theirs and mine.value == theirs.value and one.part.line("RECURRENCE-ID") is None)


def later(start: Time, by: timedelta) -> Time | None:
    try:
        return (
            (start + by)
            if not isinstance(start, datetime) or not start.tzinfo
            else (start.astimezone(UTC) + by).astimezone(start.tzinfo)
        )
    except OverflowError:
        return None


def is_local(at: Time) -> bool:
    return not isinstance(at, datetime) or at.tzinfo is None


def iso(at: Time) -> str:
    if isinstance(at, datetime):
        return at.isoformat() if at.tzinfo else at.isoformat(timespec="minutes")
    return at.isoformat()


def iso_end(at: Time, length: timedelta | None) -> str | None:
    """The end; of whole days the last one, or nothing where it is the same."""
    if length is None:
        return None
    if not isinstance(at, datetime):
        return (at + length - timedelta(days=1)).isoformat() if length > timedelta(days=1) else None
    end = later(at, length)
    return iso(end) if end else None
