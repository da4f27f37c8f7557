"""E8: who is named beside a story's first teller has no part in it until both say
so; anybody leaves.
"""

from typing import Any

import pytest
from joint_telling import KITS, OF_A_TELLER, SAMS, named, tellers
from table import Group, refused


@pytest.fixture
def group() -> Group:
    return Group()


@pytest.mark.parametrize("said_by", [[], ["kit"], ["tess"]])
@pytest.mark.parametrize("act", OF_A_TELLER)
def test_E8l_who_wrote_themselves_in_holds_the_first_teller_to_nothing(
    group: Group, act: str, said_by: list[str]
) -> None:
    story, sams, _ = named(group, storytellers=[group.sam, group.kit, group.tess])
    group.do(group.sam, "TakeBack", about=sams)
    for who in said_by:
        group.do(getattr(group, who), "TellTogether", experience=story)
    do, fields = OF_A_TELLER[act]
    group.do(group.sam, do, about=story, **fields)
    assert "Sam's winter" not in group.sees("everyone") and KITS not in group.sees("everyone")


NOT_YET: dict[str, tuple[str, dict[str, Any]]] = {
    **OF_A_TELLER,
    "masks a name in it": ("MaskWords", {"passage": "", "replacement": "Nothing happened"}),
    "opens it": ("OpenWords", {"to": "everyone"}),
}


@pytest.mark.parametrize("act", NOT_YET)
def test_E8l_who_is_named_has_no_part_in_a_story_while_its_first_teller_says_nothing(
    group: Group, act: str
) -> None:
    story, *_ = named(group)
    group.do(group.kit, "TellTogether", experience=story)
    do, fields = NOT_YET[act]
    assert group.refusal_of(group.kit, do, about=story, **fields)


def test_E8l_who_is_named_puts_nothing_of_a_teller_and_nothing_of_theirs_is_on_the_map_unasked(
    group: Group,
) -> None:
    story, sams, kits = named(group)
    tesss = group.moment(story, group.tess, text="I saw it")
    assert not group.view("everyone", "moments", kits).accepted
    tried: list[tuple[str, dict[str, Any]]] = [
        ("AcceptMoment", {"about": tesss, "accept": True}),
        ("AcceptMoment", {"about": sams, "accept": False}),
        ("SayThatsIt", {"experience": story}),
    ]
    for do, fields in tried:
        assert group.refusal_of(group.kit, do, **fields)
    group.do(group.kit, "Reword", about=story, text="Sam's excuses", version=1)
    assert group.view("everyone", "experiences", story).title == "Sam's winter"
    group.do(group.sam, "AcceptMoment", about=kits, accept=False)
    assert KITS not in group.sees("everyone")


def test_E8l_whose_turn_it_is_waits_for_nobody_who_is_only_named(group: Group) -> None:
    story, *_ = named(group, storytellers=[group.sam, group.tess])
    group.do(group.sam, "EndTellersTurn", experience=story)
    group.do(group.kit, "WriteReflection", kind="liked", text="That you told it", about=[story])
    assert "That you told it" in group.sees("everyone")


def test_E8l_once_both_said_so_they_tell_it_together(group: Group) -> None:
    story, _, kits = named(group, storytellers=[group.sam, group.tess])
    assert group.view(group.tess, "experiences", story).named == (group.tess,)
    for person in (group.tess, group.sam):
        assert tellers(group, story) == (group.sam,)
        group.do(person, "TellTogether", experience=story)
    assert tellers(group, story) == (group.sam, group.tess) and kits
    group.moment(story, group.tess, text="It was cold")
    with refused("Others tell this story too"):
        group.do(group.sam, "Delete", about=story)


def test_E8l_what_they_said_in_it_before_is_a_tellers_then(group: Group) -> None:
    story, _, kits = named(group)
    group.do(group.sam, "TellTogether", experience=story)
    assert group.view("everyone", "moments", kits).accepted


