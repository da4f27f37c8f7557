"""Sockets that behave as no page does: raw, so that a test can send pieces of
frames and read nothing.
"""

import base64
import contextlib
import os
import socket
import time

from served import Guest


def masked(opcode: int, text: bytes, fin: bool = True) -> bytes:
    """A short frame as a browser sends it, under a mask of noughts."""
    return bytes(((0x80 if fin else 0) | opcode, 0x80 | len(text))) + bytes(4) + text


PINGS = masked(1, b'{"ping":1}') * 2000
UNREADABLE = masked(1, b"?") * 2000
CONTROL_PINGS = masked(9, b"") * 2000
PONGS = masked(10, b"") * 2000
FRAGMENTS = masked(1, b'{"ping":', fin=False) + masked(0, b"", fin=False) * 2000 + masked(0, b"1}")
LEADING = masked(1, b'{"back":null}') * 2000
FLOODS = {
    "pings": PINGS,
    "unreadable": UNREADABLE,
    "control pings": CONTROL_PINGS,
    "pongs": PONGS,
    "fragments": FRAGMENTS,
    "leading": LEADING,
}


class Raw:
    """A socket of somebody's, after its handshake."""

    def __init__(self, guest: Guest) -> None:
        """Open it with a ticket."""
        host = guest.base.removeprefix("http://")
        self.socket = socket.socket()
        # what is not read waits with the server
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self.socket.connect(("127.0.0.1", int(host.partition(":")[2])))
        asked = [
            f"GET /ws/{guest.address}?ticket={guest.ticket()} HTTP/1.1",
            f"Host: {host}",
            f"Origin: {guest.base}",
            "Upgrade: websocket",
            "Connection: Upgrade",
            f"Sec-WebSocket-Key: {base64.b64encode(os.urandom(16)).decode()}",
            "Sec-WebSocket-Version: 13",
            "",
            "",
        ]
        self.socket.sendall("\r\n".join(asked).encode())
        self.last = b""
        """The last bytes that were read."""

    def floods(self, frames: bytes, seconds: float) -> int:
        """Send them again and again, reading what comes; how many bytes of that the server took."""
        until, taken = time.monotonic() + seconds, 0
        self.socket.settimeout(0.02)
        while time.monotonic() < until:
            with contextlib.suppress(TimeoutError, ConnectionError):
                taken += self.socket.send(frames)
            with contextlib.suppress(TimeoutError):
                try:
                    came = self.socket.recv(1 << 20)
                except ConnectionError:
                    break
                if not came:
                    break
                self.last = (self.last + came)[-500:]
        return taken

    def close(self) -> None:
        """Cut it."""
        self.socket.close()

    def was_cut(self) -> bool:
        """Read what there is; whether the line ended before everything was there."""
        self.socket.settimeout(1)
        try:
            while came := self.socket.recv(1 << 20):
                self.last = (self.last + came)[-500:]
        except TimeoutError:
            return False
        except ConnectionError:
            return True
        return b'"here"' not in self.last
