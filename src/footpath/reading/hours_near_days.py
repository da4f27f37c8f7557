"""Which hours are said with a day: near it in its sentence, or in the lines below or above."""

import re

from footpath.reading.dates import Day
from footpath.reading.hours import Hours

_SENTENCE = re.compile(r"[.!?;]\s(?=[A-Z(\"'])")
_JOINT_AFTER = re.compile(r"\A[\s,:;()@|*_-]*+(?:from|at|between|time)?[\s:]*+\Z", re.I)
_JOINT_BEFORE = re.compile(r"\A[\s,:;()@|*_-]*+(?:on)?[\s,]*+\Z", re.I)
_LABEL = re.compile(
    r"(?:^|\n)[ *•>-]*+(?:time|times|when|hours|start|starts)\s?[:=-]\s?(?:from |between )?$", re.I
)
_LABELLED = re.compile(
    r"\A[\s*•◦▪·>-]*+(?:[A-Za-z][A-Za-z ]{0,24}[\s\d]{0,3}[:,-]?\s?)?(?:from |between )?$"
)
NAMED = re.compile(
    r"\A[\s*•◦▪·>-]{0,20}(?=[^\n]{0,100}[^\W\d_]{3})(?:[^\n\d]{3,80}|"
    r"[^\n\d]{3,40}\d{1,2})[:,–(|-]\s?(?:from )?$"
)
"""What a session is called, before its hours in its own line."""


def hours_near(text: str, day: Day, days: list[Day], hours: list[Hours]) -> list[Hours]:
    """The hours said with a day: behind it in its sentence, before it, behind it in its line,
    then below or above.
    """
    start, end = day.whole
    line_start, line_end = text.rfind("\n", 0, start) + 1, _line_end(text, end)
    before = max(
        [
            line_start,
            start - 300,
            *(other.whole[1] for other in days if line_start < other.whole[1] <= start),
        ]
    )
    after = min([line_end, *(other.whole[0] for other in days if end <= other.whole[0])])
    sentence = _SENTENCE.search(text, end, after)
    sentence_end = sentence.start() if sentence else after
    for match in _SENTENCE.finditer(text, before, start):
        before = match.end()
    found = [
        one
        for one in hours
        if end <= one.start < sentence_end and _fits(text, one, text[end : one.start], _JOINT_AFTER)
    ]
    if not found:
        found = [
            one
            for one in hours
            if before <= one.start < start
            and _fits(text, one, text[one.end : start], _JOINT_BEFORE)
        ]
        found = [one for one in found if not one.is_end] and found
    if not found:
        found = [one for one in hours if end <= one.start < after and not one.bare]
    return found or _below_or_above(text, day, days, hours)


def _fits(text: str, hours: Hours, between: str, joint: re.Pattern[str]) -> bool:
    """Whether hours so far from a day are hours: bare numbers must stand right beside it, or
    behind a word for it.
    """
    if not hours.bare:
        return True
    return bool(joint.match(between)) or bool(
        re.match(r"(?:at|from|between|start)", text[hours.start : hours.end], re.I)
    )


def _below_or_above(text: str, day: Day, days: list[Day], hours: list[Hours]) -> list[Hours]:
    line_end = _line_end(text, day.whole[1])
    limit = min([len(text), *(other.whole[0] for other in days if other.whole[0] >= day.whole[1])])
    place = line_end
    for _ in range(3):
        while text[place : place + 1] == "\n":
            place += 1
        end = min(_line_end(text, place), limit)
        line = [
            one
            for one in hours
            if place <= one.start < end and _stands_alone(text, one, place, end)
        ]
        if line:
            return line + _further(text, hours, end, limit)
        if end >= limit:
            return []
        place = end
    above = text.rfind("\n", 0, max(0, text.rfind("\n", 0, day.start))) + 1
    return [
        one
        for one in hours
        if above <= one.start < day.start
        and _LABEL.search(text[max(0, one.start - 30) : one.start])
    ]


def _further(text: str, hours: list[Hours], end: int, limit: int) -> list[Hours]:
    """Ranges in the lines directly below, each behind its label: "Morning:
    10-12", "Afternoon: 1-3".
    """
    found: list[Hours] = []
    while text[end : end + 1] == "\n" and end + 1 < limit:
        start, end = end + 1, min(_line_end(text, end + 1), limit)
        line = [one for one in hours if start <= one.start < end and one.ends and not one.bare]
        before = text[start : line[0].start] if line else ""
        if len(line) != 1 or not (_LABELLED.match(before) or NAMED.fullmatch(before)):
            break
        found += line
    return found


def _stands_alone(text: str, hours: Hours, start: int, end: int) -> bool:
    """A line that is a time, or begins with one, or is labelled as one."""
    if _LABEL.search(text[max(0, hours.start - 30) : hours.start]):
        return True
    return not hours.bare and (hours.start - start <= 12 or end - start <= 60)


def _line_end(text: str, place: int) -> int:
    end = text.find("\n", place)
    return len(text) if end < 0 else end