def test_E8l_who_is_named_beside_somebody_is_told_to_nobody_else(group: Group) -> None:
    story, *_ = named(group, storytellers=[group.sam, group.tess])
    named_to = [
        one
        for one in ("everyone", "facilitators", group.sam, group.tess, group.kit, group.olu)
        if getattr(group.view(one, "experiences", story), "named", ())
    ]
    assert named_to == [group.sam, group.tess]


def test_E3d_who_is_named_receives_nothing_of_what_is_prepared_until_its_first_teller_lets_them(
    group: Group,
) -> None:
    story, *_ = named(group, storytellers=[group.sam, group.tess], visibility="only_me")
    assert "winter" not in group.sees(group.tess) and SAMS not in group.sees(group.tess)
    with refused("That is not on the flipchart"):
        group.do(group.tess, "TellTogether", experience=story)
    group.do(group.sam, "TellTogether", experience=story)
    assert "winter" in group.sees(group.tess) and SAMS not in group.sees(group.tess)
    group.do(group.tess, "TellTogether", experience=story)
    assert SAMS in group.sees(group.tess)


@pytest.mark.parametrize("do", ["TellTogether", "LeaveStory"])
def test_E8m_nobody_says_it_for_who_has_a_device(group: Group, do: str) -> None:
    story, *_ = named(group, storytellers=[group.sam, group.tess])
    for keeper in (group.kit, group.fay):
        with refused("They are here with a device"):
            group.do(keeper, do, experience=story, for_person=group.tess)


@pytest.mark.parametrize("do", ["TellTogether", "LeaveStory"])
def test_E8m_for_who_has_no_device_a_facilitator_says_it_who_has_no_part_in_it(
    group: Group, do: str
) -> None:
    ada = group.do(group.kit, "AddPerson", name="Ada")
    story, *_ = named(group, storytellers=[group.kit, ada])
    own = named(group, storytellers=[group.fay, ada])[0]
    for keeper, about in ((group.kit, story), (group.fay, own)):
        with refused("A facilitator who has no part in this story"):
            group.do(keeper, do, experience=about, for_person=ada)
    group.do(group.fay, do, experience=story, for_person=ada)
    assert (ada in tellers(group, story)) is (do == "TellTogether")


def test_E8l_who_is_named_says_that_they_do_not_tell_it(group: Group) -> None:
    story, *_ = named(group, storytellers=[group.kit, group.sam])
    group.do(group.sam, "LeaveStory", experience=story)
    with refused("Only the storyteller"):
        group.do(group.sam, "TellTogether", experience=story)
    assert tellers(group, story) == (group.kit,) and SAMS in group.sees("everyone")


def test_R2_what_who_joins_wrote_about_the_story_waits_no_more(group: Group) -> None:
    story, *_ = named(group)
    group.do(group.kit, "WriteReflection", kind="liked", text="That it was told", about=[story])
    assert "That it was told" not in group.sees("everyone")
    group.do(group.sam, "TellTogether", experience=story)
    assert "That it was told" in group.sees("everyone")


def test_S3_who_tells_a_story_is_the_same_when_it_is_replayed(group: Group) -> None:
    story, *_ = named(group)
    group.do(group.sam, "TellTogether", experience=story)
    group.do(group.kit, "LeaveStory", experience=story)
    group.do(group.kit, "Undo")
    group.chart.touched.clear()
    assert group.replayed() == group.chart


@pytest.mark.parametrize("kept", [False, True])
def test_E3d_bringing_a_story_back_tells_nothing_of_what_another_keeps_to_themselves(
    group: Group, kept: bool
) -> None:
    story = group.joint(group.kit, group.sam, group.tess)
    if kept:
        group.moment(story, group.tess, text=KITS, visibility="only_me")
    group.do(group.tess, "Delete", about=story)
    before = len(group.record)
    group.do(group.sam, "BringBack", about=story)
    assert len(group.record) == before + 1 and (KITS in group.sees(group.tess)) is kept
