"""A page's line: uvicorn's socket, written to without a detour, and read from only as fast as
its budget allows.

Written to: a frame that goes through the application's `send` costs a step of a coroutine
for each receiver; written straight to the transport it costs little more than the kernel's
own sending (docs/measurements.md).

Who comes in talks to the application as anybody does. Then the room takes the line over: what comes
is handed to it at once, and the application's task, with all that it keeps, is done.

Read from: what arrives is taken in a little at a time, and every frame is paid for: pings, pongs
and pieces of messages too, which the application never sees. Who has no budget left is not answered
but read from later, so that a flood waits with whoever sends it.
"""

import asyncio
import logging
from typing import Any, Protocol

from uvicorn.protocols.utils import ClientDisconnected
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from footpath.limits.budgets import Budget
from footpath.limits.connection_places import ConnectionPlace, ConnectionPlaces
from footpath.room.wire_frames import COMPRESSING, forget_what_was_unpacked, takes_packed

LINE = "footpath.line"
FULL, LOW = 32 * 1024, 8 * 1024
"""Bytes in a transport's own buffer from which its receiver counts as slow, and from which it
may have more again.
"""
BITE = 1024
"""Bytes that are taken in at once: at most 170 frames."""
A_FRAME = 8 * 1024
"""Bytes of a frame that cost as much as another frame: a short one may unpack to much."""
FLOODS_FOR = 60.0
"""Seconds for which somebody may go on sending more than their budget holds before
the line is closed.
"""
LAST_WORDS = 2.0
"""Seconds that a line which is being closed has to answer."""


_log = logging.getLogger(__name__)


def _cost(frame: Any) -> int:
    return 1 + len(getattr(frame, "data", b"")) // A_FRAME


class Listener(Protocol):
    """Who took a line over."""

    def heard(self, text: str | None) -> None:
        """A message came; None where it is no text."""
        ...

    def takes_more(self) -> None:
        """The receiver reads again."""
        ...

    def over(self) -> None:
        """The line is closed."""
        ...


class DirectSockets(WebSocketsSansIOProtocol):
    """The same protocol; the application finds it in the scope."""

    place: ConnectionPlace | None = None
    """Given back at the end; it was taken when the connection came."""
    places: ConnectionPlaces

    def __init__(self, *given: Any, **named: Any) -> None:
        """A budget of its own, until it is known whose line it is."""
        super().__init__(*given, **named)
        self.conn.available_extensions = [COMPRESSING]
        self.takes_packed = False
        self.budget = Budget()
        self.listener: Listener | None = None
        self.is_held = False
        """Whether nothing more is handed over for now."""
        self._held_back_since: float | None = None
        self.close_timeout = LAST_WORDS
        self._unread = bytearray()
        self._goes_on: asyncio.TimerHandle | None = None

    def handle_connect(self, event: Any) -> None:
        """Put the line beside the request; the application runs afterwards."""
        super().handle_connect(event)
        if scope := getattr(self, "scope", None):
            scope[LINE] = self
            self.takes_packed = takes_packed(self.conn.extensions)
            self.transport.set_write_buffer_limits(FULL, LOW)

    def take_over(self, listener: Listener) -> None:
        """What came and comes is handed to a listener; the application may return."""
        self.listener = listener
        while not self.queue.empty():
            message: Any = self.queue.get_nowait()
            if message["type"] == "websocket.disconnect":
                self.loop.call_soon(listener.over)
                return
            if message["type"] == "websocket.receive":
                listener.heard(message.get("text"))
        if self._goes_on is None:
            self._take_in()

    async def run_asgi(self) -> None:
        """As uvicorn does it, but for a line that was taken over."""
        try:
            await self.app(self.scope, self.receive, self.send)
        except ClientDisconnected:
            pass
        except BaseException:
            _log.exception("A socket ended by an error.")
            self.send_500_response()
            self.listener = None
        if self.listener is None and self.close_timer is None:
            self.transport.close()
        elif not self.close_sent:
            self._forget_how_it_came()

    def _forget_how_it_came(self) -> None:
        """A line stays open for hours; its request is of no use any more."""
        del self.scope, self.request, self.response

    def hold(self) -> None:
        """Hand over nothing more for now."""
        self.is_held = True

    def go_on(self) -> None:
        """Hand over again what comes."""
        self.is_held = False
        if self._goes_on is None:
            self._take_in()

    def close(self, code: int, why: str) -> None:
        """Say that it is over, and why; whoever does not answer soon is cut off."""
        if self.close_sent or self.transport.is_closing():
            return
        self.conn.send_close(code, why)
        self.transport.write(b"".join(self.conn.data_to_send()))
        self.close_sent = True
        self._unread.clear()
        self._stop_waiting()
        self._read(True)
        self.close_timer = self.loop.call_later(LAST_WORDS, self._end)

    def _end(self) -> None:
        """They had time to answer; what they have not read yet has as much again."""
        self.transport.close()
        self.close_timer = self.loop.call_later(LAST_WORDS, self.transport.abort)

    def handle_text(self, event: Any) -> None:
        """A text began, or came whole."""
        if self.listener is None:
            super().handle_text(event)
        else:
            self.curr_msg_data_type, self.frames = "text", []
            self.handle_cont(event)

    def handle_bytes(self, event: Any) -> None:
        """The same of what is no text."""
        if self.listener is None:
            super().handle_bytes(event)
        else:
            self.curr_msg_data_type, self.frames = "bytes", []
            self.handle_cont(event)

    def handle_cont(self, event: Any) -> None:
        """A message goes on; with its end it is handed over."""
        if self.listener is None:
            super().handle_cont(event)
            return
        self.frames.append(bytes(event.data))
        if event.fin:
            whole, self.frames = b"".join(self.frames), []
            self._hand_over(self.listener, whole)

    def _hand_over(self, listener: Listener, message: bytes) -> None:
        if self.close_sent:
            return
        if self.curr_msg_data_type != "text":
            listener.heard(None)
            return
        try:
            text = message.decode()
        except UnicodeDecodeError:
            self.conn.send_close(1007)
            self.handle_parser_exception()
            return
        listener.heard(text)

    @property
    def takes_more(self) -> bool:
        """Whether something can be written now: it is open, and its receiver reads."""
        return self.writable.is_set() and not self.transport.is_closing()

    @property
    def has_flooded(self) -> bool:
        """Whether more has been coming for long than its budget holds."""
        since = self._held_back_since
        return since is not None and self.loop.time() - since > FLOODS_FOR

    def write(self, wired: bytes) -> None:
        """Write a frame that is ready for the wire; one object for all who receive it."""
        self.transport.write(wired)

    def abort(self) -> None:
        """Cut the line: what was not read is thrown away."""
        self.transport.abort()

    def resume_writing(self) -> None:
        """The receiver reads again."""
        super().resume_writing()
        if self.listener is not None:
            self.listener.takes_more()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing that came is needed any more, nor the place."""
        if self.place is not None:
            self.places.leave(self.place)
        self._unread.clear()
        self._stop_waiting()
        super().connection_lost(exc)
        if self.listener is not None:
            self.listener.over()

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
        return self.close_sent or (not self.is_held if self.listener else self.queue.empty())

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
