"""What a calendar file says of the whole: its time zone and its title."""

from datetime import datetime

from footpath.reading.calendar_entries import CalendarEntry, plain
from footpath.reading.content_lines import Component, ContentLine
from footpath.reading.draft import Draft, Found, SittingSaid
from footpath.reading.zones import place_zone, places_with


def fill_zone(
    text: str,
    draft: Draft,
    calendar: Component,
    sittings: list[SittingSaid],
    named: dict[str, ContentLine],
) -> None:
    """The time zone that its times name or, where they name none, that stands above them."""
    starts = [
        datetime.fromisoformat(one.starts_at)
        for one in sittings
        if one.starts_at and "T" in one.starts_at
    ]
    shown = calendar.line("X-WR-TIMEZONE")
    if len(named) == 1:
        name, line = next(iter(named.items()))
        draft.time_zone = Found(name, text[line.start : line.end])
    elif named:
        draft.ask(
            "time_zone",
            f"The calendar names the time zones {' and '.join(sorted(named))}: in which "
            "is the workshop?",
        )
    elif shown and place_zone(shown.value.strip()) and starts and all(at.tzinfo for at in starts):
        draft.time_zone = Found(shown.value.strip(), text[shown.start : shown.end])
    elif starts and all(at.tzinfo for at in starts):
        draft.time_zone.value, draft.time_zone.words = "UTC", draft.sittings.words
        draft.time_zone.suggested = places_with(starts)
        draft.ask(
            "time_zone",
            "The calendar gives its times in UTC: in which time zone do people come?",
        )
    else:
        if shown and place_zone(shown.value.strip()):
            draft.time_zone.suggested = [shown.value.strip()]
        if not draft.asks("time_zone"):
            draft.ask(
                "time_zone",
                "The calendar does not say in which time zone its times are: which is it?",
            )


def fill_title(text: str, draft: Draft, calendar: Component, entries: list[CalendarEntry]) -> None:
    """The name that all entries have or, where they differ, that of the calendar."""
    names = list(dict.fromkeys(entry.text("SUMMARY") for entry in entries if entry.text("SUMMARY")))
    line = next(
        (
            line
            for entry in entries
            if (line := entry.part.line("SUMMARY")) and entry.text("SUMMARY")
        ),
        None,
    )
    whole = calendar.line("X-WR-CALNAME")
    if len(names) == 1 and line:
        draft.title = Found(names[0], text[line.start : line.end])
    elif names and whole and whole.value.strip():
        draft.title = Found(plain(whole), text[whole.start : whole.end])
    else:
        draft.title.suggested = names[:5]
        why = (
            f"names {len(names)} different entries, and no title for the whole"
            if names
            else "gives no title"
        )
        draft.ask("title", f"The calendar {why}: what is the workshop called?")
