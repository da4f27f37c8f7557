"""E10b, E10j, E10k, E4c: each text of a thing counts from the entry that put it there, and is whose
that was; first is who stands first in the record, text by text.
"""

from typing import Any

import pytest
from table import Group

from footpath.method.own_words.copies_elsewhere import copies_of
from footpath.method.words.sought import without_a_rest

SAID = "whoever does the work for us is paid within thirty days at the latest"
AGAIN = f"As I said in my story: {SAID}, and my mother waited"


def opened(phase: str = "experience") -> Group:
    group = Group()
    group.do(group.fay, "OpenPhase", phase=phase)
    return group


def copied(group: Group, text: str = SAID) -> int:
    """Kit copies what others said."""
    return group.note(group.kit, text)


def told(group: Group, **beside: Any) -> int:
    story = group.do(
        group.tess, "TellExperience", title="Mine", storytellers=[group.tess], lanes=["Office"],
        stages=["One", "Two"],
    )  # fmt: skip
    where = {"lane": "Office", "stage": "One"}
    return group.do(
        group.tess, "PlaceMoment", experience=story, text="We were told", **where, **beside
    )


@pytest.mark.parametrize("changed", [{"feeling_words": "tired and cross"}, {"used": ["a form"]}])
@pytest.mark.parametrize("quote", [SAID, f"{SAID}."])
def test_E10k_a_quotation_counts_from_when_it_was_put_whatever_changes_beside_it(
    changed: dict[str, Any], quote: str
) -> None:
    group = opened()
    before: dict[str, Any] = {"quote": SAID, "feeling": -2, "feeling_words": "tired"}
    moment = told(group, **before)
    copy = copied(group)
    where = {"lane": "Office", "stage": "Two"}
    again = {**before, **changed, "quote": quote}
    group.do(group.tess, "ArrangeMoment", about=moment, **where, **again)
    group.do(group.kit, "TakeBack", about=copy)
    assert group.thing(moment).quote.shown == quote
    assert group.chart.looked[group.kit].covered == 0
    group.now += 73 * 3600 * 1000
    group.do(None, "SettleDueVeils", door="clock")
    assert SAID in str(group.record)


def test_E10k_what_a_step_shows_counts_from_when_it_was_put_whatever_changes_beside_it() -> None:
    group = opened("process")
    lane = "Office of the mayor and council"
    step = {"kind": "document", "lane": lane, "inputs": [SAID]}
    element = group.do(group.fay, "AddElement", text="The contract", stage="One", **step)
    copies = [copied(group), copied(group, lane)]
    group.do(
        group.fay, "ArrangeElement", about=element, stage="Two", outputs=["a list"],
        **step, version=group.thing(element).version,
    )  # fmt: skip
    for copy in copies:
        group.do(group.kit, "TakeBack", about=copy)
    shown = group.thing(element)
    assert (shown.lane.shown, [one.shown for one in shown.inputs]) == (lane, [SAID])


@pytest.mark.parametrize("how", ["quote", "feeling_words", "title", "reason", "tag"])
def test_E10k_what_somebody_said_beside_a_wording_they_said_before(how: str) -> None:
    group = opened()
    if how == "title":
        group.do(group.fay, "TellExperience", title=SAID, storytellers=[group.tess])
    elif how == "reason":
        note = group.note(group.tess, "pay on time")
        group.do(group.tess, "Reword", about=note, text="pay", version=1, reason=SAID)
    elif how == "tag":
        group.do(group.tess, "Tag", about=group.note(group.sam, "pay"), tag=SAID)
    else:
        told(group, feeling=-2, **{how: SAID})
    copy = copied(group)
    later = group.note(group.tess, AGAIN)
    group.do(group.kit, "TakeBack", about=copy)
    assert group.thing(later).words.shown == AGAIN


REASONS = ("KeepAim", "DropAim", "LeaveAimOpen", "Park", "Tag", "BackValue", "used", "Reword")


@pytest.mark.parametrize("how", REASONS)
def test_E10b_a_copy_is_covered_in_whatever_was_put_on_a_thing_that_was_there_before(
    how: str,
) -> None:
    group = opened()
    note = group.note(group.tess, "pay them on time")
    aim = group.do(group.fay, "AddAim", text="Pay on time", rests_on=[note])
    value = group.do(group.fay, "AddValue", name="Care", sentence="We care", heard_in=[note])
    moment = told(group)
    said = group.note(group.sam, SAID)
    group.do(group.fay, "OpenPhase", phase="return")
    if how in ("KeepAim", "DropAim", "LeaveAimOpen"):
        group.do(group.fay, how, about=aim, reason=SAID)
    elif how == "Park":
        group.do(group.fay, "Park", about=note, reason=SAID)
    elif how == "Tag":
        group.do(group.kit, "Tag", about=note, tag=SAID)
    elif how == "BackValue":
        group.do(group.fay, "BackValue", about=value, sentence=SAID, heard_in=[note])
    elif how == "Reword":
        group.do(group.tess, "Reword", about=note, text="pay all", version=1, reason=SAID)
    else:
        where = {"lane": "Office", "stage": "One"}
        group.do(group.tess, "ArrangeMoment", about=moment, used=[SAID], **where)
    seen = {copy.id for copy in without_a_rest(copies_of(group.chart, (said,)))}
    group.do(group.sam, "TakeBack", about=said)
    assert not [one for one in ("everyone", group.tess) if SAID in group.sees(one)]
    assert (group.chart.looked[group.sam].covered, len(seen)) == (1, 1)


def named(group: Group) -> tuple[int, int]:
    """Petra Novak comes, and is spoken of in a note and an aim."""
    group.arrive("Petra Novak")
    note = group.note(group.tess, "Petra Novak said so first")
    return note, group.do(group.fay, "AddAim", text="Petra Novak asks them", rests_on=[note])


def test_E4c_a_tag_put_on_an_older_thing_says_no_name_before_its_bearer_came() -> None:
    group = opened()
    note = group.note(group.kit, "pay them on time")
    named(group)
    group.moment(group.story(group.kit), group.kit, text="Petra Novak paid late")
    group.do(group.kit, "Tag", about=note, tag="Petra Novak")
    assert "Somebody here is called that" in group.refusal_of(
        group.kit, "MaskWords", passage="Petra Novak"
    )


def test_E4c_what_somebody_put_for_themselves_says_no_name_before_its_bearer_came() -> None:
    group = opened()
    story = group.do(group.kit, "TellExperience", title="Mine")
    group.do(
        group.kit, "PlaceMoment", experience=story, text="Petra Novak, Cal Oduya",
        visibility="only_me",
    )  # fmt: skip
    named(group)
    assert "Somebody here is called that" in group.refusal_of(
        group.kit, "MaskWords", passage="Petra Novak"
    )


def test_E4c_a_tag_that_everybody_read_says_a_firms_name_before_who_takes_it() -> None:
    group = opened()
    note = group.note(group.tess, "pay them on time")
    group.do(group.tess, "Tag", about=note, tag="Brightside")
    group.arrive("Brightside")
    group.moment(group.story(), text="Brightside paid late")
    assert not group.refusal_of(group.sam, "MaskWords", passage="Brightside")
