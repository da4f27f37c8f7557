"""The rooms of this process: one writer, a room for each workshop that somebody has open, and who is here."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from footpath.method import Command, Sight
from footpath.record.writing import Done, Live, Told, Writer
from footpath.room.fanout import Connection, Room, encode, whole

HERE_EVERY = 0.5
WAIT = 20.0


class Rooms:
    """Everything live in this process."""

    def __init__(self) -> None:
        """Start the writer; rooms are opened when somebody comes."""
        self.loop: asyncio.AbstractEventLoop | None = None
        self.open: dict[int, Room] = {}
        self.writer = Writer(self._told)
        self._changed: set[int] = set()
        self._telling: set[asyncio.TimerHandle] = set()

    def submit(self, workshop: int, command: Command, person: int | None, door: str = "") -> Done:
        """Ask and wait, from a thread of Django's.

        Raises:
            Refusal: when the method says no.
            Fault: when it could not be stored.
        """
        return self.writer.submit(workshop, command, person, door).result(timeout=WAIT)

    def _told(self, told: Told) -> None:
        """Called in the writer's thread, after the commit."""
        if self.loop is not None and not self.loop.is_closed():
            self.loop.call_soon_threadsafe(self._tell, told)

    def _tell(self, told: Told) -> None:
        room = self.open.get(told.workshop)
        if room is None:
            return
        if told.rewritten:
            room.forget()
        self._end_rights(room, told)
        room.tell(told.number, told.changes)

    def _end_rights(self, room: Room, told: Told) -> None:
        """A right that ended ends on open connections before anything later is told (S8)."""
        for person in told.gone:
            for connection in room.of_person.get(person, set()):
                connection.end(4403, "You are not in this workshop any more.")
        for person, roles in told.roles.items():
            for connection in room.of_person.get(person, set()):
                facilitates = "facilitator" in roles
                if connection.facilitates and not facilitates:
                    connection.send(whole(told.number, "facilitators", {}))
                if facilitates and not connection.facilitates:
                    asyncio.ensure_future(self._show_facilitators(room, connection))
                connection.facilitates = facilitates

    async def _show_facilitators(self, room: Room, connection: Connection) -> None:
        await self.bring(room, connection, layers=("facilitators",))

    def end_connections(self, workshop: int, keep: int | None = None) -> None:
        """A link was changed: who came in by the wall's link is shown out (S8)."""

        def end() -> None:
            room = self.open.get(workshop)
            for connection in list(room.connections) if room is not None else []:
                if connection.person is None:
                    connection.end(4403, "This link was changed.")

        if self.loop is not None:
            self.loop.call_soon_threadsafe(end)

    async def come(self, workshop: int, connection: Connection, number: int | None) -> Room:
        """Somebody opens the page: they get everything missed, once and in order, or the whole view."""
        room = self.open.setdefault(workshop, Room(workshop))
        await self.bring(room, connection, number)
        connection.send(self._who_is_here(room))
        self.say_who_is_here(room)
        return room

    async def bring(
        self,
        room: Room,
        connection: Connection,
        number: int | None = None,
        layers: tuple[str, ...] = ("everyone", "facilitators", "me"),
    ) -> None:
        """Send whole layers as they stand after everything that was told before, and join what is told next."""
        person, facilitates = connection.person, connection.facilitates
        joined = asyncio.Event()

        def look(live: Live) -> None:
            """In the writer's thread: what is told next comes after this, also on the loop."""
            frames = _layers(live.seeing(), live.chart.public_number, person, facilitates, layers)
            assert self.loop is not None
            self.loop.call_soon_threadsafe(join, frames)

        def join(frames: dict[str, bytes]) -> None:
            missed = room.since(number) if number is not None and "everyone" in layers else None
            for layer, sent in frames.items():
                for one in missed if layer == "everyone" and missed is not None else [sent]:
                    connection.send(one)
            room.come(connection)
            joined.set()

        future = self.writer.look(room.workshop, look)
        await asyncio.wrap_future(future)
        await joined.wait()

    def leave(self, room: Room, connection: Connection) -> None:
        """Somebody closed the page."""
        room.leave(connection)
        self.say_who_is_here(room)
        if not room.connections:
            self.open.pop(room.workshop, None)

    def say_who_is_here(self, room: Room) -> None:
        """Tell everyone who is connected: not recorded, the last one counts, not more often than twice a second."""
        if room.workshop in self._changed or self.loop is None:
            return
        self._changed.add(room.workshop)
        self.loop.call_later(HERE_EVERY, self._here, room)

    def _here(self, room: Room) -> None:
        self._changed.discard(room.workshop)
        told = self._who_is_here(room)
        for connection in room.connections:
            connection.send(told)

    def _who_is_here(self, room: Room) -> bytes:
        people = sorted(person for person, connections in room.of_person.items() if connections)
        return encode({"here": {"people": people, "now": time.time_ns() // 1_000_000}})


def _layers(
    sight: Sight, number: int, person: int | None, facilitates: bool, layers: tuple[str, ...]
) -> dict[str, bytes]:
    views = {"everyone": sight.whole("everyone")}
    if facilitates:
        views["facilitators"] = sight.whole("facilitators")
    if person is not None:
        views["me"] = sight.whole(person)
    return {layer: whole(number, layer, views[layer]) for layer in layers if layer in views}


_rooms: Rooms | None = None


def rooms() -> Rooms:
    """The rooms of this process, made on first use."""
    global _rooms
    if _rooms is None:
        _rooms = Rooms()
    return _rooms


@asynccontextmanager
async def running() -> AsyncIterator[None]:
    """The rooms are open while the server runs; what was asked is finished before it stops."""
    global _rooms
    rooms().loop = asyncio.get_running_loop()
    yield
    await asyncio.to_thread(rooms().writer.close)
    _rooms = None
