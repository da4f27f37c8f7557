"""O5, O6, L2: what lies near many lines, walked once for all of them."""

import pytest
from calling import calls_of
from histories import ASKABLE, TYING, Monkey
from table import Group

from footpath.method.lines.nearness import Nearness
from footpath.method.lines.tracing import is_line, near

OFTEN = (*TYING, "AnswerLine", "PlaceMoment", "TellExperience", "Park", "MoveNote")


@pytest.mark.parametrize("seed", range(8))
def test_O6a_what_lies_near_many_lines_is_what_walking_each_of_them_finds(seed: int) -> None:
    chart = Monkey(
        seed, 200, [*ASKABLE, *[one for one in ASKABLE if one.__name__ in OFTEN] * 2]
    ).group.chart
    lines = [id for id, thing in chart.things.items() if is_line(thing)]
    found = Nearness(chart, lines)
    for line in lines:
        assert {id for id in chart.things if found.is_near(id, line)} == set(near(chart, line))
    places = {id: 1 << place for place, id in enumerate(chart.things)}
    gathered = found.gathered(places.__getitem__)
    assert gathered == {line: sum(places[id] for id in near(chart, line)) for line in lines}


def net(lines: int, depth: int) -> tuple[Group, int]:
    """Lines above one deep net of notes, each of which somebody left out; and the lowest note."""
    group = Group()
    rows = [[lowest := group.note(group.sam, "lowest")]]
    for layer in range(depth):
        row = [group.note(group.tess, f"{layer} {place}") for place in range(8)]
        for note in row:
            group.do(
                group.tess, "MoveNote", about=note, phase="reflect", kind="note", on=rows[-1][:5]
            )
        rows.append(row)
    for place in range(lines):
        line = group.note(group.tess, f"line {place}")
        group.do(group.tess, "MoveNote", about=line, phase="reflect", kind="note", on=rows[-1][:5])
        group.do(group.tess, "Park", about=line, reason="later")
        group.do(group.sam, "AnswerLine", about=line, answer="leave_out")
    return group, lowest


@pytest.mark.parametrize(("act", "fields"), [("Park", {"reason": "later"}), ("Delete", {})])
def test_L2g_a_line_that_somebody_left_costs_no_walk_of_its_own(
    act: str, fields: dict[str, str]
) -> None:
    more = list[int]()
    for depth in (3, 12):
        few, many = (net(lines, depth) for lines in (5, 25))
        costs = [
            calls_of(lambda group=group, low=low: group.do(group.sam, act, about=low, **fields))
            for group, low in (few, many)
        ]
        more.append(costs[1] - costs[0])
    assert more[1] < 1.5 * more[0], "twenty lines more cost the same above a deep net"


def test_L2g_what_hangs_above_a_note_that_is_moved_is_looked_at_once() -> None:
    cost = list[int]()
    for many in (10, 40):
        group = Group()
        low, other = group.note(group.sam, "low"), group.note(group.sam, "other")
        row = [group.note(group.sam, f"row {place}") for place in range(many)]
        for note in row:
            group.do(group.sam, "MoveNote", about=note, phase="reflect", kind="note", on=[low])
        for place in range(many):
            high = group.note(group.sam, f"high {place}")
            group.do(group.sam, "MoveNote", about=high, phase="reflect", kind="note", on=row)
        fields = {"about": low, "phase": "reflect", "kind": "note", "on": [other]}
        cost.append(
            calls_of(lambda group=group, fields=fields: group.do(group.sam, "MoveNote", **fields))
        )
    assert cost[1] < 16 * cost[0]
