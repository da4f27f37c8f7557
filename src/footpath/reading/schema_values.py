"""Values of structured data as people would say them."""

import html
import re
from datetime import date, datetime
from typing import Any

from footpath.reading.calendar_entries import YEARS

Thing = dict[str, Any]


def strings(given: Any) -> list[str]:
    """What is a string, alone or in a list."""
    return [
        each for each in (given if isinstance(given, list) else [given]) if isinstance(each, str)
    ]


def things(given: Any) -> list[Any]:
    """What is a thing or a string, alone or in a list."""
    return [
        each
        for each in (given if isinstance(given, list) else [given])
        if isinstance(each, dict | str) and each
    ]


def parts_of(thing: Thing) -> list[Thing]:
    """The sittings that a thing consists of, or itself."""
    parts = [
        each
        for each in things(thing.get("subEvent")) + things(thing.get("subEvents"))
        if isinstance(each, dict)
    ]
    return [part for part in parts if part.get("startDate")] or [thing]


def name_of(thing: Thing) -> str:
    """What to call a thing in a question."""
    title = line(thing.get("name"))
    return f"“{title[:80]}”" if title else "an entry without a name"


def moment(said: str) -> datetime | date | None:
    """A time or a day in the form of ISO 8601 within the years in which people meet; nothing
    for anything else.
    """
    made = _moment(said)
    return made if made is not None and made.year in YEARS else None


def _moment(said: str) -> datetime | date | None:
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", said):
        try:
            return date.fromisoformat(said)
        except ValueError:
            return None
    if not re.fullmatch(
        r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?\s?(?:Z|[+-]\d{2}:?\d{2})?", said
    ):
        return None
    try:
        return datetime.fromisoformat(said.replace(" ", "T", 1).replace(" ", ""))
    except ValueError:
        return None


def is_local(at: datetime | date) -> bool:
    """Whether it has no distance from UTC."""
    return not isinstance(at, datetime) or at.tzinfo is None


def iso(at: datetime | date) -> str:
    """As ISO 8601, local where no distance from UTC is said."""
    if isinstance(at, datetime):
        return (
            at.replace(microsecond=0).isoformat() if at.tzinfo else at.isoformat(timespec="minutes")
        )
    return at.isoformat()


def line(given: Any) -> str | None:
    """A text in one line."""
    if not isinstance(given, str):
        return None
    return " ".join(html.unescape(given).split()) or None


def said_of(place: Any, *keys: str) -> list[tuple[str, str]]:
    """What is said of a place, with its keys."""
    if isinstance(place, str):
        return [("location", place)] if not keys else []
    address = place.get("address")
    inner = (
        [(key, value) for key, value in address.items() if isinstance(value, str)]
        if isinstance(address, dict)
        else []
    )
    return [
        (key, place[key])
        for key in (keys or ("name", "url", "address"))
        if isinstance(place.get(key), str)
    ] + inner


def address_of(place: Thing) -> str | None:
    """An address in one line."""
    address = place.get("address")
    if isinstance(address, str):
        return line(address)
    if not isinstance(address, dict):
        return None
    parts = [
        line(address.get(key))
        for key in (
            "streetAddress",
            "addressLocality",
            "addressRegion",
            "postalCode",
            "addressCountry",
        )
    ]
    return ", ".join(part for part in parts if part) or None


def in_full(place: Any) -> str:
    """A place with its name and address."""
    if isinstance(place, str):
        return line(place) or ""
    return ", ".join(
        dict.fromkeys(part for part in (line(place.get("name")), address_of(place)) if part)
    )
