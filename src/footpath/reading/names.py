"""Months and days of the week in the languages that are read, with the shapes in which
notices write them.
"""

import re
from itertools import chain

ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
ENGLISH_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

MONTHS: dict[str, tuple[str, ...]] = {
    "German": (
        "januar|jänner|jan", "februar|feb", "märz|maerz|mär|mrz", "april|apr", "mai", "juni|jun",
        "juli|jul", "august|aug", "september|sept|sep", "oktober|okt", "november|nov",
        "dezember|dez",
    ),
    "French": (
        "janvier|janv", "février|fevrier|févr|fév", "mars", "avril|avr", "mai", "juin",
        "juillet|juil", "août|aout", "septembre|sept", "octobre|oct", "novembre|nov",
        "décembre|decembre|déc",
    ),
    "Spanish": (
        "enero|ene", "febrero|feb", "marzo|mar", "abril|abr", "mayo|may", "junio|jun", "julio|jul",
        "agosto|ago", "septiembre|setiembre|sept|sep", "octubre|oct", "noviembre|nov",
        "diciembre|dic",
    ),
    "Welsh": (
        "ionawr|ion", "chwefror|chwef|chwe", "mawrth|fawrth", "ebrill|ebr", "mai|fai",
        "mehefin|fehefin|meh", "gorffennaf|gorffenaf|orffennaf|gorff", "awst", "medi|fedi",
        "hydref|hydr", "tachwedd|dachwedd|tach", "rhagfyr|ragfyr|rhag",
    ),
}  # fmt: skip
DAYS: dict[str, tuple[str, ...]] = {
    "German": (
        "montag",
        "dienstag",
        "mittwoch",
        "donnerstag",
        "freitag",
        "samstag|sonnabend",
        "sonntag",
    ),
    "French": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "Spanish": (
        "lunes",
        "martes",
        "miércoles|miercoles",
        "jueves",
        "viernes",
        "sábado|sabado",
        "domingo",
    ),
    "Welsh": (
        "llun|lun",
        "mawrth|fawrth",
        "mercher|fercher",
        "iau",
        "gwener|wener",
        "sadwrn",
        "sul",
    ),
}
SHORT_DAYS: dict[str, tuple[str, ...]] = {
    "German": ("mo", "di", "mi", "do", "fr", "sa", "so"),
    "French": ("lun", "mar", "mer", "jeu", "ven", "sam", "dim"),
    "Spanish": ("lun", "mar", "mié|mie", "jue", "vie", "sáb|sab", "dom"),
}
"""What is a day of the week only where a date follows it."""


def english_month(word: str, language: str | None = None) -> str | None:
    """January for janvier, enero or Ionawr."""
    return _of(MONTHS, ENGLISH_MONTHS, word, language)


def english_day(word: str) -> str | None:
    """Tuesday for Dienstag, mar. or nos Fawrth."""
    return _of(DAYS, ENGLISH_DAYS, word) or _of(SHORT_DAYS, ENGLISH_DAYS, word)


def languages_of_month(word: str) -> set[str]:
    """The languages in which a month is called so."""
    return {language for language in MONTHS if english_month(word, language)}


def any_of(names: dict[str, tuple[str, ...]]) -> str:
    """A pattern for each of the names, the longest first."""
    every = {name for each in chain.from_iterable(names.values()) for name in each.split("|")}
    return "|".join(sorted(every, key=lambda name: (-len(name), name)))


def _of(
    names: dict[str, tuple[str, ...]],
    english: tuple[str, ...],
    word: str,
    language: str | None = None,
) -> str | None:
    for spoken, each in names.items():
        if language not in (None, spoken):
            continue
        for name, pattern in zip(english, each, strict=True):
            if re.fullmatch(pattern, word.strip("."), re.IGNORECASE):
                return name
    return None
