"""Each step is named before it is undone, is undone only where it is the one that was read, and is
done again.
"""

from collections.abc import Callable
from typing import Any

import pytest
from table import Group, refused

from footpath.method import ENTRIES
from footpath.method.undoing.made import MAKING, STAYS
from footpath.method.undoing.said import DID


def slips(group: Group, person: int) -> Any:
    """What somebody can undo and do again, as their browser has it."""
    return group.view(person, "slips", person)


def named(group: Group, person: int) -> str:
    """What their button says."""
    seen = slips(group, person)
    return "" if seen is None or seen.undo is None else seen.undo.did


def two(group: Group) -> list[int]:
    return [group.note(group.sam), group.note(group.tess, "Another")]


STEPS: dict[str, Callable[[Group], Any]] = {
    "grouped 2 notes": lambda g: g.do(g.fay, "GroupNotes", notes=two(g), title="Late pay"),
    "grouped 1 note": lambda g: g.do(g.fay, "GroupNotes", notes=two(g)[:1], title="Late pay"),
    "merged note 1": lambda g: merges(g, *two(g)),
    "hid note 1": lambda g: g.do(g.fay, "Hide", about=g.note(g.sam), reason="a name"),
    "parked note 1": lambda g: g.do(g.fay, "Park", about=g.note(g.sam), reason="later"),
    "wrote note 1": lambda g: g.note(g.fay),
    "wrote a reflection": lambda g: g.do(
        g.fay, "WriteReflection", kind="liked", text="Yes", about=[]
    ),
    "added aim 1": lambda g: g.do(g.fay, "AddAim", text="Pay on time", rests_on=[]),
    "added step 1": lambda g: g.do(g.fay, "AddElement", kind="activity", text="Call"),
    "added the value Care": lambda g: g.do(
        g.fay, "AddValue", name="Care", heard_in=[g.note(g.sam)]
    ),
    "closed the flipchart": lambda g: g.do(g.fay, "CloseFlipchart"),
    "kept aim 1": lambda g: g.do(g.fay, "KeepAim", about=an_aim(g)),
    "two positions, aim 1": lambda g: g.do(g.fay, "LeaveAimOpen", about=an_aim(g)),
    "picked note 1": lambda g: g.do(g.fay, "PickPoint", about=g.note(g.sam)),
    "reworded aim 1": lambda g: g.do(g.fay, "Reword", about=an_aim(g), text="Pay now", version=1),
}  # fmt: skip


def merges(group: Group, about: int, into: int) -> None:
    group.do(group.fay, "Merge", about=about, into=into)


def an_aim(group: Group) -> int:
    return group.do(group.kit, "AddAim", text="Pay on time", rests_on=[])


@pytest.mark.parametrize("words", STEPS)
def test_G12d_a_step_is_named_and_undone_and_done_again(words: str) -> None:
    group = Group()
    STEPS[words](group)
    assert named(group, group.fay) == words
    was, slip = without_slips(group), slips(group, group.fay).undo.slip
    group.do(group.fay, "Undo", slip=slip)
    assert named(group, group.fay) == "" and without_slips(group) != was
    again = slips(group, group.fay)
    if words == "closed the flipchart":
        assert again is None, "that is asked for anew"
        return
    assert again.redo.did.split()[0] == words.split()[0]
    group.do(group.fay, "Redo", slip=slip)
    assert named(group, group.fay) == words and slips(group, group.fay).redo is None
    assert group.chart.slips == group.replayed().slips


def without_slips(group: Group) -> dict[str, Any]:
    """What everybody sees, and what Fay sees of things."""
    return {
        **group.sight.whole("everyone"),
        "notes of the facilitators": group.sees("facilitators"),
    }


def test_G12e_several_steps_are_undone_and_done_again_in_their_order() -> None:
    group = Group()
    for text in ("one", "two", "three"):
        group.do(group.kit, "AddElement", kind="activity", text=text)
    for _ in range(2):
        group.do(group.kit, "Undo")
    assert named(group, group.kit) == "added step 1"
    group.do(group.kit, "Redo")
    assert [group.thing(id).words.shown for id in group.sight.whole("everyone")["sheet"]
            ["process"].elements] == ["one", "two"]  # fmt: skip
    group.do(group.kit, "AddElement", kind="activity", text="four")
    assert slips(group, group.kit).redo is None, "something else was done since"
    with refused("There is nothing that you undid just now"):
        group.do(group.kit, "Redo")


def test_G12d_nobody_undoes_another_step_than_they_read() -> None:
    group = Group()
    note = group.note(group.sam)
    group.do(group.fay, "Park", about=note, reason="later")
    read = slips(group, group.fay).undo.slip
    group.do(group.fay, "Hide", about=note, reason="a name")  # in another window
    with refused("That is not your latest step any more"):
        group.do(group.fay, "Undo", slip=read)
    assert group.thing(note).hidden is not None and group.thing(note).parked is not None


def test_G12f_what_cannot_be_undone_says_so_and_why_and_leaves_what_was_before_it() -> None:
    group = Group()
    group.do(group.fay, "OpenPhase", phase="aims")
    group.note(group.fay, "Mine")
    group.do(group.fay, "RevealNotes")
    seen = slips(group, group.fay)
    assert (seen.stuck, seen.why) == ("revealed notes", "Everybody has read it by now.")
    assert seen.undo.did == "wrote note 1"


