"""Hours in words that belong together: "from two to four pm", "at ten to eight".

"Ten to eight pm" may mean ten minutes before eight, or from ten until eight: that is not read,
and not half of it.
"""

import re

from footpath.reading.rewording import Rule

ENGLISH = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
ELSEWHERE = {
    "eins": 1, "ein": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7,
    "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12,
    "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7, "huit": 8, "neuf": 9,
    "dix": 10, "onze": 11, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6,
    "siete": 7, "ocho": 8, "nueve": 9, "diez": 10, "once": 11, "doce": 12,
    "un": 1, "dau": 2, "tri": 3, "pedwar": 4, "pump": 5, "chwech": 6, "saith": 7, "wyth": 8,
    "naw": 9, "deg": 10,
}  # fmt: skip
UNREAD = "an unread hour"
"""What is read in place of an hour that can be meant in two ways."""
_ONE = "|".join(ENGLISH)
SPOKEN_OF = (
    rf"(?:\b(?:{UNREAD}|(?:{_ONE}) (?:to|till?|until) (?:{_ONE})|uhr|heures?|horas?|o'r gloch)\b)"
)
"""An hour in words that was not read."""
MINUTES = {
    "five": 5,
    "ten": 10,
    "twenty": 20,
    "twenty-five": 25,
    "twenty five": 25,
    "5": 5,
    "10": 10,
    "20": 20,
    "25": 25,
}
"""Numbers that may be minutes before an hour."""
_MARK = (
    r"(?:(?P<mark> ?[ap]\.?m\b\.?)|(?P<part> o'? ?clock(?: in the (?:morning|afternoon|evening))?| "
    r"in the (?:morning|afternoon|evening)| at night)\b)"
)
_HOUR = rf"(?:1[0-2]|[1-9]|{'|'.join(ENGLISH)})"
_ELSEWHERE = rf"(?:{'|'.join(sorted(ELSEWHERE, key=len, reverse=True))})"
_BEFORE = re.compile(
    rf"(?<![\w:.-])(?P<lead>(?:at|around|about|starts|starting|begins|until|by) )?"
    rf"(?P<many>twenty[- ]five|twenty|ten|five|(?:5|10|20|25)(?= min))(?P<minutes> min(?:ute)?s)? "
    rf"(?P<way>to|before) (?P<hour>{_HOUR})\b(?:{_MARK}|(?! [a-z]+s\b))",
    re.IGNORECASE,
)
_RANGE = re.compile(
    rf"(?<![\w:.-])(?P<lead>(?:from|between) )?(?P<one>{_HOUR})(?P<joint> to | until | till? | and "
    rf"| ?- ?)(?P<two>{_HOUR})\b{_MARK}",
    re.IGNORECASE,
)
_RANGE_ELSEWHERE = re.compile(
    rf"(?<![\w-])(?P<one>{_ELSEWHERE})(?P<joint> (?:bis|und|à|et|a|y|hasta|tan|i|ac) (?:las "
    rf")?)(?P<two>{_ELSEWHERE})"
    r"(?:(?P<unit> (?:uhr|heures|horas|o'r gloch))|(?= (?:h|en punto|abends|nachmittags|vormittags|"
    r"morgens|de la|du|y prynhawn|yr hwyr)))\b",
    re.IGNORECASE,
)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else (ENGLISH | ELSEWHERE)[word.lower()]


def _before(match: re.Match[str]) -> str | None:
    """Minutes before an hour, where it can be nothing else."""
    many, hour = match["many"].lower(), _number(match["hour"])
    certain = (
        match["minutes"]
        or match["lead"]
        or match["way"].lower() == "before"
        or many.startswith("twenty")
    )
    if not certain or (hour == 12 and match["mark"]):  # ten to twelve pm is before noon
        return UNREAD if certain else None
    at = f"{(hour + 10) % 12 + 1}:{60 - MINUTES[many]}"
    mark = match["mark"] or match["part"] or " o'clock"
    return f"{match['lead'] or ''}{at}{mark}"


def _range(match: re.Match[str]) -> str | None:
    """From one hour to another; what can be minutes before the second is not read."""
    one, two, joint = _number(match["one"]), _number(match["two"]), match["joint"].strip().lower()
    if match["one"].isdigit() and match["two"].isdigit():
        return None
    if joint == "and" and (match["lead"] or "").lower() != "between ":
        return None
    from_one = bool(match["lead"]) and one < two
    if match["one"].lower() in MINUTES and joint in ("to", "till", "til") and not from_one:
        return UNREAD
    return f"{match['lead'] or ''}{one} {joint} {two}{match['mark'] or match['part']}"


def _range_elsewhere(match: re.Match[str]) -> str:
    """The same in other languages; in words an hour counts to twelve, and does not say of
    which half of the day.
    """
    one, two = _number(match["one"]), _number(match["two"])
    return f"{one} to {two} o'clock" if match["unit"] else f"{one}{match['joint']}{two}"


RULES: list[Rule] = [(_BEFORE, _before), (_RANGE, _range), (_RANGE_ELSEWHERE, _range_elsewhere)]
