"""What a curious or hostile person could try to learn, or to break, and does not."""

from typing import Any, cast

import pytest
from table import Group, refused

from footpath.method import Refusal


def silent() -> Group:
    group = Group()
    group.do(group.fay, "OpenPhase", phase="aims")
    return group


def test_E3b_a_private_moment_brings_no_lane_or_stage_to_anybody_else() -> None:
    group = Group()
    story = group.story()
    moment = group.moment(story, visibility="only_me", lane="Dr Ashdown", stage="Intake")
    for audience in ("everyone", "facilitators", group.tess):
        assert "Ashdown" not in group.sees(audience) and "Intake" not in group.sees(audience)
    assert group.view(group.sam, "experiences", story).lanes == ("Dr Ashdown",)
    group.do(group.sam, "SetVisibility", about=moment, visibility="shared")
    assert group.view("everyone", "experiences", story).lanes == ("Dr Ashdown",)


def test_E3b_what_becomes_private_takes_its_lane_along() -> None:
    group = Group()
    story = group.story(lanes=["Firm"])
    moment = group.moment(story, lane="Dr Ashdown")
    group.do(group.sam, "SetVisibility", about=moment, visibility="only_me")
    assert group.view("everyone", "experiences", story).lanes == ("Firm",)


def test_A2_nobody_else_finds_a_note_by_the_id_that_it_had_in_silence() -> None:
    group = silent()
    private = group.note(group.sam)
    group.do(group.fay, "RevealNotes")
    with refused("That is not on the flipchart"):
        group.do(group.tess, "AskQuestion", about=private, text="Whose place in the order is this?")
    with refused("That is not on the flipchart"):
        group.do(group.fay, "GroupNotes", notes=[private], title="First written")
    group.do(group.sam, "Reword", about=private, text="Mine, by either id", version=1)


def test_A1_a_held_note_about_something_that_goes_is_told_to_nobody() -> None:
    group = Group()
    line = group.note(group.tess)
    group.do(group.fay, "OpenPhase", phase="aims")
    held = group.do(group.sam, "AskQuestion", about=line, text="Why")
    group.do(group.tess, "TakeBack", about=line)
    assert held < 0 and str(held) not in group.sees("everyone")


def test_A3c_who_was_removed_is_not_found_by_trying_to_take_unnamed_notes_back() -> None:
    group = Group()
    named = group.note(group.sam)
    unnamed, others = (group.note(person, unnamed=True) for person in (group.sam, group.tess))
    group.do(group.fay, "RemovePerson", person=group.sam)
    for note in (unnamed, others):
        with refused("Only the person whose words these are"):
            group.do(group.fay, "TakeBack", about=note)
    group.do(group.fay, "TakeBack", about=named)


def test_S2_reflections_that_are_about_each_other_stop_nobody() -> None:
    group = Group()
    one, other = group.note(group.tess), group.note(group.tess)
    group.do(group.tess, "MoveNote", about=one, phase="reflect", kind="liked", on=[other])
    group.do(group.tess, "MoveNote", about=other, phase="reflect", kind="liked", on=[one])
    assert group.do(group.sam, "WriteReflection", kind="liked", text="So do I", about=[one]) > 0


@pytest.mark.parametrize("field", ["lanes", "stages"])
def test_S4_a_story_does_not_take_lanes_without_end(field: str) -> None:
    group, many = Group(), {"title": "Long", field: [f"lane {n}" for n in range(1000)]}
    with pytest.raises(Refusal, match="more than"):
        group.do(group.sam, "TellExperience", **cast("dict[str, Any]", many))


def test_S4_a_decision_does_not_take_branches_without_end() -> None:
    group = Group()
    with pytest.raises(Refusal, match="more than"):
        group.do(
            group.fay,
            "AddElement",
            kind="decision",
            text="Which",
            branches=[{"label": str(n)} for n in range(1000)],
        )


def test_E4c_a_passage_too_long_for_a_name_is_refused_before_it_is_looked_for() -> None:
    group = Group()
    group.story()
    with pytest.raises(Refusal, match="Only a name is covered everywhere"):
        group.do(group.sam, "MaskWords", passage="a " * 50_000)
