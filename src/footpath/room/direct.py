"""uvicorn's socket, with its transport in the scope: the fan-out writes one encoded frame to many receivers.

A frame that goes through the application's `send` costs a step of a coroutine for each receiver; written straight to
the transport it costs little more than the kernel's own sending (docs/measurements.md).
"""

import asyncio
from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

TRANSPORT = "footpath.transport"
FULL = 64 * 1024
"""Bytes in a transport's own buffer from which its receiver counts as slow, and waits its turn."""


class DirectSockets(WebSocketsSansIOProtocol):
    """The same protocol; only the scope knows more."""

    def handle_connect(self, event: Any) -> None:
        """Put the transport beside the request; the application runs afterwards."""
        super().handle_connect(event)
        if scope := getattr(self, "scope", None):
            scope[TRANSPORT] = self.transport


def wired(text: bytes) -> bytes:
    """A whole text message as a server sends it: one frame of RFC 6455, unmasked and uncompressed."""
    length = len(text)
    if length < 126:
        return bytes((0x81, length)) + text
    if length < 1 << 16:
        return b"\x81\x7e" + length.to_bytes(2, "big") + text
    return b"\x81\x7f" + length.to_bytes(8, "big") + text


def takes_more(transport: asyncio.Transport | None) -> bool:
    """Whether something can be written to it now: it is there, open, and its receiver reads."""
    return transport is not None and not transport.is_closing() and transport.get_write_buffer_size() < FULL
