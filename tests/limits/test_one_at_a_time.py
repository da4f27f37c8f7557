"""A connection is answered one request at a time; what comes before the answer is not kept (L1)."""

import os
import re
import socket
from pathlib import Path

import pytest
from knocking import answer, close, descriptors, knock, post, until
from served import Server

import footpath

STATIC = Path(footpath.__file__).parent / "static"
LARGE = max(STATIC.glob("room/assets/*.js"), key=lambda path: path.stat().st_size)
GET = (
    f"GET /static/{LARGE.relative_to(STATIC).as_posix()} HTTP/1.1\r\nHost: localhost\r\n\r\n"
).encode()
BODY = post("/code", 250_000) + b"x" * 250_000


def unread(server: Server, sent: bytes) -> socket.socket:
    """A connection whose answer nobody takes."""
    line = socket.socket()
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
    line.connect(("127.0.0.1", server.port))
    line.setblocking(False)
    line.send(sent)
    return line


def megabytes(server: Server) -> float:
    """What the server holds in memory."""
    return (
        int(
            re.findall(r"VmRSS:\s+(\d+)", Path(f"/proc/{server.process.pid}/status").read_text())[0]
        )
        / 1024
    )


def threads(server: Server) -> int:
    """How many threads it has."""
    return len(os.listdir(f"/proc/{server.process.pid}/task"))


def test_L1a_the_line_ends_with_the_answer_where_more_was_sent_before_it(server: Server) -> None:
    said = answer(knock(server, GET * 3))
    assert said.count("HTTP/1.1 ") == 1
    assert said.endswith(LARGE.read_text()[-100:])


def test_L1a_a_request_that_waits_for_the_answer_before_it_is_answered(server: Server) -> None:
    line = knock(server)
    for _ in range(3):
        line.sendall(b"HEAD /code HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert line.recv(65536).startswith(b"HTTP/1.1 200 ")


def test_L1a_who_sends_on_and_on_before_the_answer_is_cut_off(server: Server) -> None:
    line = knock(server, b"GET /code HTTP/1.1\r\nHost: localhost\r\n\r\n" * 3)
    with pytest.raises(ConnectionError):
        line.sendall(b"x" * 50_000_000)


def test_L1a_bodies_behind_an_answer_that_nobody_reads_are_not_kept(server: Server) -> None:
    """Three hundred connections, and a quarter of a megabyte on each."""
    close([unread(server, GET) for _ in range(300)])
    before = megabytes(server)
    lines = [unread(server, GET * 2) for _ in range(300)]
    for line in lines:
        for at in range(0, len(BODY), 50_000):
            try:
                line.send(BODY[at : at + 50_000])
            except (BlockingIOError, ConnectionError):
                break
    assert answer(knock(server, b"GET /code HTTP/1.0\r\nHost: localhost\r\n\r\n")).startswith(
        "HTTP/1.1 200 "
    )
    assert megabytes(server) < before + 40
    close(lines)


def test_L1a_who_asks_for_large_files_and_leaves_leaves_no_thread_and_no_file(
    server: Server,
) -> None:
    before = threads(server), descriptors(server)
    for _ in range(3):
        close([unread(server, GET * 4) for _ in range(100)])
    assert any(
        threads(server) <= before[0] + 3 and descriptors(server) <= before[1] + 3 for _ in until(5)
    )
