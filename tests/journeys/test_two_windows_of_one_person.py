"""Somebody has the room open twice, and writes something else in each (S11)."""

import pytest
from gathering import Gathering
from people import Someone
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser


def pen(page: Page) -> Locator:
    """Where one writes a note."""
    return page.locator("form.pen").get_by_role("textbox", name="Your note", exact=True)


def writing(come_in: Gathering) -> Someone:
    """Mira is asked what she wants, and writes alone."""
    fay = come_in.opened()
    come_in.opens(fay, "Aims")
    mira = come_in("Mira")
    mira.is_asked("What do you want this policy to achieve?")
    return mira


def test_S11a_two_windows_keep_two_drafts_and_sending_one_leaves_the_other(
    come_in: Gathering,
) -> None:
    mira = writing(come_in)
    one, other = mira.page, mira.opens_a_tab()
    other.goto(one.url)
    pen(one).fill("Half a thought here")
    pen(other).fill("Another there")
    one.get_by_role("button", name="Put it up").click()
    expect(pen(one)).to_have_value("")
    expect(pen(other)).to_have_value("Another there")
    other.reload()
    expect(pen(other)).to_have_value("Another there")


def test_G6d_what_was_typed_in_a_window_that_was_closed_is_there_in_the_next(
    come_in: Gathering,
) -> None:
    mira = writing(come_in)
    address = mira.page.url
    pen(mira.page).fill("Half a thought")
    mira.page.close()
    mira.opens_a_tab().goto(address)
    expect(pen(mira.page)).to_have_value("Half a thought")
