"""What may stand in the spotlight: what everybody reads, and nothing else (G21)."""

import pytest
from table import Group

from footpath.method import Refusal, refusals
from footpath.method.throughout import in_the_spotlight


def why_not(group: Group, id: int | None, person: int | None) -> str:
    try:
        in_the_spotlight.check(group.chart, id, person)
    except Refusal as refusal:
        return refusal.sentence
    return ""


@pytest.fixture
def group() -> Group:
    return Group()


def test_G21f_facilitators_alone_put_something_in_the_spotlight(group: Group) -> None:
    note = group.note(group.sam)
    assert why_not(group, note, group.fay) == ""
    for other in (group.kit, group.sam, group.olu, None):
        assert why_not(group, note, other) == refusals.FOR_FACILITATORS
        assert why_not(group, None, other) == refusals.FOR_FACILITATORS
    group.do(group.fay, "GiveRole", person=group.tess, role="facilitator")
    group.do(group.fay, "RemovePerson", person=group.tess)
    assert why_not(group, note, group.tess) == refusals.FOR_FACILITATORS


def test_G21a_each_of_its_kinds_stands_there_and_nothing_else(group: Group) -> None:
    story = group.story()
    moment = group.moment(story)
    about = group.do(
        group.tess, "WriteReflection", kind="liked", text="That you asked", about=[moment]
    )
    group.do(group.sam, "EndTellersTurn", experience=story)
    note = group.note(group.sam)
    value = group.do(group.fay, "AddValue", name="Trust", heard_in=[moment])
    element = group.do(group.fay, "AddElement", kind="activity", text="Pay at once")
    aim = group.do(group.fay, "AddAim", text="Small firms are paid", rests_on=[note])
    for one in (note, moment, group.thing(about).id, value, element, aim):
        assert why_not(group, one, group.fay) == ""
    together = group.do(group.fay, "GroupNotes", title="Pay", notes=[note])
    for other in (story, together, about, 99_999, -1, 0):
        assert why_not(group, other, group.fay) == refusals.NOT_IN_THE_SPOTLIGHT


def test_G21g_what_not_everybody_reads_stands_there_for_nobody(group: Group) -> None:
    story = group.story()
    for_few = group.moment(story, visibility="facilitators")
    alone = group.moment(story, visibility="only_me")
    group.do(group.fay, "StartSilence")
    held = group.note(group.tess)
    own = group.note(group.fay, "Mine too")
    for one in (for_few, alone, held, own):
        assert why_not(group, one, group.fay) == refusals.NOT_IN_THE_SPOTLIGHT


def test_G21h_what_goes_from_others_goes_from_there(group: Group) -> None:
    notes = [group.note(group.tess, f"Note {number}") for number in range(4)]
    story = group.story()
    moments = [group.moment(story, text=f"Moment {number}") for number in range(2)]
    assert all(in_the_spotlight.may_stand_in_it(group.chart, one) for one in [*notes, *moments])
    group.do(group.fay, "Hide", about=notes[0], reason="names a person")
    group.do(group.tess, "TakeBack", about=notes[1])
    group.do(group.sam, "SetVisibility", about=moments[0], visibility="facilitators")
    group.do(group.sam, "TakeBack", about=story)
    group.do(group.fay, "HideAllOf", people=[group.tess])
    for one in (*notes, *moments):
        assert not in_the_spotlight.may_stand_in_it(group.chart, one)


def test_G21h_there_is_none_before_the_opening_and_after_the_close(group: Group) -> None:
    note = group.note(group.sam)
    group.do(group.fay, "CloseFlipchart")
    assert why_not(group, note, group.fay) == refusals.NO_SPOTLIGHT_NOW
    assert why_not(group, None, group.fay) == ""
