"""Where: online or at an address, by which call, and with which link."""

import re

from footpath.notices.reading.draft import Draft, Where
from footpath.notices.reading.passages import Passage

_PLATFORMS = {
    "Zoom": r"\bZoom\b|\b(?:on|via|by|over|in|through) zoom\b(?! in)|zoom\.us/",
    "Jitsi": r"\bjitsi\b|meet\.jit\.si/", "BigBlueButton": r"\bbig ?blue ?button\b|\bBBB\b|//bbb\.",
    "Google Meet": r"\bgoogle meet\b|meet\.google\.com/",
    "Microsoft Teams": r"\b(?:microsoft|ms) teams\b|\b(?:on|via|over) Teams\b|"
    r"teams\.(?:microsoft|live)\.com/|\bTeams (?:call|"
    r"meeting|link)\b",
    "Webex": r"\bwebex\b", "Skype": r"\bskype\b", "Whereby": r"\bwhereby\.com/|\b(?:on|via) Whereby\b",
    "Discord": r"\bdiscord\b", "Nextcloud Talk": r"\bnextcloud talk\b", "Signal": r"\bSignal call\b",
}  # fmt: skip
_CASED = ("Zoom", "Signal")
PLATFORM = re.compile(
    "|".join(
        f"(?P<p{place}>{rule if name in _CASED else f'(?i:{rule})'})"
        for place, (name, rule) in enumerate(_PLATFORMS.items())
    )
)
LINK = re.compile(r"https?://[^\s<>\"')\]]{3,400}")
_CALL = re.compile(
    r"zoom\.us/|meet\.jit\.si|jitsi|bbb|bigbluebutton|meet\.google\.com|teams\.(?:microsoft|live)\.com|webex\.com|"
    r"whereby\.com|/meet|meet\.|/room|talk\.|call",
    re.I,
)
_NOT_A_CALL = re.compile(r"\.(?:png|jpe?g|gif|svg|css|js|pdf)(?:[?#]|$)", re.I)
ONLINE = re.compile(
    r"\b(?:on-?line|webinars?|virtually|remotely|video ?-?(?:calls?|conference|meeting)|virtual (?:meeting|"
    r"session|workshop|gathering|room))\b",
    re.I,
)
_IN_PERSON = re.compile(r"\b(?:in[- ]person|face[- ]to[- ]face|on[- ]site|in the (?:meeting )?room)\b", re.I)
_HYBRID = re.compile(r"\bhybrid\b", re.I)
_NOT = re.compile(
    r"\b(?:not|cannot|can't|no|never|instead of|rather than|won't|isn't|without|no longer|unable)\b[^.,;:\n]{0,40}$",
    re.I,
)
_NOT_AFTER = re.compile(
    r"^[^.\n]{0,12}\b(?:cannot|can't|won't|is not|isn't|will not|is cancelled|no longer|not possible)\b", re.I
)
_POSTCODE = r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"
_CODE = re.compile(rf",? ?(?:[A-Z][a-z]+,? )?{_POSTCODE}")
_HOUSE = (
    r"(?:Halls?|Centre|Center|Library|House|Caf[eé]|Hub|Rooms?|Shop|Shed|Foundry|Maison|Depot|School|Church|Mill|"
    r"Pub|Barn|Studios?|University|College|"
    r"Building|Theatre|Museum|Works|Wharf|Hotel|Chapel|Institute|Workspace|Space|Club|Farm|Garden|Kitchen|Arms|"
    r"Inn|Office|Offices)"
)
_STREET = (
    r"(?:Street|St|Road|Rd|Lane|Avenue|Ave|Square|Terrace|Place|Row|Drive|Court|Gardens|Crescent|Way|Yard|Quay|"
    r"Close|Hill)"
)
_ADDRESS = re.compile(
    rf"""(?:\b(?:[Aa]t|[Ii]n)\s(?:the\s)?|\b[Vv]enue\sis\s|^|[:,(]\s?|\bthe\s)
    (?P<place>(?:
        (?:The\s)?(?:[A-Z][\w'&-]{{0,24}}\s){{1,5}}{_HOUSE}\b(?:\s(?:of|at)\sthe\s(?:[A-Z][\w'-]{{0,24}}\s?){{1,4}})?
        |\d{{1,4}}[a-z]?(?:-\d{{1,4}})?\s(?:[A-Z][\w'-]{{1,20}}\s){{1,3}}{_STREET}\b
    )(?:,?\s(?:\d{{1,4}}[a-z]?(?:-\d{{1,4}})?\s)?[A-Z][\w'-]{{1,24}}(?:\s[A-Z\d][\w'-]{{0,20}}){{0,4}}(?=[,.;)\n]|$|\s(?:on|and|or)\b)){{0,4}})""",
    re.MULTILINE | re.VERBOSE,
)
_WHERE = r"(?:where|venue|location|place|address|meeting place|meeting point)"
_LABEL = re.compile(
    rf"^[*_#\s]*{_WHERE}[*_]*(?:\?|\s?[:=]|\s-\s)[*_]*\s?(?P<said>[^\n]{{0,300}})", re.IGNORECASE | re.MULTILINE
)
_LABEL_ALONE = re.compile(
    rf"^[*_#\s]*{_WHERE}[*_]*(?:\?|"
    rf"\s?:)?[*_]*\n(?P<said>[^\n]{{2,120}}(?:\n(?![^\n]{{0,30}}[:?])[^\n]{{2,80}}){{0,2}})(?=\n\n|\n?\Z)",
    re.IGNORECASE | re.MULTILINE,
)
_LEAD = re.compile(r"(?:hybrid\s?[:,-]\s?)?(?:both )?(?:(?:at|in|is|from)\s|the\s(?=[a-z]))?", re.IGNORECASE)
_NO_ADDRESS = re.compile(
    r"(?:https?://|on-?line\b|in[- ]person$|hybrid$|by |on |via |video|virtual|remote|zoom|your |wherever|"
    r"anywhere|tickets?|register)",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r",?\s?(?:\(?(?:and|or|&|\+|/|;|as well as|plus)\s(?:also\s)?)?(?:\(?\s?(?:(?:join|live)\s)?(?:on|via|by|over|"
    r"through)\s?)?(?:https?://|zoom\b|jitsi|online|google meet|microsoft teams|teams\b|bigbluebutton|bbb\b|"
    r"video)[^\n]*$",
    re.I,
)
_TO_COME = re.compile(r"^(?:tb[acd]|to be (?:announced|confirmed|decided|arranged)|t\.b\.[acd]\.?)\b", re.I)


