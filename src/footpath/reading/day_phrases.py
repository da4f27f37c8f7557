"""Days as German, French, Spanish and Welsh say them, put as English does: "mar. 1er
décembre", "nos Iau, 5 Mai".
"""

import re

from footpath.reading.names import (
    DAYS,
    ENGLISH_DAYS,
    ENGLISH_MONTHS,
    MONTHS,
    SHORT_DAYS,
    any_of,
    english_day,
    english_month,
    languages_of_month,
)
from footpath.reading.rewording import Rule

_MONTH = rf"(?:{any_of(MONTHS)})\b\.?"
_IN_ENGLISH = rf"(?:{'|'.join(ENGLISH_MONTHS)})\b"
_DAY = rf"(?:{'|'.join(ENGLISH_DAYS)})"
_WELSH = rf"(?:{'|'.join(DAYS['Welsh'])})"
_SHORT = any_of({name: each for name, each in SHORT_DAYS.items() if name != "German"})
_GERMAN_SHORT = "|".join(name.title() for name in SHORT_DAYS["German"])
_LONG = any_of({name: each for name, each in DAYS.items() if name != "Welsh"})
_ORDINAL = r"(?:\.| ?(?:er|º|°|af|ail|il|ydd|edd|fed|eg|ain|ed)(?![^\W\d]))?"
_OF = r"(?:de |d'|o )?(?:mis |fis )?"
_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"
_THE = r"(?:\.?,? (?:den|dem|der|le|el|día|dia|y)\b)?\.?,? "
_DATE = rf"{_NUMBER}{_ORDINAL} ?{_OF}{_MONTH}"
_NUMERIC = r"\d{1,2}[./] ?\d{1,2}[./]"
_JOINT = r"(?:-|,|&|/|\b(?:bis zum|bis|und|oder|au|et|ou|al|y|e|o|a|ac|i|tan)\b)"
_JOINED = rf" ?{_JOINT} ?(?:\b(?:den|dem|le|el|du|del|am) )?"
_ITEM = rf"(?:{_DAY},? )?{_NUMBER}{_ORDINAL}"
_PARTS = {
    "abend": "evening", "soir": "evening", "noche": "evening", "nos": "evening", "nacht": "evening",
    "nachmittag": "afternoon", "après-midi": "afternoon", "tarde": "afternoon",
    "prynhawn": "afternoon", "pnawn": "afternoon", "vormittag": "morning", "morgen": "morning",
    "matin": "morning", "mañana": "morning", "bore": "morning",
}  # fmt: skip
"""Parts of the day as they are joined to the name of a day."""

