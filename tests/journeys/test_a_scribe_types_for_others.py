"""A scribe types what stands on paper and what people in the room say; later one of
them claims her name.
"""

import re

import pytest
from gathering import Gathering
from people import PHONE, Someone
from playwright.sync_api import expect
from test_anybody_can_read_it import keeps_out

pytestmark = pytest.mark.browser


def with_a_scribe(come_in: Gathering) -> tuple[Someone, Someone]:
    """Fay leads, Kit is the scribe, and Gran sits in the room without a device."""
    fay, kit = come_in.opened(), come_in("Kit", "scribe")
    kit.presses("Add somebody without a device")
    kit.fills(Their_name="Gran", Where_are_they="In the room")
    kit.presses("Save", kit.dialog)
    expect(fay.page.get_by_role("listitem").filter(has_text="no device")).to_contain_text("Gran")
    return fay, kit


def test_G11a_a_scribe_types_for_a_named_person_and_for_someone_in_the_room(
    come_in: Gathering,
) -> None:
    fay, kit = with_a_scribe(come_in)
    come_in.opens(fay, "Aims")
    fay.reveals(0)
    kit.writes("Pay on the day", "Add a note", whose="Gran")
    kit.writes("Ask before you buy", "Add a note", whose="Someone in the room")
    expect(fay.note("Pay on the day").get_by_text("Gran’s words, typed by Kit")).to_be_visible()
    expect(fay.note("Ask before you buy").get_by_text("Someone in the room").first).to_be_visible()
    expect(fay.note("Ask before you buy").get_by_text("typed by Kit")).to_be_visible()


def test_G16_who_has_no_device_claims_her_name_by_a_link(come_in: Gathering) -> None:
    fay, kit = with_a_scribe(come_in)
    kit.writes("Good to be here", "Say hello, or something for everybody to read", whose="Gran")
    page = fay.opens_a_tab()
    page.goto(fay.context.pages[0].url.replace("/room", "/links"))
    link = page.get_by_text(re.compile(r"http://\S+/me/\S+")).inner_text()
    gran = come_in.somebody("Gran", **PHONE)
    gran.goes_to(link)
    gran.is_asked("Are you Gran?")
    found = keeps_out(gran, "the link that was handed to her")
    gran.sends("This is me")
    gran.sees("This device is yours now.")
    found += keeps_out(gran, "her own link")
    fay.goes_to(link)
    fay.is_asked("This link was used already")
    found += keeps_out(fay, "the link, once it was used")
    fay.forgives("404")
    assert found == [], "\n".join(found)
    with gran.page.expect_navigation():
        gran.page.get_by_role("link", name="Go in", exact=True).click()
    gran.is_asked("Who is here, and how do we want to be together?")
    expect(gran.note("Good to be here")).to_contain_text("Gran’s words, typed by Kit")
    gran.chooses("Change the words", of="Good to be here")
    gran.fills(The_words="Good to be here at last")
    gran.presses("Save", gran.dialog)
    kit.sees("Good to be here at last")


def test_A1_paper_of_an_unknown_hand_is_seen_by_its_scribe_alone_in_silence(
    come_in: Gathering,
) -> None:
    fay, kit = with_a_scribe(come_in)
    come_in.opens(fay, "Aims")
    kit.writes("A slip of paper", whose="Someone in the room")
    kit.sees("A slip of paper")
    fay.sees("1 note, face down.")
    fay.misses("A slip of paper")
    fay.presses("Reveal 1 note")
    fay.sees("A slip of paper")


def test_G11a_the_keyboard_is_back_where_a_sheet_was_opened(come_in: Gathering) -> None:
    _, kit = with_a_scribe(come_in)
    expect(kit.page.get_by_role("button", name="Add somebody without a device")).to_be_focused()
