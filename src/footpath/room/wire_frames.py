"""Text messages as a server sends them: frames of RFC 6455, made once for all who receive them, and
compressed as RFC 7692 has it where a browser takes that.
"""

import zlib
from typing import Any

from websockets.extensions.permessage_deflate import (
    PerMessageDeflate,
    ServerPerMessageDeflateFactory,
)

WINDOW = 15
"""Bits of the window with which we compress; who asks for a smaller one is sent plain frames."""
THEIR_WINDOW = 10
"""Bits of a browser's own: what it sends is short, and each open page would keep a window."""
COMPRESSING = ServerPerMessageDeflateFactory(
    server_no_context_takeover=True,
    client_no_context_takeover=True,
    client_max_window_bits=THEIR_WINDOW,
)
"""No message hangs on the one before it: one compressed frame serves all who receive it."""
_EMPTY_BLOCK = b"\x00\x00\xff\xff"
_TEXT, _COMPRESSED = 0x81, 0xC1


def wired(text: bytes) -> bytes:
    """A whole text message in one frame, unmasked and uncompressed."""
    return _head(_TEXT, len(text)) + text


def packed(frame: bytes) -> bytes:
    """The same frame, compressed by itself."""
    text = frame[2 if frame[1] < 126 else 4 if frame[1] == 126 else 10 :]
    packer = zlib.compressobj(wbits=-WINDOW)
    short = packer.compress(text) + packer.flush(zlib.Z_SYNC_FLUSH)
    short = short.removesuffix(_EMPTY_BLOCK)
    return _head(_COMPRESSED, len(short)) + short


def takes_packed(extensions: list[Any]) -> bool:
    """Whether what was agreed with a browser lets it unpack our frames."""
    return any(
        isinstance(one, PerMessageDeflate)
        and one.local_no_context_takeover
        and one.local_max_window_bits == WINDOW
        for one in extensions
    )


def forget_what_was_unpacked(extensions: list[Any]) -> None:
    """Between two messages: each has its own unpacker, which would stay until the next."""
    for one in extensions:
        if isinstance(one, PerMessageDeflate) and one.remote_no_context_takeover:
            vars(one).pop("decoder", None)


def _head(kind: int, length: int) -> bytes:
    if length < 126:
        return bytes((kind, length))
    if length < 1 << 16:
        return bytes((kind, 126)) + length.to_bytes(2, "big")
    return bytes((kind, 127)) + length.to_bytes(8, "big")
