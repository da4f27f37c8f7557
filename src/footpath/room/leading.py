"""Leading on: when no facilitator has been connected for two minutes, somebody else may be accepted to lead (G18).

Offers and who backs them live here, in memory, and go when a facilitator comes; only who has the pace is an entry. A
person counts once, however many pages they have open.
"""

import asyncio
import contextlib
import re
import uuid
from concurrent.futures import Future

from footpath.method import leading
from footpath.method.flipchart import Flipchart
from footpath.method.leading import ROOM, GivePace, ReturnPace, counts
from footpath.record.live import Live
from footpath.record.writing import Done, Writer
from footpath.room.fanout import Connection, Room
from footpath.room.waiting import encode

SAID = re.compile(r'\{"(lead|back)": ?(true|false|null|[0-9]{1,15})\}')
"""A frame with which somebody offers to lead, or no longer, or backs whoever offers, or nobody."""


class Leading:
    """Who leads in one room, and who could while no facilitator is connected. Lives on the loop."""

    def __init__(self, room: Room, writer: Writer, loop: asyncio.AbstractEventLoop) -> None:
        """Nobody leads until somebody comes."""
        self.holder: int | None = None
        self._room, self._writer, self._loop = room, writer, loop
        self._unled_since: float | None = None
        self._rings: asyncio.TimerHandle | None = None
        self._is_asking = self._is_giving = False
        self._offers: dict[int, None] = {}  # in the order in which they came
        self._backed: dict[int, int] = {}

    def facilitator_came(self, person: int) -> None:
        """The pace returns, also from who is being given it at this moment: the writer keeps the order."""
        if self.holder is not None or self._is_giving:
            self._writer.submit(self._room.workshop, ReturnPace(id=str(uuid.uuid4())), person)

    def hear(self, connection: Connection, text: str) -> None:
        """Somebody offers, or backs an offer; heard only while the others are asked."""
        said, person = SAID.fullmatch(text), connection.person
        if said is None or person is None or not self._is_asking:
            return
        kind, what = said.groups()
        if kind == "lead" and what == "true":
            self._offers.setdefault(person)
        elif kind == "lead":
            self._offers.pop(person, None)
        elif what.isdigit() and int(what) in self._offers:
            self._backed[person] = int(what)
        else:
            self._backed.pop(person, None)
        self.look_round()

    def look_round(self) -> None:
        """Somebody came, went, stepped out or said something: is anybody leading?"""
        if self._is_led():
            self._stop_asking()
            self._unled_since = None
            return
        now = self._loop.time()
        self._unled_since = now if self._unled_since is None else self._unled_since
        if (wait := self._unled_since + leading.UNLED_FOR - now) > 0:
            if self._rings is None:
                self._rings = self._loop.call_later(wait, self._ring)
            return
        here = frozenset(self._room.of_person)

        def look(live: Live) -> None:
            with contextlib.suppress(RuntimeError):  # the server stops
                self._loop.call_soon_threadsafe(self._weigh, _who_counts(live.chart, here))

        self._writer.look(self._room.workshop, look)

    def close(self) -> None:
        """The last page was closed."""
        if self._rings is not None:
            self._rings.cancel()
        self._rings = None

    def _ring(self) -> None:
        self._rings = None
        self.look_round()

    def _is_led(self) -> bool:
        held = self.holder is not None and bool(self._room.of_person.get(self.holder))
        return held or any(connection.facilitates for connection in self._room.connections)

    def _stop_asking(self) -> None:
        self.close()
        self._offers.clear()
        self._backed.clear()
        if self._is_asking:
            self._is_asking = False
            self._tell({})

    def _weigh(self, here: frozenset[int] | None) -> None:
        """Give the pace to whom half of those here back; an offer is not a vote for oneself."""
        if self._is_led() or here is None:
            self._stop_asking()
            return
        self._is_asking = True
        self._offers = {person: None for person in self._offers if person in here}
        votes = [whom for person, whom in self._backed.items() if person in here and person != whom]
        needed = min((len(here) + 1) // 2, len(here) - 1)
        backed = {person: votes.count(person) for person in self._offers}
        accepted = next((person for person, number in backed.items() if number >= needed), None)
        if accepted is not None and not self._is_giving:
            self._give(accepted)
        self._tell(backed, needed)

    def _give(self, person: int) -> None:
        self._is_giving = True
        command = GivePace(id=str(uuid.uuid4()), person=person)

        def given(future: "Future[Done]") -> None:
            with contextlib.suppress(RuntimeError):  # the server stops
                self._loop.call_soon_threadsafe(self._given, person, future.exception() is None)

        self._writer.submit(self._room.workshop, command, None, ROOM).add_done_callback(given)

    def _given(self, person: int, is_theirs: bool) -> None:
        self._is_giving = False
        if not is_theirs:  # they went at this moment, or it could not be stored: they may offer again
            self._offers.pop(person, None)
            self.look_round()

    def _tell(self, backed: dict[int, int], needed: int = 0) -> None:
        offers = [{"person": person, "backed": number} for person, number in backed.items()]
        for connection in self._room.connections:
            mine = self._backed.get(connection.person) if connection.person is not None else None
            asked = {"offers": offers, "needed": needed, "mine": mine}
            connection.send(encode({"leading": asked if self._is_asking else None}))


def _who_counts(chart: Flipchart, here: frozenset[int]) -> frozenset[int] | None:
    """Of those connected, whoever could lead; None where there is nothing to lead: not opened yet, or closed."""
    if not chart.opened or chart.closed:
        return None
    return frozenset(person for person in here if counts(chart, person))
