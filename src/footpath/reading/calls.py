"""Calls: by what people meet at a distance, and the links that open one."""

import re

_PLATFORMS = {
    "Zoom": r"\bZoom\b|\b(?:on|via|by|over|in|through) zoom\b(?! in)|zoom\.us/",
    "Jitsi": r"\bjitsi\b|meet\.jit\.si/",
    "BigBlueButton": r"\bbig ?blue ?button\b|\bBBB\b|//bbb\.",
    "Google Meet": r"\bgoogle meet\b|meet\.google\.com/",
    "Microsoft Teams": r"\b(?:microsoft|ms) teams\b|\b(?:on|via|over) Teams\b|"
    r"teams\.(?:microsoft|live)\.com/|\bTeams (?:call|"
    r"meeting|link)\b",
    "Webex": r"\bwebex\b",
    "Skype": r"\bskype\b",
    "Whereby": r"\bwhereby\.com/|\b(?:on|via) Whereby\b",
    "Discord": r"\bdiscord\b",
    "Nextcloud Talk": r"\bnextcloud talk\b",
    "Signal": r"\bSignal call\b",
}
_CASED = ("Zoom", "Signal")
PLATFORM = re.compile(
    "|".join(
        f"(?P<p{place}>{rule if name in _CASED else f'(?i:{rule})'})"
        for place, (name, rule) in enumerate(_PLATFORMS.items())
    )
)
LINK = re.compile(r"https?://[^\s<>\"')\]]{3,400}")
_CALL = re.compile(
    r"zoom\.us/|meet\.jit\.si|jitsi|bbb|bigbluebutton|meet\.google\.com|teams\.(?:microsoft|"
    r"live)\.com|webex\.com|whereby\.com|/meet|meet\.|/room|talk\.|call",
    re.I,
)
_NOT_A_CALL = re.compile(r"\.(?:png|jpe?g|gif|svg|css|js|pdf)(?:[?#]|$)", re.I)
ONLINE = re.compile(
    r"\b(?:on-?line|webinars?|virtually|remotely|video ?-?(?:calls?|conference|meeting)|virtual "
    r"(?:meeting|session|workshop|gathering|room))\b",
    re.I,
)
_NOT = re.compile(
    r"\b(?:not|cannot|can't|no|never|instead of|rather than|won't|isn't|without|no longer|"
    r"unable)\b[^.,;:\n]{0,40}$",
    re.I,
)
_NOT_AFTER = re.compile(
    r"^[^.\n]{0,12}\b(?:cannot|can't|won't|is not|isn't|will not|is cancelled|no longer|not "
    r"possible)\b",
    re.I,
)


def platform_of(match: re.Match[str]) -> str:
    """The name of the call that a match of `PLATFORM` names."""
    return list(_PLATFORMS)[int((match.lastgroup or "p0")[1:])]


def call_links(text: str) -> list[re.Match[str]]:
    """Links that open a call."""
    return [
        link
        for link in LINK.finditer(text)
        if _CALL.search(link.group()) and not _NOT_A_CALL.search(link.group())
    ]


def kept(text: str, match: re.Match[str]) -> bool:
    """Whether it is said to be so, and not that it is not."""
    return not (
        _NOT.search(text[max(0, match.start() - 50) : match.start()])
        or _NOT_AFTER.match(text[match.end() : match.end() + 40])
    )


def first_kept(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The first place where it is said to be so, and not that it is not."""
    return next((one for one in pattern.finditer(text) if kept(text, one)), None)


_MEETS = (
    r"(?:workshops?|sessions?|meetings?|events?|gatherings?|webinars?|calls?|evenings?|"
    r"discussions?|trainings?|conferences?|sittings?|talks?|courses?|rooms?|veranstaltung|treffen|"
    r"sitzung|rencontre|réunion|atelier|encuentro|taller|reunión|sesión)"
)
ELSEWHERE = re.compile(
    r"\b(?:en ligne|en visio\w*|en línea|por videoconferencia|per videokonferenz|als "
    r"videokonferenz|ar-?\s?lein|dros y we)\b",
    re.IGNORECASE,
)
_OF_SOMETHING_ELSE = re.compile(
    r"\b(?:papers?|documents?|everything (?:will )?(?:also|be also|is also|be available|available)|"
    r"slides|minutes|recordings?|materials?|leaflets?|reports?|plans?|maps?|forms?|survey|"
    r"regist\w*|book|booking|sign(?:ing)?[ -]?up|available|published|posted|download\w*|read|view|"
    r"find|tickets?|pay|donate|"
    r"comment\w*|consultation|inscri\w*|anmeld\w*|unterlagen|dokumente|formul\w*|documentos|"
    r"papurau|dogfennau|g?cofrestru|archebu)\b[^.!?\n]{0,60}$",
    re.IGNORECASE,
)
_THING_AFTER = re.compile(
    r"^\s?(?:from \d|forms?|survey|booking|registration|questionnaire|consultation|shop|versions?|"
    r"copy|copies|maps?|community|"
    r"communities|banking|formular|anmeldung|unter (?:http|www)|at (?:http|www))",
    re.IGNORECASE,
)
_MEETING_AROUND = re.compile(
    rf"^(?:\s(?:[\w-]+\s){{0,2}}{_MEETS}\b|\s?(?:[,.;:()|&+/-]|$|\n)|\s(?:via|on|by|over|through|"
    rf"using|with|and|or|at|für|über|per|sur|"
    r"par|por|y|und|et|ac|a)\b)",
    re.IGNORECASE,
)


_MEETING_BEFORE = re.compile(
    r"(?:^|[,;|(\n•*:-]\s?|\b(?:meet|meeting|held|join|joining|takes? place|happening|hosted|fully|"
    r"all|only)\s(?:us\s)?)$",
    re.IGNORECASE,
)


def online_meeting(text: str) -> re.Match[str] | None:
    """Where it says that people meet online; papers and forms that are online are no meeting."""
    return next(
        (
            one
            for one in _said_online(text)
            if one.group().lower() not in ("online", "on-line")
            or _MEETING_AROUND.match(text[one.end() : one.end() + 40])
            or _MEETING_BEFORE.search(text[max(0, one.start() - 20) : one.start()])
        ),
        None,
    )


def unclear_online(text: str) -> re.Match[str] | None:
    """Where it speaks of something online that may be the meeting or something else."""
    return next(iter(_said_online(text)), None)


def _said_online(text: str) -> list[re.Match[str]]:
    found = [
        one for pattern in (ONLINE, ELSEWHERE) for one in pattern.finditer(text) if kept(text, one)
    ]
    return [
        one
        for one in sorted(found, key=lambda match: match.start())
        if not _THING_AFTER.match(text[one.end() : one.end() + 30])
        and not _OF_SOMETHING_ELSE.search(text[max(0, one.start() - 80) : one.start()])
    ]
