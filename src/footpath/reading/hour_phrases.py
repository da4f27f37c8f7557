"""Hours in words or in other languages, put in numbers as English does: "de 10 a 12 h", "halb
sieben", "7 yr hwyr".
"""

import re

from footpath.reading import hours_in_words
from footpath.reading.hour_words import (
    AFTERNOON,
    CLOCK,
    ENGLISH_HOUR,
    FORENOON,
    HOUR,
    MANY,
    MARK,
    NUMBERS,
    UNIT,
    WORD,
)
from footpath.reading.hours_in_words import ENGLISH
from footpath.reading.rewording import Rule

_CUES: list[Rule] = [
    (re.compile(pattern, re.IGNORECASE), lambda _match, said=said: said)
    for pattern, said in (
        (r"\b(?:einlass|ouverture des portes|apertura de puertas|drysau(?:'n agor)?)\b", "doors"),
        (r"\b(?:ankommen|accueil|recepción|cyrraedd)\b(?= ?(?:ab|dès|à|a partir|desde|o|um|"
        r":)?[^\n]{0,12}\d)", "arrivals"),
        (r"\b(?:öffnungszeiten|sprechzeiten|heures d'ouverture|horario de (?:oficina|atención)|"
        r"oriau agor)\b", "office hours"),
        (r"\b(?:telefon|téléphone|teléfono|tél|tfno|tlf|ffôn|handy|mobil|portable|móvil|"
        r"symudol)\b", "tel"),
        (r"\b(?:heure de paris|heure française)\b", "Paris time"),
        (r"\b(?:hora de madrid|hora (?:peninsular|española))\b", "Madrid time"),
        (r"\b(?:berliner zeit|deutscher zeit|zeit in berlin)\b", "Berlin time"),
        (r"\b(?:wiener zeit)\b", "Vienna time"),
        (r"\bamser (?:y du|prydain|llundain|y deyrnas unedig)\b", "UK time"),
        (r"(?<![\w-])(?:midi|mediodía|mittags?|hanner dydd|ganol dydd)\b(?!-)", "noon"),
        (r"\b(?:minuit|medianoche|mitternacht|hanner nos|ganol nos)\b", "midnight"),
        (r"\b(?:beginn|anfang|début|inicio|comienzo|dechrau) ?:? ?(?:um|à|a las|"
        r"am)? ?(?=\d{1,2}\D)", "starts "),
        (r"\b(?:ende|fin|termina|final|gorffen) ?:? ?(?:gegen|um|ca\.|à|vers|a las|"
        r"am)? ?(?=\d{1,2} ?[h:.u])", "ends "),
    )
]  # fmt: skip

