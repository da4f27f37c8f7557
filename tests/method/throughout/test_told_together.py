"""Stories that several people tell: each takes back and masks for good what bears their own
name, and no more.
"""

import msgspec
import pytest
from table import Group, refused

from footpath.method.deciding import OWN_PAGES
from footpath.pages.tellers.take_back import going
from footpath.registering.erasing import theirs

SAMS, KITS, SOMEBODYS = (
    "The manager Huxley paid me after seventy days",
    "Huxley came once",
    "Huxley laughed aloud",
)


def told(group: Group) -> tuple[int, int, int, int]:
    """The story, Sam's moment in it, Kit's, and somebody's."""
    story = group.joint(group.kit, group.sam, group.kit)
    sams, kits = group.moment(story, text=SAMS), group.moment(story, group.kit, text=KITS)
    return story, sams, kits, group.moment(story, group.kit, text=SOMEBODYS, for_someone=True)


def kept(group: Group, text: str) -> bool:
    """Whether words are in the record."""
    return any(text in msgspec.json.encode(one.entry).decode() for one in group.record)


def test_E8d_of_several_tellers_one_takes_back_what_is_theirs_and_the_others_keep_the_story() -> (
    None
):
    group = Group()
    story, sams, kits, somebodys = told(group)
    group.do(group.kit, "TakeBack", about=story)
    assert group.view("everyone", "moments", sams).text == SAMS and group.thing(story).stands
    assert (
        group.thing(kits).withdrawn
        and not kept(group, KITS)
        and not group.thing(somebodys).withdrawn
    )


@pytest.mark.parametrize("visibility", ["only_me", "facilitators", "shared"])
def test_E8e_who_takes_back_a_story_that_another_tells_too_leaves_it_whatever_that_one_said_in_it(
    visibility: str,
) -> None:
    group = Group()
    story = group.joint(group.kit, group.sam, group.kit)
    group.moment(story, text=SAMS, visibility=visibility)
    group.moment(story, group.kit, text=KITS)
    group.do(group.kit, "TakeBack", about=story)
    assert not kept(group, KITS) and group.view("everyone", "experiences", story).storytellers == (
        group.sam,
    )
    assert SAMS in group.sees("everyone") + group.sees(group.sam) and group.moment(
        story, text="It was cold"
    )


def test_E8e_a_story_goes_with_its_last_teller_and_what_was_typed_in_it_for_somebody_unknown() -> (
    None
):
    group = Group()
    story, sams, _, somebodys = told(group)
    group.do(group.sam, "TakeBack", about=sams)
    group.do(group.sam, "TakeBack", about=story)
    assert group.view("everyone", "experiences", story).storytellers == (group.kit,)
    group.do(group.kit, "TakeBack", about=story)
    assert (
        not kept(group, KITS)
        and group.thing(story).withdrawn
        and not kept(group, SOMEBODYS)
        and somebodys
    )


def test_E8e_a_story_goes_with_the_last_who_tells_it_still() -> None:
    group = Group()
    story, *_ = told(group)
    group.do(group.fay, "RemovePerson", person=group.kit)
    group.do(group.sam, "TakeBack", about=story)
    assert group.thing(story).withdrawn


@pytest.mark.parametrize("ended", ["TakeRole", "RemovePerson"])
def test_E8j_who_lost_the_role_or_was_shown_out_takes_back_only_what_bears_their_name(
    ended: str,
) -> None:
    group = Group()
    story, _, kits, _ = told(group)
    group.do(
        group.fay, ended, person=group.kit, **({"role": "scribe"} if ended == "TakeRole" else {})
    )
    for door in ("", OWN_PAGES):
        assert group.refusal_of(group.kit, "TakeBack", door=door, about=story)
    assert group.view("everyone", "moments", kits).text == KITS
    group.do(group.kit, "TakeBack", door=OWN_PAGES, about=kits)
    assert not kept(group, KITS) and group.thing(story).stands


def test_E8d_a_facilitator_takes_back_no_story_of_one_who_was_shown_out_and_one_who_is_here() -> (
    None
):
    group = Group()
    story, *_ = told(group)
    group.do(group.fay, "RemovePerson", person=group.kit)
    with refused("Others tell this story too"):
        group.do(group.fay, "TakeBack", about=story)


def test_E8j_who_keeps_again_tells_on_as_before() -> None:
    group = Group()
    story, *_ = told(group)
    group.do(group.fay, "TakeRole", person=group.kit, role="scribe")
    group.do(group.fay, "GiveRole", person=group.kit, role="facilitator")
    group.do(group.kit, "Reword", about=story, text="This winter", version=1)
    assert group.view("everyone", "experiences", story).title == "This winter"


def test_E8e_who_tells_alone_takes_back_what_was_told_for_somebody_unknown_too() -> None:
    group = Group()
    story = group.story()
    group.moment(story, text=SAMS)
    group.moment(story, group.kit, text=SOMEBODYS, for_someone=True)
    group.do(group.fay, "RemovePerson", person=group.sam)
    group.do(group.sam, "TakeBack", door=OWN_PAGES, about=story)
    assert not kept(group, SAMS) and not kept(group, SOMEBODYS)


