"""Reading a session-timeline file, checked whole before anything is played, with
every time as a moment.
"""

import json
from pathlib import Path

from footpath.method.words.readable import readable
from footpath.replaying.clock import FileClock, NoTime
from footpath.replaying.file_check import check
from footpath.replaying.studies import read_studies
from footpath.replaying.timeline import Event, Timeline, Unplayable

FORMAT = "session-timeline/1"


def read(path: Path) -> Timeline:
    """Read and check a file.

    Raises:
        Unplayable: with one clear sentence, before anything is played.
    """
    try:
        file = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as missing:
        raise Unplayable(f"{path} cannot be read: {missing.strerror}.") from None
    except RecursionError:
        raise Unplayable(f"{path.name} is nested too deeply to be read.") from None
    except ValueError as broken:
        raise Unplayable(f"{path.name} is not well-formed JSON: {broken}.") from None
    file = readable(file)
    if not isinstance(file, dict) or file.get("format") != FORMAT:
        raise Unplayable(f"{path.name} is not a {FORMAT} file.")
    check(file, path.name)
    return _timeline(file, path.stem)


def _timeline(file: Event, name: str) -> Timeline:
    try:
        clock = FileClock(file.get("date"), file.get("timezone"))
        people = [_timed(person, ("joins", "leaves"), clock) for person in file["people"]]
        events: list[Event] = []
        for event in [*file["timeline"], *(file.get("after") or [])]:
            at = clock.moment(event.get("t") if event.get("t") is not None else event.get("at"))
            events.append(
                _timed({**event, "at_ms": at}, ("entered_at", "queued", "arrives"), clock)
            )
        research = read_studies(file, events)
    except NoTime as no:
        raise Unplayable(str(no)) from None
    return Timeline(
        title=str(file.get("title") or file.get("id") or name),
        people=people,
        maps=file.get("maps") or {},
        events=_with_comings(people, events),
        questions={
            int(e["step"]): e["title"]
            for e in reversed(events)
            if e["do"] == "open_step" and e.get("title")
        },
        expected=file.get("expected"),
        clock=clock,
        research=research,
    )


def _timed(given: Event, fields: tuple[str, ...], clock: FileClock) -> Event:
    """A part of the file with its further times as moments; words such as "late" in their
    place are left alone.
    """
    times = {
        f"{field}_ms": clock.near(given[field]) for field in fields if clock.reads(given.get(field))
    }
    return {**given, **times}


def _comings(people: list[Event], events: list[Event]) -> list[Event]:
    """The comings and goings that people's own lines tell, and no entry."""
    told = {(event["do"], event.get("by")) for event in events}
    return [
        {"do": do, "by": str(person["id"]), "at_ms": person[field]}
        for person in people
        for do, field in (("join", "joins_ms"), ("leave", "leaves_ms"))
        if field in person and (do, person["id"]) not in told
    ]


def _with_comings(people: list[Event], events: list[Event]) -> list[Event]:
    placed = list(events)
    for coming in sorted(_comings(people, events), key=lambda one: one["at_ms"]):
        later = (place for place, event in enumerate(placed) if event["at_ms"] > coming["at_ms"])
        placed.insert(next(later, len(placed)), coming)
    return placed
