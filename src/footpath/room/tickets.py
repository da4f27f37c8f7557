"""One-time tickets: a page asks for one with its cookie and shows it when it opens the socket, within 30 seconds."""

import secrets
import threading
import time

from msgspec import Struct

GOOD_FOR = 30.0


class Ticket(Struct, frozen=True):
    """Whom a ticket lets in: a person, or the wall (None), of one workshop."""

    workshop: int
    person: int | None
    until: float


_tickets: dict[str, Ticket] = {}
_lock = threading.Lock()


def issue(workshop: int, person: int | None) -> str:
    """A new ticket; those that nobody used in time are thrown away."""
    now = time.monotonic()
    with _lock:
        for old in [key for key, ticket in _tickets.items() if ticket.until < now]:
            del _tickets[old]
        key = secrets.token_urlsafe(24)
        _tickets[key] = Ticket(workshop, person, now + GOOD_FOR)
    return key


def revoke(workshop: int, person: int | None) -> None:
    """The tickets of somebody, or of the wall, let nobody in any more."""
    with _lock:
        for old in [key for key, ticket in _tickets.items() if (ticket.workshop, ticket.person) == (workshop, person)]:
            del _tickets[old]


def redeem(key: str, workshop: int) -> Ticket | None:
    """The ticket, once; None when it is unknown, used, too old, or for another workshop."""
    with _lock:
        ticket = _tickets.pop(key, None)
    if ticket is None or ticket.workshop != workshop or ticket.until < time.monotonic():
        return None
    return ticket
