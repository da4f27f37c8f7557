"""How often one network may try something: a room of people stands behind one address, a
guesser behind many.
"""

import ipaddress
import threading
import time
from collections import OrderedDict, deque

MOST_NETWORKS = 50_000
"""So many are remembered; the one that tried longest ago is forgotten first."""
ALL = "all"
UNANNOUNCED = 120
"""So many people are expected of a workshop where nobody said how many."""
WIDE = 4
"""A whole IPv6 site (/48), which one person can hold, may try so many times what one of its
networks (/64) may.
"""


def networks_of(address: str) -> tuple[str, ...]:
    """The networks of a client, the narrowest first: its IPv4 address, or its IPv6 /64 and
    the /48 around that.
    """
    try:
        client = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return ("",)
    if isinstance(client, ipaddress.IPv6Address):
        if client.ipv4_mapped is None:
            return tuple(
                str(ipaddress.ip_network((client, length), strict=False)) for length in (64, 48)
            )
        client = client.ipv4_mapped
    return (str(client),)


class Attempts:
    """Attempts of the last while, by network."""

    def __init__(self, within: float) -> None:
        """Nobody tried anything; attempts are remembered for so many seconds."""
        self.within = within
        self._tried: OrderedDict[str, deque[float]] = OrderedDict()
        self._everywhere: deque[float] = deque()
        self._lock = threading.Lock()

    def add(self, address: str, about: str = "") -> None:
        """Somebody tried."""
        with self._lock:
            self._add(address, about)

    def add_below(self, most: int, address: str, about: str = "") -> bool:
        """Somebody tries, unless their network has tried so often already: told and counted in one,
        so that none of many who try at once slips through.
        """
        with self._lock:
            if self._are_spent(address, most, about):
                return False
            self._add(address, about)
            return True

    def take_back(self, address: str, about: str = "") -> None:
        """The last of their attempts does not count after all."""
        with self._lock:
            for key in (f"{network} {about}" for network in (*networks_of(address), ALL)):
                if self._tried.get(key):
                    self._tried[key].pop()
            if self._everywhere:
                self._everywhere.pop()

    def are_spent(self, address: str, most: int, about: str = "") -> bool:
        """Whether the network has tried so often already."""
        with self._lock:
            return self._are_spent(address, most, about)

    def _add(self, address: str, about: str) -> None:
        now = time.monotonic()
        self._counted(self._everywhere)
        self._everywhere.append(now)
        for network in (*networks_of(address), ALL):
            key = f"{network} {about}"
            self._tried.setdefault(key, deque()).append(now)
            self._tried.move_to_end(key)
        while len(self._tried) > MOST_NETWORKS:
            self._tried.popitem(last=False)

    def _are_spent(self, address: str, most: int, about: str) -> bool:
        counts = [self._count(f"{network} {about}") for network in networks_of(address)]
        return any(count >= most * WIDE**place for place, count in enumerate(counts))

    def of_all(self, about: str) -> int:
        """How many attempts there were about something, from all networks together."""
        with self._lock:
            return self._count(f"{ALL} {about}")

    def next_in(self, address: str, about: str = "") -> float:
        """In how many seconds the network's earliest attempt is forgotten."""
        with self._lock:
            tried = [
                self._tried[key][0]
                for n in networks_of(address)
                if self._count(key := f"{n} {about}")
            ]
        return max(0.0, max(tried) + self.within - time.monotonic()) if tried else 0.0

    def everywhere(self) -> int:
        """How many attempts there were from all networks together."""
        with self._lock:
            return self._counted(self._everywhere)

    def _count(self, key: str) -> int:
        tried = self._tried.get(key)
        if tried is None:
            return 0
        count = self._counted(tried)
        if not count:
            del self._tried[key]
        return count

    def _counted(self, times: deque[float]) -> int:
        since = time.monotonic() - self.within
        while times and times[0] < since:
            times.popleft()
        return len(times)
