"""Time zones as notices name them: a place's zone where a place is named, otherwise only the
distance from UTC.
"""

import re
import zoneinfo
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cache

_PLACES = {
    "uk": "Europe/London", "united kingdom": "Europe/London",
    "british": "Europe/London", "bst": "Europe/London", "england": "Europe/London",
    "irish": "Europe/Dublin", "eastern": "America/New_York", "et": "America/New_York",
    "central": "America/Chicago", "mountain": "America/Denver", "pacific": "America/Los_Angeles",
    "pt": "America/Los_Angeles", "central european": None, "german": "Europe/Berlin",
    "french": "Europe/Paris", "spanish": "Europe/Madrid",
    "barcelona": "Europe/Madrid", "munich": "Europe/Berlin", "manchester": "Europe/London",
    "glasgow": "Europe/London", "edinburgh": "Europe/London", "cardiff": "Europe/London",
    "leeds": "Europe/London", "bristol": "Europe/London",
}  # fmt: skip
_OFFSETS = {
    "utc": 0, "gmt": 0, "z": 0, "wet": 0, "west": 60, "cet": 60, "mez": 60, "cest": 120,
    "mesz": 120, "eet": 120, "eest": 180, "est": -300, "edt": -240, "cdt": -300, "mst": -420,
    "mdt": -360, "pst": -480, "pdt": -420, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
    "jst": 540,
}  # fmt: skip
_OF_MANY = frozenset({"cst", "ist", "ast"})
"""Letters that stand for zones far apart."""

_WINTER = {
    "gmt": "Europe/London",
    "cet": "Europe/Paris",
    "mez": "Europe/Berlin",
    "eet": "Europe/Athens",
    "est": "America/New_York",
    "mst": "America/Denver",
    "pst": "America/Los_Angeles",
}
"""Winter times that people often go on writing in summer, with a place where
summer time is kept.
"""

_OFTEN = (
    "Europe/London", "Europe/Dublin", "Europe/Lisbon", "Europe/Paris", "Europe/Berlin",
    "Europe/Madrid", "Europe/Athens", "America/New_York", "America/Chicago", "America/Denver",
    "America/Los_Angeles", "Asia/Kolkata", "Australia/Sydney",
)  # fmt: skip

_LONGEST_NAME = 60
_LETTERS = "|".join(
    sorted({"bst", "et", "pt", *_OFFSETS, *_OF_MANY} - {"z"}, key=len, reverse=True)
).upper()
ZONE = re.compile(
    rf"\b(?:(?P<utc>(?:UTC|GMT)\s?[+-]\s?\d{{1,2}}(?::?[03]0)?)\b"
    rf"|(?P<iana>(?:Europe|America|Africa|Asia|Australia|Pacific|Atlantic|"
    rf"Indian)/[A-Za-z_]{{2,30}}(?:/[A-Za-z_]{{2,30}})?)"
    r"|(?P<place>(?i:uk|united kingdom|british|irish|eastern|central european|central|mountain|"
    r"pacific|german|french|spanish)"
    r"|[A-Z][a-z]{2,15}(?: [A-Z][a-z]{2,15})?)(?: (?i:local|standard|summer|winter|daylight))? "
    r"(?i:time(?: zone)?)\b|(?i:time in) (?P<in>(?:the )?UK|England|[A-Z][a-z]{2,15}(?: "
    r"[A-Z][a-z]{2,15})?)\b"
    rf"|(?P<letters>{_LETTERS})(?![\w/]))"
)
"""A zone's name wherever it stands; `named` tells whether it is one."""


@dataclass(frozen=True)
class Zone:
    """A zone as said: `name` is a place's, or the distance from UTC."""

    name: str
    tz: tzinfo
    said: str

    @property
    def is_place(self) -> bool:
        """Whether summer time is known with it."""
        return "/" in self.name

    @property
    def is_known(self) -> bool:
        """Whether the name is one that stands for a zone everywhere."""
        return self.is_place or self.name in ("UTC", "GMT")

    def slipped(self, at: datetime) -> str | None:
        """A place where clocks show summer time while this winter time is named."""
        place = _WINTER.get(self.said.lower())
        return place if place and at.replace(tzinfo=place_zone(place)).dst() else None


