"""Times of the day as notices give them: ranges and beginnings, marked or not, each with the
zone said beside it.
"""

import re
from dataclasses import dataclass, replace

from footpath.reading.draft import NoticeUnreadable
from footpath.reading.other_hours import NOT_OF_A_SITTING
from footpath.reading.zones import ZONE, Zone, named, zone_of_city

_MARK = r"\s?(?P<{0}mark>a\.?m\b\.?|p\.?m\b\.?)"
_CLOCK = (
    r"(?:(?P<{0}named>(?:12\s)?(?:noon|midday|midnight))\b"
    r"|(?P<{0}hour>[01]?\d|2[0-4])(?:(?P<{0}by>[:.h])(?P<{0}minute>[0-5]\d)(?!\d))?"
    r"(?:" + _MARK + r"|\s?(?P<{0}full>hrs?\b|h\b|uhr\b|o'clock\b))?)"
)
_FOUR = r"(?P<{0}four>[01]\d[0-5]\d|2[0-3][0-5]\d)(?:\s?(?:hrs?|h)\b)?"
_BEFORE = r"(?<![\w/:£$€#+@])(?<!\d[.,-])"
_AFTER = (
    r"(?![\w%@]|:\d|\.\d|/\d|\s?(?:%|£|€|eur\b|gbp\b|usd\b|pounds?\b|euros?\b|people\b|"
    r"participants\b|places\b|minutes?\b|mins?\b|years?\b|weeks?\b|days?\b))"
)
_TO = (
    r"\s?(?:-|\bto\b|\buntil\b|\btill?\b|\bbis\b|\b(?:and )?(?:ends?|ending|finish(?:es|ing)?) "
    r"(?:at |by )?|\band\b(?=\s?\d))\s?(?:\babout\b|\baround\b|\bc\.|\bat\b)?\s?"
)

_RANGE = re.compile(
    _BEFORE + r"(?P<lead>between |from )?" + _CLOCK.format("a") + _TO + _CLOCK.format("z") + _AFTER,
    re.I,
)
_FOURS = re.compile(
    _BEFORE + _FOUR.format("a") + r"\s?(?:-|to|until)\s?" + _FOUR.format("z") + _AFTER, re.I
)
_FOR = re.compile(
    _BEFORE + _CLOCK.format("a") + r",? for (?:an? )?" + _CLOCK.format("z") + _AFTER, re.I
)
_ONE = re.compile(
    r"(?:(?<=\dT)|"
    + _BEFORE
    + (
        r")(?P<lead>at |from |(?:starts?|starting|begins?)(?: at)?:? |(?P<close>(?:ends?|ending|"
        r"finish(?:es)?|close)(?: at| by)?:? ))?"
    )
    + _CLOCK.format("a")
    + _AFTER,
    re.I,
)
_FOUR_ALONE = re.compile(_BEFORE + r"(?P<afour>[01]\d[0-5]\d|2[0-3][0-5]\d)\s?(?:hrs?|h)\b", re.I)

_ENDS = re.compile(
    r"(?:\b(?:ends?|ending|finish(?:es|ing)?|close|closes|closing|done|until|till?)(?: (?:at|by|"
    r"around|about|is|time))*\s?[:=]?\s?)$",
    re.I,
)
_ENDS_AFTER = re.compile(r"^\s?(?:finish|end|close)\b", re.I)
_DAYTIME = re.compile(
    r"\b(?P<am>mornings?)\b|\b(?P<pm>afternoons?|evenings?|tonight|night|lunch-?times?)\b", re.I
)
_CITY = re.compile(r"\s\(?(?P<city>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?=\)|\n|\Z)")
_TIME_LABEL = re.compile(r"\A[\W_]*+(?:time|when|start)[\W_]*:", re.IGNORECASE)
_LATE = re.compile(r"^\s?(?:-|to|till?|until)?\s?(?:late|whenever)\b", re.I)


MANY = 400


@dataclass(frozen=True)
class Clock:
    """A time of the day: minutes since midnight as written, and whether forenoon or
    afternoon is said.
    """

    minutes: int
    mark: str | None
    """am, pm, 24 (needs no mark), or nothing said."""


@dataclass(frozen=True)
class Hours:
    """From when to when, as said."""

    start: int
    end: int
    begins: Clock
    ends: Clock | None
    zone: Zone | str | None
    zone_words: tuple[int, int] | None
    bare: bool
    """Numbers that are a time only beside a day."""
    is_end: bool = False
    aside: bool = False
    """In brackets or behind a slash, where the same time stands for another zone."""


