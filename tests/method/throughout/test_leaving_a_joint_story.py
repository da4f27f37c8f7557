"""E8, G12: a teller leaves a story that several tell, and undoes it while nobody else went on."""

from typing import Any

import pytest
from joint_telling import KITS, OF_A_TELLER, SAMS, UNNAMED, joint, slip, tellers
from table import Group, refused


@pytest.fixture
def group() -> Group:
    return Group()


@pytest.mark.parametrize("closed", [False, True])
def test_E8n_a_teller_leaves_with_what_bears_their_name_and_the_story_is_the_others_alone(
    group: Group, closed: bool
) -> None:
    story, _, tesss, _ = joint(group)
    if closed:
        group.do(group.fay, "CloseFlipchart")
    group.do(group.sam, "LeaveStory", experience=story)
    seen = group.sees("everyone")
    assert (
        tellers(group, story) == (group.tess,)
        and SAMS not in seen
        and KITS in seen
        and UNNAMED in seen
    )
    assert group.refusal_of(group.sam, "SetVisibility", about=story, visibility="only_me")
    group.do(group.tess, "TakeBack", about=story)
    assert KITS not in group.sees("everyone") and group.thing(tesss).withdrawn


def test_E8n_the_first_who_told_it_leaves_too(group: Group) -> None:
    story, *_ = joint(group)
    group.do(group.sam, "LeaveStory", experience=story)
    group.do(group.tess, "Delete", about=story)
    with refused("That was taken back or deleted"):
        group.do(group.tess, "LeaveStory", experience=story)


def test_E8n_who_tells_alone_does_not_leave(group: Group) -> None:
    story = group.story()
    with refused("You tell this story alone"):
        group.do(group.sam, "LeaveStory", experience=story)
    with refused("Only the storyteller"):
        group.do(group.tess, "LeaveStory", experience=story)


def test_E8o_who_left_brings_a_moment_back_as_what_somebody_else_said_and_no_other_does(
    group: Group,
) -> None:
    story, sams, *_ = joint(group)
    group.do(group.sam, "LeaveStory", experience=story)
    for other in (group.tess, group.fay):
        assert group.refusal_of(other, "BringBack", about=sams)
    group.do(group.sam, "BringBack", about=sams)
    assert not group.view("everyone", "moments", sams).accepted


def test_E8o_a_keeper_who_left_by_a_slip_undoes_it(group: Group) -> None:
    story = slip(group)
    assert KITS not in group.sees("everyone")
    group.do(group.kit, "Undo")
    assert group.kit in tellers(group, story) and KITS in group.sees("everyone")


@pytest.mark.parametrize("act", [*OF_A_TELLER, "words it"])
def test_E8o_nobody_undoes_their_leaving_once_the_others_did_something_with_the_story(
    group: Group, act: str
) -> None:
    story = slip(group)
    do, fields = OF_A_TELLER.get(act, ("Reword", {"text": "My winter", "version": 1}))
    group.do(group.sam, do, about=story, **fields)
    assert group.refusal_of(group.kit, "Undo")


IN_IT: dict[str, tuple[str, str, dict[str, Any]]] = {
    "tells a moment": ("sam", "PlaceMoment", {"text": "He kept it"}),
    "arranges their own": ("sam", "ArrangeMoment", {"lane": "Firm", "stage": "Paying"}),
    "shows their own to fewer": ("sam", "SetVisibility", {"visibility": "facilitators"}),
    "words their own": ("sam", "Reword", {"text": "He came twice", "version": 1}),
    "takes their own off": ("sam", "Delete", {}),
    "says that it is told": ("sam", "SayThatsIt", {}),
    "accepts a listener's": ("sam", "AcceptMoment", {"accept": True}),
    "puts one beside it": ("tess", "PlaceMoment", {"text": "I saw it too"}),
    "joins it": ("tess", "TellTogether", {}),
}
"""Who does what in a story that somebody left."""


@pytest.mark.parametrize("act", IN_IT)
def test_E8o_nobody_undoes_their_leaving_once_anybody_did_something_in_the_story(
    group: Group, act: str
) -> None:
    who, do, fields = IN_IT[act]
    story = group.do(
        group.kit, "TellExperience", title="Winter", storytellers=[group.sam, group.kit, group.tess]
    )
    for teller in (group.sam, group.kit):
        group.do(teller, "TellTogether", experience=story)
    about = group.moment(story, group.tess if "accepts" in act else group.sam, text=SAMS)
    group.do(group.kit, "LeaveStory", experience=story)
    named = (
        {"experience": story}
        if do in ("PlaceMoment", "SayThatsIt", "TellTogether")
        else {"about": about}
    )
    group.do(getattr(group, who), do, **named, **fields)
    with refused("There is nothing of yours to undo any more"):
        group.do(group.kit, "Undo")
    assert group.kit not in tellers(group, story)


def test_E3d_what_a_teller_keeps_to_themselves_shows_in_no_undoing(group: Group) -> None:
    story = slip(group)
    kept = group.moment(story, text="He kept it", visibility="only_me")
    group.do(group.sam, "Reword", about=kept, text="He kept it all", version=1)
    group.do(group.kit, "Undo")
    assert group.kit in tellers(group, story) and "He kept it" not in group.sees(group.kit)


def test_E8o_undoing_that_somebody_without_a_device_left_makes_no_teller_of_who_said_it(
    group: Group,
) -> None:
    ada = group.do(group.kit, "AddPerson", name="Ada")
    story = group.joint(group.fay, group.sam, ada)
    group.do(group.fay, "LeaveStory", experience=story, for_person=ada)
    group.do(group.fay, "Undo")
    assert tellers(group, story) == (group.sam, ada)


def test_R2_what_waited_for_who_left_appears(group: Group) -> None:
    story, *_ = joint(group)
    group.do(group.tess, "EndTellersTurn", experience=story)
    group.do(group.kit, "WriteReflection", kind="liked", text="That you told it", about=[story])
    assert "That you told it" not in group.sees("everyone")
    group.do(group.sam, "LeaveStory", experience=story)
    assert "That you told it" in group.sees("everyone")
