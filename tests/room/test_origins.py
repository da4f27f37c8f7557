"""S8: only a page of this very installation opens a socket; what looks like it does not."""

import pytest
from live_page import Page
from served import Doors
from websockets.exceptions import ConnectionClosed, InvalidStatus

OWN = "127.0.0.1:{port}"
ORIGINS = (
    "null", "", " ", "http://", "http:", "*", "file://", "about:blank", "data:",
    "https://evil.example", "https://" + OWN, "HTTP://" + OWN, "Http://" + OWN, "ws://" + OWN,
    "wss://" + OWN, "ftp://" + OWN, "http://127.0.0.1", "http://127.0.0.1:1",
    "http://127.0.0.1:0{port}", "http://127.0.0.1:{port}0",
    "http://127.0.0.1:{port}.evil.example", "http://127.0.0.1.evil.example:{port}",
    "http://127.0.0.1.:{port}", "http://evil.example/" + OWN, "http://evil.example?" + OWN,
    "http://evil.example#" + OWN, "http://evil127.0.0.1:{port}", "http://x@" + OWN,
    "http://" + OWN + "@evil.example", "http://localhost:{port}",
    "http://127.1:{port}", "http://2130706433:{port}", "http://0x7f000001:{port}",
    "http://0.0.0.0:{port}", "http://[::1]:{port}", "http://[::ffff:127.0.0.1]:{port}", "http://[",
    "http://" + OWN + "/", "http://" + OWN + " http://evil.example",
    "http://" + OWN + ",http://evil.example", "http://xn--127-0sa:{port}",
    "http://" + OWN + "/w", "http:" + OWN, "//" + OWN, OWN,
)  # fmt: skip


def test_S13_there_are_forty_origins() -> None:
    assert len(set(ORIGINS)) >= 40


@pytest.mark.parametrize("origin", ORIGINS)
def test_S13_a_page_of_another_site_opens_no_socket(doors: Doors, origin: str) -> None:
    given = origin.format(port=doors.base.rpartition(":")[2])
    with pytest.raises((ConnectionClosed, InvalidStatus)) as refused:
        Page(doors.base, doors.address, doors.arrive("Sam").ticket(), origin=given or "x")
    if isinstance(refused.value, ConnectionClosed):
        assert refused.value.rcvd is not None and refused.value.rcvd.code == 4403


def test_S13_a_page_of_this_installation_does(doors: Doors) -> None:
    Page(doors.base, doors.address, doors.arrive("Sam").ticket(), origin=doors.base).close()
