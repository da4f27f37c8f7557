"""Throwing a rehearsal away: its rows in every table, and whatever is kept of it in memory."""

import logging
from datetime import datetime
from typing import Any

from django.db import DatabaseError, transaction
from django.db.models import Q

from footpath.record.models import RecordedEntry
from footpath.record.turn import lock
from footpath.registering import retention
from footpath.rehearsing.beginning import KEPT_FOR
from footpath.room import tickets
from footpath.room.forgetting import forget
from footpath.workshops.models import Rehearsal, Workshop

log = logging.getLogger(__name__)


SLICE = 500
"""Rows of the record that go at once, so that nobody who writes elsewhere waits for all of them."""


def throw_away(workshop: int) -> None:
    """Delete a rehearsal wholly; of a workshop that is none nothing happens."""
    if Rehearsal.objects.filter(pk=workshop).exists():
        _thin_out(workshop)
    with transaction.atomic():
        lock([workshop])  # whatever the writer stores now is gone too, or comes too late
        rehearsal = Rehearsal.objects.filter(pk=workshop).first()
        if rehearsal is None:
            return
        Workshop.objects.get(pk=workshop).delete()
    tickets.revoke(workshop, rehearsal.leader)
    tickets.revoke(workshop, None)
    forget(workshop)
    retention.wipe_soon()


def _thin_out(workshop: int) -> None:
    """Delete its entries but for a few, the newest first: whoever reads it meanwhile, or after a
    crash, reads a rehearsal as it was before.
    """
    entries = RecordedEntry.objects.filter(workshop=workshop).order_by("-number")
    for _ in range(entries.count() // SLICE):
        last = entries.values_list("number", flat=True)[SLICE - 1 : SLICE].first()
        if last is not None:
            with transaction.atomic():
                lock([workshop])
                RecordedEntry.objects.filter(workshop=workshop, number__gte=last).delete()


def throw_away_due(now: datetime) -> None:
    """Those that are old, or nobody's any more; to be called every minute."""
    is_old = Q(begun_at__lt=now - KEPT_FOR)
    is_nobodys = Q(account=None, person=None) | Q(person__isnull=False, of=None)
    for workshop in Rehearsal.objects.filter(is_old | is_nobodys).values_list("pk", flat=True):
        try:
            throw_away(workshop)
        except DatabaseError as fault:  # the others all the same
            log.error("A rehearsal stays for a while: %s", type(fault).__name__)


def whoever_is_erased(workshop: Workshop, person: int | None, **_: Any) -> None:
    """Everything of somebody goes from a workshop, and their rehearsal of it too."""
    if person is not None:
        for one in Rehearsal.objects.filter(of=workshop, person=person):
            throw_away(one.pk)
