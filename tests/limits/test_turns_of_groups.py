"""Turns of those who wait on the loop: group by group, line by line, with a rest by
what a turn took (L2).
"""

import asyncio
from collections.abc import Awaitable, Callable

from footpath.limits.turns import LONGEST, Turns
from footpath.serving.pages_in_turn import LAST


class Waiting:
    """People who wait while somebody has the only place; who had it, in order."""

    def __init__(self, places: int = 1, of_a_group: int = 1, rest: float = 0.0) -> None:
        """Nobody has asked for a rest yet."""
        self.came, self.rests = list[str](), list[float]()
        self._waiting = list[asyncio.Task[None]]()

        def rested(_: str, took: float) -> float:
            self.rests.append(took)
            return rest

        self.turns = Turns(places, rested, of_a_group)

    async def first(self, group: str = "first") -> Callable[[], None]:
        """Somebody takes a place at once; what gives it back."""
        assert await self.turns.take((group, ""))
        return lambda: self.turns.give_back((group, ""), took=0)

    async def waits(self, group: str, line: str = "", since: int = 0) -> asyncio.Task[None]:
        """Somebody asks for a turn, and gives it back at once when it comes."""

        async def wait() -> None:
            async with self.turns.turn((group, line), since):
                self.came.append(f"{group} {line}".strip())

        self._waiting.append(task := asyncio.create_task(wait()))
        await asyncio.sleep(0)
        return task

    async def all_came(self) -> list[str]:
        """Until nobody waits any more."""
        await asyncio.wait_for(asyncio.gather(*self._waiting, return_exceptions=True), 10)
        return self.came


def run(test: Callable[[], Awaitable[object]]) -> None:
    async def within() -> None:
        await asyncio.wait_for(test(), 10)

    asyncio.run(within())


def test_L2c_who_waits_in_a_group_waits_for_one_of_each_other_group() -> None:
    async def test() -> None:
        here = Waiting()
        give_back = await here.first()
        for n in range(6):
            await here.waits("crowd", str(n), n)
        await here.waits("alone")
        give_back()
        assert (await here.all_came()).index("alone") == 1

    run(test)


def test_L2c_in_a_group_every_second_turn_is_for_who_was_known_first() -> None:
    async def test() -> None:
        here = Waiting()
        give_back = await here.first("group")
        for n in range(6):
            await here.waits("group", f"late {n}", 100 + n)
        await here.waits("group", "early", 1)
        give_back()
        came = await here.all_came()
        assert "group early" in came[:2] and "group late 0" in came[:2]

    run(test)


def test_L2c_a_line_and_a_group_have_no_more_than_their_turns_at_once() -> None:
    async def test() -> None:
        turns = Turns(5, lambda *_: 0, of_a_group=2)
        asked = [
            asyncio.create_task(turns.take(("group", line)))
            for line in ("one", "one", "two", "three")
        ]
        await asyncio.sleep(0.01)
        assert [one.done() for one in asked] == [True, False, True, False]
        turns.give_back(("group", "two"), took=0)
        await asyncio.sleep(0.01)
        assert [one.done() for one in asked] == [True, False, True, True], "the first line is busy"
        for one in asked:
            one.cancel()

    run(test)


def test_L2c_a_turn_is_anothers_after_a_rest_and_a_long_one_rests_no_longer_than_the_longest() -> (
    None
):
    async def test() -> None:
        here = Waiting(rest=0.05)
        await here.turns.take(("group", ""))
        here.turns.give_back(("group", ""), took=100 * LONGEST)
        task = await here.waits("group", "next")
        await asyncio.sleep(0.01)
        assert not task.done()
        await here.all_came()
        assert here.rests[0] == LONGEST

    run(test)


def test_L2c_who_leaves_has_no_turn_and_keeps_nobody_from_theirs() -> None:
    async def test() -> None:
        here = Waiting()
        give_back = await here.first()
        leaves, gone = await here.waits("leaves"), asyncio.get_running_loop().create_future()
        goes = asyncio.create_task(here.turns.take(("goes", ""), gone=gone))
        await here.waits("stays")
        leaves.cancel()
        gone.set_result(None)
        assert await goes is False
        give_back()
        assert await here.all_came() == ["stays"]
        assert here.turns._groups == {}, "nothing stays of who waited"

    run(test)


def test_L2c_ways_are_taken_fork_by_fork_and_who_was_known_first_counts_on_its_own_fork() -> None:
    async def test() -> None:
        turns, came = Turns(1, lambda *_: 0), list[str]()
        assert await turns.take(("here", "", "", ""))

        async def wait(*path: str, since: int) -> None:
            async with turns.turn(("here", *path), since):
                came.append(path[-1])

        waiting = [
            asyncio.create_task(wait("people", "crowded", f"{n}", since=n)) for n in range(6)
        ]
        waiting.append(asyncio.create_task(wait("people", "quiet", "elsewhere", since=99)))
        waiting.append(asyncio.create_task(wait("by links", "crowded", "newcomer", since=LAST)))
        await asyncio.sleep(0)
        turns.give_back(("here", "", "", ""), took=0)
        await asyncio.gather(*waiting)
        assert came.index("newcomer") <= 2 and came.index("elsewhere") <= 3
        assert turns._groups == {}

    run(test)
