"""Of several tellers of a story each decides about their own moments, and nobody without the
role about the whole.
"""

import pytest
from table import Group, refused

SAMS, KITS = "They paid me late", "Kit came once"


def told(group: Group) -> tuple[int, int]:
    """Sam's story, in which Kit the scribe wrote himself in as second teller, and Sam's
    moment; Kit has one too.
    """
    story = group.joint(group.kit, group.sam, group.kit)
    sams = group.moment(story, text=SAMS)
    group.moment(story, group.kit, text=KITS)
    return story, sams


ACTS = {
    "narrows the story": ("SetVisibility", {"visibility": "only_me"}),
    "widens the story": ("SetVisibility", {"visibility": "shared"}),
    "deletes the story": ("Delete", {}),
}


@pytest.fixture
def written_in() -> tuple[Group, int, int]:
    """A group in which Kit wrote himself into Sam's story and lost the role since; the
    story, Sam's moment.
    """
    group = Group()
    story, sams = told(group)
    group.do(group.fay, "TakeRole", person=group.kit, role="scribe")
    return group, story, sams


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("closed", [False, True])
def test_E8j_who_wrote_themselves_in_does_nothing_to_the_story_without_the_role(
    written_in: tuple[Group, int, int], act: str, closed: bool
) -> None:
    group, story, _ = written_in
    if closed:
        group.do(group.fay, "CloseFlipchart")
    do, fields = ACTS[act]
    with refused(
        "Others tell this story too" if not closed or do != "Delete" else "The flipchart is closed"
    ):
        group.do(group.kit, do, about=story, **fields)


def test_E8j_who_wrote_themselves_in_offers_another_title_without_the_role(
    written_in: tuple[Group, int, int],
) -> None:
    group, story, _ = written_in
    group.do(group.kit, "Reword", about=story, text="Sam's excuses", version=1)
    assert group.view("everyone", "experiences", story).title == "That winter"


def test_E8j_who_wrote_themselves_in_calls_no_story_told_without_the_role(
    written_in: tuple[Group, int, int],
) -> None:
    group, story, _ = written_in
    with refused("Only the storyteller can do that"):
        group.do(group.kit, "SayThatsIt", experience=story)


def test_E8j_who_wrote_themselves_in_puts_nobodys_moment_aside_without_the_role(
    written_in: tuple[Group, int, int],
) -> None:
    group, story, _ = written_in
    tesss = group.moment(story, group.tess, text="I saw it too")
    with refused("Only the storyteller takes a moment"):
        group.do(group.kit, "AcceptMoment", about=tesss, accept=False)


@pytest.mark.parametrize("act", ["Delete", "TakeBack"])
def test_E8k_who_lost_a_role_keeps_what_they_said_in_a_story_that_they_told_together(
    written_in: tuple[Group, int, int], act: str
) -> None:
    group, story, _ = written_in
    if not group.refusal_of(group.sam, act, about=story):
        group.do(group.sam, act, about=story)
    assert KITS in group.sees("everyone") and group.thing(story).stands


def both(group: Group) -> tuple[int, int, int]:
    """A story that Sam and Tess tell, a moment of Sam's in it, and one of Tess's."""
    story = group.joint(group.fay, group.sam, group.tess)
    return story, group.moment(story, text=SAMS), group.moment(story, group.tess, text=KITS)


@pytest.mark.parametrize("visibility", ["facilitators", "only_me"])
def test_E3c_of_several_tellers_each_narrows_their_own_moments_alone(visibility: str) -> None:
    group = Group()
    _, sams, tesss = both(group)
    with refused("Others tell this story too, so only who said this"):
        group.do(group.tess, "SetVisibility", about=sams, visibility=visibility)
    group.do(group.tess, "SetVisibility", about=tesss, visibility=visibility)
    assert SAMS in group.sees("everyone") and KITS not in group.sees("everyone")


