"""Plain http to an installation that people reach by https is led there (L1)."""

from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from served import Server
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect
from websockets.typing import Origin

BASE = "https://flipchart.example.org"
BY_HTTP = {
    "Host": "flipchart.example.org",
    "X-Forwarded-Proto": "http",
    "X-Forwarded-For": "203.0.113.7",
}


@pytest.fixture(scope="module")
def https(
    tmp_path_factory: pytest.TempPathFactory, database: Callable[[], str | None]
) -> Iterator[Server]:
    """An installation behind a proxy on this machine."""
    with pytest.MonkeyPatch.context() as given:
        given.setenv("FOOTPATH_URL", BASE)
        given.setenv("FOOTPATH_HOSTS", "flipchart.example.org,localhost,127.0.0.1")
        started = Server(Path(tmp_path_factory.mktemp("https")), database())
    yield started
    started.stop()


@pytest.mark.parametrize(
    "path", ["/", "/code?from=here", "/w/nobody-here/join/secret", "/static/footpath.css"]
)
def test_L5k_plain_http_is_led_to_where_people_come_in(https: Server, path: str) -> None:
    led = httpx.get(https.base + path, headers=BY_HTTP)
    assert (led.status_code, led.headers["location"]) == (301, BASE + path)


def test_L5k_it_leads_to_no_host_that_a_stranger_names(https: Server) -> None:
    led = httpx.get(https.base + "/code", headers={**BY_HTTP, "Host": "evil.example"})
    assert led.headers.get("location", BASE).startswith(BASE)


def test_L5k_who_came_by_https_is_answered_and_told_to_stay(https: Server) -> None:
    came = httpx.get(https.base + "/code", headers={**BY_HTTP, "X-Forwarded-Proto": "https"})
    assert came.status_code == 200
    assert "max-age=31536000" in came.headers["strict-transport-security"]


def test_H4_a_probe_on_this_machine_is_answered(https: Server) -> None:
    assert httpx.get(https.base + "/code").status_code == 200


@pytest.mark.parametrize("origin", ["http://flipchart.example.org", "https://evil.example"])
def test_L5k_no_socket_opens_from_a_page_that_came_by_plain_http(
    https: Server, origin: str
) -> None:
    address = https.base.replace("http", "ws") + "/ws/x?ticket=guessed"
    with connect(address, origin=Origin(origin)) as socket, pytest.raises(ConnectionClosed):
        socket.recv(10)
