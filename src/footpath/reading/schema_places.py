"""Where something takes place, as structured data say it."""

import re
from typing import Any

from footpath.reading import calls
from footpath.reading.draft import Draft, Found, WhereSaid
from footpath.reading.literals import Literals
from footpath.reading.schema_values import Thing, in_full, line, name_of, said_of, strings, things


def place_of(thing: Thing) -> str | None:
    """The first place of a thing, in one line."""
    for place in things(thing.get("location")):
        if said := in_full(place) or (line(place.get("url")) if isinstance(place, dict) else None):
            return said
    return None


def read_where(draft: Draft, literals: Literals, parts: list[Thing]) -> None:
    """Fill in where it takes place."""
    located = [place for thing in parts for place in things(thing.get("location"))]
    modes = [mode for thing in parts for mode in strings(thing.get("eventAttendanceMode"))]
    said = [pair for place in located for pair in said_of(place)]
    text = "\n".join(value for _, value in said)
    platform, links = calls.PLATFORM.search(text), calls.call_links(text)
    virtual = [place for place in located if _is_virtual(place)]
    addresses = [
        in_full(place) for place in located if place not in virtual and not _is_call(in_full(place))
    ]
    urls = [place["url"] for place in virtual if isinstance(place.get("url"), str)]
    link = links[0].group() if links else next(iter(urls), None)
    online = bool(virtual or platform or link or re.search(r"Online|Mixed", " ".join(modes)))
    together = bool(addresses or re.search(r"Offline|Mixed", " ".join(modes)))
    if not (online or together):
        return
    kind = "both" if online and together else "online" if online else "in person"
    name = calls.platform_of(platform) if platform else None
    where = WhereSaid(kind, name, link, addresses[0] if addresses else None)
    draft.where = Found(where, _words_of(said, modes, literals))
    if online and not link:
        draft.ask(
            "where",
            f"The page names {name or 'an online meeting'} and gives no link: what is the link?",
        )
    if together and not addresses:
        draft.ask(
            "where",
            "The page says that people meet in person, but not at which address: where is it?",
        )
    if len(set(addresses)) > 1:
        draft.ask("where", f"The page gives {len(set(addresses))} places: where is the workshop?")
    for thing in parts:
        if located and not things(thing.get("location")):
            draft.ask(
                "where",
                f"The page does not say where {name_of(thing)} takes place: is it there too?",
            )


def _words_of(said: list[tuple[str, str]], modes: list[str], literals: Literals) -> str | None:
    """How the page says it: the place, or else how people come together."""
    words = next((words for key, value in said if (words := literals.words(key, value))), None)
    return words or next((literals.words("eventAttendanceMode", mode) for mode in modes), None)


def _is_virtual(place: Any) -> bool:
    return isinstance(place, dict) and "VirtualLocation" in " ".join(strings(place.get("@type")))


def _is_call(said: str) -> bool:
    return bool(
        not said
        or calls.PLATFORM.search(said)
        or calls.ONLINE.search(said)
        or said.startswith("http")
    )
