"""Reading a pasted text."""

import re
from datetime import date, datetime, timedelta

from footpath.reading import about_research, coming_in, contradictions, titles, venues, who
from footpath.reading.dates import Day, find_days
from footpath.reading.draft import Draft
from footpath.reading.gatherings import Gathering, gatherings
from footpath.reading.headings import (
    ask_about_registering,
    ask_about_what_stands_behind,
    general_place,
    heading_of,
    name_every_place,
    place_of,
    share_places,
    told_apart,
    without_headers,
)
from footpath.reading.hours import Hours, find_hours
from footpath.reading.in_english import in_english
from footpath.reading.languages import languages_of
from footpath.reading.left_over import left_over
from footpath.reading.lengths import lengths
from footpath.reading.listings import Listing, listings
from footpath.reading.passages import Passage
from footpath.reading.sittings import Reader
from footpath.reading.unread import passage_round, say_what_was_not_read
from footpath.reading.ways_meant import Reading, fill, stated_years, with_place_and_title
from footpath.reading.years import with_year
from footpath.reading.zone_said import fill_zone, zone_of

_DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_EVERY = re.compile(
    rf"\b(?:every|each)\s(?:other\s|second\s|first\s)?{_DAYS}\b|\b{_DAYS}s\b", re.IGNORECASE
)
_OPEN = re.compile(
    r"\b(?:probably (?=on\b|at\b|the\b|mon|tue|wed|thu|fri|sat|sun|\d)|provisional(?:ly)?|"
    r"tentative(?:ly)?|proposed (?:date|time)|(?:date|time)s? (?:may|might|"
    r"could) change)\b|"
    r"\((?:tb[cd]|to be confirmed|provisional)\)",
    re.IGNORECASE,
)
_CALLED_OFF = re.compile(
    r"^[\s*_#\[]*(?:cancelled|canceled|postponed|called off)\b|\b(?:this|the|our) (?:workshop|"
    r"session|meeting|event|webinar|sitting) (?:is|has been|was) (?:now )?(?:cancelled|"
    r"postponed|called off)\b",
    re.IGNORECASE,
)


def read_plain_text(notice: Passage, today: date, name: str = "") -> Draft:
    """Everything that a pasted notice says; years in its file's name only help with guessing."""
    draft = Draft()
    languages = languages_of(notice.text)
    notice = in_english(notice, languages)
    text = without_headers(notice.text)
    heading = titles.read_title(notice, draft)
    lists = listings(text)
    hours = find_hours(text)
    days, year = (
        with_year(find_days(text), text[slice(*heading)], heading)
        if heading
        else (find_days(text), None)
    )
    found, other = gatherings(text, days, hours)
    _read_sittings(
        notice, draft, found, (today, stated_years(notice.text, name)), heading, lists, year
    )
    _ask_about_days(notice, draft, other, hours)
    for one in left_over(found, hours):
        words = notice.said(one.start, one.end).rstrip(".,")
        draft.ask(
            "sittings",
            f"The notice also says “{words}”: is there another sitting then, on the same day?",
        )
    read_remarks(notice, draft, lists)
    name_every_place(draft)
    ask_about_what_stands_behind(notice, draft, found)
    ask_about_registering(text, draft, found)
    contradictions.ask_about_gaps(notice, draft)
    contradictions.ask_about_steps(notice, draft, lists)
    say_what_was_not_read(notice, draft, languages)
    return draft


def read_remarks(notice: Passage, draft: Draft, lists: list[Listing] | None = None) -> None:
    """What is said beside title and times; a calendar's or a page's description says
    it in the same way.
    """
    lists = listings(notice.text) if lists is None else lists
    if draft.where.value is None:
        venues.read_where(notice, draft)
    who.read_audience(notice, draft, lists)
    who.read_outcomes(notice, draft, lists)
    coming_in.read_coming_in(notice, draft)
    about_research.read_research(notice, draft, lists)


