"""Searches through all that was said, made beside the writer: for copies of what is taken back, for a name to cover.

One thread makes them, workshops in turn and in each the people in turn: whoever asks for many waits behind those who
ask for one. Every second turn is whose who has been here longest: who comes in as very many people has the others only.
It lets others go first all the time.
"""

import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from typing import NamedTuple

from footpath.method import Command, Flipchart, Refusal, searching
from footpath.method.copies import Searched
from footpath.record.faults import Fault
from footpath.record.reading import Reader

AT_A_TIME, REST = 0.004, 0.003
"""Seconds that a search works before it rests, and rests: whoever writes meanwhile hardly notices."""


class Found(NamedTuple):
    """What a search found, and the number of the last entry that it knew."""

    number: int
    searched: Searched


Then = Callable[[Found | None], None]


class _Asked(NamedTuple):
    command: Command
    person: int | None
    then: Then


class Searches:
    """What is searched for, workshop by workshop and person by person."""

    def __init__(self, reader: Reader) -> None:
        """Search in the reader's copies; the thread starts with the first search."""
        self._reader = reader
        self._waiting: OrderedDict[int, OrderedDict[int | None, deque[_Asked]]] = OrderedDict()
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._closing = False
        self._turn = 0

    def add(self, workshop: int, command: Command, person: int | None, then: Then) -> None:
        """Make the search of a command, then hand over what it found; None where the writer is to see for itself."""
        with self._changed:
            people = self._waiting.setdefault(workshop, OrderedDict())
            people.setdefault(person, deque()).append(_Asked(command, person, then))
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="record-searches", daemon=True)
                self._thread.start()
            self._changed.notify()

    def close(self) -> None:
        """Finish what is being searched, then stop."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        if self._thread is not None:
            self._thread.join(timeout=5)

    def _run(self) -> None:
        while True:
            with self._changed:
                while not self._waiting and not self._closing:
                    self._changed.wait()
                if not self._waiting:
                    return
                workshop, asked = self._next()
            asked.then(self._search(workshop, asked.command, asked.person))

    def _next(self) -> tuple[int, _Asked]:
        """The next search; the rest of its person's goes behind other people's, its workshop's behind the others."""
        workshop, people = self._waiting.popitem(last=False)
        self._turn += 1
        person = next(iter(people)) if self._turn % 2 else min(people, key=lambda one: one or 0)  # ids count up
        searches = people.pop(person)
        asked = searches.popleft()
        if searches:
            people[person] = searches
        if people:
            self._waiting[workshop] = people
        return workshop, asked

    def _search(self, workshop: int, command: Command, person: int | None) -> Found | None:
        def look(chart: Flipchart) -> Found | None:
            search = searching(chart, command, person)
            found, since = None, time.monotonic()
            for found in search or ():  # noqa: B007, the last is what was found
                if time.monotonic() - since > AT_A_TIME:
                    time.sleep(REST)
                    since = time.monotonic()
            return Found(chart.number, found) if found is not None else None

        try:
            return self._reader.search(workshop, look)
        except (Refusal, Fault):
            return None
