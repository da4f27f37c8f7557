"""Aims: writing alone, revealing together, grouping, wording, voting."""

import pytest
from goings import goings
from table import Group, refused

from footpath.method.things.things import Note


def silent() -> Group:
    group = Group()
    group.do(group.fay, "OpenPhase", phase="aims")
    return group


def test_A1_a_silent_note_reaches_its_author_alone() -> None:
    group = silent()
    group.note(group.sam, "hush")
    assert "hush" in group.sees(group.sam)
    assert all(
        "hush" not in group.sees(a) for a in ("everyone", "facilitators", group.tess, group.fay)
    )


def test_A1_of_an_unknown_hand_it_reaches_the_scribe_who_typed_it_alone() -> None:
    group = silent()
    group.note(group.kit, "paper", for_someone=True)
    assert "paper" in group.sees(group.kit)
    assert all("paper" not in group.sees(a) for a in ("everyone", "facilitators", group.sam))


def test_A1_others_learn_how_many_and_never_who() -> None:
    group = silent()
    group.note(group.sam, "hush")
    change = group.told["everyone"]
    assert set(change.put) == {"sheet"}
    assert set(change.put["sheet"]) == {"counts"}
    assert change.put["sheet"]["counts"].face_down == 1


def test_A2_the_reveal_is_one_change_for_everyone() -> None:
    group = silent()
    for person in (group.sam, group.tess, group.kit):
        group.note(person)
    group.do(group.fay, "RevealNotes")
    assert len(group.told["everyone"].put["notes"]) == 3


def test_A2_numbers_are_given_at_the_reveal_in_shuffled_order() -> None:
    orders = set()
    for extra in range(6):
        group = silent()
        for _ in range(extra):
            group.do(group.sam, "RaiseHand")
            group.do(group.sam, "RaiseHand", up=False)
        written = [group.note(group.sam, f"n{place}") for place in range(5)]
        group.do(group.fay, "RevealNotes")
        orders.add(tuple(group.thing(id).number for id in written))
    assert len(orders) > 1


def test_A2_what_was_written_in_silence_shows_no_time_and_no_earlier_id() -> None:
    group = silent()
    private = group.note(group.sam)
    group.do(group.fay, "RevealNotes")
    shown = group.view("everyone", "notes", group.thing(private).id)
    assert (shown.said_at, shown.stored_at) == (None, None)
    assert str(private) not in group.sees("everyone")


def test_A2_a_silent_notes_number_in_the_record_is_told_to_nobody() -> None:
    group = silent()
    known = group.chart.public_number
    group.note(group.sam)
    assert group.chart.public_number == known < group.chart.number


def test_A3a_an_unnamed_author_is_received_by_nobody_and_still_sees_it_as_theirs() -> None:
    group = Group()
    note = group.note(group.sam, unnamed=True)
    assert group.view("everyone", "notes", note).by is None
    assert group.view(group.sam, "notes", note).mine is True
    group.do(group.sam, "TakeBack", about=note)
    assert group.thing(note).withdrawn


def test_A3a_typed_for_themselves_an_unnamed_thing_names_no_typist() -> None:
    group = Group()
    note = group.note(group.sam, unnamed=True)
    assert group.view("everyone", "notes", note).typed_by is None


def test_A4b_anyone_elses_change_is_an_offer_that_the_author_takes() -> None:
    group = Group()
    note = group.note(group.sam, "Pay first")
    offer = group.do(group.tess, "Reword", about=note, text="Pay small firms first", version=1)
    assert group.thing(note).words.text == "Pay first"
    group.do(group.sam, "SettleOffer", about=offer, take=True)
    assert group.thing(note).words.text == "Pay small firms first"


def test_A4b_an_offer_that_is_left_is_not_lost_and_changes_nothing() -> None:
    group = Group()
    note = group.note(group.sam, "Pay first")
    offer = group.do(group.tess, "Reword", about=note, text="Other", version=1)
    group.do(group.sam, "SettleOffer", about=offer, take=False)
    assert (group.thing(note).words.text, group.view("everyone", "offers", offer).text) == (
        "Pay first",
        "Other",
    )


def test_A4b_only_the_author_takes_an_offer() -> None:
    group = Group()
    note = group.note(group.sam)
    offer = group.do(group.tess, "Reword", about=note, text="Other", version=1)
    with refused("These are somebody else's words"):
        group.do(group.fay, "SettleOffer", about=offer, take=True)


def test_A4a_a_scribe_changes_words_at_the_authors_request_and_the_author_can_undo_it() -> None:
    group = Group()
    note = group.note(group.sam, "Pay first")
    group.do(group.kit, "Reword", about=note, text="Pay first, always", version=1, at_request=True)
    assert group.view("everyone", "notes", note).at_request
    group.do(group.sam, "UndoRewording", about=note)
    assert group.thing(note).words.text == "Pay first"


