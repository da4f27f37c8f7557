"""The server sends by itself; and the demonstration shows what it would have sent."""

import re
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from mailing import Post
from registering_people import Announced
from served import Server

Serving = Callable[[str], Server]


@pytest.fixture
def serving(
    tmp_path: Path, database: Callable[[], str | None], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Serving]:
    """Starts a server that sends its mails where the test says."""
    started: list[Server] = []

    def start(mail: str) -> Server:
        monkeypatch.setenv("FOOTPATH_MAIL", mail)
        started.append(Server(tmp_path, database()))
        return started[-1]

    yield start
    for server in started:
        server.stop()


def until(found: Callable[[], object]) -> None:
    """Look again until it is so."""
    for _ in range(600):
        if found():
            return
        time.sleep(0.1)
    raise AssertionError("it did not happen within a minute")


def test_W9_the_server_sends_by_itself(serving: Serving) -> None:
    post = Post()
    post.up()
    server = serving(post.url)
    Announced(server).registers("Yarrow", "yarrow@example.org")
    until(lambda: post.taken)
    post.down()
    assert [mail["To"] for mail in post.taken] == ["yarrow@example.org"]
    assert "yarrow" not in server.log()


def test_W9_a_mail_server_that_never_answers_keeps_nobody_waiting(serving: Serving) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        workshop = Announced(serving(f"smtp://127.0.0.1:{silent.getsockname()[1]}/?tls=no"))
        registered = [workshop.registers(f"Person {n}", f"person{n}@example.org") for n in range(3)]
        assert [one.came.status_code for one in registered] == [200, 200, 200]


def test_W13_links_do_not_come_from_what_a_request_says_of_its_host(serving: Serving) -> None:
    server = serving("demo:")
    somebody = Announced(server).somebody(Host=f"localhost:{server.port}")
    somebody.registers("Yarrow", "yarrow@example.org")
    until(lambda: "Yarrow" in newest(server))
    assert f'href="http://localhost:{server.port}/w/' in newest(
        server
    ) and "127.0.0.1" not in newest(server)


def newest(server: Server) -> str:
    """The newest mail of a demonstration, as its page frames it."""
    names = re.findall(r"/mails/(\d+)", httpx.get(f"{server.base}/mails").text)
    return httpx.get(f"{server.base}/mails/{names[0]}/page").text if names else ""


def test_W13_the_demonstration_shows_each_mail_and_what_is_attached(serving: Serving) -> None:
    server = serving("demo:")
    Announced(server).registers("Yarrow", "yarrow@example.org")
    until(lambda: newest(server))
    listed = httpx.get(f"{server.base}/mails").text
    [name] = re.findall(r"/mails/(\d+)", listed)
    assert "You are coming: Buying" in listed and "yarrow@example.org" in listed
    assert 'class="plain">Hello Yarrow,' in httpx.get(f"{server.base}/mails/{name}").text
    file = httpx.get(f"{server.base}/mails/{name}/0")
    assert (
        file.headers["Content-Type"].startswith("text/calendar")
        and b"METHOD:REQUEST" in file.content
    )
    assert httpx.get(f"{server.base}/mails/{name}/1").status_code == 404


def test_W10_providers_report_only_where_a_secret_was_set(serving: Serving) -> None:
    path = "/mail/reports/postmark/tracking/"
    server = serving("anymail+postmark:///?server_token=key&webhook_secret=fay:secret")
    assert httpx.post(server.base + path, json={}, auth=("fay", "guessed")).status_code == 400
    server.stop()
    server.env["FOOTPATH_MAIL"] = "anymail+postmark:///?server_token=key"
    server.start()
    assert httpx.post(server.base + path, json={}, auth=("fay", "guessed")).status_code == 404
