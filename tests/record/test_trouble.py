"""A database that is gone or locked for a while: nothing counts as stored, nobody diverges,
and the room goes on.
"""

import os
import sqlite3
from typing import Any

import pytest
from live_page import Page
from served import Doors, Guest, Server

from footpath.config.settings import SQLITE as ON_SQLITE

SQLITE = "DATABASE_URL" not in os.environ


def _same_for_everybody(doors: Doors, fay: Guest, page: Page) -> None:
    page.catch_up()
    assert page.layers["everyone"]["agreement"] == fay.open().layers["everyone"]["agreement"]
    assert len(page.layers["everyone"]["agreement"]) == 2


@pytest.mark.skipif(not SQLITE, reason="PostgreSQL has no lock on the whole file")
def test_S1_while_the_file_is_locked_nothing_counts_as_stored(fresh_server: Server) -> None:
    doors = fresh_server.workshop()
    fay, sam = doors.arrive("Fay", "facilitator"), doors.arrive("Sam")
    page, beside = fay.open(), sam.open()
    page.ask("ProposeAgreement", text="Before")
    locking = sqlite3.connect(fresh_server.folder / "footpath.sqlite3", isolation_level=None)
    locking.execute("BEGIN IMMEDIATE")
    assert page.ask("ProposeAgreement", id="again", text="Meanwhile")["fault"] == "again"
    locking.execute("ROLLBACK")
    locking.close()
    assert page.ask("ProposeAgreement", id="again", text="Meanwhile")["done"] == "again"
    _same_for_everybody(doors, fay, beside)


@pytest.mark.skipif(SQLITE, reason="SQLite has no connections to end")
def test_S1_a_database_that_ends_its_connections_is_found_again(fresh_server: Server) -> None:
    import psycopg

    doors = fresh_server.workshop()
    fay, sam = doors.arrive("Fay", "facilitator"), doors.arrive("Sam")
    page, beside = fay.open(), sam.open()
    page.ask("ProposeAgreement", text="Before")
    url = fresh_server.env["DATABASE_URL"].replace("postgres://", "postgresql://")
    with psycopg.connect(url, autocommit=True) as ending:
        ending.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE pid <> pg_backend_pid() AND datname = current_database()"
        )
    answer = page.ask("ProposeAgreement", id="again", text="Meanwhile")
    for _ in range(5):
        if "done" not in answer:
            answer = page.ask("ProposeAgreement", id="again", text="Meanwhile")
    assert answer["done"] == "again"
    _same_for_everybody(doors, fay, beside)


@pytest.fixture
def another(fresh_server: Server, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A second process of the same installation, on the same PostgreSQL."""
    if SQLITE:
        pytest.skip("SQLite serves one process")
    folder = tmp_path_factory.mktemp("second")
    for key in ("secret-key", "host-key"):
        (folder / key).write_text((fresh_server.folder / key).read_text())
    started = Server(folder, fresh_server.env["DATABASE_URL"])
    yield started
    started.stop()


def _at(server: Server, guest: Guest) -> Guest:
    """The same person's device, talking to the other process."""
    from copy import copy

    import httpx

    there = copy(guest)
    there.base = server.base
    there.http = httpx.Client(base_url=server.base, cookies=guest.http.cookies, timeout=40)
    return there


def test_S3_two_processes_number_one_record_without_a_gap(
    fresh_server: Server, another: Server
) -> None:
    fay = fresh_server.workshop().arrive("Fay", "facilitator")
    here, there = fay.open(), _at(another, fay).open()
    sent = [
        (page, page.send("ProposeAgreement", text=f"Line {n}"))
        for n in range(60)
        for page in (here, there)
    ]
    numbers = [
        page.until(lambda frame, id=id: frame.get("done") == id)["number"] for page, id in sent
    ]
    assert sorted(numbers) == list(range(min(numbers), min(numbers) + 120))
    here.ask("ProposeAgreement", text="Last")
    there.ask("ProposeAgreement", text="Really last")
    here.ask("ProposeAgreement", text="And the very last")
    assert here.catch_up()["everyone"]["agreement"] == fresh_agreement(fay)


def fresh_agreement(fay: Guest) -> dict[str, Any]:
    """What a newcomer receives of the agreement."""
    return fay.open().layers["everyone"]["agreement"]


def test_S7_words_taken_back_in_one_process_go_from_the_other(
    fresh_server: Server, another: Server
) -> None:
    fay = fresh_server.workshop().arrive("Fay", "facilitator")
    here, there = fay.open(), _at(another, fay).open()
    here.ask("OpenFlipchart")
    note = here.ask("WriteNote", text="The planted name stands here")["made"]
    there.ask("Rename", name="Fay of the islands")
    assert "planted" in str(there.layers)
    here.ask("MaskWords", about=note, passage="planted")
    there.ask("Rename", name="Fay")
    there.catch_up()
    assert "planted" not in str(there.layers)


def test_S1_a_lock_is_waited_for_no_longer_than_people_wait() -> None:
    assert ON_SQLITE["OPTIONS"]["timeout"] <= 8
