"""Days as notices name them: with or without weekday or year, several in a row, and
those of other things.
"""

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date

from footpath.reading.draft import NoticeUnreadable

MANY = 100
_MONTHS = [
    "jan(?:uary)?", "feb(?:ruary)?", "mar(?:ch)?", "apr(?:il)?", "may", "june?", "july?",
    "aug(?:ust)?", "sept?(?:ember)?", "oct(?:ober)?", "nov(?:ember)?", "dec(?:ember)?",
]  # fmt: skip
_WEEKDAYS = [
    "mon(?:day)?",
    "tue(?:s(?:day)?)?",
    "wed(?:s|nesday)?",
    "thu(?:r(?:s(?:day)?)?)?",
    "fri(?:day)?",
    "sat(?:urday)?",
    "sun(?:day)?",
]
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})\b\.?"
_WEEKDAY = rf"(?:{'|'.join(_WEEKDAYS)})\b\.?"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:\s?(?:st|nd|rd|th)\b|\.(?=\s[A-Z]))?"
_JOINED = r"\s?(?:-|,\s?and\b|,|&|/|\band\b|\bto\b|\buntil\b|\bor\b)\s?"
_ON = r"\s?(?:-|&|\band\b|\bto\b)\s?"
_HOURS = r"\d|[:.]\d|\s?[ap]\.?m|\s?-\s?\d"
_YEAR = (
    r"(?:,?\s(?:of\s)?(?P<year>(?:19[7-9]|20)\d\d)(?!-?\d|:\d|\s?(?:hrs|h\b))|"
    r",?\s'(?P<short>\d\d)\b|\s(?P<two>[23]\d)(?!\d|[:.]\d|\s?[-ap]|\s?(?:hrs|h\b)))"
)
_ITEM = rf"(?:{_WEEKDAY},?\s(?:the\s)?)?{_DAY}"

_DAY_FIRST = re.compile(
    rf"(?<![\w/.:£$€])(?P<items>{_ITEM}(?:{_JOINED}{_ITEM}){{0,5}}),?\s?(?:day\s)?"
    rf"(?:of\s)?{_MONTH}{_YEAR}?",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"(?<!\w)(?:(?P<weekday>{_WEEKDAY}),?\s(?:the\s)?)?{_MONTH}\s(?:the\s)?(?P<items>{_DAY}"
    rf"(?:{_ON}{_DAY}(?!{_HOURS})){{0,5}})"
    rf"(?!\d|:\d|\s?[ap]\.?m){_YEAR}?",
    re.IGNORECASE,
)
_ISO = re.compile(
    rf"(?<![\w-])(?:(?P<weekday>{_WEEKDAY}),?\s)?(?P<year>(?:19|"
    rf"20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])",
    re.I,
)
_NUMBERS = re.compile(
    rf"(?<![\w/.:£$€-])(?:(?P<weekday>{_WEEKDAY}),?\s(?:the\s)?)?(?P<a>\d{{1,2}})(?P<by>[./-])\s?"
    rf"(?P<b>\d{{1,2}})(?P=by)\s?"
    r"(?P<year>(?:19|20)\d\d|\d\d)(?![\w/]|[.:-]\d)",
    re.IGNORECASE,
)
_NUMBERS_WITHOUT_YEAR = re.compile(
    rf"(?<!\w)(?P<weekday>{_WEEKDAY}),?\s(?:the\s)?(?P<a>\d{{1,2}})(?P<by>[/.])(?P<b>\d{{1,2}})"
    r"(?!\w|[/.:-]\d|"
    rf"\s?[ap]\.?m)",
    re.IGNORECASE,
)
_MONTHLESS = re.compile(
    rf"(?<!\w)(?P<weekday>{_WEEKDAY}),?\s(?:the\s)?(?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|"
    rf"th)\b(?!\s(?:floor|edition|century))",
    re.IGNORECASE,
)
_PART = re.compile(rf"(?:(?P<weekday>{_WEEKDAY}),?\s(?:the\s)?)?(?P<day>{_DAY})", re.IGNORECASE)

_EACH = re.compile(
    r"\b(?:each|both|every|all) (?:of the )?(?:two |three )?(?:days?|evenings?|nights?|afternoons?|"
    r"mornings?)\b|\bdaily\b",
    re.I,
)


@dataclass(frozen=True)
class Day:
    """A day as said; `other` is its second reading where day and month can be taken either way."""

    start: int
    end: int
    day: int
    month: int
    year: int | None = None
    weekday: int | None = None
    other: tuple[int, int] | None = None
    in_range: bool = False
    whole: tuple[int, int] = (0, 0)
    month_said: bool = True
    """Where it is not, the month is the only one that is named elsewhere, or 0."""

    def dates(self, years: list[int]) -> list[date]:
        """The dates it can be, in these years where it names none."""
        parts = [(self.day, self.month), *([self.other] if self.other else [])]
        return [
            made
            for day, month in parts
            for year in ([self.year] if self.year else years)
            if (made := day_of(year, month, day))
        ]


