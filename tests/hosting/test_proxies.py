"""The blocks of docs/hosting.md keep what the pages promise, in a real nginx and
a real Caddy (L1).
"""

import re
import uuid
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from given import new_database
from proxying import Proxy, caddy, nginx
from served import Device, Server
from uploading import MB, upload
from websockets.sync.client import connect
from websockets.typing import Origin

pytestmark = pytest.mark.proxy


@pytest.fixture(scope="module", params=[nginx, caddy], ids=["nginx", "caddy"])
def proxy(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Proxy]:
    """The web server, with Footpath behind it."""
    proxy = Proxy(Path(tmp_path_factory.mktemp("proxy")))
    folder = Path(tmp_path_factory.mktemp("data"))
    with pytest.MonkeyPatch.context() as given:
        given.setenv("FOOTPATH_URL", proxy.base)
        server = Server(folder, new_database(), proxy.footpath)
        try:
            with proxy.started(request.param(proxy)):
                proxy.server = server  # type: ignore[attr-defined]
                yield proxy
        finally:
            server.stop()


def researcher(proxy: Proxy) -> Device:
    server: Server = proxy.server  # type: ignore[attr-defined]
    given = (
        "--organisation",
        f"Hedgerow {uuid.uuid4().hex[:6]}",
        "--name",
        "Heron",
        "--email",
        "heron@example.org",
    )
    link = re.search(r"/sign-in/link/\S+", server.run("setup", *given).stdout)
    assert link is not None
    device = proxy.device()
    device.get(link[0])
    device.form(link[0])
    return device


def test_L1f_a_sheet_of_five_megabytes_comes_through(proxy: Proxy) -> None:
    device = researcher(proxy)
    organisation = re.search(r"/o/[\w-]+", device.get("/").text)
    assert organisation is not None
    made = device.form(f"{organisation[0]}/research/new", title="How rotas are made")
    project = re.search(r"/r/\w+", str(made.url))
    assert project is not None
    status, page = upload(device, f"{project[0]}/draft", 5 * MB)
    assert (status, "larger than" in page) == (200, False)


def test_H5_the_room_is_reached_by_its_socket(proxy: Proxy) -> None:
    server: Server = proxy.server  # type: ignore[attr-defined]
    doors = re.findall(r"https://\S+/w/\S+", server.run("workshop", "new", "Buying").stdout)
    guests = next(link for link in doors if "/join/" in link)
    device = proxy.device()
    device.address = guests.split("/")[4]
    path = guests.removeprefix(proxy.base)
    device.get(path)
    device.form(path, arriving=str(uuid.uuid4()), name="Sam", where="online")
    address = f"{proxy.base.replace('http', 'ws')}/ws/{device.address}?ticket={device.ticket()}"
    with connect(address, origin=Origin(proxy.base), ssl=proxy.trust) as socket:  # type: ignore[arg-type]
        assert any('"here"' in str(socket.recv(10)) for _ in range(20))


@pytest.mark.parametrize("coding", ["gzip", "br"])
def test_H2_scripts_come_through_compressed_and_for_good(proxy: Proxy, coding: str) -> None:
    device = proxy.device(**{"Accept-Encoding": coding})
    script = re.search(
        r'src="(/static/[^"]+\.js)"', device.get("/code").text + device.get("/make").text
    )
    style = re.search(r'href="(/static/[^"]+\.css)"', device.get("/code").text)
    assert style is not None
    for found in (style, script) if script else (style,):
        answer = device.get(found[1])
        assert (answer.status_code, answer.headers["content-encoding"]) == (200, coding)
        assert "immutable" in answer.headers["cache-control"]


def test_L5k_plain_http_is_led_to_https(proxy: Proxy) -> None:
    led = httpx.get(f"{proxy.plain}/code?from=here", follow_redirects=False)
    assert led.status_code in (301, 308)
    # Caddy leads to its own 443, which is another port here
    assert led.headers["location"] in (
        f"{proxy.base}/code?from=here",
        "https://localhost/code?from=here",
    )
    assert "max-age" in proxy.device().get("/code").headers["strict-transport-security"]


def test_W25g_wrong_codes_count_for_the_network_that_the_proxy_names_and_no_other(
    proxy: Proxy,
) -> None:
    """What a visitor says of its own address changes nothing."""
    guesser = proxy.device("127.0.0.7")
    guesser.get("/code")
    statuses: list[int] = []
    for guess in range(121):
        guesser.http.headers["X-Forwarded-For"] = f"203.0.113.{guess}"
        statuses.append(guesser.form("/code", code="wrongwrong").status_code)
    assert statuses[-1] == 429
    elsewhere = proxy.device("127.0.0.8")
    elsewhere.get("/code")
    assert elsewhere.form("/code", code="wrongwrong").status_code == 400
