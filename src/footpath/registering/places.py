"""Places: who has one, who waits, and to whom a freed one is offered.

Everything here happens under the notice's lock (`holding`), so that no place is given twice,
however many ask at once.
"""

import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from footpath.notices.models import Notice, Sitting
from footpath.notices.models import State as NoticeState
from footpath.notices.states import has_met
from footpath.registering.models import Registration
from footpath.registering.news import tell
from footpath.workshops.models import Workshop

State = Registration.State
OFFER_FOR = timedelta(hours=24)
SHORTEST_OFFER = timedelta(minutes=15)
"""An offer is open for a day; shortly before the start for half of the time that is left,
and never for less.
"""
AT_ONCE = 5
"""Offers that are made, and as many that are ended, while a notice is held; the others
follow within a minute.
"""

_in_turn = threading.Lock()
"""SQLite lets those who wait for its lock try by chance; within this process they are let in
one after another.
"""


@contextmanager
def holding(workshop: Workshop) -> Generator[Notice]:
    """The workshop's notice, held: nobody else changes its places until the block
    has been committed.
    """
    with _in_turn, transaction.atomic():
        yield Notice.objects.select_for_update().get(pk=workshop.pk)


def free_places(notice: Notice) -> int | None:
    """How many places nobody has and nobody was offered; None where there is no limit, below 0
    after it was lowered.
    """
    if notice.places is None:
        return None
    taken = Registration.objects.filter(workshop=notice.pk, state__in=(State.COMING, State.OFFERED))
    return notice.places - taken.count()


def take_place(notice: Notice, registration: Registration, now: datetime) -> None:
    """Give them a place, or a place at the end of the waiting list; who waited
    before goes first.
    """
    if registration.state in (State.COMING, State.WAITING):
        return
    if registration.state == State.OFFERED:
        accept_offer(registration, now)
        return
    first = offer_freed_places(notice, now)
    free = free_places(notice)
    has_one = free is None or free > first
    registration.state = State.COMING if has_one else State.WAITING
    waiting_since = None if has_one else registration.waiting_since or now
    registration.waiting_since, registration.offered_until = waiting_since, None


def give_back(notice: Notice, registration: Registration, now: datetime) -> None:
    """They are not coming, or wait no longer; what they held is offered to the next."""
    registration.state = State.NOT_COMING
    registration.waiting_since = registration.offered_until = None
    _store(registration)
    offer_freed_places(notice, now)


def accept_offer(registration: Registration, now: datetime) -> None:
    """The place that was offered is theirs, while the offer is open."""
    if registration.state == State.OFFERED and (
        registration.offered_until is None or registration.offered_until > now
    ):
        registration.state = State.COMING
        registration.waiting_since = registration.offered_until = None
        _store(registration)


def offer_freed_places(notice: Notice, now: datetime) -> int:
    """End offers that nobody took in time, then offer free places to the next who
    wait: a few of them.

    Gives how many are still to be offered a place.
    """
    for registration in (
        _of(notice, State.OFFERED).filter(offered_until__lte=now).order_by("pk")[:AT_ONCE]
    ):
        registration.state, registration.waiting_since = State.NOT_COMING, None
        _store(registration)
        tell(registration, "place-gone")
    until = _open_until(notice, now)
    if until is None:
        return 0
    waiting, free = _of(notice, State.WAITING), free_places(notice)
    next_ones = waiting.count() if free is None else min(max(0, free), waiting.count())
    for registration in waiting.order_by("waiting_since", "pk")[: min(next_ones, AT_ONCE)]:
        registration.state, registration.offered_until = State.OFFERED, until
        _store(registration)
        tell(registration, "place-offered")
    return max(0, next_ones - AT_ONCE)


def offer_due_places(now: datetime) -> None:
    """What time and changed limits have freed, in every workshop; to be called
    every minute or so.
    """
    for workshop in Workshop.objects.filter(
        notice__state=NoticeState.PUBLISHED, pk__in=_somebody_waits()
    ):
        while _offer_a_few(workshop, now):
            pass


def _offer_a_few(workshop: Workshop, now: datetime) -> bool:
    """Whether there are more; for as long as these took, others are let in."""
    began = time.monotonic()
    with holding(workshop) as notice:
        more = (
            offer_freed_places(notice, now)
            or _of(notice, State.OFFERED).filter(offered_until__lte=now).exists()
        )
    if more:
        time.sleep(time.monotonic() - began)
    return bool(more)


def _somebody_waits() -> QuerySet[Registration, int]:
    waiting = Registration.objects.filter(state__in=(State.WAITING, State.OFFERED))
    return waiting.values_list("workshop_id", flat=True)


def _store(registration: Registration) -> None:
    registration.save(update_fields=["state", "waiting_since", "offered_until", "changed_at"])


def _of(notice: Notice, state: State) -> QuerySet[Registration]:
    return Registration.objects.filter(workshop=notice.pk, state=state)


def _open_until(notice: Notice, now: datetime) -> datetime | None:
    """Until when a place that is offered now can be taken; None where none is offered any more."""
    if notice.state != NoticeState.PUBLISHED or has_met(notice, now):
        return None
    starts = [sitting.starts_at for sitting in Sitting.objects.filter(notice=notice)]
    to_come = [one for one in starts if one > now]
    left = min(to_come) - now if to_come else (OFFER_FOR if not starts else SHORTEST_OFFER)
    return now + min(OFFER_FOR, max(SHORTEST_OFFER, left / 2 if to_come else left))


def did_not_answer(registration: Registration) -> bool:
    """Whether a place was offered to them and nobody said yes or no in time."""
    return registration.state == State.NOT_COMING and registration.offered_until is not None
