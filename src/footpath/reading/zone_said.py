"""The time zone of a notice's times: beside them, or said for all."""

import re
from datetime import datetime

from footpath.reading.draft import Draft
from footpath.reading.gatherings import Gathering
from footpath.reading.languages import languages_of
from footpath.reading.passages import Passage
from footpath.reading.ways_meant import Reading
from footpath.reading.zones import ZONE, Zone, named, places_with

_ZONE_SPEAKS = re.compile(r"\btimes?\b|\bzone\b|\bhours\b|\bclock\b", re.I)
_IN_BRITAIN = re.compile(
    r"£|\.uk\b|\bUK\b|\bBrit(?:ish|ain)\b|\bEngland\b|\bScotland\b|\bWales\b|\bLondon\b|"
    r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b"
)
_ELSEWHERE = re.compile(r"\$|€|\bEUR\b|\bUSA?\b")

_OF_LANGUAGE = {"German": "Europe/Berlin", "French": "Europe/Paris", "Spanish": "Europe/Madrid"}
"""A guess at where people speak so."""


def zone_of(
    notice: Passage, draft: Draft, found: list[Gathering]
) -> tuple[Zone | None, tuple[int, int] | None]:
    """The zone of the times: beside them, or said for all."""
    beside = [
        (one.hours.zone, one.hours.zone_words)
        for one in found
        if one.hours and isinstance(one.hours.zone, Zone)
    ]
    if beside and len({zone.name for zone, _ in beside}) == 1:
        return beside[0]
    if beside:
        draft.ask(
            "time_zone",
            f"The notice gives times in {' and '.join(sorted({zone.said for zone, _ in beside}))}: "
            f"in which zone is the workshop?",
        )
        return None, None
    asides = [(other.start, other.end) for one in found for other in one.others]
    matches = [
        match
        for match in ZONE.finditer(notice.text)
        if not any(start <= match.start() < end for start, end in asides)
    ]
    general = [
        (zone, match.span())
        for match in matches[:50]
        if isinstance(zone := named(match), Zone) and _is_of_times(notice.text, match)
    ]
    if len({zone.name for zone, _ in general}) > 1:
        draft.ask(
            "time_zone",
            f"The notice names {' and '.join(sorted({zone.said for zone, _ in general}))}: in "
            f"which zone are its times?",
        )
        return None, None
    return general[0] if general else (None, None)


def _is_of_times(text: str, match: re.Match[str]) -> bool:
    """Whether a zone is said of the notice's times, and not of those in brackets."""
    line = text[text.rfind("\n", 0, match.start()) + 1 : match.end() + 30].partition("\n")[0]
    if match["letters"] is not None and not _ZONE_SPEAKS.search(line):
        return False
    in_brackets = r" (?:is |are )?(?:in|within|between) (?:brackets|parentheses)"
    return not re.match(in_brackets, text[match.end() : match.end() + 30])


def fill_zone(
    notice: Passage,
    draft: Draft,
    zone: Zone | None,
    span: tuple[int, int] | None,
    readings: list[Reading],
) -> None:
    begins = [reading.ways[0].starts_at or "" for reading in readings]
    starts = [datetime.fromisoformat(at) for at in begins if "T" in at]
    if zone and span:
        draft.time_zone.value, draft.time_zone.words = (
            zone.name if zone.is_known else None,
            notice.words(*span),
        )
    if zone and zone.is_place:
        return
    if starts and all(at.tzinfo for at in starts):
        draft.time_zone.words = draft.time_zone.words or draft.sittings.words
        draft.time_zone.suggested = draft.time_zone.suggested or places_with(starts)
        said = f"“{zone.said}”" if zone and zone.said else "What the notice says"
        draft.ask(
            "time_zone",
            f"{said} is a distance from UTC and no place: in which time zone do people come?",
        )
    else:
        guessed = next(
            (_OF_LANGUAGE[one] for one in languages_of(notice.source)[:1] if one in _OF_LANGUAGE),
            None,
        )
        if zone is None and guessed and not _IN_BRITAIN.search(notice.text):
            draft.time_zone.suggested = [guessed]
        elif zone is None and (
            _IN_BRITAIN.search(notice.text) or not _ELSEWHERE.search(notice.text)
        ):
            draft.time_zone.suggested = ["Europe/London"]
        draft.ask(
            "time_zone", "The notice does not say in which time zone its times are: which is it?"
        )