def test_G12c_what_others_built_upon_stays_and_it_is_said_in_a_sentence() -> None:
    group = Group()
    step = group.do(group.kit, "AddElement", kind="activity", text="Call early")
    group.do(group.sam, "AskOpenQuestion", text="Who calls?", about=step)
    seen = slips(group, group.kit)
    assert (seen.stuck, seen.undo) == ("added step 1", None)
    assert seen.why.startswith("Others have built on it since")
    with refused("There is nothing of yours to undo any more"):
        group.do(group.kit, "Undo")
    assert group.thing(step).stands


def test_A5_what_somebody_changed_since_says_so_before_it_is_pressed() -> None:
    group = Group()
    note = group.note(group.sam)
    group.do(group.kit, "Park", about=note, reason="later")
    group.do(group.sam, "Unpark", about=note)
    seen = slips(group, group.kit)
    assert (seen.stuck, seen.why.split(",")[0]) == (
        "parked note 1",
        "Somebody else changed it since",
    )


def test_G12d_nobody_else_learns_what_somebody_can_undo() -> None:
    group = Group()
    group.do(group.fay, "Hide", about=group.note(group.sam), reason="a name")
    for audience in ("everyone", "facilitators", group.kit, group.sam):
        assert not group.sight.whole(audience).get("slips")


def test_G12c_who_takes_part_or_lost_the_role_is_offered_nothing() -> None:
    group = Group()
    group.note(group.sam)
    group.note(group.kit)
    assert slips(group, group.sam) is None and named(group, group.kit) == "wrote note 2"
    group.do(group.fay, "TakeRole", person=group.kit, role="scribe")
    assert slips(group, group.kit) is None


def test_G12h_a_scribes_slip_of_the_keys_is_undone_and_its_owner_brings_it_back() -> None:
    group = Group()
    note = group.note(group.kit, "Half a sen", for_person=group.sam)
    group.do(group.kit, "Undo")
    assert group.thing(note).deleted and "Half a sen" not in group.sees("everyone")
    group.do(group.sam, "BringBack", about=note)
    assert group.thing(note).stands
    assert slips(group, group.kit) is None, "Sam said since that it stands"


def test_G12h_what_its_owner_worked_on_since_a_scribe_undoes_no_more() -> None:
    group = Group()
    note = group.note(group.kit, "Half a sen", for_person=group.sam)
    group.do(group.sam, "Reword", about=note, text="Half a sentence", version=1)
    assert slips(group, group.kit).stuck == "wrote note 1"


def test_A3b_an_unnamed_note_typed_for_somebody_is_its_owners_alone() -> None:
    group = Group()
    note = group.note(group.kit, for_person=group.sam, unnamed=True)
    with refused("There is nothing of yours to undo"):
        group.do(group.kit, "Undo")
    assert group.thing(note).stands


def test_E8a_of_a_story_that_was_called_told_no_moment_goes_by_undoing() -> None:
    group = Group()
    story = group.story()
    group.moment(story, group.kit, "Paid late", for_person=group.sam)
    group.do(group.sam, "SayThatsIt", experience=story)
    assert slips(group, group.kit).undo is None


def test_E4b_no_undoing_puts_a_step_back_into_a_lane_that_stands_nowhere() -> None:
    group = Group()
    step = group.do(group.kit, "AddElement", kind="activity", text="Call", lane="Acme office")
    group.do(group.kit, "ArrangeElement", about=step, kind="activity", lane="Us", stage="")
    assert slips(group, group.kit).why.startswith("It would bring back a name")
    group.do(group.kit, "AddElement", kind="activity", text="Wait", lane="Acme office")
    group.do(group.kit, "Undo")  # the second step goes, and its lane with it
    assert slips(group, group.kit).stuck == "changed step 1"


def test_G12c_a_step_that_was_moved_to_another_lane_goes_back() -> None:
    group = Group()
    one, _ = (
        group.do(group.kit, "AddElement", kind="activity", text=t, lane="Us") for t in ("a", "b")
    )
    group.do(group.kit, "ArrangeElement", about=one, kind="wait", lane="Them", stage="")
    assert named(group, group.kit) == "changed wait 1"
    group.do(group.kit, "Undo")
    view = group.view("everyone", "elements", one)
    assert (view.lane, view.kind) == ("Us", "activity")


def test_O1c_of_a_decision_with_a_reason_nothing_is_undone_for_its_words_stay_somebodys() -> None:
    group = Group()
    aim = an_aim(group)
    group.do(group.fay, "KeepAim", about=aim, reason="It still holds")
    assert slips(group, group.fay).stuck == "kept aim 1"


def test_G12d_a_masked_title_shows_masked_on_the_button() -> None:
    group = Group()
    group.do(group.fay, "AddValue", name="Care at Acme", heard_in=[group.note(group.sam)])
    story = group.story()
    group.moment(story, text="The Acme office sent it back")
    group.do(group.sam, "MaskWords", passage="Acme")
    assert "Acme" not in group.sees(group.fay) + group.sees("everyone")


def test_G12d_every_kind_of_step_has_its_words() -> None:
    kinds = {kind.__name__ for kind in ENTRIES}
    said = {words.split()[0] for words in DID}
    assert said <= kinds
    assert {kind.__name__ for kind in (*MAKING, *STAYS)} <= said
