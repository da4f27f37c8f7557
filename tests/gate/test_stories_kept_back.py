"""Keeping stories back: each teller what bears their own name, and nobody's
words by another's act.
"""

from permitting import all_but, keeping_back, left
from table import Group

from footpath.gate.permissions import KeptBackBy, ThingKeptBack


def leaving(group: Group, *things: int, kept: tuple[ThingKeptBack, ...]) -> list[bool]:
    """Whether each of these things leaves."""
    found = left(group, all_but(group, kept_back=kept))
    return [one in found for one in things]


def told_by_two() -> tuple[Group, int, int, int]:
    """A story that Kit, who laid it out, and Sam tell, with a moment of each."""
    group = Group()
    story = group.joint(group.kit, group.sam, group.kit)
    return (
        group,
        story,
        group.moment(story, group.sam),
        group.moment(story, group.kit, "The office lost the sheet"),
    )


def test_C6c_a_teller_keeps_back_the_title_and_their_own_moments_and_no_others() -> None:
    group, story, sams, kits = told_by_two()
    assert leaving(group, story, sams, kits, kept=keeping_back(story, by=group.kit)) == [
        False,
        True,
        False,
    ]
    assert leaving(group, story, sams, kits, kept=keeping_back(sams, by=group.kit)) == [
        True,
        True,
        True,
    ]
    assert leaving(group, story, sams, kits, kept=keeping_back(sams, by=group.sam)) == [
        True,
        False,
        True,
    ]


def test_C6d_what_stands_of_others_in_a_story_stays_where_all_who_tell_it_keep_it_back() -> None:
    group, story, *_ = told_by_two()
    others = group.do(
        group.tess, "PlaceMoment", experience=story, text="And so it went in the shop"
    )
    group.do(group.sam, "AcceptMoment", about=others, accept=True)
    both = (*keeping_back(story, by=group.kit), *keeping_back(story, by=group.sam))
    assert [leaving(group, others, kept=kept) for kept in (both[:1], both)] == [[True], [False]]
    assert leaving(group, others, kept=keeping_back(others, by=group.kit)) == [False]


def test_C6f_who_tells_a_story_no_more_keeps_back_nothing_of_it() -> None:
    group, story, sams, _ = told_by_two()
    kept = keeping_back(story, sams, by=group.kit)
    group.do(group.kit, "LeaveStory", experience=story)
    assert leaving(group, story, sams, kept=kept) == [True, True]


def test_C6c_who_only_laid_a_story_out_keeps_back_nothing_of_it() -> None:
    group = Group()
    story = group.do(group.kit, "TellExperience", title="Her winter", storytellers=[group.tess])
    moment = group.moment(story, group.tess)
    as_author = ThingKeptBack(about=story, hand=KeptBackBy.AUTHOR, kept=True, whose=str(group.kit))
    assert leaving(group, story, moment, kept=(as_author,)) == [True, True]


def test_C6e_an_unnamed_moment_of_a_joint_story_is_kept_back_by_its_author_alone() -> None:
    group, story, *_ = told_by_two()
    unnamed = group.moment(story, group.sam, "Nobody knows who says this", unnamed=True)
    assert leaving(group, unnamed, kept=keeping_back(story, unnamed, by=group.kit)) == [True]
    assert leaving(group, unnamed, kept=keeping_back(unnamed, by=group.sam)) == [False]


def test_C6g_facilitators_keep_back_the_whole_of_a_story() -> None:
    group, story, sams, kits = told_by_two()
    for_all = ThingKeptBack(about=story, hand=KeptBackBy.FACILITATOR, kept=True)
    assert leaving(group, story, sams, kits, kept=(for_all,)) == [False, False, False]
