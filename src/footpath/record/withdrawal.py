"""Taking words back from the record: every stored entry is rewritten, and the database keeps no trace of them."""

import logging
import time

from django.db import connection

from footpath.method.rewriting import Rewriting
from footpath.record.models import RecordedEntry
from footpath.record.vocabulary import entry_of, payload_of

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
    RecordedEntry.objects.bulk_update(changed, ["payload"], batch_size=500)
    return len(changed)


def wipe(tries: int = 20) -> bool:
    """After the commit, leave no bytes of the old words in SQLite's write-ahead log.

    PostgreSQL keeps dead rows until VACUUM and its write-ahead log for its retention (docs/privacy.md).
    Returns whether the log is empty; readers can hold it for a moment, so it is tried again.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM record_recordedentry")
        return True
    for attempt in range(tries):
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            row = cursor.fetchone()
        if row is None or row[0] == 0:
            return True
        time.sleep(0.05 * (attempt + 1))
    log.error("The write-ahead log could not be emptied after words were taken back; it will be at the next commit.")
    return False
