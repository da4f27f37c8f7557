"""Reading a pasted text."""

import re
from datetime import date, datetime, timedelta

from footpath.notices.reading import contradictions, people, places, research, titles
from footpath.notices.reading.dates import find_days
from footpath.notices.reading.draft import Draft, Found
from footpath.notices.reading.gatherings import Gathering, gatherings
from footpath.notices.reading.hours import find_hours
from footpath.notices.reading.listings import Listing, listings
from footpath.notices.reading.passages import Passage
from footpath.notices.reading.sittings import Reader, Reading, fill, with_place_and_title
from footpath.notices.reading.zones import ZONE, Zone, named, places_with

_LASTING = re.compile(
    rf"\b(?P<half>half an hour)\b|\b(?P<hours>{contradictions.NUMBER}|an|\d{{1,2}}(?:\.5)?)[\s-](?P<and>(?:and a "
    rf"half|1/2)[\s-])?hours?\b(?P<after> and a half)?(?!\s?(?:'|a week|before|notice|later|earlier|ago|per|in "
    rf"advance))|\b(?P<minutes>\d{{2,3}})[\s-]min(?:ute)?s?[\s-](?:session|workshop|meeting|sitting|webinar)s?\b|"
    rf"\b(?:lasts?|takes?|lasting|about)\s(?:about |around )?(?P<long>\d{{2,3}})\smin(?:ute)?s?\b",
    re.I,
)
_NOT_THE_WHOLE = re.compile(
    r"\b(?:within|after|every|each|per|a|last|next|up to|first|reply in|under|for the)\s$", re.I
)
_ZONE_SPEAKS = re.compile(r"\btimes?\b|\bzone\b|\bhours\b|\bclock\b", re.I)
_IN_BRITAIN = re.compile(
    r"£|\.uk\b|\bUK\b|\bBrit(?:ish|ain)\b|\bEngland\b|\bScotland\b|\bWales\b|\bLondon\b|\b[A-Z]{1,2}\d[A-Z\d]? "
    r"\d[A-Z]{2}\b"
)
_ELSEWHERE = re.compile(r"\$|€|\bEUR\b|\bUSA?\b")


def read_plain_text(notice: Passage, today: date) -> Draft:
    """Everything that a pasted notice says."""
    draft = Draft()
    text = notice.text
    heading = titles.read_title(notice, draft)
    lists = listings(text)
    days, hours = find_days(text), find_hours(text)
    found, other = gatherings(text, days, hours)
    _read_sittings(notice, draft, found, today, heading, lists)
    for day in other:
        words = " ".join((notice.words(day.start, day.end) or "").split())
        draft.ask("sittings", f"The notice also names “{words}”: is that a sitting too, and at what time?")
    read_remarks(notice, draft, lists)
    contradictions.ask_about_gaps(notice, draft)
    contradictions.ask_about_steps(notice, draft, lists)
    return draft


def read_remarks(notice: Passage, draft: Draft, lists: list[Listing] | None = None) -> None:
    """What is said beside title and times; a calendar's or a page's description says it in the same way."""
    lists = listings(notice.text) if lists is None else lists
    if draft.where.value is None:
        places.read_where(notice, draft)
    people.read_audience(notice, draft, lists)
    people.read_outcomes(notice, draft, lists)
    people.read_coming_in(notice, draft)
    research.read_research(notice, draft, lists)


def _read_sittings(
    notice: Passage,
    draft: Draft,
    found: list[Gathering],
    today: date,
    heading: tuple[int, int] | None,
    lists: list[Listing],
) -> None:
    text = notice.text
    zone, span = _zone(notice, draft, found)
    lengths = _lengths(text)
    reader = Reader(notice, draft, today, zone, timedelta(minutes=lengths[0]) if len(lengths) == 1 else None)
    readings = reader.read(found)
    for reading in readings:
        title, place = _heading_of(notice, reading.at, heading, len(readings)), _place_of(notice, reading.at, found)
        with_place_and_title(reading, place, title)
    fill(draft, notice, readings)
    if not draft.asks("sittings") and not readings:
        draft.ask("sittings", _unsaid(text))
    if draft.sittings.value is not None and span:
        _widen(notice, draft, readings, span)
    _fill_zone(notice, draft, zone, span, readings)
    contradictions.ask_about_counts(notice, draft, lists, len(readings))
    contradictions.ask_about_minutes(notice, draft, lists, lengths or _taken(readings))
    if len(readings) > 1 and any(reading.ways[0].place for reading in readings):
        for reading in readings:
            if reading.ways[0].place is None:
                name = reading.ways[0].title or " ".join(
                    (notice.words(reading.at.day.start, reading.at.day.end) or "").split()
                )
                draft.ask("where", f"The notice does not say where “{name}” takes place: is it there too?")


def _unsaid(text: str) -> str:
    every = re.search(
        r"\b(?:every|each)\s(?:other\s|second\s|first\s)?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:mon|"
        r"tues|wednes|thurs|fri|satur|sun)days\b",
        text,
        re.I,
    )
    return (
        f"The notice says “{every.group()}” and no date: on which days?"
        if every
        else "The notice does not say when: on which day, from when to when?"
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
                int((datetime.fromisoformat(way.ends_at) - datetime.fromisoformat(way.starts_at)).total_seconds()) // 60
            )
    return taken if len(taken) == 1 else [*taken, sum(taken)] if taken else []


