"""The outermost layer of the application: a body that is too large is refused while it
arrives, and kept nowhere.
"""

import asyncio
import contextlib
import json
import time
from collections import Counter
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, NamedTuple

from footpath.limits.attempts import networks_of
from footpath.limits.connection_places import SMALL
from footpath.limits.sentences import HTML, TOO_MUCH_AT_ONCE, No, too_large
from footpath.limits.uploads import ORDINARY, LargestFor

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Message, Receive, Send], Awaitable[None]]

HELD_OF_ONE, HELD_OF_STRANGERS, HELD = 16 * 1024 * 1024, 64 * 1024 * 1024, 128 * 1024 * 1024
"""Bytes of large bodies that wait for their answers: of one network, which is sixty people who each
send the most; of all who are not known to be signed in; and in all.
"""
READ_PAST, READ_PAST_FOR = 32 * 1024 * 1024, 30.0
"""Of what is refused so many bytes are read and thrown away, for so many seconds: a browser that is
still sending when the line ends shows its own message instead of ours.
"""


class Senders(NamedTuple):
    """For whom a body counts: a whole network, and in it those who are signed in
    apart from the others.
    """

    is_known: bool
    network: str


class LimitedBodies:
    """Stands before everything that reads a body.

    Counted is what came, never what was promised, and only of large bodies. Where it is too
    much, whoever is on their way makes room: of the network that has most, the body that has
    taken most room for longest.
    """

    def __init__(self, app: Application, largest_for: LargestFor) -> None:
        """Stand before it; who may send more than others is asked for a body that is larger
        than an ordinary one.
        """
        self.app, self.largest_for = app, largest_for
        self.held: Counter[Senders] = Counter()
        self.on_their_way: set[Body] = set()

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Pass a request on, its body counted; what is no request has none."""
        if scope["type"] == "http":
            await Body(self, scope, receive, send).pass_on()
        else:
            await self.app(scope, receive, send)

    def hold(self, body: "Body") -> None:
        """More of a large body came: those that have to make room for it do, itself among them."""
        self.held[body.group] += body.count - body.held
        body.held = body.count
        self.on_their_way.add(body)
        while (one := self._has_to_go(body.group)) is not None:
            one.makes_room()

    def let_go(self, body: "Body") -> None:
        """It was answered, or makes room."""
        self.on_their_way.discard(body)
        self.held[body.group] -= body.held
        body.held = 0
        if not self.held[body.group]:
            del self.held[body.group]

    def _has_to_go(self, group: Senders) -> "Body | None":
        strangers = sum(size for one, size in self.held.items() if not one.is_known)
        if not group.is_known and self.held[group] > HELD_OF_ONE:
            those = [one for one in self.on_their_way if one.group == group]
        elif strangers > HELD_OF_STRANGERS or self.held.total() > HELD:
            those = [
                one
                for one in self.on_their_way
                if one.group.is_known == (strangers <= HELD_OF_STRANGERS)
            ]
        else:
            return None
        return max(those, key=lambda one: (self.held[one.group], one.room_taken()), default=None)


class Body:
    """One request's body on its way in."""

    def __init__(self, layer: LimitedBodies, scope: Message, receive: Receive, send: Send) -> None:
        """Nothing of it has come."""
        self.layer, self.scope, self.receive, self.send = layer, scope, receive, send
        self.group = Senders(False, networks_of((scope.get("client") or ("",))[0])[-1])
        self.most, self.held, self.count = ORDINARY, 0, 0
        self.began = time.monotonic()
        self.reading: asyncio.Future[Message] | None = None
        self.no: No | None = None

    async def pass_on(self) -> None:
        """Let the application have it, or turn it away."""
        if await self._fits(self._promised()):
            try:
                await self.layer.app(self.scope, self._counted, self._unless_refused)
            finally:
                self.layer.let_go(self)
        if self.no is not None:
            await self._turn_away(self.no)

    def room_taken(self) -> float:
        """Bytes times seconds: large ones that come slowly have most."""
        return self.count * (time.monotonic() - self.began)

    def makes_room(self) -> None:
        """It is not taken after all."""
        self.no = TOO_MUCH_AT_ONCE
        self.layer.let_go(self)
        if self.reading is not None:
            self.reading.cancel()

    def _promised(self) -> int:
        lengths = [value for name, value in self.scope["headers"] if name == b"content-length"]
        return int(lengths[0]) if lengths else 0

    async def _fits(self, size: int) -> bool:
        """Whether a body of so many bytes may be sent here, by whoever sends it."""
        if size > self.most == ORDINARY:
            self.most = await self.layer.largest_for(self.scope)
            # somebody known, who counts for all and not for their neighbours
            if self.most > ORDINARY:
                self.layer.let_go(self)
                self.group = Senders(True, self.group.network)
        if size > self.most:
            self.no = too_large(self.most)
        return self.no is None

    async def _counted(self) -> Message:
        if self.no is not None:
            return {"type": "http.disconnect"}
        message = await self._next()
        self.count += len(message.get("body", b""))
        if self.no is None and await self._fits(self.count) and self.count > max(SMALL, self.held):
            self.layer.hold(self)
        if self.no is not None:
            return {"type": "http.disconnect"}
        if not message.get("more_body"):
            self.layer.on_their_way.discard(self)
        return message

    async def _next(self) -> Message:
        if self not in self.layer.on_their_way:
            return await self.receive()
        self.reading = asyncio.ensure_future(_received(self.receive))
        try:
            return await self.reading
        except asyncio.CancelledError:
            if self.no is None:
                raise
            return {"type": "http.disconnect"}

    async def _unless_refused(self, message: Message) -> None:
        if self.no is None:
            await self.send(message)

    async def _turn_away(self, no: No) -> None:
        page, kind = no.page(), HTML
        if self.scope["path"].endswith("/commands"):
            page, kind = (
                json.dumps({"refused": None, "why": no.sentence}).encode(),
                b"application/json",
            )
        headers = no.headers(len(page), kind)
        await self.send({"type": "http.response.start", "status": no.status, "headers": headers})
        await self.send({"type": "http.response.body", "body": page, "more_body": True})
        await self._read_past()
        await self.send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _read_past(self) -> None:
        past = 0
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(READ_PAST_FOR):
                while past < READ_PAST and (message := await self.receive()).get("more_body"):
                    past += len(message["body"])


async def _received(receive: Receive) -> Message:
    return await receive()
