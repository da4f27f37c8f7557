"""What browsers receive of things by whoever they are, and what each person may ask of them: for
the room's own tests, which work out the same from what they receive.

Written anew by `.venv/bin/python tests/rights_said.py`.
"""

import json
from pathlib import Path
from typing import Any

import msgspec
from authorships import Authorships

from footpath.method.deciding import ASKED
from footpath.method.flipchart.rights_to_things import PART_OF, RIGHTS, has_right
from footpath.method.things.kinds import KIND_IN
from footpath.method.throughout.admitting import open_to, open_to_who_keeps_the_pace

FILE = Path(__file__).parents[1] / "frontend/tests/parts/rights_said.json"
STATES = [(False, False), (False, True), (True, False)]
"""Whether the flipchart is closed, and whether everyone changes the group's text."""
KEPT_BY_A_DOOR = "KeepBack"
ASK_OF = {command.__name__: ask for command, ask in ASKED.items()}
LEFT_OUT = (
    "text", "number", "said_at", "was", "phase",
    "cited_by", "questions", "standing", "moments", "heard_in", "serves", "fork_said", "served_by",
    "offered_by", "rests_on", "notes", "offers", "where", "group", "lanes", "stages",
)  # fmt: skip
"""Fields that have nothing to do with whose a thing is, where the file would only be longer."""


def in_state(closed: bool, text_open: bool) -> Authorships:
    """The workshop with things of every kind by everybody, in one of its states."""
    group = Authorships()
    if text_open:
        group.do(group.fay, "OpenText")
    if closed:
        group.do(group.fay, "CloseFlipchart")
    return group


def is_open(group: Authorships, to: str, person: int) -> bool:
    """Whether it is open to somebody's roles just now, whatever it is about."""
    if to == KEPT_BY_A_DOOR:
        return True
    chart, ask, known = group.chart, ASK_OF[PART_OF.get(to, to)], group.chart.people[person]
    keeps_pace = chart.pace_holder == person
    return not known.removed and (
        any(
            open_to(ask, role, closed=chart.closed, text_open=chart.text_open)
            for role in known.roles
        )
        or (keeps_pace and open_to_who_keeps_the_pace(ask, closed=chart.closed))
    )


def said() -> list[dict[str, Any]]:
    """State by state, what each receives and may ask for."""
    return [_said(in_state(*state)) for state in STATES]


def _said(group: Authorships) -> dict[str, Any]:
    here = [id for id, person in group.chart.people.items() if not person.removed]
    layers = {one: _layer(group, one) for one in ("everyone", "facilitators", *here)}
    return {
        "layers": layers,
        "rights": {id: _rights(group, id, layers) for id in here},
    }


def _layer(group: Authorships, audience: str | int) -> dict[str, Any]:
    whole = msgspec.to_builtins(group.sight.whole(audience), str_keys=True)
    asked = {PART_OF.get(to, to) for to in RIGHTS}
    sheet = whole.get("sheet", {})
    may = {role: sorted(asked & {*names}) for role, names in sheet.get("may", {}).items()}
    kept = ("closed", "text_open", "pace_holder", "phase", "opened")
    workshop = {name: sheet["workshop"].get(name) for name in kept} if "workshop" in sheet else None
    things = {
        collection: {
            id: {name: field for name, field in view.items() if name not in LEFT_OUT}
            for id, view in whole.get(collection, {}).items()
        }
        for collection in KIND_IN
    }
    told = {"sheet": {"may": may, "workshop": workshop}} if workshop else {}
    return {**told, "people": whole.get("people", {}), **things}


def _rights(group: Authorships, person: int, layers: dict[Any, Any]) -> dict[str, list[int]]:
    leads = "facilitator" in group.chart.people[person].roles
    mine = ["everyone", *(["facilitators"] if leads else []), person]
    received = {int(id) for one in mine for kind in KIND_IN for id in layers[one][kind]}
    things = [group.thing(id) for id in sorted(received)]
    found = {
        to: [
            thing.id
            for thing in things
            if is_open(group, to, person) and has_right(group.chart, to, thing, person)
        ]
        for to in RIGHTS
    }
    return {to: ids for to, ids in found.items() if ids}


def written(told: list[dict[str, Any]]) -> str:
    """The file, a line for each layer and for what each person may ask for."""
    states = [
        "{"
        + ",\n".join(
            f"{json.dumps(part)}: {{\n"
            + ",\n".join(f"{json.dumps(str(one))}: {json.dumps(what)}" for one, what in of.items())
            + "\n}"
            for part, of in state.items()
        )
        + "}"
        for state in told
    ]
    return "[\n" + ",\n".join(states) + "\n]\n"


if __name__ == "__main__":
    FILE.write_text(written(said()), encoding="utf-8")
