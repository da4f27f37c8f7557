"""What the outline and the record to take away keep to themselves."""

import json
from typing import Any

from reading import Told, page, text_of
from table import Group

from footpath.publishing.record_lines import record_lines


def taken_away(group: Group) -> list[dict[str, Any]]:
    return [json.loads(line) for line in record_lines(group.chart, group.record)]


def silent() -> Group:
    group = Group()
    group.do(group.fay, "OpenPhase", phase="aims")
    return group


def test_A1_a_wording_changed_before_the_reveal_is_not_taken_away() -> None:
    group = silent()
    note = group.note(group.sam, text="Ashdown is a crook")
    group.do(group.sam, "Reword", about=note, text="Pay in time", version=1)
    group.do(group.fay, "RevealNotes")
    told = json.dumps(taken_away(group))
    assert "crook" not in told and "Pay in time" in told


def test_A1_a_note_deleted_before_the_reveal_is_not_taken_away() -> None:
    group = silent()
    note = group.note(group.sam, text="Ashdown is a crook")
    group.do(group.sam, "Delete", about=note)
    group.do(group.fay, "RevealNotes")
    assert "crook" not in json.dumps(taken_away(group))


def test_A3_taking_an_offer_does_not_name_an_unnamed_author() -> None:
    group = Group()
    note = group.note(group.sam, unnamed=True)
    offer = group.do(group.tess, "Reword", about=note, text="Pay small firms early", version=1)
    group.do(group.sam, "SettleOffer", about=offer, take=True)
    settled = [line for line in taken_away(group) if line["type"] == "OfferSettled"]
    assert settled and all("by" not in line for line in settled)


def test_A3_undoing_does_not_name_an_unnamed_author() -> None:
    group = Group()
    note = group.note(group.kit, unnamed=True)
    group.do(group.kit, "Delete", about=note)
    group.do(group.kit, "Undo")
    about = [n for n, line in enumerate(taken_away(group)) if line.get("about") == note]
    after = taken_away(group)[about[-1] + 1 :]
    assert not any(line.get("by") == group.kit for line in after)


def test_A1_a_position_taken_in_silence_hangs_on_no_thread() -> None:
    told = Told()
    told.do(told.fay, "StartSilence")
    before = page(told)
    told.do(told.tess, "TakePosition", about=told.aim, text="Never")
    assert page(told) == before


def test_E3_private_moments_are_not_counted_where_everybody_reads() -> None:
    told, alone = Told(), Told()
    told.do(told.sam, "PlaceMoment", experience=told.tale, text="A secret", visibility="only_me", before=told.place)
    assert text_of(page(told)) == text_of(page(alone))


def test_A3_a_named_question_beside_ones_own_unnamed_note_leaves_no_telling_gap() -> None:
    group = Group()
    note = group.note(group.sam, unnamed=True)
    asked = group.do(group.sam, "AskQuestion", about=note, text="Which firms")
    assert next(line for line in taken_away(group) if line.get("id") == asked)["by"] == group.sam


def test_A3_a_review_does_not_name_who_added_the_aim_unnamed() -> None:
    group = Group()
    aim = group.do(group.kit, "AddAim", text="Prompt pay", rests_on=[], unnamed=True)
    group.do(group.kit, "ChangeAim", about=aim, text="Pay in ten days")
    view = group.view("everyone", "aims", aim)
    assert [one.by for one in (*view.reviews, *view.was)] == [None, None]
