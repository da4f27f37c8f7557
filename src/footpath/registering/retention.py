"""Keeping no longer than was said: personal data of registrations goes by itself; what
consents need stays (W28).
"""

import threading
import time
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from footpath.mail.models import Letter
from footpath.notices.models import Notice
from footpath.notices.when import last_end
from footpath.record.wiping import rebuild, rows_of, wipe
from footpath.registering.models import Registration
from footpath.workshops.models import Workshop

State = Letter.State
TABLES = ("registering_registration", "registering_attendance", "mail_letter")
"""Where something personal was that changes its length, so that old bytes of it may stand
beside what holds now.
"""

SLICE = 100
"""Registrations that are erased in one transaction."""
SMALL = 4_000
"""Rows of a table that can be put in anew at any time: some twenty milliseconds."""
SELDOM, DAILY = 600.0, 24 * 3600.0
"""Seconds until that is done again with a small table, and with a large one."""

_to_wipe = threading.Event()
"""Something was erased of which old bytes may still be in the database's files."""
_rebuilding = threading.Lock()
_rebuilt_at: dict[str, float] = {}


def forgotten_at(notice: Notice) -> datetime:
    """When the personal data of a workshop's registrations goes: so many days after its last
    sitting has ended.

    Of a workshop that was cancelled too. Where no sitting is settled they are counted from the
    notice's last change.
    """
    return (last_end(notice) or notice.changed_at) + timedelta(days=notice.keep_days)


def forget_due(now: datetime) -> None:
    """Erase what is due in every workshop, also what came due while the server was down; to be
    called now and then.
    """
    kept = Registration.objects.filter(erased_at=None).values("workshop")
    for notice in Notice.objects.filter(pk__in=kept):
        if forgotten_at(notice) <= now:
            erase(Registration.objects.filter(workshop=notice.workshop, erased_at=None), now)
    finish_erasing()


def erase(registrations: QuerySet[Registration], now: datetime) -> None:
    """Delete what is personal in them and in their letters; the rows stay, for consents and for
    the personal link.

    Some in each transaction, so that nobody waits because they are many; what a crash
    leaves is still due.
    """
    rows = list(registrations.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(rows), SLICE):
        began = time.monotonic()
        _erase_a_few(rows[start : start + SLICE], now)
        if start + SLICE < len(rows):
            # as long as it held the database, others are let in
            time.sleep(time.monotonic() - began)
    if rows:
        _to_wipe.set()


@transaction.atomic
def _erase_a_few(rows: list[int], now: datetime) -> None:
    letters = Letter.objects.filter(registration__in=rows)
    letters.filter(state__in=[State.WAITING, State.SENDING]).update(state=State.DROPPED)
    letters.update(to="", given={}, trouble="", whom="", letter_id="")
    Registration.objects.filter(pk__in=rows).update(
        name="", email="", address="", access_needs="", answers={}, only_watch=False,
        could_tell=False, side="", line="", elsewhere=False, said_before={}, erased_at=now,
    )  # fmt: skip


def wipe_soon() -> None:
    """Something personal was deleted elsewhere too: leave no bytes of it."""
    _to_wipe.set()
    finish_erasing()


def finish_erasing() -> None:
    """Leave no bytes of what was erased in the database's files; the next time, where it
    cannot be done just now.
    """
    if not _to_wipe.is_set() or not _rebuilding.acquire(blocking=False):
        return
    try:
        _to_wipe.clear()
        if not all(
            [_is_rebuilt(table) for table in TABLES]
            + [wipe(tables=(*TABLES, "record_recordedentry"))]
        ):
            _to_wipe.set()
    finally:
        _rebuilding.release()


def _is_rebuilt(table: str) -> bool:
    """Put a table's rows in anew, unless that was done lately: who erases again and again
    keeps nobody waiting.
    """
    seldom, now = SELDOM if rows_of(table) <= SMALL else DAILY, time.monotonic()
    if now - _rebuilt_at.get(table, -DAILY) < seldom:
        return False
    rebuild(table)
    _rebuilt_at[table] = now
    return True


def kept_until(workshop: Workshop) -> datetime | None:
    """Until when personal data is kept; None where nobody announced anything."""
    notice = Notice.objects.filter(workshop=workshop).first()
    return forgotten_at(notice) if notice is not None else None
