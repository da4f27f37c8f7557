"""Somebody's line goes down while they write. Nothing is lost or pretended,
everything arrives once.
"""

import pytest
from gathering import Gathering
from people import Someone
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

OFFLINE = "Small firms could not wait seventy days"
HALF = "And nobody told them"


def writing_alone(come_in: Gathering) -> tuple[Someone, Someone]:
    """Fay leads; Mira, on a line of her own, writes alone."""
    fay = come_in.opened()
    come_in.opens(fay, "Aims")
    mira = come_in("Mira", line=True)
    mira.is_asked("What do you want this policy to achieve?")
    mira.is_saved()
    return fay, mira


def revealed(fay: Someone, mira: Someone) -> None:
    """Both may see each other's notes, and both screens say so before anything
    happens to a line.
    """
    fay.reveals(0)
    for person in (fay, mira):
        expect(person.pen("Add a note")).to_be_visible()


def test_S6_a_page_without_a_line_says_not_saved_and_keeps_every_character(
    come_in: Gathering,
) -> None:
    _, mira = writing_alone(come_in)
    with mira.offline():
        mira.writes(OFFLINE)
        mira.types(HALF, "Your note")
        expect(mira.page.get_by_text("Not saved").first).to_be_visible()
        mira.sees(OFFLINE)
        expect(mira.pen("Your note").get_by_role("textbox")).to_have_value(HALF)
    expect(mira.note(OFFLINE)).to_have_count(1)
    expect(mira.pen("Your note").get_by_role("textbox")).to_have_value(HALF)


def test_S5_what_was_written_without_a_line_arrives_once_and_keeps_its_time(
    come_in: Gathering,
) -> None:
    fay, mira = writing_alone(come_in)
    revealed(fay, mira)
    with mira.offline():
        mira.writes(OFFLINE, "Add a note")
        expect(mira.page.get_by_text("Not saved").first).to_be_visible()
        fay.writes("Meanwhile", "Add a note")
        fay.sees("Meanwhile")
        fay.misses(OFFLINE)
    fay.sees(OFFLINE)
    arrived, meanwhile = (
        [one for _, one in fay.changes("notes") if one.get("text") == words]
        for words in (OFFLINE, "Meanwhile")
    )
    assert len({note["id"] for note in arrived}) == 1
    assert arrived[-1]["said_at"] < meanwhile[-1]["said_at"] < arrived[-1]["stored_at"]


def test_S5_who_comes_back_sees_what_was_missed_once_and_in_order(come_in: Gathering) -> None:
    fay, mira = writing_alone(come_in)
    revealed(fay, mira)
    before = len(mira.frames)
    with mira.offline():
        for word in ("First", "Second", "Third"):
            fay.writes(f"{word} while she was away", "Add a note")
            fay.sees(f"{word} while she was away")
    for word in ("First", "Second", "Third"):
        expect(mira.note(f"{word} while she was away")).to_have_count(1)
    numbers = [frame["number"] for frame in mira.frames[before:] if frame.get("for") == "everyone"]
    assert numbers == sorted(numbers)


def test_S2_a_line_that_goes_dead_under_a_note_brings_it_once(come_in: Gathering) -> None:
    fay, mira = writing_alone(come_in)
    revealed(fay, mira)
    assert mira.line is not None
    mira.line.go_dead()
    mira.writes(OFFLINE, "Add a note")
    expect(mira.page.get_by_text("Not saved").first).to_be_visible()
    mira.line.mend()
    mira.is_saved()
    expect(fay.note(OFFLINE)).to_have_count(1)
    expect(mira.note(OFFLINE)).to_have_count(1)


def test_S5_a_closed_tab_loses_nothing(come_in: Gathering) -> None:
    _, mira = writing_alone(come_in)
    with mira.offline():
        mira.writes(OFFLINE)
        mira.types(HALF, "Your note")
        mira.sees("Not saved")
        address = mira.page.url
        mira.page.close()
        assert mira.line is not None
        mira.line.mend()
        mira.opens_a_tab().goto(address)
    expect(mira.note(OFFLINE)).to_have_count(1)
    expect(mira.pen("Your note").get_by_role("textbox")).to_have_value(HALF)
