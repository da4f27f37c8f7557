"""Pages for whom nobody knows are made one after another, so that whoever asks without end takes no time from others.

A network has one page at work and then a rest of twice as long as that took; networks take turns. So sixty people
behind one address have their pages within seconds, and a script behind it waits as long as a crowd would. Who holds a
link that opens something shares a turn with those who come by it from the same network, with a short rest; who is known
pays for whatever they ask of their own workshop from their own budget, and has a turn of their own for all else.
"""

import asyncio
import time
from collections import OrderedDict
from typing import NamedTuple

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from footpath.workshops import known
from footpath.workshops.attempts import networks_of

AT_ONCE = 2
"""Pages for strangers at work in all."""
OF_LINKS, OF_KNOWN = 4, 8
LONGEST = 0.25
"""Seconds after which the next has its turn, however long the page still takes; the longest that counts for a rest."""

Line = OrderedDict[asyncio.Future[None], None]


class Turns:
    """Who waits for a page, by a key of which one has a turn at a time. Lives on the loop."""

    def __init__(self, places: int, rest: float) -> None:
        """So many at once, and after each a rest of such a part of what it took."""
        self._free, self._rest = places, rest
        self._waiting: OrderedDict[str, Line] = OrderedDict()
        self._busy: set[str] = set()

    async def mine(self, key: str, gone: asyncio.Future[Message]) -> bool:
        """Wait for a turn; whether it came before whoever waits for the page has gone."""
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(key, Line())[turn] = None
        self._call()
        await asyncio.wait({turn, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not turn.done():
            line = self._waiting[key]
            del line[turn]
            if not line:
                del self._waiting[key]
        return turn.done()

    def done(self, key: str, took: float) -> None:
        """The turn is another's, after a rest."""
        asyncio.get_running_loop().call_later(self._rest * took, self._end, key)

    def _end(self, key: str) -> None:
        self._free += 1
        self._busy.discard(key)
        self._call()

    def _call(self) -> None:
        while self._free:
            key = next((one for one in self._waiting if one not in self._busy), None)
            if key is None:
                return
            line = self._waiting.pop(key)
            turn, _ = line.popitem(last=False)
            if line:
                self._waiting[key] = line  # behind all others
            self._free -= 1
            self._busy.add(key)
            turn.set_result(None)


class Asking(NamedTuple):
    """In which line somebody waits, and as whom."""

    turns: Turns
    key: str


class Strangers:
    """Stands in front of the pages."""

    def __init__(self, app: ASGIApp) -> None:
        """Nobody waits."""
        self.app = app
        self._strangers, self._links, self._known = Turns(AT_ONCE, 2), Turns(OF_LINKS, 0.5), Turns(OF_KNOWN, 2)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on in turn, once all of the request is here; what is sent slowly or taken slowly keeps no turn."""
        asking = self._asking(scope)
        if asking is None:
            await self.app(scope, receive, send)
            return
        came = [await receive()]
        while came[-1].get("more_body"):
            came.append(await receive())
        if came[-1]["type"] == "http.disconnect":
            return
        gone: asyncio.Future[Message] = asyncio.ensure_future(_next(receive))
        came.reverse()

        async def again() -> Message:
            return came.pop() if came else await asyncio.shield(gone)

        try:
            if await asking.turns.mine(asking.key, gone):
                for message in await self._page(scope, again, asking):
                    await send(message)
        finally:
            gone.cancel()

    def _asking(self, scope: Scope) -> Asking | None:
        if known.PASSED in scope:
            return None
        if (device := known.device_of(scope)) is not None:
            return Asking(self._known, device)
        network = networks_of((scope.get("client") or ("",))[0])[0]
        if (link := known.link_of(scope["path"])) is not None:
            return Asking(self._links, f"{link} {network}")
        return Asking(self._strangers, network)

    async def _page(self, scope: Scope, receive: Receive, asking: Asking) -> list[Message]:
        page: list[Message] = []

        async def keep(message: Message) -> None:
            page.append(message)

        began = time.process_time()  # what a busy machine takes from us is no reason to rest
        making = asyncio.ensure_future(self._made(scope, receive, keep))
        try:
            await asyncio.wait({making}, timeout=LONGEST)
        finally:
            asking.turns.done(asking.key, min(LONGEST, time.process_time() - began))
        await making
        return page

    async def _made(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.app(scope, receive, send)


async def _next(receive: Receive) -> Message:
    return await receive()
