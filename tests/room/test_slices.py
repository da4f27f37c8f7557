"""S3: what a room is told reaches each page whole and in order, whichever way it came."""

import asyncio
import random

import pytest

from footpath.room.slices import SLICE, Slices
from footpath.room.waiting import Frame


class Reader:
    """A page that reads at once; what it was sent, and in how many pieces."""

    def __init__(self, facilitates: bool = False) -> None:
        self.facilitates, self.told = facilitates, 0
        self.pieces: list[bytes] = []
        self.expected = b""

    def put(self, frame: Frame) -> None:
        self.pieces.append(frame.wired)


class Told:
    """A room, and what each of its pages should have had by now."""

    def __init__(self) -> None:
        self.slices, self.here = Slices(), list[Reader]()

    def comes(self, page: Reader) -> None:
        self.slices.add(page)
        self.here.append(page)

    def goes(self, page: Reader) -> None:
        self.slices.remove(page)
        self.here.remove(page)

    def everybody(self, what: bytes) -> None:
        self.slices.tell(Frame(what))
        for page in self.here:
            page.expected += what

    def facilitators(self, what: bytes, others: bytes = b"") -> None:
        self.slices.tell(Frame(others) if others else None, Frame(what))
        for page in self.here:
            page.expected += what if page.facilitates else others

    def one(self, page: Reader, what: bytes) -> None:
        page.put(self.slices.with_what_came_before(page, Frame(what)))
        page.expected += what

    def leads_no_more(self, page: Reader) -> None:
        self.slices.bring_up(page)
        page.facilitates = not page.facilitates


async def settled(room: Told) -> None:
    """Until everything was told."""
    while room.slices._log:
        await asyncio.sleep(0.001)


@pytest.mark.parametrize("seed", range(12))
def test_S3_each_page_has_all_of_it_in_order_whatever_happens_in_between(seed: int) -> None:
    chance, room, ever = random.Random(seed), Told(), list[Reader]()

    async def history() -> None:
        for number in range(400):
            what, some = b"<%d>" % number, chance.choice(room.here) if room.here else None
            match chance.randrange(9):
                case 0 | 1 | 2:
                    room.everybody(what)
                case 3:
                    room.facilitators(what, chance.choice((b"", b"(%d)" % number)))
                case 4:
                    ever.append(Reader(chance.random() < 0.3))
                    room.comes(ever[-1])
                case 5 if some is not None:
                    room.one(some, what)
                case 6 if some is not None:
                    room.leads_no_more(some)
                case 7 if some is not None and chance.random() < 0.3:
                    await settled(room)
                    room.goes(some)
                case _:
                    await asyncio.sleep(chance.choice((0, 0, 0.002)))
        await settled(room)

    asyncio.run(history())
    assert len(ever) > 20
    assert all(b"".join(page.pieces) == page.expected for page in ever)


def test_S3_what_comes_in_a_short_time_costs_each_page_one_sending() -> None:
    room, pages = Told(), [Reader() for _ in range(2 * SLICE + 1)]

    async def much_at_once() -> None:
        for page in pages:
            room.comes(page)
        for number in range(50):
            room.everybody(b"<%d>" % number)
        await settled(room)

    asyncio.run(much_at_once())
    assert {len(page.pieces) for page in pages} == {1}
    assert all(page.pieces[0] == page.expected for page in pages)


def test_S2_an_answer_does_not_wait_until_the_room_was_told() -> None:
    room, pages = Told(), [Reader() for _ in range(8 * SLICE)]

    async def asked_in_a_full_room() -> int:
        for page in pages:
            room.comes(page)
        room.everybody(b"<change>")
        await asyncio.sleep(0)  # in which one slice is visited
        room.one(pages[-1], b"<done>")
        return sum(bool(page.pieces) for page in pages)

    served = asyncio.run(asked_in_a_full_room())
    assert served <= SLICE + 1
    assert b"".join(pages[-1].pieces) == b"<change><done>"


def test_S3_nothing_is_kept_of_what_all_have_had() -> None:
    room = Told()

    async def told_and_gone() -> None:
        room.everybody(b"<to nobody>")
        page = Reader()
        room.comes(page)
        room.everybody(b"<to one>")
        room.goes(page)

    asyncio.run(told_and_gone())
    assert room.slices._log == []
