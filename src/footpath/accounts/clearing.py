"""What signing in leaves behind goes once a day: sessions that have ended, and letters of codes
that open nothing now.

Anybody can make many of both by typing addresses, so few are deleted in each transaction.
"""

import time
from datetime import datetime, timedelta
from typing import Any

from django.contrib.sessions.models import Session
from django.db.models import QuerySet

from footpath.mail.models import Letter

A_DAY = timedelta(days=1)
"""Between two clearings; and so long a letter stays, far beyond the hour in which it
counts for limits.
"""
AT_ONCE = 500
"""Rows of one transaction."""
_cleared_at: list[datetime] = []


def clear_daily(now: datetime) -> None:
    """Clear unless that was done within a day; to be called every minute."""
    if not _cleared_at or _cleared_at[0] <= now - A_DAY:
        clear(now)
        _cleared_at[:] = [now]


def clear(now: datetime) -> None:
    """Delete what has ended. Of other letters the rows stay: their keys let nobody
    be written to twice.
    """
    _delete(Session.objects.filter(expire_date__lt=now))
    gone = [Letter.State.SENT, Letter.State.DROPPED]
    _delete(Letter.objects.filter(state__in=gone, purpose="sign-in-code", due_at__lt=now - A_DAY))


def _delete(rows: QuerySet[Any]) -> None:
    """Few at a time; for as long as these took, others are let in."""
    while some := list(rows.order_by("pk").values_list("pk", flat=True)[:AT_ONCE]):
        began = time.monotonic()
        rows.filter(pk__in=some).delete()
        time.sleep(time.monotonic() - began)
