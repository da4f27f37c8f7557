"""A whole session, close included, in which nobody has a mouse and nobody looks: by keys, by where
the focus is after each act, and by what is said aloud.
"""

import pytest
from gathering import Gathering
from keyboard import (
    fills,
    is_at,
    is_at_the_question,
    is_told,
    listens,
    picks,
    presses,
    tabs_to,
    types,
)
from people import Someone
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

TOGETHER = "Who is here, and how do we want to be together?"
AIMS = "What do you want this policy to achieve?"


def test_K3_a_session_is_held_by_keyboard_alone_from_opening_to_close(come_in: Gathering) -> None:
    fay, sam, mira = come_in("Fay", "facilitator"), come_in("Sam", "scribe"), come_in("Mira")
    for one in (fay, sam, mira):
        one.sees("What will happen")
        listens(one)
    gathers(fay, sam, mira)
    says_aims(fay, sam, mira)
    tells_and_reflects(fay, sam, mira)
    maps_and_returns(fay, sam, mira)
    closes(fay, sam, mira)


def gathers(fay: Someone, sam: Someone, mira: Someone) -> None:
    presses(fay, "Open the flipchart")
    is_at_the_question(fay, TOGETHER)
    for one in (sam, mira):
        is_told(one, "The flipchart is open.")
    presses(mira, "Raise hand")
    is_told(fay, "Mira raised a hand. 1 hand up.")
    presses(fay, "1 hand up")
    presses(fay, "Heard")
    fay.page.keyboard.press("Escape")
    is_told(mira, "Your hand is down.")
    picks(fay, "More for facilitators", "Go round: check-in")
    people = {one.person: one for one in (fay, sam, mira)}
    fay.knows('"check-in"')
    order = next(round["order"] for sheet, round in fay.changes("sheet") if sheet == "round")
    for id in order:
        is_told(people[id], "Check-in. It is your turn.")
        presses(people[id], "Pass" if people[id] is sam else "I have spoken")
    is_at_the_question(people[order[-1]], TOGETHER)
    is_told(mira, "Check-in is over.")


def says_aims(fay: Someone, sam: Someone, mira: Someone) -> None:
    presses(fay, "Next: Aims")
    is_told(mira, "The group is at Aims now. Everybody writes alone now.")
    types(mira, "Your note", "Pay on the day")
    tabs_to(sam, "Whose words?")
    sam.page.keyboard.press("ArrowDown")  # to someone in the room
    types(sam, "Your note", "Ask before you buy")
    presses(fay, "Reveal 2 notes")
    is_at_the_question(fay, AIMS)
    is_told(mira, "All notes are revealed.")
    picks(fay, "More: Note 1", "Start a group with it")
    fills(fay, "What do these notes say together?", "Fair pay")
    picks(fay, "More: Note 2", "Move to: Fair pay")
    is_told(fay, "Moved to Fair pay.")
    is_at(fay, "More: Note 2")
    picks(fay, "More for facilitators", "Open a dot vote")
    fills(fay, "Dots for each person", "")
    is_told(mira, "A dot vote is open. You have 3 dots to give.")
    presses(mira, "Give a dot to: Fair pay")
    is_at(mira, "Give a dot to: Fair pay")
    presses(fay, "Close the vote")
    is_at_the_question(fay, AIMS)
    is_told(mira, "The vote is closed. Most dots: Fair pay, 1 dot.")
    picks(fay, "More: Group, Fair pay", "Word an aim from it")
    presses(fay, "Word an aim")
    is_at(fay, "More: Group, Fair pay")


def tells_and_reflects(fay: Someone, sam: Someone, mira: Someone) -> None:
    presses(fay, "Next: Experience")
    is_told(mira, "The group is at Experience now.")
    presses(sam, "Lay out an experience")
    expect(sam.dialog.get_by_label("What shall we call it?")).to_be_focused()
    sam.page.keyboard.type("The ferry contract")
    tabs_to(sam, "Who tells it?")
    sam.page.keyboard.type("Mira")
    presses(sam, "Save")
    mira.sees("The ferry contract")
    types(mira, "What happened?", "A call came late", "Enter")
    mira.page.keyboard.press("2")
    mira.sees("A call came late")
    picks(fay, "More for facilitators", "Break of 5 minutes")
    is_told(mira, "A break of 5 minutes begins.")
    presses(fay, "End the break")
    is_told(mira, "The break is over.")
    presses(fay, "Next: Reflect")
    is_told(mira, "You go first.")
    types(mira, "Your thought", "A call a week before", "Enter")
    presses(mira, "I have spoken")
    is_at_the_question(mira, "The ferry contract")
    is_told(sam, "The storyteller has spoken. Now yours")


def maps_and_returns(fay: Someone, sam: Someone, mira: Someone) -> None:
    presses(fay, "Next: Ideal process")
    is_told(mira, "The group is at Ideal process now.")
    presses(sam, "Add a step")
    types(sam, "What is done?", "Call a week before", "Tab")
    presses(sam, "Save")
    mira.sees("Call a week before")
    presses(fay, "Next: Return to the aims")
    is_told(mira, "The group is at Return to the aims now.")
    tabs_to(fay, "Keep")
    fay.page.keyboard.press("k")
    fay.sees("The aim is decided")
    types(mira, "A word to close with", "Lighter than before")


def closes(fay: Someone, sam: Someone, mira: Someone) -> None:
    picks(fay, "More for facilitators", "Close the flipchart")
    presses(fay, "Close the flipchart")
    for one in (sam, mira):
        is_told(one, "The flipchart is closed.")
    expect(fay.page.locator(":focus")).to_have_count(1)
    tabs_to(mira, "Read the outline")
    with mira.page.expect_navigation():
        mira.page.keyboard.press("Enter")
    mira.sees("Fair pay")
