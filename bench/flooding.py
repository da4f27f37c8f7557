"""What a hostile guest sends: frames without end, requests without end, and sockets
that nobody reads.
"""

import base64
import itertools
import multiprocessing
import os
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import httpx

from bench.people import CSRF, Door

KINDS = ("pings", "unreadable", "control pings", "fragments")
LONG_PAGES = (
    "outline",
    "outline.md",
    "mine/words",
    "mine/lines",
    "mine/erase",
    "record.jsonl",
    "mine/everything",
)
READERS = 10
"""Clients of one person that ask for long pages without a pause; more would be told to wait."""


def masked(opcode: int, text: bytes, fin: bool = True) -> bytes:
    """A short frame as a browser sends it, under a mask of noughts."""
    return bytes(((0x80 if fin else 0) | opcode, 0x80 | len(text))) + bytes(4) + text


def opened(door: Door) -> socket.socket:
    """A raw socket of one of the workshop's people, after its handshake."""
    with httpx.Client(cookies=door.cookies, headers={"X-CSRFToken": CSRF}) as browser:
        ticket = browser.post(f"{door.base}/ticket").json()["ticket"]
    line = socket.socket()
    # so that what is not read waits with the server
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    line.connect(("127.0.0.1", door.port))
    key = base64.b64encode(os.urandom(16)).decode()
    host = f"127.0.0.1:{door.port}"
    asked = [
        f"GET /ws/{door.address}?ticket={ticket} HTTP/1.1", f"Host: {host}",
        f"Origin: http://{host}", "Upgrade: websocket", "Connection: Upgrade",
        f"Sec-WebSocket-Key: {key}", "Sec-WebSocket-Version: 13", "", "",
    ]  # fmt: skip
    line.sendall("\r\n".join(asked).encode())
    return line


def _frames(kind: str) -> bytes:
    if kind == "fragments":
        return (
            masked(1, b'{"ping":', fin=False) + masked(0, b"", fin=False) * 3000 + masked(0, b"1}")
        )
    one = {
        "pings": masked(1, b'{"ping":1}'),
        "unreadable": masked(1, b"?"),
        "control pings": masked(9, b""),
    }[kind]
    return one * 4000


def _flood(door: Door, kind: str) -> None:
    line, frames = opened(door), _frames(kind)
    line.settimeout(0.05)
    while True:
        try:
            line.sendall(frames)
        except TimeoutError:
            pass
        except OSError:
            time.sleep(0.2)
            line = opened(door)
            line.settimeout(0.05)
        try:
            while line.recv(1 << 20):
                pass
        except (TimeoutError, OSError):
            pass


def _posts(door: Door, kind: str) -> None:
    with httpx.Client(cookies=door.cookies, headers={"X-CSRFToken": CSRF}) as browser:
        while True:
            browser.post(f"{door.base}/commands", content=b"?")


def _reads(door: Door, kind: str) -> None:
    def read(first: int) -> None:
        with httpx.Client(cookies=door.cookies, timeout=60) as browser:
            for at in itertools.count(first):
                browser.get(f"{door.base}/{LONG_PAGES[at % len(LONG_PAGES)]}")

    with ThreadPoolExecutor(READERS) as pool:
        list(pool.map(read, range(READERS)))


FLOODS = {"posts": _posts, "long pages": _reads}


@contextmanager
def flood(door: Door, kind: str, processes: int = 1) -> Iterator[None]:
    """Somebody floods for as long as the block lasts, from processes of their own."""
    target = FLOODS.get(kind, _flood)
    floods = [
        multiprocessing.Process(target=target, args=(door, kind), daemon=True)
        for _ in range(processes)
    ]
    for one in floods:
        one.start()
    try:
        yield
    finally:
        for one in floods:
            one.kill()
            one.join()
