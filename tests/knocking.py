"""Connections as strangers open them: plain sockets, on which anything can be sent, at any pace."""

import contextlib
import os
import socket
import time
from collections.abc import Iterable

from served import Server

FORM = b"Content-Type: application/x-www-form-urlencoded\r\n"


def knock(server: Server, sent: bytes = b"") -> socket.socket:
    """A connection on which something was sent."""
    line = socket.create_connection(("127.0.0.1", server.port), timeout=20)
    line.sendall(sent)
    return line


def post(path: str, length: int, *headers: bytes) -> bytes:
    """The head of a POST that promises so many bytes."""
    more = b"".join(headers) or FORM
    return b"POST %s HTTP/1.1\r\nHost: localhost\r\n%sContent-Length: %d\r\n\r\n" % (
        path.encode(),
        more,
        length,
    )


def answer(line: socket.socket, within: float = 20) -> str:
    """Everything that comes until the server ends the line; an error where it goes on."""
    line.settimeout(within)
    said = b""
    with contextlib.suppress(ConnectionError):
        while more := line.recv(65536):
            said += more
    return said.decode("utf-8", "replace")


def is_open(line: socket.socket) -> bool:
    """Whether the server has not ended it."""
    line.setblocking(False)
    try:
        while line.recv(65536):
            pass
        return False
    except BlockingIOError:
        return True
    except ConnectionError:
        return False


def close(lines: Iterable[socket.socket]) -> None:
    """End them all."""
    for line in lines:
        line.close()


def descriptors(server: Server) -> int:
    """How many files and connections the server holds."""
    return len(os.listdir(f"/proc/{server.process.pid}/fd"))


def bytes_on_disk(server: Server) -> int:
    """Bytes in files that the server opened and that have no name, as bodies are kept."""
    sizes = [0]
    for one in os.scandir(f"/proc/{server.process.pid}/fd"):
        with contextlib.suppress(OSError):
            if "(deleted)" in os.readlink(one.path):
                sizes.append(os.stat(one.path).st_size)
    return max(sizes)


def processor_seconds(server: Server) -> float:
    """What the server has computed so far."""
    with open(f"/proc/{server.process.pid}/stat") as stat:
        user, system = stat.read().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def until(seconds: float) -> Iterable[float]:
    """Moments within so many seconds, to look again and again."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        yield end
        time.sleep(0.1)
