"""Taking words back from the record: every stored entry is rewritten, and the database keeps no trace of them."""

import logging
import time

from django.db import DatabaseError, connection

from footpath.method.rewriting import Rewriting
from footpath.method.setting_up import PlanChanged, WorkshopSetUp
from footpath.record.models import RecordedEntry
from footpath.record.vocabulary import entry_of, payload_of
from footpath.workshops.models import Workshop

log = logging.getLogger(__name__)


def rewrite(workshop: int, rewritings: list[Rewriting]) -> bool:
    """Pass every stored entry of the workshop through the rewritings, within the caller's transaction.

    An entry keeps its length, with spaces behind it, so that SQLite writes over the old one where it stands: moving
    rows between pages would leave copies that secure_delete does not reach. Returns whether one grew all the same.
    """
    changed: list[RecordedEntry] = []
    grew = False
    for row in RecordedEntry.objects.filter(workshop_id=workshop).iterator():
        entry = entry_of(row.payload)
        for rewriting in rewritings:
            entry = rewriting(entry)
        payload, room = payload_of(entry), len(row.payload.encode())
        if payload == row.payload.rstrip():
            continue
        grew = grew or len(payload.encode()) > room
        row.payload = payload + " " * (room - len(payload.encode()))
        changed.append(row)
        if isinstance(entry, WorkshopSetUp | PlanChanged):  # the title by which hosts find it is a copy
            Workshop.objects.filter(pk=workshop).update(title=entry.title.shown)
            grew = True
    RecordedEntry.objects.bulk_update(changed, ["payload"], batch_size=500)
    return grew


def wipe(moved: bool, tries: int = 5, tables: tuple[str, ...] = ("record_recordedentry",)) -> bool:
    """After the commit, leave no bytes of the old words in SQLite's files; `moved` where rows may have been moved.

    PostgreSQL keeps dead rows of the `tables` until VACUUM and its write-ahead log for its retention (docs/privacy.md).
    Returns whether it is done; where readers hold the log for longer, it is tried again with the next commit.
    """
    try:
        for attempt in range(tries):
            if _wiped(moved, tables):
                return True
            time.sleep(0.02 * (attempt + 1))
    except DatabaseError as fault:
        log.error("Wiping failed after words were taken back: %s", type(fault).__name__)
    log.warning("Old words may still be in the database's log; they go with the next commit.")
    return False


def _wiped(moved: bool, tables: tuple[str, ...]) -> bool:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"VACUUM {', '.join(tables)}")
            return True
        if moved:
            cursor.execute("PRAGMA temp_store=MEMORY")  # no copy in a temporary file either
            cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        row = cursor.fetchone()
        return row is None or row[0] == 0
