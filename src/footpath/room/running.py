"""The rooms of this process: one writer, a room for each workshop that somebody has
open, and who is here.
"""

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Callable
from datetime import datetime
from typing import Any

from footpath.limits.budgets import OPENING, budget_of, pay_for_changes
from footpath.limits.queues import aside
from footpath.limits.turns import Turns, times
from footpath.method import Command
from footpath.method.phases.gather import Arrive
from footpath.method.things.people import Role
from footpath.record import after_effects
from footpath.record.live import Live, ToTell
from footpath.record.reader import Readings
from footpath.record.rewritings import take_up_at_start
from footpath.record.searches import Searches
from footpath.record.writer import NOT_STORED, Done, Fault, Writer
from footpath.room.at_the_door import Doors
from footpath.room.code_on_the_wall import CodesOnWalls
from footpath.room.door import Door
from footpath.room.fanout import Connection, Room
from footpath.room.heartbeats import look_after
from footpath.room.layers import LAYERS, whole
from footpath.room.leadership import Leading
from footpath.room.open_pages import OpenPages
from footpath.room.presence import Presence, who_is_here
from footpath.room.spotlight import Spotlight
from footpath.room.waiting import Frame, encode

WAIT = 20.0
OPENINGS = 2
"""Pages that are brought whole layers at once, one of each workshop."""
GONE = (4403, "You are not in this workshop any more.")