def platform_of(match: re.Match[str]) -> str:
    """The name of the call that a match of `PLATFORM` names."""
    return list(_PLATFORMS)[int((match.lastgroup or "p0")[1:])]


def call_links(text: str) -> list[re.Match[str]]:
    """Links that open a call."""
    return [link for link in LINK.finditer(text) if _CALL.search(link.group()) and not _NOT_A_CALL.search(link.group())]


def kept(text: str, match: re.Match[str]) -> bool:
    """Whether it is said to be so, and not that it is not."""
    return not (
        _NOT.search(text[max(0, match.start() - 50) : match.start()])
        or _NOT_AFTER.match(text[match.end() : match.end() + 40])
    )


def find_address(text: str) -> tuple[str, int, int] | None:
    """An address as said: behind its label, or a hall or street that is named."""
    for label in (*_LABEL.finditer(text), *_LABEL_ALONE.finditer(text)):
        start = label.start("said")
        if lead := _LEAD.match(text, start):
            start = lead.end()
        said = _SPLIT.sub("", text[start : label.end("said")])
        said = re.split(r"[.!] (?=[A-Z])", said)[0].rstrip(" .,;(-*_")
        if re.search(r"\w{2}", said) and not (_NO_ADDRESS.match(said) or _TO_COME.match(said) or PLATFORM.match(said)):
            return said.replace("\n", ", "), start, start + len(said)
    for found in _ADDRESS.finditer(text):
        start, end = found.span("place")
        code = _CODE.match(text, end)
        end = code.end() if code else end
        if kept(text, found):
            return " ".join(text[start:end].split()), start, end
    return None


def read_where(notice: Passage, draft: Draft) -> None:
    """Fill in where it takes place."""
    text = notice.text
    platform = next((match for match in PLATFORM.finditer(text) if kept(text, match)), None)
    link = next(iter(call_links(text)), None)
    online = next((match for match in ONLINE.finditer(text) if kept(text, match)), None)
    in_person = next((match for match in _IN_PERSON.finditer(text) if kept(text, match)), None)
    hybrid = _HYBRID.search(text)
    address = find_address(text)
    at_a_distance, together = platform or link or online or hybrid, address or in_person or hybrid
    if not (at_a_distance or together):
        _ask_where(text, draft)
        return
    kind = "both" if at_a_distance and together else "online" if at_a_distance else "in person"
    draft.where.value = Where(
        kind,
        platform_of(platform) if platform else None,
        link.group().rstrip(".,;") if link else None,
        address[0] if address else None,
    )
    spans = [
        one.span()
        for one in (
            platform,
            link,
            online if not platform and not link else None,
            hybrid,
            in_person if not address else None,
        )
        if one
    ]
    spans += [address[1:]] if address else []
    draft.where.words = notice.words(min(start for start, _ in spans), max(end for _, end in spans))
    if at_a_distance and not link:
        name = platform_of(platform) if platform else "an online meeting"
        draft.ask("where", f"The notice names {name} and gives no link: what is the link?")
    if (in_person or hybrid) and not address:
        draft.ask("where", "The notice says that people meet in person, but not at which address: where is it?")


def _ask_where(text: str, draft: Draft) -> None:
    label = _LABEL.search(text)
    said = label["said"].strip() if label else ""
    if said and _TO_COME.match(said):
        draft.ask("where", f"The notice says of the place “{said}”: where will it be?")
    else:
        draft.ask("where", "The notice does not say where it takes place: online, at an address, or both?")
