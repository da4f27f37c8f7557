"""Which time of the day belongs to which day."""

import itertools
import re
from dataclasses import dataclass, field, replace

from footpath.reading.dates import Day
from footpath.reading.hours import Hours, daytime_in, in_daytime, with_end
from footpath.reading.hours_near_days import NAMED, hours_near
from footpath.reading.other_days import of_a_sitting
from footpath.reading.zones import Zone

_AND = re.compile(r"^[\s,;&+]*(?:and|then|and again|again|or)?\s?(?:from|at)?\s?$", re.I)
_AN_END = re.compile(
    r"(?:\b(?:ends?|finish(?:es)?)\b[^\n]{0,20}\s*|^\s*(?:to|-|until|till)\s*)$", re.IGNORECASE
)
_BY_CONJUNCTION = re.compile(
    r"^[^\d\n.;]{0,20}\b(?:and|then|again|und|sowie|et|puis|y|a|ac|wedyn)\s(?:(?:again|dann|puis|"
    r"luego)\s)?(?:at|from)?\s?$",
    re.I,
)
_LEAST = 40
"""Minutes from which a part of a day that has a name may be a session by itself."""
_LISTED = re.compile(
    r"^[\s*•◦▪·>\d.)-]{0,6}(?:(?:session|sitting|workshop|part|meeting|evening|day|date|when|"
    r"week)s?\b[^\n]{0,40})?[:\s,-]*$",
    re.I,
)


@dataclass
class Gathering:
    """A day with its hours, the other ways in which the same hours are said, and
    where in the text.
    """

    day: Day
    hours: Hours | None = None
    others: list[Hours] = field(default_factory=list[Hours])
    start: int = 0
    end: int = 0


def gatherings(text: str, days: list[Day], hours: list[Hours]) -> tuple[list[Gathering], list[Day]]:
    """The workshop's days with their hours, and days that are named without being
    clearly the workshop's.
    """
    ours = [day for day in _years_carried(text, days) if of_a_sitting(text, day)]
    found = _shared(text, [one for day in ours for one in _with_hours(text, day, ours, hours)])
    found = _from_to(text, found)
    if found and not any(one.hours for one in found):
        found = _with_the_only_hours(found, hours)
    found = _merged(found)
    if not any(one.hours for one in found):
        return found, []
    kept = [one for one in found if one.hours or _is_listed(text, one.day)]
    timed = [one.day for one in kept if one.hours]
    other = [one.day for one in found if one not in kept and not _frames(one.day, timed)]
    return kept, other


def _years_carried(text: str, days: list[Day]) -> list[Day]:
    """ "Tue 19 and Thu 21 March 2024" in longer words: a year counts for the days joined to
    it; so does a range.
    """
    carried = list(days)
    for place in range(len(days) - 2, -1, -1):
        day, after = carried[place], carried[place + 1]
        if day.whole == after.whole:
            continue
        between = text[day.whole[1] : after.whole[0]].strip(" ").lower()
        if between in ("and", "&", ",", "-", "to", "until", ", and", "or"):
            within = between in ("-", "to", "until")
            year = day.year or (
                after.year if (after.month, after.day) > (day.month, day.day) else None
            )
            carried[place] = replace(day, year=year, in_range=within or day.in_range)
            carried[place + 1] = replace(after, in_range=within or after.in_range)
    return carried


def _with_hours(text: str, day: Day, days: list[Day], hours: list[Hours]) -> list[Gathering]:
    near = hours_near(text, day, days, hours)
    if not near:
        return [Gathering(day, start=day.start, end=day.end)]
    first = near[0]
    made = [Gathering(day, first, start=min(day.start, first.start), end=max(day.end, first.end))]
    for last, one in itertools.pairwise(near):
        between = text[last.end : one.start]
        other_zone = _name(made[-1].hours) is not None and _name(one) not in (
            None,
            _name(made[-1].hours),
        )
        if (one.aside or other_zone) and len(between) <= 30:
            made[-1].others.append(one)
            made[-1].end = max(made[-1].end, one.end)
        elif one.is_end and made[-1].hours and made[-1].hours.ends is None:
            made[-1].hours = with_end(made[-1].hours, one)
            made[-1].end = max(made[-1].end, one.end)
        elif (
            one.ends
            and last.ends == one.begins
            and "\n" in between
            and not _is_its_own(text, last, one)
        ):
            # an agenda
            made[-1].hours = with_end(first, replace(one, begins=one.ends))
            made[-1].end = max(made[-1].end, one.end)
        elif one.ends and (
            _AND.match(between) or "\n" in between or _BY_CONJUNCTION.search(between)
        ):
            made.append(
                Gathering(day, one, start=min(day.start, one.start), end=max(day.end, one.end))
            )
        else:
            break
    return [_ended(text, _in_daytime(text, one, days), days, hours) for one in made]


def _is_its_own(text: str, last: Hours, one: Hours) -> bool:
    """Whether two times in a row are two sessions: each has its name in its line,
    and takes a while.
    """
    return all(
        each.ends is not None
        and (each.ends.minutes - each.begins.minutes) % 1440 >= _LEAST
        and NAMED.fullmatch(text[text.rfind("\n", 0, each.start) + 1 : each.start])
        for each in (last, one)
    )


