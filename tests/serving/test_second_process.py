"""The second process: long pages of large workshops are made there as they would be here; it
ends with the server.
"""

import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from given import new_database
from served import Doors, Guest, Server

from footpath.method.refusals import NO_SUCH_THING
from footpath.serving import second_process


def every_workshop_is_large() -> None:
    """Once one of its long pages was read."""
    from footpath.serving import views_in_turn

    views_in_turn.SHORT = 0.0
    views_in_turn.made_before |= views_in_turn.LONG


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server for which every workshop is large once one of its long pages was read."""
    started = Server(
        tmp_path_factory.mktemp("data"), new_database(), altered=every_workshop_is_large
    )
    yield started
    started.stop()


def every_page_is_long() -> None:
    """However small the workshop is."""
    from footpath.serving import views_in_turn

    views_in_turn.SHORT = 0.0


def makers(server: Server) -> list[int]:
    """The processes of a server that make pages."""
    found: list[int] = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((process / "stat").read_text().rpartition(")")[2].split()[1])
            if parent == server.process.pid and b"spawn_main" in (process / "cmdline").read_bytes():
                found.append(int(process.name))
        except OSError:
            continue
    return found


def until(happened: Callable[[], bool], seconds: float = 20) -> bool:
    """Whether it happens within a while."""
    end = time.monotonic() + seconds
    while not happened() and time.monotonic() < end:
        time.sleep(0.05)
    return happened()


@pytest.fixture
def fay(doors: Doors) -> Guest:
    """A facilitator of a workshop with a line, whose outline was read once."""
    arrived = doors.opened("aims")
    arrived.post("AddAim", text="Pay small firms first", rests_on=[])
    assert arrived.get(f"/w/{doors.address}/outline").status_code == 200
    return arrived


def test_L2c_a_long_page_of_a_large_workshop_is_the_same_from_the_second_process(
    server: Server, fay: Guest
) -> None:
    text = f"/w/{fay.address}/outline.md"
    first = server.workshop().arrive("Una", "facilitator")
    here = first.get(f"/w/{first.address}/outline.md")
    there = fay.get(text)
    assert len(makers(server)) == 1
    assert (there.status_code, sorted(there.headers)) == (200, sorted(here.headers))
    assert "Pay small firms first" in there.text


def test_L2c_the_first_page_of_a_kind_says_nothing_of_a_workshops_size(tmp_path: Path) -> None:
    server = Server(tmp_path, new_database(), altered=every_page_is_long)
    try:
        fay = server.workshop().opened("aims")
        begun = [fay.get(f"/w/{fay.address}/outline") and len(makers(server)) for _ in range(3)]
    finally:
        server.stop()
    assert begun == [0, 0, 1]


def test_S3_a_page_from_there_shows_what_was_written_just_before(fay: Guest) -> None:
    for n in range(5):
        fay.post("AddAim", text=f"Aim number {n}", rests_on=[])
        assert f"Aim number {n}" in fay.get(f"/w/{fay.address}/outline").text


def test_S9_a_stranger_finds_nothing_there_either(server: Server, fay: Guest, doors: Doors) -> None:
    sam = doors.arrive("Sam")
    assert fay.get(f"/w/{fay.address}/record.jsonl").status_code == 200
    assert sam.get(f"/w/{fay.address}/record.jsonl").status_code == 404
    sam.http.cookies.clear()
    assert sam.get(f"/w/{fay.address}/outline").status_code == 404


def test_S4_a_sentence_that_waits_is_shown_once(fay: Guest) -> None:
    shown = fay.form(f"/w/{fay.address}/outline/keep/999").text
    assert NO_SUCH_THING in shown
    assert NO_SUCH_THING not in fay.get(f"/w/{fay.address}/outline").text


def test_S1_where_it_dies_one_page_says_so_and_the_next_is_there(
    server: Server, fay: Guest
) -> None:
    page = fay.open()
    fay.get(f"/w/{fay.address}/outline")
    (maker,) = makers(server)
    os.kill(maker, signal.SIGKILL)
    died = fay.get(f"/w/{fay.address}/outline")
    assert died.status_code == 503 and "Try again in a minute" in died.text
    assert fay.get(f"/w/{fay.address}/outline").status_code == 200
    assert "done" in page.ask("AddAim", text="And nobody in the room noticed", rests_on=[])
    page.close()


def gives_up_soon() -> None:
    """Every workshop is large, and a page is given up after a few seconds."""
    from footpath.serving import second_process

    every_workshop_is_large()
    second_process.WAIT = 4.0


def test_L2c_a_page_that_is_given_up_works_on_nowhere_and_who_waited_behind_it_is_served(
    tmp_path: Path,
) -> None:
    server = Server(tmp_path, new_database(), altered=gives_up_soon)
    try:
        una, ola = (server.workshop().arrive(name, "facilitator") for name in ("Una", "Ola"))
        for guest in (una, ola, una):
            assert guest.get(f"/w/{guest.address}/outline").is_success
        (stuck,) = makers(server)
        os.kill(stuck, signal.SIGSTOP)
        with ThreadPoolExecutor(2) as both:
            first = both.submit(una.get, f"/w/{una.address}/outline")
            time.sleep(0.5)
            behind = both.submit(ola.get, f"/w/{ola.address}/outline")
        assert (first.result().status_code, behind.result().status_code) == (503, 200)
        assert len(makers(server)) == 1 and stuck not in makers(server)
    finally:
        server.stop()


def test_S1_nothing_of_it_stays_when_the_server_is_killed(tmp_path: Path) -> None:
    server = Server(tmp_path, new_database(), altered=every_workshop_is_large)
    una = server.workshop().arrive("Una", "facilitator")
    for _ in range(2):
        una.get(f"/w/{una.address}/outline")
    (maker,) = makers(server)
    server.kill()
    assert until(lambda: not Path(f"/proc/{maker}").exists())


def test_L2c_a_page_that_takes_long_keeps_no_other_workshops_from_being_made() -> None:
    second_process.may_start()
    pool = second_process._running()
    assert pool is not None
    try:
        long = pool.submit(time.sleep, 60)
        assert until(long.running)
        assert pool.submit(os.getpid).result(timeout=25)
        assert not long.done()
    finally:
        second_process._end(pool, given_up=False)
        second_process.stop()
    assert until(lambda: not multiprocessing.active_children())
