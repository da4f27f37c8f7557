"""Dots: secret while the vote is open, counted afterwards, and nobody is told who gave them."""

import pytest
from goings import goings
from table import Group, refused


def test_A8_dots_are_secret_while_the_vote_is_open() -> None:
    group = Group()
    note = group.note(group.sam)
    group.do(group.fay, "OpenVote", dots_each=2)
    group.do(group.tess, "PlaceDot", about=note)
    assert group.view("everyone", "notes", note).dots == 0
    assert group.view(group.tess, "dots", group.tess).left == 1
    assert group.view("facilitators", "dots", group.tess) is None


def test_A8_a_budget_holds_and_a_dot_can_be_taken_back() -> None:
    group = Group()
    note = group.note(group.sam)
    group.do(group.fay, "OpenVote", dots_each=1)
    group.do(group.tess, "PlaceDot", about=note)
    with refused("You have used all your dots"):
        group.do(group.tess, "PlaceDot", about=note)
    group.do(group.tess, "TakeDot", about=note)
    group.do(group.tess, "PlaceDot", about=note)


@pytest.mark.parametrize("goes", ["Delete", "TakeBack", "Hide", "Merge"])
def test_A8_a_dot_comes_back_when_its_note_goes(goes: str) -> None:
    group = Group()
    note, other = group.note(group.sam), group.note(group.tess)
    group.do(group.fay, "OpenVote", dots_each=1)
    group.do(group.tess, "PlaceDot", about=note)
    if goes == "Merge":
        group.do(group.kit, "Merge", about=note, into=other)
    else:
        who, do, given = goings(group, group.sam)[goes]
        group.do(who, do, about=note, **given)
    assert group.view(group.tess, "dots", group.tess) is None, "all are left"
    group.do(group.tess, "PlaceDot", about=other)


def test_A8_a_dot_for_a_note_inside_another_counts_for_that_one() -> None:
    group = Group()
    one, other = group.note(group.sam, "one"), group.note(group.tess, "other")
    group.do(group.kit, "Merge", about=one, into=other)
    group.do(group.fay, "OpenVote", dots_each=1)
    group.do(group.tess, "PlaceDot", about=one)
    group.do(group.fay, "CloseVote")
    assert group.view("everyone", "notes", other).dots == 1


def test_A8_totals_only_afterwards_and_never_who() -> None:
    group = Group()
    note = group.note(group.sam)
    group.do(group.fay, "OpenVote", dots_each=3)
    for person in (group.tess, group.tess, group.sam):
        group.do(person, "PlaceDot", about=note)
    group.do(group.fay, "CloseVote")
    assert group.view("everyone", "notes", note).dots == 3
    assert group.view(group.tess, "dots", group.tess) is None


@pytest.mark.parametrize(("reworded_back", "counts"), [(False, (1, 2)), (True, (3, 0))])
def test_A8_a_dot_counts_for_the_words_that_its_giver_had_read(
    reworded_back: bool, counts: tuple[int, int]
) -> None:
    group = Group()
    note = group.note(group.sam, "Everybody gets a contract")
    group.do(group.fay, "OpenVote", dots_each=3)
    for person in (group.tess, group.kit):
        group.do(person, "PlaceDot", about=note)
    group.do(group.sam, "Reword", about=note, text="Nobody complains any more", version=1)
    if reworded_back:
        group.do(group.sam, "Reword", about=note, text="Everybody gets a contract", version=2)
    group.do(group.fay, "PlaceDot", about=note)
    group.do(group.fay, "CloseVote")
    view = group.view("everyone", "notes", note)
    assert (view.dots, view.dots_before) == counts
