"""Reading a calendar file (.ics): its entries are sittings, and nothing is run on without an end."""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta, tzinfo

from footpath.notices.reading import contradictions
from footpath.notices.reading.calendar_entries import (
    Entry,
    Time,
    changes,
    is_local,
    iso,
    iso_end,
    known_name,
    later,
    newest,
    plain,
)
from footpath.notices.reading.calendar_places import read_where
from footpath.notices.reading.content_lines import Component, Line, components, passage_of
from footpath.notices.reading.draft import Draft, Found, Sitting, Unreadable
from footpath.notices.reading.plain_text import read_remarks
from footpath.notices.reading.repeating import MOST_SITTINGS, length_of, repeats
from footpath.notices.reading.zones import place_zone, places_with, standing


def read_calendar(text: str) -> Draft:
    """Everything that a calendar file says."""
    root = components(text)
    entries = [Entry(part) for part in root.within("VEVENT")]
    if not entries:
        raise Unreadable("This calendar holds no entry, so there is nothing to read in it.")
    calendar = next(root.within("VCALENDAR"), root)
    reader = _Reader(text, Draft(), calendar, root)
    reader.read(newest(entries))
    return reader.draft


class _Reader:
    def __init__(self, text: str, draft: Draft, calendar: Component, root: Component) -> None:
        self.text, self.draft, self.calendar = text, draft, calendar
        self.zones = {line.value.strip(): part for part in root.within("VTIMEZONE") if (line := part.line("TZID"))}
        self.unknown: set[str] = set()
        self.named: dict[str, Line] = {}

    def read(self, entries: list[Entry]) -> None:
        """Fill the draft from the entries."""
        standing_entries = [entry for entry in entries if not self._cancelled(entry)]
        for entry in standing_entries:
            self._times(entry)
        timed = [sitting for entry in standing_entries for sitting in self._sittings(entry, standing_entries)]
        timed = sorted(timed, key=lambda pair: pair[0].starts_at or "")
        if len(timed) > MOST_SITTINGS:
            self.draft.ask(
                "sittings", f"The calendar gives {len(timed)} times: which of them are sittings of this workshop?"
            )
        self._fill_sittings([sitting for sitting, _ in timed], [entry for _, entry in timed])
        self._fill_zone([sitting for sitting, _ in timed])
        told = standing_entries or entries
        self._fill_title(told)
        read_where(self.text, self.draft, told)
        remarks = [line for entry in told for line in entry.part.all("DESCRIPTION")[:1]]
        distinct = list({line.value: line for line in remarks}.values())
        notice = passage_of(self.text, distinct[:20])
        read_remarks(notice, self.draft)
        contradictions.ask_about_gaps(notice, self.draft)

    def _cancelled(self, entry: Entry) -> bool:
        status = entry.part.line("STATUS")
        method = self.calendar.line("METHOD")
        if (status and status.value.strip().upper() == "CANCELLED") or (
            method and method.value.strip().upper() == "CANCEL"
        ):
            self.draft.ask("sittings", f"The calendar says that {entry.name} is cancelled: will it be held?")
            return True
        if status and status.value.strip().upper() == "TENTATIVE":
            self.draft.ask("sittings", f"The calendar says that {entry.name} is not certain yet: is it?")
        return False

    def _times(self, entry: Entry) -> None:
        """Begin and end of an entry, or a question."""
        start = entry.part.line("DTSTART")
        if start is None:
            self.draft.ask(
                "sittings", f"The calendar gives {entry.name} no beginning: on which day and at what time is it?"
            )
            return
        entry.starts = self._time(start)
        if entry.starts is None:
            self.draft.ask("sittings", f"“{start.value.strip()[:60]}” is no time: when does {entry.name} begin?")
            return
        if end := entry.part.line("DTEND"):
            entry.ends = self._time(end)
        elif (length := length_of(entry.part)) is not None:
            entry.ends = later(entry.starts, length)
        if not isinstance(entry.starts, datetime):
            self.draft.ask(
                "sittings",
                f"{entry.name} is for the whole day: at what time does it begin and end?".replace(
                    "an entry", "An entry", 1
                ),
            )
        elif entry.ends is None:
            self.draft.ask("sittings", f"The calendar does not say when {entry.name} ends: when is that?")
        self._check_end(entry)

    def _check_end(self, entry: Entry) -> None:
        if entry.starts is None or entry.ends is None:
            return
        if isinstance(entry.starts, datetime) != isinstance(entry.ends, datetime) or is_local(entry.starts) != is_local(
            entry.ends
        ):
            entry.ends = None
            self.draft.ask(
                "sittings",
                f"The calendar gives {entry.name} a beginning and an end of different kinds: when does it end?",
            )
        elif entry.ends == entry.starts and not isinstance(entry.starts, datetime):
            entry.ends = None
        elif entry.ends <= entry.starts:  # type: ignore[operator]
            entry.ends = None
            self.draft.ask(
                "sittings",
                f"{entry.name} ends before it begins, or at once: when does it end?".replace("an entry", "An entry", 1),
            )
        elif entry.ends - entry.starts > timedelta(days=1) and isinstance(entry.starts, datetime):  # type: ignore[operator]
            self.draft.ask(
                "sittings", f"{entry.name} takes longer than a day: is that right?".replace("an entry", "An entry", 1)
            )

    def _time(self, line: Line) -> Time | None:
        """A time as the calendar library reads it, in the zone that is named; local where none is."""
        from icalendar.prop import vDDDTypes

        try:
            made = vDDDTypes.from_ical(line.value.strip())
        except (ValueError, TypeError, LookupError, AttributeError, OverflowError):
            return None
        if not isinstance(made, date):
            return None
        tzid = line.parameters.get("TZID")
        if not isinstance(made, datetime) or made.tzinfo or not tzid:
            return made
        tz = self._zone(tzid, line)
        if tz is None or (there := standing(made, tz)) == "once":
            return made.replace(tzinfo=tz)
        how = "is left out" if there == "never" else "comes twice"
        self.draft.ask("sittings", f"{made:%H:%M} {how} on that day, when clocks change: which time is meant?")
        return made

    def _zone(self, tzid: str, line: Line) -> tzinfo | None:
        name = known_name(tzid, self.zones.get(tzid))
        tz = place_zone(name) if name else None
        if tz is None or name is None:
            if tzid not in self.unknown:
                self.unknown.add(tzid)
                inner = re.search(r"(?:Africa|America|Asia|Australia|Europe|Pacific)/[A-Z][A-Za-z_]+", tzid)
                if inner and place_zone(inner.group()):
                    self.draft.time_zone.suggested = [inner.group()]
                self.draft.ask(
                    "time_zone", f"The calendar names the time zone “{tzid[:60]}”, which is not known: which one is it?"
                )
            return None
        self.named.setdefault(name, line)
        return tz

    def _sittings(self, entry: Entry, entries: list[Entry]) -> list[tuple[Sitting, Entry]]:
        if entry.starts is None:
            return []
        times, complete = repeats(entry.part, entry.starts)
        if not complete:
            rule = entry.part.line("RRULE")
            self.draft.ask(
                "sittings",
                f"{entry.name} repeats ({rule.value.strip()[:80] if rule else ''}): on which dates is the "
                f"workshop?".replace("an entry", "An entry", 1),
            )
        length = entry.ends - entry.starts if entry.ends else None  # type: ignore[operator]
        left_out = {
            self._time(replace(line, value=each))
            for line in entry.part.all("EXDATE")
            for each in line.value.split(",")[:50]
        }
        changed = {
            self._time(line)
            for other in entries
            if other is not entry and changes(entry, other)
            for line in other.part.all("RECURRENCE-ID")
        }
        added = [
            self._time(replace(line, value=each))
            for line in entry.part.all("RDATE")
            for each in line.value.split(",")[:MOST_SITTINGS]
        ]
        if any(one is None for one in added):
            self.draft.ask("sittings", f"The calendar adds dates to {entry.name} that cannot be read: which are they?")
        times += [one for one in added if one is not None and one not in times]
        return [
            (
                Sitting(iso(at), iso_end(at, length), entry.text("LOCATION") or None, entry.text("SUMMARY") or None),
                entry,
            )
            for at in times
            if at not in left_out and at not in changed
        ]

    def _fill_sittings(self, sittings: list[Sitting], entries: list[Entry]) -> None:
        if not sittings:
            if not self.draft.asks("sittings"):
                self.draft.ask("sittings", "The calendar gives no time: on which day, from when to when?")
            return
        self.draft.sittings.value = sittings
        lines = [
            line
            for entry in entries
            for name in ("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE")
            for line in entry.part.all(name)
        ]
        self.draft.sittings.words = self.text[min(line.start for line in lines) : max(line.end for line in lines)]

    def _fill_zone(self, sittings: list[Sitting]) -> None:
        starts = [datetime.fromisoformat(one.starts_at) for one in sittings if one.starts_at and "T" in one.starts_at]
        shown = self.calendar.line("X-WR-TIMEZONE")
        if len(self.named) == 1:
            name, line = next(iter(self.named.items()))
            self.draft.time_zone = Found(name, self.text[line.start : line.end])
        elif self.named:
            self.draft.ask(
                "time_zone",
                f"The calendar names the time zones {' and '.join(sorted(self.named))}: in which is the workshop?",
            )
        elif shown and place_zone(shown.value.strip()) and starts and all(at.tzinfo for at in starts):
            self.draft.time_zone = Found(shown.value.strip(), self.text[shown.start : shown.end])
        elif starts and all(at.tzinfo for at in starts):
            self.draft.time_zone.value, self.draft.time_zone.words = "UTC", self.draft.sittings.words
            self.draft.time_zone.suggested = places_with(starts)
            self.draft.ask("time_zone", "The calendar gives its times in UTC: in which time zone do people come?")
        else:
            if shown and place_zone(shown.value.strip()):
                self.draft.time_zone.suggested = [shown.value.strip()]
            if not self.draft.asks("time_zone"):
                self.draft.ask("time_zone", "The calendar does not say in which time zone its times are: which is it?")

    def _fill_title(self, entries: list[Entry]) -> None:
        names = list(dict.fromkeys(entry.text("SUMMARY") for entry in entries if entry.text("SUMMARY")))
        line = next((line for entry in entries if (line := entry.part.line("SUMMARY")) and entry.text("SUMMARY")), None)
        whole = self.calendar.line("X-WR-CALNAME")
        if len(names) == 1 and line:
            self.draft.title = Found(names[0], self.text[line.start : line.end])
        elif names and whole and whole.value.strip():
            self.draft.title = Found(plain(whole), self.text[whole.start : whole.end])
        else:
            self.draft.title.suggested = names[:5]
            why = f"names {len(names)} different entries, and no title for the whole" if names else "gives no title"
            self.draft.ask("title", f"The calendar {why}: what is the workshop called?")
