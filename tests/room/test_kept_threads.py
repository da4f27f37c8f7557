"""Threads that stay for the next page keep a line to the database, and do not trust it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from serving import Device, Server
from serving_fixtures import new_database

from footpath.config.kept_threads import KEPT

SQLITE = "DATABASE_URL" not in os.environ
LINES = "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"


@pytest.fixture
def started(tmp_path: Path) -> Iterator[Server]:
    server = Server(tmp_path, new_database())
    yield server
    server.stop()


def threads(server: Server) -> set[str]:
    return set(os.listdir(f"/proc/{server.process.pid}/task"))


def test_L2_pages_one_after_another_are_made_in_threads_that_stay(started: Server) -> None:
    device = Device(started.base)
    for _ in range(2 * KEPT):
        device.get("/sign-in")
    before = threads(started)
    assert [device.get("/sign-in").status_code for _ in range(30)] == [200] * 30
    assert before <= threads(started), "one more may have begun to stay meanwhile"


@pytest.mark.skipif(SQLITE, reason="SQLite has no connections to end")
def test_S1_a_page_finds_a_database_again_that_ended_its_connections(started: Server) -> None:
    import psycopg

    doors = started.workshop()
    url = started.env["DATABASE_URL"].replace("postgres://", "postgresql://")
    with psycopg.connect(url, autocommit=True) as ending:
        kept = ending.execute(LINES).fetchall()
        assert kept
        ending.execute(LINES.replace("SELECT pid", "SELECT pg_terminate_backend(pid)"))
        for _ in range(2 * KEPT):
            assert Device(started.base).get(doors.links["guest"].removeprefix(started.base)).status_code == 200
        assert not set(kept) & set(ending.execute(LINES).fetchall())
