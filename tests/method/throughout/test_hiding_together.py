"""All that somebody put up in their name is hidden in one act, and shown again; nothing
unnamed is told of (G12).
"""

import json

import pytest
from table import Group, refused

from footpath.method import as_it_stood
from footpath.publishing.record_lines import record_lines


@pytest.fixture
def group() -> Group:
    return Group()


def hides(group: Group, *people: int) -> None:
    """Fay hides all that they put up."""
    group.do(group.fay, "HideAllOf", people=[*people])


def test_G12i_all_that_somebody_put_up_in_their_name_is_hidden_in_one_act(group: Group) -> None:
    story = group.story()
    notes = [group.note(group.tess, f"flood {n}") for n in range(3)]
    moment = group.do(group.tess, "PlaceMoment", experience=story, text="flood in a story")
    other = group.note(group.sam, "Pay small firms")
    hides(group, group.tess)
    assert all(group.view("everyone", "notes", one).state == "hidden" for one in notes)
    assert "flood" not in group.sees("everyone") + group.sees(group.sam)
    assert (
        group.view("everyone", "moments", moment).together
        and group.view("everyone", "notes", other).state == ""
    )


def test_G12j_who_wrote_it_goes_on_reading_it_and_takes_it_back(group: Group) -> None:
    note = group.note(group.tess, "flood")
    hides(group, group.tess)
    assert "flood" in group.sees(group.tess)
    group.do(group.tess, "TakeBack", about=note)
    assert group.thing(note).withdrawn


def test_G12j_everybody_is_told_whose_and_who_hid_it_and_so_says_the_record(group: Group) -> None:
    group.note(group.tess, "flood")
    hides(group, group.tess)
    (told,) = group.view("everyone", "sheet", "hidden")
    assert (told.person, told.by) == (group.tess, group.fay)
    line = json.loads([*record_lines(group.chart, group.record)][-1])
    assert (line["type"], line["people"], line["by"], line["about"]) == (
        "AllHidden",
        [group.tess],
        group.fay,
        [],
    )


@pytest.mark.parametrize("how", ["ShowAllOf", "Undo"])
def test_G12i_it_is_shown_again_in_one_act(group: Group, how: str) -> None:
    notes = [group.note(group.tess, f"flood {n}") for n in range(3)]
    alone = group.note(group.tess, "hidden before")
    group.do(group.fay, "Hide", about=alone, reason="A name")
    hides(group, group.tess)
    if how == "Undo":
        group.do(group.fay, "Undo")
    else:
        group.do(group.fay, "ShowAllOf", people=[group.tess])
    assert all(group.view("everyone", "notes", one).state == "" for one in notes)
    assert (
        group.view("everyone", "notes", alone).state == "hidden"
        and "hidden" not in group.sight.whole("everyone")["sheet"]
    )


def test_G12i_another_facilitator_shows_it_again_after_who_hid_it_has_gone(group: Group) -> None:
    note = group.note(group.tess, "flood")
    hides(group, group.tess)
    group.do(group.fay, "GiveRole", person=group.sam, role="facilitator")
    group.do(group.sam, "RemovePerson", person=group.fay)
    group.do(group.sam, "ShowAllOf", people=[group.tess])
    assert group.view("everyone", "notes", note).text == "flood"


def test_G12k_what_is_unnamed_is_left_alone_whoever_wrote_it(group: Group) -> None:
    group.note(group.tess, "flood")
    unnamed = [
        group.note(group.tess, "nobody asked us", unnamed=True),
        group.note(group.sam, "nor us", unnamed=True),
    ]
    hides(group, group.tess)
    assert [group.view("everyone", "notes", one).state for one in unnamed] == ["", ""]


def test_A3a_what_becomes_unnamed_while_it_is_hidden_does_not_come_back_with_all_of_somebodys(
    group: Group,
) -> None:
    note, other = group.note(group.tess, "flood"), group.note(group.tess, "flood again")
    hides(group, group.tess)
    group.do(group.tess, "StayUnnamed", about=note, unnamed=True)
    assert not group.view("everyone", "notes", note).together
    group.do(group.fay, "ShowAllOf", people=[group.tess])
    assert [group.view("everyone", "notes", one).state for one in (note, other)] == ["hidden", ""]
    group.do(group.fay, "Show", about=note)
    assert group.view("everyone", "notes", note).text == "flood"


def test_A3a_undoing_hides_nothing_again_that_was_left_unnamed_since_all_was_shown(
    group: Group,
) -> None:
    named, unnamed = group.note(group.tess, "mine"), group.note(group.tess, "nobody's")
    hides(group, group.tess)
    group.do(group.fay, "ShowAllOf", people=[group.tess])
    group.do(group.tess, "StayUnnamed", about=unnamed, unnamed=True)
    with refused("There is nothing of yours to undo"):
        group.do(group.fay, "Undo")
    assert not any(group.thing(id).hidden_together for id in (named, unnamed))


def test_A1_what_nobody_else_receives_is_left_alone_and_makes_no_entry(group: Group) -> None:
    prepared = group.do(group.tess, "TellExperience", title="Mine", visibility="only_me")
    group.moment(prepared, group.tess)
    group.do(group.fay, "StartSilence")
    note = group.note(group.tess, "face down")
    before = len(group.record)
    hides(group, group.tess)
    assert len(group.record) == before and group.thing(note).hidden is None


def test_G12k_dots_that_they_gave_stay_where_they_lie(group: Group) -> None:
    group.note(group.tess, "flood")
    note = group.note(group.sam, "Pay small firms")
    group.do(group.fay, "OpenVote", dots_each=2)
    group.do(group.tess, "PlaceDot", about=note)
    hides(group, group.tess)
    group.do(group.fay, "CloseVote")
    assert group.view("everyone", "notes", note).dots == 1


def test_G12i_facilitators_alone_hide_all_of_somebody_and_also_of_who_was_shown_out(
    group: Group,
) -> None:
    note = group.note(group.tess, "flood")
    for person in (group.kit, group.sam, group.olu):
        with refused(
            "Only a facilitator can do that" if person != group.olu else "You are here to watch"
        ):
            group.do(person, "HideAllOf", people=[group.tess])
    group.do(group.fay, "RemovePerson", person=group.tess)
    hides(group, group.tess, group.sam)
    assert group.view("everyone", "notes", note).state == "hidden"
    with refused("There is nobody with that name"):
        hides(group, 999)


def test_S8d_for_who_was_shown_out_what_was_hidden_later_has_gone_and_their_own_stands(
    group: Group,
) -> None:
    own, other = group.note(group.tess, "mine"), group.note(group.sam, "theirs")
    group.do(group.fay, "RemovePerson", person=group.tess)
    hides(group, group.tess, group.sam)
    stood = as_it_stood(group.chart, group.record, group.tess)
    assert stood.things[other].hidden is not None and stood.things[own].words.shown == "mine"
    group.do(group.fay, "ShowAllOf", people=[group.tess, group.sam])
    stood = as_it_stood(group.chart, group.record, group.tess)
    assert stood.things[other].hidden is not None and stood.things[own].hidden is None


def test_L2g_one_act_hides_so_many_and_asked_again_it_hides_the_rest(
    group: Group, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("footpath.method.throughout.hiding_together.MOST_AT_ONCE", 2)
    notes = [group.note(group.tess, f"flood {n}") for n in range(3)]
    for hidden in (2, 3):
        hides(group, group.tess)
        assert sum(group.thing(one).hidden_together for one in notes) == hidden
