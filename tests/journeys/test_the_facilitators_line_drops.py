"""The facilitator's line drops, and a participant leads on until it is mended; who is at the door
is seen meanwhile.
"""

import re
from collections.abc import Iterator

import pytest
from gathering import Gathering, by_name
from people import Someone
from playwright.sync_api import expect
from served import Server, waits_a_second_for_who_leads

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that waits a second for a facilitator."""
    started = by_name(
        Server(tmp_path_factory.mktemp("data"), None, altered=waits_a_second_for_who_leads)
    )
    yield started
    started.stop()


def looks_at_aims(fay: Someone) -> None:
    """What draws Aims is in her browser from now on: what is cut off under way, a browser does
    not ask for again.
    """
    fay.page.get_by_role("navigation", name="Phases").get_by_role("button", name="2 Aims").click()
    fay.page.get_by_role("menuitem", name="Only I look").click()
    fay.is_asked("What do you want this policy to achieve?")
    fay.presses("Back to the group")


def test_G18b_a_participant_leads_on_until_the_facilitators_line_is_mended(
    come_in: Gathering,
) -> None:
    fay = come_in("Fay", "facilitator", line=True)
    fay.opens_the_flipchart()
    looks_at_aims(fay)
    tess, sam = come_in("Tess"), come_in("Sam")
    fay.sees("3 here")
    assert fay.line is not None
    fay.line.cut()
    tess.presses("I can lead for now")
    sam.sees("Tess offers to lead for now.")
    sam.presses("Yes, please Tess")
    sam.sees("Tess leads until a facilitator is back.")
    tess.presses("Next: Aims")
    sam.stands_in("aims")
    expect(tess.page.get_by_role("button", name=re.compile("^Undo"))).to_have_count(0)
    assert not any(frame.get("for") == "facilitators" for frame in tess.frames)
    fay.line.mend()
    fay.stands_in("aims")
    tess.sees("A facilitator is back and leads again. Thank you.")
    expect(tess.page.get_by_role("button", name="Next: Experience")).to_have_count(0)
    fay.presses("Next: Experience")
    sam.stands_in("experience")
    fay.forgives("ERR_", "WebSocket")


def test_G19_a_facilitator_sees_who_is_at_the_door_before_and_during(come_in: Gathering) -> None:
    fay = come_in("Fay", "facilitator")
    tess = come_in.somebody("Tess", line=True)
    tess.goes_to(come_in.links["guest"])
    fay.sees("1 has the link open")
    tess.page.get_by_label("What shall we call you?").fill("Te")
    fay.sees("1 is choosing a name")
    tess.page.get_by_label("What shall we call you?").fill("Tess")
    tess.sends("Come in")
    fay.sees("on the way in: Tess")
    tess.goes_by("Go in")
    fay.sees("2 in")
    fay.opens_the_flipchart()
    assert tess.line is not None
    tess.line.cut()
    fay.sees("lost the line just now: Tess")
    tess.page.close()  # or it would go on trying, and complain
    tess.forgives("ERR_", "WebSocket")
