"""Reading from a page's line only as fast as its budget allows.

What arrives is taken in a little at a time, and every frame is paid for: pings, pongs and pieces of
messages too, which the application never sees. Who has no budget left is not answered but read from
later, so that a flood waits with whoever sends it.
"""

import asyncio
from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from footpath.limits.budgets import Budget
from footpath.room.wire_frames import forget_what_was_unpacked

BITE = 1024
"""Bytes that are taken in at once: at most 170 frames."""
A_FRAME = 8 * 1024
"""Bytes of a frame that cost as much as another frame: a short one may unpack to much."""
FLOODS_FOR = 60.0
"""Seconds for which somebody may go on sending more than their budget holds before
the line is closed.
"""


def _cost(frame: Any) -> int:
    return 1 + len(getattr(frame, "data", b"")) // A_FRAME


class PacedSockets(WebSocketsSansIOProtocol):
    """uvicorn's socket, but for how it reads."""

    def __init__(self, *given: Any, **named: Any) -> None:
        """A budget of its own, until it is known whose line it is."""
        super().__init__(*given, **named)
        self.budget = Budget()
        self.is_held = False
        """Whether nothing more is handed over for now."""
        self._held_back_since: float | None = None
        self._unread = bytearray()
        self._goes_on: asyncio.TimerHandle | None = None

    @property
    def takes_more(self) -> bool:
        """Whether something can be written now: it is open, and its receiver reads."""
        return self.writable.is_set() and not self.transport.is_closing()

    @property
    def has_flooded(self) -> bool:
        """Whether more has been coming for long than its budget holds."""
        since = self._held_back_since
        return since is not None and self.loop.time() - since > FLOODS_FOR

    def hold(self) -> None:
        """Hand over nothing more for now."""
        self.is_held = True

    def go_on(self) -> None:
        """Hand over again what comes."""
        self.is_held = False
        if self._goes_on is None:
            self._take_in()

    def data_received(self, data: bytes) -> None:
        """Take in what came, as far as it may come now."""
        if not self.handshake_initiated:
            super().data_received(data)
            return
        self._unread += data
        if self._goes_on is None:
            self._take_in()

    async def receive(self) -> Any:
        """The next message for the application; with it, more is taken in."""
        message = await self.queue.get()
        if self.queue.empty() and self._goes_on is None:
            self._take_in()
        return message

    def _take_in(self) -> None:
        """A bite at a time, while the application keeps up and the budget allows."""
        self._goes_on = None
        while self._unread and self._may_hand_on:
            if (wait := self.budget.wait()) > 0:
                self._hold_back(wait)
                return
            bite = bytes(self._unread[:BITE])
            del self._unread[:BITE]
            self.conn.receive_data(bite)
            self.budget.charge(sum(_cost(one) for one in self.conn.events))
            if self.conn.parser_exc is not None:
                self._unread.clear()
                self.handle_parser_exception()
                return
            self.handle_events()
            if not self.frames:
                forget_what_was_unpacked(self.conn.extensions)
        self._read(not self._unread and self._may_hand_on)

    @property
    def _may_hand_on(self) -> bool:
        return self.close_sent or (not self.is_held and self.queue.empty())

    def _hold_back(self, wait: float) -> None:
        self._read(False)
        if not self.close_sent:  # else it was told to end and floods on: it has time to hear it
            self._held_back_since = self._held_back_since or self.loop.time()
            self._goes_on = self.loop.call_later(wait, self._take_in)

    def _read(self, may: bool) -> None:
        if self.transport.is_closing():
            return
        if may:
            self._held_back_since = None
            if self.read_paused:
                self.read_paused = False
                self.transport.resume_reading()
        elif not self.read_paused:
            self.read_paused = True
            self.transport.pause_reading()

    def read_to_the_end(self) -> None:
        """It was told to end: what it still sends is read and not heard."""
        self._unread.clear()
        self._stop_waiting()
        self._read(True)

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing that came is needed any more."""
        self._unread.clear()
        self._stop_waiting()
        super().connection_lost(exc)

    def _stop_waiting(self) -> None:
        if self._goes_on is not None:
            self._goes_on.cancel()
            self._goes_on = None

    def handle_ping(self) -> None:
        """Answer, unless the answers before this one were not read."""
        if self.takes_more:
            super().handle_ping()
        else:
            self.conn.data_to_send()
