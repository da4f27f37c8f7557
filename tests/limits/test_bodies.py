"""A body has a limit before anybody is known: refused while it arrives, kept nowhere, and
in a sentence (L1).
"""

import asyncio
import contextlib
import json
import re
import select
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import pytest
from knocking import FORM, answer, bytes_on_disk, close, is_open, knock, post
from served import Device, Doors, Server
from uploading import KB, MB, sheet, upload

from footpath.limits.uploads import ORDINARY, declared_at
from footpath.serving.large_uploads import largest_for


@pytest.fixture(scope="module")
def researcher(server: Server) -> Device:
    """Somebody signed in; `address` leads to the draft of their project's sheet."""
    given = (
        "--organisation",
        "Hedgerow",
        "--name",
        "Heron",
        "--email",
        "heron@example.org",
        "--url",
        server.base,
    )
    link = re.search(r"/sign-in/link/\S+", server.run("setup", *given).stdout)
    assert link is not None
    device = Device(server.base)
    device.get(link[0])
    device.form(link[0])
    made = device.form("/o/hedgerow/research/new", title="How rotas are made")
    found = re.search(r"/r/\w+", made.url.path + made.text)
    assert found is not None
    device.address = found[0] + "/draft"
    return device


def test_L1b_a_body_of_half_a_gigabyte_is_refused_at_its_promise(server: Server) -> None:
    line = knock(server, post("/code", 599_000_000))
    with contextlib.suppress(ConnectionError):
        for _ in range(599):
            line.sendall(b"x" * 1_000_000)
    said = answer(line)
    assert said.startswith("HTTP/1.1 413 ")
    assert "At most 256 KB can be sent here. Go back: what you typed is still there." in said
    assert bytes_on_disk(server) == 0


def test_L1b_a_body_without_a_promise_is_refused_when_it_has_become_too_large(
    server: Server,
) -> None:
    line = knock(
        server,
        b"POST /code HTTP/1.1\r\nHost: localhost\r\n"
        + FORM
        + b"Transfer-Encoding: chunked\r\n\r\n",
    )
    largest = 0
    with contextlib.suppress(ConnectionError):
        for _ in range(200):
            line.sendall(b"%x\r\n%b\r\n" % (64 * KB, b"x" * 64 * KB))
            largest = max(largest, bytes_on_disk(server))
        line.sendall(b"0\r\n\r\n")
    assert answer(line).startswith("HTTP/1.1 413 ")
    assert largest == 0


def test_L1b_who_waits_to_be_told_to_go_on_is_told_no(server: Server) -> None:
    line = knock(server, post("/code", 10 * MB, FORM, b"Expect: 100-continue\r\n"))
    assert line.recv(100).startswith(b"HTTP/1.1 413 ")


def test_L1f_a_form_of_ordinary_size_passes(server: Server, doors: Doors) -> None:
    device = Device(server.base)
    device.get("/code")
    assert device.form("/code", code="x" * 200 * KB).status_code == 400


def test_L1b_a_command_that_is_too_large_is_refused_in_its_own_words(doors: Doors) -> None:
    refused = doors.arrive("Sam").post_raw(
        json.dumps({"do": "WriteNote", "id": "x", "text": "x" * 300 * KB})
    )
    assert refused.status_code == 413
    assert refused.json()["why"].startswith("At most 256 KB can be sent here.")


def test_L1f_a_sheet_of_five_megabytes_is_kept(researcher: Device) -> None:
    status, page = upload(researcher, researcher.address, 5 * MB)
    assert status == 200, page
    assert "larger than" not in page


class Counting(ThreadPoolExecutor):
    """Threads that remember how many were at work at once."""

    asked = now = most = 0

    def submit(self, *given: Any, **more: Any) -> Future[Any]:  # type: ignore[override]
        self.asked, self.now = self.asked + 1, self.now + 1
        self.most = max(self.most, self.now)
        future = super().submit(*given, **more)
        future.add_done_callback(self._done)
        return future

    def _done(self, _: object) -> None:
        self.now -= 1


def test_L2a_looking_who_sends_much_takes_one_thread_of_a_network(transactional_db: None) -> None:
    cookie = (b"cookie", b"sessionid=" + b"a" * 32)
    asked = {
        "type": "http",
        "method": "POST",
        "path": "/r/hedgerow/draft",
        "headers": [cookie],
        "client": ("192.0.2.1", 1),
        "query_string": b"",
    }
    threads = Counting(12)

    async def ask() -> list[int]:
        asyncio.get_running_loop().set_default_executor(threads)
        return await asyncio.gather(*(largest_for(asked) for _ in range(12)))

    assert declared_at(asked["path"]) > ORDINARY
    assert set(asyncio.run(ask())) == {ORDINARY}
    assert (threads.asked, threads.most) == (12, 1)


def test_L1b_a_larger_sheet_is_refused_in_the_form(researcher: Device) -> None:
    status, page = upload(researcher, researcher.address, 5 * MB + 100)
    assert (status, "This file is larger than 5 MB." in page) == (400, True)


def test_L1b_a_much_larger_sheet_is_refused_on_the_way(researcher: Device) -> None:
    status, page = upload(researcher, researcher.address, 20 * MB)
    assert (status, "At most 5 MB can be sent here." in page) == (413, True)


def test_L1a_what_a_form_takes_from_who_is_signed_in_no_stranger_may_send(
    server: Server, researcher: Device
) -> None:
    stranger = Device(server.base)
    stranger.get("/code")
    sent = stranger.http.post(researcher.address, files={"pdf_file": ("sheet.pdf", sheet(3 * MB))})
    assert sent.status_code == 413


def test_L1a_a_form_that_declares_nothing_takes_no_more_from_who_is_signed_in(
    researcher: Device,
) -> None:
    sent = researcher.http.post("/account", files={"pdf_file": ("sheet.pdf", sheet(3 * MB))})
    assert sent.status_code == 413


def test_L1a_bodies_that_are_held_have_a_limit_for_each_network_too(
    server: Server, doors: Doors
) -> None:
    """Eighty of the largest, whole but for their last byte; sixteen make room, the last to
    come none of them.
    """
    lines = [knock(server, post("/code", 256 * KB) + b"x" * (256 * KB - 1)) for _ in range(80)]
    told, _, _ = select.select(lines, [], [], 5)
    while len(told) < 16:
        told, _, _ = select.select(lines, [], [], 5)
    assert len(told) == 16 and lines[-1] not in told
    assert all("Send it again in a minute." in line.recv(65536).decode() for line in told)
    assert doors.arrive("Sam").post("RaiseHand").status_code == 200
    close(lines)


def test_L1e_whoever_promises_much_and_sends_it_slowly_keeps_nobody_behind_their_address_out(
    server: Server, doors: Doors
) -> None:
    lines = [knock(server, post("/code", 256 * KB) + b"x" * 1500) for _ in range(80)]
    sam = doors.arrive("Sam")
    assert sam.post("WriteNote", text="long " * 600).status_code == 200
    assert all(is_open(line) for line in lines)
    close(lines)


def test_L1b_thousands_of_fields_are_refused_in_a_sentence(server: Server) -> None:
    device = Device(server.base)
    device.get("/code")
    refused = device.http.post("/code", data={f"f{at}": "x" for at in range(5_000)})
    assert (refused.status_code, "Send less at once." in refused.text) == (413, True)
    parts = {f"f{at}": ("x", b"x") for at in range(300)}
    assert device.http.post("/code", files=parts).status_code == 413
    assert "Traceback" not in server.log()
