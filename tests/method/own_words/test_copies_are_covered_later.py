"""One's own words go at once; copies are covered by what follows, and nothing comes up
again before it (E10).
"""

from typing import Any

import pytest
from table import Group, refused

from footpath.method import as_read
from footpath.method.own_words.copies_elsewhere import copies_of
from footpath.method.own_words.covering_copies import CopiesLookedFor
from footpath.method.own_words.taking_back import goes_back
from footpath.method.words.sought import without_a_rest
from footpath.method.words.words import MASK

SAID = "Small firms are paid after everybody else"


@pytest.fixture
def group() -> Group:
    return Group()


def taken_back(group: Group, note: int, **fields: Any) -> int:
    """Sam takes it back, and copies are not looked for yet; the number of the entry."""
    group.do(group.sam, "TakeBack", about=note, follows=False, **fields)
    return group.chart.number


def followed(group: Group) -> None:
    """What follows from it, with whatever else is asked."""
    group.do(group.fay, "RaiseHand")


def test_E10d_own_words_go_at_once_and_copies_by_an_entry_of_their_own(group: Group) -> None:
    note, copy = group.note(group.sam, SAID), group.note(group.tess, SAID)
    taken_back(group, note)
    assert group.thing(note).withdrawn and group.thing(copy).words.shown == SAID
    followed(group)
    assert group.thing(copy).words.shown == MASK


def test_E10e_nobody_receives_the_words_that_are_kept_for_the_search(group: Group) -> None:
    note = group.note(group.sam, SAID)
    taken_back(group, note)
    assert group.chart.looking
    assert all(
        SAID not in group.sees(audience)
        for audience in ("everyone", "facilitators", *group.chart.people)
    )
    assert SAID not in repr(as_read(group.record))


def test_S7_once_copies_were_looked_for_the_words_are_in_no_entry(group: Group) -> None:
    note = group.note(group.sam, SAID)
    taken_back(group, note)
    assert SAID in repr(group.record)
    followed(group)
    assert SAID not in repr(group.record) and not group.chart.looking


def test_S10_a_flipchart_replayed_in_between_finds_the_same_copies(group: Group) -> None:
    note, copy = group.note(group.sam, SAID), group.note(group.tess, SAID)
    taken_back(group, note)
    group.chart = group.replayed()
    followed(group)
    assert group.thing(copy).words.shown == MASK


def test_S10_asked_for_twice_copies_are_covered_once(group: Group) -> None:
    note = group.note(group.sam, SAID)
    taken = taken_back(group, note)
    followed(group)
    before = len(group.record)
    group.do(group.sam, "CoverCopies", door="following", taken=taken)
    assert len(group.record) == before


def test_S9_nobody_asks_for_it_by_any_door_of_their_own(group: Group) -> None:
    note = group.note(group.sam, SAID)
    taken = taken_back(group, note)
    for door in ("", "own pages", "clock", "owner", "host", "guest"):
        with refused("That can be done by its own link only"):
            group.do(group.sam, "CoverCopies", door=door, follows=False, taken=taken)


def test_E10f_what_waited_for_a_story_comes_up_only_with_its_copies_covered(group: Group) -> None:
    story = group.story()
    group.moment(story, text=SAID)
    waits = group.do(
        group.tess, "WriteReflection", kind="liked", text=f"You said: {SAID}", about=[story]
    )
    other = group.story(group.tess)
    group.do(group.sam, "TakeBack", about=story, follows=False)
    assert group.thing(waits).held
    group.do(group.tess, "SayThatsIt", experience=other, follows=False)
    group.do(group.fay, "RemovePerson", person=group.sam, follows=False)
    assert group.thing(waits).held and SAID not in group.sees("everyone")
    followed(group)
    assert not group.thing(waits).held and group.thing(waits).words.shown == f"You said: {MASK}"


def test_E10f_what_waits_for_another_story_too_does_not_come_up_with_that_one_first(
    group: Group,
) -> None:
    story, other = group.story(), group.story(group.tess)
    group.moment(story, text=SAID)
    waits = group.do(
        group.kit, "WriteReflection", kind="liked", text=f"You said: {SAID}", about=[story, other]
    )
    group.do(group.sam, "TakeBack", about=story, follows=False)
    group.do(group.tess, "EndTellersTurn", experience=other, follows=False)
    assert group.thing(waits).held
    followed(group)
    assert group.thing(waits).words.shown == f"You said: {MASK}" and not group.thing(waits).held


