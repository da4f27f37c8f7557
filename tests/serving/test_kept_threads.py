"""Threads that stay for the next page keep a line to the database, and do not trust it."""

import asyncio
import os
from threading import Barrier, get_ident
from typing import Any

import pytest
from asgiref.sync import sync_to_async
from served import Device, Server

from footpath.serving.database_threads import KEPT, KeptThreads, is_kept

SQLITE = "DATABASE_URL" not in os.environ
LINES = (
    "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> "
    "pg_backend_pid()"
)


def answered(requests: int, at_once: int) -> list[tuple[int, bool]]:
    """For each request the thread that answered it, and whether that stays; so many ask
    at the same moment.
    """
    together = Barrier(at_once)

    def page() -> tuple[int, bool]:
        together.wait(10)
        return get_ident(), is_kept()

    async def app(scope: Any, receive: Any, send: Any) -> None:
        found.append(await sync_to_async(page)())

    async def ask() -> None:
        for _ in range(requests // at_once):
            await asyncio.gather(*(threads({}, receive, send) for _ in range(at_once)))

    async def receive() -> Any: ...

    async def send(_: Any) -> None: ...

    found: list[tuple[int, bool]] = []
    threads = KeptThreads(app)
    asyncio.run(ask())
    threads.stop()
    return found


def test_L2c_pages_one_after_another_are_made_in_threads_that_stay() -> None:
    found = answered(30, at_once=1)
    assert len(set(found)) <= KEPT
    assert all(stays for _, stays in found)


def test_L2c_who_finds_every_thread_that_stays_at_work_gets_one_and_waits_for_nobody() -> None:
    found = answered(3 * KEPT, at_once=3 * KEPT)
    assert len(set(found)) == 3 * KEPT
    assert sum(stays for _, stays in found) == KEPT


@pytest.mark.skipif(SQLITE, reason="SQLite has no connections to end")
def test_S1_a_page_finds_a_database_again_that_ended_its_connections(fresh_server: Server) -> None:
    import psycopg

    doors = fresh_server.workshop()
    url = fresh_server.env["DATABASE_URL"].replace("postgres://", "postgresql://")
    with psycopg.connect(url, autocommit=True) as ending:
        kept = ending.execute(LINES).fetchall()
        assert kept
        ending.execute(LINES.replace("SELECT pid", "SELECT pg_terminate_backend(pid)"))
        for _ in range(2 * KEPT):
            page = Device(fresh_server.base).get(
                doors.links["guest"].removeprefix(fresh_server.base)
            )
            assert page.status_code == 200
        assert not set(kept) & set(ending.execute(LINES).fetchall())
