"""Which of the bodies that are on their way makes room where it is too much that came (L1, L6)."""

import asyncio

from test_places_for_lines import Heard

from footpath.limits.bodies import (
    HELD,
    HELD_OF_ONE,
    HELD_OF_STRANGERS,
    Body,
    LimitedBodies,
    Message,
    Receive,
    Send,
    Senders,
)
from footpath.limits.connection_places import SMALL, ConnectionPlace, ConnectionPlaces

MOST = 256 * 1024


async def _waits(scope: Message, receive: Receive, send: Send) -> None:
    """An application that holds what came."""


async def _ordinary(scope: Message) -> int:
    return MOST


async def _nothing() -> Message:
    return {"type": "http.request"}


def came(
    layer: LimitedBodies,
    size: int,
    network: str = "192.0.2.1",
    *,
    known: bool = False,
    ago: float = 0.0,
) -> Body:
    """A body of which so much came, and which has been on its way for so many seconds."""
    body = Body(layer, {"headers": [], "client": (network, 1)}, _nothing, _ends)
    body.group, body.count, body.began = Senders(known, body.group.network), size, body.began - ago
    layer.hold(body)
    return body


def test_L1a_of_one_network_the_large_body_that_took_most_room_for_longest_makes_room() -> None:
    layer = LimitedBodies(_waits, _ordinary)
    slow = came(layer, MOST // 2, ago=60)
    others = [came(layer, MOST, ago=1) for _ in range(HELD_OF_ONE // MOST)]
    assert (slow.no is not None, [one.no for one in others]) == (True, [None] * len(others))


def test_L1a_all_networks_of_one_site_are_one_and_leave_room_to_others() -> None:
    layer = LimitedBodies(_waits, _ordinary)
    site = [
        came(layer, MOST, f"2001:db8:aa:{n:x}::1", ago=1) for n in range(2 * HELD_OF_ONE // MOST)
    ]
    assert sum(one.no is None for one in site) == HELD_OF_ONE // MOST


def test_L1a_where_strangers_have_what_they_may_the_network_with_most_makes_room() -> None:
    layer = LimitedBodies(_waits, _ordinary)
    flood = [
        came(layer, MOST, f"198.51.100.{n % 4}", ago=60) for n in range(HELD_OF_STRANGERS // MOST)
    ]
    alone = came(layer, MOST, ago=600)
    assert (alone.no, sum(one.no is not None for one in flood)) == (None, 1)


def test_L1a_strangers_take_no_room_from_who_is_signed_in() -> None:
    layer = LimitedBodies(_waits, _ordinary)
    for n in range(2 * HELD_OF_STRANGERS // MOST):
        came(layer, MOST, f"198.51.100.{n % 16}")
    known = [
        came(layer, MOST, known=True, ago=600) for _ in range((HELD - HELD_OF_STRANGERS) // MOST)
    ]
    assert all(one.no is None for one in known)
    came(layer, MOST, known=True)
    assert sum(one.no is not None for one in known) == 1


def test_L1a_what_made_room_or_was_answered_holds_nothing() -> None:
    layer = LimitedBodies(_waits, _ordinary)
    for body in [came(layer, MOST) for _ in range(2 * HELD_OF_ONE // MOST)]:
        layer.let_go(body)
    assert (layer.held, layer.on_their_way) == ({}, set())


def test_L1f_small_bodies_count_for_nobody_and_are_never_refused() -> None:
    """Whatever the others of their network hold: here all that it may, whole and waiting
    for their answers.
    """

    async def test() -> None:
        layer, here = LimitedBodies(_waits, _ordinary), asyncio.Event()

        async def reads(scope: Message, receive: Receive, send: Send) -> None:
            assert (await receive())["type"] == "http.request"
            here.set()

        for _ in range(HELD_OF_ONE // MOST):
            layer.on_their_way.discard(came(layer, MOST))
        assert came(layer, MOST).no is not None

        async def form() -> Message:
            return {"type": "http.request", "body": b"x" * SMALL, "more_body": False}

        layer.app = reads
        await layer(
            {"type": "http", "path": "/code", "headers": [], "client": ("192.0.2.1", 1)},
            form,
            _ends,
        )
        assert here.is_set()

    asyncio.run(test())


async def _ends(message: Message) -> None:
    """Nobody reads the answer."""


def brought(size: int, a_second: int) -> str:
    """How a line ended that brings so much in all, so much of it each second."""
    places, line = ConnectionPlaces(1), Heard()
    place = places.take(line, None, 0.0)
    assert isinstance(place, ConnectionPlace)
    places.works(place, 0.0, arriving=True)
    for second in range(1, size // a_second + 1):
        place.brings(a_second, float(second))
        places.look_round(float(second))
    return line.ended


def test_L1a_a_large_body_has_to_come_faster_than_a_small_one() -> None:
    assert [brought(SMALL, 1100), brought(MOST, 1100), brought(MOST, 2500)] == ["", "slow", ""]
