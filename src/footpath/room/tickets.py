"""One-time tickets: a page asks for one with its cookie and shows it when it opens the socket,
within 30 seconds.
"""

import secrets
import threading
import time
from collections import OrderedDict

from msgspec import Struct

GOOD_FOR = 30.0
MOST = 12
"""Tickets of one person that wait to be used; a newer one takes the place of the oldest."""
MOST_FOR_THE_WALL = 240


class Ticket(Struct, frozen=True):
    """Whom a ticket lets in: a person, or the wall (None), of one workshop."""

    workshop: int
    address: str
    person: int | None
    until: float


_tickets: OrderedDict[str, Ticket] = OrderedDict()
"""In the order in which they were issued, which is that in which they end."""
_of: dict[tuple[int, int | None], OrderedDict[str, None]] = {}
_lock = threading.Lock()


def issue(workshop: int, address: str, person: int | None) -> str:
    """A new ticket; those that nobody used in time are thrown away."""
    now = time.monotonic()
    with _lock:
        while _tickets and next(iter(_tickets.values())).until < now:
            _forget(next(iter(_tickets)))
        theirs = _of.get((workshop, person), ())
        if len(theirs) >= (MOST if person is not None else MOST_FOR_THE_WALL):
            _forget(next(iter(theirs)))
        key = secrets.token_urlsafe(24)
        _tickets[key] = Ticket(workshop, address, person, now + GOOD_FOR)
        _of.setdefault((workshop, person), OrderedDict())[key] = None
    return key


def revoke(workshop: int, person: int | None) -> None:
    """The tickets of somebody, or of the wall, let nobody in any more."""
    with _lock:
        for key in list(_of.get((workshop, person), ())):
            _forget(key)


def redeem(key: str, address: str) -> Ticket | None:
    """The ticket, once; None when it is unknown, used, too old, or for another workshop."""
    with _lock:
        ticket = _forget(key)
    if ticket is None or ticket.address != address or ticket.until < time.monotonic():
        return None
    return ticket


def waiting() -> int:
    """How many tickets wait to be used."""
    return len(_tickets)


def _forget(key: str) -> Ticket | None:
    ticket = _tickets.pop(key, None)
    if ticket is not None:
        theirs = _of[ticket.workshop, ticket.person]
        del theirs[key]
        if not theirs:
            del _of[ticket.workshop, ticket.person]
    return ticket