def _in_daytime(text: str, at: Gathering, days: list[Day]) -> Gathering:
    """ "On the evening of Friday 13 June, start 7": the part of the day may stand
    before the day.
    """
    if at.hours is None or at.hours.begins.mark is not None:
        return at
    start = max(
        [
            text.rfind("\n", 0, at.start) + 1,
            *(day.whole[1] for day in days if day.whole[1] <= at.start),
        ]
    )
    daytime = daytime_in(text[start : at.start]) or daytime_in(text[at.start : at.end])
    return replace(at, hours=in_daytime(at.hours, daytime)) if daytime else at


def _ended(text: str, at: Gathering, days: list[Day], hours: list[Hours]) -> Gathering:
    """The end that is said further on, before another day is named."""
    if at.hours is None or at.hours.ends is not None:
        return at
    limit = min(
        [at.hours.end + 250, *(day.whole[0] for day in days if day.whole[0] >= at.day.whole[1])]
    )
    end = next((one for one in hours if one.is_end and at.hours.end <= one.start < limit), None)
    if end is None:
        return at
    return replace(at, hours=with_end(at.hours, end), end=max(at.end, end.end))


def _from_to(text: str, found: list[Gathering]) -> list[Gathering]:
    """ "Start: 1 May 2021, 10am. End: 1 May 2021, 4pm" is one sitting, and so are the same
    words without labels.
    """
    kept: list[Gathering] = []
    for one in found:
        last = kept[-1] if kept else None
        if last and last.hours and one.hours and last.hours.ends is None and one.hours.ends is None:
            same = (last.day.day, last.day.month, last.day.year) == (
                one.day.day,
                one.day.month,
                one.day.year,
            )
            if same and _AN_END.search(text[last.end : one.start]):
                last.hours, last.end = with_end(last.hours, one.hours), one.end
                continue
        kept.append(one)
    return kept


def _shared(text: str, found: list[Gathering]) -> list[Gathering]:
    """ "5 March, 12 March and 19 March, 6pm": days in a row have the hours that are
    said behind the last.
    """
    for place in range(len(found) - 2, -1, -1):
        one, after = found[place], found[place + 1]
        between = text[one.day.whole[1] : after.day.whole[0]]
        if (
            one.hours is None
            and after.hours
            and after.hours.start > after.day.start
            and _in_a_row(between)
        ):
            found[place] = replace(
                one, hours=after.hours, others=after.others, end=max(one.end, after.end)
            )
    return found


def _in_a_row(between: str) -> bool:
    return "\n\n" not in between and bool(_AND.match(between))


def _name(hours: Hours | None) -> str | None:
    zone = hours.zone if hours else None
    return zone.name if isinstance(zone, Zone) else zone


def _with_the_only_hours(found: list[Gathering], hours: list[Hours]) -> list[Gathering]:
    """Days without hours share those that stand alone in the notice, if only one time does."""
    ranges = [one for one in hours if one.ends and not one.bare and not one.aside]
    if len({(one.begins, one.ends) for one in ranges}) != 1:
        return found
    one = ranges[0]
    return [
        replace(at, hours=one, start=min(at.start, one.start), end=max(at.end, one.end))
        for at in found
    ]


def _merged(found: list[Gathering]) -> list[Gathering]:
    """What is said of one day in several places, put together; the same day at other hours
    stays another sitting.
    """
    kept: list[Gathering] = []
    for one in sorted(found, key=lambda at: at.hours is None):
        same = [at for at in kept if _same(at, one)]
        if not same:
            kept.append(one)
        for at in same:
            day = replace(
                at.day,
                year=at.day.year or one.day.year,
                weekday=at.day.weekday if at.day.weekday is not None else one.day.weekday,
                month_said=at.day.month_said or one.day.month_said,
            )
            if day != at.day:
                at.day, at.start, at.end = day, min(at.start, one.start), max(at.end, one.end)
    return sorted(kept, key=lambda at: (at.day.start, at.start, at.end))


def _same(one: Gathering, other: Gathering) -> bool:
    if (one.day.month, one.day.day) != (other.day.month, other.day.day):
        return False
    if one.day.year and other.day.year and one.day.year != other.day.year:
        return False
    if None not in (one.day.weekday, other.day.weekday) and one.day.weekday != other.day.weekday:
        return False
    if one.hours is None or other.hours is None:
        return True
    return (one.hours.begins, one.hours.ends) == (other.hours.begins, other.hours.ends)


def _is_listed(text: str, day: Day) -> bool:
    return bool(_LISTED.match(text[text.rfind("\n", 0, day.whole[0]) + 1 : day.whole[0]]))


def _frames(day: Day, timed: list[Day]) -> bool:
    """The end of a range such as "15 to 17 May" within which the timed days lie."""
    return day.in_range and all(
        abs((one.month * 31 + one.day) - (day.month * 31 + day.day)) <= 31 for one in timed
    )
