"""Turns: who goes next of those who wait on the loop, group by group, and after a rest by
what their turn took.

Who waits stands on a path, such as workshop, network, person: a group first, of which only so many
are at work, and at last a line, of which one is. At each fork of the paths the ways on are taken in
turn; of lines that end at the same fork every second turn is for whoever was known first, so that
who comes in as a hundred people has the others only.
"""

import asyncio
import contextlib
import time
from collections import Counter, OrderedDict
from collections.abc import AsyncGenerator, Callable
from typing import Any

LONGEST = 0.25
"""Seconds of the processor's time that count for a rest at most."""

Path = tuple[str, ...]
"""In one and the same Turns all are equally long."""
Rest = Callable[[str, float], float]
"""The seconds that a group rests after a turn that took so many."""


def times(part: float) -> Rest:
    """A rest so many times as long as the turn was."""
    return lambda _, took: part * took


class _Line:
    def __init__(self, since: int) -> None:
        self.since, self.is_busy = since, False
        self.waiting: OrderedDict[asyncio.Future[None], None] = OrderedDict()

    @property
    def is_over(self) -> bool:
        return not self.waiting and not self.is_busy

    def next(self) -> Path | None:
        return () if self.waiting and not self.is_busy else None


class _Fork:
    def __init__(self) -> None:
        self.ways: OrderedDict[str, _Fork | _Line] = OrderedDict()
        self.turns = 0

    @property
    def is_over(self) -> bool:
        return not self.ways

    def line(self, path: Path, since: int) -> _Line:
        """The line at the end of a path from here."""
        name, *rest = path
        if not rest:
            way = self.ways.setdefault(name, _Line(since))
            assert isinstance(way, _Line)
            return way
        way = self.ways.setdefault(name, _Fork())
        assert isinstance(way, _Fork)
        return way.line(tuple(rest), since)

    def next(self) -> Path | None:
        """The path from here to whoever's turn it is."""
        found = (
            (name, path) for name, way in self.ways.items() if (path := way.next()) is not None
        )
        if self.turns % 2 and isinstance(next(iter(self.ways.values()), None), _Line):
            first = min(found, key=lambda one: self._since(one[0]), default=None)
        else:
            first = next(found, None)
        return None if first is None else (first[0], *first[1])

    def _since(self, name: str) -> int:
        way = self.ways[name]
        return way.since if isinstance(way, _Line) else 0

    def was_taken(self, path: Path) -> None:
        """The ways along a path are behind all others now."""
        name, *rest = path
        self.ways.move_to_end(name)
        self.turns += 1
        if isinstance(way := self.ways[name], _Fork):
            way.was_taken(tuple(rest))

    def forget(self, path: Path) -> None:
        """Keep nothing along a path that nobody waits on."""
        name, *rest = path
        way = self.ways[name]
        if isinstance(way, _Fork):
            way.forget(tuple(rest))
        if way.is_over:
            del self.ways[name]


class Turns:
    """Places for which groups wait. Lives on the loop."""

    def __init__(self, places: int, rest: Rest, of_a_group: int = 1) -> None:
        """So many at once, and so many of them a group's."""
        self._free, self._rest, self._most = places, rest, of_a_group
        self._groups: OrderedDict[str, _Fork] = OrderedDict()
        self._at_work: Counter[str] = Counter()

    async def take(
        self, path: Path, since: int = 0, gone: "asyncio.Future[Any] | None" = None
    ) -> bool:
        """Wait for a turn; whether it came before whoever waits has `gone`.

        `since` is smaller for a line that was known earlier.
        """
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        group, *rest = path
        self._groups.setdefault(group, _Fork()).line(tuple(rest), since).waiting[turn] = None
        self._call()
        try:
            await asyncio.wait(
                {turn, gone} if gone is not None else {turn}, return_when=asyncio.FIRST_COMPLETED
            )
        except asyncio.CancelledError:
            self._leave(path, turn)
            raise
        if gone is not None and gone.done() and not turn.done():
            self._leave(path, turn)
        return turn.done()

    def _leave(self, path: Path, turn: asyncio.Future[None]) -> None:
        """Wait no more; a turn that came in the same moment is another's."""
        if turn.done():
            self._end(path)
            return
        del self._line(path).waiting[turn]
        self._forget(path)

    def give_back(self, path: Path, *, took: float) -> None:
        """The turn is another's, after a rest by the seconds that this one took."""
        asyncio.get_running_loop().call_later(
            self._rest(path[0], min(LONGEST, took)), self._end, path
        )

    def _end(self, path: Path) -> None:
        self._free += 1
        self._at_work[path[0]] -= 1
        self._line(path).is_busy = False
        self._forget(path)
        self._call()

    def _line(self, path: Path) -> _Line:
        group, *rest = path
        return self._groups[group].line(tuple(rest), 0)

    def _forget(self, path: Path) -> None:
        group, *rest = path
        self._groups[group].forget(tuple(rest))
        if self._groups[group].is_over:
            del self._groups[group], self._at_work[group]

    def _call(self) -> None:
        while self._free:
            free = (name for name in self._groups if self._at_work[name] < self._most)
            path = next(
                ((name, *way) for name in free if (way := self._groups[name].next()) is not None),
                None,
            )
            if path is None:
                return
            group, *rest = path
            self._groups.move_to_end(group)  # behind all others
            self._groups[group].was_taken(tuple(rest))
            self._at_work[group] += 1
            self._free -= 1
            line = self._line(path)
            line.is_busy = True
            turn, _ = line.waiting.popitem(last=False)
            turn.set_result(None)

    @contextlib.asynccontextmanager
    async def turn(self, path: Path, since: int = 0) -> AsyncGenerator[None]:
        """A turn for what is done within."""
        await self.take(path, since)
        began = time.process_time()  # what a busy machine takes from us is no reason to rest
        try:
            yield
        finally:
            self.give_back(path, took=time.process_time() - began)
