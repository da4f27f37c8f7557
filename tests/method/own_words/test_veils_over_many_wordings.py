"""L2g: who words many things very often, and lays veils over them, makes nobody wait."""

from typing import Any

import pytest
from table import Group, refused

from footpath.method import FOLLOWING, decide
from footpath.method.flipchart import bounds
from footpath.method.own_words import maskable
from footpath.method.own_words.unveiling import VeilsLifted
from footpath.method.throughout import covering

SAID = "whoever works for us is paid within thirty days"
WORDINGS = 5


def worded(group: Group, things: int, text: str = SAID, wordings: int = WORDINGS) -> list[int]:
    """Tess' notes of many wordings, in each of which the same stands."""
    notes = [group.note(group.tess, f"{one}: {text}") for one in range(things)]
    for note in notes:
        for version in range(1, wordings):
            text_then = f"{note} {version}: {text}"
            group.do(group.tess, "Reword", about=note, text=text_then, version=version)
    return notes


def veiled(group: Group, things: int) -> list[int]:
    """The same beneath a veil."""
    theirs, notes = group.note(group.sam, SAID), worded(group, things)
    group.do(group.sam, "TakeBack", about=theirs)
    assert all(one in group.chart.veils_over for one in notes)
    return notes


def shown(group: Group, notes: list[int]) -> list[bool]:
    return [SAID in group.thing(one).words.shown for one in notes]


def test_L2g_one_taking_back_covers_no_more_wordings_than_are_soon_covered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(covering, "MOST_WORDINGS", 12)
    group = Group()
    theirs, notes = group.note(group.sam, SAID), worded(group, 4)
    group.do(group.sam, "TakeBack", about=theirs)
    assert shown(group, notes) == [False, False, True, True]
    assert group.chart.looked[group.sam].left == 2


def test_L2g_veils_and_wordings_count_together_for_what_one_act_covers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    group = Group()
    theirs, more = group.note(group.sam, SAID), group.note(group.kit, "it was the same for Kit")
    notes = worded(group, 2, f"{SAID}, and it was the same for Kit")
    group.do(group.sam, "TakeBack", about=theirs)
    monkeypatch.setattr(covering, "MOST_MOVED", covering.moved_in(group.chart, notes[0], 1))
    group.do(group.kit, "TakeBack", about=more)
    assert [len(group.chart.veils_over[one]) for one in notes] == [2, 1]


def test_E10b_who_piles_up_wordings_keeps_no_copy_elsewhere_from_being_covered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(covering, "MUCH", 4)
    monkeypatch.setattr(covering, "MOST_WORDINGS", 6)
    group = Group()
    theirs, piled = group.note(group.sam, SAID), worded(group, 2)
    plain = group.note(group.tess, f"Sam says {SAID}")
    group.do(group.sam, "TakeBack", about=theirs)
    assert shown(group, [*piled, plain]) == [False, True, False]


