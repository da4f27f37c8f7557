"""Whole sessions, played as their people, leave what their files expect."""

import json
import random
from collections.abc import Callable
from typing import Any

import pytest
from served import Server

Play = Callable[..., Any]
Session = Callable[[str], Any]
OUTLINE_KEYS = [
    "aims", "values", "process", "open_questions", "parked", "experiences", "coverage", "items",
    "thread",
]  # fmt: skip


@pytest.mark.parametrize("name", ["laundry", "night_bus", "bakery"])
def test_S3_a_played_session_leaves_what_its_file_expects(
    play: Play, session: Session, name: str
) -> None:
    left = play(session(name))
    assert left.code == 0, left.printed + left.wrong
    assert list(left.outline) == OUTLINE_KEYS


def test_A3a_no_author_of_an_unnamed_thing_stands_in_what_is_taken_away(laundry: Any) -> None:
    record = [
        json.loads(line) for line in (laundry.folder / "record.jsonl").read_text().splitlines()
    ]
    unnamed = [entry for entry in record if entry.get("unnamed")]
    assert len(unnamed) == 2
    assert not any("by" in entry for entry in unnamed)


def test_G17_a_replayed_workshop_is_marked_and_keeps_the_times_of_its_file(laundry: Any) -> None:
    record = [
        json.loads(line) for line in (laundry.folder / "record.jsonl").read_text().splitlines()
    ]
    assert record[0]["replayed"] is True
    notes = [entry for entry in record if entry["type"] == "NoteWritten" and "said_at" in entry]
    said = {entry["words"]["text"]: entry["said_at"] for entry in notes}
    assert said["Somebody cleans the filter"] == 1707242780000, (
        "6 February 2024, 18:06:20 UTC, when it was queued"
    )
    assert said["clean"] > said["Somebody cleans the filter"]


def test_G13_a_memo_and_a_note_about_consent_stay_with_who_wrote_them(laundry: Any) -> None:
    taken = "".join(
        (laundry.folder / name).read_text()
        for name in ("record.jsonl", "outline.md", "outline.json")
    )
    assert "They laugh a lot" not in taken
    assert "said perhaps" not in taken


def test_O2d_what_a_later_aim_shares_with_a_step_counts_as_serving_it(laundry: Any) -> None:
    assert laundry.outline["coverage"]["served_by"]["T3"] == ["P1"]


def test_E4b_a_reflection_that_was_masked_as_a_whole_is_not_asked_for(laundry: Any) -> None:
    assert "R3" not in laundry.outline["coverage"]["unanswered_reflections"]


@pytest.mark.parametrize(("part", "wrong"), [
    ("by_kind", {"note": 1}), ("by_person", {"Io": 9}), ("content_items", 1), ("parked", ["n2"]),
    ("values", [{"id": "v"}]),
    ("aims_at_the_end", [{"id": "t", "changed": "kept"}, {"id": "n2", "changed": "unresolved"}]),
    ("aims_at_the_end", [{"id": "t", "changed": "dropped"}]),
    ("process", {"lanes": [], "steps": 9}), ("coverage", {"served_by": {"t": []}}),
    ("coverage", {"reflections_no_step_answers": ["n1"]}),
    ("unresolved", "t"), ("times", "12:00 local is 11:00 UTC"), ("privacy", {"anonymous": ["n2"]}),
    ("by_kind", 5), ("privacy", {"sensitive": ["n2"]}), ("experiences", 1), ("open_questions", []),
])  # fmt: skip
def test_S3_what_differs_from_what_a_file_expects_is_found(
    play: Play, session: Session, part: str, wrong: Any
) -> None:
    left = play({**session("bakery"), "expected": {part: wrong}})
    assert left.code == 1
    assert "✗ " in left.printed


def test_S3_what_nobody_knows_is_said_not_to_be_compared(play: Play, session: Session) -> None:
    left = play({**session("bakery"), "expected": {"weather": "fine"}})
    assert left.code == 0
    assert "Not compared: weather." in left.printed