def test_E3c_who_narrows_a_story_that_another_tells_too_narrows_their_own_moments_in_it() -> None:
    group = Group()
    story, *_ = both(group)
    group.do(group.tess, "SetVisibility", about=story, visibility="only_me")
    assert SAMS in group.sees("everyone") and KITS not in group.sees("everyone")
    assert group.view("everyone", "experiences", story).title == "That winter"
    with refused("Others tell this story too, and what they show stays"):
        group.do(group.tess, "SetVisibility", about=story, visibility="only_me")


@pytest.mark.parametrize("do", ["narrows the story", "deletes the story"])
def test_E3d_what_another_teller_keeps_to_themselves_shows_in_no_answer(do: str) -> None:
    seen = list[bool]()
    for visibility in ("only_me", None):
        group = Group()
        story = group.joint(group.fay, group.sam, group.tess)
        if visibility:
            group.moment(story, group.tess, text=KITS, visibility=visibility)
        act, fields = ACTS[do]
        group.do(group.sam, act, about=story, **fields)
        seen.append("That winter" in group.sees("everyone"))
    assert seen == [False, False]


def test_A3c_an_unnamed_moment_is_anothers_for_every_teller() -> None:
    for author in ("sam", "tess"):
        group = Group()
        story = group.joint(group.fay, group.sam, group.tess)
        moment = group.moment(story, getattr(group, author), text=KITS, unnamed=True)
        group.do(group.tess, "AcceptMoment", about=moment, accept=True)
        for teller in (group.sam, group.tess):
            assert group.refusal_of(teller, "SetVisibility", about=story, visibility="only_me")
            assert group.refusal_of(teller, "Delete", about=story)
        group.do(group.sam, "TakeBack", about=story)
        assert KITS in group.sees("everyone")


def test_E8g_what_one_teller_took_off_with_their_words_in_it_no_other_brings_back() -> None:
    group = Group()
    story, sams, tesss = both(group)
    group.do(group.tess, "TakeBack", about=tesss)
    group.do(group.sam, "Delete", about=story)
    with refused("Another teller took this story off"):
        group.do(group.tess, "BringBack", about=story)
    group.do(group.sam, "BringBack", about=story)
    assert group.view("everyone", "moments", sams).text == SAMS


def test_E8g_who_has_moments_in_a_story_brings_it_back_without_those_of_who_took_it_off() -> None:
    group = Group()
    story, sams, tesss = both(group)
    group.do(group.tess, "SetVisibility", about=tesss, visibility="only_me")
    group.do(group.sam, "Delete", about=story)
    group.do(group.tess, "BringBack", about=story)
    assert group.view("everyone", "experiences", story).title and SAMS not in group.sees("everyone")
    group.do(group.tess, "SetVisibility", about=tesss, visibility="shared")
    assert KITS in group.sees("everyone") and group.refusal_of(group.tess, "BringBack", about=sams)
    group.do(group.sam, "BringBack", about=sams)
    assert SAMS in group.sees("everyone")


def test_E8f_nobody_takes_off_a_story_in_which_another_told_something() -> None:
    group = Group()
    story, *_ = both(group)
    with refused("Others tell this story too"):
        group.do(group.sam, "Delete", about=story)


def test_E8f_an_unnamed_moment_is_anothers_for_who_takes_a_story_off() -> None:
    group = Group()
    story = group.joint(group.fay, group.sam, group.tess)
    moment = group.moment(story, group.sam, text=KITS, unnamed=True)
    group.do(group.tess, "AcceptMoment", about=moment, accept=True)
    for teller in (group.sam, group.tess):
        with refused("Others tell this story too"):
            group.do(teller, "Delete", about=story)


def test_E8g_what_somebody_took_off_who_tells_it_no_more_the_others_bring_back() -> None:
    group = Group()
    story = group.joint(group.kit, group.sam, group.kit)
    group.moment(story, group.kit, text=KITS)
    group.moment(story, group.sam, text=SAMS, visibility="only_me")
    group.do(group.kit, "Delete", about=story)
    group.do(group.fay, "TakeRole", person=group.kit, role="scribe")
    group.do(group.sam, "BringBack", about=story)
    assert group.view("everyone", "experiences", story).state == ""
