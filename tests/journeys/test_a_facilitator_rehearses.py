"""The evening before, a facilitator who has never led one rehearses with invented people, through
four phases and back, and throws it away.
"""

from collections.abc import Iterator

import pytest
from gathering import Gathering, by_name, go_home
from people import Someone
from playwright.sync_api import Browser, expect
from served import Server
from test_anybody_can_read_it import keeps_out
from test_two_stories_one_after_the_other import takes_everyone

pytestmark = pytest.mark.browser


def rather_quick() -> None:
    """The invented people take a tenth of the time that they take for people."""
    from footpath.rehearsing import acting

    acting.PACE, acting.BEAT = 0.1, 0.1


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose invented people are rather quick."""
    started = by_name(Server(tmp_path_factory.mktemp("data"), None, altered=rather_quick))
    yield started
    started.stop()


@pytest.fixture
def come_in(browser: Browser, server: Server) -> Iterator[Gathering]:
    """How somebody comes in; at the end no page has complained."""
    gathering = Gathering(browser, server.base, server.workshop("Lending the van").links)
    yield gathering
    assert go_home(gathering.people) == []


def rehearses(fay: Someone) -> None:
    """Fay goes from her workshop, which has not begun, into a rehearsal of it."""
    fay.goes_by("Rehearse with invented people")
    fay.sends("Begin the rehearsal")
    fay.sees("Open the flipchart")


def opens_its_wall(fay: Someone, come_in: Gathering) -> Someone:
    """The wall of her rehearsal, on another screen."""
    fay.presses("Rehearsal")
    link = fay.dialog.get_by_role("link", name="Open the wall").get_attribute("href")
    fay.presses("Close", fay.dialog)
    wall = come_in.somebody("wall")
    wall.goes_to(link or "")
    return wall


def test_G23b_she_leads_invented_people_through_the_phases_and_back(come_in: Gathering) -> None:
    fay = come_in("Fay", "facilitator")
    rehearses(fay)
    fay.sees("8 people are in.")
    fay.opens_the_flipchart()
    fay.sees("We let each other finish.")
    come_in.opens(fay, "Aims")
    fay.sees("7 of 7 people are done")
    fay.reveals(10)
    fay.sees("Small things are decided by whoever is nearest")
    come_in.opens(fay, "Experience")
    fay.sees("Nobody can tell me whether I may say yes to 480 pounds")
    takes_everyone(fay, "2 Aims")
    fay.stands_in("aims")
    takes_everyone(fay, "3 Experience")
    fay.sees("At the next meeting we thank the caretaker")
    come_in.opens(fay, "Reflect")
    fay.sees("Looking after each other")
    come_in.opens(fay, "Ideal process")
    fay.sees("Is it under 500 pounds?")


def test_G23d_room_wall_and_pages_say_that_it_is_a_rehearsal(come_in: Gathering) -> None:
    fay = come_in("Fay", "facilitator")
    expect(fay.page.get_by_role("button", name="Rehearsal", exact=True)).to_have_count(0)
    rehearses(fay)
    mark = fay.page.get_by_role("banner").get_by_role("button", name="Rehearsal", exact=True)
    expect(mark).to_be_visible()
    expect(fay.page).to_have_title("Rehearsal: Lending the van · Footpath")
    wall = opens_its_wall(fay, come_in)
    said = "Rehearsal: the people are invented, and so is all that they say."
    wall.sees(said)
    expect(wall.page.get_by_role("img", name="QR code to come in")).to_have_count(0)
    fay.opens_the_flipchart()
    come_in.opens(fay, "Aims")
    wall.stands_in("aims")
    wall.sees(said)
    fay.page.set_viewport_size({"width": 320, "height": 640})
    expect(mark).to_be_visible()


def test_G23g_she_throws_it_away_after_one_question(come_in: Gathering) -> None:
    fay = come_in("Fay", "facilitator")
    real = fay.page.url
    rehearses(fay)
    wall = opens_its_wall(fay, come_in)
    room = fay.page.url
    assert room != real
    fay.presses("Rehearsal")
    fay.goes_by("Throw the rehearsal away", fay.dialog)
    fay.sends("Throw it away")
    fay.sees("The rehearsal is thrown away. Nothing of it is kept.")
    wall.is_asked("This rehearsal was thrown away.")
    fay.goes_to(room)
    fay.is_refused()
    wall.forgives("404", "403")
    fay.goes_to(real)
    fay.sees("Open the flipchart")


def test_K4_the_pages_of_a_rehearsal_keep_nobody_out(come_in: Gathering) -> None:
    fay = come_in("Fay", "facilitator")
    found = keeps_out(fay, "waiting, with a rehearsal to begin")
    fay.goes_by("Rehearse with invented people")
    found += keeps_out(fay, "rehearse")
    fay.sends("Begin the rehearsal")
    fay.sees("8 people are in.")
    found += keeps_out(fay, "waiting in a rehearsal")
    wall = opens_its_wall(fay, come_in)
    found += keeps_out(wall, "wall of a rehearsal")
    fay.opens_the_flipchart()
    fay.presses("Rehearsal")
    found += keeps_out(fay, "about this rehearsal")
    fay.goes_by("Throw the rehearsal away", fay.dialog)
    found += keeps_out(fay, "throw it away")
    assert found == []
