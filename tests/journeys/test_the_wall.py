"""A projector shows the group where it stands, by itself, and nothing that is not for everyone."""

import re

import pytest
from gathering import Gathering
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_G6c_the_wall_follows_the_group_by_itself(come_in: Gathering) -> None:
    fay, wall = come_in("Fay", "facilitator"), come_in.somebody("wall")
    wall.goes_to(come_in.links["wall"])
    expect(wall.page.get_by_role("heading", name="It starts soon.")).to_be_visible()
    fay.presses("Open the flipchart")
    expect(
        wall.page.get_by_role("heading", name="Who is here, and how do we want to be together?")
    ).to_be_visible()
    fay.presses("Next: Aims")
    expect(
        wall.page.get_by_role("heading", name="What do you want this policy to achieve?")
    ).to_be_visible()
    assert wall.page.locator("button, a, input").count() == 0


def test_G1_the_wall_shows_how_to_come_in(come_in: Gathering) -> None:
    wall = come_in.somebody("wall")
    wall.goes_to(come_in.links["wall"])
    expect(wall.page.get_by_role("img", name="QR code to come in")).to_be_visible()
    expect(wall.page.get_by_text(re.compile("^[A-Z0-9]{4} [A-Z0-9]{4}$"))).to_be_visible()


def test_G24a_the_code_is_on_the_wall_again_for_who_comes_late(come_in: Gathering) -> None:
    fay, wall = come_in.opened(), come_in.somebody("wall")
    wall.goes_to(come_in.links["wall"])
    come_in.opens(fay, "Aims", "Experience")
    code = wall.page.get_by_role("img", name="QR code to come in")
    wall.stands_in("experience")
    expect(code).to_have_count(0)
    fay.leads("Show the code on the wall")
    expect(code).to_be_visible()
    story = fay.asks("TellExperience", title="The long winter")
    fay.asks("PlaceMoment", experience=story, text="Seventy days")
    wall.sees("The long winter")
    expect(code).to_be_in_viewport(ratio=1)
    fay.leads("Take the code off the wall")
    expect(code).to_have_count(0)
