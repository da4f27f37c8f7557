"""A line between one browser and the server: it keeps every byte that came down, can
be cut and mended.
"""

import contextlib
import socket
import threading
from urllib.parse import urlsplit


class Line:
    """A wire of plain TCP, with a port of its own on this machine."""

    def __init__(self, server: str) -> None:
        """Listen, and carry everything to the server."""
        self.server = urlsplit(server)
        self.received = bytearray()
        self._ends: list[socket.socket] = []
        self._whole = True
        self._flowing = threading.Event()
        self._flowing.set()
        self._door = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self._open, daemon=True).start()

    def through(self, link: str) -> str:
        """The same link, but over this line."""
        return link.replace(self.server.netloc, f"localhost:{self._door.getsockname()[1]}")

    def cut(self) -> None:
        """The cable is pulled: whatever was open ends, and nothing new opens."""
        self._whole = False
        self._hang_up()

    def go_dead(self) -> None:
        """Nothing passes any more, and nobody is told: a phone that walked out of the wireless."""
        self._flowing.clear()

    def mend(self) -> None:
        """Everything passes again, also what was still under way."""
        self._whole = True
        self._flowing.set()

    def close(self) -> None:
        """The line is taken down."""
        self.cut()
        self._flowing.set()
        self._door.close()

    def _hang_up(self) -> None:
        for end in self._ends:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
        self._ends.clear()

    def _open(self) -> None:
        with contextlib.suppress(OSError):  # the door is closed
            while True:
                near, _ = self._door.accept()
                if not self._whole:
                    near.close()
                    continue
                far = socket.create_connection(("127.0.0.1", self.server.port or 80))
                self._ends += [near, far]
                for way in ((near, far, False), (far, near, True)):
                    threading.Thread(target=self._carry, args=way, daemon=True).start()

    def _carry(self, start: socket.socket, end: socket.socket, down: bool) -> None:
        with contextlib.suppress(OSError):
            while piece := start.recv(65536):
                self._flowing.wait()
                if down:
                    self.received += piece
                end.sendall(piece)
        with contextlib.suppress(OSError):
            end.shutdown(socket.SHUT_WR)
