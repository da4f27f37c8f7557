"""Checking a timeline file before anything is played: the kind of every field, and that every
id names one thing.
"""

from typing import Any

from footpath.replaying.fields import Id, check_kinds, fits
from footpath.replaying.timeline import CHANGING, MAKING, VERBS, Event, Unplayable

CHANGES = {
    "keep": "KeepAim", "kept": "KeepAim", "edit": "ChangeAim", "change": "ChangeAim",
    "reword": "ChangeAim", "drop": "DropAim", "remove": "DropAim", "unresolved": "LeaveAimOpen",
    "open": "LeaveAimOpen", "add": "AddAim", "propose": "TakePosition", "object": "TakePosition",
    "park": "Park",
}  # fmt: skip
"""What an `aim_change` may say, and the command that it becomes."""

REFERRING = ("from", "serves", "notes", "about", "aims", "aim", "into", "before")
"""Fields that name things; `id` names the thing that an event makes, or that it is about."""

PERSONS = ("by", "entered_by", "person")

_NEEDS: dict[str, tuple[tuple[str, ...], ...]] = {
    **dict.fromkeys(MAKING | CHANGING, (("id",),)),
    **dict.fromkeys(
        (
            "note", "note_offline", "checkout", "ask", "memo", "aim", "process_step", "exception",
            "open_question", "correct", "agreement",
        ),
        (("id",), ("text",)),
    ),
    **dict.fromkeys(("say", "consent_note"), (("text",),)),
    **dict.fromkeys(("join", "leave", "drop", "reconnect"), (("by",),)),
    "memo": (("id",), ("by",), ("text",)), "dots": (("aims",),),
    "map_step": (("id",), ("map",), ("text",)), "reflection": (("id",), ("kind",), ("text",)),
    "value": (("id",), ("name", "text")), "decision": (("id",), ("question", "text")),
    "group": (("id",), ("title", "text")), "rename_group": (("id",), ("title", "text")),
    "edit": (("id",), ("text", "title", "name", "question")),
    "tag": (("id",), ("tag",)), "merge": (("id",), ("into",)),
    "move": (("id",), ("to_step", "as_")), "answer": (("about",), ("text",)),
    "agree": (("by",), ("about",)),
    "open_step": (("step",),), "aim_change": (("aim",), ("change",)),
    "propose": (("aim",), ("text",)), "object": (("aim",), ("text",)),
}  # fmt: skip
"""What an entry of each verb cannot be without; of several names one is enough."""


def check(file: Event, name: str) -> None:
    """Check a file that says it is a timeline.

    Raises:
        Unplayable: with one clear sentence.
    """
    for field in ("people", "timeline"):
        if not fits(file.get(field), list[Any]):
            raise Unplayable(f"{name} has no list of {field}.")
    for field, kind, called in (
        ("after", list[Any], "a list"),
        ("maps", dict[str, Any], "an object"),
        ("expected", dict[str, Any], "an object"),
    ):
        if not fits(file.get(field), kind | None):
            raise Unplayable(f"The file's {field} must be {called}.")
    persons = _check_people(file)
    maps = _check_maps(file, persons)
    events = [*file["timeline"], *(file.get("after") or [])]
    if not events:
        raise Unplayable(f"{name} has an empty timeline, so there is nothing to play.")
    for place, event in enumerate(events, start=1):
        if not isinstance(event, dict):
            raise Unplayable(f"Entry {place} of the timeline is not an object.")
        if not isinstance(event.get("do"), str) or event["do"] not in VERBS:
            raise Unplayable(
                f"Footpath does not know the verb `{str(event.get('do'))[:80]}` "
                f"({_place(event, place)})."
            )
    for place, event in enumerate(events, start=1):
        _check_fields(event, f"{event['do']}, {_place(event, place)}")
    made = _made(events, persons | maps)
    for place, event in enumerate(events, start=1):
        _check_named(event, made, persons, maps, _place(event, place))
    _check_circles(made)


def _place(event: Event, place: int) -> str:
    return f"entry {event['n'] if isinstance(event.get('n'), int | str) else place}"


def _check_people(file: Event) -> set[str]:
    persons: set[str] = set()
    for place, person in enumerate(file["people"], start=1):
        if not isinstance(person, dict) or not fits(person.get("id"), Id):
            raise Unplayable(f"Person {place} of the file has no id.")
        check_kinds(person, f"person {person['id']}")
        if str(person["id"]) in persons:
            raise Unplayable(f"The id `{person['id']}` is used for two people.")
        persons.add(str(person["id"]))
    if not persons:
        raise Unplayable("The file names no people, so there is nobody to play it.")
    return persons


