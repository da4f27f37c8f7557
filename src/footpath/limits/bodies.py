"""The outermost layer of the application: a body that is too large is refused while it arrives, and kept nowhere."""

import asyncio
import contextlib
import json
from collections import Counter
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from footpath.limits.sentences import HTML, TOO_MUCH_AT_ONCE, No, too_large
from footpath.limits.uploads import ORDINARY, largest_for
from footpath.workshops.attempts import networks_of

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Message, Receive, Send], Awaitable[None]]

HELD_OF_ONE, HELD = 16 * 1024 * 1024, 128 * 1024 * 1024
"""Bytes of bodies that wait for their answers, of one network and in all: sixty people who each send the most."""
READ_PAST, READ_PAST_FOR = 32 * 1024 * 1024, 30.0
"""Of what is refused so many bytes are read and thrown away, for so many seconds: a browser that is still sending
when the line ends shows its own message instead of ours."""


class LimitedBodies:
    """Stands before everything that reads a body."""

    def __init__(self, app: Application) -> None:
        """Stand before it."""
        self.app = app
        self.held: Counter[str | None] = Counter()

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Pass a request on, its body counted; what is no request has none."""
        if scope["type"] == "http":
            await Body(self, scope, receive, send).pass_on()
        else:
            await self.app(scope, receive, send)

    def hold(self, network: str | None, size: int) -> bool:
        """Whether so many bytes more may wait for their answers."""
        if self.held.total() + size > HELD or (network is not None and self.held[network] + size > HELD_OF_ONE):
            return False
        self.held[network] += size
        return True

    def let_go(self, network: str | None, size: int) -> None:
        """They were answered."""
        self.held[network] -= size
        if self.held[network] <= 0:
            del self.held[network]


class Body:
    """One request's body on its way in."""

    def __init__(self, layer: LimitedBodies, scope: Message, receive: Receive, send: Send) -> None:
        """Nothing of it has come."""
        self.layer, self.scope, self.receive, self.send = layer, scope, receive, send
        self.network: str | None = networks_of((scope.get("client") or ("",))[0])[0]
        self.most, self.held, self.count = ORDINARY, 0, 0
        self.no: No | None = None

    async def pass_on(self) -> None:
        """Let the application have it, or turn it away."""
        if await self._fits(self._promised()):
            try:
                await self.layer.app(self.scope, self._counted, self._unless_refused)
            finally:
                self.layer.let_go(self.network, self.held)
        if self.no is not None:
            await self._turn_away(self.no)

    def _promised(self) -> int:
        lengths = [value for name, value in self.scope["headers"] if name == b"content-length"]
        return int(lengths[0]) if lengths else 0

    async def _fits(self, size: int) -> bool:
        """Whether a body of so many bytes is taken; they are held until it is answered."""
        if size > self.most == ORDINARY:
            self.most = await largest_for(self.scope)
            if self.most > ORDINARY:  # somebody known, who counts for all and not for their neighbours
                self.layer.let_go(self.network, self.held)
                self.network, self.held = None, 0
        if size > self.most:
            self.no = too_large(self.most)
        elif size > self.held:
            if self.layer.hold(self.network, size - self.held):
                self.held = size
            else:
                self.no = TOO_MUCH_AT_ONCE
        return self.no is None

    async def _counted(self) -> Message:
        message = await self.receive()
        self.count += len(message.get("body", b""))
        if self.count and not await self._fits(self.count):
            return {"type": "http.disconnect"}
        return message

    async def _unless_refused(self, message: Message) -> None:
        if self.no is None:
            await self.send(message)

    async def _turn_away(self, no: No) -> None:
        page, kind = no.page(), HTML
        if self.scope["path"].endswith("/commands"):
            page, kind = json.dumps({"refused": None, "why": no.sentence}).encode(), b"application/json"
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
