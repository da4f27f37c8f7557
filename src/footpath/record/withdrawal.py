"""Taking words back from the record: every stored entry is rewritten, and the database keeps no trace of them."""

import logging
import time

from django.db import DatabaseError, connection

from footpath.method.gather import WorkshopSetUp
from footpath.method.rewriting import Rewriting
from footpath.record.models import RecordedEntry
from footpath.record.vocabulary import entry_of, payload_of
from footpath.workshops.models import Workshop

log = logging.getLogger(__name__)


def rewrite(workshop: int, rewritings: list[Rewriting]) -> int:
    """Pass every stored entry of the workshop through the rewritings, within the caller's transaction.

    Returns how many entries changed.
    """
    changed: list[RecordedEntry] = []
    for row in RecordedEntry.objects.filter(workshop_id=workshop).iterator():
        entry = entry_of(row.payload)
        for rewriting in rewritings:
            entry = rewriting(entry)
        payload = payload_of(entry)
        if payload != row.payload:
            row.payload = payload
            changed.append(row)
        if isinstance(entry, WorkshopSetUp):  # the title by which hosts find it is a copy
            Workshop.objects.filter(pk=workshop).update(title=entry.title.shown)
    RecordedEntry.objects.bulk_update(changed, ["payload"], batch_size=500)
    return len(changed)


def wipe(tries: int = 5) -> bool:
    """After the commit, leave no bytes of the old words in SQLite's write-ahead log.

    PostgreSQL keeps dead rows until VACUUM and its write-ahead log for its retention (docs/privacy.md).
    Returns whether it is done; where readers hold the log for longer, it is tried again with the next commit.
    """
    try:
        for attempt in range(tries):
            if _wiped():
                return True
            time.sleep(0.02 * (attempt + 1))
    except DatabaseError as fault:
        log.error("Wiping failed after words were taken back: %s", type(fault).__name__)
    log.warning("Old words may still be in the database's log; they go with the next commit.")
    return False


def _wiped() -> bool:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("VACUUM record_recordedentry")
            return True
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        row = cursor.fetchone()
        return row is None or row[0] == 0