def _read_sittings(
    notice: Passage,
    draft: Draft,
    found: list[Gathering],
    years: tuple[date, list[int]],
    heading: tuple[int, int] | None,
    lists: list[Listing],
    year: tuple[int, int] | None,
) -> None:
    text = notice.text
    zone, span = zone_of(notice, draft, found)
    taking = lengths(text)
    reader = Reader(
        notice, draft, years, zone, timedelta(minutes=taking[0]) if len(taking) == 1 else None
    )
    readings = reader.read(found)
    place_of_all = general_place(text, found)
    for reading in readings:
        title = heading_of(text, reading.at, heading) if len(readings) > 1 else None
        with_place_and_title(
            reading, *told_apart(place_of(text, reading.at, found) or place_of_all, title)
        )
    share_places(text, readings)
    fill(draft, notice, found, readings, year)
    if draft.sittings.value is not None and span:
        _widen(notice, draft, readings, span)
    fill_zone(notice, draft, zone, span, readings)
    contradictions.ask_about_counts(notice, draft, lists, len(readings))
    contradictions.ask_about_minutes(notice, draft, lists, taking or _taken(readings))
    if len(readings) > 1 and any(reading.ways[0].place for reading in readings):
        for reading in readings:
            if reading.ways[0].place is None:
                name = reading.ways[0].title or notice.said(
                    reading.at.day.start, reading.at.day.end
                )
                draft.ask(
                    "where", f"The notice does not say where “{name}” takes place: is it there too?"
                )


def _ask_about_days(notice: Passage, draft: Draft, other: list[Day], hours: list[Hours]) -> None:
    """Days that may be the workshop's, a workshop that is called off, and times without a day."""
    for day in other:
        words = notice.said(day.start, day.end).rstrip(".")
        draft.ask(
            "sittings", f"The notice also names “{words}”: is that a sitting too, and at what time?"
        )
    if off := _CALLED_OFF.search(notice.text):
        draft.sittings.suggested = draft.sittings.suggested or [draft.sittings.value or []]
        draft.sittings.value = None
        draft.ask(
            "sittings", f"The notice says “{notice.said(*off.span())}”: will it be held, and when?"
        )
    if draft.sittings.words and (open_ := _OPEN.search(notice.text)):
        draft.ask(
            "sittings", f"The notice says “{notice.said(*open_.span())}”: is the time settled?"
        )
    if draft.asks("sittings") or draft.sittings.words:
        return
    if every := _EVERY.search(notice.text):
        draft.ask(
            "sittings",
            f"The notice says “{notice.said(*every.span())}” and no date: on which days?",
        )
    elif timed := next((one for one in hours if one.ends and not one.bare), None):
        _ask_for_the_day(notice, draft, timed)
    else:
        draft.ask("sittings", "The notice does not say when: on which day, from when to when?")


def _ask_for_the_day(notice: Passage, draft: Draft, timed: Hours) -> None:
    """Say which of the two it is: no day is said with a time, or one in a way that is not read."""
    start = notice.text.rfind("\n", 0, timed.start) + 1
    line = notice.text[start : timed.start] + notice.text[timed.end :].partition("\n")[0]
    if re.search(
        r"\b(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th|\.)?\s[^\W\d]|\b20\d\d\b|\b\w{3,9}day\b", line
    ):
        said = passage_round(notice, timed.start, timed.end)
        draft.ask("sittings", f"I could not read “{said}”: on which day?")
    else:
        draft.ask(
            "sittings",
            f"The notice says “{notice.said(timed.start, timed.end)}” and no date: on which day?",
        )


def _widen(notice: Passage, draft: Draft, readings: list[Reading], span: tuple[int, int]) -> None:
    """The zone counts among the words of the times, where it stands near them."""
    start, end = min(one.at.start for one in readings), max(one.at.end for one in readings)
    if start - 200 < span[0] and span[1] < end + 200:
        draft.sittings.words = notice.words(min(start, span[0]), max(end, span[1]))


def _taken(readings: list[Reading]) -> list[int]:
    """How many minutes the sittings take by their hours."""
    taken: list[int] = []
    for one in readings:
        way = one.ways[0]
        if way.starts_at and way.ends_at:
            taken.append(
                int(
                    (
                        datetime.fromisoformat(way.ends_at) - datetime.fromisoformat(way.starts_at)
                    ).total_seconds()
                )
                // 60
            )
    return taken if len(taken) == 1 else [*taken, sum(taken)] if taken else []
