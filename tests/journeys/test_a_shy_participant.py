"""A shy participant writes without her name, and nobody's browser ever has it with the note."""

import json

import pytest
from gathering import Gathering
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

SHY = "I never dared to say that we paid late ourselves"


def test_A3a_a_shy_participant_stays_unnamed(come_in: Gathering) -> None:
    fay = come_in.opened()
    come_in.opens(fay, "Aims")
    others = [fay, come_in("Kit", "scribe"), come_in("Olu", "observer"), come_in("Tess")]
    mira = come_in("Mira")
    mira.presses("Unnamed", mira.pen("Your note"))
    mira.sees("At the reveal: everyone, without a name.")
    mira.writes(SHY)
    fay.reveals(1)
    for other in others:
        expect(other.note(SHY).get_by_text("Unnamed")).to_be_visible()
        sent = [note for _, note in other.changes("notes") if note.get("text") == SHY]
        assert {note.get("by") for note in sent} == {None}
        assert {note.get("typed_by") for note in sent} == {None}
        assert not any(
            SHY in text and "Mira" in text for text in map(json.dumps, one_by_one(other.frames))
        )
    expect(mira.note(SHY).get_by_text("You are unnamed here")).to_be_visible()


def test_A3b_who_is_unnamed_can_take_her_words_back(come_in: Gathering) -> None:
    fay = come_in.opened()
    come_in.opens(fay, "Aims")
    mira = come_in("Mira")
    fay.reveals(0)
    mira.presses("Unnamed", mira.pen("Add a note"))
    mira.writes(SHY, "Add a note")
    fay.sees(SHY)
    mira.chooses("Take my words back", of=SHY)
    mira.presses("Take my words back", mira.dialog)
    for person in (fay, mira):
        person.misses(SHY)
        person.sees("withdrawn")


def test_A3a_a_name_can_be_taken_from_a_note_and_put_to_it_later(come_in: Gathering) -> None:
    fay = come_in.opened()
    come_in.opens(fay, "Aims")
    mira = come_in("Mira")
    fay.reveals(0)
    mira.writes(SHY, "Add a note")
    expect(fay.note(SHY).get_by_text("Mira")).to_be_visible()
    mira.chooses("Stay unnamed", of=SHY)
    expect(fay.note(SHY).get_by_text("Mira")).to_have_count(0)
    mira.chooses("Put my name to it", of=SHY)
    expect(fay.note(SHY).get_by_text("Mira")).to_be_visible()


def one_by_one(frames: list[dict[str, object]]) -> list[object]:
    """Every single thing that came over the socket."""
    puts = [frame.get("put") or {} for frame in frames]
    return [thing for put in puts for things in put.values() for thing in things.values()]  # type: ignore[attr-defined]


def test_A3d_a_facilitator_gets_a_sentence_for_a_list_that_could_tell_who_wrote(
    come_in: Gathering,
) -> None:
    fay, sam = come_in.opened(), come_in("Sam")
    come_in.opens(fay, "Aims")
    sam.asks("WriteNote", text="Nobody listens", unnamed=True)
    fay.reveals(1)
    fay.leads("Not heard from yet: not listed")
    fay.sees("could tell who wrote it", fay.dialog)
