"""W21: whoever prepares a workshop frees at once the places of registrations
that somebody invented.
"""

import re
from collections import Counter
from collections.abc import Callable

import pytest
from registering_people import Announced, mailed, people

pytestmark = pytest.mark.own_server

Announce = Callable[..., Announced]


def invented(workshop: Announced, name: str, many: int) -> None:
    for number in range(many):
        workshop.registers(f"{name} {number}", f"{name.casefold()}-{number}@nowhere.example")


def run_of(page: str) -> list[str]:
    """The registrations that are shown as one run."""
    return re.findall(r'id="run-(\d+)"', page)


def test_W21d_a_run_of_invented_registrations_is_freed_by_one_button_while_somebody_waits(
    announced: Announce,
) -> None:
    workshop = announced(places=4, drop_in=True)
    invented(workshop, "Nobody", 6)
    yarrow, fay = (
        workshop.registers("Yarrow", "yarrow@example.org"),
        workshop.doors.arrive("Fay", "facilitator"),
    )
    yarrow.get(mailed(workshop, "Yarrow"))
    run = run_of(people(fay))
    assert len(run) == 6, "of who has opened their letter it is not shown"
    assert run_of(people(fay, "not-coming", registration=run)) == []
    assert Counter(workshop.states().values()) == {"not coming": 6, "offered": 1}


def test_W21d_who_is_unticked_in_a_run_keeps_the_place(announced: Announce) -> None:
    workshop = announced(places=3, drop_in=True)
    invented(workshop, "Nobody", 6)
    fay = workshop.doors.arrive("Fay", "facilitator")
    people(fay, "not-coming", registration=run_of(people(fay))[1:])
    assert workshop.states()["Nobody 0"] == "coming"


def test_W21d_friends_who_register_together_are_no_run_while_there_are_places(
    announced: Announce,
) -> None:
    workshop = announced(places=9, drop_in=True)
    invented(workshop, "Friend", 8)
    assert run_of(people(workshop.doors.arrive("Fay", "facilitator"))) == []


def test_W21c_who_was_said_not_to_come_and_comes_waits_for_nobody_who_came_later(
    announced: Announce,
) -> None:
    workshop = announced(places=1, drop_in=True)
    yarrow, fay = workshop.registers("Yarrow"), workshop.doors.arrive("Fay", "facilitator")
    number = re.findall(r'name="registration" value="(\d+)"', people(fay))
    for name in ("Rush", "Sorrel"):
        workshop.registers(name)
    people(fay, "not-coming", registration=number)
    yarrow.presses("come")
    assert re.findall(r"<bdi>(Yarrow|Sorrel)</bdi><span class=\"tags\"", people(fay)) == [
        "Yarrow",
        "Sorrel",
    ]


def test_W21a_nobody_comes_in_beyond_the_places_by_one_address_used_often(
    announced: Announce,
) -> None:
    workshop = announced(places=2)
    devices = [workshop.registers(f"Ann {number}", "ann@example.org") for number in range(4)]
    waits = "You are on the waiting list"
    assert [one.heading for one in devices] == [
        "You are coming, Ann 0",
        "You are coming, Ann 1",
        waits,
        waits,
    ]
    came = [one.presses("join").status_code for one in devices]
    assert came == [200, 200, 400, 400]
    assert workshop.registers("Bo").heading == "You are on the waiting list"


def test_W25a_whoever_comes_in_reads_alike_whether_their_address_was_known(
    announced: Announce,
) -> None:
    workshop = announced(drop_in=True)
    workshop.registers("Ann", "ann@example.org")
    pages = []
    for address in ("ann@example.org", "nobody@example.org"):
        eve = workshop.registers("Eve", address)
        eve.presses("join")
        pages.append(
            [
                address in eve.get(f"/w/{workshop.address}/mine{page}").text
                for page in ("", "/change")
            ]
        )
    assert pages == [[True, True], [True, True]]
