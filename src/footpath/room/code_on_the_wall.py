"""The code by which people come in, large on the wall for who comes late (G24): a facilitator puts
it there, and it goes off by itself.

Like the spotlight it lives here, in memory, and nothing of it is an entry. What is told is that it
is there, and never the code: the wall has it anyway, and others have what they came by.
"""

import asyncio
import re

from footpath.method.refusals import FOR_FACILITATORS
from footpath.room.fanout import Connection, Room
from footpath.room.waiting import Frame, encode

SAID = re.compile(r'\{"code": ?(true|false)\}')
"""A frame with which a facilitator puts it there, or takes it off."""
SHOWN_FOR = 120.0
"""Seconds after which it goes off by itself: long enough to find one's telephone."""
EVERY = 0.2
"""Seconds between two changes in one room, at least; of those in between the last one counts."""


class CodesOnWalls:
    """Of the rooms that are open. Lives on the loop."""

    def __init__(self, open: dict[int, Room]) -> None:
        """On no wall."""
        self._open = open
        self._shown: dict[int, asyncio.TimerHandle] = {}
        self._rests: set[int] = set()
        self._asked: dict[int, bool] = {}

    def hear(self, room: Room, connection: Connection, what: str) -> None:
        """Somebody puts it there, or takes it off."""
        if not connection.facilitates:
            connection.send(self.told(room, FOR_FACILITATORS))
            return
        self._asked[room.workshop] = what == "true"
        if room.workshop not in self._rests:
            self._take_up(room.workshop)

    def told(self, room: Room, why: str = "") -> Frame:
        """Whether it is there; a page that comes receives it with its whole view."""
        told: dict[str, bool | str] = {"shown": room.workshop in self._shown}
        return encode({"code": {**told, "why": why} if why else told})

    def _take_up(self, workshop: int) -> None:
        self._rests.discard(workshop)
        asked = self._asked.pop(workshop, None)
        if asked is None:
            return
        self._rests.add(workshop)
        asyncio.get_running_loop().call_later(EVERY, self._take_up, workshop)
        self._put(workshop, asked)

    def _put(self, workshop: int, there: bool) -> None:
        goes_off = self._shown.pop(workshop, None)
        if goes_off is not None:
            goes_off.cancel()
        if there:
            later = asyncio.get_running_loop().call_later
            self._shown[workshop] = later(SHOWN_FOR, self._put, workshop, False)
        room = self._open.get(workshop)
        if room is not None and there != (goes_off is not None):
            room.slices.tell(self.told(room))