def test_A4c_the_groups_text_is_everyones_only_where_the_facilitator_opens_it() -> None:
    group = Group()
    with refused("The group's text is kept"):
        group.do(group.sam, "AddAim", text="Fair pay", rests_on=[])
    group.do(group.fay, "OpenText")
    assert group.thing(group.do(group.sam, "AddAim", text="Fair pay", rests_on=[])).stands


def test_A4d_each_change_of_the_groups_text_keeps_before_after_who_and_why() -> None:
    group = Group()
    aim = group.do(group.fay, "AddAim", text="Fair", rests_on=[])
    group.do(group.kit, "Reword", about=aim, text="Fair pay", version=1, reason="clearer")
    was, now = group.thing(aim).wordings
    assert (was.words.text, now.words.text, now.by, now.why.text) == (
        "Fair",
        "Fair pay",
        group.kit,
        "clearer",
    )


def test_A5_of_two_changes_at_once_both_are_kept_and_the_second_chooses() -> None:
    group = Group()
    aim = group.do(group.fay, "AddAim", text="Fair", rests_on=[])
    group.do(group.fay, "Reword", about=aim, text="Fair pay", version=1)
    clash = group.do(group.kit, "Reword", about=aim, text="Fair to all", version=1)
    assert group.view("everyone", "offers", clash).clash
    assert group.thing(aim).words.text == "Fair pay"
    group.do(group.kit, "SettleOffer", about=clash, take=True)
    assert [w.words.text for w in group.thing(aim).wordings] == ["Fair", "Fair pay", "Fair to all"]


def test_A6_a_merged_note_stays_readable_and_can_be_split_again() -> None:
    group = Group()
    one, other = group.note(group.sam, "one"), group.note(group.tess, "other")
    group.do(group.kit, "Merge", about=one, into=other)
    assert group.view("everyone", "notes", other).merged == (one,)
    assert group.view("everyone", "notes", one).text == "one"
    group.do(group.kit, "Split", about=one)
    assert group.view("everyone", "notes", other).merged == ()


def test_A6_a_group_keeps_its_notes_when_it_is_renamed_and_regrouped() -> None:
    group = Group()
    notes = [group.note(group.sam), group.note(group.tess)]
    made = group.do(group.kit, "GroupNotes", notes=notes, title="Both")
    group.do(group.kit, "Reword", about=made, text="Both of them", version=1)
    group.do(group.kit, "Regroup", about=notes[0], group=None)
    view = group.view("everyone", "groups", made)
    assert (view.title, view.notes) == ("Both of them", (notes[1],))


def test_A6_a_note_cannot_be_merged_into_itself() -> None:
    group = Group()
    one, other = group.note(group.sam), group.note(group.tess)
    group.do(group.kit, "Merge", about=one, into=other)
    with refused("A note cannot be put into itself"):
        group.do(group.kit, "Merge", about=other, into=one)


@pytest.mark.parametrize("goes", ["Delete", "TakeBack", "Hide"])
def test_A6_a_note_inside_another_stands_alone_when_that_one_goes(goes: str) -> None:
    group = Group()
    one, other = group.note(group.sam, "one"), group.note(group.tess, "other")
    group.do(group.kit, "Merge", about=one, into=other)
    who, do, given = goings(group, group.tess)[goes]
    group.do(who, do, about=other, **given)
    assert group.view("everyone", "notes", one).merged_into is None


def test_A6_it_is_inside_again_when_that_one_comes_back() -> None:
    group = Group()
    one, other = group.note(group.sam, "one"), group.note(group.tess, "other")
    group.do(group.kit, "Merge", about=one, into=other)
    group.do(group.fay, "Hide", about=other, reason="A slip")
    group.do(group.fay, "Show", about=other)
    assert group.view("everyone", "notes", one).merged_into == other


def test_A7_an_aim_cites_what_it_came_from() -> None:
    group = Group()
    note = group.note(group.sam)
    aim = group.do(group.fay, "AddAim", text="Fair pay", rests_on=[note])
    assert group.view("everyone", "aims", aim).rests_on == (note,)
    assert aim in group.view("everyone", "notes", note).cited_by


def test_A7_nothing_that_others_cannot_see_can_be_cited() -> None:
    group = silent()
    hidden = group.note(group.fay)
    with refused("That is not on the flipchart"):
        group.do(group.fay, "AddAim", text="Fair pay", rests_on=[hidden])


def test_A1_silence_does_not_end_by_looking_at_another_phase() -> None:
    group = silent()
    group.do(group.fay, "OpenPhase", phase="gather")
    group.note(group.sam, "still hush")
    held = [t for t in group.chart.things.values() if isinstance(t, Note)]
    assert held[0].held