def find_hours(text: str) -> list[Hours]:
    """Every time of the day that is named, in the order of the text."""
    found, taken = list[Hours](), bytearray(len(text))
    full_day = _speaks_of_full_days(text)
    for pattern in (_FOR, _FOURS, _RANGE, _FOUR_ALONE, _ONE):
        for match in pattern.finditer(text):
            start, end = match.span()
            if (
                not any(taken[start:end])
                and (made := _hours(text, match, pattern, full_day)) is not None
            ):
                found.append(made)
                taken[start : made.end] = b"\1" * (made.end - start)
            if len(found) > MANY:
                raise NoticeUnreadable(
                    f"This names more than {MANY} times of the day; a notice names a few."
                )
    return sorted(found, key=lambda hours: hours.start)


def _speaks_of_full_days(text: str) -> bool:
    """Whether times are written from 0 to 24: one beyond twelve, or one such as 09:00, and
    none with am or pm.
    """
    if re.search(r"\d\s?[ap]\.?m\b", text, re.I):
        return False
    return bool(re.search(r"(?<![\d.:,£$€])(?:0\d|1[3-9]|2[0-3])[:.h][0-5]\d(?![\d.:])", text))


def _hours(
    text: str, match: re.Match[str], pattern: re.Pattern[str], full_day: bool
) -> Hours | None:
    given = match.groupdict()
    bare = not any(given.get(sign) for sign in _SIGNS)
    # first of all: a text can be nothing but numbers
    if pattern is _ONE and bare and not match["lead"]:
        return None
    before = re.split(r"[!?;\n]|\.\s", text[max(0, match.start() - 40) : match.start()])[-1]
    if NOT_OF_A_SITTING.search(before):
        return None
    begins, ends = _clock(match, "a", full_day), _clock(match, "z", full_day)
    if begins is None or (pattern in (_RANGE, _FOURS, _FOR) and ends is None):
        return None
    if ends is not None:
        begins, ends = _marked_together(*_at_noon(text, match, begins, ends))
    # people come at the first time, and it begins at the second
    if pattern is _FOR and ends is not None:
        begins, ends = ends, None
    daytime = _daytime(text, match)
    begins, ends = _in(begins, daytime), _in(ends, daytime) if ends else None
    zone, words, end = _zone(text, match.end())
    aside = bool(
        re.search(r"[(\[/=]\s?(?:[A-Z]\w+ )?$", text[max(0, match.start() - 12) : match.start()])
    )
    is_end = ends is None and bool(
        given.get("close")
        or _ENDS.search(before)
        or _ENDS_AFTER.match(text[match.end() : match.end() + 10])
    )
    return Hours(match.start(), end, begins, ends, zone, words, bare, is_end, aside)


_SIGNS = [f"{side}{part}" for side in "az" for part in ("mark", "minute", "full", "named", "four")]
"""Parts of a match that show that its numbers are times."""


def _clock(match: re.Match[str], side: str, full_day: bool) -> Clock | None:
    given = match.groupdict()
    part = {
        name: given.get(f"{side}{name}")
        for name in ("hour", "minute", "mark", "full", "named", "four")
    }
    if part["four"]:
        return Clock(int(part["four"][:2]) * 60 + int(part["four"][2:]), "24")
    if part["named"]:
        return Clock(24 * 60 if "midnight" in part["named"].lower() else 12 * 60, "24")
    if part["hour"] is None:
        return None
    hour, minute = int(part["hour"]), int(part["minute"] or 0)
    if part["mark"]:
        if not 1 <= hour <= 12:
            return Clock(hour * 60 + minute, "24") if 12 < hour < 24 else None
        mark = part["mark"][0].lower() + "m"
        return Clock((hour % 12 + (12 if mark == "pm" else 0)) * 60 + minute, mark)
    if hour * 60 + minute > 24 * 60:
        return None
    as_full = (part["full"] or "").lower() in ("h", "hr", "hrs", "uhr") or given.get(
        f"{side}by"
    ) == "h"
    beside_a_mark = re.search(r"\d\s?[ap]\.?m\b", match.group(), re.I)
    in_words = (part["full"] or "").lower() == "o'clock"
    by_minutes = part["minute"] and not beside_a_mark and not in_words and (full_day or hour >= 10)
    if (
        hour > 12
        or hour == 0
        or as_full
        or by_minutes
        or (part["minute"] and part["hour"][0] == "0")
    ):
        return Clock(hour * 60 + minute, "24")
    return Clock(hour * 60 + minute, None)


