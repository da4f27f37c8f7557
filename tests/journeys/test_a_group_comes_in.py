"""A facilitator opens the flipchart, and a guest who waits comes in by herself."""

import pytest
from people import Gathering

pytestmark = pytest.mark.browser


def test_G2_the_waiting_page_opens_by_itself(come_in: Gathering) -> None:
    fay = come_in("Fay", "facilitator")
    mira = come_in("Mira")
    mira.is_asked("You are in. It starts soon.")
    fay.presses("Open the flipchart")
    mira.is_asked("Who is here, and how do we want to be together?")
