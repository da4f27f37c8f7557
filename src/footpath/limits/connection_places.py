"""The places of a server's connections: how many there are, who gives theirs up, and until
when one may dawdle.

A connection waits (for a request's head), is busy (with a request, or with a socket), or is left.
One that waits has nothing to lose, since its browser opens another without asking anybody; so where
places run out, whoever waited longest makes room. Where nobody waits, whoever has been sending a
body for longest does, of the busiest network; and only where that is less busy than the newcomer's
own is the newcomer turned away. So honest crowds meet no limit, and thousands of silent connections
keep nobody out. docs/decisions/0014-before-anybody-is-known.md gives the reasons for the numbers.
"""

from collections import Counter, OrderedDict
from typing import Protocol

MOST = 16_384
"""Connections at once, where there are descriptors for them."""
WAITING_OF_ONE = 512
"""Of one network: sixty people whose browsers open six connections each, and as many as
half of them again.
"""
A_QUARTER = 4
"""The part of all places with which one network may be busy: an assembly of thousands,
where descriptors allow.
"""
HEAD_WITHIN = 10.0
SMALL = 16 * 1024
"""Bytes of a body, such as nearly every form and command, that is taken however many
larger ones there are.
"""
BODY_WITHIN, SLOWEST, SLOWEST_OF_LARGE = 10.0, 1024, 2048
"""A body may stand still for so many seconds, and has to bring so many bytes for each second of
its way; once it is no small one any more, twice as many, which a phone at twenty kilobits a
second still does.
"""
UNREAD_FOR, READ_AT_LEAST = 60.0, 8 * 1024
"""An answer of which so little was taken in so many seconds is not being read."""
LOOK_EVERY = 1.0


class ConnectionLine(Protocol):
    """What a place knows of its connection."""

    def end(self, *, too_slow: bool) -> None:
        """End it: nothing of a request is being worked on."""
        ...

    def cut(self) -> None:
        """End it at once; what was not sent is lost."""
        ...

    def unsent(self) -> int:
        """Bytes of an answer that its receiver has not taken yet."""
        ...

    def is_held_up(self) -> bool:
        """Whether we ourselves are not reading what it sends."""
        ...


class ConnectionPlace:
    """One connection's place. Lives on the loop."""

    __slots__ = (
        "arriving", "at", "began", "brought", "is_left", "is_waiting", "line", "network", "unsent",
        "unsent_at", "until",
    )  # fmt: skip

    def __init__(self, line: ConnectionLine, network: str | None, at: float) -> None:
        """Taken by a connection that waits; no network stands for a proxy of ours,
        behind which many are.
        """
        self.line, self.network, self.at = line, network, at
        self.is_waiting, self.began, self.arriving, self.is_left = True, False, False, False
        self.until, self.brought, self.unsent, self.unsent_at = at, 0, 0, at

    def brings(self, size: int, now: float) -> None:
        """So many bytes of its body came."""
        self.brought += size
        slowest = SLOWEST if self.brought <= SMALL else SLOWEST_OF_LARGE
        self.until = min(now + BODY_WITHIN, self.until + size / slowest)

    def body_is_late(self, now: float) -> bool:
        """Whether its body comes more slowly than the slowest line that we wait for."""
        if not self.arriving:
            return False
        if self.line.is_held_up():
            self.until += LOOK_EVERY
        return now > self.until

    def is_unread(self, now: float) -> bool:
        """Whether its answer has not been read for long."""
        unsent = self.line.unsent()
        if not 0 < unsent <= self.unsent or self.unsent - unsent >= READ_AT_LEAST:
            self.unsent, self.unsent_at = unsent, now
        return now - self.unsent_at > UNREAD_FOR


