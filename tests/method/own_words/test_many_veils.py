"""L2g: however many veils lie over a long note with many wordings, one act more works no longer."""

import sys

import pytest
from table import Group

from footpath.method.words import veils
from footpath.method.words.words import Words, exactly, masked

WORDINGS = 6
LONG = "Grey said that the letter of {} is lost. "


def beneath(count: int) -> tuple[Group, int, list[int]]:
    """A long note of many wordings, and the notes that stand in it as copies."""
    group = Group()
    said = [LONG.format(f"number{one}") for one in range(count)]
    theirs = [group.note(group.sam, one) for one in said]
    note = group.note(group.tess, "".join(said))
    for version in range(1, WORDINGS):
        group.do(
            group.tess, "Reword", about=note, text=f"{version} " + "".join(said), version=version
        )
    return group, note, theirs


def searched_for_the_last(count: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """How often a text was searched when one veil more was laid."""
    group, note, theirs = beneath(count)
    for one in theirs[:-1]:
        group.do(group.sam, "TakeBack", about=one)
    searches = list[str]()

    def counted(text: str, passage: str) -> list[tuple[int, int]]:
        searches.append(passage)
        return exactly(text, passage)

    monkeypatch.setattr(veils, "exactly", counted)
    group.do(group.sam, "TakeBack", about=theirs[-1])
    monkeypatch.undo()
    assert len(group.thing(note).words.veils) == count
    return len(searches)


def test_L2g_one_veil_more_is_laid_without_searching_for_those_that_lie_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    few, many = (searched_for_the_last(count, monkeypatch) for count in (3, 12))
    assert 0 < few == many


def test_L2g_masking_a_letter_takes_no_step_for_each_place_where_it_stands() -> None:
    calls = 0

    def count(frame: object, event: str, what: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    masked(Words("once"), "a")  # so that the pattern is known
    sys.setprofile(count)
    try:
        words = masked(Words("a b !" * 2000), "a")
    finally:
        sys.setprofile(None)
    assert words.shown.startswith("███ b !███ b") and calls < 100


def test_E4a_what_a_mask_meets_several_times_on_end_has_one_mark() -> None:
    assert masked(Words("So!!! And a a."), "!").shown == "So███ And a a."
