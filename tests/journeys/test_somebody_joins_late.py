"""Somebody joins late, on a phone, with a code that was read aloud."""

import re

import pytest
from gathering import Gathering
from people import PHONE, Someone
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def code_of(fay: Someone) -> str:
    """The code, as the facilitator reads it from her screen."""
    fay.follows("Bring somebody in")
    code = fay.dialog.get_by_text(re.compile("^Code:")).inner_text().removeprefix("Code:")
    fay.presses("Close", fay.dialog)
    return code.strip()


def test_G1_somebody_joins_late_on_a_phone_by_the_code(come_in: Gathering) -> None:
    fay = come_in.opened()
    come_in.opens(fay, "Aims")
    fay.writes("Everybody is paid within thirty days")
    fay.reveals(1)
    wren = come_in.somebody("Wren", **PHONE)
    wren.goes_to(come_in.server + "/code")
    wren.page.get_by_label("The eight characters you were given").fill(code_of(fay))
    with wren.page.expect_navigation():
        wren.page.get_by_role("button", name="Come in").tap()
    wren.page.get_by_label("What shall we call you?").fill("Wren")
    with wren.page.expect_navigation():
        wren.page.get_by_role("button", name="Come in").tap()
    with wren.page.expect_navigation():
        wren.page.get_by_role("link", name="Go in").tap()
    wren.sees("Everybody is paid within thirty days")
    wren.types("And told why not", "Add a note")
    wren.pen("Add a note").get_by_role("button", name="Put it up").tap()
    for person in (fay, wren):
        person.sees("And told why not")
    assert wide_of_the_screen(wren) == []


def test_H2_the_room_fetches_no_typeface_that_its_door_has_brought(come_in: Gathering) -> None:
    come_in.opened()
    wren = come_in.somebody("Wren", **PHONE)
    asked: list[tuple[bool, str]] = []
    wren.page.on("request", lambda one: asked.append(("/room" in wren.page.url, one.url)))
    wren.comes_in(come_in.links["guest"])
    wren.writes("Hello from Wren", "Say hello, or something for everybody to read")
    door, room = (
        {url for there, url in asked if there == inside and ".woff2" in url}
        for inside in (False, True)
    )
    assert door and room <= door, "they are named alike, and kept for good"
    assert all("latin-ext" not in url for url in door | room), "nobody wrote a letter of those"


def test_G3_a_browser_that_comes_back_or_has_the_link_is_the_same_person(
    come_in: Gathering,
) -> None:
    come_in.opened()
    wren = come_in("Wren")
    wren.writes("Hello from Wren", "Say hello, or something for everybody to read")
    wren.is_saved()
    wren.page.reload()
    expect(wren.note("Hello from Wren")).to_contain_text("Yours")
    wren.follows("My link to keep")
    link = wren.dialog.get_by_label("My link to keep").input_value()
    phone = come_in.somebody("Wren", **PHONE)
    phone.goes_to(link)
    phone.sends("This is me")
    expect(phone.note("Hello from Wren")).to_contain_text("Yours")
    phone.follows("This is not me")
    phone.presses("Leave this device", phone.dialog)
    expect(phone.page).to_have_url(re.compile(r"/w/[^/]+$"))
    expect(phone.page.get_by_text("Go in as Wren")).to_have_count(0)


def test_G4a_two_people_with_one_name_are_told_apart(come_in: Gathering) -> None:
    fay = come_in.opened()
    one, other = come_in("Wren"), come_in("Wren")
    hello = "Say hello, or something for everybody to read"
    one.writes("Here I am", hello)
    other.writes("Me too", hello)
    fay.sees("Me too")
    names = {
        fay.note(words).get_by_text(re.compile("^Wren")).inner_text()
        for words in ("Here I am", "Me too")
    }
    assert len(names) == 2


def wide_of_the_screen(person: Someone) -> list[str]:
    """What sticks out at the side of the page."""
    return person.runs("wide_of_the_screen")


def test_G3_a_device_that_forgets_somebody_keeps_nothing_that_they_typed(
    come_in: Gathering,
) -> None:
    """From the room's menu, and from a page outside it; what another person typed on
    this device stays.
    """
    come_in.opened()
    wren = come_in("Wren")
    wren.runs("keeps_of_another")
    another = wren.runs("what_is_kept")
    draft = wren.page.get_by_label("Say hello, or something for everybody to read")
    draft.fill("Half of a word")
    assert len(wren.runs("what_is_kept")) == 2
    wren.follows("This is not me")
    wren.presses("Leave this device", wren.dialog)
    expect(wren.page).to_have_url(re.compile(r"/w/[^/]+$"))
    assert wren.runs("what_is_kept") == another
    teal = come_in("Teal")
    teal.page.get_by_label("Say hello, or something for everybody to read").fill("Half of a word")
    assert len(teal.runs("what_is_kept")) == 1
    teal.goes_to(teal.page.url.removesuffix("/room"))
    teal.presses("This is not me")
    teal.page.wait_for_load_state()
    assert teal.runs("what_is_kept") == []
