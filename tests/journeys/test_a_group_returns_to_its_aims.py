"""A group returns to nine aims, one after the other, and then it ends: on a laptop, a phone and
the wall.
"""

import json
from pathlib import Path

import pytest
from gathering import Gathering
from people import PHONE, Someone
from playwright.sync_api import expect
from test_anybody_can_read_it import keeps_out

pytestmark = pytest.mark.browser

SESSION = Path(__file__).resolve().parents[2] / "examples" / "hall.json"
AIMS = [one["text"] for one in json.loads(SESSION.read_text())["timeline"] if one["do"] == "aim"]
AIMS.append("When we get it wrong we go and say so, and say what changes")
MADE = "2 people made 9 aims, 1 value and a process of 1 step from 1 moment, in one session."


class Evening:
    """Fay facilitates on a laptop, Mira has a phone; nine aims were worded, and some of what they
    rest on was told.
    """

    def __init__(self, come_in: Gathering) -> None:
        """Everybody is at the return to the aims."""
        self.fay, self.mira = come_in.opened(), come_in("Mira", **PHONE)
        self.wall = come_in.somebody("wall", viewport={"width": 1920, "height": 1080})
        self.wall.goes_to(come_in.links["wall"])
        fay = self.fay
        story = fay.asks("TellExperience", title="The double booking", storytellers=[fay.person])
        moment = fay.asks(
            "PlaceMoment", experience=story, text="Two groups stood at the door", feeling=-2
        )
        fay.asks("EndTellersTurn", experience=story)
        thought = fay.asks(
            "WriteReflection", kind="disliked", text="Nobody rang us", about=[moment]
        )
        fay.asks("AddValue", name="Candour", heard_in=[moment])
        self.aims = [fay.asks("AddAim", text=text, rests_on=[thought]) for text in AIMS]
        fay.asks("AddElement", kind="activity", text="Ring first", serves=self.aims[:1])
        fay.asks("OpenPhase", phase="return")
        for one in (fay, self.mira, self.wall):
            one.stands_in("return")
        fay.page.get_by_role("article", name="Aim 1 of 9").focus()

    def decides(self, key: str, at: int) -> None:
        """By one key; the next aim is there when this comes back."""
        self.presses(key)
        self.large(self.fay, at + 1)

    def presses(self, key: str) -> None:
        """Press a key, and look up: a second tap in the same moment would decide nothing."""
        self.fay.page.keyboard.press(key)
        self.fay.page.wait_for_timeout(1200)

    @staticmethod
    def large(person: Someone, number: int) -> None:
        """The aim of that number is the one that stands large."""
        expect(person.page.get_by_role("article", name=f"Aim {number} of 9")).to_contain_text(
            AIMS[number - 1]
        )


@pytest.fixture
def evening(come_in: Gathering) -> Evening:
    return Evening(come_in)


def in_sight(person: Someone, id: int) -> bool:
    """Whether a thing stands wholly in the window, beneath the head and above the foot."""
    box = person.page.locator(f"#thing-{id}").bounding_box()
    head = person.page.locator("header").first.bounding_box()
    foot = person.page.locator("footer").last.bounding_box()
    assert box and head and foot
    return box["y"] >= head["height"] and box["y"] + box["height"] <= foot["y"]


def test_O1b_all_aims_are_in_sight_one_large_and_nine_are_decided_by_keys(evening: Evening) -> None:
    fay, mira, wall = evening.fay, evening.mira, evening.wall
    evening.large(fay, 1)
    assert [in_sight(fay, id) for id in evening.aims] == [True] * 9
    assert mira.page.evaluate("document.documentElement.scrollHeight") <= 2_500
    for at, key in enumerate("kkdkk", start=1):
        evening.decides(key, at)
    evening.large(mira, 6)
    wall.sees("Aim 6 of 9")
    wall.sees("5 of 9 decided")
    reason = fay.page.get_by_role("region", name="Aim 5", exact=True)
    reason.get_by_role("textbox").fill("It was heard twice")
    for key in "KKK":  # typed, and no decision
        reason.get_by_role("textbox").press(key)
    fay.presses("Say why", reason)
    fay.sees("It was heard twiceKKK")
    evening.large(fay, 6)
    fay.page.get_by_role("article", name="Aim 6 of 9").focus()
    evening.presses("t")
    fay.sees("Write each position down")
    evening.large(mira, 7)
    fay.presses("Go there")
    fay.page.get_by_role("article", name="Aim 7 of 9").focus()
    fay.page.keyboard.press("c")
    fay.fills(New_wording="Everybody has a key")
    fay.presses("Change", fay.dialog)
    expect(fay.dialog).to_have_count(0)
    evening.large(fay, 8)
    fay.page.get_by_role("article", name="Aim 8 of 9").focus()
    evening.decides("k", 8)
    fay.page.keyboard.press("k")
    for one in (fay, mira, wall):
        one.sees("All 9 aims are decided")
    fay.sees("9 of 9 decided")


def test_O1e_anybody_looks_at_another_aim_and_is_not_taken_away_from_a_sentence(
    evening: Evening,
) -> None:
    mira = evening.mira
    mira.presses("The next aim")
    evening.large(mira, 2)
    evening.decides("k", 1)
    evening.decides("k", 2)
    evening.large(mira, 2)
    mira.presses("Go there")
    evening.large(mira, 3)
    mira.presses("Add a position")
    mira.types("Not before", "Your position, in your words")
    evening.decides("d", 3)
    evening.large(mira, 3)
    mira.presses("Put it up", mira.pen("Your position, in your words"))
    mira.sees("Not before")


def test_the_return_keeps_nobody_out(evening: Evening) -> None:
    evening.decides("k", 1)
    found = [
        said
        for one in (evening.fay, evening.mira, evening.wall)
        for said in keeps_out(one, f"return, {one.name}")
    ]
    assert found == [], "\n".join(found)


def test_G15d_after_the_close_every_screen_says_what_was_made_and_where_it_is(
    evening: Evening,
) -> None:
    fay, mira, wall = evening.fay, evening.mira, evening.wall
    mira.asks("CheckOut", text="lighter")
    fay.closes_the_flipchart()
    for one in (fay, mira, wall):
        one.sees(MADE)
        one.sees("Thank you for today.")
        one.misses("Say:")
    wall.sees("/outline")
    wall.sees("lighter")
    assert wall.page.locator("figure, a, button").count() == 0
    found = [said for one in (fay, mira, wall) for said in keeps_out(one, f"end, {one.name}")]
    fay.sees("Is this what I meant?")
    fay.sees("Your story")
    mira.misses("Is this what I meant?")
    mira.presses("Look at the flipchart")
    evening.large(mira, 1)
    mira.presses("Back to the end")
    mira.sees(MADE)
    mira.goes_by("Read the outline")
    mira.sees("2 people made this in 1 session.")
    assert found == [], "\n".join(found)


def test_G15d_a_workshop_in_which_nothing_was_put_up_ends_too(come_in: Gathering) -> None:
    fay = come_in.opened()
    fay.closes_the_flipchart()
    fay.sees("Nothing was put up this time.")
    fay.presses("Open the flipchart again")
    fay.is_asked("Who is here, and how do we want to be together?")
