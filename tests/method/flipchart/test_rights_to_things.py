"""The tables of rights, by which the method decides and the room's menus offer."""

import pytest
from asking_of_things import ASKING, beside, lets
from authorships import Authorships
from rights_said import FILE, KEPT_BY_A_DOOR, in_state, is_open, said, written

from footpath.method import COMMANDS
from footpath.method.flipchart.rights_to_things import (
    AFTER_CLOSE,
    LEFT_OFF,
    PART_OF,
    RIGHTS,
    Whose,
    has_right,
)
from footpath.method.flipchart.tellers import unspoken
from footpath.method.things.kinds import KIND_IN
from footpath.method.things.things import GROUP_TEXT, Experience, Moment, Offer, Thing

STATES = [(False, False), (False, True), (True, False), (True, True)]
OF_WHAT_EVERYBODY_READS = ("MoveNote", "OpenWords", "NarrowWords", "Hide")
ALSO_FOR = {"RewordAtRequest": "Reword", "OfferWording": "Reword"}
"""Who has the one right needs not ask for the other."""


def test_every_right_is_a_command_s_and_of_kinds_that_there_are() -> None:
    named = {PART_OF.get(to, to) for to in RIGHTS}
    assert named - {KEPT_BY_A_DOOR} <= {command.__name__ for command in COMMANDS}
    assert set(AFTER_CLOSE) <= set(RIGHTS)
    assert set(RIGHTS) == set(ASKING)
    tables = [*RIGHTS.values(), *AFTER_CLOSE.values()]
    assert {kind for right in tables for kind in right} - {LEFT_OFF} <= set(KIND_IN.values())
    assert {one for right in tables for of in right.values() for one in of} == set(Whose)


@pytest.fixture(scope="module", params=STATES, ids=str)
def group(request: pytest.FixtureRequest) -> Authorships:
    return in_state(*request.param)


def test_the_rooms_own_tests_hold_its_menus_against_these_tables() -> None:
    """Else run `tests/rights_said.py`, which writes the file anew."""
    assert FILE.read_text(encoding="utf-8") == written(said())


@pytest.mark.parametrize("to", sorted(set(RIGHTS) - {"MaskEverywhere"}))
def test_A4a_A4c_G15b_what_the_method_lets_somebody_ask_of_a_thing_is_what_the_tables_say(
    group: Authorships, to: str
) -> None:
    asked = [
        (name, thing, person, group.chart.people[person].called)
        for name, thing in things(group, to)
        for person in group.chart.people
        if group.chart.may_read(thing, person)
    ]
    by_table = [(name, who) for name, thing, one, who in asked if says(group, to, thing, one)]
    let = [(name, who) for name, thing, person, who in asked if lets(group, to, thing, person)]
    assert asked
    assert by_table == let


def test_E4a_a_name_is_masked_everywhere_by_facilitators_and_by_who_tells_where_it_stands(
    group: Authorships,
) -> None:
    note = group.thing(group.ids["note"])
    let = {one for one in group.chart.people if lets(group, "MaskEverywhere", note, one)}
    told = {teller for id in group.ids.values() for teller in _tellers(group.thing(id))}
    assert let == {group.fay, *told} - {group.gus}


def _tellers(thing: Thing) -> list[int]:
    return thing.storytellers if isinstance(thing, Experience) else []


def says(group: Authorships, to: str, thing: Thing, person: int) -> bool:
    """Whether somebody may ask for this of a thing, by the tables of rights and of roles."""

    def right(to: str, thing: Thing) -> bool:
        return is_open(group, to, person) and has_right(group.chart, to, thing, person)

    if to == "LeaveClash" and isinstance(thing, Offer):
        return right(to, thing) or right("SettleOffer", group.thing(thing.about))
    if to == "TakeClash":
        second = right("LeaveClash", beside(group, thing, clash=True)[0])
        return right("SettleOffer", thing) or (second and right(to, thing))
    if to in ("TellMoment", "TellMomentAtRequest"):
        tells = right("TellMoment", thing) or right(to, thing)
        return right("ArrangeMoment", thing) and tells
    return right(to, thing) or (to in ALSO_FOR and right(ALSO_FOR[to], thing))


def things(group: Authorships, to: str) -> list[tuple[str, Thing]]:
    """The things of which it can be asked, by their names."""
    found = [(name, group.thing(id)) for name, id in group.ids.items()]
    return [(name, thing) for name, thing in found if _is_asked(group, to, name, thing)]


def _is_asked(group: Authorships, to: str, name: str, thing: Thing) -> bool:
    if thing.deleted:
        return to == "BringBack"
    if PART_OF.get(to, to) == "ArrangeMoment":
        return isinstance(thing, Moment)
    if to in OF_WHAT_EVERYBODY_READS and not group.chart.may_read(thing, None):
        return False
    if to in ("SettleOffer", "TakeClash"):
        return bool(beside(group, thing, clash=to == "TakeClash"))
    if to == "LeaveClash":
        return isinstance(thing, Offer) and thing.clash
    if to == "EndTellersTurn":
        return isinstance(thing, Experience) and bool(unspoken(group.chart, thing))
    if to == "TellTogether":
        return isinstance(thing, Experience) and bool(thing.named)
    if to == "Delete" and name == "joint story":  # what others say there keeps it there
        return False
    return to != "KeepBack" or not isinstance(thing, GROUP_TEXT)
