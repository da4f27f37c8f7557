"""The table of rights, by which the method decides and the room's menus offer."""

from table import Group

from footpath.method import COMMANDS
from footpath.method.flipchart.rights_to_things import RIGHTS, Whose, has_right
from footpath.method.things.kinds import KIND_IN


def test_every_right_is_a_command_s_and_of_kinds_that_there_are() -> None:
    assert set(RIGHTS) <= {command.__name__ for command in COMMANDS}
    assert {kind for right in RIGHTS.values() for kind in right} <= set(KIND_IN.values())
    assert {one for right in RIGHTS.values() for of in right.values() for one in of} == set(Whose)


def test_A4a_words_are_reworded_by_whose_they_are_and_moved_by_who_keeps_the_notes_too() -> None:
    group = Group()
    note = group.chart.things[group.note(group.sam)]
    people = {"Fay": group.fay, "Kit": group.kit, "Sam": group.sam, "Tess": group.tess}
    assert {
        to: [name for name, one in people.items() if has_right(group.chart, to, note, one)]
        for to in ("Reword", "TakeBack", "MoveNote", "OpenWords")
    } == {
        "Reword": ["Sam"],
        "TakeBack": ["Sam"],
        "MoveNote": ["Fay", "Kit", "Sam"],
        "OpenWords": ["Sam"],
    }
