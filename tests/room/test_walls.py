"""L3: however many networks somebody has, they do not keep the room's own wall out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from given import new_database
from live_page import Page
from served import Doors, Server
from websockets.exceptions import ConnectionClosed


def a_wall_on_few_screens() -> None:
    """Six screens, three of one network."""
    from footpath.room import open_pages

    open_pages.OF_THE_WALL, open_pages.OF_A_WALLS_NETWORK = 6, 3


@pytest.fixture(scope="module")
def workshops(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Doors]]:
    """Three workshops of a server that is told by a proxy on this machine who asks."""
    server = Server(
        Path(tmp_path_factory.mktemp("data")), new_database(), altered=a_wall_on_few_screens
    )
    made = [server.workshop() for _ in range(3)]
    server.stop()
    server.env["FOOTPATH_URL"] = server.base
    server.start()
    yield made
    server.stop()


@pytest.fixture
def doors(workshops: list[Doors]) -> Doors:
    return workshops.pop()


def is_refused(doors: Doors, network: str) -> None:
    with pytest.raises(ConnectionClosed) as closed:
        doors.wall(network)
    assert closed.value.rcvd is not None and closed.value.rcvd.code == 4429


def hang(page: Page) -> bool:
    page.catch_up()
    return True


def test_L3e_the_networks_of_one_ipv6_site_have_the_screens_of_one(doors: Doors) -> None:
    for network in range(3):
        doors.wall(f"2001:db8:5:{network}::1")
    is_refused(doors, "2001:db8:5:9::1")


def test_L3e_the_newest_screen_of_whoever_has_most_makes_room_for_whoever_has_fewer(
    doors: Doors,
) -> None:
    flood = [doors.wall(f"2001:db8:{site}:{network}::1") for site in (5, 6) for network in range(3)]
    of_the_room = doors.wall("198.51.100.8")
    assert flood.pop().closed() == 4429
    is_refused(doors, "2001:db8:5:9::1")
    assert all(hang(page) for page in [*flood, of_the_room])


def test_L3e_where_everybody_has_one_screen_nobody_loses_it_to_who_comes_later(
    doors: Doors,
) -> None:
    walls = [doors.wall(f"198.51.100.{network}") for network in range(6)]
    is_refused(doors, "198.51.100.9")
    assert all(hang(page) for page in walls)
