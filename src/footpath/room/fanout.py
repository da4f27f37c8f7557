"""Fan-out: each change is encoded once per audience and put, in order, before
everybody who may have it.

A receiver that reads is written to straight away. What waits for one that does not is sent when it
reads; it is not queued for without end: then it is sent the whole view instead.
"""

import asyncio
from collections.abc import Awaitable, Callable

from starlette.websockets import WebSocket

from footpath.method import Audience, LayerChange
from footpath.room.direct import LAST_WORDS, LINE, DirectSockets
from footpath.room.layers import LayersShown, frame
from footpath.room.waiting import SLOWEST, Frame, Queue, waiting

AT_ONCE = 32
"""Commands of one person that may be under way; the next ones are read when these are answered."""


class Connection:
    """One open page: a person's, or the wall's (person None)."""

    def __init__(self, socket: WebSocket, person: int | None) -> None:
        """Hold the socket; frames that cannot go at once wait in a queue that one task of
        the connection sends.
        """
        self.socket = socket
        self.line: DirectSockets = socket.scope[LINE]
        self.line.can_take_more = self._wake
        self.person = person
        self.facilitates = False
        self.asked_at = self.line.loop.time()
        """When somebody last asked for something here, or opened it."""
        self.lost_track = False
        self.ended: tuple[int, str] | None = None
        self._queue = Queue(waiting, self._cut)
        self._woken = asyncio.Event()

    def send(self, frame: Frame) -> None:
        """Let a frame follow those that wait; too much waiting, and the receiver is
        caught up later instead.
        """
        if self.lost_track or self.ended is not None:
            return
        if not self._queue and self.line.takes_more:
            self.line.write(frame.wired)
        elif self._queue and self._queue.behind + len(frame.wired) > SLOWEST:
            self.lost_track = True
            self._queue.forget_behind()
        else:
            self._queue.put(frame, self.line.loop.time())

    def send_whole(self, frames: list[Frame]) -> None:
        """Let whole layers follow, however long they are: nothing can stand in for them."""
        if self.ended is None:
            self.lost_track = False
            self._queue.put_whole(frames, self.line.loop.time())
            self._woken.set()

    def end(self, code: int, why: str) -> None:
        """Close the connection: a right has ended, or it was too much."""
        self.ended = self.ended or (code, why)
        self._queue.clear()
        self._woken.set()

    def _cut(self) -> None:
        """They read too slowly for what everybody together may keep waiting: they come back
        and are caught up.
        """
        self.end(1013, "You were too far behind. Come in again.")
        self.line.abort()

    def _wake(self) -> None:
        self._woken.set()

    async def sending(self, catch_up: Callable[["Connection"], Awaitable[None]]) -> None:
        """Send what waits, in order, until the connection ends; a receiver that lost
        track is caught up.
        """
        while self.ended is None:
            while self._queue and self.line.takes_more:
                self.line.write(self._queue.take(self.line.loop.time()))
            if self.lost_track and self.line.takes_more:
                await catch_up(self)
            else:
                await self._woken.wait()
                self._woken.clear()
        # whoever does not read has no more time than that
        self.line.loop.call_later(2 * LAST_WORDS, self.line.abort)
        await asyncio.wait_for(self.socket.close(*self.ended), LAST_WORDS)


class Room:
    """The open connections of one workshop."""

    def __init__(self, workshop: int) -> None:
        """Nobody is here yet."""
        self.workshop = workshop
        self.connections: set[Connection] = set()
        self.of_person: dict[int, set[Connection]] = {}
        self.without_page: frozenset[int] = frozenset()
        """Who is here without a page of their own: the invented people of a rehearsal."""
        self.coming: set[Connection] = set()
        """Pages that were let in and wait for their first view."""
        self.shown = LayersShown()
        self._under_way: dict[int, asyncio.Semaphore] = {}

    def tell(self, number: int, changes: dict[Audience, LayerChange]) -> None:
        """Send the changes of one commit to whom they are for; encoded once per audience."""
        everyones = changes.get("everyone")
        if everyones is not None:
            shared = frame(number, "everyone", everyones)
            for connection in self.connections:
                connection.send(shared)
        facilitators = changes.get("facilitators")
        theirs = frame(number, "facilitators", facilitators) if facilitators is not None else None
        for audience, change in changes.items():
            if isinstance(audience, int):
                self._to_person(audience, change, number)
        if theirs is not None:
            for connection in self.connections:
                if connection.facilitates:
                    connection.send(theirs)

    def _to_person(self, person: int, change: LayerChange, number: int) -> None:
        if pages := self.of_person.get(person):
            told = frame(number, "me", change)
            for connection in pages:
                connection.send(told)

    def turns_of(self, person: int) -> asyncio.Semaphore:
        """What a command of somebody's waits for before it is handed on; one
        for all their pages.
        """
        return self._under_way.setdefault(person, asyncio.Semaphore(AT_ONCE))

    def pages_of(self, person: int | None) -> list[Connection]:
        """Every page that somebody has open here, or is opening; the wall's for None."""
        return [one for one in (*self.connections, *self.coming) if one.person == person]

    def come(self, connection: Connection) -> None:
        """A page has its first view and is told what happens next."""
        self.coming.discard(connection)
        self.connections.add(connection)
        if connection.person is not None:
            self.of_person.setdefault(connection.person, set()).add(connection)

    def leave(self, connection: Connection) -> None:
        """A page was closed."""
        self.coming.discard(connection)
        self.connections.discard(connection)
        if (
            connection.person is not None
            and (theirs := self.of_person.get(connection.person)) is not None
        ):
            theirs.discard(connection)
            if not theirs:
                del self.of_person[connection.person]

    @property
    def is_empty(self) -> bool:
        """Whether nobody is here and nobody is coming."""
        return not self.connections and not self.coming
