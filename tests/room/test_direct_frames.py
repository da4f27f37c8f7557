"""Frames that are written straight to the transport arrive whole, whatever their length."""

import pytest
from websockets.client import ClientProtocol
from websockets.frames import Frame
from websockets.protocol import State
from websockets.uri import parse_uri

from footpath.room.direct import wired


@pytest.mark.parametrize("length", [0, 1, 125, 126, 127, 65_535, 65_536, 90_000])
def test_S3_a_change_of_any_length_arrives_whole(length: int) -> None:
    browser = ClientProtocol(parse_uri("ws://co-op.example/"), state=State.OPEN, max_size=None)
    browser.receive_data(wired(b"a" * length) + wired(b"after"))
    arrived = [frame.data for frame in browser.events_received() if isinstance(frame, Frame)]
    assert arrived == [b"a" * length, b"after"]
