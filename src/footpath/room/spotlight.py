"""The spotlight: the one thing that a facilitator puts before everybody's eyes (G21).

It lives here, in memory, and nothing of it is an entry. What is told is the number of the thing
and never a word of it, so that each page shows what it has of it, and nothing where it has nothing.
"""

import asyncio
import contextlib
import re
from typing import Any

from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.refusals import FOR_FACILITATORS, Refusal
from footpath.method.throughout import in_the_spotlight, leading
from footpath.record.live import Live, ToTell
from footpath.record.writer import Writer
from footpath.room.fanout import Connection, Room
from footpath.room.waiting import Frame, encode

SAID = re.compile(r'\{"spotlight": ?(null|-?[0-9]{1,15})\}')
"""A frame with which a facilitator puts a thing in the spotlight, or takes it out."""
EVERY = 0.2
"""Seconds between two things in the spotlight of one room, at least; of those in between the
last one counts.
"""
READ_FOR = 2.0
"""Seconds in the spotlight after which a thing counts as read aloud: others were passed over."""


class Spotlight:
    """Of one room. Lives on the loop."""

    def __init__(self, room: Room, writer: Writer) -> None:
        """Nothing stands in it, and nothing was read aloud."""
        self.on: int | None = None
        self._room, self._writer = room, writer
        self._loop = asyncio.get_running_loop()
        self._since = 0.0
        self._phase = ""
        """The group's, when it was put there."""
        self._read: dict[int, None] = {}
        self._asked: tuple[Connection, int | None] | None = None
        self._rests: asyncio.TimerHandle | None = None
        self._unled: asyncio.TimerHandle | None = None

    def hear(self, connection: Connection, what: str) -> None:
        """Somebody puts a thing there, or takes it out (null)."""
        if not connection.facilitates:
            connection.send(self.told(connection, FOR_FACILITATORS))
            return
        self._asked = (connection, None if what == "null" else int(what))
        if self._rests is None:
            self._take_up()

    def follow(self, told: ToTell) -> None:
        """What stands in it may have changed for everybody: it goes out where not everybody
        reads it any more, and with the phase in which it was put there.
        """
        self.look_round()
        change, on = told.changes.get("everyone"), self.on
        if change is None or on is None:
            return
        workshop = change.put.get("sheet", {}).get("workshop")
        if workshop is not None and (workshop.closed or workshop.phase != self._phase):
            self._put(None)
        elif any(on in ids for ids in (*change.put.values(), *change.drop.values())):

            def look(live: Live) -> None:
                if not in_the_spotlight.may_stand_in_it(live.chart, on):
                    self._soon(lambda: self._goes_out(on))

            self._writer.look(self._room.workshop, look)

    def told(self, connection: Connection, why: str = "") -> Frame:
        """What the others were told, also that it is nothing; a page that comes receives it with
        its whole view.
        """
        return self._frame(connection.facilitates, why)

    def look_round(self) -> None:
        """Somebody came, went or leads no more: who could take it out may be here no longer."""
        if self._room.facilitators or self.on is None:
            self._wait_for_nobody()
        elif self._unled is None:
            self._unled = self._loop.call_later(leading.UNLED_FOR, self._put, None)

    def close(self) -> None:
        """The last page was closed."""
        self._wait_for_nobody()
        if self._rests is not None:
            self._rests.cancel()

    def _take_up(self) -> None:
        asked, self._asked = self._asked, None
        if asked is None:
            self._rests = None
            return
        self._rests = self._loop.call_later(EVERY, self._take_up)
        connection, thing = asked

        def look(live: Live) -> None:
            """In the writer's thread: whatever was told before this was told to the pages too."""
            why = _why_not(live.chart, connection.person, thing)
            phase = str(live.chart.phase)
            self._soon(lambda: self._answer(connection, thing, phase, why))

        self._writer.look(self._room.workshop, look)

    def _soon(self, happens: Any) -> None:
        with contextlib.suppress(RuntimeError):  # the server stops
            self._loop.call_soon_threadsafe(happens)

    def _answer(self, connection: Connection, thing: int | None, phase: str, why: str) -> None:
        if why:
            connection.send(self.told(connection, why))
        else:
            self._phase = phase
            self._put(thing)

    def _goes_out(self, thing: int) -> None:
        if self.on == thing:
            self._put(None)

    def _put(self, thing: int | None) -> None:
        now = self._loop.time()
        if thing == self.on:
            return
        if self.on is not None and now - self._since >= READ_FOR:
            self._read[self.on] = None
        self.on, self._since = thing, now
        self._room.slices.tell(self._frame(False), self._frame(True))
        self.look_round()

    def _wait_for_nobody(self) -> None:
        if self._unled is not None:
            self._unled.cancel()
        self._unled = None

    def _frame(self, facilitates: bool, why: str = "") -> Frame:
        """What was read aloud is for facilitators, who see by it what is still to come."""
        told: dict[str, Any] = {"thing": self.on}
        if facilitates:
            told["read"] = list(self._read)
        if why:
            told["why"] = why
        return encode({"spotlight": told})


def _why_not(chart: Flipchart, person: int | None, thing: int | None) -> str:
    try:
        in_the_spotlight.check(chart, thing, person)
    except Refusal as refusal:
        return refusal.sentence
    return ""
