"""A group tells one story, reflects on it, goes back for another, and reflects on that: two taps
each way, and nobody loses a word.
"""

import re
from typing import Any

import pytest
from gathering import Gathering
from people import PHONE, Someone
from playwright.sync_api import Locator, expect

pytestmark = pytest.mark.browser

LAPTOP = {"viewport": {"width": 1280, "height": 800}}
TAKE = "Take everyone there"


def phase(person: Someone, name: str) -> Locator:
    """A phase in the head of somebody's page."""
    return person.page.get_by_role("navigation", name="Phases").get_by_role("button", name=name)


def takes_everyone(fay: Someone, name: str, word: str = TAKE) -> None:
    """Two taps: the phase, and that everyone goes there."""
    phase(fay, name).click()
    fay.page.get_by_role("menuitem", name=word).click()


def is_told(person: Someone, words: str) -> None:
    """It stands in the page's polite live region."""
    region = person.page.locator("[role=status][aria-live=polite]").first
    expect(region).to_contain_text(words)


@pytest.mark.parametrize("device", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_G6d_two_stories_one_after_the_other_and_nobody_loses_a_word(
    come_in: Gathering, device: dict[str, Any]
) -> None:
    fay = come_in("Fay", "facilitator", **device)
    fay.opens_the_flipchart()
    mira, wall = come_in("Mira", **PHONE), come_in.somebody("the wall")
    wall.goes_to(come_in.links["wall"])
    mira.stands_in("gather")
    for name in ("3 Experience", "4 Reflect"):
        takes_everyone(fay, name)
        mira.stands_in(name.split()[1].lower())
    mira.presses("Write a reflection")
    mira.types("I would have called", "Your thought")
    takes_everyone(fay, "3 Experience")
    mira.stands_in("experience")
    is_told(mira, "The group went back to Experience.")
    is_told(fay, "The group went back to Experience.")
    mira.sees("Your words in Reflect are kept:")
    expect(wall.page.get_by_role("heading", level=1)).to_contain_text("What happened")
    fay.presses("Next: Reflect")
    mira.stands_in("reflect")
    expect(mira.pen("Your thought").get_by_role("textbox")).to_have_value("I would have called")
    is_told(mira, "The group is at Reflect now.")


def test_G6a_by_keyboard_and_who_only_looks_takes_nobody_along(come_in: Gathering) -> None:
    fay = come_in.opened()
    mira = come_in("Mira")
    takes_everyone(fay, "4 Reflect")
    mira.stands_in("reflect")
    phase(fay, "3 Experience").focus()
    for key in ("Enter", "Enter"):
        fay.page.keyboard.press(key)
    fay.sees("You are looking at")
    fay.sees("The group is at Reflect.")
    expect(phase(fay, "3 Experience")).to_be_focused()
    mira.misses("You are looking at")
    for key in ("Enter", "Enter"):  # it is looked at already, so that one way is left
        fay.page.keyboard.press(key)
    mira.stands_in("experience")
    fay.misses("You are looking at")


def test_G6a_who_leads_looks_first_and_takes_everyone_along_from_there(come_in: Gathering) -> None:
    fay = come_in.opened()
    mira = come_in("Mira")
    takes_everyone(fay, "2 Aims", "Only I look")
    fay.presses("Take everyone here")
    mira.stands_in("aims")
    expect(fay.page.get_by_role("button", name="Take everyone here")).to_have_count(0)


def test_G12d_a_step_is_named_undone_and_done_again_on_every_device(come_in: Gathering) -> None:
    fay = come_in.opened()
    kit = come_in("Kit", "scribe", **PHONE)
    come_in.opens(fay, "Aims")
    fay.reveals(0)
    for text in ("Pay on the day", "Say when"):
        fay.writes(text, "Add a note")
    kit.sees("Say when")
    kit.catches_up_with(fay)
    ids = [int(id) for id, note in kit.changes("notes") if note.get("text")]
    group = kit.asks("GroupNotes", notes=sorted(set(ids)), title="Money")
    assert group
    kit.presses("Undo")
    kit.page.get_by_role("menuitem", name="Undo: grouped 2 notes").click()
    kit.sees("Undone: grouped 2 notes.")
    kit.presses("Undo")
    kit.page.get_by_role("menuitem", name="Redo: grouped 2 notes").click()
    fay.sees("Money")
    fay.page.get_by_role("button", name="Can’t be undone: wrote note 2").click()
    fay.sees("Others have built on it since", fay.dialog)
    fay.page.keyboard.press("Escape")
    come_in.opens(fay, "Experience")
    expect(fay.page.get_by_role("button", name=re.compile("^Can’t be undone"))).to_be_visible()
