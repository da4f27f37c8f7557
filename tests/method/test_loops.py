"""L2, O10: notes that are about one another, however many and however deep, are
looked at once each.
"""

import itertools
from random import Random

import pytest
from calling import calls_of
from table import Group, refused

from footpath.method.flipchart.ties import DEEPEST
from footpath.method.lines.beneath import Beneath
from footpath.method.loops import lowest_first
from footpath.method.things.things import Note


def both_ways(many: int) -> Group:
    """Notes each of which is about the next and the one before, under a line: as an earlier
    record may hold them.
    """
    group = Group()
    ids = [group.note(group.sam, f"note {place}") for place in range(many)]
    for place, id in enumerate(ids):
        note = group.chart.things[id]
        assert isinstance(note, Note)
        note.about = [ids[other] for other in (place + 1, place - 1) if 0 <= other < many]
        group.chart.tie(note, note.about)
    group.do(group.kit, "AddAim", text="Pay early", rests_on=[ids[0]])
    return group


def test_L2g_notes_about_each_other_cost_what_they_are_and_not_their_square() -> None:
    groups = [both_ways(many) for many in (100, 400)]
    few, many = (calls_of(lambda group=group: Beneath(group.chart)) for group in groups)
    assert many < 5 * few


def test_O10_all_that_is_about_each_other_lies_beneath_a_line_that_rests_on_one() -> None:
    assert both_ways(5).sight.whole("everyone")["rests"].popitem()[1].said == "five notes"


@pytest.mark.parametrize("seed", range(6))
def test_O10_what_lies_lowest_comes_first_and_loops_come_together(seed: int) -> None:
    chance = Random(seed)
    beneath = {id: chance.sample(range(20), chance.choice([0, 1, 2])) for id in range(20)}

    def reached(id: int) -> set[int]:
        met, waiting = set[int](), [id]
        while waiting:
            met.update(new := [one for one in beneath[waiting.pop()] if one not in met])
            waiting += new
        return met

    groups = lowest_first(range(20), beneath.__getitem__)
    place = {id: at for at, group in enumerate(groups) for id in group}
    assert sorted(place) == list(range(20)) == sorted(id for group in groups for id in group)
    for one in range(20):
        for other in reached(one):
            assert place[other] <= place[one]
            assert (place[other] == place[one]) == (one == other or one in reached(other))


@pytest.mark.parametrize("bottom_first", [True, False])
def test_L2g_notes_of_any_kind_hang_on_each_other_so_deep_and_no_deeper(bottom_first: bool) -> None:
    group = Group()
    ids = [group.note(group.sam, f"note {place}") for place in range(DEEPEST + 3)]
    steps = list(itertools.pairwise(ids))
    with refused("These are about each other very deep"):
        for about, on in reversed(steps) if bottom_first else steps:
            group.do(group.sam, "MoveNote", about=about, phase="reflect", kind="note", on=[on])
