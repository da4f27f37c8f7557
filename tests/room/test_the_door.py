"""Who is stuck at the door: how many, by name once a name was given, and to
facilitators alone (G19).
"""

import uuid
from typing import Any

from live_page import Page
from served import Device, Doors

from footpath.room.door import LOST_FOR, MOST_VISITS, VISIT_GOOD_FOR, Door


def is_told(page: Page, **wanted: Any) -> None:
    page.until(lambda frame: "door" in frame and wanted.items() <= frame["door"].items())


def at_the_door(doors: Doors, visit: str, at: str) -> int:
    device, path = Device(doors.base), doors.links["guest"].removeprefix(doors.base)
    device.get(path)
    return device.form(f"{path}/door", visit=visit, at=at).status_code


def test_G19_facilitators_see_who_opened_the_link_and_who_is_choosing_a_name(doors: Doors) -> None:
    fay = doors.arrive("Fay", "facilitator").open()
    visit = str(uuid.uuid4())
    assert at_the_door(doors, visit, "link") == 204
    is_told(fay, opened=1, choosing=0)
    at_the_door(doors, visit, "name")
    is_told(fay, opened=0, choosing=1)
    at_the_door(doors, visit, "gone")
    is_told(fay, opened=0, choosing=0)


def test_G19_who_gave_a_name_is_named_until_their_page_is_open(doors: Doors) -> None:
    fay = doors.arrive("Fay", "facilitator").open()
    tess = doors.arrive("Tess")
    is_told(fay, named=[tess.id])
    tess.open()
    is_told(fay, named=[])


def test_G19_who_lost_the_line_is_named_until_they_are_back(doors: Doors) -> None:
    fay, tess = doors.arrive("Fay", "facilitator").open(), doors.arrive("Tess")
    tess.open().close()
    is_told(fay, lost=[tess.id])
    tess.open()
    is_told(fay, lost=[])


def test_G19_nobody_but_facilitators_is_told_of_the_door(doors: Doors) -> None:
    fay, tess = doors.arrive("Fay", "facilitator").open(), doors.arrive("Tess").open()
    ute = doors.arrive("Ute")
    ute.open().close()
    is_told(fay, lost=[ute.id])
    tess.catch_up()
    assert [frame for frame in tess.frames if "door" in frame] == []


def test_G19_what_is_no_visit_is_refused(doors: Doors) -> None:
    assert at_the_door(doors, "", "link") == 400
    assert at_the_door(doors, "x" * 65, "link") == 400
    assert at_the_door(doors, "x", "naked") == 400


def test_G19_what_stands_at_the_door_is_forgotten() -> None:
    now = [0.0]
    door = Door(lambda: now[0])
    door.visit("a", "link", "here", 9)
    door.lost(3)
    now[0] = VISIT_GOOD_FOR
    assert door.view() == {"opened": 0, "choosing": 0, "named": [], "lost": [3], "refused": 0}
    now[0] = LOST_FOR
    assert door.view()["lost"] == []
    assert door.next_change() is None


def test_G19_a_flood_of_visits_fills_nothing() -> None:
    door = Door(lambda: 0.0)
    for number in range(MOST_VISITS + 50):
        door.visit(str(number), "link", str(number % 10), 120)
    assert door.view()["opened"] == MOST_VISITS


def test_L6e_one_networks_visits_leave_room_for_the_others() -> None:
    door = Door(lambda: 0.0)
    for number in range(900):
        door.visit(str(number), "link", "a script's", 120)
    door.visit("honest", "name", "the hall's", 120)
    assert (door.view()["opened"], door.view()["choosing"]) == (120, 1)
