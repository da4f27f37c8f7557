"""A facilitator opens the flipchart, and a guest who waits comes in by herself."""

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


def come_in(browser: Browser, link: str, name: str) -> Page:
    """Somebody comes in by a link, in a browser of their own."""
    page = browser.new_context().new_page()
    page.goto(link)
    page.get_by_label("What shall we call you?").fill(name)
    page.get_by_role("button", name="Come in").click()
    page.get_by_role("link", name="Go in").click()
    return page


def test_G2_the_waiting_page_opens_by_itself(browser: Browser, links: dict[str, str]) -> None:
    fay = come_in(browser, links["facilitator"], "Fay")
    mira = come_in(browser, links["guest"], "Mira")
    expect(mira.get_by_role("heading", name="You are in. It starts soon.")).to_be_visible()
    fay.get_by_role("button", name="Open the flipchart").click()
    expect(mira.get_by_role("heading", name="Who is here, and how do we want to be together?")).to_be_visible()