def day_of(year: int, month: int, day: int) -> date | None:
    """The date, where there is one."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def exists(day: Day) -> bool:
    """Whether there is such a day, in its year or in any."""
    return bool(day.dates([2024]))


def weekday_of(word: str | None) -> int | None:
    """0 for Monday."""
    return _index(_WEEKDAYS, word) if word else None


def _index(names: list[str], word: str) -> int:
    return next(
        place
        for place, name in enumerate(names)
        if re.fullmatch(name, word.strip("."), re.IGNORECASE)
    )


def weekday_name(weekday: int) -> str:
    """Its English name."""
    return calendar.day_name[weekday]


def is_said_for_each(text: str, day: Day) -> bool:
    """Whether a range of days is said to be the same on each of them."""
    return bool(_EACH.search(text[day.whole[1] : day.whole[1] + 60].partition("\n")[0]))


def find_days(text: str) -> list[Day]:
    """Every day that is named, in the order of the text."""
    found, taken = list[Day](), bytearray(len(text))
    for pattern, read in (
        (_ISO, _iso),
        (_NUMBERS, _numbers),
        (_DAY_FIRST, _named),
        (_MONTH_FIRST, _named),
        (_NUMBERS_WITHOUT_YEAR, _numbers),
    ):
        for match in pattern.finditer(text):
            start, end = match.span()
            if not any(taken[start:end]) and (days := read(match)):
                found += days
                taken[start:end] = b"\1" * (end - start)
            if len(found) > MANY:
                raise NoticeUnreadable(f"This names more than {MANY} days; a notice names a few.")
    months = {day.month for day in found}
    for match in _MONTHLESS.finditer(text):
        start, end = match.span()
        if not any(taken[start:end]) and len(found) < MANY:
            month, weekday = (
                months.copy().pop() if len(months) == 1 else 0,
                weekday_of(match["weekday"]),
            )
            found.append(
                Day(
                    start,
                    end,
                    int(match["day"]),
                    month,
                    None,
                    weekday,
                    None,
                    whole=(start, end),
                    month_said=False,
                )
            )
    return sorted(found, key=lambda day: day.start)


def _iso(match: re.Match[str]) -> list[Day]:
    whole = match.span()
    return [
        Day(
            *whole,
            int(match["d"]),
            int(match["m"]),
            int(match["year"]),
            weekday_of(match["weekday"]),
            whole=whole,
        )
    ]


def _numbers(match: re.Match[str]) -> list[Day]:
    first, second, whole = int(match["a"]), int(match["b"]), match.span()
    given = match.groupdict().get("year")
    year = None if given is None else int(given) + (2000 if len(given) == 2 else 0)
    weekday = weekday_of(match["weekday"])
    if match["by"] != "/" and given and len(given) == 2 and match["by"] == "-":
        return []
    day, month, other = first, second, None
    if match["by"] in "/-" and first != second:
        if second > 12:
            day, month = second, first
        elif first <= 12:
            other = (second, first)
    if other and year and weekday is not None:
        fits = [
            (d, m)
            for d, m in ((day, month), other)
            if (made := day_of(year, m, d)) and made.weekday() == weekday
        ]
        if len(fits) == 1:
            (day, month), other = fits[0], None
    return (
        [Day(*whole, day, month, year, weekday, other, whole=whole)]
        if 0 < month <= 12 and 0 < day <= 31
        else []
    )


def _named(match: re.Match[str]) -> list[Day]:
    year = (
        int(match["year"])
        if match["year"]
        else 2000 + int(match["short"])
        if match["short"]
        else None
    )
    if (
        match["month"].lower() == "may"
        and match["month"].islower()
        and not year
        and not re.search(r"st|nd|rd|th|day", match["items"], re.I)
    ):
        return []
    year = year or _short_year(match)
    at, found, last = match.start("items"), list[Day](), None
    parts = list(_PART.finditer(match["items"]))
    # "1-2, Friday 29 July" begins with hours
    while len(parts) > 1 and parts[1]["weekday"] and not parts[0]["weekday"]:
        parts = parts[1:]
    weekday = weekday_of(match.groupdict().get("weekday"))
    for part in parts:
        between = match["items"][last.end() : part.start()].strip().lower() if last else ""
        in_range = between in ("-", "to", "until")
        number = int(re.sub(r"\D", "", part["day"]))
        if in_range and found:
            found[-1] = replace(found[-1], in_range=True)
            found += _between(found[-1], number)
        own = weekday_of(part["weekday"]) if part["weekday"] else weekday if not found else None
        start = match.start() if not found and part.start() == 0 else at + part.start()
        found.append(
            Day(
                start, match.end(), number, _index(_MONTHS, match["month"]) + 1, year, own, None,
                in_range, match.span(),
            )
        )  # fmt: skip
        last = part
    return found


def _short_year(match: re.Match[str]) -> int | None:
    """ "Sat 1 Feb 25" names a year when that day is a Saturday."""
    part = _PART.match(match["items"])
    weekday = weekday_of((part["weekday"] if part else None) or match.groupdict().get("weekday"))
    if part is None or not match["two"] or weekday is None:
        return None
    day = day_of(
        2000 + int(match["two"]),
        _index(_MONTHS, match["month"]) + 1,
        int(re.sub(r"\D", "", part["day"])),
    )
    return day.year if day and day.weekday() == weekday else None


def _between(first: Day, last: int) -> list[Day]:
    """The days within a range of up to a week."""
    days = range(first.day + 1, last) if last - first.day <= 7 else range(0)
    return [replace(first, day=day, weekday=None) for day in days]
