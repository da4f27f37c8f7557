"""What speaks against an undoing, and what does not: others' acts that everybody sees, and nothing
private.
"""

from collections.abc import Callable
from typing import Any

import pytest
from table import Group, refused

from footpath.pages.registering.about_me import words_on


def slips(group: Group, person: int) -> Any:
    return group.view(person, "slips", person)


def typed_for_sam(group: Group) -> int:
    return group.do(group.kit, "WriteNote", text="Pay small firms first", for_person=group.sam)


DONE_WITH: dict[str, Callable[[Group, int], Any]] = {
    "opened": lambda g, note: g.do(g.sam, "OpenWords", about=note, to="everyone"),
    "masked": lambda g, note: g.do(g.sam, "MaskWords", about=note, passage="small"),
    "tagged": lambda g, note: g.do(g.tess, "Tag", about=note, tag="money"),
    "merged": lambda g, note: g.do(g.fay, "Merge", about=note, into=g.note(g.tess, "Another")),
    "hidden": lambda g, note: g.do(g.fay, "Hide", about=note, reason="a name"),
    "hidden with all": lambda g, note: g.do(g.fay, "HideAllOf", people=[g.sam]),
    "unnamed and named": lambda g, note: [
        g.do(g.sam, "StayUnnamed", about=note, unnamed=unnamed) for unnamed in (True, False)
    ],
    "given a dot": lambda g, note: [
        g.do(g.fay, "OpenVote"),
        g.do(g.tess, "PlaceDot", about=note),
        g.do(g.fay, "CloseVote"),
    ],
}


@pytest.mark.parametrize("done", DONE_WITH)
def test_G12h_what_was_typed_for_somebody_stays_once_anybody_did_something_with_it(
    done: str,
) -> None:
    group = Group()
    note = typed_for_sam(group)
    assert slips(group, group.kit).undo.did == "wrote note 1"
    DONE_WITH[done](group, note)
    with refused("There is nothing of yours to undo any more"):
        group.do(group.kit, "Undo")
    assert group.chart.changed == group.replayed().changed


def test_A8_nobody_learns_from_their_undoing_where_anothers_dot_lies() -> None:
    group = Group()
    note = typed_for_sam(group)
    group.do(group.fay, "OpenVote")
    before = slips(group, group.kit)
    group.do(group.tess, "PlaceDot", about=note)
    assert slips(group, group.kit) == before


@pytest.mark.parametrize("visibility", ["only_me", "facilitators"])
def test_E3b_what_others_prepare_in_a_story_changes_nobody_elses_undoing(visibility: str) -> None:
    group = Group()
    story = group.joint(group.fay, group.sam, group.tess)
    group.do(group.kit, "PlaceMoment", experience=story, text="Paid late", for_person=group.sam)
    before = slips(group, group.kit)
    secret = group.moment(story, group.tess, visibility="only_me")
    group.do(group.tess, "SetVisibility", about=secret, visibility=visibility)
    group.do(group.tess, "Reword", about=secret, text="Paid never", version=1)
    assert slips(group, group.kit) == before


def test_E3b_what_was_shown_to_fewer_before_changes_nobody_elses_undoing_either() -> None:
    group = Group()
    story = group.joint(group.fay, group.sam, group.tess)
    told = group.moment(story, group.tess)
    group.do(group.tess, "SetVisibility", about=told, visibility="facilitators")
    group.do(group.kit, "PlaceMoment", experience=story, text="Paid late", for_person=group.sam)
    before = slips(group, group.kit)
    group.do(group.tess, "SetVisibility", about=told, visibility="only_me")
    assert slips(group, group.kit) == before


def test_G15b_no_undoing_brings_back_after_the_close_what_no_act_brings_back() -> None:
    group = Group()
    note = group.note(group.kit)
    group.do(group.kit, "Delete", about=note)
    group.do(group.fay, "CloseFlipchart")
    with refused("The flipchart is closed"):
        group.do(group.kit, "Undo")
    assert group.thing(note).deleted


def beneath_a_veil(group: Group, quote: str) -> int:
    """Kit's moment in Sam's story whose text and first quotation name somebody, and then another
    quotation; Tess covers the name.
    """
    story, other = group.story(), group.story(group.tess, title="Hers")
    moment = group.do(
        group.kit, "PlaceMoment", experience=story, text="Barnaby shouted", quote="Barnaby left"
    )
    if quote:
        group.do(group.kit, "ArrangeMoment", about=moment, lane="", stage="", quote=quote)
    group.moment(other, group.tess, text="Barnaby again")
    group.do(group.tess, "MaskWords", passage="Barnaby")
    return moment


@pytest.mark.parametrize("lifted", [True, False])
def test_E4d_no_undoing_puts_a_mask_where_lifting_a_veil_could_not_take_it_off(
    lifted: bool,
) -> None:
    group = Group()
    moment = beneath_a_veil(group, "Somebody left")
    if lifted:
        for veil in list(group.chart.veils.values()):
            group.do(group.fay, "LiftVeil", veil=veil.drawn)
    with refused("There is nothing of yours to undo"):
        for _ in range(3):
            group.do(group.kit, "Undo")
    assert group.thing(moment).quote.shown == "Somebody left"


def test_E4d_a_move_beneath_a_veil_is_undone_and_the_veil_stays() -> None:
    group = Group()
    moment = beneath_a_veil(group, "")
    group.do(group.kit, "ArrangeMoment", about=moment, lane="office", stage="", quote="███ left")
    group.do(group.kit, "Undo")
    for veil in list(group.chart.veils.values()):
        group.do(group.fay, "LiftVeil", veil=veil.drawn)
    assert group.thing(moment).quote.shown == "Barnaby left" and group.thing(moment).lane is None


def test_G12c_nobody_hides_again_by_an_undoing_with_anothers_reason() -> None:
    group = Group()
    gus, note = group.arrive("Gus", "facilitator"), group.note(group.sam)
    group.do(gus, "Hide", about=note, reason="Gus says so")
    group.do(group.fay, "Show", about=note)
    with refused("There is nothing of yours to undo any more"):
        group.do(group.fay, "Undo")
    assert group.thing(note).hidden is None


def test_E3b_who_left_reads_nowhere_whether_others_took_off_what_they_keep_to_themselves() -> None:
    group = Group()
    story = group.joint(group.fay, group.sam, group.tess)
    group.do(group.sam, "Reword", about=story, text="Ours", version=1)
    group.do(group.sam, "LeaveStory", experience=story)
    group.do(group.tess, "SetVisibility", about=story, visibility="only_me")
    before = words_on(group.chart, group.sam)
    group.do(group.tess, "Delete", about=story)
    assert words_on(group.chart, group.sam) == before


def test_A6_no_redoing_merges_a_group_again_that_somebody_put_more_into() -> None:
    group = Group()
    one, other, third = (
        group.do(group.fay, "GroupNotes", notes=[group.note(group.tess, title)], title=title)
        for title in ("Paying", "Deadlines", "Trust")
    )
    group.do(group.kit, "Merge", about=one, into=other)
    group.do(group.kit, "Undo")
    group.do(group.fay, "Merge", about=third, into=one)
    with refused("Somebody else changed it since"):
        group.do(group.kit, "Redo")
