"""What the outline and the record to take away keep to themselves."""

import json
from typing import Any, get_args, get_type_hints

from outlines import Told, page, text_of
from table import Group

from footpath.method import ENTRIES
from footpath.method.flipchart.entries import PersonId, ThingId
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


def test_A3a_taking_an_offer_does_not_name_an_unnamed_author() -> None:
    group = Group()
    note = group.note(group.sam, unnamed=True)
    offer = group.do(group.tess, "Reword", about=note, text="Pay small firms early", version=1)
    group.do(group.sam, "SettleOffer", about=offer, take=True)
    settled = [line for line in taken_away(group) if line["type"] == "OfferSettled"]
    assert settled and all("by" not in line for line in settled)


def test_A3a_undoing_does_not_name_an_unnamed_author() -> None:
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


def test_E3b_private_moments_are_not_counted_where_everybody_reads() -> None:
    told, alone = Told(), Told()
    told.do(
        told.sam,
        "PlaceMoment",
        experience=told.tale,
        text="A secret",
        visibility="only_me",
        before=told.place,
    )
    assert text_of(page(told)) == text_of(page(alone))


def test_A3c_a_named_question_beside_ones_own_unnamed_note_leaves_no_telling_gap() -> None:
    group = Group()
    note = group.note(group.sam, unnamed=True)
    asked = group.do(group.sam, "AskQuestion", about=note, text="Which firms")
    assert next(line for line in taken_away(group) if line.get("id") == asked)["by"] == group.sam


def test_A3a_a_review_does_not_name_who_added_the_aim_unnamed() -> None:
    group = Group()
    aim = group.do(group.kit, "AddAim", text="Prompt pay", rests_on=[], unnamed=True)
    group.do(group.kit, "ChangeAim", about=aim, text="Pay in ten days")
    view = group.view("everyone", "aims", aim)
    assert [one.by for one in (*view.reviews, *view.was)] == [None, None]


def test_E3b_the_record_names_no_moment_that_is_private_now() -> None:
    group = Told()
    after = group.moment(group.tale, text="Paid at last")
    group.do(group.sam, "PlaceMoment", experience=group.tale, text="I wept", before=after)
    group.do(group.sam, "OpenWords", about=group.tale, to="everyone")
    group.do(group.sam, "SetVisibility", about=after, visibility="only_me")
    named = [
        told
        for told in taken_away(group)
        if told["type"] != "PersonArrived" and after in ids_in(told)
    ]
    assert named == []


def test_E3b_what_was_said_beside_a_moment_that_is_private_now_stays_in_the_record() -> None:
    group = Told()
    group.do(group.tess, "WriteReflection", kind="similar", text="So did we", about=[group.place])
    group.do(group.sam, "EndTellersTurn", experience=group.tale)
    group.do(group.sam, "SetVisibility", about=group.place, visibility="only_me")
    told = [one for one in taken_away(group) if "So did we" in json.dumps(one)]
    assert [one["about"] for one in told] == [[]]


def test_E3b_a_title_that_was_taken_back_tells_no_number_of_a_private_entry() -> None:
    group = Told()
    story = group.joint(group.kit, group.sam, group.tess)
    group.do(group.fay, "MaskWords", about=story, passage="winter")
    group.do(group.sam, "TakeBack", about=story)
    told = [one for one in taken_away(group) if one["type"] == "TitleTakenBack"]
    assert told and told[0].keys().isdisjoint({"worded_in", "veils"})


def test_E3b_a_decision_that_was_undone_tells_no_number_of_a_private_entry() -> None:
    group = Group()
    aim = group.do(group.kit, "AddAim", text="Prompt pay", rests_on=[])
    group.do(group.fay, "OpenPhase", phase="return")
    group.do(group.kit, "KeepAim", about=aim)
    group.do(group.kit, "Undo")
    told = taken_away(group)
    [off] = [one for one in told if one["type"] == "ReviewTakenOff"]
    assert "review" not in off and not [one for one in told if "slip" in one]


def test_O6b_the_record_ties_nobody_to_a_line_that_they_left() -> None:
    group = Told()
    for line in (group.aim, group.step):
        group.do(group.sam, "AnswerLine", about=line, answer="leave_out")
    told = taken_away(group)
    assert [one for one in told if one["type"] == "LineAnswered"] == []
    assert [
        one for one in told if group.wish in [*one.get("rests_on", []), *one.get("answers", [])]
    ] == []


def test_E3b_every_kind_of_entry_says_who_may_learn_of_it() -> None:
    assert [kind.__name__ for kind in ENTRIES if "known_to" not in vars(kind)] == []


def test_E3b_every_number_in_an_entry_says_what_it_names_or_is_known_to_name_nothing() -> None:
    types = [
        (name, type)
        for kind in ENTRIES
        for name, type in get_type_hints(kind, include_extras=True).items()
    ]
    assert {name for name, type in types if has_bare_numbers(type)} == NAME_NOTHING


NAME_NOTHING = {
    "minutes",
    "dots_each",
    "left",
    "feeling",
    "drawn",
    "taken",
    "covered",
    "veils",
    "rest",
    "lifted_in",
    "worded_in",
    "review",
    "slip",
    "place",
}
"""Counts, places on a scale and among reasons, numbers of entries, and those of veils
within their things.
"""


def has_bare_numbers(type: Any) -> bool:
    """Whether a field holds whole numbers that name neither things nor people."""
    named = type in (ThingId, PersonId)
    return type is int or (not named and any(has_bare_numbers(part) for part in get_args(type)))


def ids_in(told: dict[str, Any]) -> set[int]:
    """Every number by which a line names something."""
    fields = (
        value
        for name, value in told.items()
        if name not in ("number", "at", "by", "typed_by", "said_at")
    )
    return {
        one
        for value in fields
        for one in (value if isinstance(value, list) else [value])
        if isinstance(one, int)
    }
