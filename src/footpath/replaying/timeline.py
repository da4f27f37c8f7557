"""Reading a session-timeline file: what it must be, checked whole before anything is played."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec import Struct

FORMAT = "session-timeline/1"
MAKING = {
    "note", "note_offline", "group", "aim", "map_step", "reflection", "value", "process_step", "decision", "exception",
    "open_question", "checkout", "ask", "memo",
}  # fmt: skip
COUNTED = (
    "note", "note_offline", "map_step", "reflection", "value", "process_step", "decision", "exception",
    "open_question", "checkout",
)  # fmt: skip
VERBS = MAKING | {
    "join", "leave", "break", "open_step", "close", "consent", "reveal", "edit", "aim_change", "propose", "object",
    "say", "drop", "reconnect", "merge", "rename_group", "tag", "park", "dots", "answer", "move", "redact", "reorder",
    "delete", "undo", "consent_note", "information_sheet", "withdraw", "export", "correct",
}  # fmt: skip
REFERRING = ("from", "serves", "notes", "about", "aims", "aim", "into", "before")
"""Fields that name things; `id` names the thing that an event makes, or that it is about."""

Event = dict[str, Any]


class Unplayable(Exception):
    """The file cannot be played; the message is one sentence for whoever gave it."""


class Timeline(Struct, kw_only=True):
    """A file that can be played: its events in order with their times in ms since 1970, UTC."""

    title: str
    people: list[Event]
    maps: dict[str, Event]
    events: list[Event]
    questions: dict[int, str]
    expected: Event | None


def read(path: Path) -> Timeline:
    """Read and check a file.

    Raises:
        Unplayable: with one clear sentence, before anything is played.
    """
    try:
        file = json.loads(path.read_text(encoding="utf-8"))
    except OSError as missing:
        raise Unplayable(f"{path} cannot be read: {missing.strerror}.") from None
    except (ValueError, RecursionError) as broken:
        raise Unplayable(f"{path.name} is not well-formed JSON: {broken}.") from None
    if not isinstance(file, dict) or file.get("format") != FORMAT:
        raise Unplayable(f"{path.name} is not a {FORMAT} file.")
    for field, kind in (("people", list), ("timeline", list)):
        if not isinstance(file.get(field), kind):
            raise Unplayable(f"{path.name} has no list of {field}.")
    events = _events(file)
    timeline = Timeline(
        title=str(file.get("title") or file.get("id") or path.stem),
        people=_people(file), maps=_maps(file), events=events,
        questions={e["step"]: e["title"] for e in reversed(events) if e["do"] == "open_step" and e.get("title")},
        expected=file.get("expected") if isinstance(file.get("expected"), dict) else None,
    )  # fmt: skip
    _check_ids(timeline)
    return timeline


def _people(file: Event) -> list[Event]:
    people = [person for person in file["people"] if isinstance(person, dict) and person.get("id")]
    if len(people) != len(file["people"]) or not people:
        raise Unplayable("Every person in the file needs an id, and there must be at least one.")
    return people


def _maps(file: Event) -> dict[str, Event]:
    maps = file.get("maps") or {}
    if not isinstance(maps, dict) or not all(isinstance(one, dict) for one in maps.values()):
        raise Unplayable("The file's maps must be named objects.")
    return maps


def _events(file: Event) -> list[Event]:
    after = file.get("after") or []
    events = [event for event in [*file["timeline"], *after] if isinstance(event, dict)]
    if len(events) != len(file["timeline"]) + len(after):
        raise Unplayable("Every entry of the timeline must be an object.")
    for event in events:
        if event.get("do") not in VERBS:
            raise Unplayable(f"Footpath does not know the verb “{event.get('do')}” (entry {event.get('n', '?')}).")
    clock = _Clock(file)
    for event in events:
        event["at_ms"] = clock.ms(event.get("t") or event.get("at"), event)
        for field in ("entered_at", "queued", "arrives"):
            if event.get(field):
                event[f"{field}_ms"] = clock.ms(event[field], event)
    for person in file["people"]:
        for field in ("joins", "leaves"):
            if isinstance(person, dict) and isinstance(person.get(field), str):
                person[f"{field}_ms"] = clock.ms(person[field], person)
    return events


class _Clock:
    """Local times of the file's day as milliseconds since 1970, UTC."""

    def __init__(self, file: Event) -> None:
        self.date = str(file.get("date") or "2024-01-01")
        try:
            self.zone = ZoneInfo(str(file.get("timezone") or "UTC"))
        except (ZoneInfoNotFoundError, ValueError):
            raise Unplayable(f"There is no time zone “{file.get('timezone')}”.") from None
        self.last = 0

    def ms(self, given: Any, event: Event) -> int:
        """The moment that a time names; a missing one is the last one before it."""
        if given is None:
            return self.last
        text = str(given)
        try:
            moment = datetime.fromisoformat(text if "-" in text else f"{self.date}T{text}")
        except ValueError:
            raise Unplayable(f"“{given}” is no time (entry {event.get('n', event.get('id', '?'))}).") from None
        moment = moment if moment.tzinfo is not None else moment.replace(tzinfo=self.zone)
        self.last = int(moment.timestamp() * 1000)
        return self.last


