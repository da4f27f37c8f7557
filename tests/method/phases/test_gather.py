"""Gather: who is here, in which role, how they are together."""

import pytest
from table import MINUTE, Group, Table, refused
from veiled import veils_told

from footpath.method import Refusal
from footpath.method.things.people import Role


def test_G12a_a_facilitator_takes_back_what_a_removed_person_wrote_and_nobody_elses() -> None:
    group = Group()
    note, other = group.note(group.sam, "rude words"), group.note(group.tess)
    group.do(group.fay, "RemovePerson", person=group.sam)
    group.do(group.fay, "TakeBack", about=note)
    assert "rude words" not in group.sees("everyone")
    with refused("Only the person whose words these are"):
        group.do(group.fay, "TakeBack", about=other)


def test_G11b_words_of_an_unknown_hand_can_be_taken_back_by_who_types() -> None:
    group = Group()
    note = group.note(group.kit, "paper note", for_someone=True)
    group.do(group.kit, "TakeBack", about=note)
    assert "paper note" not in group.sees("everyone")


def test_G5_a_facilitator_gives_and_takes_roles() -> None:
    group = Group()
    group.do(group.fay, "GiveRole", person=group.sam, role="scribe")
    group.do(group.fay, "TakeRole", person=group.sam, role="scribe")
    assert group.chart.people[group.sam].roles == {Role.PARTICIPANT}


def test_G5_nobody_else_gives_roles() -> None:
    group = Group()
    with refused("Only a facilitator"):
        group.do(group.kit, "GiveRole", person=group.sam, role="facilitator")


def test_G5_the_last_facilitator_cannot_stop_being_one() -> None:
    group = Group()
    with refused("You are the only facilitator"):
        group.do(group.fay, "TakeRole", person=group.fay, role="facilitator")


def test_G5_the_last_facilitator_cannot_be_removed() -> None:
    group = Group()
    with refused("You are the only facilitator"):
        group.do(group.fay, "RemovePerson", person=group.fay)


def test_G10a_a_line_of_the_agreement_counts_who_agreed_and_names_nobody() -> None:
    group = Group()
    line = group.do(group.sam, "ProposeAgreement", text="One speaks at a time")
    group.do(group.tess, "AgreeToLine", about=line)
    assert group.view("everyone", "agreement", line).agreed == 1
    assert group.view(group.tess, "agreement", line).agreed_by_me is True
    assert group.view(group.kit, "agreement", line) is None


def test_G11a_a_scribe_writes_for_somebody_and_both_are_kept() -> None:
    group = Group()
    note = group.note(group.kit, for_person=group.sam)
    assert (group.thing(note).by, group.thing(note).typed_by) == (group.sam, group.kit)


def test_G11a_a_participant_cannot_write_for_another() -> None:
    group = Group()
    with refused("Only a facilitator or a scribe can write for somebody"):
        group.note(group.tess, for_person=group.sam)


def test_G11b_the_person_corrects_and_takes_back_what_was_typed_for_them() -> None:
    group = Group()
    note = group.note(group.kit, for_person=group.sam)
    group.do(group.sam, "Reword", about=note, text="Pay everyone first", version=1)
    assert group.thing(note).words.text == "Pay everyone first"
    group.do(group.sam, "TakeBack", about=note)
    assert group.thing(note).withdrawn


def test_G11a_an_unknown_hand_is_nobodys() -> None:
    group = Group()
    note = group.note(group.kit, for_someone=True)
    assert group.view("everyone", "notes", note).unknown


def test_G12b_a_hidden_note_reaches_facilitators_and_its_author_only() -> None:
    group = Group()
    note = group.note(group.sam, "Names somebody")
    group.do(group.fay, "Hide", about=note, reason="not here to answer")
    assert "Names somebody" not in group.sees("everyone") + group.sees(group.tess)
    assert "Names somebody" in group.sees("facilitators")
    assert "not here to answer" not in group.sees("everyone")


def test_G12a_a_removed_persons_words_stay() -> None:
    group = Group()
    note = group.note(group.sam)
    group.do(group.fay, "RemovePerson", person=group.sam)
    assert group.thing(note).stands
    with refused("You are not in this workshop"):
        group.note(group.sam)


@pytest.mark.parametrize("slip", ["group", "close", "hide", "merge"])
def test_G12c_a_facilitators_slip_is_undone(slip: str) -> None:
    group = Group()
    one, other = group.note(group.sam), group.note(group.tess, "Another")
    before = group.sees("everyone")
    asked = {
        "group": ("GroupNotes", {"notes": [one, other], "title": "Both"}),
        "close": ("CloseFlipchart", {}),
        "hide": ("Hide", {"about": one, "reason": "slip"}),
        "merge": ("Merge", {"about": one, "into": other}),
    }
    group.do(group.fay, asked[slip][0], **asked[slip][1])
    group.do(group.fay, "Undo")
    standing = group.view("everyone", "notes", one)
    assert (standing.state, standing.group, standing.merged_into, group.chart.closed) == (
        "",
        None,
        None,
        False,
    ), before


@pytest.mark.parametrize("gone", [("TakeRole", {"role": "facilitator"}), ("RemovePerson", {})])
def test_G12c_who_leads_no_more_undoes_nothing_that_they_did_when_they_led(
    gone: tuple[str, dict[str, str]],
) -> None:
    group = Group()
    group.do(group.fay, "GiveRole", person=group.kit, role="facilitator")
    note = group.note(group.sam, "A slander")
    group.do(group.kit, "Hide", about=note, reason="A name")
    group.do(group.fay, gone[0], person=group.kit, **gone[1])
    assert group.refusal_of(group.kit, "Undo")
    assert group.view("everyone", "notes", note).state == "hidden"