class ConnectionPlaces:
    """All places of a process."""

    def __init__(self, most: int) -> None:
        """So many connections at once, and none of them is here."""
        self.most = most
        self.of_one_network = max(most // A_QUARTER, 1)
        self._waiting: OrderedDict[ConnectionPlace, None] = OrderedDict()
        self._waiting_of: dict[str, OrderedDict[ConnectionPlace, None]] = {}
        self._busy: set[ConnectionPlace] = set()
        self._busy_of: Counter[str] = Counter()
        self._arriving_of: dict[str, OrderedDict[ConnectionPlace, None]] = {}

    @property
    def taken(self) -> int:
        """How many places are taken."""
        return len(self._waiting) + len(self._busy)

    def take(self, line: ConnectionLine, network: str | None, now: float) -> ConnectionPlace | None:
        """A place for a new connection, or None where nobody can make room for it."""
        if network is not None:
            if self._busy_of[network] >= self.of_one_network:
                return None
            waiting = self._waiting_of.get(network)
            if waiting is not None and len(waiting) >= WAITING_OF_ONE:
                self._make_room(next(iter(waiting)))
        if self.taken >= self.most:
            one = next(iter(self._waiting), None) or self._dawdles_longest(network)
            if one is None:
                return None
            self._make_room(one)
        place = ConnectionPlace(line, network, now)
        self._wait(place)
        return place

    def _make_room(self, place: ConnectionPlace) -> None:
        self.leave(place)
        place.line.end(too_slow=not place.is_waiting)

    def _dawdles_longest(self, newcomer: str | None) -> ConnectionPlace | None:
        """Whose body has been on its way longest, of the busiest network that has one; of none that
        is less busy than the newcomer's, so that nobody drives others out.
        """
        network = max(self._arriving_of, key=lambda one: self._busy_of[one], default=None)
        if network is None or (
            network != newcomer and self._busy_of[network] <= self._busy_of[newcomer or ""]
        ):
            return None
        return next(iter(self._arriving_of[network]))

    def begins(self, place: ConnectionPlace, now: float) -> None:
        """The first byte of a request came."""
        if place.is_waiting and not place.is_left:
            place.at, place.began = now, True
            self._stop_waiting(place)
            self._wait(place)

    def works(self, place: ConnectionPlace, now: float, *, arriving: bool) -> None:
        """The head is whole; its body may still be arriving."""
        if place.is_left:
            return
        if place.is_waiting:
            self._stop_waiting(place)
            self._busy.add(place)
            if place.network is not None:
                self._busy_of[place.network] += 1
        self.has_come(place)
        if arriving and place.network is not None:
            self._arriving_of.setdefault(place.network, OrderedDict())[place] = None
        place.is_waiting, place.arriving, place.until, place.brought = (
            False,
            arriving,
            now + BODY_WITHIN,
            0,
        )

    def has_come(self, place: ConnectionPlace) -> None:
        """Its body is whole."""
        if place.arriving and place.network is not None:
            _take_out(self._arriving_of, place.network, place)
        place.arriving = False

    def waits(self, place: ConnectionPlace, now: float) -> None:
        """Its answer went out, and nothing more was asked."""
        if not place.is_left and not place.is_waiting:
            self._stop_being_busy(place)
            place.at, place.is_waiting, place.began = now, True, False
            self._wait(place)

    def is_known(self, place: ConnectionPlace) -> None:
        """Somebody known uses it: it counts for its network no longer."""
        if place.network is None or place.is_left or place.is_waiting:
            return
        self._count_off(place.network)
        place.network = None

    def leave(self, place: ConnectionPlace) -> None:
        """It is free."""
        if not place.is_left:
            place.is_left = True
            (self._stop_waiting if place.is_waiting else self._stop_being_busy)(place)

    def look_round(self, now: float) -> None:
        """End what dawdles."""
        while self._waiting and (place := next(iter(self._waiting))).at + HEAD_WITHIN < now:
            self.leave(place)
            place.line.end(too_slow=place.began)
        for place in [one for one in self._busy if one.body_is_late(now)]:
            self.leave(place)
            place.line.end(too_slow=True)
        for place in [one for one in self._busy if one.is_unread(now)]:
            self.leave(place)
            place.line.cut()

    def _wait(self, place: ConnectionPlace) -> None:
        self._waiting[place] = None
        if place.network is not None:
            self._waiting_of.setdefault(place.network, OrderedDict())[place] = None

    def _stop_waiting(self, place: ConnectionPlace) -> None:
        del self._waiting[place]
        if place.network is not None:
            _take_out(self._waiting_of, place.network, place)

    def _stop_being_busy(self, place: ConnectionPlace) -> None:
        self.has_come(place)
        self._busy.discard(place)
        if place.network is not None:
            self._count_off(place.network)

    def _count_off(self, network: str) -> None:
        self._busy_of[network] -= 1
        if not self._busy_of[network]:
            del self._busy_of[network]


def _take_out(
    those: dict[str, OrderedDict[ConnectionPlace, None]], network: str, place: ConnectionPlace
) -> None:
    del those[network][place]
    if not those[network]:
        del those[network]
