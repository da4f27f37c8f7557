"""Whole flipcharts are brought in turn: who opens pages without end opens none before
another workshop's (L2).
"""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from given import new_database
from served import Server

SOME = 8


def slowly() -> None:
    """A workshop rests for long after each page that was brought its view."""
    from footpath.room import running

    running.times = lambda _: lambda *_: 0.5


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    started = Server(tmp_path, new_database(), altered=slowly)
    yield started
    started.stop()


def test_L2a_who_opens_pages_without_end_keeps_nobody_of_another_workshop_from_theirs(
    server: Server,
) -> None:
    guest, elsewhere = (server.workshop().arrive("Sam") for _ in range(2))
    with ThreadPoolExecutor(SOME) as browsers:
        opening = [browsers.submit(guest.open) for _ in range(SOME)]
        time.sleep(0.1)
        elsewhere.open()
        assert sum(one.done() for one in opening) < SOME / 2
        assert all("everyone" in one.result(20).layers for one in opening)


def test_L2c_in_a_workshop_one_person_who_opens_many_keeps_another_from_theirs_for_one_at_most(
    server: Server,
) -> None:
    doors = server.workshop()
    guest, other = doors.arrive("Sam"), doors.arrive("Tom")
    with ThreadPoolExecutor(SOME) as browsers:
        opening = [browsers.submit(guest.open) for _ in range(SOME)]
        time.sleep(0.1)
        other.open()
        assert sum(one.done() for one in opening) < SOME / 2
