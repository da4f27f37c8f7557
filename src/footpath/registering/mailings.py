"""Mailings: a letter to everybody who registered, written a few at a time, so that nobody waits
because they are many.

What is to be told is one row of the transaction in which it happened. The letters follow every
minute, a slice in each transaction; whatever ends the process, the next goes on behind the last
slice that was stored.
"""

import logging
import time
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from footpath.record.faults import place_of
from footpath.registering.models import Mailing, Registration
from footpath.workshops.models import Workshop

SLICE = 20
"""Registrations of one transaction: a handful of statements, some milliseconds."""
A_MONTH = timedelta(days=30)
_log = logging.getLogger(__name__)

Write = Callable[[Mailing, Sequence[Registration]], None]
"""Asks for the letters of a slice, in the caller's transaction."""


def begin(workshop: Workshop, purpose: str, key: str, **given: object) -> None:
    """Note in the caller's transaction that everybody who has registered by now is to be told."""
    newest = Registration.objects.filter(workshop=workshop).aggregate(pk=Max("pk"))["pk"]
    if newest is not None:
        Mailing.objects.get_or_create(
            key=key,
            defaults={"workshop": workshop, "purpose": purpose, "given": given, "last": newest},
        )


def give_up(workshop: Workshop) -> None:
    """What was still to be told is not needed any more."""
    Mailing.objects.filter(workshop=workshop, done_at=None).delete()


def go_on(writers: dict[str, Write]) -> None:
    """Write all that is to be written: a slice of each workshop in turn, so that none waits
    for another's many.

    What fails is tried again the next time, and keeps no other workshop from its turn.
    """
    left = Mailing.objects.filter(done_at=None)
    failed = set[int]()
    while workshops := sorted({*left.values_list("workshop", flat=True)} - failed):
        for workshop in workshops:
            began = time.monotonic()
            try:
                _slice(workshop, writers)
            except Exception as fault:
                failed.add(workshop)
                _log.error("A mailing goes on within a minute: %s", place_of(fault))
            # as long as it held the database, others are let in
            time.sleep(time.monotonic() - began)


@transaction.atomic
def _slice(workshop: int, writers: dict[str, Write]) -> None:
    """The next few of a workshop's first mailing: their letters, and how far it has come."""
    going = Mailing.objects.select_for_update().filter(workshop=workshop, done_at=None)
    one = going.order_by("pk").first()
    if one is None:
        return
    registered = Registration.objects.filter(
        workshop=workshop, pk__gt=one.reached, pk__lte=one.last
    )
    few = list(registered.order_by("pk")[:SLICE])
    if few:
        writers[one.purpose](one, [here for here in few if here.email])
    one.reached = few[-1].pk if few else one.last
    one.done_at = timezone.now() if len(few) < SLICE else None
    one.save(update_fields=["reached", "done_at"])


def forget_done(now: datetime) -> None:
    """Mailings that were done long ago: nothing of theirs is begun again."""
    Mailing.objects.filter(done_at__lt=now - A_MONTH).delete()