def _check_maps(file: Event, persons: set[str]) -> set[str]:
    maps = file.get("maps") or {}
    for name, one in maps.items():
        if not isinstance(one, dict):
            raise Unplayable(f"The map `{name}` must be an object.")
        check_kinds(one, f"map {name}")
        for teller in _several(one.get("tellers") or one.get("teller")):
            if teller not in persons:
                raise Unplayable(
                    f"The map `{name}` is told by `{teller}`, who is nobody in the file."
                )
        if name in persons:
            raise Unplayable(f"The id `{name}` is used for two things.")
    return set(maps)


def _check_fields(event: Event, place: str) -> None:
    check_kinds(event, place)
    for names in _NEEDS.get(event["do"], ()):
        if all(event.get(one) is None for one in names):
            raise Unplayable(f"`{' or '.join(names)}` is missing ({place}).")
    if event["do"] == "reflection" and event["kind"] not in (
        "liked",
        "disliked",
        "differently",
        "similar",
    ):
        raise Unplayable(f"Footpath does not know the reflection `{event['kind']}` ({place}).")
    if event["do"] == "aim_change":
        if event["change"] not in CHANGES:
            raise Unplayable(
                f"Footpath does not know the change `{event['change']}` of an aim ({place})."
            )
        if CHANGES[event["change"]] in ("ChangeAim", "TakePosition") and event.get("text") is None:
            raise Unplayable(f"`text` is missing ({place}).")


def _several(given: Any) -> list[str]:
    return [str(one) for one in (given if isinstance(given, list) else [given]) if one is not None]


def _own_id(event: Event) -> str | None:
    """The id of what an event makes. An aim that is added may be a note that is there already."""
    return str(event["id"]) if event["do"] not in CHANGING and event.get("id") is not None else None


def _made(events: list[Event], taken: set[str]) -> dict[str, Event]:
    made: dict[str, Event] = {}
    for event in events:
        id = _own_id(event)
        if id is not None and (id in made or id in taken):
            raise Unplayable(f"The id `{id}` is used for two things.")
        if id is not None:
            made[id] = event
    added: dict[str, Event] = {}
    for event in events:
        if event["do"] == "aim_change" and event["change"] in ("add", "propose"):
            id = str(event["aim"])
            known = made.get(id)
            if event["change"] == "propose" and (known is not None or id in added):
                continue  # a position on what is there
            if (
                id in added
                or id in taken
                or (known is not None and not known["do"].startswith("note"))
            ):
                raise Unplayable(f"The id `{id}` is used for two things.")
            if known is None and event.get("text") is None:
                raise Unplayable(f"`text` is missing of the aim `{id}` that is added.")
            added[id] = event
    return {**added, **made}


def named(event: Event) -> list[str]:
    """The ids of things that an event names, its own apart."""
    found = [one for field in (*REFERRING, "next") for one in _several(event.get(field))]
    for option in event.get("options") or event.get("branches") or []:
        to = (
            option.get("to")
            if isinstance(option, dict)
            else option[1]
            if isinstance(option, list) and len(option) > 1
            else None
        )
        found += _several(to)
    return found


def _check_named(
    event: Event, made: dict[str, Event], persons: set[str], maps: set[str], place: str
) -> None:
    known = made.keys() | maps | persons | {"end"}
    own = [str(event["id"])] if event["do"] in CHANGING else []
    for id in [*own, *named(event), *(_several(event.get("except_items")))]:
        if id not in known:
            raise Unplayable(f"The id `{id[:80]}` occurs nowhere in the file ({place}).")
    for field in PERSONS:
        if event.get(field) is not None and str(event[field]) not in persons:
            raise Unplayable(f"There is no person `{event[field]}` in the file ({place}).")
    if event["do"] == "map_step" and str(event["map"]) not in maps:
        raise Unplayable(f"There is no map `{event['map']}` in the file ({place}).")


def _check_circles(made: dict[str, Event]) -> None:
    """Things may not rest on each other in a circle; ways of a process may."""
    done: set[str] = set()
    for start in made:
        above: set[str] = set()
        waiting: list[tuple[str, bool]] = [(start, False)]
        while waiting:
            id, leaving = waiting.pop()
            if leaving:
                above.discard(id)
                done.add(id)
            elif id in above:
                raise Unplayable(f"`{id}` rests on itself in a circle.")
            elif id not in done and id in made:
                above.add(id)
                waiting.append((id, True))
                waiting += [(one, False) for one in _several(made[id].get("from"))]
