"""Queues: who waits for a place that others have, kind by kind in turn, and gives it back
while waiting elsewhere.

A queue knows no page and no person: it has a key, such as a workshop's address, and kinds of those
who wait in it. The kinds take turns, so that however many wait of one, the next of another waits
for one place and not for them all. Within a kind every second turn is for whoever was known first,
and of all every third: who comes as a hundred people, of as many kinds, does so after the others.
"""

import threading
from collections import Counter, OrderedDict, deque
from collections.abc import Callable, Generator
from contextlib import contextmanager


class TooMany(Exception):
    """So many wait already that another would not have its turn soon."""


class _Waiting:
    def __init__(self, since: int) -> None:
        self.since, self.is_turned_away = since, False
        self.called = threading.Event()


class _Queue:
    def __init__(self, places: int) -> None:
        self.free = places
        self.here: Counter[str] = Counter()
        self.waiting: OrderedDict[str, deque[_Waiting]] = OrderedDict()
        self.turns: Counter[str] = Counter()
        self.turns_of_all = 0

    def next(self) -> _Waiting | None:
        """Who comes next; the rest of its kind goes behind the others."""
        if not self.waiting:
            return None
        self.turns_of_all += 1
        if self.turns_of_all % 3 == 0:
            return self._leaves(*min(self._everybody(), key=_since_of))
        kind, those = next(iter(self.waiting.items()))
        self.waiting.move_to_end(kind)
        self.turns[kind] += 1
        return self._leaves(kind, those[0] if self.turns[kind] % 2 else min(those, key=_since))

    def make_room(self, since: int, kind: str | None = None) -> bool:
        """Turn away who was known last, of one kind or of all, if that is later than this one;
        whether there is room then.
        """
        of = [(name, one) for name, one in self._everybody() if kind in (None, name)]
        name, last = max(of, key=_since_of, default=("", None))
        if last is None or last.since <= since:
            return False
        self._leaves(name, last)
        self.here[name] -= 1
        last.is_turned_away = True
        last.called.set()
        return True

    def _everybody(self) -> list[tuple[str, _Waiting]]:
        return [(kind, one) for kind, those in self.waiting.items() for one in those]

    def _leaves(self, kind: str, one: _Waiting) -> _Waiting:
        self.waiting[kind].remove(one)
        if not self.waiting[kind]:
            del self.waiting[kind]
        return one


def _since_of(one: tuple[str, _Waiting]) -> int:
    return one[1].since


def _since(one: _Waiting) -> int:
    return one.since


class Queues:
    """Places for each of many, which are kept only while somebody has one or waits for one."""

    def __init__(self, places: int, most: int, in_all: int) -> None:
        """So many places each; so many of each kind, and of all kinds, with and without one."""
        self._each, self._most, self._in_all = places, most, in_all
        self._queues: dict[str, _Queue] = {}
        self._lock = threading.Lock()

    def take(self, key: str, kind: str, since: int = 0, *, again: bool = False) -> None:
        """Wait for a place; `since` orders those of a kind, smaller for who was known earlier.

        Who had a place before and takes it `again` is not turned away.

        Raises:
            TooMany: when too many wait already, of the kind or of all, or come who
                were known earlier.
        """
        with self._lock:
            queue = self._queues.setdefault(key, _Queue(self._each))
            if not again and not self._has_room(queue, kind, since):
                raise TooMany
            queue.here[kind] += 1
            if queue.free:
                queue.free -= 1
                return
            mine = _Waiting(-1 if again else since)
            queue.waiting.setdefault(kind, deque()).append(mine)
        mine.called.wait()
        if mine.is_turned_away:
            raise TooMany

    def _has_room(self, queue: _Queue, kind: str, since: int) -> bool:
        if queue.here[kind] >= self._most:
            return queue.make_room(since, kind)
        return queue.here.total() < self._in_all or queue.make_room(since)

    def give_back(self, key: str, kind: str) -> None:
        """Let the next have it."""
        with self._lock:
            queue = self._queues[key]
            queue.here[kind] -= 1
            if (first := queue.next()) is not None:
                first.called.set()
                return
            queue.free += 1
            if queue.free == self._each:
                del self._queues[key]


Place = tuple[Callable[[bool], None], Callable[[], None]]
"""How a place is taken, for the first time or again, and how it is given back."""


class PlacesInTurn:
    """The places that one thread has, in the order in which it takes them: the narrowest first."""

    def __init__(self) -> None:
        """It has none."""
        self._places: list[Place] = []

    def take(self, take: Callable[[bool], None], give_back: Callable[[], None]) -> None:
        """Wait for one more place, given as how it is taken and given back.

        Raises:
            TooMany: when too many wait for it.
        """
        take(False)
        self._places.append((take, give_back))

    def in_queue(self, queues: Queues, key: str, kind: str = "", since: int = 0) -> None:
        """Wait for a place in a queue.

        Raises:
            TooMany: when too many of the kind wait for it.
        """

        def take(again: bool) -> None:
            queues.take(key, kind, since, again=again)

        self.take(take, lambda: queues.give_back(key, kind))

    def give_back(self) -> None:
        """Let others have all of its places."""
        for _, give_back in reversed(self._places):
            give_back()

    def take_again(self) -> None:
        """Wait for all that it gave back."""
        for take, _ in self._places:
            take(True)


_here = threading.local()


@contextmanager
def turn(leaving: Callable[[], bool] = lambda: True) -> Generator[PlacesInTurn]:
    """A turn of this thread's; `leaving` is asked before it steps aside, and
    says whether it can.
    """
    here = PlacesInTurn()
    _here.turn, _here.leaving = here, leaving
    try:
        yield here
    finally:
        _here.turn = None
        here.give_back()


@contextmanager
def aside() -> Generator[None]:
    """Wait for something without keeping a place that others could use, then go
    on with one again.
    """
    here: PlacesInTurn | None = getattr(_here, "turn", None)
    if here is None or not _here.leaving():
        yield
        return
    here.give_back()
    try:
        yield
    finally:
        here.take_again()
