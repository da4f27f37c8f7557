"""A facilitator puts one thing after the other in the spotlight: the wall and a phone show it,
and each goes on with what it did (G21).
"""

import re

import pytest
from gathering import Gathering
from people import PHONE, Someone
from playwright.sync_api import Locator, expect

pytestmark = pytest.mark.browser


def head(person: Someone) -> Locator:
    """What stands in the spotlight, on somebody's screen."""
    return person.page.get_by_role("region", name="In the spotlight")


def lie(person: Someone) -> list[tuple[int, ...]]:
    """Where the notes lie on somebody's screen, in whole pixels."""
    found = []
    for one in person.page.get_by_role("article").all():
        box = one.bounding_box()
        assert box
        found.append((round(box["x"]), round(box["y"]), round(box["width"]), round(box["height"])))
    return found


class Reading:
    """Fay facilitates on a laptop, Mira has a phone, and three notes are on the board."""

    def __init__(self, come_in: Gathering) -> None:
        """Everybody is in the aims, and the notes are turned up."""
        self.fay, self.mira = come_in.opened(), come_in("Mira", **PHONE)
        self.wall = come_in.somebody("wall", viewport={"width": 1920, "height": 1080})
        self.wall.goes_to(come_in.links["wall"])
        self.fay.asks("OpenPhase", phase="aims")
        self.fay.asks("RevealNotes")
        self.notes = [
            self.fay.asks("WriteNote", text=f"{what} is paid on time")
            for what in ("Rent", "Work", "Care")
        ]
        for one in (self.fay, self.mira, self.wall):
            expect(one.page.get_by_text("Care is paid on time").first).to_be_visible()

    def lights(self, words: str) -> None:
        """The wall, the phone and the laptop have it in the spotlight."""
        expect(self.wall.page.get_by_role("heading", level=1, name=words)).to_be_visible()
        for one in (self.fay, self.mira):
            expect(head(one)).to_contain_text(words)


@pytest.fixture
def reading(come_in: Gathering) -> Reading:
    return Reading(come_in)


def test_G21a_what_a_facilitator_taps_stands_on_the_wall_and_on_every_phone(
    reading: Reading,
) -> None:
    fay, mira, wall = reading.fay, reading.mira, reading.wall
    fay.chooses("Put in the spotlight", "Rent is paid on time")
    reading.lights("Rent is paid on time")
    assert wall.page.locator("button, a, input").count() == 0
    fay.page.keyboard.press("ArrowRight")
    reading.lights("Work is paid on time")
    fay.presses("The next one")
    reading.lights("Care is paid on time")
    expect(head(fay)).to_contain_text("3 of 3")
    fay.page.keyboard.press("Escape")
    for one in (fay, mira):
        expect(head(one)).to_have_count(0)
    expect(wall.page.get_by_role("heading", level=1, name="Care is paid on time")).to_have_count(0)


def test_G21k_on_a_laptop_nothing_moves_when_it_comes_and_goes_on(reading: Reading) -> None:
    fay = reading.fay
    before = lie(fay)
    fay.chooses("Put in the spotlight", "Rent is paid on time")
    reading.lights("Rent is paid on time")
    fay.page.keyboard.press("ArrowRight")
    reading.lights("Work is paid on time")
    assert lie(fay) == before


def test_G21j_on_a_phone_it_takes_two_lines_and_nothing_from_who_writes(reading: Reading) -> None:
    fay, mira = reading.fay, reading.mira
    long = "Nobody waits " + "and waits " * 30 + "for what they are owed"
    fay.asks("WriteNote", text=long)
    mira.presses("Add a note")
    pen = mira.page.get_by_role("textbox").first
    pen.fill("I had begun")
    fay.chooses("Put in the spotlight", long[:40])
    expect(head(mira)).to_contain_text("Nobody waits")
    box, typed = head(mira).bounding_box(), pen.bounding_box()
    assert box and typed and box["height"] <= 64
    assert typed["y"] >= box["y"] + box["height"] - 1
    expect(pen).to_be_focused()
    expect(pen).to_have_value("I had begun")
    head(mira).get_by_role("button", name=re.compile("Nobody waits")).click()
    expect(head(mira).get_by_role("button", name="Go to where it stands")).to_be_visible()
    pen.focus()
    expect(head(mira).get_by_role("button", name="Go to where it stands")).to_have_count(0)
    mira.presses("Fold it away")
    expect(head(mira)).not_to_contain_text("Nobody waits")


def test_G21h_what_is_hidden_goes_out_everywhere_and_who_reloads_has_what_is_there(
    reading: Reading,
) -> None:
    fay, mira = reading.fay, reading.mira
    fay.page.locator(f"#thing-{reading.notes[0]}").focus()
    fay.page.keyboard.press("s")
    reading.lights("Rent is paid on time")
    mira.page.reload()
    reading.lights("Rent is paid on time")
    fay.asks("Hide", about=reading.notes[0], reason="names a house")
    for one in (fay, mira):
        expect(head(one)).to_have_count(0)
    expect(reading.wall.page.get_by_text("Rent is paid on time")).to_have_count(0)