def _at_noon(text: str, match: re.Match[str], begins: Clock, ends: Clock) -> tuple[Clock, Clock]:
    """ "10 to 12am" means until noon, unless its line speaks of the evening; "7 to 12am" does
    not say which it is.
    """
    early = begins.minutes % 720
    if (
        begins.mark is not None
        or ends.mark != "am"
        or ends.minutes >= 60
        or not 6 * 60 <= early < 12 * 60
    ):
        return begins, ends
    line = text[text.rfind("\n", 0, match.start()) + 1 : match.end() + 40].partition("\n")[0]
    if daytime_in(line) == "pm":
        return begins, ends
    mark = "24" if early >= 9 * 60 else None
    return Clock(early, mark), Clock(ends.minutes + 720, mark)


def _marked_together(begins: Clock, ends: Clock) -> tuple[Clock, Clock]:
    """One mark counts for both ends of a range: "2-4pm" is two in the afternoon, and "11-1pm"
    eleven in the morning.
    """
    if begins.mark is None and ends.mark is not None:
        early = begins.minutes % 720
        if ends.minutes == 1440 or (ends.mark == "am" and early >= ends.minutes):
            return Clock(early + 720, "pm"), ends
        if ends.mark == "24":
            close = begins.minutes < ends.minutes <= begins.minutes + 720
            return (Clock(begins.minutes, "24") if close else begins), ends
        late = early + 720
        return (
            Clock(late, "pm") if ends.mark == "pm" and late < ends.minutes else Clock(early, "am")
        ), ends
    if ends.mark is None and begins.mark is not None:
        again = (ends.minutes % 720 + half for half in (0, 720, 1440))
        return begins, Clock(next(at for at in again if at > begins.minutes) % 1440, begins.mark)
    return begins, ends


def _daytime(text: str, match: re.Match[str]) -> str | None:
    """Morning, afternoon or evening said just before or after the time, in the same line and
    beside no other time.
    """
    after = re.split(r"[.;\n]|\d", text[match.end() : match.end() + 25])[0]
    before = re.split(
        r"[.;\n]|\d[:.]\d\d|[ap]m\b", text[max(0, match.start() - 45) : match.start()]
    )[-1]
    said = _DAYTIME.search(after) or _DAYTIME.search(before)
    return None if said is None else "am" if said["am"] else "pm"


def daytime_in(text: str) -> str | None:
    """am or pm where one part of the day is named."""
    said = {"am" if match["am"] else "pm" for match in _DAYTIME.finditer(text)}
    return said.pop() if len(said) == 1 else None


def in_daytime(hours: Hours, daytime: str) -> Hours:
    """Hours with the part of the day that is said apart from them."""
    return replace(
        hours,
        begins=_in(hours.begins, daytime),
        ends=_in(hours.ends, daytime) if hours.ends else None,
    )


def with_end(hours: Hours, end: Hours) -> Hours:
    """Hours with an end that is said further on."""
    begins, ends = _marked_together(hours.begins, end.begins)
    return replace(hours, begins=begins, ends=ends, end=end.end)


def _in(clock: Clock, daytime: str | None) -> Clock:
    if clock.mark is not None or daytime is None:
        return clock
    return Clock(clock.minutes % 720 + (720 if daytime == "pm" else 0), daytime)


def _zone(text: str, end: int) -> tuple[Zone | str | None, tuple[int, int] | None, int]:
    """The zone that stands directly behind a time."""
    gap = re.compile(r"\s?[,(\[]?\s?(?:in )?").match(text, end)
    match = ZONE.match(text, gap.end() if gap else end)
    zone = named(match) if match else None
    if match is None or zone is None:
        city = _CITY.match(text, end)
        line = text[text.rfind("\n", 0, end) + 1 : end]
        zone = zone_of_city(city["city"]) if city and _TIME_LABEL.match(line) else None
        return (zone, city.span("city"), city.end("city")) if zone and city else (None, None, end)
    return zone, match.span(), match.end()


def likely(clock: Clock) -> int:
    """A guess at an unmarked time: from 7 to 11 in the morning, otherwise in the afternoon."""
    return clock.minutes if clock.mark or clock.minutes >= 7 * 60 else clock.minutes + 12 * 60


def ends_late(text: str, hours: Hours) -> bool:
    """Whether the end is said to be late, that is, not said."""
    return bool(_LATE.match(text[hours.end : hours.end + 14]))