def named(event: Event) -> list[str]:
    """The ids of things that an event names, its own apart."""
    found: list[str] = []
    for field in REFERRING:
        given = event.get(field)
        found += [str(one) for one in (given if isinstance(given, list) else [given]) if one is not None]
    for option in event.get("options") or []:
        to = (
            option[1]
            if isinstance(option, list) and len(option) > 1
            else option.get("to")
            if isinstance(option, dict)
            else None
        )
        if isinstance(to, str):
            found.append(to)
    return found


def _check_ids(timeline: Timeline) -> None:
    made: dict[str, Event] = {}
    persons = {str(person["id"]) for person in timeline.people}
    for event in timeline.events:
        id = _made(event)
        if id is not None and (id in made or id in persons):
            raise Unplayable(f"The id “{id}” is used for two things.")
        if id is not None:
            made[id] = event
    for event in timeline.events:
        _check_one(event, made, persons, timeline)
    _check_circles(made)


def _made(event: Event) -> str | None:
    if event["do"] == "aim_change":
        return str(event["aim"]) if event.get("change") == "add" and event.get("aim") else None
    return str(event["id"]) if event["do"] in MAKING and event.get("id") else None


def _check_one(event: Event, made: dict[str, Event], persons: set[str], timeline: Timeline) -> None:
    place = f"(entry {event.get('n', '?')})"
    for id in named(event):
        if id not in made and id not in timeline.maps and id not in persons and id != "end":
            raise Unplayable(f"The id “{id}” occurs nowhere in the file {place}.")
    if event["do"] not in MAKING and event.get("id") is not None and str(event["id"]) not in made:
        raise Unplayable(f"The id “{event['id']}” occurs nowhere in the file {place}.")
    for field in ("by", "entered_by", "person"):
        if event.get(field) is not None and str(event[field]) not in persons:
            raise Unplayable(f"There is no person “{event[field]}” in the file {place}.")
    if event["do"] == "map_step" and event.get("map") not in timeline.maps:
        raise Unplayable(f"There is no map “{event.get('map')}” in the file {place}.")


def _check_circles(made: dict[str, Event]) -> None:
    """Things may not rest on each other in a circle; ways of a process may."""
    done: set[str] = set()
    for start in made:
        path: list[str] = []
        waiting: list[tuple[str, bool]] = [(start, False)]
        while waiting:
            id, leaving = waiting.pop()
            if leaving:
                done.add(path.pop())
            elif id in path:
                raise Unplayable(f"“{id}” rests on itself in a circle.")
            elif id not in done and id in made:
                path.append(id)
                waiting.append((id, True))
                rests = made[id].get("from") or []
                waiting += [(str(one), False) for one in (rests if isinstance(rests, list) else [rests])]
