"""Leading on: what who keeps the pace meanwhile may do, and what they never receive (G18)."""

from typing import Any

import pytest
from table import Group, refused

from footpath.method.flipchart.threads import Edition
from footpath.method.lines.outline import outline
from footpath.publishing.how_made import how_made


def led_by_sam() -> Group:
    group = Group()
    group.do(None, "GivePace", door="room", person=group.sam)
    return group


def test_G18b_who_keeps_the_pace_opens_phases_reveals_stretches_breaks_and_groups() -> None:
    group = led_by_sam()
    group.do(group.sam, "OpenPhase", phase="aims")
    notes = [group.note(group.tess, text) for text in ("Pay first", "Pay soon")]
    group.do(group.sam, "RevealNotes")
    group.do(
        group.sam, "GroupNotes", title="Pay", notes=[group.chart.renumbered[id] for id in notes]
    )
    group.do(group.sam, "StretchPhase", minutes=5)
    group.do(group.sam, "StartBreak", minutes=5)
    group.do(group.sam, "EndBreak")
    assert group.view("everyone", "sheet", "workshop").minutes == 23


@pytest.mark.parametrize(
    ("do", "fields"),
    [
        ("CloseFlipchart", {}),
        ("OpenText", {}),
        ("OpenVote", {"dots_each": 3}),
        ("StartRound", {"kind": "check-in"}),
        ("GiveRole", {"person": 1, "role": "observer"}),
        ("RemovePerson", {"person": 1}),
        ("AddPerson", {"name": "Eve"}),
        ("GivePace", {"person": 4}),
    ],
)
def test_G18b_nothing_else_of_the_facilitators_comes_with_the_pace(
    do: str, fields: dict[str, Any]
) -> None:
    group = led_by_sam()
    with refused(""):
        group.do(group.sam, do, **fields)


def test_G18c_who_keeps_the_pace_receives_nothing_that_is_for_facilitators_alone() -> None:
    group = Group()
    group.do(group.tess, "RaiseHand")
    group.do(group.tess, "OfferStory", line="The long winter")
    before = group.sight.whole(group.sam)
    group.do(None, "GivePace", door="room", person=group.sam)
    assert group.told.keys() == {"everyone"}
    assert group.sight.whole(group.sam) == before
    assert "The long winter" not in group.sees(group.sam) + group.sees("everyone")


def test_G18d_the_pace_returns_with_a_facilitator_and_the_record_says_both() -> None:
    group = led_by_sam()
    group.do(group.fay, "ReturnPace")
    assert [type(one.entry).__name__ for one in group.record[-2:]] == ["PaceGiven", "PaceReturned"]
    assert group.view("everyone", "sheet", "workshop").pace_holder is None
    with refused("Only a facilitator"):
        group.do(group.sam, "OpenPhase", phase="reflect")


def test_G18b_nobody_gives_the_pace_to_themselves() -> None:
    group = Group()
    with refused("That can be done by its own link only"):
        group.do(group.sam, "GivePace", person=group.sam)
    with refused("That can be done by its own link only"):
        group.do(None, "GivePace", door="guest", person=group.sam)
    with refused("Only a facilitator"):
        group.do(group.sam, "ReturnPace")


@pytest.mark.parametrize("who", ["olu", "tess"])
def test_G18b_who_watches_or_stepped_out_is_not_given_the_pace(who: str) -> None:
    group = Group()
    group.do(group.tess, "StepOut")
    with refused("You are here to watch"):
        group.do(None, "GivePace", door="room", person=getattr(group, who))


def test_G18b_who_is_shown_out_has_no_pace_to_keep() -> None:
    group = led_by_sam()
    group.do(group.fay, "RemovePerson", person=group.sam)
    assert group.chart.pace_holder is None


def test_G18d_the_outline_says_that_somebody_kept_the_pace_and_not_who() -> None:
    group = led_by_sam()
    said = " ".join(how_made(group.chart, outline(group.chart), Edition.EVERYONE))
    assert "no facilitator was connected" in said
    assert "Sam" not in said


def test_G8_who_stepped_out_counts_in_no_done() -> None:
    group = Group()
    group.do(group.tess, "StepOut")
    counts = group.view("everyone", "sheet", "counts")
    assert (counts.done, counts.people) == (0, 1)
