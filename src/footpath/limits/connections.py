"""uvicorn's HTTP connection with limits that hold before anybody is known: its place, its
head, and its pace.
"""

import asyncio
import logging
from functools import partial
from typing import Any, cast

import httptools
from uvicorn.config import Config
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle
from uvicorn.server import ServerState

from footpath.limits.attempts import networks_of
from footpath.limits.connection_places import LOOK_EVERY, ConnectionPlace, ConnectionPlaces
from footpath.limits.sentences import (
    ADDRESS_TOO_LONG,
    HEAD_TOO_LARGE,
    NO_PLACE,
    TOO_SLOW,
    UNREADABLE,
    No,
    TurnedAway,
)

_log = logging.getLogger(__name__)

PLACE = "footpath.place"
LONGEST_HEAD = 32 * 1024
LONGEST_ADDRESS = 8 * 1024
MOST_THROWN_AWAY = 256 * 1024
"""Bytes after which a connection ends on which more is sent before its answer is there;
browsers wait for it.
"""
TURNED_AWAY_AT_ONCE = 32
LINGER = 2.0
"""Seconds for reading why one was turned away; closing at once could take the answer
back from the browser.
"""


class Entrance:
    """Makes the connections of a server, and looks after them all with one timer."""

    def __init__(self, most: int) -> None:
        """A server with so many places."""
        self.places = ConnectionPlaces(most)
        self.turned_away = 0
        self._proxies: Any = None
        self._looking: asyncio.TimerHandle | None = None

    def __call__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: Any = None,
    ) -> Any:
        """A new connection's protocol, as uvicorn asks for it."""
        if self._proxies is None:
            trusted = (config.forwarded_allow_ips or "127.0.0.1") if config.proxy_headers else []
            self._proxies = ProxyHeadersMiddleware(cast(Any, None), trusted).trusted_hosts
        return LimitedHttp(self, config, server_state, app_state, _loop)

    def network_of(self, address: str) -> str | None:
        """The network that a connection counts for, of IPv6 the whole site; None for a proxy of
        ours, which passes everybody on.
        """
        return None if address in self._proxies else networks_of(address)[-1]

    def look_round(self, loop: asyncio.AbstractEventLoop) -> None:
        """Now, and then again and again: a second more or less matters to nobody."""
        self.places.look_round(loop.time())
        self._looking = loop.call_later(LOOK_EVERY, self.look_round, loop)

    def watch(self, loop: asyncio.AbstractEventLoop) -> None:
        """Begin to look round, with the first connection."""
        if self._looking is None:
            self.look_round(loop)


