"""W23: a personal link changes, cancels and joins; once changed it opens nothing; and it is
in no log or title.
"""

import re
from collections.abc import Callable

import pytest
from django.utils import timezone
from live_page import Page
from registering_people import Announced
from research_asking import Asked
from websockets.exceptions import ConnectionClosed

from footpath.registering.models import Registration

pytestmark = pytest.mark.own_server

Announce = Callable[..., Announced]


def test_W23_a_link_opens_ones_own_page_on_any_device_and_leaves_the_address_bar(
    announced: Announce,
) -> None:
    workshop = announced(drop_in=True)
    link, other = workshop.registers("Yarrow").link(), workshop.somebody()
    came = other.goes_on(link)
    assert came.url.path == f"/w/{workshop.address}/mine"
    assert other.heading == "You are coming, Yarrow"
    token = link.split("/")[4]
    assert len(token) * 4 >= 128
    assert token not in re.findall(r"<title>.*?</title>", came.text)[0]
    assert came.history[0].headers["Referrer-Policy"] in ("same-origin", "no-referrer")


def test_W23_opening_a_link_changes_nothing_as_mail_scanners_do(announced: Announce) -> None:
    workshop = announced(drop_in=True)
    link = workshop.registers("Yarrow").link()
    before = workshop.server.tables()
    for method in ("GET", "HEAD"):
        workshop.somebody().http.request(method, link)
    after = workshop.server.tables()
    assert {name for name in before if before[name] != after[name]} == set()


def test_W23_a_changed_link_opens_nothing_and_ends_other_devices(announced: Announce) -> None:
    workshop = announced(drop_in=True)
    yarrow, other = workshop.registers("Yarrow"), workshop.somebody()
    link = yarrow.link()
    other.get(link)
    yarrow.presses("change-link")
    assert workshop.somebody().get(link).status_code == 404
    assert other.get(f"/w/{workshop.address}/mine").status_code == 404
    assert yarrow.link() != link
    assert yarrow.heading == "You are coming, Yarrow"


def test_W23_open_pages_of_a_changed_link_end(announced: Announce) -> None:
    workshop = announced(drop_in=True)
    yarrow, other = workshop.registers("Yarrow"), workshop.somebody()
    other.goes_on(yarrow.link())
    for device in (yarrow, other):
        device.presses("join")
    ticket, line = other.ticket(), other.open()
    yarrow.presses("change-link")
    assert line.closed() == 4403
    assert other.get(f"/w/{workshop.address}/keep").status_code == 404
    assert yarrow.open().number >= 0
    with pytest.raises(ConnectionClosed):
        Page(workshop.doors.base, workshop.address, ticket)


def test_W23_a_guests_own_link_can_be_changed_too(announced: Announce) -> None:
    doors = announced(drop_in=True).doors
    sam = doors.arrive("Sam")
    link = re.search(r'data-copy="([^"]+/me/[^"]+)"', sam.arrived.text)
    assert link is not None
    line = sam.open()
    assert sam.form(f"/w/{doors.address}/keep").status_code == 200
    assert line.closed() == 4403
    assert sam.http.get(link[1]).status_code == 404
    assert sam.open().number >= 0


def test_W23_guessed_and_foreign_links_open_nothing(announced: Announce) -> None:
    workshop, other = announced(drop_in=True), announced(drop_in=True)
    link = workshop.registers("Yarrow").link()
    guessed = link.replace(link.split("/")[4], "0" * 40)
    elsewhere = link.replace(workshop.address, other.address)
    somebody = workshop.somebody()
    assert [somebody.get(one).status_code for one in (guessed, elsewhere, link + "0")] == [
        404,
        404,
        404,
    ]


def test_W23_no_link_is_in_the_log(announced: Announce) -> None:
    workshop = announced(drop_in=True)
    yarrow = workshop.registers("Yarrow")
    link = yarrow.link()
    yarrow.presses("change-link")
    workshop.somebody().get(link)
    workshop.somebody().has_it_here(link)
    assert "Not Found" in workshop.server.log()
    assert link.split("/")[4] not in workshop.server.log()


def test_W23_it_cancels_and_comes_after_all_without_asking_why(announced: Announce) -> None:
    workshop = announced(drop_in=True)
    yarrow = workshop.registers("Yarrow")
    assert "You are not coming" in yarrow.presses("stay-away").text
    assert workshop.states() == {"Yarrow": "not coming"}
    assert "You are coming" in yarrow.presses("come").text
    assert yarrow.presses("nonsense").status_code == 404


def test_W23_a_calendar_file_is_one_tap_away(announced: Announce) -> None:
    workshop = announced(drop_in=True, call_link="https://meet.example.org/room")
    file = workshop.registers("Yarrow").get(f"/w/{workshop.address}/mine/calendar.ics")
    assert file.headers["Content-Type"].startswith("text/calendar")
    assert "meet.example.org" in file.text.replace("\r\n ", "")


def test_W23_this_is_not_me_leaves_nothing_of_the_registration_on_the_device(
    announced: Announce,
) -> None:
    workshop = announced(drop_in=True)
    yarrow = workshop.registers("Yarrow")
    yarrow.presses("join")
    yarrow.form(f"/w/{workshop.address}/leave")
    assert yarrow.get(f"/w/{workshop.address}/mine").status_code == 404


def test_W23_when_it_is_over_the_link_goes_on_working_and_offers_no_place(
    announced: Announce,
) -> None:
    workshop = announced(drop_in=True)
    yarrow = workshop.registers("Yarrow")
    workshop.announce(state="held")
    assert yarrow.heading == "This workshop is over"
    assert "not coming" not in yarrow.mine()
    assert yarrow.get(f"/w/{workshop.address}/mine/change").status_code == 200


def erase(address: str) -> None:
    """As if the time of what is personal had come."""
    erased = Registration.objects.filter(workshop__address=address)
    erased.update(name="", email="", address="", erased_at=timezone.now())


def test_W23_when_personal_data_is_deleted_the_link_still_changes_research_answers(
    announced: Announce,
) -> None:
    workshop = announced(drop_in=True)
    project = Asked(workshop.server, workshop.address)
    yarrow = workshop.registers("Yarrow", "y@example.org")
    yarrow.form(f"{project.page}/answer", sheet="1", **{"take-part": "yes"})
    workshop.server.beside(erase, workshop.address)
    change = yarrow.get(f"/w/{workshop.address}/mine/change")
    assert (change.url.path, 'name="email"' in change.text) == (project.overview, False)
    yarrow.form(f"{project.page}/answer", sheet="1", **{"take-part": "no"})
    assert project.answers()[-1] == ("take-part", "no")
    assert "y@example.org" not in workshop.server.tables()["registering_registration"]
