"""Pages are made in turn, few at once, so that whoever asks without end takes no time from others.

Strangers take turns site by site, and in each network by network: a site, which is an IPv4 address
or an IPv6 /48, has one page at work, and then a rest of twice as long as that took. So sixty people
behind one address have their pages within seconds, and a script behind it waits as long as a crowd
would. Whoever is known takes turns workshop by workshop, in each network by network, and in a
network person by person: however many people somebody comes in as, and however much all of these
may spend, they are one workshop, which has few pages at work and rests as well once it has had what
a full room asks for when it comes in. Who holds a link that opens something is known to that
extent, and waits behind none of the people who are in. Long pages of who is known wait for each
other instead, by `turns`.
"""

import asyncio
import time
from collections import OrderedDict
from typing import NamedTuple

from django.urls import Resolver404, resolve
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from footpath.limits import known
from footpath.limits.attempts import networks_of
from footpath.limits.budgets import Budget
from footpath.limits.turns import LONGEST, Path, Turns, times
from footpath.serving.views_in_turn import LAST, LONG

OF_STRANGERS = 2
"""Pages for strangers at work in all."""
OF_KNOWN, OF_A_WORKSHOP = 3, 1
"""Pages of who is known at work in all, and of these for one workshop."""
REST = 2.0
"""The part of what a page took that its group rests afterwards."""
A_ROOM_COMES_IN, MOST_REMEMBERED = 3_000.0, 4_000
"""Milliseconds of the processor's time that a workshop's pages may take before they rest, which
come back as the rest would let them; and of how many workshops it is remembered.
"""
SOME_ROOMS_COME_IN, MOST_OF_A_SECOND = 12_000.0, 500.0
"""The same for all workshops and accounts together, and what comes back in a second: where there
are many at once, each turn rests for longer, and half of the interpreter is for whoever writes.
"""


class InLine(NamedTuple):
    """In which line somebody waits."""

    turns: Turns
    path: Path
    since: int = 0


class PagesInTurn:
    """Stands in front of the pages."""

    def __init__(self, app: ASGIApp) -> None:
        """Nobody waits."""
        self.app = app
        self._strangers = Turns(OF_STRANGERS, times(REST))
        self._known = Turns(OF_KNOWN, self._known_rest, OF_A_WORKSHOP)
        self._had: OrderedDict[str, Budget] = OrderedDict()
        self._all_had = Budget(SOME_ROOMS_COME_IN, MOST_OF_A_SECOND)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on in turn, once all of the request is here; what is sent slowly or taken
        slowly keeps no turn.
        """
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
            if await asking.turns.take(asking.path, asking.since, gone):
                for message in await self._page(scope, again, asking):
                    await send(message)
        finally:
            gone.cancel()

    def _asking(self, scope: Scope) -> InLine | None:
        """In which line a request waits; None where it is a long page of somebody
        known, who pays for it.
        """
        networks = networks_of((scope.get("client") or ("",))[0])
        network, site = networks[0], networks[-1]
        payer: known.Payer | None = scope.get(known.PASSED)
        if payer is not None:
            return None if _is_long(scope["path"]) else self._of_workshop(payer, site)
        if (device := known.device_of(scope)) is not None:
            return (
                self._of_workshop(device, site)
                if isinstance(device, known.Payer)
                else self._at(device, site)
            )
        if (link := known.link_of(scope["path"])) is not None:
            return InLine(
                self._known, (link.split("/")[2], "by links", site, f"{link} {network}"), LAST
            )
        return InLine(self._strangers, (site, network))

    def _of_workshop(self, payer: known.Payer, site: str) -> InLine:
        """A workshop's people wait behind themselves, and not in front of those who
        come in by its links.
        """
        return InLine(self._known, (payer.address, "people", site, str(payer.whom)), payer.since)

    def _at(self, account: str, site: str) -> InLine:
        return InLine(self._known, (account, "", site, ""))

    def _known_rest(self, group: str, took: float) -> float:
        budget = self._had.pop(group, None) or Budget(A_ROOM_COMES_IN, 1000 / (1 + REST))
        self._had[group] = budget
        if len(self._had) > MOST_REMEMBERED:
            self._had.popitem(last=False)
        budget.charge(took * 1000)
        self._all_had.charge(took * 1000)
        rest = REST * took if budget.wait() > 0 else 0.0
        return OF_KNOWN * REST * took if self._all_had.wait() > 0 else rest

    async def _page(self, scope: Scope, receive: Receive, asking: InLine) -> list[Message]:
        page: list[Message] = []

        async def keep(message: Message) -> None:
            page.append(message)

        began = time.process_time()  # what a busy machine takes from us is no reason to rest
        making = asyncio.ensure_future(self._made(scope, receive, keep))
        try:
            await asyncio.wait({making}, timeout=LONGEST)
        finally:
            asking.turns.give_back(asking.path, took=time.process_time() - began)
        await making
        return page

    async def _made(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.app(scope, receive, send)


def _is_long(path: str) -> bool:
    try:
        return resolve(path).url_name in LONG
    except Resolver404:
        return False


async def _next(receive: Receive) -> Message:
    return await receive()
