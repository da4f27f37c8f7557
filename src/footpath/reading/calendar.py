"""Reading a calendar file (.ics): its entries are sittings, and nothing is run
on without an end.
"""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta, tzinfo
from typing import Any

from footpath.reading import contradictions
from footpath.reading.calendar_entries import (
    CalendarEntry,
    Period,
    Time,
    entry_of,
    first_of,
    is_local,
    is_time,
    iso,
    known_name,
    listed,
    local_in,
    newest,
    why_impossible,
)
from footpath.reading.calendar_heads import fill_title, fill_zone
from footpath.reading.calendar_places import read_where
from footpath.reading.content_lines import Component, ContentLine, components, passage_of
from footpath.reading.draft import Draft, NoticeUnreadable, SittingSaid
from footpath.reading.plain_text import read_remarks
from footpath.reading.repeating import MOST_SITTINGS, bounded, last_day, times_of
from footpath.reading.zones import place_zone, standing


def read_calendar(text: str) -> Draft:
    """Everything that a calendar file says."""
    root = components(text)
    entries = [entry_of(number, part) for number, part in enumerate(root.within("VEVENT"))]
    if not entries:
        raise NoticeUnreadable("This calendar holds no entry, so there is nothing to read in it.")
    calendar = next(root.within("VCALENDAR"), root)
    reader = _Reader(text, Draft(), calendar, root)
    reader.read(entries)
    return reader.draft


