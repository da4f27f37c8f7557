"""Frames that are written straight to the transport arrive whole, whatever their length, compressed
or not.
"""

import pytest
from flooding import Raw
from served import Doors
from websockets.client import ClientProtocol
from websockets.extensions.permessage_deflate import PerMessageDeflate
from websockets.frames import Frame, Opcode
from websockets.protocol import State
from websockets.uri import parse_uri

from footpath.room.wire_frames import (
    COMPRESSING,
    forget_what_was_unpacked,
    packed,
    takes_packed,
    wired,
)

LENGTHS = [0, 1, 125, 126, 127, 65_535, 65_536, 90_000]


def browser() -> ClientProtocol:
    """One that takes compressed frames."""
    one = ClientProtocol(parse_uri("ws://co-op.example/"), state=State.OPEN, max_size=None)
    one.extensions = [PerMessageDeflate(True, True, 15, 15)]
    return one


def arrived(at: ClientProtocol, wire: bytes) -> list[bytes]:
    at.receive_data(wire)
    return [bytes(frame.data) for frame in at.events_received() if isinstance(frame, Frame)]


@pytest.mark.parametrize("length", LENGTHS)
def test_S3_a_change_of_any_length_arrives_whole(length: int) -> None:
    assert arrived(browser(), wired(b"a" * length) + wired(b"after")) == [b"a" * length, b"after"]


@pytest.mark.parametrize("length", LENGTHS)
def test_S3_so_does_a_compressed_one_between_others(length: int) -> None:
    text = b"".join(b"%d " % number for number in range(length))[:length]
    wire = wired(b"before") + packed(wired(text)) + packed(wired(text)) + wired(b"after")
    assert arrived(browser(), wire) == [b"before", text, text, b"after"]


@pytest.mark.parametrize(
    ("offered", "takes"),
    [
        ([("client_max_window_bits", None)], True),
        ([], True),
        ([("server_max_window_bits", "12")], False),
    ],
)
def test_S3_who_unpacks_with_a_smaller_window_is_sent_plain_frames(
    offered: list[tuple[str, str | None]], takes: bool
) -> None:
    agreed = COMPRESSING.process_request_params(offered, [])[1]
    assert takes_packed([agreed]) is takes
    assert takes_packed([]) is False


def test_L3f_nothing_stays_of_what_was_unpacked_between_two_messages() -> None:
    theirs = COMPRESSING.process_request_params([("client_max_window_bits", None)], [])[1]
    ours = PerMessageDeflate(True, True, 15, theirs.remote_max_window_bits)
    for text in (b"a first message of some length", b"and another"):
        sent = ours.encode(Frame(Opcode.TEXT, text))
        assert theirs.decode(sent).data == text
        forget_what_was_unpacked([theirs])
        assert "decoder" not in vars(theirs)


def test_S5_a_whole_view_takes_a_fraction_of_its_length(doors: Doors) -> None:
    fay = doors.opened()
    page = fay.open()
    for number in range(40):
        page.ask("ProposeAgreement", text=f"One voice at a time, and no {number} says it. " * 8)
    fay.open()  # and the pages before it are the view that is kept
    wire = Raw(fay, packs=True).reads_to(b'"here"')
    texts = arrived(browser(), wire)
    assert sum(map(len, texts)) > 5 * len(wire) > 5_000
    assert sum(text.count(b"One voice at a time") for text in texts) >= 40 * 8
