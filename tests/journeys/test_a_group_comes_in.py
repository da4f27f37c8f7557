"""A host makes a workshop, a facilitator opens the flipchart, and a guest who waits
comes in by herself.
"""

import re

import pytest
from gathering import Gathering
from playwright.sync_api import Browser
from served import Server

pytestmark = pytest.mark.browser


@pytest.fixture
def links(server: Server, browser: Browser) -> dict[str, str]:
    """The links of a workshop that a host has made on its page."""
    page = browser.new_page()
    page.goto(server.base + "/make")
    page.get_by_label("What is the policy about?").fill("Commissioning and procurement policy")
    page.get_by_role("button", name="Make the workshop").click()
    page.wait_for_selector("[data-link=guest]")
    found = dict(re.findall(r'data-link="(\w+)" href="([^"]+)"', page.content()))
    page.close()
    return found


def test_G2_the_waiting_page_opens_by_itself(come_in: Gathering) -> None:
    fay = come_in.somebody("Fay").comes_in(come_in.links["facilitator"])
    mira = come_in.somebody("Mira").comes_in(come_in.links["guest"])
    mira.is_asked("You are in. It starts soon.")
    fay.presses("Open the flipchart")
    mira.is_asked("Who is here, and how do we want to be together?")
