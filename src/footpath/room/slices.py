"""What everybody in a room is told, in slices of its pages that are visited in turn.

It goes into one log. A slice has its place in it, and is written everything since that place in one
piece, which is made once for the slice; then the loop serves others. So what many are told in a
short time costs one sending to each, and an answer waits for one slice at most and never for the
room. What somebody alone is told goes to them at once, behind what of the log they have not had:
for each receiver the order is the log's. (Rotating slices over a log, as measured in
docs/measurements.md.)
"""

import asyncio
import time
from collections import deque
from typing import Protocol

from footpath.room.waiting import Frame, joined

SLICE = 256
"""Pages in a slice at most."""
TICK = 0.033
"""Seconds from one visit of a slice to its next, at most that long."""
REST = 4
"""So many times as long as telling all slices takes, a slice rests where that is less: a small room
is told at once.
"""


class ToldInTurn(Protocol):
    """A page that is told what the room is."""

    facilitates: bool
    told: int
    """How much of the log it has had, where that is more than its slice has."""

    def put(self, frame: Frame) -> None:
        """Let a frame follow what was put before."""


class Slice:
    """Some pages of a room, and how far they are."""

    __slots__ = ("due", "pages", "told", "took")

    def __init__(self, told: int) -> None:
        """Nobody is in it; its pages have had so much of the log."""
        self.pages: set[ToldInTurn] = set()
        self.told = told
        self.due = 0.0
        """When it may be visited again, on the loop's clock."""
        self.took = 0.0
        """Seconds of the processor that its last visit took."""


class Slices:
    """Of one room. Lives on the loop."""

    def __init__(self) -> None:
        """Nobody is here."""
        self._log: list[tuple[Frame | None, Frame | None]] = []
        """What not every slice has had: for everybody else, and for who facilitates."""
        self._gone = 0
        """How much before that all have had, and that is let go."""
        self._slices = deque[Slice]()
        """The one that was visited least lately is first: it is behind most."""
        self._of: dict[ToldInTurn, Slice] = {}
        self._next: asyncio.Handle | None = None

    @property
    def end(self) -> int:
        """How much was told so far."""
        return self._gone + len(self._log)

    def add(self, page: ToldInTurn) -> None:
        """A page has its whole view, and is told what comes from now on; one that is here already
        is given first what it has not had.
        """
        if page in self._of:
            self.bring_up(page)
        else:
            free = next((one for one in self._slices if len(one.pages) < SLICE), None)
            if free is None:
                self._slices.append(free := Slice(self.end))
            free.pages.add(page)
            self._of[page] = free
        page.told = self.end

    def remove(self, page: ToldInTurn) -> None:
        """A page was closed."""
        if (slice := self._of.pop(page, None)) is not None:
            slice.pages.discard(page)
            if not slice.pages:
                self._slices.remove(slice)
                self._let_go()

    def tell(self, frame: Frame | None, facilitators: Frame | None = None) -> None:
        """Tell it everybody, soon, or nobody else; and who facilitates what is for them instead."""
        if self._slices:
            self._log.append((frame, facilitators or frame))
            self._go_on()

    def with_what_came_before(self, page: ToldInTurn, frame: Frame) -> Frame:
        """A frame for one page, behind what of the log it has not had; with it, it has had that."""
        if page not in self._of:
            return frame
        missing = self._missing(page)
        page.told = self.end
        return joined([*missing, frame]) if missing else frame

    def bring_up(self, page: ToldInTurn) -> None:
        """Tell a page now what it has not had."""
        if page in self._of:
            if missing := self._missing(page):
                page.put(joined(missing))
            page.told = self.end

    def _missing(self, page: ToldInTurn) -> list[Frame]:
        return self._after(max(page.told, self._of[page].told), page.facilitates)

    def _after(self, told: int, facilitates: bool) -> list[Frame]:
        after = self._log[told - self._gone :]
        return [frame for both in after if (frame := both[facilitates]) is not None]

    def _go_on(self) -> None:
        if self._next is not None or not self._log:
            return
        loop, due = asyncio.get_running_loop(), self._slices[0].due
        rests = due > loop.time()
        self._next = loop.call_at(due, self._visit) if rests else loop.call_soon(self._visit)

    def _visit(self) -> None:
        """One slice; then others are served."""
        self._next = None
        if not self._slices:
            return
        slice, began, end = self._slices[0], time.thread_time(), self.end
        self._slices.rotate(-1)
        behind = dict[tuple[int, bool], Frame | None]()
        for page in slice.pages:
            told = max(page.told, slice.told)
            if told < end:
                which = (told, page.facilitates)
                if which not in behind:
                    after = self._after(*which)
                    behind[which] = joined(after) if after else None
                if (frame := behind[which]) is not None:
                    page.put(frame)
        slice.told, slice.took = end, time.thread_time() - began
        round = sum(one.took for one in self._slices)
        slice.due = asyncio.get_running_loop().time() + min(TICK, REST * round)
        self._let_go()
        self._go_on()

    def _let_go(self) -> None:
        """Keep nothing that all have had."""
        told = self._slices[0].told if self._slices else self.end
        del self._log[: told - self._gone]
        self._gone = told
