"""A real server process on a throw-away database, and what it spends."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

TICKS = os.sysconf("SC_CLK_TCK")


class Spent(Struct, frozen=True):
    """Seconds of processor: the loop that talks to sockets, and all other threads (the
    writer, the pages).
    """

    loop: float
    others: float

    def since(self, before: "Spent") -> "Spent":
        """What was spent between the two."""
        return Spent(self.loop - before.loop, self.others - before.others)

    @property
    def whole(self) -> float:
        """Everything."""
        return self.loop + self.others


class Server:
    """A running server."""

    def __init__(self, process: "subprocess.Popen[bytes]", port: int) -> None:
        """Known by its process and where it listens."""
        self.process, self.port = process, port

    def spent(self) -> Spent:
        """What each kind of thread has spent so far, in user and system time."""
        loop = others = 0.0
        for task in Path(f"/proc/{self.process.pid}/task").iterdir():
            try:
                # nanoseconds on the processor, finer than the clock ticks of `stat`
                seconds = int((task / "schedstat").read_text().split()[0]) / 1e9
            except (OSError, ValueError):
                continue
            if int(task.name) == self.process.pid:
                loop += seconds
            else:
                others += seconds
        return Spent(loop, others)

    def memory(self) -> int:
        """Resident kilobytes."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0])


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@contextmanager
def serving(data: str, port: int | None = None) -> Iterator[Server]:
    """Serve the database in that folder until the block ends."""
    port = port or _free_port()
    command = [str(Path(sys.executable).with_name("footpath")), "serve", "--port", str(port)]
    process = subprocess.Popen(
        command, env={**os.environ, "FOOTPATH_DATA": data}, stdout=subprocess.DEVNULL
    )
    try:
        for _ in range(300):
            with socket.socket() as trying:
                if trying.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield Server(process, port)
    finally:
        process.terminate()
        process.wait(timeout=20)
