"""Calls: by what people meet at a distance, and the links that open one."""

import re
from typing import NamedTuple
from urllib.parse import urlsplit


class Platform(NamedTuple):
    """By what people meet at a distance."""

    name: str
    said: str
    """How a text names it, as a regular expression."""
    links: tuple[str, ...] = ()
    """By what its links are recognised: a host, the beginning of a host, or (with a slash) the
    beginning of a path.
    """
    word: str = ""
    """What is enough where nothing but a place is said."""
    cased: bool = False
    """Whether it is named in capitals alone, since it is a word of every day as well."""


PLATFORMS = (
    Platform(
        "Zoom", r"\bZoom\b|\b(?:on|via|by|over|in|through) zoom\b(?! in)",
        ("zoom.us", "zoom.com", "zoomgov.com"), "zoom", cased=True,
    ),
    Platform("Jitsi", r"\bjitsi\b", ("meet.jit.si", "8x8.vc", "jitsi."), "jitsi"),
    Platform(
        "BigBlueButton", r"\bbig ?blue ?button\b|\bBBB\b",
        ("bigbluebutton.", "bbb.", "/b/", "/rooms/", "/bigbluebutton"), "bigbluebutton",
    ),
    Platform("Google Meet", r"\bgoogle meet\b", ("meet.google.com",), "google meet"),
    Platform(
        "Microsoft Teams",
        r"\b(?:microsoft|ms) teams\b|\b(?:on|via|over) Teams\b|\bTeams (?:call|meeting|link)\b",
        ("teams.microsoft.com", "teams.live.com", "teams.cloud.microsoft"), "teams",
    ),
    Platform("Webex", r"\bwebex\b", ("webex.com",)),
    Platform("Skype", r"\bskype\b"),
    Platform("Whereby", r"\b(?:on|via) Whereby\b", ("whereby.com",)),
    Platform("Discord", r"\bdiscord\b"),
    Platform("Nextcloud Talk", r"\bnextcloud talk\b"),
    Platform("Signal", r"\bSignal call\b", cased=True),
)  # fmt: skip


def _hosts(platform: Platform) -> list[str]:
    """Its hosts, as they stand in a link."""
    begun = [f"//{re.escape(one)}" for one in platform.links if one.endswith(".")]
    whole = [one for one in platform.links if not one.startswith("/") and not one.endswith(".")]
    return [*begun, *(f"{re.escape(one)}/" for one in whole)]


def _named(platform: Platform) -> str:
    """How a text names it: by its name, or by a link."""
    said = platform.said if platform.cased else f"(?i:{platform.said})"
    return "|".join([said, *(f"(?i:{host})" for host in _hosts(platform))])


PLATFORM = re.compile(
    "|".join(f"(?P<p{place}>{_named(one)})" for place, one in enumerate(PLATFORMS))
)
LINK = re.compile(r"https?://[^\s<>\"')\]]{3,400}")
_CALL = re.compile(
    "|".join(
        [
            r"jitsi|bbb|bigbluebutton|/meet|meet\.|/room|talk\.|call",
            *(host for one in PLATFORMS for host in _hosts(one)),
        ]
    ),
    re.I,
)
"""What a link that opens a call has in it."""
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
    return PLATFORMS[int((match.lastgroup or "p0")[1:])].name


def platform_by(link: str) -> str:
    """The name of the call that a link opens; empty where it is none that is known."""
    try:
        parts = urlsplit(link)
        host = (parts.hostname or "").lower()
    except ValueError:
        return ""
    for platform in PLATFORMS:
        for sign in platform.links:
            if sign.startswith("/"):
                found = parts.path.startswith(sign)
            elif sign.endswith("."):
                found = host.startswith(sign) or f".{sign}" in host
            else:
                found = host == sign or host.endswith(f".{sign}")
            if found:
                return platform.name
    return ""


def platform_at(place: str) -> str:
    """The name of the call that a place names where it is none on earth, such as "On Zoom";
    empty where it names none.
    """
    for platform in PLATFORMS:
        if platform.word and re.search(rf"\b{platform.word}\b", place, re.IGNORECASE):
            return platform.name
    named = PLATFORM.search(place)
    return platform_of(named) if named else ""


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
