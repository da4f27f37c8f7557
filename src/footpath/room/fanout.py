"""Fan-out: each change is encoded once per audience and put, in order, before everybody who may have it.

A receiver that reads is written to straight away. What waits for one that does not is sent when it reads; it is not
queued for without end: then it is sent the whole view instead.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any

import msgspec
from starlette.websockets import WebSocket

from footpath.method import Audience, Change
from footpath.room.direct import TRANSPORT, takes_more, wired

SLOWEST = 1_000_000
"""Bytes that may wait for one receiver before it is caught up with a whole view instead."""

encode = msgspec.json.encode


class Connection:
    """One open page: a person's, or the wall's (person None)."""

    def __init__(self, socket: WebSocket, person: int | None) -> None:
        """Hold the socket; frames that cannot go at once wait in a list that one task of the connection sends."""
        self.socket = socket
        self.transport: asyncio.Transport | None = socket.scope.get(TRANSPORT)
        self.busy = False
        self.person = person
        self.facilitates = False
        self.waiting: deque[bytes] = deque()
        self.waiting_bytes = 0
        self.lost_track = False
        self.woken = asyncio.Event()
        self.ended: tuple[int, str] | None = None

    def send(self, frame: bytes) -> None:
        """Let a frame follow those that wait; too much waiting, and the receiver is caught up later instead."""
        if self.lost_track or self.ended is not None:
            return
        if not self.busy and not self.waiting and takes_more(self.transport):
            assert self.transport is not None
            self.transport.write(wired(frame))
            return
        if self.waiting and self.waiting_bytes + len(frame) > SLOWEST:
            self.lost_track = True
            self.waiting.clear()
            self.waiting_bytes = 0
        else:
            self.waiting.append(frame)
            self.waiting_bytes += len(frame)
        self.woken.set()

    def send_whole(self, frames: list[bytes]) -> None:
        """Let whole layers follow, however long they are: nothing can stand in for them."""
        if self.ended is None:
            self.lost_track = False
            self.waiting.extend(frames)
            self.woken.set()

    def end(self, code: int, why: str) -> None:
        """Close the connection: a right has ended."""
        self.ended = self.ended or (code, why)
        self.waiting.clear()
        self.woken.set()

    async def sending(self, catch_up: Callable[["Connection"], Awaitable[None]]) -> None:
        """Send what waits, in order, until the connection ends; a receiver that lost track is caught up."""
        while self.ended is None:
            await self.woken.wait()
            self.woken.clear()
            self.busy = True  # nothing may overtake a frame that is waiting for its receiver
            while self.waiting:
                frame = self.waiting.popleft()
                self.waiting_bytes = max(0, self.waiting_bytes - len(frame))
                await self.socket.send_text(frame.decode())
            self.busy = False
            if self.lost_track:
                await catch_up(self)
        await self.socket.close(*self.ended)


def frame(number: int, audience: str, change: Change) -> bytes:
    """A change as it goes over the wire."""
    told: dict[str, Any] = {"number": number, "for": audience, "put": change.put}
    if change.drop:
        told["drop"] = change.drop
    return encode(told)


def whole(number: int, audience: str, views: dict[str, Any]) -> bytes:
    """A whole layer, which replaces what the browser has of it."""
    return encode({"whole": True, "for": audience, "number": number, "put": views})


class Room:
    """The open connections of one workshop."""

    def __init__(self, workshop: int) -> None:
        """Nobody is here yet."""
        self.workshop = workshop
        self.connections: set[Connection] = set()
        self.of_person: dict[int, set[Connection]] = {}
        self.coming: set[Connection] = set()
        """Pages that were let in and wait for their first view."""

    def tell(self, number: int, changes: dict[Audience, Change]) -> None:
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
                self._to_person(audience, frame(number, "me", change))
        if theirs is not None:
            for connection in self.connections:
                if connection.facilitates:
                    connection.send(theirs)

    def _to_person(self, person: int, told: bytes) -> None:
        for connection in self.of_person.get(person, ()):
            connection.send(told)

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
        if connection.person is not None and (theirs := self.of_person.get(connection.person)) is not None:
            theirs.discard(connection)
            if not theirs:
                del self.of_person[connection.person]

    @property
    def is_empty(self) -> bool:
        """Whether nobody is here and nobody is coming."""
        return not self.connections and not self.coming
