"""Fan-out: each change is encoded once per audience and put, in order, before
everybody who may have it.

A receiver that reads is written to straight away. What waits for one that does not is sent when it
reads; it is not queued for without end: then it is sent the whole view instead. No task and no
timer is kept for a page.
"""

import asyncio
from collections.abc import Awaitable, Callable

from footpath.method import Audience, LayerChange
from footpath.record.writer import Fault
from footpath.room.asked_at_once import AskedAtOnce
from footpath.room.direct import DirectSockets
from footpath.room.layers import LayersShown, frame
from footpath.room.slices import Slices
from footpath.room.waiting import SLOWEST, Frame, Queue, waiting

TROUBLE = (1011, "The server had trouble. Come in again.")


class Connection:
    """One open page: a person's, or the wall's (person None)."""

    __slots__ = (
        "_catching_up", "_queue", "asked_at", "ended", "facilitates", "heard_at", "line",
        "lost_track", "person", "pinged_at", "room", "told",
    )  # fmt: skip

    def __init__(self, line: DirectSockets, person: int | None) -> None:
        """Hold the line; frames that cannot go at once wait in a queue."""
        self.line = line
        self.person = person
        self.facilitates = False
        self.asked_at = self.heard_at = self.pinged_at = line.loop.time()
        """When somebody last asked for something here, or opened it; when last anything came; when
        it was last asked whether it is there.
        """
        self.room: Room | None = None
        self.told = 0
        self.lost_track = False
        self.ended: tuple[int, str] | None = None
        self._queue = Queue(waiting, self._cut)
        self._catching_up: asyncio.Task[None] | None = None

    def send(self, frame: Frame) -> None:
        """Tell this page alone, behind all that its room was told before."""
        if self.room is not None and not self.lost_track and self.ended is None:
            frame = self.room.slices.with_what_came_before(self, frame)
        self.put(frame)

    def put(self, frame: Frame) -> None:
        """Let a frame follow those that wait; too much waiting, and the receiver is
        caught up later instead.
        """
        if self.lost_track or self.ended is not None:
            return
        if not self._queue and self.line.takes_more:
            self.line.write(frame.wired)
        elif self._queue and self._queue.behind + len(frame.wired) > SLOWEST:
            self.lost_track = True
            self._queue.forget_behind()
        else:
            self._queue.put(frame, self.line.loop.time())

    def send_whole(self, frames: list[Frame]) -> None:
        """Let whole layers follow, however long they are: nothing can stand in for them."""
        if self.ended is None:
            self.lost_track = False
            self._queue.put_whole(frames, self.line.loop.time())
            self.takes_more()

    def end(self, code: int, why: str) -> None:
        """Close the connection: a right has ended, or it was too much."""
        if self.ended is None:
            self.ended = (code, why)
            self._queue.clear()
            self.line.close(code, why)
            self.line.loop.call_soon(self.over)

    def over(self) -> None:
        """Nothing comes or goes any more."""
        self.ended = self.ended or (1000, "")  # what is answered from now on waits for nobody
        self._queue.clear()
        if self._catching_up is not None:
            self._catching_up.cancel()
        if self.room is not None:
            room, self.room = self.room, None
            room.over(room, self)

    def _cut(self) -> None:
        """They read too slowly for what everybody together may keep waiting: they come back
        and are caught up.
        """
        self.end(1013, "You were too far behind. Come in again.")
        self.line.abort()

    def takes_more(self) -> None:
        """Send what waits as far as it is read; a receiver that lost track is caught up."""
        while self._queue and self.line.takes_more:
            self.line.write(self._queue.take(self.line.loop.time(), self.line.takes_packed))
        if self.lost_track and self._catching_up is None and self.line.takes_more:
            self._catching_up = self.line.loop.create_task(self._catch_up())

    async def _catch_up(self) -> None:
        try:
            if (room := self.room) is not None:
                await room.bring(room, self)
        except Fault:
            self.end(*TROUBLE)
        finally:
            self._catching_up = None


class Room:
    """The open connections of one workshop."""

    def __init__(
        self,
        workshop: int,
        bring: "Callable[[Room, Connection], Awaitable[None]]",
        over: "Callable[[Room, Connection], None]",
    ) -> None:
        """Nobody is here yet. `bring` sends a page the whole view, `over` is told of
        each whose line has ended.
        """
        self.workshop = workshop
        self.bring, self.over = bring, over
        self.connections: set[Connection] = set()
        self.facilitators: set[Connection] = set()
        self.of_person: dict[int, set[Connection]] = {}
        self.without_page: frozenset[int] = frozenset()
        """Who is here without a page of their own: the invented people of a rehearsal."""
        self.came_or_went: set[int] = set()
        """Of whom the pages here are to be told that they came or went."""
        self.coming: set[Connection] = set()
        """Pages that were let in and wait for their first view."""
        self.slices = Slices()
        self.shown = LayersShown()
        self._pages: dict[int | None, list[Connection]] = {}
        self._under_way: dict[int, AskedAtOnce] = {}

    def tell(self, number: int, changes: dict[Audience, LayerChange]) -> None:
        """Send the changes of one commit to whom they are for; encoded once per audience."""
        if (everyones := changes.get("everyone")) is not None:
            self.slices.tell(frame(number, "everyone", everyones))
        for audience, change in changes.items():
            if isinstance(audience, int):
                self._to_person(audience, change, number)
        if (facilitators := changes.get("facilitators")) is not None:
            self.slices.tell(None, frame(number, "facilitators", facilitators))

    def _to_person(self, person: int, change: LayerChange, number: int) -> None:
        if pages := self.of_person.get(person):
            told = frame(number, "me", change)
            for connection in pages:
                connection.send(told)

    def asked_at_once_by(self, person: int) -> AskedAtOnce:
        """What somebody has asked for and is not answered; one for all their pages."""
        return self._under_way.setdefault(person, AskedAtOnce())

    def pages_of(self, person: int | None) -> list[Connection]:
        """Every page that somebody has open here, or is opening; the wall's for None."""
        return [*self._pages.get(person, ())]

    def let_in(self, connection: Connection) -> None:
        """A page is open, and waits for its first view."""
        connection.room = self
        self.coming.add(connection)
        self._pages.setdefault(connection.person, []).append(connection)

    def come(self, connection: Connection, facilitates: bool) -> None:
        """A page is about to have its view, and is told what happens next."""
        self.coming.discard(connection)
        self.connections.add(connection)
        self.facilitates(connection, facilitates)
        if connection.person is not None:
            self.of_person.setdefault(connection.person, set()).add(connection)
            self.came_or_went.add(connection.person)
        connection.heard_at = connection.line.loop.time()
        self.slices.add(connection)

    def facilitates(self, connection: Connection, does: bool) -> None:
        """Whether somebody facilitates may have changed; what was told before is for who they were
        then.
        """
        self.slices.bring_up(connection)
        connection.facilitates = does
        if does:
            self.facilitators.add(connection)
        else:
            self.facilitators.discard(connection)

    def leave(self, connection: Connection) -> None:
        """A page was closed."""
        person = connection.person
        self.coming.discard(connection)
        self.connections.discard(connection)
        self.facilitators.discard(connection)
        self.slices.remove(connection)
        self._pages[person].remove(connection)
        if not self._pages[person]:
            del self._pages[person]
        if person is not None and (theirs := self.of_person.get(person)) is not None:
            theirs.discard(connection)
            self.came_or_went.add(person)
            if not theirs:
                del self.of_person[person]

    @property
    def is_empty(self) -> bool:
        """Whether nobody is here and nobody is coming."""
        return not self.connections and not self.coming
