"""A storyteller masks a name on a phone; the facilitator sees who covered what, and lifts it
or makes it final.
"""

import json

import pytest
from gathering import Gathering
from people import PHONE, Someone
from playwright.sync_api import expect
from test_anybody_can_read_it import keeps_out
from test_by_keyboard_alone import presses, tabs_to

pytestmark = pytest.mark.browser

STORY = "Acme Mills never answered"
FIRST, SECOND = "Acme Mills paid us late", "We wrote to Acme Mills in spring"
COVERED = {FIRST: "███ paid us late", SECOND: "We wrote to ███ in spring"}


def gathered(come_in: Gathering) -> tuple[Someone, Someone, Someone]:
    """Two notes of Tess hold the name that Sam told on a phone; his story is his alone so far."""
    fay, sam, tess = come_in.opened(), come_in("Sam", **PHONE), come_in("Tess")
    for text in COVERED:
        tess.asks("WriteNote", text=text)
    fay.asks("OpenPhase", phase="experience")
    story = sam.asks("TellExperience", title="A mill", visibility="only_me")
    sam.asks("PlaceMoment", experience=story, text=STORY)
    sam.page.get_by_role("button", name=STORY).click()
    return fay, sam, tess


def masks(sam: Someone) -> None:
    """Sam masks the name, and reads before what will happen."""
    sam.chooses(
        "Mask words in it", of=sam.page.get_by_role("listitem").filter(has_text="Acme").last
    )
    sam.sees("In your own story and in what bears your name they are masked for good", sam.dialog)
    sam.sees("A facilitator can lift that; after three days it is for good.", sam.dialog)
    sam.sees("six words and sixty letters", sam.dialog)
    sam.dialog.get_by_role("textbox").fill("Acme Mills")
    sam.presses("Mask words in it", sam.dialog)
    sam.sees("never answered")
    sam.misses("Acme")


def looks_back(person: Someone) -> None:
    """Back to the phase in which the notes stand."""
    person.page.get_by_role("button", name="Gather").first.click()
    if person.page.get_by_role("menu").is_visible():
        person.page.get_by_role("menuitem", name="Only I look").click()


def place(fay: Someone, words: str) -> str:
    """What the buttons for the note with these words are called, after what they do."""
    [number] = [one["number"] for _, one in fay.changes("notes") if one["text"] == COVERED[words]][
        -1:
    ]
    return f": Note {number}, Tess"


def test_E4d_a_facilitator_sees_who_covered_what_lifts_one_and_makes_the_other_final(
    come_in: Gathering,
) -> None:
    fay, sam, tess = gathered(come_in)
    looks_back(tess)
    tess.sees(FIRST)
    masks(sam)
    for words in COVERED:
        tess.misses(words)
    tess.knows(COVERED[FIRST])
    fay.sees("Sam covered words in 2 places.")
    fay.presses("Covered: 2 places")
    fay.sees("Covered by Sam", fay.dialog)
    fay.presses("Lift" + place(fay, FIRST), fay.dialog)
    tess.sees(FIRST)
    fay.presses("Mask for good" + place(fay, SECOND), fay.dialog)
    fay.presses("Yes, mask for good", fay.dialog)
    fay.sees("Masked for good in 1 place.", fay.dialog)
    fay.sees("Nothing is covered just now.", fay.dialog)
    tess.misses(SECOND)
    tess.sees("in spring")


def test_L4d_by_keyboard_a_facilitator_lifts_everything_that_one_person_covered(
    come_in: Gathering,
) -> None:
    fay, sam, tess = gathered(come_in)
    looks_back(tess)
    masks(sam)
    tess.misses(FIRST)
    presses(fay, "Covered: 2 places")
    tabs_to(fay, "Mask for good: Note")
    fay.page.keyboard.press("Enter")
    presses(fay, "Cancel")
    presses(fay, "Close")
    expect(fay.page.get_by_role("button", name="Covered: 2 places")).to_be_focused()
    fay.page.keyboard.press("Enter")
    presses(fay, "Lift everything that Sam covered")
    fay.sees("Lifted in 2 places: everybody reads the words again.", fay.dialog)
    for words in COVERED:
        tess.sees(words)
    sam.misses(STORY)


def test_E4d_on_the_thing_itself_only_facilitators_find_what_is_beneath(come_in: Gathering) -> None:
    fay, sam, tess = gathered(come_in)
    masks(sam)
    for person in (fay, tess):
        person.knows(COVERED[FIRST])
        looks_back(person)
        person.note("paid us late").get_by_role("button", name="More").click()
        expect(person.page.get_by_role("menu")).to_be_visible()
    tess.misses("Covered words…")
    fay.page.get_by_role("menuitem", name="Covered words…").click()
    fay.sees("Acme Mills", fay.dialog)
    fay.presses("Lift" + place(fay, FIRST), fay.dialog)
    tess.sees(FIRST)
    assert "Acme" not in json.dumps(
        [frame.get("put", {}).get("sheet") for frame in tess.frames + sam.frames]
    )


def test_E10b_a_copy_of_what_was_taken_back_is_covered_and_the_facilitator_goes_to_it(
    come_in: Gathering,
) -> None:
    fay, sam, tess = come_in.opened(), come_in("Sam"), come_in("Tess")
    first = sam.asks("WriteNote", text="The rent was due long before we were paid")
    tess.asks("WriteNote", text="Sam said: the rent was due long before we were paid")
    sam.asks("TakeBack", about=first)
    fay.sees("Sam took words back; copies of them are covered in 1 place.")
    fay.presses("Covered: 1 place")
    fay.sees("Copies of words that were taken back", fay.dialog)
    fay.presses("Note 2, Tess", fay.dialog)
    expect(fay.page.get_by_role("listitem").filter(has_text="Sam said").last).to_be_focused()
    tess.misses("The rent was due")


def test_the_panel_keeps_nobody_out(come_in: Gathering) -> None:
    fay, sam, _ = gathered(come_in)
    masks(sam)
    fay.presses("Covered: 2 places")
    fay.page.get_by_role("button", name="Mask for good").first.click()
    expect(fay.dialog.get_by_role("button", name="Yes, mask for good")).to_be_visible()
    assert keeps_out(fay, "covered words") == []
