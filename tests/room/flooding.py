"""Sockets that behave as no page does: raw, so that a test can send pieces of
frames and read nothing.
"""

import base64
import contextlib
import os
import socket
import time
import zlib

from served import Guest


def masked(opcode: int, text: bytes, fin: bool = True) -> bytes:
    """A frame of at most 65,535 bytes as a browser sends it, under a mask of noughts."""
    length = len(text)
    size = bytes((0x80 | length,)) if length < 126 else b"\xfe" + length.to_bytes(2, "big")
    return bytes(((0x80 if fin else 0) | opcode,)) + size + bytes(4) + text


def unpacks_to(text: bytes) -> bytes:
    """The same, compressed by itself."""
    packer = zlib.compressobj(9, wbits=-15)
    short = packer.compress(text) + packer.flush(zlib.Z_SYNC_FLUSH)
    return masked(0x41, short.removesuffix(b"\x00\x00\xff\xff"))


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
    "what unpacks to much": unpacks_to(b'{"ping":' + b" " * 200_000 + b"1}") * 200,
    "what unpacks to too much": unpacks_to(b" " * 10_000_000) * 20,
}


class Raw:
    """A socket of somebody's, after its handshake."""

    def __init__(self, guest: Guest, *, packs: bool = False) -> None:
        """Open it with a ticket; `packs` as browsers do, which compress."""
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
            *(["Sec-WebSocket-Extensions: permessage-deflate"] if packs else ()),
            "",
            "",
        ]
        self.socket.sendall("\r\n".join(asked).encode())
        self.last = b""
        """The last bytes that were read."""
        self.heard = bytearray()
        """All that came while it flooded."""

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
                self.heard += came
        return taken

    def reads_to(self, mark: bytes) -> bytes:
        """All that comes after the handshake, up to a frame that bears the mark."""
        self.socket.settimeout(20)
        came = b""
        while mark not in came:
            came += self.socket.recv(1 << 20)
        return came.partition(b"\r\n\r\n")[2]

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
