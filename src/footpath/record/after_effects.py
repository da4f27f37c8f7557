"""What follows from an entry outside of the record, whichever door it came by.

`settings.FOLLOWING` names for each function the kinds of entries that it follows: it is given
the workshop's number and the entries, and may give what is to be asked of the writer because of
them. That it is still to be done is stored with the entry, in the same transaction; what a crash
or a fault left is done at the next start, or within a minute. So a function may be called twice
with the same entry.
"""

import logging
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future, wait
from datetime import datetime, timedelta
from functools import cache, partial
from typing import Any, NamedTuple

from django.conf import settings
from django.db import DatabaseError, connection
from django.utils import timezone
from django.utils.module_loading import import_string

from footpath.method import Command, Recorded
from footpath.record.faults import place_of
from footpath.record.in_turn import InTurn
from footpath.record.models import RecordedEntry, StillToFollow
from footpath.record.patience import Patience
from footpath.record.vocabulary import entry_of

log = logging.getLogger(__name__)


class CommandToAsk(NamedTuple):
    """What is to be asked of the writer: a command, in whose name, and by which door."""

    command: Command
    person: int | None
    door: str


MOST_LATER = 200
"""Entries of a workshop of which the rest follows at once."""
Follow = Callable[[int, list[Recorded]], "list[CommandToAsk] | None"]
Ask = Callable[[int, Command, "int | None", str], "Future[Any]"]
"""The writer's way in, with the workshop's number first."""
IS_BEING_DONE = timedelta(minutes=1)
"""So long another process may still be at it."""
WAIT = 20.0
"""Seconds that what was left is waited for; what takes longer is asked for again a minute
later, and happens once.
"""


class _Follower(NamedTuple):
    follow: Follow
    kinds: frozenset[str]


@cache
def _followers(*, before_the_answer: bool) -> tuple[_Follower, ...]:
    table: dict[str, tuple[str, ...]] = settings.FOLLOWING[
        "before" if before_the_answer else "after"
    ]
    return tuple(_Follower(import_string(name), frozenset(kinds)) for name, kinds in table.items())


@cache
def _kinds() -> frozenset[str]:
    tables: dict[str, dict[str, tuple[str, ...]]] = settings.FOLLOWING
    return frozenset(
        kind for table in tables.values() for kinds in table.values() for kind in kinds
    )


def note(workshop: int, entries: Iterable[Recorded]) -> list[int]:
    """Note what is followed, within the caller's transaction; the numbers of these entries."""
    numbers = [one.number for one in entries if type(one.entry).__name__ in _kinds()]
    StillToFollow.objects.bulk_create(
        StillToFollow(workshop_id=workshop, number=number) for number in numbers
    )
    return numbers


class _Told(NamedTuple):
    """Entries for which everything was done that comes before the answer, and what was
    asked because of them.
    """

    numbers: list[int]
    entries: list[Recorded]
    asked: "list[Future[Any]]"


class _Over(NamedTuple):
    """Entries from which nothing is still to follow."""

    numbers: list[int]


_First = tuple[list[int], Callable[[], None]]


class Following:
    """Does what follows, in threads of its own: nobody is told late because of what
    may be done later.
    """

    def __init__(self, ask: Ask) -> None:
        """Threads start with the first entry that something follows."""
        self._ask = ask
        self._before = InTurn[_First]("record-following", self._first)
        self._after = InTurn[_Told | _Over]("record-following-later", self._later, MOST_LATER)
        self._patience = Patience()
        self._waiting, self._lock = 0, threading.Lock()

    def follow(self, workshop: int, numbers: list[int], then: Callable[[], None]) -> None:
        """Do what must be done before somebody is told, then call back, then the rest.

        They are called back after a moment in any case: others may be before it in line, here
        and at the writer.
        """
        with self._lock:
            self._waiting += 1
        self._before.add(workshop, (numbers, self._patience.at_most(then)))

    def _first(self, workshop: int, items: list[_First]) -> None:
        for numbers, then in items:
            entries = _entries(workshop, numbers)
            asking = _do(workshop, entries, before_the_answer=True)
            with self._lock:
                self._waiting -= 1
                is_last = self._waiting == 0
            if is_last:
                connection.close()  # opening another for each would hold up whoever comes next
            asked = [self._ask(workshop, *one) for one in asking or ()]
            _when_all(asked, then)
            # else all of it is tried again within a minute
            if entries is not None and asking is not None:
                self._after.add(workshop, _Told(numbers, entries, asked))

    def _later(self, workshop: int, items: list[_Told | _Over]) -> None:
        """The rest of what follows, for all that were told meanwhile at once."""
        self._rest(workshop, [one for one in items if isinstance(one, _Told)])
        if over := [number for one in items if isinstance(one, _Over) for number in one.numbers]:
            _is_done(workshop, over)
        connection.close()

    def _rest(self, workshop: int, told: list[_Told]) -> None:
        asking = _do(
            workshop, [entry for one in told for entry in one.entries], before_the_answer=False
        )
        if asking is None:
            return
        besides = [self._ask(workshop, *one) for one in asking]
        for one in told:
            all_asked = [*one.asked, *besides]
            _when_all(all_asked, partial(self._is_over, workshop, one.numbers, all_asked))

    def _is_over(self, workshop: int, numbers: list[int], asked: "list[Future[Any]]") -> None:
        if not any(one.exception() for one in asked):  # else it is asked for again within a minute
            self._after.add(workshop, _Over(numbers))

    def close(self) -> None:
        """Finish what was asked, then stop; who still waits is told."""
        self._before.close()
        self._patience.close()
        self._after.close()


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


def _entries(workshop: int, numbers: list[int]) -> list[Recorded] | None:
    """The entries as they are stored now; None where the database does not give them."""
    try:
        rows = RecordedEntry.objects.filter(workshop_id=workshop, number__in=numbers).order_by(
            "number"
        )
        return [
            Recorded(
                number=row.number,
                at=row.stored_at,
                by=row.by,
                typed_by=row.typed_by,
                said_at=row.said_at,
                entry=entry_of(row.payload),
            )
            for row in rows
        ]
    except Exception as fault:
        log.error("What follows could not be read, and is tried again: %s", place_of(fault))
        return None


def _do(
    workshop: int, entries: list[Recorded] | None, *, before_the_answer: bool
) -> list[CommandToAsk] | None:
    """Call everything that follows; what is to be asked because of it, or None where not
    all of it was done.
    """
    if entries is None:
        return None
    asking, all_done = list[CommandToAsk](), True
    for one in _followers(before_the_answer=before_the_answer):
        followed = [recorded for recorded in entries if type(recorded.entry).__name__ in one.kinds]
        try:
            if followed:
                asking += one.follow(workshop, followed) or ()
        except Exception as fault:
            # whatever it is, the others have their turn, and it is tried again
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
    left = StillToFollow.objects.filter(noted_at__lt=now - IS_BEING_DONE).order_by(
        "workshop_id", "number"
    )
    again: list[tuple[int, list[int], list[Future[Any]]]] = []
    for workshop in left.values_list("workshop_id", flat=True).distinct():
        numbers = list(left.filter(workshop_id=workshop).values_list("number", flat=True))
        entries = _entries(workshop, numbers)
        both = [_do(workshop, entries, before_the_answer=before) for before in (True, False)]
        asked = [ask(workshop, *one) for asking in both for one in asking or ()]
        if None not in both:
            again.append((workshop, numbers, asked))
    wait([one for _, _, asked in again for one in asked], timeout=WAIT)
    for workshop, numbers, asked in again:
        if all(one.done() and not one.exception() for one in asked):
            _is_done(workshop, numbers)
