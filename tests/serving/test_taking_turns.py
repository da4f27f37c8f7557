"""Pages for whom nobody knows are made one after another, and whoever is known waits for
none of them (L2, L6).
"""

import select
import socket
import time
from concurrent.futures import ThreadPoolExecutor

import httpx
from knocking import answer, close, knock, post, processor_seconds
from served import TRUST, Device, Doors, Server

SOME = 150
FORGED = "1." + "a" * 40


def asks(server: Server, path: str = "/nothing", cookie: str = "") -> socket.socket:
    """Somebody asks for a page."""
    head = (
        f"GET {path} HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n"
    )
    return knock(server, head.encode())


def unanswered(lines: list[socket.socket]) -> int:
    """On how many nothing has come yet."""
    return len(lines) - len(select.select(lines, [], [], 0)[0])


def shown(device: Device) -> str:
    """The cookies of somebody's device."""
    return "; ".join(f"{cookie.name}={cookie.value}" for cookie in device.http.cookies.jar)


def behind_strangers(server: Server, path: str, cookie: str) -> int:
    """How many of those who asked earlier still wait when a page has come."""
    lines = [asks(server) for _ in range(SOME)]
    assert answer(asks(server, path, cookie))
    left = unanswered(lines)
    close(lines)
    return left


def test_L2a_whoever_is_known_waits_for_no_stranger(server: Server, doors: Doors) -> None:
    guest = doors.arrive("Sam")
    for path in (f"/w/{doors.address}/keep", "/code"):
        assert behind_strangers(server, path, shown(guest)) > SOME / 2


def test_L2a_whoever_holds_a_link_waits_for_no_stranger(server: Server, doors: Doors) -> None:
    doors.arrive("Sam")
    assert behind_strangers(server, doors.links["guest"].removeprefix(doors.base), "") > SOME / 2


def test_L2a_what_somebody_known_shows_beside_their_own_is_known_of_nobody(
    server: Server, doors: Doors
) -> None:
    cookie = f"footpath-nowhere={FORGED}"
    assert "200 OK" in answer(
        asks(server, f"/w/{doors.address}/keep", f"{shown(doors.arrive('Sam'))}; {cookie}")
    )
    assert behind_strangers(server, "/code", cookie) == 0


def test_L2a_who_leaves_while_they_wait_has_no_page_made(server: Server) -> None:
    close([asks(server) for _ in range(SOME * 3)])
    time.sleep(0.5)
    before = processor_seconds(server)
    assert answer(asks(server))
    assert processor_seconds(server) - before < 0.5


def test_L2a_what_is_sent_slowly_keeps_no_turn(server: Server) -> None:
    lines = [knock(server, post("/code", 100) + b"x") for _ in range(4)]
    assert answer(asks(server))
    assert unanswered(lines) == len(lines)
    close(lines)


def test_L2a_a_stranger_who_asks_without_end_leaves_the_processor_to_others(server: Server) -> None:
    """Eight browsers of one network, for four seconds; they had all of a processor."""
    end, before = time.monotonic() + 4, processor_seconds(server)

    def ask(_: int) -> None:
        with httpx.Client(base_url=server.base, verify=TRUST) as http:
            while time.monotonic() < end:
                http.get("/nothing")

    with ThreadPoolExecutor(8) as people:
        list(people.map(ask, range(8)))
    assert processor_seconds(server) - before < 2.4


def test_L6a_sixty_strangers_behind_one_address_have_their_pages_within_a_minute(
    server: Server, doors: Doors
) -> None:
    """The start page, the workshop's public page, the page for codes, and the styles of each."""
    began = time.monotonic()

    def looks(_: int) -> set[int]:
        paths = ("/", f"/w/{doors.address}", "/code", "/static/footpath.css")
        with httpx.Client(base_url=server.base, verify=TRUST, timeout=60) as http:
            return {http.get(path).status_code for path in paths}

    with ThreadPoolExecutor(60) as people:
        assert set().union(*people.map(looks, range(60))) == {200}
    assert time.monotonic() - began < 60
