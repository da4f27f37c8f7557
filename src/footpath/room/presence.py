"""Who is here: told to all who are connected, and remembered for a while; it is never recorded."""

import asyncio
import contextlib
import time

from footpath.room.fanout import Room
from footpath.room.waiting import Frame, encode

HERE_EVERY = 0.5


class Presence:
    """Of the rooms that are open."""

    def __init__(self, open: dict[int, Room]) -> None:
        """Nobody came yet; somebody can be told something once there is a loop."""
        self._open = open
        self.loop: asyncio.AbstractEventLoop | None = None
        self._came: set[tuple[int, int]] = set()
        self._changed: set[int] = set()

    def came(self, workshop: int, person: int) -> None:
        """Somebody came in."""
        self._came.add((workshop, person))

    def seen_in(self, workshop: int) -> set[int]:
        """Persons who are connected, or came and were not noted yet."""
        came = {person for of, person in self._came.copy() if of == workshop}
        room = self._open.get(workshop)
        return came | (_connected(room) if room is not None else set())

    def who_was_here(self) -> dict[int, set[int]]:
        """The same of every workshop; from any thread. Whoever keeps it says so by `noted`:
        until it is kept nobody is forgotten.
        """
        here = {room.workshop: _connected(room) for room in list(self._open.values())}
        for workshop, person in self._came.copy():
            here.setdefault(workshop, set()).add(person)
        return here

    def connected(self) -> dict[int, set[int]]:
        """Who has a page open, by workshop; from any thread."""
        return {room.workshop: _connected(room) for room in list(self._open.values())}

    def here_too(self, workshop: int, persons: frozenset[int]) -> None:
        """They are here without a page of their own, as long as somebody else has one open; from
        any thread.
        """

        def come() -> None:
            room = self._open.get(workshop)
            if room is not None and room.without_page != persons:
                room.came_or_went |= room.without_page ^ persons
                room.without_page = persons
                self.tell(room)

        if self.loop is not None:
            with contextlib.suppress(RuntimeError):  # the server stops
                self.loop.call_soon_threadsafe(come)

    def noted(self, workshop: int, persons: set[int]) -> None:
        """It is kept that these were here, or it is not to be."""
        self._came.difference_update({(workshop, person) for person in persons})

    def tell(self, room: Room) -> None:
        """Tell everyone who is connected: not recorded, the last one counts, not more often
        than twice a second.
        """
        if room.workshop in self._changed or self.loop is None:
            return
        self._changed.add(room.workshop)
        self.loop.call_later(HERE_EVERY, self._here, room)

    def _here(self, room: Room) -> None:
        self._changed.discard(room.workshop)
        if room.came_or_went:
            room.slices.tell(who_came_and_went(room))


def _connected(room: Room) -> set[int]:
    return {person for person, pages in list(room.of_person.items()) if pages}


def who_is_here(room: Room) -> Frame:
    """What a page is told that comes: the persons who are here, and what time it is (ms)."""
    people = sorted(_connected(room) | room.without_page)
    return encode({"here": {"people": people, "now": time.time_ns() // 1_000_000}})


def who_came_and_went(room: Room) -> Frame:
    """What the others are told since they were told last: of each who came or went whether they are
    here now, which whoever came in between may know already.
    """
    touched, room.came_or_went = room.came_or_went, set()
    here = touched & (_connected(room) | room.without_page)
    told = {"came": sorted(here), "left": sorted(touched - here)}
    return encode({**told, "now": time.time_ns() // 1_000_000})