def test_G12a_masked_words_are_in_no_view_and_no_entry() -> None:
    group = Group()
    note = group.note(group.sam, "The Acme office sent it back")
    group.do(group.fay, "MaskWords", about=note, passage="acme office", reason="outsiders")
    assert group.thing(note).words.text == "The ███ sent it back"
    group.do(group.fay, "ConfirmVeil", veil=veils_told(group)[0].veil)
    assert "Acme" not in str(group.record)


def test_G13_an_observer_writes_nothing_on_the_flipchart() -> None:
    group = Group()
    with refused("You are here to watch"):
        group.note(group.olu)


def test_G13_a_memo_stays_its_writers() -> None:
    group = Group()
    group.do(group.olu, "WriteMemo", text="watch the pauses")
    assert "watch the pauses" in group.sees(group.olu)
    assert all(
        "watch the pauses" not in group.sees(a) for a in ("everyone", "facilitators", group.sam)
    )


def test_G13_a_memo_can_be_written_after_the_close() -> None:
    group = Group()
    group.do(group.fay, "CloseFlipchart")
    memo = group.do(group.olu, "WriteMemo", text="They went on talking outside")
    assert group.view(group.olu, "notes", memo).text == "They went on talking outside"


def test_G14_a_parked_thing_is_kept_with_its_reason() -> None:
    group = Group()
    note = group.note(group.sam)
    group.do(group.sam, "Park", about=note, reason="for the general meeting")
    assert group.view("everyone", "notes", note).parked == "for the general meeting"


def test_G15a_a_break_has_an_end_that_everyone_sees() -> None:
    group = Group()
    group.do(group.fay, "StartBreak", minutes=10)
    assert group.view("everyone", "sheet", "workshop").break_until == group.now + 10 * MINUTE
    assert group.view("everyone", "sheet", "workshop").break_minutes == 10


def test_G15b_closing_ends_the_writing_and_not_corrections() -> None:
    group = Group()
    story = group.story()
    moment = group.moment(story)
    group.do(group.fay, "CloseFlipchart")
    with refused("The flipchart is closed"):
        group.note(group.sam)
    group.do(group.sam, "Reword", about=moment, text="Paid after sixty days", version=1)
    assert group.thing(moment).words.text == "Paid after sixty days"


def test_G15c_another_sitting_is_in_the_record() -> None:
    group = Group()
    group.do(group.fay, "CloseFlipchart")
    group.do(group.fay, "ReopenFlipchart")
    assert group.chart.sittings == 2


def test_G16_a_person_without_a_device_is_added_and_claims_the_name() -> None:
    group = Group()
    ann = group.do(group.kit, "AddPerson", name="Ann", where="phone")
    assert group.view("everyone", "people", ann).without_device
    group.do(ann, "ClaimName")
    assert not group.view("everyone", "people", ann).without_device


def test_G17_a_time_before_the_person_was_there_is_refused() -> None:
    group = Group()
    with refused("Sam was not here yet"):
        group.note(group.sam, said_at=1)


def test_G17_a_time_in_the_future_is_refused() -> None:
    group = Group()
    with refused("That time lies in the future"):
        group.note(group.sam, said_at=group.now + MINUTE)


def test_G17_a_replayed_session_may_lie_in_the_future() -> None:
    table = Table(replayed=True)
    fay = table.arrive("Fay", "facilitator", said_at=table.now + MINUTE)
    note = table.do(fay, "WriteNote", text="Pay small firms first", said_at=table.now + 9 * MINUTE)
    assert table.thing(note).said_at > table.now


def test_G17_only_words_carry_a_time_of_their_own() -> None:
    group = Group()
    with refused("A time of its own"):
        group.do(group.fay, "OpenPhase", phase="aims", said_at=group.now)


def test_S4_every_refusal_is_one_sentence_for_a_person() -> None:
    from footpath.method import refusals

    sentences = [
        text for name, text in vars(refusals).items() if name.isupper() and isinstance(text, str)
    ]
    assert sentences
    for text in sentences:
        assert text[0] in "{" or text[0].isupper(), text
        assert text.endswith("."), text
        assert len(text) < 160, text


def test_S4_an_empty_note_and_one_of_a_hundred_thousand_characters_are_refused() -> None:
    group = Group()
    for text in ("", " \u200b\u202e ", "x" * 100_000):
        with pytest.raises(Refusal):
            group.note(group.sam, text)


def test_W17_the_plan_changes_until_the_flipchart_is_opened() -> None:
    table = Table()
    table.do(
        None,
        "ChangePlan",
        door="host",
        title="Buying well",
        minutes={"aims": 12},
        questions={"aims": "What for?"},
    )
    phase = table.view("everyone", "sheet", "phases")[1]
    assert (phase.minutes, phase.question) == (12, "What for?")
    assert table.view("everyone", "sheet", "workshop").title == "Buying well"
    table.do(table.arrive("Fay", "facilitator"), "OpenFlipchart")
    with refused("The flipchart was opened"):
        table.do(None, "ChangePlan", door="host", title="Buying better")


@pytest.mark.parametrize("door", ["guest", "facilitator", "scribe", ""])
def test_W17_nobody_but_a_host_changes_the_plan(door: str) -> None:
    with refused("That can be done by its own link only"):
        Table().do(None, "ChangePlan", door=door, title="Mine")


def test_W17_a_plan_that_stays_the_same_is_no_entry() -> None:
    table = Table()
    table.do(None, "ChangePlan", door="host", title="Buying", sides=["client", "provider"])
    assert len(table.record) == 1
