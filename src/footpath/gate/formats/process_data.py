"""The workshop as process data: OCEL 2.0 in JSON (https://www.ocel-standard.org/2.0/).

OCEL wants a time for everything. Ours are no dates: each opening of a phase begins a day of its
own, counted from 1970-01-01, and only the minutes since then mean something. What has no time
stands at the opening of its phase.
"""

from datetime import datetime, timedelta
from typing import Any

from footpath.gate.formats.as_json import as_text
from footpath.gate.material import LABEL, Files, Material, Piece

NAME = "process.ocel.json"
_BASE = datetime(1970, 1, 1)  # noqa: DTZ001
_HAPPENED = {
    "moment": "moment told",
    "story": "story told",
    "value": "value heard",
    "aim": "aim worded",
    "group": "notes grouped",
    "review": "aim looked at again",
    "phase": "phase opened",
}
_ELEMENTS = {"activity", "decision", "document", "wait", "exception", "control", "end"}
_ATTRIBUTES = (
    ("text", "string"),
    ("phase", "string"),
    ("feeling", "integer"),
    ("time_known", "boolean"),
)


def write(material: Material) -> Files:
    """Phases and things as objects, with what happened to them."""
    opened = {f"phase-{place}": one.phase for place, one in enumerate(material.phases, start=1)}
    kinds = sorted({object_kind(one) for one in material.pieces} | {"person", "phase"})
    happened = sorted({happening(one) for one in material.pieces} | {_HAPPENED["phase"]})
    document = {
        "objectTypes": [
            {"name": kind, "attributes": [{"name": name, "type": of} for name, of in _ATTRIBUTES]}
            for kind in kinds
        ],
        "eventTypes": [
            {
                "name": name,
                "attributes": [
                    {"name": "time_known", "type": "boolean"},
                    {"name": "label", "type": "string"},
                ],
            }
            for name in happened
        ],
        "objects": _objects(material, opened),
        "events": [
            *(
                {
                    "id": f"opened-{id}",
                    "type": _HAPPENED["phase"],
                    "time": _time(place, 0),
                    "attributes": [
                        {"name": "time_known", "value": True},
                        {"name": "label", "value": LABEL},
                    ],
                    "relationships": [{"objectId": id, "qualifier": "opened"}],
                }
                for place, id in enumerate(opened)
            ),
            *(_happened(one, opened) for one in material.pieces),
        ],
    }
    return {NAME: as_text(document)}


def object_kind(one: Piece) -> str:
    """The type of a piece as an object: what it is on the flipchart."""
    if one.kind in _HAPPENED:
        return one.kind
    return "element" if one.kind in _ELEMENTS else "note"


def happening(one: Piece) -> str:
    """What happened when it came to be."""
    return _HAPPENED.get(one.kind) or (
        "element placed" if one.kind in _ELEMENTS else f"{one.kind} said"
    )


def _objects(material: Material, opened: dict[str, str]) -> list[dict[str, Any]]:
    phases = (
        {"id": id, "type": "phase", "attributes": _values(phase=phase)}
        for id, phase in opened.items()
    )
    people = (
        {"id": case.pseudonym, "type": "person", "attributes": []} for case in material.people
    )
    return [*phases, *people, *(_object(one) for one in material.pieces)]


def _object(one: Piece) -> dict[str, Any]:
    links = [{"objectId": link.to, "qualifier": link.relation} for link in one.links]
    values = {"text": one.title, "phase": one.phase, "feeling": one.feeling}
    return {
        "id": one.code,
        "type": object_kind(one),
        "attributes": _values(**values),
        "relationships": links,
    }


def _values(**given: str | int | None) -> list[dict[str, Any]]:
    return [
        {"name": name, "time": _time(0, 0), "value": value}
        for name, value in given.items()
        if value is not None
    ]


def _happened(one: Piece, opened: dict[str, str]) -> dict[str, Any]:
    place = next((n for n, phase in enumerate(opened.values()) if phase == one.phase), 0)
    with_whom = [{"objectId": one.code, "qualifier": "made"}]
    if one.person is not None:
        with_whom.append({"objectId": one.person, "qualifier": "by"})
    return {
        "id": f"made-{one.code}",
        "type": happening(one),
        "time": _time(place, one.minute or 0),
        "attributes": [
            {"name": "time_known", "value": one.minute is not None},
            {"name": "label", "value": LABEL},
        ],
        "relationships": with_whom,
    }


def _time(place: int, minute: int) -> str:
    return (_BASE + timedelta(days=place, minutes=minute)).isoformat() + "Z"