def test_L4e_a_copy_more_in_a_thing_of_many_wordings_covers_the_whole_of_it_sooner(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(covering, "MOST_WORDINGS_VEILED", 2 * WORDINGS)
    group = Group()
    said = [f"they paid number {one} of us late" for one in range(3)]
    theirs = [group.note(group.sam, one) for one in said]
    (often,) = worded(group, 1, "; ".join(said))
    once = group.note(group.tess, "; ".join(said))
    for one in theirs:
        group.do(group.sam, "TakeBack", about=one)
    assert [group.thing(one).words.shown for one in (often, once)] == ["███", "███; ███; ███"]
    group.do(group.fay, "LiftVeil", veil=list(group.chart.veils.values())[-1].drawn)
    assert said[2] in group.thing(often).words.shown


@pytest.mark.parametrize("act", ["LiftVeil", "LiftVeilsOf"])
def test_L4d_however_much_is_lifted_in_one_act_it_goes_on_by_itself(
    act: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(covering, "MOST_WORDINGS", 2 * WORDINGS)
    group = Group()
    notes = veiled_bit_by_bit(group)
    veils = [veil.drawn for veil in group.chart.veils.values()]
    asked: dict[str, Any] = {"veil": veils[0]} if act == "LiftVeil" else {"person": group.sam}
    before = group.chart.number
    group.do(group.fay, act, follows=False, **asked)
    assert (shown(group, notes), len(group.chart.lifting)) == ([True, True, *[False] * 3], 1)
    group.now += 80 * 3600 * 1000
    group.do(None, "SettleDueVeils", door="clock", follows=False)
    (lifted,) = group.chart.lifting
    while group.chart.lifting:
        group.do(group.fay, "GoOnLifting", door=FOLLOWING, lifted=lifted, follows=False)
    group.do(group.fay, "GoOnLifting", door=FOLLOWING, lifted=lifted, follows=False)
    entries = [one.entry for one in group.record if one.number > before]
    assert [len(one.veils) for one in entries if isinstance(one, VeilsLifted)] == [2, 2, 1]
    assert (all(shown(group, notes)), group.chart.veils) == (True, {})
    assert group.chart == group.replayed()


def veiled_bit_by_bit(group: Group) -> list[int]:
    """Five notes under one veil, laid while one act covers more."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(covering, "MOST_WORDINGS", 10 * WORDINGS)
        return veiled(group, 5)


def test_L4d_what_is_lifted_goes_on_where_everybody_received_it_meanwhile(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    group = Group()
    theirs = group.note(group.sam, SAID)
    story = group.story(group.tess, visibility="only_me")
    private = group.moment(story, group.tess, SAID)
    public = group.note(group.tess, f"Sam: {SAID}")
    group.do(group.sam, "TakeBack", about=theirs)
    monkeypatch.setattr(covering, "MOST_WORDINGS", 1)
    group.do(group.fay, "LiftVeilsOf", person=group.sam, follows=False)
    assert shown(group, [public, private]) == [True, False]
    group.do(group.tess, "SetVisibility", about=story, visibility="shared", follows=False)
    group.do(group.fay, "RaiseHand")
    assert shown(group, [public, private]) == [True, True]
    assert group.chart == group.replayed()


def test_L2g_nobody_asks_for_more_to_be_lifted_but_what_follows() -> None:
    group = Group()
    with refused("That can be done by its own link only"):
        group.do(group.fay, "GoOnLifting", lifted=1)
    assert decide(group.chart, *group._asking(None, "GoOnLifting", FOLLOWING, {"lifted": 1})) == []


def test_L2g_what_a_facilitator_lets_be_for_good_over_many_wordings_goes_in_parts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    group = Group()
    veiled(group, 4)
    monkeypatch.setattr(covering, "MOST_WORDINGS", 2 * WORDINGS)
    veil, left = next(iter(group.chart.veils.values())).drawn, list[int]()
    for _ in range(2):
        group.do(group.fay, "ConfirmVeil", veil=veil)
        left.append(len(group.chart.veils_over))
    assert left == [2, 0]


def test_L2g_a_name_is_masked_in_ones_own_words_where_these_are_not_very_many_or_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    group = Group()
    group.moment(group.story(), text="Brightside was late")
    notes = [group.note(group.sam, f"Brightside {one}") for one in range(4)]
    group.do(group.sam, "Reword", about=notes[0], text="Brightside again", version=1)
    for bound in ("MOST_WORDINGS", "MOST_READ"):
        with monkeypatch.context() as patch, refused("That stands in more than 120 places"):
            patch.setattr(maskable, bound, 5)
            group.do(group.sam, "MaskWords", passage="Brightside")
    group.do(group.sam, "MaskWords", passage="Brightside")
    assert not any("Brightside" in group.thing(one).words.shown for one in notes)


def test_L2g_a_wording_counts_as_much_beneath_veils_as_its_letters_where_a_mask_moves_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    group = Group()
    (note,) = veiled(group, 1)
    letters = sum(len(one.words.sealed) for one in group.thing(note).wordings)
    monkeypatch.setattr(maskable, "MOST_MOVED", letters + 2 * maskable.A_SPOT * WORDINGS)
    with refused("Very much is covered in these words already"):
        group.do(group.tess, "MaskWords", about=note, passage=":")


def test_L2g_the_moments_of_one_story_are_not_reworded_without_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    group = Group()
    story = group.story()
    first, second = (group.moment(story, text=f"Paid late {one}") for one in range(2))
    monkeypatch.setattr(bounds, "OF_A_STORY", 3)
    group.do(group.sam, "Reword", about=first, text="Paid very late", version=1)
    with refused("This was reworded very often"):
        group.do(group.sam, "Reword", about=second, text="Never paid", version=1)


def test_E3b_how_often_somebody_reworded_what_they_keep_to_themselves_is_told_by_no_refusal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    group = Group()
    story = group.story()
    seen = group.moment(story, text="Paid late")
    own = group.moment(story, text="I wept", visibility="only_me")
    for version in range(1, 3):
        group.do(group.sam, "Reword", about=own, text=f"I wept {version}", version=version)
    monkeypatch.setattr(bounds, "OF_A_STORY", 3)
    group.do(group.fay, "Reword", about=seen, text="Paid very late", version=1)
