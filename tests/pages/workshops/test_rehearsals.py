"""A rehearsal at its server: invented people who go along when somebody leads, in a workshop that
nobody else is in and of which nothing stays.
"""

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from addresses import ADDRESSES
from addresses.buttons import BUTTONS
from given import new_database
from rehearsed import Rehearsing, comes_to_stand, kinds_of, made_quick, quick, stands_still, views
from served import Device, Doors, Guest, Server

from footpath.rehearsing.what_they_say import PEOPLE

THERE = {
    "w/<str:address>/commands", "w/<str:address>/copies/<str:thing>",
    "w/<str:address>/outline", "w/<str:address>/outline/keep/<int:line>", "w/<str:address>/room",
    "w/<str:address>/similar",
    "w/<str:address>/throw-away", "w/<str:address>/throw-away/for-good",
    "w/<str:address>/ticket",
}  # fmt: skip
"""All that there is in a rehearsal for who leads it, beside its wall and their own link."""
MARK = "Rehearsal.</b> The people are invented"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with quick invented people, and no other tests at it."""
    started = Server(Path(tmp_path_factory.mktemp("data")), new_database(), altered=quick)
    yield started
    started.stop()


@pytest.fixture
def fay(doors: Doors) -> Guest:
    """Fay, who is to lead a workshop that has not begun."""
    return doors.arrive("Fay", "facilitator")


@pytest.fixture
def rehearsing(fay: Guest) -> Rehearsing:
    """It has begun, and nobody has its room open."""
    return Rehearsing(fay)


def test_G23a_a_facilitator_begins_one_with_the_plan_of_her_workshop(
    server: Server, rehearsing: Rehearsing
) -> None:
    assert "seven invented people" in rehearsing.fay.get(f"/w/{rehearsing.of}/rehearse").text
    assert len(PEOPLE) == 7
    assert rehearsing.begun.status_code == 200 and rehearsing.address != rehearsing.of
    page = rehearsing.open()
    sheet = page.layers["everyone"]["sheet"]
    assert sheet["workshop"]["title"] == "Buying" and sheet["workshop"]["rehearsal"] is True
    assert [phase["minutes"] for phase in sheet["phases"]] == [10] * 6


@pytest.mark.parametrize("role", ["guest", "scribe", "observer"])
def test_G23a_nobody_who_does_not_lead_begins_one(doors: Doors, role: str) -> None:
    sam = doors.arrive("Sam", role)
    assert sam.get(f"/w/{doors.address}/rehearse").status_code == 404
    assert sam.form(f"/w/{doors.address}/rehearse/begin").status_code == 404


def test_G23a_a_workshop_that_has_begun_is_not_rehearsed(doors: Doors) -> None:
    fay = doors.opened()
    answer = fay.form(f"/w/{doors.address}/rehearse/begin")
    assert answer.status_code == 409 and "has begun" in answer.text
    assert "Begin the rehearsal" not in answer.text


def test_G23b_who_leads_has_invented_people_who_write_when_it_is_time(
    rehearsing: Rehearsing,
) -> None:
    page = rehearsing.open()
    page.ask("OpenFlipchart")
    page.ask("OpenPhase", phase="aims")
    comes_to_stand(page, lambda: page.layers["everyone"]["sheet"]["counts"].get("done") == 7)
    page.ask("RevealNotes")
    comes_to_stand(page, lambda: len(views(page, "aims")) == 3)
    page.ask("OpenPhase", phase="experience")
    comes_to_stand(page, lambda: any(one.get("finished") for one in views(page, "experiences")))


def test_G23b_the_invented_people_are_here_while_somebody_leads_them(
    rehearsing: Rehearsing,
) -> None:
    page = rehearsing.open()
    comes_to_stand(page, lambda: len(page.here) == 8)
    assert page.here == {one["id"] for one in views(page, "people")}


def test_G23c_they_stop_when_the_page_is_closed_and_go_on_when_she_is_back(
    server: Server, rehearsing: Rehearsing
) -> None:
    page = rehearsing.open()
    page.ask("OpenFlipchart")
    page.ask("OpenPhase", phase="aims")
    page.close()
    time.sleep(0.5)
    before = server.beside(kinds_of, rehearsing.address)
    time.sleep(0.5)
    assert server.beside(kinds_of, rehearsing.address) == before
    again = rehearsing.open()
    comes_to_stand(again, lambda: again.layers["everyone"]["sheet"]["counts"].get("done") == 7)


def test_G23c_after_a_crash_they_go_on_and_say_nothing_twice(fresh_server: Server) -> None:
    made_quick(fresh_server)
    rehearsing = Rehearsing(fresh_server.workshop().arrive("Fay", "facilitator"))
    page = rehearsing.open()
    page.ask("OpenFlipchart")
    page.ask("OpenPhase", phase="experience")
    comes_to_stand(page, lambda: len(views(page, "moments")) > 2)
    fresh_server.kill()
    fresh_server.start()
    again = rehearsing.open()
    comes_to_stand(again, lambda: any(one.get("finished") for one in views(again, "experiences")))
    stands_still(again)
    kinds = fresh_server.beside(kinds_of, rehearsing.address)
    assert kinds["PersonArrived"] == 8
    assert kinds["MomentPlaced"] == 9 and kinds["ExperienceTold"] == 1


def test_G23d_each_of_its_pages_says_what_it_is(rehearsing: Rehearsing) -> None:
    fay = rehearsing.fay
    for page in ("outline", "throw-away"):
        assert MARK in fay.get(f"/w/{rehearsing.address}/{page}").text
    assert MARK not in fay.get(f"/w/{rehearsing.of}/rehearse").text
    assert MARK not in fay.get(f"/w/{rehearsing.of}").text


def links_and_code(address: str) -> tuple[list[str], str]:
    from footpath.workshops import doors
    from footpath.workshops.models import Workshop

    workshop = Workshop.objects.get(address=address)
    links = doors.links_of(workshop, "")
    guessed = [doors.personal_link(workshop, person, "") for person in range(2, 9)]
    handed = [doors.handed_link(workshop, person, "") for person in range(2, 9)]
    wall = links.pop("wall")
    assert wall
    return [*links.values(), *guessed, *handed], workshop.code


def test_G23e_no_link_and_no_code_lead_into_it_and_nobody_becomes_an_invented_person(
    server: Server, rehearsing: Rehearsing
) -> None:
    rehearsing.open()
    links, code = server.beside(links_and_code, rehearsing.address)
    stranger = Device(server.base)
    stranger.get("/code")
    for device in (stranger, rehearsing.fay):
        for link in links:
            assert device.get(link).status_code == 404, link
            sent = device.form(link, name="Sam", where="online")
            assert sent.status_code in (404, 405), link
    assert "No workshop has this code" in stranger.form("/code", code=code).text


def test_G23e_her_own_link_opens_it_on_her_other_device(
    server: Server, rehearsing: Rehearsing
) -> None:
    room = rehearsing.fay.get(f"/w/{rehearsing.address}/room").text
    own = re.search(r'"mine": \{"link": "([^"]+)"', room)
    assert own is not None
    assert Device(server.base).goes_on(own[1]).url.path.endswith("/room")


def test_G23f_of_all_addresses_of_a_workshop_only_these_are_there(
    server: Server, rehearsing: Rehearsing
) -> None:
    stranger = Device(server.base)
    stranger.get("/code")
    found = {"stranger": set[str](), "Fay": set[str]()}
    for pattern, (_, path, _row) in ADDRESSES.items():
        if not pattern.startswith("w/<str:address>"):
            continue
        there = "/" + path.format(address=rehearsing.address)
        for who, device in (("stranger", stranger), ("Fay", rehearsing.fay)):
            opened = device.http.get(there, follow_redirects=False).status_code
            is_page = pattern not in BUTTONS and opened not in (404, 405)
            takes = pattern != "w/<str:address>/throw-away/for-good" and device.http.post(
                there, headers={"X-CSRFToken": device._cookie("csrftoken")}, follow_redirects=False
            ).status_code not in (403, 404, 405)
            if is_page or takes:
                found[who].add(pattern)
    assert found == {
        "stranger": {"w/<str:address>/room"},  # which leads them to a page that is not there
        "Fay": THERE - {"w/<str:address>/throw-away/for-good"},
    }
    assert stranger.get(f"/w/{rehearsing.address}/room").status_code == 404


def test_G23f_there_is_nothing_to_take_away_or_to_ask_about_research(
    rehearsing: Rehearsing,
) -> None:
    outline = rehearsing.fay.get(f"/w/{rehearsing.address}/outline").text
    assert "Markdown" not in outline and "Who can read what" not in outline
    room = rehearsing.fay.get(f"/w/{rehearsing.address}/room").text
    for kind in ("links", "people", "markdown", "record", "research", "paper", "words", "join"):
        assert f'"{kind}": null' in room


def test_G23g_thrown_away_no_table_holds_anything_of_it(fresh_server: Server) -> None:
    made_quick(fresh_server)
    fay = fresh_server.workshop().arrive("Fay", "facilitator")
    before = fresh_server.tables()
    rehearsing = Rehearsing(fay)
    page = rehearsing.open()
    page.ask("OpenFlipchart")
    page.ask("OpenPhase", phase="aims")
    page.ask("WriteNote", text="A planted sentence of mine")
    page.ask("WriteMemo", text="A planted memo of mine")
    comes_to_stand(page, lambda: page.layers["everyone"]["sheet"]["counts"].get("done") == 7)
    answer = rehearsing.throws_away()
    assert "Nothing of it is kept" in answer.text
    assert page.closed() == 4403
    time.sleep(0.5)
    after = fresh_server.tables()
    counters = {"sqlite_sequence", "django_session"}
    assert [name for name in after if after[name] != before[name] and name not in counters] == []
    assert fay.get(f"/w/{rehearsing.address}/room").status_code == 404


def test_G23g_nobody_else_throws_it_away(server: Server, rehearsing: Rehearsing) -> None:
    stranger = Device(server.base)
    stranger.get("/code")
    path = f"/w/{rehearsing.address}/throw-away"
    assert stranger.get(path).status_code == 404
    assert stranger.form(f"{path}/for-good").status_code == 404
    assert rehearsing.fay.get(path).status_code == 200
    # and what is none is not thrown away
    rehearsing.fay.address = rehearsing.of
    assert rehearsing.fay.form(f"/w/{rehearsing.of}/throw-away/for-good").status_code == 404


def test_G23h_each_has_one_at_a_time(rehearsing: Rehearsing) -> None:
    page = rehearsing.fay.get(f"/w/{rehearsing.of}/rehearse").text
    assert "You have one under way" in page and "in 7 days" in page
    again = rehearsing.fay.form(f"/w/{rehearsing.of}/rehearse/begin")
    assert str(again.url).split("/")[4] == rehearsing.address


def test_G23h_of_one_workshop_there_are_four_at_most(doors: Doors) -> None:
    leading = [doors.arrive(f"Fay{number}", "facilitator") for number in range(5)]
    answers = [one.form(f"/w/{doors.address}/rehearse/begin") for one in leading]
    assert [one.status_code for one in answers] == [200, 200, 200, 200, 409]
    assert "Four people rehearse this workshop already." in answers[-1].text
