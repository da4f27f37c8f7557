"""From what the reader found to a draft: what is said fills it; guesses are offered and
questions asked beside it.
"""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from footpath import clocks
from footpath.notices.models import Notice
from footpath.notices.times import is_zone
from footpath.reading import POINTS, Draft

CALLED = {
    "title": "title", "sittings": "when", "time_zone": "time zone", "where": "where",
    "registration": "registering", "drop_in": "turning up", "audience": "who it is for",
    "outcomes": "what comes out", "research": "research",
}  # fmt: skip
LINK = re.compile(r"https?://[^\s<>\"'()]+")
Row = dict[str, Any]
"""A sitting as it is typed: title, day, starts, ends, and `meant`, its two moments where they
were said exactly.
"""


@dataclass(frozen=True)
class Aside:
    """What stands beside a field: the reader's questions, and its guesses, each to be
    taken by one press.
    """

    questions: list[tuple[int, str]] = field(default_factory=list[tuple[int, str]])
    guesses: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])


def draft_of(read: Draft) -> dict[str, Any]:
    """What a new notice takes from the reader: values that are really said,
    nothing that is guessed.
    """
    reading = read.as_json()
    said = {point: reading[point]["value"] for point in POINTS}
    given: dict[str, Any] = {"reading": reading, "time_zone": ""}
    if said["time_zone"] is not None and is_zone(said["time_zone"]):
        given["time_zone"] = said["time_zone"]
    given["unfinished"] = rows_of(said["sittings"] or [])
    given |= _where(said["where"] or {})
    for point in ("audience", "outcomes"):
        given[point] = "\n".join(said[point] or [])
    research = said["research"] or {}
    given["research"] = "\n".join(
        line for line in (research.get("condition"), research.get("information")) if line
    )
    given["registration"] = said["registration"] not in (None, "not needed")
    given["drop_in"] = bool(said["drop_in"])
    return given


def studies_of(reading: dict[str, Any]) -> list[tuple[str, str]]:
    """The research projects that a notice names, and where their sheet is where it
    gives one link for all.
    """
    research = (reading.get("research") or {}).get("value") or {}
    links = LINK.findall(research.get("information") or "")
    return [
        (title[:300], links[0][:1000] if len(links) == 1 else "")
        for title in research.get("projects", [])
    ]


def _where(said: dict[str, Any]) -> dict[str, str]:
    place, link = said.get("address") or "", said.get("link") or ""
    if not link.lower().startswith(("https://", "http://")):
        link = ""  # what a browser would run, such as javascript:, is nothing that people open
    if not place and not link and said.get("kind") == "online":
        place = f"On {said['platform']}" if said.get("platform") else "Online"
    return {"call_link": link[:1000], "place": place[:500]}


def rows_of(sittings: list[dict[str, Any]]) -> list[Row]:
    """Sittings as they are said; where they are at several places, each is
    called by its own too.
    """
    if len({one["place"] for one in sittings}) < 2:
        return [_row_of(one) for one in sittings]
    return [
        _row_of({**one, "title": ", ".join(filter(None, (one["title"], one["place"])))})
        for one in sittings
    ]


def _row_of(said: dict[str, Any]) -> Row:
    """A sitting as it is said, in the fields in which it is typed."""
    starts, ends = said["starts_at"] or "", said["ends_at"] or ""
    row = {
        "title": (said["title"] or "")[:200],
        "day": starts[:10],
        "starts": starts[11:16],
        "ends": ends[11:16],
    }
    row["next_day"] = "on" if ends[:10] > starts[:10] and ends[11:16] else ""
    row["meant"] = f"{starts} {ends}" if _is_exact(starts) and _is_exact(ends) else ""
    return row


def _is_exact(said: str) -> bool:
    return len(said) > 16 and ("+" in said[16:] or "-" in said[16:] or said.endswith("Z"))


def meant_by(row: Row) -> tuple[datetime, datetime] | None:
    """The moments of a row that was said exactly, while its hours stand as they were
    said; None otherwise.
    """
    try:
        starts, ends = (datetime.fromisoformat(said) for said in row.get("meant", "").split(" "))
    except ValueError:
        return None
    shown = (f"{starts:%Y-%m-%d}", f"{starts:%H:%M}", f"{ends:%H:%M}")
    if (
        starts.tzinfo is None
        or ends.tzinfo is None
        or shown != (row["day"], row["starts"][:5], row["ends"][:5])
    ):
        return None
    return starts.astimezone(UTC), ends.astimezone(UTC)