def test_E10a_where_copies_may_stand_is_kept_until_they_are_looked_for(group: Group) -> None:
    note = group.note(group.sam, SAID)
    stands, other = (group.note(group.tess, SAID) for _ in range(2))
    taken_back(group, note, let_stand=[stands])
    followed(group)
    assert group.thing(stands).words.shown == SAID and group.thing(other).words.shown == MASK


def test_E10g_who_took_them_back_is_told_of_the_search_and_what_it_found_and_nobody_else_is(
    group: Group,
) -> None:
    note = group.note(group.sam, SAID)
    group.note(group.tess, SAID)
    group.note(group.kit, SAID)
    taken_back(group, note)
    assert group.view(group.sam, "copies", group.sam).looking == 1
    followed(group)
    told = group.view(group.sam, "copies", group.sam)
    assert (told.looking, told.covered, told.left) == (0, 2, 0)
    others = ("everyone", "facilitators", group.tess, group.fay)
    assert all(group.view(other, "copies", group.sam) is None for other in others)


def test_E10g_who_took_them_back_is_told_what_stays_as_it_is(
    group: Group, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("footpath.method.throughout.covering.MOST_AT_ONCE", 1)
    note = group.note(group.sam, SAID)
    group.note(group.tess, SAID)
    group.note(group.kit, SAID)
    group.do(group.sam, "TakeBack", about=note)
    told = group.view(group.sam, "copies", group.sam)
    assert (told.covered, told.left) == (1, 1)


def test_E10g_what_somebody_cannot_read_is_in_neither_number(group: Group) -> None:
    note = group.note(group.sam, SAID)
    prepared = group.do(group.tess, "TellExperience", title="Mine", visibility="only_me")
    group.moment(prepared, group.tess, text=f"Sam told me: {SAID}")
    hidden = group.note(group.kit, SAID)
    group.do(group.fay, "Hide", about=hidden, reason="a slip")
    group.do(group.sam, "TakeBack", about=note)
    told = group.view(group.sam, "copies", group.sam)
    assert (told.covered, told.left) == (0, 0)


def test_S8d_who_was_shown_out_is_told_of_no_copy(group: Group) -> None:
    note = group.note(group.sam, SAID)
    group.do(group.fay, "RemovePerson", person=group.sam)
    group.note(group.tess, SAID)
    group.do(group.sam, "TakeBack", door="own pages", about=note)
    looked = next(one.entry for one in group.record if isinstance(one.entry, CopiesLookedFor))
    assert (looked.covered, looked.left) == (0, 0)


def test_E10e_a_copy_that_its_author_took_back_meanwhile_is_left_alone(group: Group) -> None:
    note, copy = group.note(group.sam, SAID), group.note(group.tess, SAID)
    taken_back(group, note)
    group.do(group.tess, "TakeBack", about=copy, follows=False)
    followed(group)
    assert group.thing(copy).withdrawn and not group.chart.veils


def test_E10b_a_memo_that_is_taken_back_covers_nobody_elses_words(group: Group) -> None:
    memo = group.do(group.sam, "WriteMemo", text=SAID)
    note = group.note(group.tess, SAID)
    assert without_a_rest(copies_of(group.chart, goes_back(group.chart, memo, group.sam))) == []
    group.do(group.sam, "TakeBack", about=memo)
    assert group.thing(note).words.shown == SAID and not group.chart.veils


def test_E10b_what_is_taken_back_covers_what_was_said_after_others_had_received_it(
    group: Group,
) -> None:
    group.do(group.fay, "StartSilence")
    note = group.note(group.sam, SAID)
    first = group.do(group.fay, "AddAim", text=SAID, rests_on=[])
    group.do(group.fay, "RevealNotes")
    second = group.do(group.fay, "AddAim", text=SAID, rests_on=[])
    group.do(group.sam, "TakeBack", about=note)
    assert (group.thing(first).words.shown, group.thing(second).words.shown) == (SAID, MASK)
