"""How many pages may be open at once: for each person, for a workshop's wall,
and for each network.
"""

from collections import Counter

from footpath.limits.attempts import WIDE, networks_of
from footpath.room.fanout import Connection, Room

OF_A_PERSON = 12
"""The one on which nobody asked for anything for longest rests when there is one more: it
is the person's own.
"""
OF_THE_WALL, OF_A_WALLS_NETWORK = 48, 12
"""Of one IPv6 site as of one IPv4 address; beyond all, the newest of whoever has most rests for
whoever has fewer.
"""
OF_A_NETWORK = 4_000
"""Two for each of two thousand people in one hall."""
ELSEWHERE = (4409, "You have this open on many other pages. Look at this one again to go on here.")
TOO_MUCH = 4429
MANY_WALLS = "The wall is open on very many screens. Close one; this one tries again by itself."


class Full(Exception):
    """There is no place for one more page just now; the message says why."""


class OpenPages:
    """The open pages of this process, by network. Lives on the loop."""

    def __init__(self) -> None:
        """No page is open."""
        self._networks: dict[Connection, tuple[str, ...]] = {}
        self._open: Counter[str] = Counter()

    def take(self, connection: Connection, room: Room | None, address: str) -> None:
        """One more page is open.

        Raises:
            Full: where there is no place for it.
        """
        networks = networks_of(address)
        if any(
            self._open[network] >= OF_A_NETWORK * WIDE**place
            for place, network in enumerate(networks)
        ):
            raise Full("Very many pages are open on your network. This one tries again by itself.")
        pages = room.pages_of(connection.person) if room is not None else []
        going = [page for page in pages if page.ended is None]
        if connection.person is None:
            self._make_room_on_the_wall(going, networks[-1])
        else:
            going.sort(key=lambda page: page.asked_at)
            for page in going[: max(0, len(going) - OF_A_PERSON + 1)]:
                page.end(*ELSEWHERE)
        self._networks[connection] = networks
        self._open.update(networks)

    def _make_room_on_the_wall(self, walls: list[Connection], site: str) -> None:
        of = Counter(self._networks[wall][-1] for wall in walls)
        if of[site] >= OF_A_WALLS_NETWORK:
            raise Full(MANY_WALLS)
        if len(walls) < OF_THE_WALL:
            return
        most = max(of.values())
        if most <= of[site] + 1:
            raise Full(MANY_WALLS)
        theirs = [wall for wall in walls if of[self._networks[wall][-1]] == most]
        max(theirs, key=lambda wall: wall.asked_at).end(TOO_MUCH, MANY_WALLS)

    def leave(self, connection: Connection) -> None:
        """A page was closed."""
        for network in self._networks.pop(connection, ()):
            self._open[network] -= 1
            if not self._open[network]:
                del self._open[network]