def _lengths(text: str) -> list[int]:
    """Minutes that the notice says it takes."""
    found: list[int] = []
    for match in _LASTING.finditer(text):
        if _NOT_THE_WHOLE.search(text[max(0, match.start() - 12) : match.start()]):
            continue
        word = (match["hours"] or "").lower()
        hours = (
            contradictions.NUMBERS.get(word, 0)
            if word.isalpha() and word != "an"
            else 1
            if word == "an"
            else float(word or 0)
        )
        minutes = (
            30
            if match["half"]
            else int(match["minutes"] or match["long"] or hours * 60 + (30 if match["and"] or match["after"] else 0))
        )
        if 0 < minutes <= 12 * 60 and minutes not in found:
            found.append(minutes)
    return found


def _zone(notice: Passage, draft: Draft, found: list[Gathering]) -> tuple[Zone | None, tuple[int, int] | None]:
    """The zone of the times: beside them, or said for all."""
    beside = [(one.hours.zone, one.hours.zone_words) for one in found if one.hours and isinstance(one.hours.zone, Zone)]
    if beside and len({zone.name for zone, _ in beside}) == 1:
        return beside[0]
    if beside:
        draft.ask(
            "time_zone",
            f"The notice gives times in {' and '.join(sorted({zone.said for zone, _ in beside}))}: in which zone "
            f"is the workshop?",
        )
        return None, None
    asides = [(other.start, other.end) for one in found for other in one.others]
    matches = [
        match for match in ZONE.finditer(notice.text) if not any(start <= match.start() < end for start, end in asides)
    ]
    general: list[tuple[Zone, tuple[int, int]]] = []
    for match in matches[:50]:
        line = notice.text[notice.text.rfind("\n", 0, match.start()) + 1 : match.end() + 30].partition("\n")[0]
        zone = named(match)
        if (
            isinstance(zone, Zone)
            and (match["letters"] is None or _ZONE_SPEAKS.search(line))
            and not re.match(
                r" (?:is |are )?(?:in|within|between) (?:brackets|parentheses)",
                notice.text[match.end() : match.end() + 30],
            )
        ):
            general.append((zone, match.span()))
    if len({zone.name for zone, _ in general}) > 1:
        draft.ask(
            "time_zone",
            f"The notice names {' and '.join(sorted({zone.said for zone, _ in general}))}: in which zone are its "
            f"times?",
        )
        return None, None
    return general[0] if general else (None, None)


def _fill_zone(
    notice: Passage, draft: Draft, zone: Zone | None, span: tuple[int, int] | None, readings: list[Reading]
) -> None:
    begins = [reading.ways[0].starts_at or "" for reading in readings]
    starts = [datetime.fromisoformat(at) for at in begins if "T" in at]
    if zone and span:
        draft.time_zone = Found(zone.name if zone.is_known else None, notice.words(*span))
    if zone and zone.is_place:
        return
    if starts and all(at.tzinfo for at in starts):
        draft.time_zone.words = draft.time_zone.words or draft.sittings.words
        draft.time_zone.suggested = places_with(starts)
        if not draft.asks("time_zone"):
            draft.ask(
                "time_zone", "The notice says how far its times are from UTC, and no place: which time zone is it?"
            )
    elif zone is None:
        if _IN_BRITAIN.search(notice.text) or not _ELSEWHERE.search(notice.text):
            draft.time_zone.suggested = ["Europe/London"]
        draft.ask("time_zone", "The notice does not say in which time zone its times are: which is it?")


def _heading_of(notice: Passage, at: Gathering, heading: tuple[int, int] | None, count: int) -> str | None:
    """What a sitting of several is called: before its day in the line, or in the line above."""
    if count < 2:
        return None
    text = notice.text
    line = text.rfind("\n", 0, at.start) + 1
    before = re.sub(r"^[\s*•◦▪·>#-]+|[\s*:,;|(-]+$", "", text[line : at.start])
    if (
        re.search(r"[A-Za-z]{3}", before)
        and len(before) <= 90
        and not re.search(r"[.!?]\s|\b(?:on|at|is|are|will)$|^(?:and|when|date|dates|or|time)\b", before, re.I)
    ):
        return before
    above_start = text.rfind("\n", 0, max(0, line - 1)) + 1
    above = text[above_start : max(0, line - 1)].strip(" *_#")
    is_title = heading is not None and heading[0] <= above_start <= heading[1]
    if not above or is_title or before or len(above) > 120 or above.endswith((".", ":", ",", ";")) or find_days(above):
        return None
    return above


def _place_of(notice: Passage, at: Gathering, found: list[Gathering]) -> str | None:
    """The call or address said in a sitting's own paragraph or line; or, outside all of those, for the whole."""
    text = notice.text
    own = _block(text, at, found)
    if place := _place_in(text[slice(*own)]):
        return place
    rest = list(text)
    if len({one.day.whole for one in found}) > 1:
        for one in found:
            start, end = _block(text, one, found)
            rest[start:end] = " " * (end - start)
    return _place_in("".join(rest))


def _block(text: str, at: Gathering, found: list[Gathering]) -> tuple[int, int]:
    start = text.rfind("\n\n", 0, at.start) + 1
    end = text.find("\n\n", at.end)
    end = len(text) if end < 0 else end
    if any(start <= one.start < end for one in found if one.day.whole != at.day.whole):
        start = text.rfind("\n", 0, at.start) + 1
        line_end = text.find("\n", at.end)
        return start, len(text) if line_end < 0 else line_end
    return start, end


def _place_in(text: str) -> str | None:
    address = places.find_address(text)
    platform = next((match for match in places.PLATFORM.finditer(text) if places.kept(text, match)), None)
    named_here = [address[0]] if address else []
    return " / ".join([*named_here, *([places.platform_of(platform)] if platform else [])]) or None