def test_G10a_who_agrees_in_a_file_agrees_on_the_flipchart(server: Server, play: Play) -> None:
    before = server.tables()["record_recordedentry"].count("'LineAgreed'")
    left = play(
        {
            "format": "session-timeline/1",
            "people": [{"id": "F", "role": "facilitator"}, {"id": "A"}],
            "timeline": [
                {"by": "A", "do": "agreement", "id": "H1", "text": "We let each other finish"},
                {"by": "A", "do": "agreement", "id": "H2", "text": "Nobody has to tell anything"},
                {"by": "F", "do": "agree", "about": ["H1", "H2"]},
                {"by": "A", "do": "agree", "about": "H2"},
            ],
        }
    )
    assert "was refused" not in left.printed + left.wrong
    assert server.tables()["record_recordedentry"].count("'LineAgreed'") - before == 3


def test_G15c_what_comes_after_the_close_opens_another_sitting(laundry: Any) -> None:
    kinds = [
        json.loads(line)["type"]
        for line in (laundry.folder / "record.jsonl").read_text().splitlines()
    ]
    assert kinds.index("FlipchartClosed") < kinds.index("FlipchartReopened")
    assert "Nobody waits an hour for a machine" in (laundry.folder / "record.jsonl").read_text()


def test_S4_entries_in_any_order_are_played_or_refused_and_never_end_the_session(
    play: Play, session: Session
) -> None:
    file = session("laundry")
    del file["expected"]
    random.Random(5).shuffle(file["timeline"])
    left = play(file)
    assert left.code == 0, left.wrong
    assert "was refused: " in left.printed


def test_A5_of_two_wordings_at_once_the_second_is_put_up_and_the_first_is_kept(
    laundry: Any,
) -> None:
    assert (
        next(one["text"] for one in laundry.outline["process"]["elements"] if one["ref"] == "P1")
        == "Book by phone"
    )
    assert "Book on the list" in (laundry.folder / "record.jsonl").read_text()


def test_A4c_the_groups_text_is_opened_before_a_participant_first_changes_it(
    play: Play, session: Session
) -> None:
    left = play(session("bakery"))
    kinds = [
        json.loads(line)["type"] for line in (left.folder / "record.jsonl").read_text().splitlines()
    ]
    assert kinds.index("TextOpened") < kinds.index("NotesGrouped")


def test_P6_a_way_to_what_is_no_step_stays_open_and_nothing_is_filled_in(laundry: Any) -> None:
    ways = next(
        one["branches"] for one in laundry.outline["process"]["elements"] if one["ref"] == "D1"
    )
    assert ways == [
        {"label": "yes", "to": "P3"},
        {"label": "no", "to": "P1"},
        {"label": "no idea", "to": None},
    ]


def test_P1c_the_order_of_a_file_is_no_way_and_what_it_says_is_one(
    play: Play, session: Session
) -> None:
    file = session("laundry")
    steps = {one["id"]: one for one in file["timeline"] if one["do"] == "process_step"}
    steps["P2"]["next"] = ["P3", "P2"]
    steps["P2"]["fork"] = "all"
    steps["P3"]["branches"] = [["clean", "end"], {"to": "P2"}]
    elements = {one["ref"]: one for one in play(file).outline["process"]["elements"]}
    assert elements["P1"]["branches"] == []
    assert elements["P2"]["branches"] == [{"label": None, "to": "P3"}, {"label": None, "to": "P2"}]
    assert (elements["P2"]["fork"], elements["P3"].get("fork")) == ("all", None)
    assert elements["P3"]["branches"] == [
        {"label": "clean", "to": "end"},
        {"label": None, "to": "P2"},
    ]


def test_G4a_two_people_of_one_name_stay_two(laundry: Any) -> None:
    by_person = laundry.outline["items"]["by_person"]
    assert (by_person["A"], by_person["B"]) == (9, 6)


def test_G11a_an_unknown_hand_is_counted_as_unknown_and_its_typist_as_nothing(laundry: Any) -> None:
    by_person = laundry.outline["items"]["by_person"]
    assert by_person["unknown"] == 1
    assert "K" not in by_person


def test_P1a_documents_of_a_step_become_what_it_uses_and_what_it_makes(
    play: Play, session: Session
) -> None:
    record = play(session("bakery")).folder / "record.jsonl"
    lit = next(one for one in map(json.loads, record.read_text().splitlines()) if one.get("inputs"))
    assert [one["text"] for one in (*lit["inputs"], *lit["outputs"])] == ["rota", "log of fires"]
