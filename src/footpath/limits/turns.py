"""Turns: who goes next of those who wait on the loop, group by group, and after a rest by what their turn took.

A group is whatever is to have no more than another, such as a network or a workshop; within it those who wait have
lines, such as persons, of each of which one is at work. Groups take turns; within a group every second turn is for
whoever was known first, so that who comes in as a hundred people has the others only.
"""

import asyncio
import contextlib
import time
from collections import OrderedDict
from collections.abc import AsyncGenerator, Callable
from typing import Any

LONGEST = 0.25
"""Seconds of the processor's time that count for a rest at most."""

_Line = OrderedDict[asyncio.Future[None], None]

Rest = Callable[[str, float], float]
"""The seconds that a group rests after a turn that took so many."""


def times(part: float) -> Rest:
    """A rest so many times as long as the turn was."""
    return lambda _, took: part * took


class _Group:
    def __init__(self) -> None:
        self.lines: OrderedDict[tuple[int, str], _Line] = OrderedDict()
        self.busy: set[tuple[int, str]] = set()
        self.turns = 0

    def next(self) -> tuple[int, str] | None:
        """Whose turn it is within the group."""
        free = (one for one in self.lines if one not in self.busy)
        return min(free, default=None) if self.turns % 2 else next(free, None)


class Turns:
    """Places for which groups wait. Lives on the loop."""

    def __init__(self, places: int, rest: Rest, of_a_group: int = 1) -> None:
        """So many at once, and so many of them a group's."""
        self._free, self._rest, self._most = places, rest, of_a_group
        self._groups: OrderedDict[str, _Group] = OrderedDict()

    async def take(self, group: str, line: str = "", since: int = 0, gone: "asyncio.Future[Any] | None" = None) -> bool:
        """Wait for a turn; whether it came before whoever waits has `gone`.

        `since` is smaller for a line that was known earlier.
        """
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        key = since, line
        self._groups.setdefault(group, _Group()).lines.setdefault(key, _Line())[turn] = None
        self._call()
        try:
            await asyncio.wait({turn, gone} if gone is not None else {turn}, return_when=asyncio.FIRST_COMPLETED)
        except asyncio.CancelledError:
            self._leave(group, key, turn)
            raise
        if gone is not None and gone.done() and not turn.done():
            self._leave(group, key, turn)
        return turn.done()

    def _leave(self, group: str, key: tuple[int, str], turn: asyncio.Future[None]) -> None:
        """Wait no more; a turn that came in the same moment is another's."""
        if turn.done():
            self._end(group, key)
            return
        lines = self._groups[group].lines
        del lines[key][turn]
        if not lines[key]:
            del lines[key]
        self._forget(group)

    def give_back(self, group: str, line: str = "", since: int = 0, *, took: float) -> None:
        """The turn is another's, after a rest by the seconds that this one took."""
        rest = self._rest(group, min(LONGEST, took))
        asyncio.get_running_loop().call_later(rest, self._end, group, (since, line))

    def _end(self, group: str, key: tuple[int, str]) -> None:
        self._free += 1
        self._groups[group].busy.discard(key)
        self._forget(group)
        self._call()

    def _forget(self, group: str) -> None:
        if not self._groups[group].lines and not self._groups[group].busy:
            del self._groups[group]

    def _call(self) -> None:
        while self._free:
            found = next(((name, key) for name, one in self._groups.items() if (key := self._next(one))), None)
            if found is None:
                return
            name, key = found
            group = self._groups[name]
            self._groups.move_to_end(name)  # behind all others
            line = group.lines.pop(key)
            turn, _ = line.popitem(last=False)
            if line:
                group.lines[key] = line
            group.busy.add(key)
            group.turns += 1
            self._free -= 1
            turn.set_result(None)

    def _next(self, group: _Group) -> tuple[int, str] | None:
        return group.next() if len(group.busy) < self._most else None

    @contextlib.asynccontextmanager
    async def turn(self, group: str, line: str = "", since: int = 0) -> AsyncGenerator[None]:
        """A turn for what is done within."""
        await self.take(group, line, since)
        began = time.process_time()  # what a busy machine takes from us is no reason to rest
        try:
            yield
        finally:
            self.give_back(group, line, since, took=time.process_time() - began)