_WELSH_PART = re.compile(rf"\b(?P<part>nos|bore|prynhawn|p'nawn) (?={_WELSH}\b)", re.IGNORECASE)
_DAY_OF_WEEK = re.compile(
    rf"\b(?:(?:(?<=evening )|(?<=morning )|(?<=afternoon )|d?dydd )(?P<welsh>{_WELSH})\b"
    rf"|(?P<day>{_LONG})(?: ?(?P<part>abend|nachmittag|vormittag|morgen|nacht)s?| (?:au |por la )?"
    rf"(?P<behind>soir|matin|après-midi|tarde|noche|mañana))?\b"
    rf"|(?P<bare>{_WELSH})\b(?={_THE}{_DATE})"
    rf"|(?P<short>(?:{_SHORT}|(?-i:{_GERMAN_SHORT})))\b(?={_THE}(?:{_DATE}|{_NUMERIC})))"
    rf"(?P<then>{_THE}(?=\d))?",
    re.IGNORECASE,
)
_DAYS_OF_MONTH = re.compile(
    rf"(?<![\w/.:£$€])(?P<items>{_ITEM}(?:{_JOINED}{_ITEM}){{0,5}}) ?{_OF}(?P<month>{_MONTH}|"
    rf"{_IN_ENGLISH})"
    r"(?:,? (?:de |del )?(?P<year>(?:19[7-9]|20)\d\d)\b(?![:.]\d| ?(?:h|uhr)\b))?",
    re.IGNORECASE,
)
_ONE_OF_THEM = re.compile(
    rf"(?P<joint>{_JOINED})?(?P<day>{_DAY},? )?(?P<number>{_NUMBER}){_ORDINAL}", re.IGNORECASE
)
_MONTH_FIRST = re.compile(
    rf"(?<!\w)(?P<month>(?:{any_of({'Welsh': MONTHS['Welsh']})})) (?P<number>{_NUMBER}){_ORDINAL}"
    r"(?![\w:]|\.\d| ?(?:h|yb|yp|yh|o'r|y|yr)\b)",
    re.IGNORECASE,
)
_BETWEEN_DAYS = re.compile(
    rf"(?P<before>\b{_IN_ENGLISH}(?: \d{{4}})?),? (?P<joint>bis zum|bis|und|oder|au|et|ou|al|y|a|"
    rf"ac|tan) (?:(?:am|den|dem|le|el|zum) )?(?=(?:{_DAY},? )?\d{{1,2}} {_IN_ENGLISH})",
)
_GERMAN_NUMBERS = re.compile(
    r"(?P<before>\b(?:am|den|dem|vom|zum|bis|ab|day,) )(?P<day>3[01]|[12]\d|"
    r"0?[1-9])\. ?(?P<month>1[0-2]|0?[1-9])\.(?= |,|$)(?! ?(?:19|20)\d\d\b)",
    re.IGNORECASE | re.MULTILINE,
)
_SLASHED = re.compile(
    r"(?<![\w/.])(?P<day>3[01]|[12]\d|0?[1-9])/(?P<month>1[0-2]|0?[1-9])(?:/(?P<year>20\d\d|"
    r"\d\d))?(?![\w/])"
)


def _welsh_part(match: re.Match[str]) -> str:
    return f"{_PARTS[match['part'].lower().replace(chr(39), '')]} "


def _day_of_week(match: re.Match[str]) -> str:
    day = english_day(match["welsh"] or match["day"] or match["bare"] or match["short"])
    part = _PARTS.get((match["part"] or match["behind"] or "").lower(), "")
    return f"{part} {day}".strip() + (" " if match["then"] else "")


def _days_of_month(match: re.Match[str]) -> str | None:
    month = english_month(match["month"]) or match["month"]
    spanish = "Spanish" in languages_of_month(match["month"])
    said = ""
    for item in _ONE_OF_THEM.finditer(match["items"]):
        said += _joint(item["joint"], spanish=spanish) + (item["day"] or "") + item["number"]
    return f"{said} {month}" + (f" {match['year']}" if match["year"] else "")


def _joint(joint: str | None, *, spanish: bool) -> str:
    """What joins two days; "a" leads up to the second in Spanish and adds it in Welsh."""
    if joint is None:
        return ""
    word = joint.lower().split()[0]
    if word in ("bis", "au", "al", "i", "tan") or (word == "a" and spanish):
        return " to "
    return joint if word in "-,&/" else " and "


def _between_days(match: re.Match[str]) -> str:
    return match["before"] + _joint(match["joint"], spanish=False)


def _german_numbers(match: re.Match[str]) -> str:
    return f"{match['before']}{match['day']} {ENGLISH_MONTHS[int(match['month']) - 1]}"


def _month_first(match: re.Match[str]) -> str:
    return f"{match['number']} {english_month(match['month'], 'Welsh')}"


def _slashed(match: re.Match[str]) -> str | None:
    if match["year"] is None:
        return None
    year = match["year"] if len(match["year"]) == 4 else f"20{match['year']}"
    return f"{match['day']} {ENGLISH_MONTHS[int(match['month']) - 1]} {year}"


RULES: list[Rule] = [
    (_WELSH_PART, _welsh_part),
    (_DAY_OF_WEEK, _day_of_week),
    (_DAYS_OF_MONTH, _days_of_month),
    (_MONTH_FIRST, _month_first),
    (_GERMAN_NUMBERS, _german_numbers),
    (_BETWEEN_DAYS, _between_days),
]
WHERE_THE_DAY_COMES_FIRST: list[Rule] = [(_SLASHED, _slashed)]
"""For the languages in which 3/11 is never the eleventh of March."""
