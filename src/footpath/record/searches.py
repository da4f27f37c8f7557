"""Searches through all that was said, made beside the writer: for copies of what is taken back,
for a name to cover.

One thread makes them, workshops in turn and in each the kinds of commands in turn. Of one kind as
many are made at once as the method can: what a hundred people took back is looked for in one pass.
Where it makes them one by one, people take turns, and every second is whose who has been here
longest: who comes in as very many has the others only. It lets others go first all the time.
"""

import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from itertools import zip_longest
from typing import NamedTuple

from footpath.method import Actor, Command, Flipchart, Refusal, searching
from footpath.method.words.sought import Searched
from footpath.record.faults import Fault
from footpath.record.others_first import resting
from footpath.record.reader import Readings


class SearchResult(NamedTuple):
    """What a search found, and the number of the last entry that it knew."""

    number: int
    searched: Searched


Then = Callable[[SearchResult | Refusal | Fault], None]


class _Asked(NamedTuple):
    command: Command
    person: int | None
    door: str
    then: Then

    @property
    def by(self) -> Actor:
        return Actor(person=self.person, at=time.time_ns() // 1_000_000, door=self.door)


_People = OrderedDict[int | None, deque[_Asked]]
"""What each person asked for; who had a turn goes behind the others."""


class Searches:
    """What is searched for, workshop by workshop, kind by kind and person by person."""

    def __init__(self, reader: Readings) -> None:
        """Search in the reader's copies; the thread starts with the first search."""
        self._reader = reader
        self._waiting: OrderedDict[int, OrderedDict[type[Command], _People]] = OrderedDict()
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._closing = False
        self._turn = 0

    def add(
        self, workshop: int, command: Command, person: int | None, door: str, then: Then
    ) -> None:
        """Make the search of a command, then hand over what it found, or why the method or
        the record says no.

        It goes on when `then` came back: whoever takes what was found can let it wait.
        """
        with self._changed:
            people = self._waiting.setdefault(workshop, OrderedDict()).setdefault(
                type(command), OrderedDict()
            )
            people.setdefault(person, deque()).append(_Asked(command, person, door, then))
            if self._thread is None:
                self._thread = threading.Thread(
                    target=self._run, name="record-searches", daemon=True
                )
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
            self._search(workshop, asked)

    def _next(self) -> tuple[int, list[_Asked]]:
        """All that is asked next, those first whose turn it is; its kind and its workshop go
        behind the others.
        """
        workshop, kinds = next(iter(self._waiting.items()))
        kind, people = next(iter(kinds.items()))
        self._waiting.move_to_end(workshop)
        kinds.move_to_end(kind)
        self._turn += 1
        if self._turn % 2:
            people.move_to_end(min(people, key=lambda one: one or 0), last=False)  # ids count up
        return workshop, [
            one for each in zip_longest(*people.values()) for one in each if one is not None
        ]

    def _search(self, workshop: int, asked: list[_Asked]) -> None:
        left = dict(enumerate(asked))

        def answer(place: int, what: SearchResult | Refusal | Fault) -> None:
            one = left.pop(place)
            self._is_done(workshop, one)
            one.then(what)

        rest = resting()

        def look(chart: Flipchart) -> None:
            for found in searching(chart, [(one.command, one.by) for one in asked]):
                if found is not None:
                    answer(found[0], SearchResult(chart.number, found[1]))
                rest()

        try:
            self._reader.search(workshop, look, rest)
        except (Refusal, Fault) as why:
            answer(min(left), why) if left else None

    def _is_done(self, workshop: int, asked: _Asked) -> None:
        """It waits no more; what its person asked for besides goes behind other people's."""
        with self._changed:
            kinds = self._waiting[workshop]
            people = kinds[type(asked.command)]
            people[asked.person].remove(asked)
            if people[asked.person]:
                people.move_to_end(asked.person)
                return
            del people[asked.person]
            if not people:
                del kinds[type(asked.command)]
            if not kinds:
                del self._waiting[workshop]
