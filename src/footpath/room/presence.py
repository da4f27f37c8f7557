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

    def came(self, room: Room, person: int) -> None:
        """Somebody came in."""
        self._came.add((room.workshop, person))

    def seen_in(self, workshop: int) -> set[int]:
        """Persons who are connected, or came since `who_was_here` was last asked;
        asking changes nothing.
        """
        came = {person for of, person in self._came.copy() if of == workshop}
        room = self._open.get(workshop)
        return (
            came | {person for person, pages in list(room.of_person.items()) if pages}
            if room is not None
            else came
        )

    def who_was_here(self) -> dict[int, set[int]]:
        """Persons, by workshop, who came since this was last asked or are connected
        now; from any thread.
        """
        here: dict[int, set[int]] = {}
        for room in list(self._open.values()):
            here[room.workshop] = {
                person for person, pages in list(room.of_person.items()) if pages
            }
        with contextlib.suppress(KeyError):
            while True:
                workshop, person = self._came.pop()
                here.setdefault(workshop, set()).add(person)
        return here

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
        told = who_is_here(room)
        for connection in room.connections:
            connection.send(told)


def who_is_here(room: Room) -> Frame:
    """What a page is told: the persons who are connected, and what time it is (ms)."""
    people = sorted(person for person, connections in room.of_person.items() if connections)
    return encode({"here": {"people": people, "now": time.time_ns() // 1_000_000}})
