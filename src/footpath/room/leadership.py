"""Leading on: when no facilitator has been connected for two minutes, somebody else may be
accepted to lead (G18).

Offers and who backs them live here, in memory, and go when a facilitator comes; only who has the
pace is an entry. A person counts once, however many pages they have open. What is said is noted at
once and weighed with what others say soon after, so that however many speak it is the same work.
"""

import asyncio
import contextlib
import re
import time
import uuid
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import Future

from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.throughout import leading
from footpath.method.throughout.leading import ROOM, GivePace, ReturnPace, counts
from footpath.record.live import Live
from footpath.record.writer import Done, Writer
from footpath.room.fanout import Connection, Room
from footpath.room.waiting import Frame, encode

SAID = re.compile(r'\{"(lead|back)": ?(true|false|null|[0-9]{1,15})\}')
"""A frame with which somebody offers to lead, or no longer, or backs whoever offers, or nobody."""
WEIGHED_EVERY = 0.5
"""Seconds between two weighings of one room, at least."""
MOST_BACKED = FIRST_HERE = 10
"""Offers that stand: of whom most back, and of who came first, so that nobody comes in
to crowd them out.
"""


class Leading:
    """Who leads in one room, and who could while no facilitator is connected. Lives on the loop."""

    def __init__(self, room: Room, writer: Writer, loop: asyncio.AbstractEventLoop) -> None:
        """Nobody leads until somebody comes."""
        self.holder: int | None = None
        self._room, self._writer, self._loop = room, writer, loop
        self._unled_since: float | None = None
        self._unled_at = 0
        """The same as milliseconds since 1970."""
        self._rings: asyncio.TimerHandle | None = None
        self._is_asking = self._is_giving = False
        self._offers: dict[int, None] = {}  # in the order in which they came
        self._backed: dict[int, int] = {}
        self._answered: set[int] = set()
        """Who backed somebody else since the last telling."""
        self._told: dict[int, int] | None = None
        """The offers that stand, with how many back each, as they were told last; None
        while nobody is asked.
        """
        self._needed = 0
        self._frames: dict[int | None, Frame] = {}
        """What was told last, by whom the receiver backs."""

    def facilitator_came(self, person: int) -> None:
        """The pace returns, also from who is being given it at this moment: the
        writer keeps the order.
        """
        if self.holder is not None or self._is_giving:
            self._writer.submit(self._room.workshop, ReturnPace(id=str(uuid.uuid4())), person)

    def hear(self, connection: Connection, text: str) -> None:
        """Somebody offers, or backs an offer; heard only while the others are asked, and weighed
        soon if it is new.
        """
        said, person = SAID.fullmatch(text), connection.person
        if (
            said is not None
            and person is not None
            and self._is_asking
            and self._note(person, *said.groups())
        ):
            self._weigh_in(WEIGHED_EVERY)

    def _note(self, person: int, kind: str, what: str) -> bool:
        """Keep what somebody said; whether that changes anything."""
        if kind == "lead":
            had = person in self._offers
            if what == "true":
                self._offers.setdefault(person)
            else:
                self._offers.pop(person, None)
            return had != (person in self._offers)
        before, whom = self._backed.pop(person, None), int(what) if what.isdigit() else None
        if whom is not None and whom in self._offers:
            self._backed[person] = whom
        if before == self._backed.get(person):
            return False
        self._answered.add(person)
        return True

    def look_round(self) -> None:
        """Somebody came, went or stepped out: is anybody leading?"""
        if self._is_led():
            self._stop_asking()
            self._unled_since = None
            return
        now = self._loop.time()
        if self._unled_since is None:
            self._unled_since, self._unled_at = now, time.time_ns() // 1_000_000
        self._weigh_in(max(self._unled_since + leading.UNLED_FOR - now, WEIGHED_EVERY))

    def tell(self, connections: Iterable[Connection]) -> None:
        """Tell pages what is asked; whoever backs the same is told by the same frame."""
        for connection in connections:
            mine = self._backed.get(connection.person) if connection.person is not None else None
            mine = mine if mine in (self._told or ()) else None
            if mine not in self._frames:
                offers = [
                    {"person": person, "backed": number}
                    for person, number in (self._told or {}).items()
                ]
                asked = {"offers": offers, "needed": self._needed, "mine": mine}
                self._frames[mine] = encode({"leading": None if self._told is None else asked})
            connection.send(self._frames[mine])

    def catch_up(self, connection: Connection) -> None:
        """A page has its whole view: tell it what the others were told."""
        if self._frames:
            self.tell([connection])

    def close(self) -> None:
        """The last page was closed."""
        if self._rings is not None:
            self._rings.cancel()
        self._rings = None

    def _weigh_in(self, wait: float) -> None:
        if self._rings is None:
            self._rings = self._loop.call_later(wait, self._ring)

    def _ring(self) -> None:
        self._rings = None
        here, since = frozenset(self._room.of_person), self._unled_at

        def look(live: Live) -> None:
            with contextlib.suppress(RuntimeError):  # the server stops
                self._loop.call_soon_threadsafe(self._weigh, _who_counts(live.chart, here, since))

        self._writer.look(self._room.workshop, look)

    def _is_led(self) -> bool:
        held = self.holder is not None and bool(self._room.of_person.get(self.holder))
        return held or bool(self._room.facilitators)

    def _stop_asking(self) -> None:
        self.close()
        self._offers.clear()
        self._backed.clear()
        if self._is_asking:
            self._is_asking = False
            self._tell_news(None, 0)

    def _weigh(self, here: frozenset[int] | None) -> None:
        """Give the pace to whom half of those here back; an offer is not a vote for oneself."""
        if self._is_led() or here is None:
            self._stop_asking()
            return
        self._is_asking = True
        self._offers = {person: None for person in self._offers if person in here}
        votes = Counter(
            whom for person, whom in self._backed.items() if person in here and person != whom
        )
        needed = min((len(here) + 1) // 2, len(here) - 1)
        accepted = next((person for person in self._offers if votes[person] >= needed), None)
        if accepted is not None and not self._is_giving:
            self._give(accepted)
        standing = those_who_stand(self._offers, votes)
        self._tell_news(
            {person: votes[person] for person in self._offers if person in standing}, needed
        )

    def _give(self, person: int) -> None:
        self._is_giving = True
        command = GivePace(id=str(uuid.uuid4()), person=person)

        def given(future: "Future[Done]") -> None:
            with contextlib.suppress(RuntimeError):  # the server stops
                self._loop.call_soon_threadsafe(self._given, person, future.exception() is None)

        self._writer.submit(self._room.workshop, command, None, ROOM).add_done_callback(given)

    def _given(self, person: int, is_theirs: bool) -> None:
        self._is_giving = False
        # they went at this moment, or it could not be stored: they may offer again
        if not is_theirs:
            self._offers.pop(person, None)
            self.look_round()

    def _tell_news(self, told: dict[int, int] | None, needed: int) -> None:
        """Tell everybody what is new; where nothing is, only those who back somebody else now."""
        answered, self._answered = self._answered, set()
        if (told, needed) == (self._told, self._needed) and self._frames:
            self.tell(page for person in answered for page in self._room.of_person.get(person, ()))
            return
        self._told, self._needed = told, needed
        self._frames.clear()
        self.tell(self._room.connections)


def those_who_stand(offers: Iterable[int], votes: Counter[int]) -> frozenset[int]:
    """Of very many offers those that most people back, and of the others those of who came to
    the workshop first.
    """
    most_backed = sorted(offers, key=lambda person: (-votes[person], person))[:MOST_BACKED]
    return frozenset([*most_backed, *sorted(set(offers).difference(most_backed))[:FIRST_HERE]])


def _who_counts(chart: Flipchart, here: frozenset[int], since: int) -> frozenset[int] | None:
    """Of those connected, whoever could lead; None where there is nothing to lead: not
    opened yet, or closed.

    Who came in since the last facilitator went counts only where nobody else is here: otherwise
    somebody who waits for that moment comes in as many as it takes.
    """
    if not chart.opened or chart.closed:
        return None
    counting = frozenset(person for person in here if counts(chart, person))
    return frozenset(one for one in counting if chart.people[one].arrived_at <= since) or counting
