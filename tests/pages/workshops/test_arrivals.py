"""L6: honest crowds come in, by one link and from one address; a script that goes on
for ever does not.
"""

import re
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from given import new_database
from opened import seal_in
from served import Doors, Server

from footpath.limits.attempts import UNANNOUNCED
from footpath.notices.arrivals import IN_A_FLOOD, Coming, VeryManyCame
from footpath.workshops.models import Workshop

pytestmark = pytest.mark.own_server

SIXTY = 60


def few_may_come() -> None:
    from footpath.limits import attempts

    attempts.UNANNOUNCED = 3


def test_L6a_sixty_people_behind_one_address_come_open_and_write_and_a_scribe_types_for_ten(
    doors: Doors,
) -> None:
    doors.opened()
    began = time.monotonic()
    with ThreadPoolExecutor(8) as at_once:
        guests = list(at_once.map(doors.arrive, [f"Guest {number}" for number in range(SIXTY)]))
        pages = list(at_once.map(lambda guest: guest.open(), guests))
        answers = list(
            at_once.map(
                lambda page: page.ask("ProposeAgreement", text="One voice at a time"), pages
            )
        )
    assert time.monotonic() - began < 60
    assert [frame for frame in answers if "done" not in frame] == []
    scribe = doors.arrive("Kit", "scribe").open()
    people = [
        scribe.ask("AddPerson", name=f"Without device {number}")["made"] for number in range(10)
    ]
    typed = [scribe.send("WriteNote", text="Said aloud", for_person=one) for one in people * 10]
    while typed:
        frame = scribe.receive()
        assert not {"refused", "fault"} & frame.keys()
        if frame.get("done") in typed:
            typed.remove(frame["done"])


def came(coming: Coming, workshop: Workshop, address: str, often: int) -> int:
    count = 0
    for _ in range(often):
        try:
            coming.let_in(workshop, "guest", address)
            count += 1
        except VeryManyCame:
            pass
    return count


@pytest.fixture
def workshop(db: None) -> Workshop:
    return Workshop.objects.create(title="Buying", made_with="here")


def test_L6a_an_assembly_of_two_thousand_that_was_announced_comes_in_from_one_address(
    workshop: Workshop,
) -> None:
    workshop.expected = 2000
    assert came(Coming(), workshop, "198.51.100.7", 2000) == 2000


def test_L6d_a_script_that_arrives_for_ever_is_stopped_and_told_when_to_try_again(
    workshop: Workshop,
) -> None:
    coming = Coming()
    assert came(coming, workshop, "198.51.100.7", 1000) == 2 * UNANNOUNCED
    with pytest.raises(VeryManyCame, match="try again in 10 minutes"):
        coming.let_in(workshop, "guest", "198.51.100.7")
    assert coming.refused_lately(workshop) == 1000 - 2 * UNANNOUNCED + 1


def test_L6e_a_link_that_is_flooded_from_many_networks_lets_honest_ones_in(
    workshop: Workshop,
) -> None:
    coming = Coming()
    flooded = sum(came(coming, workshop, f"198.51.100.{host}", 100) for host in range(12))
    assert flooded <= 4 * UNANNOUNCED + 100 + 12 * IN_A_FLOOD
    assert came(coming, workshop, "203.0.113.9", 12) == 12


def test_L6e_a_link_that_was_changed_is_not_held_to_what_came_by_the_old_one(
    workshop: Workshop,
) -> None:
    coming = Coming()
    came(coming, workshop, "198.51.100.7", 1000)
    coming.let_in(workshop, "the new guest's link", "198.51.100.7")


def test_L6d_who_is_turned_away_keeps_the_name_and_facilitators_see_it_and_can_say_how_many_come(
    tmp_path: Path,
) -> None:
    server = Server(tmp_path, new_database(), altered=few_may_come)
    try:
        _many_come(server.workshop())
    finally:
        server.stop()


def _many_come(doors: Doors) -> None:
    fay = doors.arrive("Fay", "facilitator")
    for _ in range(6):
        assert doors.arrive("Bot").id
    page, links = fay.open(), f"/w/{doors.address}/links"
    tess = doors.arrive("Tess of the hall")
    assert (tess.id, tess.arrived.status_code) == (0, 429)
    assert 540 < int(tess.arrived.headers["Retry-After"]) <= 600
    assert 'value="Tess of the hall"' in tess.arrived.text
    assert re.search(
        r'role="alert">Very many came in from your network just now\..* try again in',
        tess.arrived.text,
    )
    page.until(lambda frame: frame.get("door", {}).get("refused") == 1)
    seen = fay.get(links).text
    assert "1 was turned away in the last ten minutes" in seen
    expected = f"{links}/expected"
    assert fay.form(expected, expected="2000", **{"opened-with": seal_in(seen)}).status_code == 200
    assert doors.arrive("Tess of the hall").id
