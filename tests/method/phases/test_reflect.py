"""Reflect: the storyteller first, reflections, values."""

from typing import Any

import pytest
from table import Group, refused


def told() -> tuple[Group, int, int]:
    group = Group()
    story = group.story()
    moment = group.moment(story)
    group.do(group.fay, "OpenPhase", phase="reflect")
    return group, story, moment


@pytest.mark.parametrize("kind", ["liked", "disliked", "differently", "similar"])
def test_R1_a_reflection_is_about_moments_a_story_or_another_reflection(kind: str) -> None:
    group, story, moment = told()
    first = group.do(group.sam, "WriteReflection", kind=kind, text="so", about=[moment, story])
    again = group.do(group.sam, "WriteReflection", kind=kind, text="also", about=[first])
    assert group.view("everyone", "notes", first).about == (moment, story)
    assert again in group.view("everyone", "notes", first).cited_by


def test_R2_the_storyteller_comes_first() -> None:
    group, _, moment = told()
    group.do(group.tess, "WriteReflection", kind="liked", text="too early", about=[moment])
    assert all("too early" not in group.sees(a) for a in ("everyone", "facilitators", group.sam))
    assert "too early" in group.sees(group.tess)


def test_R2_when_the_teller_is_done_everybody_receives_what_waited() -> None:
    group, story, moment = told()
    group.do(group.tess, "WriteReflection", kind="liked", text="waited", about=[moment])
    group.do(group.sam, "EndTellersTurn", experience=story)
    assert "waited" in group.sees("everyone")


def test_R2_a_keeper_says_it_for_a_teller_and_everybody_sees_that() -> None:
    group, story, _ = told()
    group.do(group.kit, "EndTellersTurn", experience=story)
    assert group.view("everyone", "experiences", story).spoken_for


def test_R2_another_participant_cannot_end_the_tellers_turn() -> None:
    group, story, _ = told()
    with refused("Only the storyteller"):
        group.do(group.tess, "EndTellersTurn", experience=story)


def test_R2_nobody_waits_for_a_teller_who_is_gone() -> None:
    group, _, moment = told()
    group.do(group.tess, "WriteReflection", kind="liked", text="waited", about=[moment])
    group.do(group.fay, "RemovePerson", person=group.sam)
    assert "waited" in group.sees("everyone")


def test_R3_a_value_can_be_added_in_any_phase_and_cites_what_it_was_heard_in() -> None:
    group = Group()
    note = group.note(group.sam)
    value = group.do(group.tess, "AddValue", name="Plain words", heard_in=[note])
    assert group.view("everyone", "values", value).heard_in == (note,)


def test_R3_a_value_that_nobody_was_heard_saying_is_refused() -> None:
    group = Group()
    with refused("Say where you heard this value"):
        group.do(group.sam, "AddValue", name="Plain words", heard_in=[])


def test_R3_two_values_may_be_in_tension() -> None:
    group = Group()
    note = group.note(group.sam)
    one, other = (
        group.do(group.sam, "AddValue", name=name, heard_in=[note]) for name in ("Care", "Thrift")
    )
    group.do(group.sam, "MarkTension", about=one, other=other)
    assert group.view("everyone", "values", other).tension == (one,)


def test_R4_the_group_picks_the_points_to_work_on() -> None:
    group = Group()
    note = group.note(group.sam)
    group.do(group.fay, "PickPoint", about=note)
    assert group.view("everyone", "notes", note).picked


def test_R5_a_moved_note_keeps_its_number_author_and_time() -> None:
    group, _, moment = told()
    note = group.note(group.tess)
    before = group.view("everyone", "notes", note)
    group.do(group.kit, "MoveNote", about=note, phase="reflect", kind="differently", on=[moment])
    after = group.view("everyone", "notes", note)
    assert (after.number, after.by, after.said_at) == (before.number, before.by, before.said_at)
    assert (after.kind, after.phase, after.about) == ("differently", "reflect", (moment,))


def test_R5_reflections_moved_onto_each_other_still_let_others_reflect_on_them() -> None:
    group = Group()
    group.story()
    one = group.do(group.sam, "WriteReflection", kind="liked", text="one")
    other = group.do(group.sam, "WriteReflection", kind="liked", text="other", about=[one])
    group.do(group.fay, "MoveNote", about=one, phase="reflect", kind="liked", on=[other])
    assert group.do(group.tess, "WriteReflection", kind="liked", text="both", about=[one])


@pytest.mark.parametrize("ends", ["EndTellersTurn", "TakeBack"])
def test_R2_the_end_of_one_story_shows_nothing_that_waits_for_the_same_tellers_other_story(
    ends: str,
) -> None:
    group = Group()
    story, other = group.story(), group.story()
    both = group.do(
        group.tess, "WriteReflection", kind="liked", text="So patient", about=[story, other]
    )
    on_other = group.do(group.tess, "WriteReflection", kind="liked", text="So brave", about=[other])
    named: dict[str, Any] = {"experience" if ends == "EndTellersTurn" else "about": story}
    group.do(group.sam, ends, **named)
    assert group.thing(both).held and group.thing(on_other).held
    group.do(group.sam, "EndTellersTurn", experience=other)
    assert not group.thing(both).held and not group.thing(on_other).held
