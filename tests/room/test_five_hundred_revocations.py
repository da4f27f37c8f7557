"""S8: five hundred rights that end on open pages, each within a second, and nothing numbered
later is received.
"""

import itertools
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from live_page import Page
from served import Device, Doors, Guest

PEOPLE, ROLES, WALLS = 80, 4, 5
"""80 links, 80 removals, 320 roles and 20 walls, four at each of five changes
of the wall's link.
"""
GONE = 4403
A_SECOND = 1.0


def ends_within_a_second(page: Page, since: float) -> None:
    assert page.closed() == GONE
    assert time.monotonic() - since < A_SECOND


def latest(page: Page) -> int:
    return max(frame.get("number", 0) for frame in page.frames)


class Crowd:
    """People with open pages, and facilitators who take turns, so that none
    spends all of a budget.
    """

    def __init__(self, doors: Doors) -> None:
        """Everybody comes."""
        self.doors = doors
        self.facilitators = [
            doors.arrive(name, "facilitator") for name in ("Fay", "Gus", "Hal", "Ida")
        ]
        with ThreadPoolExecutor(8) as at_once:
            self.people = list(
                at_once.map(doors.arrive, [f"Guest {number}" for number in range(PEOPLE)])
            )
        self.leading = [one.open() for one in self.facilitators]
        self.turns = itertools.cycle(self.leading)

    def asks(self, do: str, **fields: Any) -> int:
        """One of the facilitators asks; the number of what it became."""
        return int(next(self.turns).ask(do, **fields)["number"])

    def changes_the_link_of(self, guest: Guest, page: Page) -> None:
        """Their earlier page ends."""
        assert guest.form(f"/w/{guest.address}/keep").status_code == 200
        ends_within_a_second(page, time.monotonic())

    def takes_the_role_of(self, guest: Guest, page: Page) -> None:
        """They were shown what facilitators see, and are shown nothing of it any more."""
        self.asks("GiveRole", person=guest.id, role="facilitator")
        page.until(lambda frame: frame.get("for") == "facilitators")
        self.asks("TakeRole", person=guest.id, role="facilitator")
        since = time.monotonic()
        page.until(
            lambda frame: (
                frame.get("whole") is True and frame["for"] == "facilitators" and not frame["put"]
            )
        )
        assert time.monotonic() - since < A_SECOND

    def removes(self, guest: Guest, page: Page) -> None:
        """Their page ends before anything of the removal is told."""
        removed, since = self.asks("RemovePerson", person=guest.id), time.monotonic()
        self.asks("ProposeAgreement", text="Said afterwards")
        ends_within_a_second(page, since)
        assert latest(page) < removed


def test_S8a_five_hundred_rights_end_within_a_second_each(doors: Doors) -> None:
    crowd = Crowd(doors)
    for guest in crowd.people:
        crowd.changes_the_link_of(guest, guest.open())
        page = guest.open()
        for _ in range(ROLES):
            crowd.takes_the_role_of(guest, page)
        crowd.removes(guest, page)
        for leading in crowd.leading:
            leading.catch_up()
    for _ in range(WALLS):
        _the_walls_link_changes(crowd)


def _the_walls_link_changes(crowd: Crowd) -> None:
    leads, doors = crowd.facilitators[0], crowd.doors
    links = f"/w/{doors.address}/links"
    path = (
        leads.get(links)
        .text.split('data-link="wall" href="')[1]
        .split('"')[0]
        .removeprefix(doors.base)
    )
    device = Device(doors.base)
    device.get(path)
    walls = [
        Page(doors.base, doors.address, device.form(f"{path}/ticket").json()["ticket"])
        for _ in range(4)
    ]
    leads.form(f"{links}/wall/change")
    since = time.monotonic()
    for wall in walls:
        ends_within_a_second(wall, since)
