"""Taking back many things, one after another beside everybody's pages: stored, so that a
crash ends nothing.
"""

import logging
import threading
import time
import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import connection
from django.utils import timezone

from footpath.limits.queues import aside
from footpath.method import OWN_PAGES, Flipchart, Refusal
from footpath.method.own_words.taking_back import TakeBack
from footpath.record.faults import place_of
from footpath.record.writer import Fault
from footpath.registering.models import ToTakeBack
from footpath.room.running import rooms
from footpath.workshops.models import Workshop

AGAIN, SOON, SHORTLY = timedelta(hours=1), timedelta(minutes=1), timedelta(seconds=2)
"""When what was refused is asked for again, what was not stored, and what waits for copies of
it to be looked for.
"""
PATIENCE = 3.0
"""Seconds that somebody waits to hear that all of it is gone; afterwards their page
says how much is left.
"""

_log = logging.getLogger(__name__)
_at_work = threading.Lock()
_somebody_is_done = threading.Condition()


def note(
    workshop: Workshop, person: int, things: Iterable[int], let_stand: list[int], now: datetime
) -> None:
    """These things go now, one after another; what is noted already goes when it was to."""
    ToTakeBack.objects.bulk_create(
        (
            ToTakeBack(
                workshop=workshop,
                person=person,
                about=about,
                due_at=now,
                at_once=True,
                let_stand=let_stand,
            )
            for about in things
        ),
        ignore_conflicts=True,
    )
    begin()


def left(workshop: Workshop, person: int | None) -> int:
    """How many things of somebody's are still to go at once."""
    return ToTakeBack.objects.filter(workshop=workshop, person=person, at_once=True).count()


def left_after_a_while(workshop: Workshop, person: int | None) -> int:
    """The same, after waiting for a moment while there is something left."""
    until = time.monotonic() + PATIENCE
    with aside(), _somebody_is_done:
        while (count := left(workshop, person)) and (wait := until - time.monotonic()) > 0:
            connection.close()
            _somebody_is_done.wait(wait)
    return count


def begin() -> None:
    """See that somebody is at it."""
    threading.Thread(target=_run, name="erasing", daemon=True).start()


def go_on_with_what_was_left(now: datetime) -> None:
    """The same for what a crash or a fault left; to be called every minute."""
    if ToTakeBack.objects.filter(at_once=True, due_at__lte=now).exists():
        begin()


def _run() -> None:
    with _at_work:  # whoever comes second finds what was noted after the first had looked
        try:
            take_back_all()
        except Exception as fault:
            _log.error("What is to be erased is tried again within a minute: %s", place_of(fault))
        finally:
            connection.close()


def take_back_all() -> None:
    """Take back what goes at once: a thing of each person in turn, so that who has much waits
    behind nobody's few.
    """
    while people := _people():
        for workshop, person in people:
            theirs = ToTakeBack.objects.filter(workshop=workshop, person=person, at_once=True)
            if (
                one := theirs.filter(due_at__lte=timezone.now()).order_by("pk").first()
            ) is not None:
                _take_back(one, timezone.now())
            if not theirs.exists():
                with _somebody_is_done:
                    _somebody_is_done.notify_all()


def _people() -> list[tuple[int, int]]:
    due = ToTakeBack.objects.filter(at_once=True, due_at__lte=timezone.now())
    return list(due.order_by("workshop", "person").values_list("workshop", "person").distinct())


def take_back_due(now: datetime) -> None:
    """Take back the unnamed things whose time has come; to be called every minute or so."""
    for due in ToTakeBack.objects.filter(due_at__lte=now, at_once=False).select_related("workshop"):
        _take_back(due, now)


def _take_back(one: ToTakeBack, now: datetime) -> None:
    """Ask for it in its author's name. What is refused is asked for again."""
    workshop = one.workshop
    taking = TakeBack(id=str(uuid.uuid4()), about=one.about, let_stand=one.let_stand)
    try:
        rooms().submit(workshop.pk, taking, one.person, OWN_PAGES)
    except Refusal:
        if _is_there(workshop, one.about):
            _later(one, now + AGAIN)
            return
    except Fault:
        _later(one, now + SOON)
        return
    # its words go from the record with that, and only then all of it is gone
    if _is_looked_for(workshop, one.about):
        _later(one, now + SHORTLY)
        return
    one.delete()


def _later(one: ToTakeBack, at: datetime) -> None:
    one.due_at = at
    one.save(update_fields=["due_at"])


def _is_there(workshop: Workshop, about: int) -> bool:
    def look(chart: Flipchart) -> bool:
        thing = chart.find(about)
        return thing is not None and not thing.withdrawn

    return rooms().read(workshop.pk, look)


def _is_looked_for(workshop: Workshop, about: int) -> bool:
    def look(chart: Flipchart) -> bool:
        thing = chart.find(about)
        return thing is not None and any(
            thing.id in (*one.about, one.title_of) for one in chart.looking.values()
        )

    return rooms().read(workshop.pk, look)
