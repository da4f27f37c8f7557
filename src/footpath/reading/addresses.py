"""Addresses as notices write them: behind a label, a hall or street that is
named, or a postcode.
"""

import re

from footpath.reading.addresses_elsewhere import BY_THEMSELVES, ELSEWHERE, POSTCODE
from footpath.reading.calls import PLATFORM, kept
from footpath.reading.dates import find_days

_CODE = re.compile(rf",? ?(?:[A-Z][a-z]+,? )?{POSTCODE}")
_HOUSE = (
    r"(?:Halls?|Centre|Center|Library|House|Caf[eé]|Hub|Rooms?|Shop|Shed|Foundry|Maison|Depot|"
    r"School|Church|Mill|Pub|Barn|Studios?|University|College|"
    r"Building|Theatre|Museum|Works|Wharf|Hotel|Gallery|Hut|Vestry|Pavilion|Cinema|Cathedral|"
    r"Chambers|Lodge|Chapel|Institute|Workspace|Space|Club|Farm|Garden|Kitchen|Arms|Inn|Office|"
    r"Offices)"
)
_STREET = (
    r"(?:Street|St|Road|Rd|Lane|Avenue|Ave|Square|Terrace|Place|Row|Drive|Court|Gardens|Crescent|"
    r"Way|Yard|Quay|Close|Hill)"
)
_ADDRESS = re.compile(
    rf"""(?:\b(?:[Aa]t|[Ii]n)\s(?:the\s)?|\b[Vv]enue\sis\s|^|[:,(]\s?|\bthe\s)
    (?P<place>(?:
        (?:The\s)?(?:[A-Z][\w'&-]{{0,24}}\s){{1,5}}{_HOUSE}\b(?:\s(?:of|at)\sthe\s(?:[A-Z][\w'-]{{0,24}}\s?){{1,4}})?
        |\d{{1,4}}[a-z]?(?:-\d{{1,4}})?\s(?:[A-Z][\w'-]{{1,20}}\s){{1,3}}{_STREET}\b
    )(?:,?\s(?:\d{{1,4}}[a-z]?(?:-\d{{1,4}})?\s)?[A-Z][\w'-]{{1,24}}(?:\s[A-Z\d][\w'-]{{0,20}}){{0,4}}(?=[,.;)\n]|$|\s(?:on|and|or)\b)){{0,4}})""",
    re.MULTILINE | re.VERBOSE,
)
_WHERE = (
    r"(?:where|venue|location|place|address|meeting place|meeting point|wo|ort|veranstaltungsort|"
    r"treffpunkt|adresse|où|lieu|"
    r"dónde|donde|lugar|dirección|ble|lle|lleoliad|man cyfarfod|cyfeiriad)"
)
LABEL = re.compile(
    rf"^[*_# ]*+{_WHERE}[*_]*+(?:\?|\s?[:=]|\s-\s)[*_]*\s?(?P<said>[^\n]{{0,300}})",
    re.IGNORECASE | re.MULTILINE,
)
_LABEL_ALONE = re.compile(
    rf"^[*_# ]*+{_WHERE}[*_]*+(?:\?|"
    rf"\s?:)?[*_]*+\n(?P<said>[^\n]{{2,120}}(?:\n(?![^\n]{{0,30}}[:?])[^\n]{{2,80}}){{0,2}})"
    r"(?=\n\n|\n?\Z)",
    re.IGNORECASE | re.MULTILINE,
)
_LEAD = re.compile(
    r"(?:hybrid\s?[:,-]\s?)?(?:both )?(?:(?:at|in|is|from|im|à la|à|en el|en la|en|yn)\s|"
    r"the\s(?=[a-z]))?",
    re.IGNORECASE,
)
_NO_ADDRESS = re.compile(
    r"(?:https?://|on-?line\b|en ligne|en línea|ar-?lein|en visio|in[- ]person$|hybrid$|by |on |"
    r"via |video|virtual|remote|zoom|your |wherever|"
    r"anywhere|tickets?|register)",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r",?\s?(?:\(?(?:and|or|&|\+|/|;|as well as|plus)\s(?:also\s)?)?(?:\(?\s?(?:(?:join|"
    r"live)\s)?(?:on|via|by|over|through)\s?)?(?:https?://|zoom\b|jitsi|online|google meet|"
    r"microsoft teams|teams\b|bigbluebutton|bbb\b|video)[^\n]*$",
    re.I,
)
TO_COME = re.compile(
    r"^(?:tb[acd]|to be (?:announced|confirmed|decided|arranged)|t\.b\.[acd]\.?)\b", re.I
)

_TOWN = re.compile(
    r"\b(?:[Mm]eet-?up|[Mm]eeting|[Ww]orkshop|[Ee]vent|[Gg]athering|[Ss]ession|[Cc]onference|"
    r"[Rr]éunion|[Rr]encontre|[Ee]ncuentro|"
    r"[Tt]reffen|[Cc]yfarfod)s?\s(?:in|à|en|yn|ym|yng)\s"
    r"(?P<town>[A-Z][a-zà-ÿ]{3,}(?:[ -][A-Z][a-zà-ÿ]+)?)\b"
    r"(?<!English)(?<!Welsh)(?<!French)(?<!German)(?<!Spanish)(?<!Spring)(?<!Summer)(?<!Autumn)"
    r"(?<!Winter)"
)


def find_address(text: str) -> tuple[str, int, int] | None:
    """An address as said: behind its label, or a hall or street that is named."""
    for label in (*LABEL.finditer(text), *_LABEL_ALONE.finditer(text)):
        start = label.start("said")
        if lead := _LEAD.match(text, start):
            start = lead.end()
        said = _SPLIT.sub("", text[start : label.end("said")])
        said = re.split(r"[.!] (?=[A-Z])", said)[0].rstrip(" .,;(-*_")
        if re.search(r"\w{2}", said) and not (
            _NO_ADDRESS.match(said) or TO_COME.match(said) or PLATFORM.match(said)
        ):
            return said.replace("\n", ", "), start, start + len(said)
    for pattern in (_ADDRESS, *ELSEWHERE):
        for found in pattern.finditer(text):
            start, end = found.span("place")
            code = _CODE.match(text, end)
            end = code.end() if code else end
            is_one = re.search(r"[A-ZÀ-Ý\s\d]", text[start:end]) or text[start:end] in BY_THEMSELVES
            if is_one and kept(text, found) and not find_days(text[start:end]):
                return _with_town(text, " ".join(text[start:end].split())), start, end
    return None


def _with_town(text: str, said: str) -> str:
    """A hall with the town that the notice names as the one where people meet,
    where it names one.
    """
    town = next(
        (one["town"] for one in _TOWN.finditer(text) if not find_days(f"1 {one['town']}")), None
    )
    return f"{said}, {town}" if town and "," not in said and town not in said else said
