"""What opens over the room is fetched once there is time, or when somebody asks for it: on a line
that brings it late, or not at first, it opens all the same, and nothing is lost.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import msgspec
import pytest
from gathering import Gathering
from people import Someone
from playwright.sync_api import Route, expect

from footpath.pages.room.built import MANIFEST

pytestmark = pytest.mark.browser

LATER = re.compile(r"/assets/(dialogs|seldom|later)[-.].*")
NOTE = "Small firms could not wait seventy days"
QUESTION = "Who could have told them?"


def alone(come_in: Gathering, late: "Late | None" = None) -> Someone:
    """Mira has come in, on a line of her own, once Aims was revealed and a note is there."""
    fay = come_in.opened()
    come_in.opens(fay, "Aims")
    fay.reveals(0)
    fay.writes(NOTE, "Add a note")
    mira = come_in.somebody("Mira", line=True)
    if late:
        mira.page.route(LATER, late.comes)
    mira.came_in(come_in.links["guest"])
    mira.sees(NOTE)
    return mira


class Late:
    """What a line does with what opens over the room: it keeps it, loses it, or brings it."""

    def __init__(self) -> None:
        """It keeps all of it."""
        self.kept: list[Route] = []
        self.lost = 0
        self.is_lost = self.brings = False

    def comes(self, route: Route) -> None:
        """Something is asked for."""
        if self.brings:
            route.continue_()
        elif self.is_lost:
            self.lost += 1
            route.abort()
        else:
            self.kept.append(route)

    def bring(self) -> None:
        """What was kept comes now, and so does all that is asked for from now on."""
        self.brings = True
        for route in self.kept:
            route.continue_()


def asks_about(mira: Someone) -> None:
    """By keyboard: the menu of the note, and in it "Ask about it"."""
    mira.note(NOTE).get_by_role("button", name=re.compile("^More")).first.focus()
    mira.page.keyboard.press("Enter")
    mira.page.get_by_role("menuitem", name="Ask about it").focus()
    mira.page.keyboard.press("Enter")


def test_a_dialog_whose_script_comes_late_opens_and_gives_the_keyboard_back(
    come_in: Gathering,
) -> None:
    late = Late()
    mira = alone(come_in, late)
    asks_about(mira)
    mira.sees("This is on its way.", mira.dialog)
    late.bring()
    expect(mira.dialog.get_by_label("Your question")).to_be_focused()
    mira.page.keyboard.type(QUESTION)
    mira.page.keyboard.press("Escape")
    expect(mira.note(NOTE).get_by_role("button", name=re.compile("^More")).first).to_be_focused()
    asks_about(mira)
    expect(mira.dialog.get_by_label("Your question")).to_have_value(QUESTION)
    mira.presses("Save", mira.dialog)
    expect(mira.dialog).to_have_count(0)
    assert QUESTION in str(list(mira.changes("notes")))


def test_a_dialog_whose_script_the_line_lost_says_so_and_opens_when_it_comes(
    come_in: Gathering,
) -> None:
    late = Late()
    late.is_lost = True
    mira = alone(come_in, late)
    mira.types(QUESTION, "Add a note")
    asks_about(mira)
    mira.sees("This has not come through the line yet.", mira.dialog)
    assert late.lost > 0
    late.brings = True
    expect(mira.dialog.get_by_label("Your question")).to_be_focused()
    expect(mira.dialog.locator(".about")).to_have_css("padding-left", "16px")
    mira.page.keyboard.press("Escape")
    expect(mira.pen("Add a note").get_by_role("textbox")).to_have_value(QUESTION)
    mira.forgives("ERR_FAILED")


@contextmanager
def with_all_there(mira: Someone) -> Iterator[None]:
    """Once the browser had time for all the parts of the room, the line goes."""
    parts = msgspec.json.decode(MANIFEST.read_bytes())
    files = [one["file"] for name, one in parts.items() if "Wall" not in name]
    names = [name.split("/")[-1].removesuffix(".js") for name in files]
    assert len(names) > 15
    mira.hears(lambda: mira.runs("has_fetched", names))
    with mira.offline():
        yield


def test_what_was_never_opened_opens_without_a_line(come_in: Gathering) -> None:
    mira = alone(come_in)
    with with_all_there(mira):
        asks_about(mira)
        expect(mira.dialog.get_by_label("Your question")).to_be_focused()
        mira.page.keyboard.type(QUESTION)
        mira.page.keyboard.press("Escape")
        mira.follows("My name")
        expect(mira.dialog.get_by_label("My name")).to_have_value("Mira")
        mira.page.keyboard.press("Escape")
    asks_about(mira)
    expect(mira.dialog.get_by_label("Your question")).to_have_value(QUESTION)