class LimitedHttp(HttpToolsProtocol):
    """A connection that is told no where it is too slow, too much or one too many."""

    def __init__(
        self, entrance: Entrance, config: Config, state: ServerState, app: dict[str, Any], loop: Any
    ) -> None:
        """Not connected yet."""
        super().__init__(config, state, app, loop)
        self.entrance, self.places = entrance, entrance.places
        self.place: ConnectionPlace | None = None
        self.heard = self.head = 0
        self.reads_head, self.ended = True, False
        self.last, self.thrown_away = False, 0
        self.stopped: No | None = None
        self.running: RequestResponseCycle | None = None

    def connection_made(self, transport: Any) -> None:
        """Take a place; where there is none, wait a moment for the request and say so."""
        super().connection_made(transport)
        self.entrance.watch(self.loop)
        network = self.entrance.network_of(self.client[0] if self.client else "")
        self.place = self.places.take(self, network, self.loop.time())
        if self.place is not None:
            return
        _log.warning("No connection is free: somebody was turned away.")
        self.entrance.turned_away += 1
        if self.entrance.turned_away > TURNED_AWAY_AT_ONCE:
            self.turn_away(NO_PLACE)
            self.transport.close()
        else:
            self.loop.call_later(LINGER, self.transport.abort)

    def connection_lost(self, exc: Exception | None) -> None:
        """Give the place back."""
        if self.place is not None:
            self.places.leave(self.place)
        else:
            self.entrance.turned_away -= 1
        self._let_go()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Read on, as long as the head does not become too long."""
        if self.ended:
            return
        if self.place is None:
            self.turn_away(NO_PLACE)
            return
        if self.last:
            self._throw_away(len(data))
            return
        if self.reads_head:
            self.heard += len(data)
            if not self._works():
                self.places.waits(self.place, self.loop.time())
        super().data_received(data)
        if self.reads_head and self.heard > LONGEST_HEAD and not self.last:
            self.turn_away(HEAD_TOO_LARGE)

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: Any) -> None:
        self.running = cycle
        super()._start_asgi_task(cycle, app)

    def _throw_away(self, size: int) -> None:
        """Whoever sends on, instead of reading, gets no further."""
        self.thrown_away += size
        if self.thrown_away > MOST_THROWN_AWAY:
            self.transport.abort()

    def _works(self) -> bool:
        return self.running is not None and not self.running.response_complete

    def _let_go(self) -> None:
        """Nobody is there any more for whoever works on a request."""
        if self.running is not None and not self.running.response_complete:
            self.running.disconnected = True
            self.running.message_event.set()

    def turn_away(self, answer: No) -> None:
        """Say no, and leave the browser a moment to read it before the line ends."""
        if self.ended or self.transport.is_closing():
            return
        self.ended = True
        self._unset_keepalive_if_required()
        self._let_go()
        running = self.running
        if running is None or running.response_complete or not running.response_started:
            self.transport.write(answer.wired())
        self.transport.write_eof()
        self.loop.call_later(LINGER, self.transport.abort)

    def send_400_response(self, msg: str) -> None:
        """What could not be parsed, or what one of the callbacks below stopped, whose
        reason is known then.
        """
        if not self.last:
            self.turn_away(self.stopped or UNREADABLE)

    def _stop(self, answer: No) -> None:
        self.stopped = answer
        raise TurnedAway(answer)

    def on_message_begin(self) -> None:
        """The first byte of a request.

        One that comes before the last one's answer is not taken: the line ends with that answer,
        and whoever sent it opens another. So nothing waits behind a large answer that nobody reads,
        neither bodies nor requests.
        """
        if self._works() and self.running is not None:
            self.last = True
            self.running.keep_alive = False
            raise TurnedAway(UNREADABLE)
        super().on_message_begin()
        self.heard = self.head = 0
        if self.place is not None:
            self.places.begins(self.place, self.loop.time())

    def on_url(self, url: bytes) -> None:
        """Its address, as far as it came."""
        super().on_url(url)
        if len(self.url) > LONGEST_ADDRESS:
            self._stop(ADDRESS_TOO_LONG)

    def on_header(self, name: bytes, value: bytes) -> None:
        """One header, or one that follows the body."""
        super().on_header(name, value)
        self.head += len(name) + len(value)
        if self.head > LONGEST_HEAD:
            self._stop(HEAD_TOO_LARGE)

    def on_headers_complete(self) -> None:
        """The head is whole: it is worked on, or becomes a socket."""
        socket = self._becomes_socket()
        if socket and not self._may_become_socket():
            self._stop(UNREADABLE)
        self.reads_head = False
        if self.place is not None:
            self.places.works(self.place, self.loop.time(), arriving=not socket)
        super().on_headers_complete()

    @property
    def asked(self) -> httptools.HttpRequestParser:
        """What reads the request."""
        assert self.parser is not None
        return self.parser

    def _becomes_socket(self) -> bool:
        return bool(self.asked.should_upgrade() and self._should_upgrade())

    def _may_become_socket(self) -> bool:
        """A socket is asked for by GET and nothing else; a body before it would be
        waited for without end.
        """
        names = {name for name, _ in self.headers}
        has_body = not names.isdisjoint({b"content-length", b"transfer-encoding"})
        return self.asked.get_method() == b"GET" and not has_body

    def on_body(self, body: bytes) -> None:
        """Some of its body."""
        super().on_body(body)
        if self.place is not None:
            self.place.brings(len(body), self.loop.time())

    def on_message_complete(self) -> None:
        """Its body is whole."""
        super().on_message_complete()
        # its place stays taken: it neither waits for a request nor is answered
        if self._becomes_socket():
            return
        self.reads_head = True
        if self.place is not None:
            self.places.has_come(self.place)
        self._rest()

    def on_response_complete(self) -> None:
        """It was answered."""
        super().on_response_complete()
        self._rest()

    def _rest(self) -> None:
        """Wait for the next request, if this one was answered and its answer has left; else
        uvicorn's clock runs.
        """
        if self.place is not None and self.reads_head and not self._works() and not self.unsent():
            self.places.waits(self.place, self.loop.time())

    def handle_websocket_upgrade(self) -> None:
        """Become a socket, which keeps the place."""
        super().handle_websocket_upgrade()
        socket = cast(Any, self.transport.get_protocol())
        socket.place, socket.places = self.place, self.places
        if self.place is not None:
            self.place.line = socket
            if (scope := getattr(socket, "scope", None)) is not None:
                scope[PLACE] = partial(self.places.is_known, self.place)
        # else the two would keep each other as long as the socket is open
        self.parser = None

    def end(self, *, too_slow: bool) -> None:
        """Called where it dawdles, or gives its place to another."""
        if too_slow:
            self.turn_away(TOO_SLOW)
        self.transport.close()
        self.loop.call_later(LINGER, self.transport.abort)

    def cut(self) -> None:
        """Called where nobody reads."""
        self.transport.abort()

    def unsent(self) -> int:
        """Bytes that wait to be taken."""
        return self.transport.get_write_buffer_size()

    def is_held_up(self) -> bool:
        """Whether its body waits for us."""
        return self.flow.read_paused
