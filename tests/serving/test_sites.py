"""An IPv6 /48, which one person can hold, is one site, by however many of its networks
they come (L1, L2).
"""

import asyncio

from footpath.limits.bodies import Message, Receive, Send
from footpath.serving.pages_in_turn import PagesInTurn

FLOOD = [f"2001:db8:aa:{n:x}::1" for n in range(40)]
"""Each from a network of its own."""
ALONE = "198.51.100.7"


async def _nothing(scope: Message, receive: Receive, send: Send) -> None:
    """No page."""


def asked(address: str) -> Message:
    return {
        "type": "http",
        "method": "GET",
        "path": "/code",
        "headers": [],
        "query_string": b"",
        "client": (address, 1),
    }


async def in_order(addresses: list[str]) -> list[str]:
    """Who has their page when, of strangers who ask one after another."""
    came = list[str]()

    async def page(scope: Message, receive: Receive, send: Send) -> None:
        came.append(scope["client"][0])
        await asyncio.sleep(0.001)

    pages = PagesInTurn(page)
    await asyncio.wait_for(
        asyncio.gather(*(pages(asked(one), _whole(), _sent) for one in addresses)), 20
    )
    return came


def _whole() -> Receive:
    """What comes of a request that is whole, from somebody who stays."""
    left: list[Message] = [{"type": "http.request", "body": b""}]

    async def receive() -> Message:
        return left.pop() if left else await asyncio.Future[Message]()

    return receive


async def _sent(_: Message) -> None:
    """Nobody reads it."""


def test_L2d_a_stranger_waits_for_one_page_of_a_site_however_many_networks_it_has() -> None:
    came = asyncio.run(in_order([*FLOOD, ALONE]))
    assert came.index(ALONE) <= 2


def test_L2d_within_a_site_its_networks_take_turns() -> None:
    neighbour = "2001:db8:aa:ffff::1"
    came = asyncio.run(in_order([*FLOOD[:1] * 40, neighbour]))
    assert came.index(neighbour) <= 2


def test_L2d_within_a_site_no_network_goes_before_others_for_its_name() -> None:
    greedy, others = FLOOD[1], FLOOD[32:]
    came = asyncio.run(in_order([greedy] * 20 + others))
    assert came[: len(others)].count(greedy) <= 2
