"""What follows from an entry outside of the record, whichever door it came by.

`settings.FOLLOWING` names for each function the kinds of entries that it follows: it is given the workshop's number and
the entries. That it is still to be done is stored with the entry, in the same transaction; what a crash or a fault
left is done at the next start, or within a minute. So a function may be called twice with the same entry.
"""

import logging
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from functools import cache
from typing import NamedTuple

from django.conf import settings
from django.db import DatabaseError, connection
from django.utils import timezone
from django.utils.module_loading import import_string

from footpath.method import Recorded
from footpath.record.faults import place_of
from footpath.record.models import RecordedEntry, StillToFollow
from footpath.record.vocabulary import entry_of

log = logging.getLogger(__name__)

Follow = Callable[[int, list[Recorded]], None]
IS_BEING_DONE = timedelta(minutes=1)
"""So long another process may still be at it."""


class _Follower(NamedTuple):
    follow: Follow
    kinds: frozenset[str]


@cache
def _followers(*, before_the_answer: bool) -> tuple[_Follower, ...]:
    table: dict[str, tuple[str, ...]] = settings.FOLLOWING["before" if before_the_answer else "after"]
    return tuple(_Follower(import_string(name), frozenset(kinds)) for name, kinds in table.items())


@cache
def _kinds() -> frozenset[str]:
    tables: dict[str, dict[str, tuple[str, ...]]] = settings.FOLLOWING
    return frozenset(kind for table in tables.values() for kinds in table.values() for kind in kinds)


def note(workshop: int, entries: Iterable[Recorded]) -> list[int]:
    """Note what is followed, within the caller's transaction; the numbers of these entries."""
    numbers = [one.number for one in entries if type(one.entry).__name__ in _kinds()]
    StillToFollow.objects.bulk_create(StillToFollow(workshop_id=workshop, number=number) for number in numbers)
    return numbers


class Following:
    """Does what follows, in threads of its own: nobody is told late because of what may be done later."""

    def __init__(self) -> None:
        """Threads start with the first entry that something follows."""
        self._before = ThreadPoolExecutor(1, "record-following")
        self._after = ThreadPoolExecutor(1, "record-following-later")

    def follow(self, workshop: int, numbers: list[int], then: Callable[[], None]) -> None:
        """Do what must be done before somebody is told, then call back, then the rest."""
        self._before.submit(self._first, workshop, numbers, then)

    def _first(self, workshop: int, numbers: list[int], then: Callable[[], None]) -> None:
        entries = _entries(workshop, numbers)
        done = _do(workshop, entries, before_the_answer=True)
        connection.close()
        then()
        self._after.submit(self._rest, workshop, numbers, entries, done)

    def _rest(self, workshop: int, numbers: list[int], entries: list[Recorded] | None, done: bool) -> None:
        if _do(workshop, entries, before_the_answer=False) and done:
            _is_done(workshop, numbers)
        connection.close()

    def close(self) -> None:
        """Finish what was asked, then stop."""
        self._before.shutdown()
        self._after.shutdown()


def _entries(workshop: int, numbers: list[int]) -> list[Recorded] | None:
    """The entries as they are stored now; None where the database does not give them."""
    try:
        rows = RecordedEntry.objects.filter(workshop_id=workshop, number__in=numbers).order_by("number")
        return [
            Recorded(
                number=row.number, at=row.stored_at, by=row.by, typed_by=row.typed_by, said_at=row.said_at,
                entry=entry_of(row.payload),
            ) for row in rows
        ]  # fmt: skip
    except Exception as fault:
        log.error("What follows could not be read, and is tried again: %s", place_of(fault))
        return None


def _do(workshop: int, entries: list[Recorded] | None, *, before_the_answer: bool) -> bool:
    """Call everything that follows; whether all of it was done."""
    if entries is None:
        return False
    all_done = True
    for one in _followers(before_the_answer=before_the_answer):
        followed = [recorded for recorded in entries if type(recorded.entry).__name__ in one.kinds]
        try:
            if followed:
                one.follow(workshop, followed)
        except Exception as fault:  # whatever it is, the others have their turn, and it is tried again
            log.error("What follows could not be done, and is tried again: %s", place_of(fault))
            all_done = False
    return all_done


def _is_done(workshop: int, numbers: list[int]) -> None:
    try:
        StillToFollow.objects.filter(workshop_id=workshop, number__in=numbers).delete()
    except Exception as fault:
        log.error("What was done is done again: %s", place_of(fault))


def follow_at_start() -> None:
    """Do what a crash left."""
    try:
        follow_what_was_left(timezone.now() + IS_BEING_DONE)
    except DatabaseError as fault:
        log.error("What a crash left is looked for again within a minute: %s", place_of(fault))
    finally:
        connection.close()


def follow_what_was_left(now: datetime) -> None:
    """Do what a fault left more than a minute ago; to be called every minute."""
    left = StillToFollow.objects.filter(noted_at__lt=now - IS_BEING_DONE).order_by("workshop_id", "number")
    for workshop in left.values_list("workshop_id", flat=True).distinct():
        numbers = list(left.filter(workshop_id=workshop).values_list("number", flat=True))
        entries = _entries(workshop, numbers)
        if all([_do(workshop, entries, before_the_answer=True), _do(workshop, entries, before_the_answer=False)]):
            _is_done(workshop, numbers)