_WITH_MINUTES = re.compile(
    r"(?<![\d:.])(?P<hour>[01]?\d|2[0-4]) ?(?:h|uhr|heures?|horas?) ?(?P<minute>[0-5]\d)(?: ?(?:h|"
    r"uhr|min\w*)\b)?(?!\d)",
    re.IGNORECASE,
)
_PART_OF_DAY = re.compile(
    rf"(?<![\d:.,])(?P<clock>{CLOCK}|(?<![\w-]){WORD}(?= ))(?: ?{UNIT})?(?: (?:o'r gloch|en "
    rf"punto|o'clock))?,? ?(?:(?P<am>{FORENOON})|(?P<pm>{AFTERNOON}))(?!\w)",
    re.IGNORECASE,
)
_HALF = re.compile(
    rf"\b(?P<lead>um |at |from |until |till |to |- ?)?(?:(?P<half>halb) |(?P<three>dreiviertel) |"
    rf"(?P<past>half past|half after|hanner awr wedi) |(?P<quarter>(?:a )?quarter past|viertel "
    rf"nach|chwarter wedi) |(?P<before>(?:a )?quarter to|viertel vor|chwarter i) "
    rf")(?P<hour>{HOUR})(?: ?uhr\b)?",
    re.IGNORECASE,
)
_AROUND_NOON = re.compile(
    r"\b(?:(?P<half>half)|(?:a )?quarter) (?P<way>past|after|to|before) (?P<noon>noon|midnight)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    rf"\b(?:(?P<many>five|ten|twenty|twenty-five|fünf|zehn|zwanzig|pum|deg|ugain|5|10|20|25)"
    rf"(?: minutes| minuten| munud)? (?P<way>past|after|nach|vor|wedi) (?P<half>halb )?|"
    rf"(?P<quarter>viertel )(?!nach|vor))(?P<hour>{HOUR})(?: uhr\b)?",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"(?<![\d:.])(?:(?P<noon>noon|midnight)|(?P<hour>[01]?\d|2[0-4]|{WORD})(?: ?{UNIT})?) "
    r"(?P<way>et quart|et demie?|y cuarto|y media|moins le quart|menos cuarto|"
    r"(?:moins|menos) (?P<many>cinq|dix|vingt|vingt-cinq|cinco|diez|veinte|veinticinco))\b",
    re.IGNORECASE,
)
_BRITISH_HALF = re.compile(
    rf"\b(?P<lead>at|from|between|starts?|until|till|to) half (?P<hour>{ENGLISH_HOUR})",
    re.IGNORECASE,
)
_TO_NOON = re.compile(
    rf"(?P<one>{CLOCK})(?: ?{UNIT})? (?:à|a|al|bis|jusqu'à|hasta|hasta el|tan|i) (?P<two>noon|"
    rf"midnight)\b",
    re.IGNORECASE,
)
_O_CLOCK = re.compile(
    rf"(?<![\w-])(?P<hour>{WORD}) (?:(?P<mark>[ap]\.?m\b\.?)|(?P<clock>o'? ?clock|uhr|heures?|o'r "
    rf"gloch)\b)",
    re.IGNORECASE,
)
_GLOCH = re.compile(r"(?<![\d:.])(?P<hour>1[0-2]|[1-9]) o'r gloch\b", re.IGNORECASE)
_IN_WORDS = re.compile(
    rf"\b(?P<lead>from|between|at) (?P<one>{ENGLISH_HOUR}) (?P<joint>to|until|till|and|"
    rf"-) (?P<two>{ENGLISH_HOUR})(?! [a-z]+s\b)",
    re.IGNORECASE,
)
_TO_A_WORD = re.compile(
    rf"(?P<one>\d(?::\d\d)?(?: ?[ap]m| o'clock)?) (?P<joint>to|until|till) "
    rf"(?P<two>{'|'.join(ENGLISH)})\b",
    re.IGNORECASE,
)
_RANGE = re.compile(
    rf"(?<![\d:.,/€£$])(?P<lead>\b(?:de|dès|von|zwischen|entre|desde|o|rhwng|from|between|van|"
    rf"dalle(?: ore)?|das) (?:las |les )?)?"
    rf"(?P<one>{CLOCK})(?P<mark>{MARK})?(?: ?(?P<unit>{UNIT}))?"
    rf" ?(?P<joint>-|(?:à|a|bis|jusqu'à|hasta|et|und|y|tan|hyd|i|to|tot|alle|às|até|til)\b(?: "
    rf"las\b| "
    rf"ca\.)?) ?(?P<two>{CLOCK})(?P<mark2>{MARK})?(?: ?(?P<unit2>{UNIT}))?{MANY}(?![\d/]|"
    rf"[:.]\d)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    rf"\b(?P<lead>um|gegen|ab|à|dès|vers|a las|a partir de las?|las|(?<!\d "
    rf")am(?= {CLOCK} ?(?:[ap]m|o'clock))) (?P<clock>{CLOCK})(?=\D|$)",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    rf"\b(?:bis|jusqu'à|hasta las|tan|hyd) (?P<clock>{CLOCK})(?= ?(?:h|uhr|heures?)\b|[:.h]\d\d|"
    rf"\b)",
    re.I,
)
_LASTING = re.compile(
    r"(?<![\d:.])(?<!at )(?<!to )(?<!from )(?<!until )(?<!- )(?<!-)(?<!\bà )(?P<hours>[1-6]) ?(?:h|"
    r"heures?|horas?|stunden?)\b(?! ?(?:-|to\b|\d))",
    re.IGNORECASE,
)
_HOURS_UNIT = re.compile(
    rf"(?P<clock>(?<![\d:.]){CLOCK}) ?(?:heures?|horas?|hs)\b\.?", re.IGNORECASE
)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word.lower()]


def _even(clock: str) -> str:
    return re.sub(r" ", "", clock)


def _with_minutes(match: re.Match[str]) -> str:
    return f"{match['hour']}h{match['minute']}"


def _part_of_day(match: re.Match[str]) -> str | None:
    said = match["clock"].lower()
    clock = str(NUMBERS[said]) if said in NUMBERS else _even(match["clock"]).replace("h", ":")
    hour = int(re.split(r"[:.]", clock)[0])
    if hour > 12 or hour == 0:
        return f"{clock}h" if clock.isdigit() else clock
    return f"{clock}{'am' if match['am'] else 'pm'}"


def _half(match: re.Match[str]) -> str:
    hour = _number(match["hour"])
    earlier = (hour + 10) % 12 + 1
    told = (
        f"{earlier}:30"
        if match["half"]
        else f"{earlier}:45"
        if match["three"] or match["before"]
        else f"{hour}:30"
        if match["past"]
        else f"{hour}:15"
    )
    return (
        f"{'at ' if (match['lead'] or '').lower() == 'um ' else match['lead'] or ''}{told} o'clock"
    )


_MINUTES = {
    "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25, "fünf": 5, "zehn": 10, "zwanzig": 20,
    "pum": 5, "deg": 10, "ugain": 20, "cinq": 5, "dix": 10, "vingt": 20, "vingt-cinq": 25,
    "cinco": 5, "diez": 10, "veinte": 20, "veinticinco": 25,
}  # fmt: skip


def _minutes(word: str) -> int:
    return int(word) if word.isdigit() else _MINUTES[word.lower()]


def _moved(hour: int, minutes: int) -> str:
    """A full hour, and minutes after or before it."""
    at = hour * 60 + minutes
    half = 12 * 60 if hour <= 12 else 24 * 60
    at = (at - 60) % half + 60 if half == 12 * 60 else at % half
    return f"{at // 60}:{at % 60:02} o'clock" if half == 12 * 60 else f"{at // 60}:{at % 60:02}"


def _from_noon(noon: str, minutes: int) -> str:
    at = (minutes + (12 * 60 if noon.lower() == "noon" else 0)) % (24 * 60)
    return f"{at // 60:02}h{at % 60:02}"


def _around_noon(match: re.Match[str]) -> str:
    minutes = 30 if match["half"] else 15
    return _from_noon(
        match["noon"], minutes if match["way"].lower() in ("past", "after") else -minutes
    )


def _past(match: re.Match[str]) -> str:
    hour = _number(match["hour"])
    if match["quarter"]:  # "viertel acht" is a quarter of the eighth hour
        return _moved(hour, -45)
    minutes = _minutes(match["many"])
    return _moved(
        hour,
        (-minutes if match["way"].lower() == "vor" else minutes) - (30 if match["half"] else 0),
    )


def _behind(match: re.Match[str]) -> str:
    way = match["way"].lower()
    minutes = (
        _minutes(match["many"]) if match["many"] else 30 if way.startswith(("et d", "y m")) else 15
    )
    minutes = -minutes if way.startswith(("moins", "menos")) else minutes
    return (
        _from_noon(match["noon"], minutes)
        if match["noon"]
        else _moved(_number(match["hour"]), minutes)
    )


def _british_half(match: re.Match[str]) -> str:
    return f"{match['lead']} {_number(match['hour'])}:30 o'clock"


def _o_clock(match: re.Match[str]) -> str:
    return f"{_number(match['hour'])}{match['mark'] or chr(32) + chr(111) + chr(39) + 'clock'}"


def _gloch(match: re.Match[str]) -> str:
    return f"{match['hour']} o'clock"


def _in_words(match: re.Match[str]) -> str:
    return f"{match['lead']} {_number(match['one'])} {match['joint']} {_number(match['two'])}"


def _to_noon(match: re.Match[str]) -> str:
    return f"{_even(match['one'])} to {match['two']}"


def _to_a_word(match: re.Match[str]) -> str:
    return f"{match['one']} {match['joint']} {_number(match['two'])}"


def _range(match: re.Match[str]) -> str | None:
    lead, joint = (match["lead"] or "").lower(), match["joint"].lower()
    foreign = bool(match["unit"] or match["unit2"]) or lead.split(" ")[0] not in (
        "",
        "from",
        "between",
    )
    if joint in ("-", "to") and not foreign:
        return None
    marked = any(match[part] for part in ("unit", "unit2", "mark", "mark2"))
    timely = marked or re.search(r"[:.h]", match["one"] + match["two"])
    if not lead and not timely:
        return None
    unit = "h" if match["unit"] or match["unit2"] else ""
    one, two = _even(match["one"]), _even(match["two"])
    first = one + (match["mark"] or (unit if one.isdigit() else ""))
    last = two + (match["mark2"] or (unit if two.isdigit() else ""))
    return f"{'from ' if lead else ''}{first} {'-' if joint == '-' else 'to'} {last}"


def _lead(match: re.Match[str]) -> str | None:
    return f"at {_even(match['clock'])}"


def _until(match: re.Match[str]) -> str:
    return f"until {_even(match['clock'])}"


def _lasting(match: re.Match[str]) -> str:
    return f"{match['hours']} hour{'s' * (match['hours'] != '1')}"


def _hours_unit(match: re.Match[str]) -> str:
    return f"{_even(match['clock'])}h"


RULES: list[Rule] = [
    *_CUES, (_WITH_MINUTES, _with_minutes), (_AROUND_NOON, _around_noon), (_BEHIND, _behind),
    (_PAST, _past), (_TO_NOON, _to_noon), (_HALF, _half), (_BRITISH_HALF, _british_half),
    *hours_in_words.RULES, (_O_CLOCK, _o_clock), (_GLOCH, _gloch), (_PART_OF_DAY, _part_of_day),
    (_IN_WORDS, _in_words), (_TO_A_WORD, _to_a_word), (_RANGE, _range), (_UNTIL, _until),
    (_LEAD, _lead), (_LASTING, _lasting), (_HOURS_UNIT, _hours_unit),
]  # fmt: skip
