"""Reading: whatever only reads has a copy of the flipchart beside the writer's, in
the thread that asks.

A copy is brought up to date from the record before each reading. So a reading shows everything that
was stored before it was asked for, whichever process stored it, and the writer has nothing to do
for it and never waits for it.
"""

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import TypeVar

from django.db import connection

from footpath.method import Flipchart, Refusal, as_it_stood
from footpath.record import replay
from footpath.record.faults import NOT_READ, Fault, place_of
from footpath.record.others_first import resting

log = logging.getLogger(__name__)

T = TypeVar("T")

AT_ONCE = 3
"""Readings at work in the process; Python runs one at a time, so that more would only
slow the writer down.
"""
MOST_COPIES, MOST_SEARCHED, MOST_LOOKED_THROUGH = 64, 8, 2
"""Flipcharts kept for those who read, for searches, and for pages that look through everything:
readers would wait for a long one.
"""
WAIT = 20.0
"""Seconds that somebody waits for the readings before theirs."""


class _Copy:
    """A workshop's flipchart as its readers have it; one of them reads at a time."""

    def __init__(self, workshop: int) -> None:
        self.lock = threading.Lock()
        self._workshop = workshop
        self._chart: Flipchart | None = None

    def caught_up(self, *rest: replay.Rest) -> Flipchart:
        """The flipchart with everything that is stored now."""
        # where this fails on the way, the next reader makes a new one
        chart, self._chart = self._chart, None
        if chart is None or not replay.catch_up(chart, self._workshop, *rest):
            chart = replay.replay(self._workshop, *rest)
        chart.touched.clear()
        self._chart = chart
        return chart


class _Copies:
    """The copies of the workshops that were read last."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._copies: OrderedDict[int, _Copy] = OrderedDict()
        self._choosing = threading.Lock()

    def forget(self, workshop: int) -> None:
        """Keep nothing of a workshop whose record is gone."""
        with self._choosing:
            self._copies.pop(workshop, None)

    def of(self, workshop: int) -> _Copy:
        """The one copy of a workshop; others that nobody reads may have to go for it."""
        with self._choosing:
            copy = self._copies.setdefault(workshop, _Copy(workshop))
            self._copies.move_to_end(workshop)
            resting = [
                id
                for id, other in self._copies.items()
                if not other.lock.locked() and other is not copy
            ]
            for id in resting[: max(0, len(self._copies) - self._most)]:
                del self._copies[id]
            return copy


class Readings:
    """The readings of this process."""

    def __init__(self) -> None:
        """Copies are made when somebody reads."""
        self._copies, self._searched = _Copies(MOST_COPIES), _Copies(MOST_SEARCHED)
        self._looked_through = _Copies(MOST_LOOKED_THROUGH)
        self._places = threading.BoundedSemaphore(AT_ONCE)

    def read(self, workshop: int, look: Callable[[Flipchart], T]) -> T:
        """Read the flipchart as it stands now. What `look` gives must hold nothing that a later
        entry would change.

        Raises:
            Fault: when it could not be read, or not in time.
        """
        copy = self._copies.of(workshop)
        # a place is taken by who is next in their workshop: the slow readings of one
        # cannot take them all
        with _held(copy.lock), _held(self._places):
            try:
                return look(copy.caught_up())
            except Exception as fault:
                log.error("Reading a flipchart failed: %s", place_of(fault))
                raise Fault(NOT_READ) from None

    def read_own(self, workshop: int, person: int, look: Callable[[Flipchart], T]) -> T:
        """Read for one person's own pages: for who was shown out the flipchart stands still
        at that moment (S8).

        Raises:
            Fault: as `read` does.
        """
        return self.read(workshop, lambda chart: look(_own(chart, workshop, person)))

    def look_through(self, workshop: int, person: int, look: Callable[[Flipchart], T]) -> T:
        """Read as `read_own` does, in a copy that is only there to be looked through: whoever looks
        rests often, and nobody who comes in or opens the room waits for it.

        Raises:
            Fault: as `read` does.
        """
        copy = self._looked_through.of(workshop)
        with _held(copy.lock):
            try:
                return look(_own(copy.caught_up(resting()), workshop, person))
            except Exception as fault:
                log.error("Looking through a flipchart failed: %s", place_of(fault))
                raise Fault(NOT_READ) from None

    def forget(self, workshop: int) -> None:
        """Keep nothing of a workshop whose record is gone."""
        for copies in (self._copies, self._searched, self._looked_through):
            copies.forget(workshop)

    def last_entry(self, workshop: int) -> int:
        """The number of the last entry of a workshop's record.

        Raises:
            Fault: as `read` does.
        """
        return self.read(workshop, lambda chart: chart.number)

    def search(self, workshop: int, look: Callable[[Flipchart], T], rest: replay.Rest) -> T:
        """Read as `read` does, in a copy that nobody else reads: a search rests often, and
        nobody waits for it.

        So does reading the record for it, all of which is read again after each mask.

        Raises:
            Refusal: when `look` does.
            Fault: when it could not be read, or not in time.
        """
        copy = self._searched.of(workshop)
        with _held(copy.lock):
            try:
                return look(copy.caught_up(rest))
            except Refusal:
                raise
            except Exception as fault:
                log.error("Searching a flipchart failed: %s", place_of(fault))
                raise Fault(NOT_READ) from None
            finally:
                connection.close()


def _own(chart: Flipchart, workshop: int, person: int) -> Flipchart:
    known = chart.people.get(person)
    gone = known is not None and known.removed
    return as_it_stood(chart, replay.recorded(workshop), person) if gone else chart


@contextmanager
def _held(lock: "threading.Lock | threading.Semaphore") -> Generator[None]:
    if not lock.acquire(timeout=WAIT):
        raise Fault(NOT_READ)
    try:
        yield
    finally:
        lock.release()
