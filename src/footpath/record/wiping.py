"""Leaving no bytes of words that are gone in the database's files (S7), in a thread of its own.

The writer does not wait for it: readers may hold SQLite's log for a while, and PostgreSQL
sweeps a whole table.
"""

import logging
import threading
import time
from collections.abc import Callable

from django.db import DatabaseError, connection, transaction

from footpath.record.faults import place_of

log = logging.getLogger(__name__)

PATIENCE = 1.0
"""Seconds after which whoever waits is answered, while it is tried on."""
EVERY = 0.05


class Wiper:
    """Wipes soon after it was asked to; what could not be wiped yet is tried again until it is."""

    def __init__(self) -> None:
        """Start the thread."""
        self._waiting: list[tuple[float, Callable[[], None]]] = []
        self._asked, self._closing = threading.Event(), False
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._run, name="record-wiper", daemon=True)
        self._thread.start()

    def wipe(self, then: Callable[[], None]) -> None:
        """Wipe what was rewritten until now, then call back; also where it has to be
        tried on for longer.
        """
        with self._lock:
            self._waiting.append((time.monotonic() + PATIENCE, then))
        self._asked.set()

    def close(self) -> None:
        """Finish what was asked, then stop."""
        self._closing = True
        self._asked.set()
        self._thread.join(timeout=5)

    def _run(self) -> None:
        while True:
            self._asked.wait()
            self._asked.clear()
            if self._waiting:
                self._wipe_all()
            if self._closing:
                connection.close()
                return

    def _wipe_all(self) -> None:
        while True:
            with self._lock:
                served, self._waiting = self._waiting, []
            done = wipe()
            now = time.monotonic()
            for until, then in served:
                if done or until < now:
                    then()
                else:
                    self._keep_waiting(until, then)
            if done or self._closing:
                connection.close()
                return
            time.sleep(EVERY)

    def _keep_waiting(self, until: float, then: Callable[[], None]) -> None:
        with self._lock:
            self._waiting.append((until, then))


WITH_WORDS = ("record_recordedentry", "research_paraphrase")
"""The tables from which words go when they are taken back."""


def wipe(tables: tuple[str, ...] = WITH_WORDS) -> bool:
    """After a commit, leave no bytes of the old words in SQLite's files.

    PostgreSQL keeps dead rows of the `tables` until VACUUM and its write-ahead log for its
    retention (docs/privacy.md). Returns whether it is done; where somebody reads just then it is
    not, and is to be tried again.
    """
    try:
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute(f"VACUUM {', '.join(tables)}")
                return True
            # whoever holds the log is not waited for: it is tried again
            cursor.execute("PRAGMA busy_timeout=0")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            row = cursor.fetchone()
            return row is None or row[0] == 0
    except DatabaseError as fault:
        log.warning(
            "Old words may still be in the database's files; wiping is tried again: %s",
            place_of(fault),
        )
        connection.close()
        return False


def rows_of(table: str) -> int:
    """How many rows a table has."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        return cursor.fetchone()[0]


def rebuild(table: str) -> None:
    """On SQLite, put a table's rows in anew: rows that grew were moved between pages and
    left copies there.

    Emptied as a whole a table gives every page of it back, and `secure_delete` writes noughts over
    each. That holds the writer for as long as the table's rows take, some five milliseconds a
    thousand, where VACUUM writes the whole file.
    """
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA temp_store=MEMORY")  # no copy in a temporary file either
        # else the rows go one by one, and the same ones come back
        cursor.execute("PRAGMA foreign_keys=OFF")
        try:
            with transaction.atomic():
                cursor.execute(f"CREATE TEMP TABLE put_in_anew AS SELECT * FROM main.{table}")
                cursor.execute(f"DELETE FROM main.{table}")
                cursor.execute(f"INSERT INTO main.{table} SELECT * FROM put_in_anew")
                cursor.execute("DROP TABLE put_in_anew")
        finally:
            cursor.execute("PRAGMA foreign_keys=ON")
