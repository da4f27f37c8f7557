"""What follows from an entry outside of the record, whichever door it came by.

`settings.FOLLOWING` names for each function the kinds of entries that it follows: it is given the workshop's number and
the entries, and may give what is to be asked of the writer because of them. That it is still to be done is stored with
the entry, in the same transaction; what a crash or a fault left is done at the next start, or within a minute. So a
function may be called twice with the same entry.
"""

import contextlib
import logging
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from datetime import datetime, timedelta
from functools import cache
from typing import Any, NamedTuple

from django.conf import settings
from django.db import DatabaseError, connection
from django.utils import timezone
from django.utils.module_loading import import_string

from footpath.method import Command, Recorded
from footpath.record.faults import place_of
from footpath.record.models import RecordedEntry, StillToFollow
from footpath.record.patience import Patience
from footpath.record.vocabulary import entry_of

log = logging.getLogger(__name__)


class Asking(NamedTuple):
    """What is to be asked of the writer: a command, in whose name, and by which door."""

    command: Command
    person: int | None
    door: str


Follow = Callable[[int, list[Recorded]], "list[Asking] | None"]
Ask = Callable[[int, Command, "int | None", str], "Future[Any]"]
"""The writer's way in, with the workshop's number first."""
IS_BEING_DONE = timedelta(minutes=1)
"""So long another process may still be at it."""
WAIT = 20.0
"""Seconds that what was left is waited for; what takes longer is asked for again a minute later, and happens once."""


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

    def __init__(self, ask: Ask) -> None:
        """Threads start with the first entry that something follows."""
        self._ask = ask
        self._before = ThreadPoolExecutor(1, "record-following")
        self._after = ThreadPoolExecutor(1, "record-following-later")
        self._patience = Patience()
        self._waiting, self._lock = 0, threading.Lock()

    def follow(self, workshop: int, numbers: list[int], then: Callable[[], None]) -> None:
        """Do what must be done before somebody is told, then call back, then the rest.

        What the writer is asked for because of it is waited for with patience: others may be before it in line.
        """
        with self._lock:
            self._waiting += 1
        self._before.submit(self._first, workshop, numbers, then)

    def _first(self, workshop: int, numbers: list[int], then: Callable[[], None]) -> None:
        entries = _entries(workshop, numbers)
        asking = _do(workshop, entries, before_the_answer=True)
        with self._lock:
            self._waiting -= 1
            is_last = self._waiting == 0
        if is_last:
            connection.close()  # opening another for each would hold up whoever comes next
        asked = [self._ask(workshop, *one) for one in asking or ()]
        _when_all(asked, self._patience.at_most(then) if asked else then)
        self._after.submit(self._rest, workshop, numbers, entries, asked if asking is not None else None)

    def _rest(
        self, workshop: int, numbers: list[int], entries: list[Recorded] | None, asked: "list[Future[Any]] | None"
    ) -> None:
        asking = _do(workshop, entries, before_the_answer=False)
        connection.close()
        if asking is None or asked is None:
            return
        all_asked = [*asked, *(self._ask(workshop, *one) for one in asking)]

        def over() -> None:
            if not any(one.exception() for one in all_asked):  # else it is asked for again within a minute
                with contextlib.suppress(RuntimeError):  # it was closed: done at the next start
                    self._after.submit(_is_over, workshop, numbers)

        _when_all(all_asked, over)

    def close(self) -> None:
        """Finish what was asked, then stop; who still waits is told."""
        self._before.shutdown()
        self._patience.close()
        self._after.shutdown()


def _when_all(futures: "list[Future[Any]]", then: Callable[[], None]) -> None:
    """Call back once all of these are done, at once where there are none."""
    left, lock = len(futures), threading.Lock()

    def one(_: object) -> None:
        nonlocal left
        with lock:
            left -= 1
            is_last = left == 0
        if is_last:
            then()

    for future in futures:
        future.add_done_callback(one)
    if not futures:
        then()


def _is_over(workshop: int, numbers: list[int]) -> None:
    _is_done(workshop, numbers)
    connection.close()


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


def _do(workshop: int, entries: list[Recorded] | None, *, before_the_answer: bool) -> list[Asking] | None:
    """Call everything that follows; what is to be asked because of it, or None where not all of it was done."""
    if entries is None:
        return None
    asking, all_done = list[Asking](), True
    for one in _followers(before_the_answer=before_the_answer):
        followed = [recorded for recorded in entries if type(recorded.entry).__name__ in one.kinds]
        try:
            if followed:
                asking += one.follow(workshop, followed) or ()
        except Exception as fault:  # whatever it is, the others have their turn, and it is tried again
            log.error("What follows could not be done, and is tried again: %s", place_of(fault))
            all_done = False
    return asking if all_done else None


def _is_done(workshop: int, numbers: list[int]) -> None:
    try:
        StillToFollow.objects.filter(workshop_id=workshop, number__in=numbers).delete()
    except Exception as fault:
        log.error("What was done is done again: %s", place_of(fault))


def follow_at_start(ask: Ask) -> None:
    """Do what a crash left."""
    try:
        follow_what_was_left(timezone.now() + IS_BEING_DONE, ask)
    except DatabaseError as fault:
        log.error("What a crash left is looked for again within a minute: %s", place_of(fault))
    finally:
        connection.close()


def follow_what_was_left(now: datetime, ask: Ask) -> None:
    """Do what a fault left more than a minute ago; to be called every minute."""
    left = StillToFollow.objects.filter(noted_at__lt=now - IS_BEING_DONE).order_by("workshop_id", "number")
    for workshop in left.values_list("workshop_id", flat=True).distinct():
        numbers = list(left.filter(workshop_id=workshop).values_list("number", flat=True))
        entries = _entries(workshop, numbers)
        both = [_do(workshop, entries, before_the_answer=before) for before in (True, False)]
        asked = [ask(workshop, *one) for asking in both for one in asking or ()]
        done = wait(asked, timeout=WAIT).not_done == set() and not any(one.exception() for one in asked)
        if done and None not in both:
            _is_done(workshop, numbers)
