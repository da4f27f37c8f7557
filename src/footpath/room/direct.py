"""A page's line: uvicorn's socket, written to without a detour.

A frame that goes through the application's `send` costs a step of a coroutine
for each receiver; written straight to the transport it costs little more than the kernel's
own sending (docs/measurements.md).

Who comes in talks to the application as anybody does. Then the room takes the line over: what comes
is handed to it at once, and the application's task, with all that it keeps, is done.
"""

import logging
from typing import Any, Protocol, cast

from uvicorn.protocols.utils import ClientDisconnected

from footpath.limits.connection_places import ConnectionPlace, ConnectionPlaces
from footpath.room.paced import PacedSockets
from footpath.room.wire_frames import COMPRESSING, takes_packed

LINE = "footpath.line"
FULL, LOW = 32 * 1024, 8 * 1024
"""Bytes in a transport's own buffer from which its receiver counts as slow, and from which it
may have more again.
"""
LAST_WORDS = 2.0
"""Seconds that a line which is being closed has to answer."""


_log = logging.getLogger(__name__)


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


class _NobodyAsks:
    """Stands for the queue from which the application takes messages, once it has gone: the same
    for all lines.
    """

    def put_nowait(self, message: Any) -> None:
        """It is not kept."""

    def empty(self) -> bool:
        """Nothing is."""
        return True


NOBODY_ASKS = _NobodyAsks()


class DirectSockets(PacedSockets):
    """The same protocol; the application finds it in the scope."""

    place: ConnectionPlace | None = None
    """Given back at the end; it was taken when the connection came."""
    places: ConnectionPlaces

    def __init__(self, *given: Any, **named: Any) -> None:
        """Nobody took it over yet."""
        super().__init__(*given, **named)
        self.conn.available_extensions = [COMPRESSING]
        self.takes_packed = False
        self.listener: Listener | None = None
        self.close_timeout = LAST_WORDS

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
        self.queue = cast(Any, NOBODY_ASKS)
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

    def close(self, code: int, why: str) -> None:
        """Say that it is over, and why; whoever does not answer soon is cut off."""
        if self.close_sent or self.transport.is_closing():
            return
        self.conn.send_close(code, why)
        self.transport.write(b"".join(self.conn.data_to_send()))
        self.close_sent = True
        self.read_to_the_end()
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

    def write(self, wired: bytes) -> None:
        """Write a frame that is ready for the wire; one object for all who receive it."""
        self.transport.write(wired)

    def abort(self) -> None:
        """Cut the line: what was not read is thrown away."""
        self.transport.abort()

    def end(self, *, too_slow: bool) -> None:
        """Called where it gives its place to another."""
        self.transport.close()
        self.loop.call_later(LAST_WORDS, self.transport.abort)

    def cut(self) -> None:
        """Called where nobody reads."""
        self.transport.abort()

    def unsent(self) -> int:
        """Bytes that wait to be taken."""
        return self.transport.get_write_buffer_size()

    def is_held_up(self) -> bool:
        """Whether what it sends waits for us."""
        return self.read_paused

    def resume_writing(self) -> None:
        """The receiver reads again."""
        super().resume_writing()
        if self.listener is not None:
            self.listener.takes_more()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing that came is needed any more, nor the place."""
        if self.place is not None:
            self.places.leave(self.place)
        super().connection_lost(exc)
        if self.listener is not None:
            self.listener.over()
