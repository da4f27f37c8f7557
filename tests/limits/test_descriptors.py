"""At two hundred descriptors the room goes on, and whoever finds no place is told so (L1)."""

import re
import resource
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from knocking import close, descriptors, is_open, knock, post, processor_seconds, until
from served import Server

from footpath.limits.connection_places import MOST
from footpath.limits.descriptors import for_connections, raised
from footpath.serving.views_in_turn import AT_ONCE


def two_hundred() -> None:
    resource.setrlimit(resource.RLIMIT_NOFILE, (200, 200))


def two_hundred_unless_it_asks() -> None:
    resource.setrlimit(resource.RLIMIT_NOFILE, (200, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))


@pytest.fixture(scope="module")
def small(
    tmp_path_factory: pytest.TempPathFactory, database: Callable[[], str | None]
) -> Iterator[Server]:
    """A server that the system lets hold two hundred files and connections."""
    started = Server(Path(tmp_path_factory.mktemp("small")), database(), altered=two_hundred)
    yield started
    started.stop()


def test_L1a_at_two_hundred_descriptors_the_room_goes_on(small: Server) -> None:
    doors = small.workshop()
    people = [
        doors.arrive(f"Person {number}", "facilitator" if number == 0 else "guest")
        for number in range(12)
    ]
    people[0].post("OpenFlipchart")
    pages = [person.open() for person in people]
    before = processor_seconds(small)
    busy = [knock(small, post("/code", 100_000) + b"x") for _ in range(150)]
    idle = [knock(small) for _ in range(150)]
    for page in pages:
        assert page.ask("WriteNote", text=f"still here {uuid.uuid4()}").get("done")
    assert people[3].post("Rename", name="By post").status_code in (200, 503)
    assert descriptors(small) < 190
    assert processor_seconds(small) - before < 5
    assert len(small.log().splitlines()) < 60
    assert "Traceback" not in small.log()
    close([*busy, *idle])
    for page in pages:
        page.close()


def test_L1b_who_finds_no_place_gets_a_page_that_says_so(small: Server) -> None:
    busy = [knock(small, post("/code", 100_000) + b"x") for _ in range(150)]
    told = httpx.get(f"{small.base}/code")
    assert (told.status_code, told.headers["connection"], told.headers["retry-after"]) == (
        503,
        "close",
        "30",
    )
    assert "Wait half a minute, then load the page again." in told.text
    close(busy)
    assert any(httpx.get(f"{small.base}/code").status_code == 200 for _ in until(5))


def test_L1a_silence_keeps_nobody_out(small: Server) -> None:
    idle = [knock(small) for _ in range(150)]
    assert httpx.get(f"{small.base}/code").status_code == 200
    assert is_open(idle[-1])
    close(idle)


def test_L1a_the_server_asks_for_all_the_descriptors_that_it_may_have(
    tmp_path: Path, database: Callable[[], str | None]
) -> None:
    started = Server(tmp_path, database(), altered=two_hundred_unless_it_asks)
    limits = Path(f"/proc/{started.process.pid}/limits").read_text()
    started.stop()
    found = re.search(r"Max open files\s+(\d+)\s+(\d+)", limits)
    assert found is not None
    assert found[1] == found[2] != "200"


def test_L1a_of_few_descriptors_most_are_kept_for_the_record() -> None:
    assert for_connections(200, AT_ONCE) == 72
    assert for_connections(raised(), AT_ONCE) > 512 or raised() < 700
    assert MOST >= 4 * 2_000 * 2  # an assembly behind one address, each with a page and a socket
