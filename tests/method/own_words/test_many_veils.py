"""L2g: however many veils lie over a long note with many wordings, one act more works no longer."""

import random
import sys

import pytest
from table import Group, refused
from veiled import Covered, searches_in

from footpath.method.own_words import maskable
from footpath.method.throughout import covering
from footpath.method.words import covered_letters, veils
from footpath.method.words.words import Words, masked

WORDINGS = 6
LONG = "Grey said that the letter of {} is lost. "
SAID = [LONG.format(f"number{one}") for one in range(4)]
EACH_IN_ITS_PLACE = f"███ 1 ███ ███. ███ {SAID[1]}███ ███. ███ ███."


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


def covered(count: int) -> tuple[Group, int]:
    """The same once they were taken back, so that each is covered in the note."""
    group, note, theirs = beneath(count)
    for one in theirs:
        group.do(group.sam, "TakeBack", about=one)
    return group, note


def searched_for_the_last(count: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """How often a text was searched when one veil more was laid."""
    group, note, theirs = beneath(count)
    for one in theirs[:-1]:
        group.do(group.sam, "TakeBack", about=one)
    searches = searches_in(monkeypatch)
    group.do(group.sam, "TakeBack", about=theirs[-1])
    monkeypatch.undo()
    assert len(group.thing(note).words.veils) == count
    return len(searches)


def test_L2g_one_veil_more_is_laid_without_searching_for_those_that_lie_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    few, many = (searched_for_the_last(count, monkeypatch) for count in (3, 12))
    assert 0 < few == many


def test_L2g_a_mask_beneath_veils_searches_for_none_of_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    group, note = covered(4)
    words, searches = group.thing(note).words, searches_in(monkeypatch)
    masked_too = veils.masked_beneath(group.chart.veils, words, "words", note, "5")
    assert (searches, masked_too.shown.startswith("███ ███")) == ([], True)


def searched_for_a_final_one(count: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """How often a text was searched when one veil became final, in the record too."""
    group, _ = covered(count)
    searches = searches_in(monkeypatch)
    group.do(group.fay, "ConfirmVeil", veil=next(iter(group.chart.veils.values())).drawn)
    monkeypatch.undo()
    return len(searches)


def test_L2g_one_veil_becomes_final_without_searching_for_those_that_stay(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    few, many = (searched_for_a_final_one(count, monkeypatch) for count in (3, 12))
    assert few == many


def test_E4d_each_veil_still_lies_over_its_own_words_after_masks_before_and_between_them() -> None:
    group, note, theirs = beneath(4)
    group.do(group.tess, "Reword", about=note, text="2 1 Zed " + "2 ".join(SAID), version=WORDINGS)
    for one in theirs:
        group.do(group.sam, "TakeBack", about=one)
    first, second = list(group.chart.veils.values())[:2]
    for passage in ("2", "Zed"):
        group.do(group.tess, "MaskWords", about=note, passage=passage)
    group.do(group.fay, "ConfirmVeil", veil=first.drawn)
    group.do(group.fay, "LiftVeil", veil=second.drawn)
    group.chart.touched.clear()
    assert group.thing(note).words.shown == EACH_IN_ITS_PLACE
    assert group.chart == group.replayed()


def test_L4e_a_copy_too_many_covers_the_whole_thing_and_the_next_ones_nothing_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(covering, "MOST_OVER_ONE", 3)
    group, note = covered(5)
    over = [group.chart.veils[id] for id in group.chart.veils_over[note]]
    assert [bool(veil.places[note]) for veil in over] == [True, True, True, False]
    assert group.thing(note).words.shown == "███"
    group.do(group.fay, "LiftVeil", veil=over[-1].drawn)
    assert "number4" in group.thing(note).words.shown
    assert "number2" not in group.thing(note).words.shown


def test_L4e_who_says_the_same_very_often_and_takes_it_back_has_it_covered_once() -> None:
    group = Group()
    often = [group.note(group.sam, SAID[1]) for _ in range(5)]
    note = group.note(group.tess, SAID[0] + SAID[1] + "And it was cold.")
    for one in often:
        group.do(group.sam, "TakeBack", about=one)
    assert len(group.chart.veils_over[note]) == 1
    assert group.thing(note).words.shown == SAID[0] + "███. And it was cold."


def test_L4e_a_copy_in_a_later_wording_is_covered_though_another_lies_covered() -> None:
    group = Group()
    first, second = group.note(group.sam, SAID[1]), group.note(group.sam, SAID[1])
    note = group.note(group.tess, SAID[1])
    group.do(group.sam, "TakeBack", about=first)
    group.do(group.tess, "Reword", about=note, text="Once more: " + SAID[1], version=1)
    group.do(group.sam, "TakeBack", about=second)
    assert group.thing(note).words.shown == "Once more: ███."


def test_L4e_what_is_covered_as_a_whole_is_never_for_good_by_time_or_with_a_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(covering, "MOST_OVER_ONE", 3)
    group = Covered()
    theirs = [group.note(group.sam, one) for one in SAID]
    note = group.note(group.tess, "Brightside. " + "".join(SAID) + "And it was cold.")
    group.do(group.fay, "MaskWords", passage="Brightside")
    for one in theirs:
        group.do(group.sam, "TakeBack", about=one)
    assert group.thing(note).words.shown == "███"
    name = next(veil for veil in group.chart.veils.values() if note in veil.places)
    group.do(group.fay, "ConfirmVeil", veil=name.drawn, about=[note])
    group.after(73)
    (whole,) = (group.chart.veils[id] for id in group.chart.veils_over[note])
    group.do(group.fay, "LiftVeil", veil=whole.drawn)
    assert group.thing(note).words.shown == f"███. ███. ███. ███. {SAID[3]}And it was cold."


def test_L4e_copies_that_lie_covered_are_no_reason_to_leave_a_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(covering, "MOST_OVER_ONE", 2)
    group = Group()
    theirs = [group.note(group.kit, one) for one in SAID[:2]]
    note = group.note(group.tess, "Grey. " + "".join(SAID[:2]))
    for one in theirs:
        group.do(group.kit, "TakeBack", about=one)
    group.moment(group.story(), text="Grey was late")
    group.do(group.sam, "MaskWords", passage="Grey")
    assert group.thing(note).words.shown.startswith("███. ███.")


def test_L4e_a_name_too_many_is_covered_in_others_words_by_a_facilitator_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(covering, "MOST_OVER_ONE", 0)
    group = Covered()
    assert "Brightside" in group.thing(group.noted).words.shown
    group.do(group.fay, "MaskWords", passage="Brightside")
    assert "Brightside" not in group.thing(group.noted).words.shown


def test_L2g_who_masks_where_very_much_is_covered_is_told_to_have_that_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    group, note = covered(2)
    monkeypatch.setattr(maskable, "MOST_MOVED", 100)
    with refused("Very much is covered in these words already"):
        group.do(group.tess, "MaskWords", about=note, passage="2")


def test_L2g_what_the_clock_lets_be_for_good_goes_thing_by_thing_where_much_moves(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    group = Covered()
    monkeypatch.setattr(covering, "MOST_MOVED", 1)
    left = [len(group.chart.veils_over)]
    for _ in range(2):
        group.after(73)
        left.append(len(group.chart.veils_over))
    assert left == [2, 1, 0]


def test_L2g_what_lies_beside_a_few_masks_moves_at_once_and_to_the_same_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chance = random.Random(4)
    for _ in range(200):
        size = chance.randrange(2, 80)
        cuts = sorted([*chance.sample(range(size), min(size, 8)), size])
        masks = list(zip(cuts[::2], cuts[1::2], strict=False))
        kept = sum(1 << at for at in range(size) if not any(a <= at < b for a, b in masks))
        known = {1: chance.getrandbits(size) & kept, 2: 0}
        moved = covered_letters.moved(known, masks)
        with monkeypatch.context() as patch:
            patch.setattr(covered_letters, "FEW", -1)
            patch.setattr(covered_letters, "_shifted", None)
            assert moved == covered_letters.moved(known, masks)


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


def test_L2g_one_taking_back_covers_no_more_copies_than_are_soon_looked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(covering, "MOST_LOOKED_FOR", 3)
    group = Group()
    story = group.story()
    for one in SAID[:2]:
        group.moment(story, text=one)
    notes = [group.note(group.tess, f"{one} " + " 9 ".join(SAID[:2])) for one in range(3)]
    group.do(group.sam, "TakeBack", about=story)
    assert ["███" in group.thing(note).words.shown for note in notes] == [True, False, False]


def test_L3c_one_veil_more_tells_facilitators_of_what_it_covers_alone() -> None:
    group, _ = covered(4)
    copied = group.note(group.sam, "Nobody answers letters in spring")
    copy = group.note(group.tess, "Sam says: nobody answers letters in spring")
    group.do(group.sam, "TakeBack", about=copied)
    assert group.told["facilitators"].put["veils"].keys() == {copy}


def test_E4d_a_veil_that_is_lifted_is_on_no_facilitators_screen_any_more() -> None:
    group = Covered()
    group.do(group.fay, "LiftVeil", veil=group.veil, about=[group.noted])
    assert group.told["facilitators"].drop["veils"] == [group.noted]
