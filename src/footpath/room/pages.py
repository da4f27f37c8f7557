"""How many pages may be open at once: for each person, for a workshop's wall, and for each network."""

from collections import Counter

from footpath.room.fanout import Connection, Room
from footpath.workshops.attempts import WIDE, networks_of

OF_A_PERSON = 12
"""The one on which nobody asked for anything for longest rests when there is one more: it is the person's own."""
OF_THE_WALL, OF_A_WALLS_NETWORK = 48, 12
OF_A_NETWORK = 4_000
"""Two for each of two thousand people in one hall."""
ELSEWHERE = (4409, "You have this open on many other pages. Look at this one again to go on here.")


class Full(Exception):
    """There is no place for one more page just now; the message says why."""


class Places:
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
        if any(self._open[network] >= OF_A_NETWORK * WIDE**place for place, network in enumerate(networks)):
            raise Full("Very many pages are open on your network. This one tries again by itself.")
        pages = room.pages_of(connection.person) if room is not None else []
        if connection.person is None:
            near = sum(networks[0] in self._networks.get(page, ()) for page in pages)
            if len(pages) >= OF_THE_WALL or near >= OF_A_WALLS_NETWORK:
                raise Full("The wall is open on very many screens. Close one; this one tries again by itself.")
        else:
            going = sorted((page for page in pages if page.ended is None), key=lambda page: page.asked_at)
            for page in going[: max(0, len(going) - OF_A_PERSON + 1)]:
                page.end(*ELSEWHERE)
        self._networks[connection] = networks
        self._open.update(networks)

    def leave(self, connection: Connection) -> None:
        """A page was closed."""
        for network in self._networks.pop(connection, ()):
            self._open[network] -= 1
            if not self._open[network]:
                del self._open[network]