class Rooms:
    """Everything live in this process."""

    def __init__(self) -> None:
        """Start the writer; rooms are opened when somebody comes."""
        self.loop: asyncio.AbstractEventLoop | None = None
        self.open: dict[int, Room] = {}
        self.readings = reader = Readings()
        self.read, self.read_own, self.last_entry = reader.read, reader.read_own, reader.last_entry
        self.writer = Writer(self._told, Searches(reader))
        self._leading: dict[int, Leading] = {}
        self.spotlights: dict[int, Spotlight] = {}
        self._doors = Doors(self._tell_of_the_door)
        self.presence, self.codes = Presence(self.open), CodesOnWalls(self.open)
        self._places, self._openings = OpenPages(), Turns(OPENINGS, times(1))
        self._showing: set[asyncio.Task[None]] = set()

    def start(self, loop: asyncio.AbstractEventLoop) -> None:
        """From now on somebody can be told something."""
        self.loop = self._doors.loop = self.presence.loop = loop

    def submit(self, workshop: int, command: Command, person: int | None, door: str = "") -> Done:
        """Ask and wait, from a thread of Django's.

        Raises:
            Refusal: when the method says no.
            Fault: when it could not be stored, or not in time.
        """
        try:
            # the writer may have much to do: what others could use of ours is theirs meanwhile
            with aside():
                done = self.writer.submit(workshop, command, person, door).result(timeout=WAIT)
        except TimeoutError:
            raise Fault(NOT_STORED) from None
        if isinstance(command, Arrive) and (made := done.made) is not None:
            self.at_the_door(workshop, lambda door: door.named(made))
        return done

    def _told(self, told: ToTell) -> None:
        """Called in the writer's thread, after the commit."""
        for person, changed in told.changed_by.items():
            if person is not None:
                pay_for_changes(told.workshop, person, changed)
        if self.loop is not None:
            with contextlib.suppress(RuntimeError):  # the server stops: nobody is there to be told
                self.loop.call_soon_threadsafe(self._tell, told)

    def _tell(self, told: ToTell) -> None:
        room = self.open.get(told.workshop)
        if room is None:
            return
        if told.lost:
            for connection in room.connections | room.coming:
                connection.end(1012, "Come in again.")
            return
        self._end_rights(room, told)
        room.tell(told.number, told.changes)
        self._lead_on(room, told)
        self.spotlights[room.workshop].follow(told)

    def _lead_on(self, room: Room, told: ToTell) -> None:
        """Who keeps the pace, and who could, may have changed."""
        everyones = told.changes.get("everyone")
        workshop = everyones.put.get("sheet", {}).get("workshop") if everyones else None
        leading = self._leading[room.workshop]
        if workshop is not None:
            leading.holder = workshop.pace_holder
        if workshop is not None or told.roles:
            leading.look_round()

    def _end_rights(self, room: Room, told: ToTell) -> None:
        """A right that ended ends on open connections before anything later is told (S8)."""
        for person in told.gone:
            if (
                person in room.of_person
                and (door := self._doors.standing.get(room.workshop)) is not None
            ):
                door.left(person)
            for connection in room.of_person.get(person, set()):
                connection.end(*GONE)
        for person, roles in told.roles.items():
            for connection in room.of_person.get(person, set()):
                facilitates = "facilitator" in roles
                if connection.facilitates and not facilitates:
                    connection.send(whole(told.number, "facilitators", {}))
                if facilitates and not connection.facilitates:
                    showing = asyncio.ensure_future(
                        self.bring(room, connection, layers=("facilitators",))
                    )
                    self._showing.add(showing)
                    showing.add_done_callback(self._showing.discard)
                room.facilitates(connection, facilitates)

    def end_connections(self, workshop: int, person: int | None = None) -> None:
        """A person's link was changed, or the wall's: the pages that came in by it end (S8)."""

        def end() -> None:
            room = self.open.get(workshop)
            for connection in room.connections | room.coming if room is not None else ():
                if connection.person == person:
                    connection.end(4403, "This link was changed.")

        if self.loop is not None:
            self.loop.call_soon_threadsafe(end)

    def let_in(self, workshop: int, connection: Connection, address: str) -> Room:
        """Somebody opens the page; the room is open from now on.

        Raises:
            Full: where the wall, or their network, has very many pages open already.
        """
        assert self.loop is not None
        self._places.take(connection, self.open.get(workshop), address)
        if (room := self.open.get(workshop)) is None:
            room = self.open[workshop] = Room(workshop, self.bring, self.leave)
        self._leading.setdefault(workshop, Leading(room, self.writer, self.loop))
        self.spotlights.setdefault(workshop, Spotlight(room, self.writer))
        room.let_in(connection)
        if connection.person is not None:
            connection.line.budget = budget_of(workshop, connection.person)
            connection.line.budget.charge(OPENING)
        return room

    def hear(self, room: Room, connection: Connection, text: str) -> None:
        """Somebody offers to lead, or backs an offer (G18)."""
        self._leading[room.workshop].hear(connection, text)

    def at_the_door(self, workshop: int, happens: Callable[[Door], None]) -> None:
        """Something happens at the door; facilitators are told soon. From any thread."""
        self._doors.at(workshop, happens)

    def _tell_of_the_door(self, workshop: int, view: dict[str, Any]) -> None:
        if (room := self.open.get(workshop)) is not None:
            room.slices.tell(None, encode({"door": view}))

    async def come(self, room: Room, connection: Connection, number: int | None) -> None:
        """They get everything missed, once and in order, or the whole view; then they are told
        what happens next.
        """
        await self.bring(room, connection, number)
        if (person := connection.person) is not None:
            self.presence.came(room.workshop, person)
            self.at_the_door(room.workshop, lambda door: door.came(person))
        self.presence.tell(room)

    async def bring(
        self,
        room: Room,
        connection: Connection,
        number: int | None = None,
        layers: tuple[str, ...] = LAYERS,
    ) -> None:
        """Send layers as they stand after everything that was told before, and join
        what is told next.

        Rights are read in the same moment, so that one that has just ended shows nothing. The pages
        of a workshop are brought theirs one after another: a whole flipchart is much work, and
        others are served in between.
        """
        async with self._openings.turn(
            (str(room.workshop), str(connection.person)), connection.person or 0
        ):
            await self._bring(room, connection, number, layers)

    async def _bring(
        self, room: Room, connection: Connection, number: int | None, layers: tuple[str, ...]
    ) -> None:
        brought = asyncio.Event()

        def look(live: Live) -> None:
            """In the writer's thread: what is told next comes after this, also on the loop."""
            person = (
                live.chart.people.get(connection.person) if connection.person is not None else None
            )
            here = connection.person is None or (person is not None and not person.removed)
            facilitates = here and live.chart.has_role(connection.person, Role.FACILITATOR)
            frames = (
                room.shown.frames(live, connection.person, facilitates, layers, number)
                if here
                else None
            )
            assert self.loop is not None
            self.loop.call_soon_threadsafe(join, facilitates, frames, live.chart.pace_holder)

        def join(facilitates: bool, frames: list[Frame] | None, holder: int | None) -> None:
            brought.set()
            if frames is None:
                connection.end(*GONE)
            elif connection in room.connections or connection in room.coming:
                room.come(connection, facilitates)
                spotlit = self.spotlights[room.workshop].told(connection)
                connection.send_whole([*frames, spotlit, self.codes.told(room), who_is_here(room)])
                self._leads_on_with(room, connection, holder)

        await asyncio.wrap_future(self.writer.look(room.workshop, look))
        await brought.wait()

    def _leads_on_with(self, room: Room, connection: Connection, holder: int | None) -> None:
        leading = self._leading[room.workshop]
        leading.holder = holder
        if connection.facilitates and connection.person is not None:
            leading.facilitator_came(connection.person)
            self.at_the_door(room.workshop, lambda door: None)
        leading.look_round()
        leading.catch_up(connection)
        self.spotlights[room.workshop].look_round()

    def leave(self, room: Room, connection: Connection) -> None:
        """Somebody closed the page; the last one closes the room."""
        room.leave(connection)
        self._places.leave(connection)
        self.presence.tell(room)
        shown_out = connection.ended is not None and connection.ended[0] == GONE[0]
        person = connection.person
        if person is not None and person not in room.of_person and not shown_out:
            self.at_the_door(room.workshop, lambda door: door.lost(person))
        self._leading[room.workshop].look_round()
        self.spotlights[room.workshop].look_round()
        if room.is_empty and self.open.get(room.workshop) is room:
            self._leading.pop(room.workshop).close()
            self.spotlights.pop(room.workshop).close()
            del self.open[room.workshop]
            self.writer.look(room.workshop, Live.unseen)


_rooms: Rooms | None = None


def rooms() -> Rooms:
    """The rooms of this process, made on first use."""
    global _rooms
    if _rooms is None:
        _rooms = Rooms()
    return _rooms


def follow_what_was_left(now: datetime) -> None:
    """Do what follows from entries and a fault left undone; to be called every minute."""
    after_effects.follow_what_was_left(now, rooms().writer.submit)


def _do_what_a_crash_left() -> None:
    take_up_at_start(rooms().writer.look)
    after_effects.follow_at_start(rooms().writer.submit)


@contextlib.asynccontextmanager
async def running() -> AsyncGenerator[None]:
    """The rooms are open while the server runs; what was asked is finished before it stops."""
    global _rooms
    rooms().start(asyncio.get_running_loop())
    looking_after = asyncio.create_task(look_after(rooms().open))
    at_start = asyncio.create_task(asyncio.to_thread(_do_what_a_crash_left))
    yield
    looking_after.cancel()
    await at_start
    await asyncio.to_thread(rooms().writer.close)
    _rooms = None
