"""What an undoing leaves as it was before the step: warnings, and who is named."""

import json

from table import Group

from footpath.publishing.record_lines import record_lines


def asks_for_care(group: Group, line: int) -> bool:
    return bool(group.view("everyone", "aims", line).changed)


def a_line_that_asks(group: Group) -> int:
    note = group.note(group.sam, "Pay small firms first")
    line = group.do(group.kit, "AddAim", text="Pay in thirty days", rests_on=[note])
    group.do(group.sam, "Reword", about=note, text="Never mind", version=1)
    assert asks_for_care(group, line)
    return line


def test_O9_keeping_a_line_by_a_slip_and_undoing_it_brings_back_that_words_beneath_changed() -> (
    None
):
    group = Group()
    line = a_line_that_asks(group)
    group.do(group.kit, "KeepAim", about=line)
    group.do(group.kit, "Undo")
    assert asks_for_care(group, line)
    assert group.replayed().threads == group.chart.threads


def test_O9_rewording_a_line_by_a_slip_and_undoing_it_brings_that_back() -> None:
    group = Group()
    line = a_line_that_asks(group)
    group.do(group.kit, "Reword", about=line, text="Pay now", version=1)
    group.do(group.kit, "Undo")
    assert asks_for_care(group, line)


def test_O9_keeping_it_again_says_that_it_was_looked_at() -> None:
    group = Group()
    line = a_line_that_asks(group)
    group.do(group.kit, "KeepAim", about=line)
    group.do(group.kit, "Undo")
    group.do(group.kit, "Redo")
    assert not asks_for_care(group, line)


def test_O9_a_copy_that_was_covered_in_a_line_is_said_again_once_its_keeping_is_undone() -> None:
    group = Group()
    said = "Pay small firms before all of the others"
    note = group.note(group.sam, said)
    line = group.do(group.kit, "AddAim", text=f"We say: {said}", rests_on=[])
    group.do(group.sam, "TakeBack", about=note)
    group.do(group.kit, "KeepAim", about=line)
    group.do(group.kit, "Undo")
    assert line in group.chart.threads.copies_masked


def test_A3a_who_undoes_what_they_decided_unnamed_is_named_by_no_line_of_the_record() -> None:
    group = Group()
    line = group.do(group.fay, "AddAim", text="Pay on time", rests_on=[])
    group.do(group.kit, "DropAim", about=line, unnamed=True)
    for back in ("Undo", "Redo", "Undo"):
        group.do(group.kit, back)
    lines = [json.loads(one) for one in record_lines(group.chart, group.record)]
    said = [one for one in lines if one["type"] in ("AimReviewed", "ReviewTakenOff")]
    assert len(said) == 4 and not any("by" in one or "typed_by" in one for one in said)


def test_A3a_who_undoes_taking_an_unnamed_wording_is_not_named_either() -> None:
    group = Group()
    line = group.do(group.fay, "AddAim", text="Pay on time", rests_on=[])
    group.do(group.fay, "Reword", about=line, text="Pay in time", version=1)
    group.do(group.kit, "ChangeAim", about=line, text="Pay early", version=1, unnamed=True)
    offer = max(group.chart.offers[line])
    group.do(group.kit, "SettleOffer", about=offer, take=True)
    group.do(group.kit, "Undo")
    lines = [json.loads(one) for one in record_lines(group.chart, group.record)]
    said = [one for one in lines if one["type"] == "Reworded"]
    assert len(said) == 3 and not any("by" in one for one in said[1:])


def test_A3a_who_adds_an_unnamed_step_by_the_line_is_named_by_no_line_of_the_record() -> None:
    group = Group()
    one = group.do(group.kit, "AddElement", kind="activity", text="Ask")
    step = {"kind": "activity", "text": "Nobody pays here", "comes_from": one, "unnamed": True}
    group.do(group.kit, "AddElement", **step)
    lines = [json.loads(line) for line in record_lines(group.chart, group.record)]
    assert [line["type"] for line in lines[-2:]] == ["ElementAdded", "WaysSaid"]
    assert not any("by" in line for line in lines[-2:])


def test_G12d_a_step_that_was_added_by_the_line_is_one_step_to_undo() -> None:
    group = Group()
    one = group.do(group.kit, "AddElement", kind="activity", text="Ask")
    group.do(group.kit, "AddElement", kind="activity", text="Pay", comes_from=one)
    assert group.view(group.kit, "slips", group.kit).undo.did == "added step 2"
    group.do(group.kit, "Undo")
    assert group.view(group.kit, "slips", group.kit).undo.did == "added step 1"
    group.do(group.kit, "Redo")
    assert [way.to for way in group.thing(one).branches] == [one + 1]
