"""The doors of all workshops of this process, and telling the facilitators who are connected
what happens there.
"""

import asyncio
import contextlib
from collections.abc import Callable
from typing import Any

from footpath.room.door import Door

EVERY = 0.5
"""Seconds between two tellings of one door, at least."""


class Doors:
    """A door for each workshop at which something happened in the last minutes."""

    def __init__(self, tell: Callable[[int, dict[str, Any]], None]) -> None:
        """Nothing happened yet; `tell` is called on the loop with a workshop and
        what its door shows.
        """
        self.loop: asyncio.AbstractEventLoop | None = None
        self.standing: dict[int, Door] = {}
        self._tell = tell
        self._watched: dict[int, asyncio.TimerHandle] = {}

    def at(self, workshop: int, happens: Callable[[Door], None]) -> None:
        """Something happens at the door; the facilitators who are connected are told
        soon. From any thread.
        """

        def happen() -> None:
            assert self.loop is not None
            happens(self.standing.setdefault(workshop, Door(self.loop.time)))
            self._watch(workshop, EVERY)

        if self.loop is not None:
            with contextlib.suppress(RuntimeError):  # the server stops
                self.loop.call_soon_threadsafe(happen)

    def _watch(self, workshop: int, wait: float) -> None:
        watched = self._watched.get(workshop)
        assert self.loop is not None
        if watched is None or watched.when() > self.loop.time() + wait:
            if watched is not None:
                watched.cancel()
            self._watched[workshop] = self.loop.call_later(wait, self._say, workshop)

    def _say(self, workshop: int) -> None:
        self._watched.pop(workshop, None)
        door = self.standing[workshop]
        self._tell(workshop, door.view())
        if (wait := door.next_change()) is None:
            del self.standing[workshop]
        else:
            self._watch(workshop, max(wait, EVERY))
