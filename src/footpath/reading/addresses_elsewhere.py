"""Halls and streets as German, French, Spanish and Welsh notices name them, village halls,
and bare postcodes.
"""

import re

POSTCODE = r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"
_NAME = r"[A-ZÀ-ÝŴŶ][\w'’&.-]{0,40}"
"""A word with a capital; it is bounded, and one that begins a place begins a word, so that a long
row of capitals is gone through once and not once from each of them.
"""

_GERMAN_STREET = (
    rf"{_NAME}(?:str\.|straße|strasse|weg|platz|allee|gasse) \d{{1,3}}[a-z]?(?!\d)(?:, "
    rf"\d{{5}} {_NAME})?"
)
_GERMAN_HOUSE = (
    r"(?:(?:Raum|Saal|Zimmer) [\w.]{1,10}, )?"
    rf"(?:{_NAME} ){{0,3}}[A-ZÄÖÜ][\wäöüß-]*(?:[Hh]aus|[Ss]aal|[Zz]entrum|[Rr]aum|[Hh]of|[Hh]alle|"
    rf"[Kk]irche|[Ss]chule|[Bb]ibliothek|[Bb]ücherei|[Cc]afé|[Ll]aden|[Tt]heater|[Kk]eller|"
    rf"[Bb]üro)\b(?: {_NAME})?"
)
_FRENCH_STREET = (
    rf"\d{{1,4}}(?: (?:bis|ter))?,? (?:rue|avenue|boulevard|place|chemin|quai|allée|impasse|route) "
    rf"[^\n.;,()]{{2,50}}(?:, \d{{5}} {_NAME})?"
)
_FRENCH_HOUSE = (
    r"(?:grande |petite )?(?:[Mm]aison|[Mm]airie|[Mm]édiathèque|[Bb]ibliothèque|[Ss]alle|[Cc]entre|"
    r"[Cc]afé|[Éé]cole|[Éé]glise|"
    r"[Ff]oyer|[Tt]héâtre|[Ee]space|[Gg]ymnase|[Ll]ocal|[Hh]ôtel de ville|[Ff]erme|MJC)"
    rf"(?: (?:(?:de la|de l'|des|du|de|d') ?[\w'’-]+|{_NAME}|polyvalente|municipale|communale|"
    rf"associati\w+|social|sociale|"
    rf"culturel|paroissiale)){{0,4}}\b"
)
_SPANISH_STREET = (
    r"(?:[Cc]alle|[Cc]/|[Aa]venida|[Aa]vda\.|[Pp]laza|[Pp]aseo) ?[A-ZÁÉÍÓÚÑ][^\n.;()]{2,50}?(?:,? "
    r")(?:(?:número|nº|núm\.?) )?"
    r"\d{1,4}\b"
)
_SPANISH_HOUSE = (
    r"(?:[Cc]olegio|[Cc]entro|[Cc]asa|[Bb]iblioteca|[Ss]ala|[Ss]alón|[Aa]yuntamiento|[Ee]scuela|"
    r"[Tt]eatro|[Ll]ocal|[Aa]teneo|[Uu]niversidad|[Ff]acultad|[Mm]useo|[Ii]glesia|[Hh]otel|"
    r"[Aa]uditorio|[Ee]spacio)\b"
    rf"(?: (?:{_NAME}|de|del|la|las|los|el|y|social|cultural|cívico|vecinal|actos|usos|"
    rf"múltiples)\b){{0,8}}"
)
_WELSH_HOUSE = (
    r"(?:[Ff]estri|[Nn]euadd|(?:[Cc]|[Gg]|[Nn]gh)anolfan|[Yy]stafell|[Ll]?[Ll]yfrgell|(?:[Cc]|[Gg]|"
    r"[Nn]gh)apel|[Ee]glwys|(?:[Tt]|[Dd]|[Nn]h)afarn|[Yy]sgol|(?:[Cc]|[Gg]|[Nn]gh)affi|(?:[Cc]|"
    r"[Gg]|[Nn]gh)lwb|[Ss]wyddfa|[Tt]heatr|[Ii]nstitiwt)\b"
    rf"(?: (?:{_NAME}|y|yr|bentref|pentref|gymuned|goffa|gymunedol|dref)\b){{0,5}}(?: "
    rf"/ {_NAME}(?: {_NAME}){{0,3}})?"
)
_ENGLISH_HALL = (
    r"(?:(?:village|church|town|parish|community|memorial|school|scout|old|local|public) "
    rf"(?:hall|centre|center|room|rooms|library|house|hut)|library|chapel|vestry)(?: (?:in|at|"
    rf"of) {_NAME})?\b"
)


def _said(house: str, leads: str, street: str = "") -> re.Pattern[str]:
    """A house behind one of its prepositions, or after a comma or at the head of a line
    where it has a capital.
    """
    behind = rf"(?:, {street})?" if street else ""
    return re.compile(
        rf"(?:\b(?:{leads})[ ']|(?:^|[,:(] ?)(?=[A-ZÀ-Ý]))(?P<place>{house}{behind})", re.MULTILINE
    )


ELSEWHERE = (
    re.compile(
        rf"(?<!\w)(?P<place>(?:{_NAME}(?: (?:{_NAME}|\d{{1,3}}[a-z]?|of|the|and|y|yr)){{0,5}}, "
        rf"){{1,4}}{POSTCODE})"
    ),
    _said(_GERMAN_HOUSE, "[Ii]m|[Ii]n der|[Aa]m|[Ii]n den", _GERMAN_STREET),
    re.compile(rf"(?<!\w)(?P<place>(?:{_NAME}(?: {_NAME}){{0,4}}, )?{_GERMAN_STREET})"),
    _said(_FRENCH_HOUSE, "[Àà]|[Àà] la|[Àà] l|[Aa]u|[Dd]ans l[ae]s?|[Ee]n", _FRENCH_STREET),
    re.compile(rf"(?P<place>\b{_FRENCH_STREET})"),
    _said(_SPANISH_HOUSE, "[Ee]n|[Ee]n el|[Ee]n la", rf"(?:en )?(?:la )?{_SPANISH_STREET}"),
    re.compile(rf"(?P<place>\b{_SPANISH_STREET})"),
    _said(_WELSH_HOUSE, "yn y|yn yr|yn|i|at|ym|yng|mewn|i'r"),
    re.compile(rf"\b(?:in|at) (?:the|our) (?P<place>{_ENGLISH_HALL})"),
)
BY_THEMSELVES = frozenset(
    ["library", "chapel", "vestry", "biblioteca", "ayuntamiento", "mairie", "médiathèque"]
)
"""Places of which a town has one."""
