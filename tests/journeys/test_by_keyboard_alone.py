"""Somebody without a mouse comes in, writes, stays unnamed, looks elsewhere and takes
words back: keys only.
"""

import pytest
from gathering import Gathering
from keyboard import picks, presses, tabs_to
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_P3f_a_participant_does_everything_by_keyboard(come_in: Gathering) -> None:
    fay = come_in.opened()
    mira = come_in.somebody("Mira")
    mira.goes_to(come_in.links["guest"])
    expect(mira.page.get_by_label("What shall we call you?")).to_be_focused()
    mira.page.keyboard.type("Mira")
    mira.page.keyboard.press("Enter")
    mira.is_asked("Hello, Mira")
    presses(mira, "Go in")
    mira.is_asked("Who is here, and how do we want to be together?")
    come_in.opens(fay, "Aims")
    fay.presses("Reveal 0 notes")
    mira.is_asked("What do you want this policy to achieve?")
    presses(mira, "Add a note")
    mira.page.keyboard.type("Pay on the day")
    mira.page.keyboard.press("Control+Enter")
    fay.sees("Pay on the day")
    picks(mira, "More: Note", "Stay unnamed")
    expect(fay.note("Pay on the day").get_by_text("Unnamed")).to_be_visible()
    presses(mira, "1 Gather")
    presses(mira, "Back to the group")
    picks(mira, "More: Note", "Take my words back")
    presses(mira, "Take my words back")
    fay.misses("Pay on the day")


def test_P3f_a_storyteller_answers_opens_and_takes_back_by_keyboard(come_in: Gathering) -> None:
    fay, tess = come_in.opened(), come_in("Tess")
    come_in.opens(fay, "Aims")
    fay.presses("Reveal 0 notes")
    come_in.opens(fay, "Experience", "Reflect")
    story = tess.asks("TellExperience", title="The ferry contract")
    call = tess.asks(
        "PlaceMoment", experience=story, text="A call came late", quote="At six in the evening"
    )
    tess.asks("WriteReflection", kind="differently", text="Call a week before", about=[call])
    tess.asks("EndTellersTurn", experience=story)
    fay.asks("AddValue", name="Care", sentence="Nobody waits by the telephone", heard_in=[call])
    fay.asks("AddElement", kind="activity", text="Call early", answers=[call])
    presses(tess, "Yes")
    fay.sees("Tess recognises it")
    picks(tess, "More: Would do differently", "Who may read this beneath the outline")
    tabs_to(tess, "Those who took part")
    tess.page.keyboard.press("ArrowDown")  # to everyone: this workshop has no members
    presses(tess, "Save")
    tess.sees("open to everyone")
    tess.page.goto(tess.page.url.replace("/room", "/mine/lines"))
    presses(tess, "Look at them one by one")
    tess.is_asked("Care")
    presses(tess, "That’s what I meant")
    tess.is_asked("Call early")
    presses(tess, "Not quite")
    tabs_to(tess, "What is not quite right?")
    tess.page.keyboard.type("Two weeks, not one")
    presses(tess, "Say that it is not quite that")
    tess.sees("That was the last one.")
    fay.page.goto(fay.page.url.replace("/room", "/outline"))
    presses(fay, "Reword it in the room")
    fay.sees("Somebody on whose words this line rests asks you to look at it.")
    presses(fay, "Keep it as it is")
    fay.misses("Somebody on whose words this line rests asks you to look at it.")