def place_zone(name: str) -> tzinfo | None:
    """The zone of an IANA name; a long one is none, and would be looked for folder by folder."""
    try:
        return zoneinfo.ZoneInfo(name) if len(name) <= _LONGEST_NAME else None
    except (ValueError, OSError, LookupError):
        return None


def of_offset(distance: timedelta, said: str) -> Zone:
    """A zone of which only the distance from UTC is known."""
    minutes = int(distance.total_seconds()) // 60
    sign, size = "-" if minutes < 0 else "+", abs(minutes)
    name = (
        f"UTC{sign}{size // 60:02}:{size % 60:02}"
        if minutes
        else said
        if said in ("UTC", "GMT")
        else "UTC+00:00"
    )
    return Zone(name, timezone(distance) if minutes else UTC, said)


@cache
def _cities() -> dict[str, str]:
    """Places' zones by the city that names them."""
    names = sorted(
        name
        for name in zoneinfo.available_timezones()
        if name.count("/") == 1 and name[0] in "AEIP"
    )
    cities = {
        name.rpartition("/")[2].replace("_", " ").lower(): name
        for name in names
        if not name.startswith("Etc/")
    }
    return {city: name for city, name in cities.items() if city not in ("christmas", "easter")}


def zone_of_city(name: str) -> Zone | None:
    """The zone that is called after a city."""
    place = _cities().get(name.lower())
    tz = place_zone(place) if place else None
    return Zone(place, tz, name) if place and tz else None


def named(match: re.Match[str]) -> Zone | str | None:
    """The zone that is named; its letters alone where they stand for several; nothing
    where it is no zone.
    """
    said = match.group()
    if match["utc"]:
        signed = re.sub(r"\s", "", match["utc"])[3:].replace(":", "")
        hours, minutes = (signed[1:], "0") if len(signed) <= 3 else (signed[1:-2], signed[-2:])
        distance = timedelta(hours=int(hours), minutes=int(minutes)) * (
            -1 if signed[0] == "-" else 1
        )
        return of_offset(distance, said) if abs(distance) <= timedelta(hours=14) else None
    if match["iana"]:
        tz = place_zone(match["iana"])
        return Zone(match["iana"], tz, said) if tz else None
    word = (match["place"] or match["in"] or match["letters"]).lower().removeprefix("the ")
    if word in _OF_MANY:
        return said
    if match["letters"] and word in _OFFSETS:
        return of_offset(timedelta(minutes=_OFFSETS[word]), said)
    if word == "central european":
        return of_offset(
            timedelta(hours=2 if "summer" in said.lower() else 1),
            "CEST" if "summer" in said.lower() else "CET",
        )
    place = _PLACES.get(word) or _cities().get(word)
    tz = place_zone(place) if place else None
    return Zone(place, tz, said) if place and tz else None


def places_with(times: list[datetime]) -> list[str]:
    """Well-known zones in which all these times have the offset that they are given with."""
    return [
        name
        for name in _OFTEN
        if (tz := place_zone(name))
        and all(time.astimezone(tz).utcoffset() == time.utcoffset() for time in times)
    ]


def standing(at: datetime, tz: tzinfo) -> str:
    """Whether a local time is there once, twice, or not at all."""
    first, second = at.replace(tzinfo=tz, fold=0), at.replace(tzinfo=tz, fold=1)
    if first.utcoffset() == second.utcoffset():
        return "once"
    back = first.astimezone(UTC).astimezone(tz).replace(tzinfo=None)
    return "twice" if back == at.replace(tzinfo=None, fold=0) else "never"