def test_E8d_erasing_everything_of_one_of_two_tellers_erases_nothing_of_the_other() -> None:
    group = Group()
    story, sams, kits, _ = told(group)
    own = theirs(group.chart, group.kit)
    assert (own.named, own.stories, own.told_together) == (
        [kits],
        [],
        [story],
    ) and sams not in own.named


def test_E4a_of_several_tellers_each_masks_a_name_in_their_own_words_and_veils_it_in_others() -> (
    None
):
    group = Group()
    _, sams, kits, _ = told(group)
    group.do(group.kit, "MaskWords", passage="Huxley")
    assert "Huxley" not in group.sees("everyone")
    assert kept(group, SAMS) and not kept(group, KITS)
    group.do(group.fay, "LiftVeilsOf", person=group.kit)
    assert group.view("everyone", "moments", sams).text == SAMS
    assert "Huxley" not in group.view("everyone", "moments", kits).text


def test_E4b_in_another_tellers_moment_a_name_is_veiled_and_more_is_refused() -> None:
    group = Group()
    _, sams, _, _ = told(group)
    with refused("These are somebody else's words"):
        group.do(group.kit, "MaskWords", about=sams)
    with refused("These are somebody else's words"):
        group.do(group.kit, "MaskWords", about=sams, passage=SAMS)
    group.do(group.kit, "MaskWords", about=sams, passage="Huxley")
    assert "Huxley" not in group.view("everyone", "moments", sams).text and kept(group, SAMS)


def test_E4b_a_name_that_only_the_other_teller_said_is_veiled_by_either() -> None:
    group = Group()
    story = group.joint(group.fay, group.sam, group.tess)
    group.moment(story, text=SAMS)
    group.do(group.tess, "MaskWords", passage="Huxley")
    assert "Huxley" not in group.sees("everyone") and kept(group, SAMS)


def test_E3c_of_several_tellers_each_opens_their_own_moments_alone() -> None:
    group = Group()
    story = group.joint(group.fay, group.sam, group.tess)
    sams = group.moment(story, text=SAMS, visibility="facilitators")
    with refused("Only who wrote this moment can show it"):
        group.do(group.tess, "SetVisibility", about=sams, visibility="shared")
    assert SAMS not in group.sees("everyone")
    group.do(group.sam, "SetVisibility", about=sams, visibility="shared")
    assert SAMS in group.sees("everyone")


def test_E8e_beforehand_a_teller_reads_how_many_moments_go_and_that_the_story_stays() -> None:
    group = Group()
    story, *_ = told(group)
    shown = going(group.chart, story, group.sam)
    assert (shown.moments, shown.others, shown.stays) == (1, True, True)
    without_moments = going(group.chart, group.joint(group.fay, group.sam, group.kit), group.sam)
    assert (without_moments.moments, without_moments.stays, without_moments.places) == (0, True, ())
    alone = group.story()
    group.moment(alone)
    shown = going(group.chart, alone, group.sam)
    assert (shown.others, shown.stays) == (False, False)


def test_E6c_a_teller_puts_nothing_aside_that_another_teller_tells() -> None:
    group = Group()
    _, sams, kits, somebodys = told(group)
    with refused("Another teller of the story tells this moment"):
        group.do(group.kit, "AcceptMoment", about=sams, accept=False)
    for own in (kits, somebodys):
        group.do(group.kit, "AcceptMoment", about=own, accept=False)
    assert [group.thing(one).deleted for one in (sams, kits, somebodys)] == [False, True, True]


def test_E6b_what_a_teller_put_aside_after_the_close_a_teller_brings_back() -> None:
    group = Group()
    _, _, kits, _ = told(group)
    sams_note = group.note(group.sam)
    group.do(group.sam, "Delete", about=sams_note)
    group.do(group.fay, "CloseFlipchart")
    group.do(group.kit, "AcceptMoment", about=kits, accept=False)
    group.do(group.sam, "BringBack", about=kits)
    assert group.thing(kits).stands
    with refused("The flipchart is closed"):
        group.do(group.sam, "BringBack", about=sams_note)


def test_R2_a_teller_ends_their_own_turn_and_no_other_tellers() -> None:
    group = Group()
    story = group.joint(group.kit, group.sam, group.kit)
    group.do(group.fay, "TakeRole", person=group.kit, role="scribe")
    group.do(group.kit, "EndTellersTurn", experience=story)
    with refused("The storyteller has finished speaking already"):
        group.do(group.kit, "EndTellersTurn", experience=story)
    group.do(group.fay, "EndTellersTurn", experience=story)
    assert group.view("everyone", "experiences", story).spoken_for


@pytest.mark.parametrize(("teller_wrote_it", "stays"), [(False, False), (True, True)])
def test_E6a_a_moment_that_was_accepted_is_accepted_in_the_words_that_the_teller_read(
    teller_wrote_it: bool, stays: bool
) -> None:
    group = Group()
    author = group.sam if teller_wrote_it else group.tess
    moment = group.moment(group.story(), author, text="They paid late")
    if not teller_wrote_it:
        group.do(group.sam, "AcceptMoment", about=moment, accept=True)
    group.do(author, "Reword", about=moment, text="Sam lied about the money", version=1)
    assert group.view("everyone", "moments", moment).accepted is stays
