"""Heads and bodies that dawdle end, connections have limits, and an honest crowd
meets none (L1, L6).
"""

import socket
import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from knocking import answer, close, descriptors, is_open, knock, post, until
from served import Doors, Server

GET = b"GET /code HTTP/1.1\r\nHost: localhost\r\n\r\n"
UPGRADE = (
    b"Host: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
)


CHUNKED = b"POST /code HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
DAWDLING = {
    "nothing": b"",
    "a head": b"GET /code HTTP/1.1\r\nHost: loc",
    "a second head": GET + b"GET /code HTTP/1.1\r\nHost: loc",
    "empty lines": GET + b"\r\n",
    "a body": post("/code", 100) + b"x",
    "a body that came far": post("/code", 200_000) + b"x" * 199_999,
    "a body without a promise": CHUNKED + b"5\r\nx",
    "a socket": b"GET /ws/x HTTP/1.1\r\n" + UPGRADE,
    "a socket after a body": b"POST /ws/x HTTP/1.1\r\nContent-Length: 100\r\n" + UPGRADE + b"\r\n",
    "a socket without a ticket": b"GET /ws/x HTTP/1.1\r\n" + UPGRADE + b"\r\n",
}
"""What a stranger may begin and never end."""
DRIPPING = {
    "a head": (b"GET /code HTTP/1.1\r\n", b"X: y\r\n"),
    "a body": (post("/code", 100_000), b"x"),
    "a body in pieces": (CHUNKED, b"1\r\nx\r\n"),
    "a piece's head": (CHUNKED + b"1;", b"x"),
}
"""What comes by a drop a second."""


class Waiting:
    """Everything that dawdles, and one slow phone, at the same time."""

    def __init__(self, server: Server) -> None:
        """Fifteen seconds of it."""
        self.before = descriptors(server)
        self.dawdling = {
            name: [knock(server, sent) for _ in range(40)] for name, sent in DAWDLING.items()
        }
        self.dripping = {name: knock(server, sent) for name, (sent, _) in DRIPPING.items()}
        self.phone = knock(server, post("/code", 30_000))
        dried: set[str] = set()
        for second in range(15):
            time.sleep(1)
            for name in DRIPPING.keys() - dried:
                try:
                    self.dripping[name].sendall(DRIPPING[name][1])
                except ConnectionError:
                    dried.add(name)
            if second in (3, 7, 11):
                self.phone.sendall(b"x" * 10_000)
        self.after = descriptors(server)


@pytest.fixture(scope="module")
def waiting(server: Server) -> Waiting:
    return Waiting(server)


@pytest.mark.parametrize("name", DAWDLING)
def test_L1a_whatever_dawdles_ends_within_seconds(waiting: Waiting, name: str) -> None:
    assert sum(map(is_open, waiting.dawdling[name])) == 0


@pytest.mark.parametrize("name", DRIPPING)
def test_L1a_a_drop_a_second_keeps_no_line_open(waiting: Waiting, name: str) -> None:
    said = answer(waiting.dripping[name], 1)
    assert said.startswith("HTTP/1.1 408 ")
    assert "Go back, and send it once more." in said


def test_L1a_a_phone_on_a_slow_line_is_waited_for(waiting: Waiting) -> None:
    """Twenty kilobits a second, in fits and starts, for longer than anybody
    who stands still has.
    """
    assert waiting.phone.recv(12).startswith(b"HTTP/1.1 403")


def test_L1a_what_ended_holds_nothing(waiting: Waiting) -> None:
    assert waiting.after <= waiting.before + 5


def test_L1a_an_answer_that_nobody_reads_does_not_stop_others(server: Server) -> None:
    lines = [socket.socket() for _ in range(60)]
    for line in lines:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        line.connect(("127.0.0.1", server.port))
        line.sendall(b"GET /static/footpath.css HTTP/1.1\r\nHost: localhost\r\n\r\n" * 10)
    assert httpx.get(f"{server.base}/code").status_code == 200
    close(lines)


def test_L1a_of_three_thousand_silent_connections_few_stay_and_those_end(server: Server) -> None:
    before, lines = descriptors(server), [knock(server) for _ in range(3_000)]
    assert any(sum(map(is_open, lines)) <= 600 for _ in until(8))
    assert httpx.get(f"{server.base}/code").status_code == 200
    assert any(descriptors(server) <= before + 3 for _ in until(14))
    close(lines)


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"GET /?" + b"a" * 9_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", 414),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * 40_000 + b"\r\n\r\n", 431),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * 2_000_000, 431),
        (
            b"GET / HTTP/1.1\r\nHost: localhost\r\n"
            + b"".join(b"X%d: a\r\n" % at for at in range(9_000))
            + b"\r\n",
            431,
        ),
        (GET * 3_000, 200),
        (b"\x16\x03\x01\x02\x00\x01\x00" + b"\xff" * 100 + b"\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\n" + UPGRADE + b"\r\n", 403),
    ],
    ids=[
        "address",
        "header",
        "endless header",
        "headers",
        "pipelined",
        "no HTTP",
        "a socket elsewhere",
    ],
)
def test_L1c_what_no_browser_sends_is_refused(server: Server, sent: bytes, status: int) -> None:
    line = knock(server)
    try:
        line.sendall(sent)
    except ConnectionError:
        assert status == 431
    assert f"HTTP/1.1 {status} " in answer(line)
    assert "Traceback" not in server.log()


def test_L1c_who_pipelines_and_leaves_leaves_nothing_in_the_log(server: Server) -> None:
    for _ in range(20):
        line = knock(server, GET * 10)
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
        line.close()
    assert httpx.get(f"{server.base}/code").status_code == 200
    assert "Traceback" not in server.log()


def test_L6a_sixty_people_behind_one_address_meet_no_limit(server: Server, doors: Doors) -> None:
    """Each with six connections at once, and then a socket."""
    with ThreadPoolExecutor(60) as people:
        came = list(people.map(lambda number: doors.arrive(f"Person {number}"), range(60)))
        pages = list(people.map(lambda guest: guest.open(), came))

        def six(_: object) -> list[int]:
            lines = [knock(server, GET) for _ in range(6)]
            return [int(line.recv(12)[9:]) for line in lines]

        assert {status for some in people.map(six, range(60)) for status in some} == {200}
    assert pages[0].ask("Rename", name="Person still")["done"]
    for page in pages:
        page.close()
