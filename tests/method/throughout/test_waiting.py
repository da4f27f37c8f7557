"""R2, L2: what waits for a storyteller's turn, however much lies beneath it."""

from random import Random

import pytest
from calling import calls_of
from table import Group

from footpath.method.phases.aims import held_notes
from footpath.method.things.things import Note
from footpath.method.throughout.storytellers_first import still_waiting, turns_to_wait_for


def net(layers: int, many: int, held: int) -> Group:
    """Layers of reflections on each other above a told story, and held ones on the highest of
    them and on another.
    """
    group, chance = Group(), Random(layers)
    below = [group.moment(told := group.story(group.sam))]
    group.do(group.sam, "EndTellersTurn", experience=told)
    for _ in range(layers):
        below = [reflects(group, chance.sample(below, min(5, len(below)))) for _ in range(many)]
    untold = group.story(group.tess)
    for _ in range(held):
        reflects(group, [*chance.sample(below, 2), untold])
    return group


def reflects(group: Group, about: list[int]) -> int:
    return group.do(group.kit, "WriteReflection", kind="liked", text="so", about=about)


def test_L2g_what_waits_is_looked_at_once_for_all_that_lies_beneath_it() -> None:
    few, many = (net(8, 20, held) for held in (10, 40))
    calls = [
        calls_of(lambda group=group: still_waiting(group.chart, held_notes(group.chart)))
        for group in (few, many)
    ]
    assert calls[1] < 2 * calls[0]


@pytest.mark.parametrize("seed", range(3))
def test_R2_of_many_each_waits_for_what_it_waits_for_by_itself(seed: int) -> None:
    group = net(2 + seed, 4, 5)
    held = list(held_notes(group.chart))
    apart = {one.id: turns_to_wait_for(group.chart, one.kind, one.about, one.by) for one in held}
    assert still_waiting(group.chart, held) == apart
    assert all(isinstance(one, Note) for one in held) and any(apart.values())


@pytest.mark.parametrize("way", ["says it is done", "is shown out", "takes the story back"])
def test_R2_what_was_written_in_a_silence_goes_up_once_nobody_is_waited_for(way: str) -> None:
    group = Group()
    told = group.story(group.tess)
    group.do(group.fay, "StartSilence")
    reflects(group, [told])
    group.do(group.fay, "RevealNotes")
    assert [note.silent for note in held_notes(group.chart)] == [True], "it waits for Tess"
    if way == "says it is done":
        group.do(group.tess, "EndTellersTurn", experience=told)
    elif way == "is shown out":
        group.do(group.fay, "RemovePerson", person=group.tess)
    else:
        group.do(group.tess, "TakeBack", about=told)
    assert held_notes(group.chart) == []
