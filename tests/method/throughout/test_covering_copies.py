"""E10, L4: how many copies of what somebody took back are covered, and that it tells and
stops nothing else.
"""

import pytest
from table import Group

from footpath.method.throughout import covering
from footpath.method.throughout.covering import MOST_AN_HOUR


def _copied(group: Group, person: int, text: str, *, unnamed: bool = False) -> tuple[int, str]:
    """Something that somebody wrote, and that everybody reads in another's note too."""
    note = group.note(person, text, unnamed=unnamed)
    group.note(group.tess, f"So: {text}")
    return note, text


def test_E10d_ones_own_words_go_however_many_copies_others_made_of_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(covering, "MOST_COPIES", 3)
    monkeypatch.setattr(covering, "ALWAYS_COVERED", 0)
    group = Group()
    copied = [
        _copied(group, group.sam, f"This sentence number{n} was mine before") for n in range(4)
    ]
    for note, _ in copied:
        group.do(group.sam, "TakeBack", about=note)
        assert group.thing(note).withdrawn
    # the flood of veils ends there, and the last copy is left to the facilitators
    seen = group.sees("everyone")
    assert [text for _, text in copied if text in seen] == [copied[-1][1]]


def test_A3c_how_many_copies_were_covered_for_somebody_tells_nothing_of_unnamed_things() -> None:
    group = Group()
    named = [
        _copied(group, group.sam, f"This sentence number{n} was mine before")[0]
        for n in range(MOST_AN_HOUR + 1)
    ]
    unnamed = {
        person: _copied(
            group,
            person,
            f"The boss of the harbour office never read letter {person}",
            unnamed=True,
        )
        for person in (group.sam, group.kit)
    }
    for note in named:
        group.do(group.sam, "TakeBack", about=note)
    for person, (note, _) in unnamed.items():
        group.do(person, "TakeBack", about=note)
    assert not [text for _, text in unnamed.values() if text in group.sees("everyone")]


def test_L4b_taking_back_keeps_nobody_from_covering_a_name() -> None:
    group = Group()
    copied = [
        _copied(group, group.sam, f"This sentence number{n} was mine before")[0]
        for n in range(MOST_AN_HOUR + 1)
    ]
    for note in copied:
        group.do(group.sam, "TakeBack", about=note)
    group.moment(group.story(), text="Brightside paid us late")
    other = group.note(group.tess, "Brightside again")
    group.do(group.sam, "MaskWords", passage="Brightside")
    assert "Brightside" not in group.view("everyone", "notes", other).text


@pytest.mark.parametrize("unnamed", [False, True])
def test_L4b_who_copies_and_takes_back_without_end_keeps_nobody_elses_from_being_covered(
    unnamed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(covering, "MOST_COPIES", 3)
    monkeypatch.setattr(covering, "ALWAYS_COVERED", 2)
    group = Group()
    said = "my brother drinks and lost his job at the mill"
    theirs = group.note(group.sam, said, unnamed=unnamed)
    quoting = [group.note(group.tess, f"{one}, Sam told that {said}") for one in range(3)]
    filling = [group.note(group.kit, f"whoever asks number {one} is late") for one in range(4)]
    for one in range(4):
        group.note(group.fay, f"{one}: whoever asks number {one} is late")
    for one in filling:
        group.do(group.kit, "TakeBack", about=one)
    assert sum(group.chart.copies_covered.values()) >= 3
    group.do(group.sam, "TakeBack", about=theirs)
    shown = [group.thing(one).words.shown for one in quoting]
    assert ["███" in one for one in shown] == [True, True, False]