class _Reader:
    def __init__(self, text: str, draft: Draft, calendar: Component, root: Component) -> None:
        self.text, self.draft, self.calendar = text, draft, calendar
        self.zones = {
            line.value.strip(): part
            for part in root.within("VTIMEZONE")
            if (line := part.line("TZID"))
        }
        self.unknown: set[str] = set()
        self.named: dict[str, ContentLine] = {}

    def read(self, given: list[CalendarEntry]) -> None:
        """Fill the draft from the entries."""
        for entry in given:
            entry.instance = self._time(entry, "RECURRENCE-ID")
        entries = newest(given)
        for entry in entries:
            entry.is_off = self._cancelled(entry)
            self._times(entry)
            if entry.is_torn:
                self._ask_of(entry, "stands there twice with different times: which of them hold?")
        timed = sorted(self._sittings(entries), key=lambda pair: pair[0].starts_at or "")
        if len(timed) > MOST_SITTINGS:
            self.draft.ask(
                "sittings",
                f"The calendar gives {len(timed)} times: which of them are sittings of this "
                "workshop?",
            )
        self._fill_sittings([sitting for sitting, _ in timed], [entry for _, entry in timed])
        fill_zone(self.text, self.draft, self.calendar, [one for one, _ in timed], self.named)
        told = [entry for entry in entries if not entry.is_off] or entries
        fill_title(self.text, self.draft, self.calendar, told)
        read_where(self.text, self.draft, told)
        remarks = [line for entry in told for line in entry.part.all("DESCRIPTION")[:1]]
        distinct = list({line.value: line for line in remarks}.values())
        notice = passage_of(self.text, distinct[:20])
        read_remarks(notice, self.draft)
        contradictions.ask_about_gaps(notice, self.draft)

    def _ask_of(self, entry: CalendarEntry, question: str) -> None:
        """Ask about the times of an entry; the question begins with its name."""
        self.draft.ask("sittings", f"{entry.name} {question}".replace("an entry", "An entry", 1))

    def _cancelled(self, entry: CalendarEntry) -> bool:
        status = entry.part.line("STATUS")
        method = self.calendar.line("METHOD")
        if (status and status.value.strip().upper() == "CANCELLED") or (
            method and method.value.strip().upper() == "CANCEL"
        ):
            on = f" on {iso(entry.instance)[:10]}" if entry.instance else ""
            self.draft.ask(
                "sittings",
                f"The calendar says that {entry.name}{on} is cancelled: will it be held?",
            )
            return True
        if status and status.value.strip().upper() == "TENTATIVE":
            self.draft.ask(
                "sittings", f"The calendar says that {entry.name} is not certain yet: is it?"
            )
        return False

    def _times(self, entry: CalendarEntry) -> None:
        """Begin and end of an entry, or a question; one that cannot be is left out, and the
        question says why.
        """
        entry.starts = self._time(entry, "DTSTART")
        if entry.is_off:
            entry.starts = entry.starts or entry.instance
        elif (start := entry.part.line("DTSTART")) is None:
            self.draft.ask(
                "sittings",
                f"The calendar gives {entry.name} no beginning: on which day and at what time is "
                "it?",
            )
        elif entry.starts is None:
            self.draft.ask(
                "sittings",
                f"“{start.value.strip()[:60]}” is no time: when does {entry.name} begin?",
            )
        elif why := why_impossible(entry, lambda at, tzid: self._zoned(entry, "DTEND", at, tzid)):
            entry.is_off = True
            self._ask_of(entry, f"{why}, so it is left out: from when to when is it?")
        elif not isinstance(entry.starts, datetime):
            self._ask_of(entry, "is for the whole day: at what time does it begin and end?")
        elif entry.ends is None:
            self.draft.ask(
                "sittings", f"The calendar does not say when {entry.name} ends: when is that?"
            )
        elif entry.ends - entry.starts > timedelta(days=1):  # type: ignore[operator]
            self._ask_of(entry, "takes longer than a day: is that right?")
        if entry.is_off:
            entry.ends, entry.starts = None, entry.starts if entry.instance else None
        self._repeats(entry)

    def _repeats(self, entry: CalendarEntry) -> None:
        """What an entry says of more than one time."""
        starts, rule = entry.starts, first_of(entry.event, "RRULE")
        if starts is None or entry.is_off:
            return
        alone = (
            entry.instance is None
            and "EXRULE" not in entry.event
            and len(entry.part.all("RRULE")) == 1
        )
        entry.rule = bounded(rule, starts) if alone else None
        if entry.rule is None and (line := entry.part.line("RRULE") or entry.part.line("EXRULE")):
            self._ask_of(
                entry, f"repeats ({line.value.strip()[:80]}): on which dates is the workshop?"
            )
        added = [self._zoned(entry, "RDATE", *one) for one in listed(entry.event, "RDATE") or []]
        entry.added = [one for one in added if self._is_like(one, starts)]
        if len(entry.added) < len(added) or listed(entry.event, "RDATE") is None:
            self.draft.ask(
                "sittings",
                f"The calendar adds dates to {entry.name} that cannot be read: which are they?",
            )
        left_out = [
            self._zoned(entry, "EXDATE", *one) for one in listed(entry.event, "EXDATE") or []
        ]
        entry.left_out = [one for one in left_out if is_time(one)]
        if len(entry.left_out) < len(left_out) or listed(entry.event, "EXDATE") is None:
            self.draft.ask(
                "sittings",
                f"The calendar leaves out dates of {entry.name} that cannot be read: which?",
            )

    def _is_like(self, one: Time | Period, starts: Time) -> bool:
        """Whether an added time is one of the kind of the first: a day, a local
        time, or one in a zone.
        """
        at = one[0] if isinstance(one, tuple) else one
        return (
            is_time(at)
            and isinstance(at, datetime) == isinstance(starts, datetime)
            and is_local(at) == is_local(starts)
        )

    def _time(self, entry: CalendarEntry, name: str) -> Time | None:
        """A time of an entry in the zone that is named; local where none is, nothing
        where it is no time.
        """
        found = first_of(entry.event, name)
        at = self._zoned(
            entry, name, getattr(found, "dt", None), getattr(found, "params", {}).get("X-ZONE")
        )
        return at if is_time(at) else None

    def _zoned(self, entry: CalendarEntry, name: str, at: Any, tzid: Any) -> Any:
        if isinstance(at, tuple):
            return tuple(self._zoned(entry, name, one, tzid) for one in at)
        if tzid is None or not isinstance(at, datetime) or at.tzinfo:
            return at
        return local_in(at, self._zone(str(tzid), entry.part.line(name)))

    def _zone(self, tzid: str, line: ContentLine | None) -> tzinfo | None:
        name = known_name(tzid, self.zones.get(tzid))
        tz = place_zone(name) if name else None
        if tz is None or name is None:
            if tzid not in self.unknown:
                self.unknown.add(tzid)
                inner = re.search(
                    r"(?:Africa|America|Asia|Australia|Europe|Pacific)/[A-Z][A-Za-z_]+", tzid
                )
                if inner and place_zone(inner.group()):
                    self.draft.time_zone.suggested = [inner.group()]
                self.draft.ask(
                    "time_zone",
                    f"The calendar names the time zone “{tzid[:60]}”, which is not known: which "
                    "one is it?",
                )
            return None
        if line is not None:
            self.named.setdefault(name, line)
        return tz

    def _sittings(
        self, entries: list[CalendarEntry]
    ) -> Iterator[tuple[SittingSaid, CalendarEntry]]:
        """All times of all entries, each row of them worked out as a whole."""
        rows: dict[str, list[CalendarEntry]] = {}
        for entry in entries:
            rows.setdefault(entry.uid, []).append(entry)
        by_number = {entry.number: entry for entry in entries}
        for row in rows.values():
            try:
                times = times_of(row)
            except ValueError:
                self._ask_of(
                    row[0],
                    "repeats in a way that cannot be worked out: on which dates is the workshop?",
                )
                times = [(one.number, one.starts, one.ends) for one in row[:1] if one.starts]
            for number, starts, ends in times:
                entry = by_number[number]
                if not entry.is_off:
                    said = self._said(starts, ends)
                    yield (
                        SittingSaid(
                            *said, entry.text("LOCATION") or None, entry.text("SUMMARY") or None
                        ),
                        entry,
                    )

    def _said(self, starts: Time, ends: Time | None) -> tuple[str, str | None]:
        """A sitting's times as the draft has them; by the clock alone where it leaves one out
        or shows it twice.
        """
        if not isinstance(starts, datetime) or (
            ends is not None and not isinstance(ends, datetime)
        ):
            last = last_day(ends, starts) if ends is not None else None
            return iso(starts), last.isoformat() if last else None
        local = [at.replace(tzinfo=None, fold=0) for at in (starts, ends) if at is not None]
        odd = [
            (at, there)
            for at in local
            if starts.tzinfo and (there := standing(at, starts.tzinfo)) != "once"
        ]
        for at, there in odd:
            how = "is left out" if there == "never" else "comes twice"
            self.draft.ask(
                "sittings",
                f"{at:%H:%M} {how} on that day, when clocks change: which time is meant?",
            )
        said = [iso(at) for at in (local if odd else [starts, ends]) if at is not None]
        return said[0], said[1] if len(said) > 1 else None

    def _fill_sittings(self, sittings: list[SittingSaid], entries: list[CalendarEntry]) -> None:
        if not sittings:
            if not self.draft.asks("sittings"):
                self.draft.ask(
                    "sittings", "The calendar gives no time: on which day, from when to when?"
                )
            return
        self.draft.sittings.value = sittings
        lines = [
            line
            for entry in entries
            for name in ("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE")
            for line in entry.part.all(name)
        ]
        self.draft.sittings.words = self.text[
            min(line.start for line in lines) : max(line.end for line in lines)
        ]
