"""H4: a monitor learns whether what people write would be stored, and nothing else."""

import os
import sqlite3

import httpx
import pytest
from served import Server

SQLITE = "DATABASE_URL" not in os.environ


def test_H4_a_monitor_is_answered_without_a_word(server: Server) -> None:
    for ask in (httpx.get, httpx.head):
        answer = ask(f"{server.base}/health")
        assert (answer.status_code, answer.content) == (200, b"")
        assert "set-cookie" not in answer.headers and "no-store" in answer.headers["cache-control"]
    assert httpx.post(f"{server.base}/health").status_code in (403, 405)


@pytest.mark.skipif(not SQLITE, reason="the table is taken away in the file")
def test_H4_a_monitor_learns_that_the_database_does_not_answer(fresh_server: Server) -> None:
    past = sqlite3.connect(fresh_server.folder / "footpath.sqlite3")
    past.execute("ALTER TABLE record_recordedentry RENAME TO elsewhere")
    assert httpx.get(f"{fresh_server.base}/health", timeout=20).status_code == 503
    past.execute("ALTER TABLE elsewhere RENAME TO record_recordedentry")
    past.close()
    assert httpx.get(f"{fresh_server.base}/health", timeout=20).status_code == 200