def asides(notice: Notice) -> dict[str, Aside]:
    """What stands beside each field of a draft that was read from a notice."""
    found = {point: Aside() for point in (*POINTS, "organisation", "method")}
    for number, one in enumerate(notice.reading.get("questions", [])):
        found.setdefault(one["about"], Aside()).questions.append((number, one["question"]))
    for point in POINTS:
        for number, guess in enumerate(notice.reading.get(point, {}).get("suggested", [])):
            found[point].guesses.append((f"{point}:{number}", in_words(point, guess)))
    return found


def in_words(point: str, guess: Any) -> str:
    """A guess as its button says it."""
    if point == "sittings":
        return "; ".join(_sitting_in_words(one) for one in guess)
    if point == "drop_in":
        return "They may just turn up" if guess else "They have to register"
    if point == "registration":
        return {"not needed": "They need not register"}.get(str(guess), "They register")
    if point == "time_zone":
        return str(guess).replace("_", " ")
    if point == "where":
        return ", ".join(
            str(part) for part in (guess["platform"], guess["address"], guess["link"]) if part
        )
    if point == "research":
        return "; ".join(guess["projects"])
    return "; ".join(guess) if isinstance(guess, list) else str(guess)


def _sitting_in_words(said: dict[str, Any]) -> str:
    try:
        starts = datetime.fromisoformat(said["starts_at"])
        if len(said["starts_at"]) <= 10:
            return clocks.day(starts)
        if not said["ends_at"]:
            return f"{clocks.day(starts)}, from {clocks.hour(starts)}"
        return clocks.day_and_hours(starts, datetime.fromisoformat(said["ends_at"]))
    except (TypeError, ValueError):
        return str(said["starts_at"])


def taken(notice: Notice, choice: str) -> tuple[str, Any] | None:
    """The point and the guess that a press chose; None where there is none such."""
    point, _, number = choice.partition(":")
    guesses = notice.reading.get(point, {}).get("suggested", []) if point in POINTS else []
    return (
        (point, guesses[int(number)])
        if number.isdecimal() and len(number) < 5 and int(number) < len(guesses)
        else None
    )


def settled(reading: dict[str, Any], about: str, number: int | None = None) -> dict[str, Any]:
    """The reading without what was asked about a point: one question, or its only one, with
    the guesses at it.
    """
    asked = reading.get("questions", [])
    of_point = [at for at, one in enumerate(asked) if one["about"] == about]
    gone = {number} if number is not None else set(of_point) if len(of_point) == 1 else set[int]()
    left = {**reading, "questions": [one for at, one in enumerate(asked) if at not in gone]}
    if about in POINTS and about in reading and not set(of_point) - gone:
        left[about] = {**reading[about], "suggested": []}
    return left


def marked(notice: Notice) -> SafeString:
    """The text that was pasted, with the passages marked that something was taken from."""
    text, at = notice.pasted, 0
    parts: list[tuple[SafeString | str]] = []
    for start, end, point in _passages(notice):
        if start < at:
            continue
        parts += [
            (text[at:start],),
            (format_html('<mark title="{}">{}</mark>', CALLED[point], text[start:end]),),
        ]
        at = end
    parts.append((text[at:],))
    return format_html_join("", "{}", parts)


def _passages(notice: Notice) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    for point in POINTS:
        words = (notice.reading.get(point) or {}).get("words") or ""
        start = notice.pasted.find(words) if words else -1
        if start >= 0:
            found.append((start, start + len(words), point))
    return sorted(found, key=lambda passage: (passage[0], -passage[1]))


def local_row(title: str, starts_at: datetime, ends_at: datetime, zone: str, **more: Any) -> Row:
    """A sitting that is stored, in the fields in which it is typed."""
    starts, ends = starts_at.astimezone(ZoneInfo(zone)), ends_at.astimezone(ZoneInfo(zone))
    next_day = "on" if ends.date() > starts.date() else ""
    return {
        "title": title,
        "day": f"{starts:%Y-%m-%d}",
        "starts": f"{starts:%H:%M}",
        "ends": f"{ends:%H:%M}",
        "next_day": next_day,
        "meant": "",
        **more,
    }
