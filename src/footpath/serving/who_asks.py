"""Who asks for a page, before its turn: a person or a registration by a cookie that is
true, or nobody known.

A cookie's text alone says nothing: a stranger could write a thousand of them, and somebody their
own in many ways. What it is weighed by is remembered for a moment, so that strangers cost the
database next to nothing. The view weighs the cookie anew by what holds then; here it only says who
waits behind whom.
"""

import threading
import time
from collections import OrderedDict
from contextlib import AbstractContextManager

from django.http import HttpRequest

from footpath.pages.registering import own_device
from footpath.pages.workshops import who_is_here
from footpath.workshops import doors
from footpath.workshops.models import Workshop

REMEMBERED, MOST_REMEMBERED = 5.0, 2_000
"""Seconds for which a workshop is remembered, and how many are: also addresses at
which there is none.
"""

_workshops: OrderedDict[str, tuple[float, Workshop | None]] = OrderedDict()
_lock = threading.Lock()


def who_asks(request: HttpRequest, address: str, place: AbstractContextManager[object]) -> str:
    """The person or registration of a workshop whose device it is; empty where it is nobody's.

    The `place` is held while the database is asked.
    """
    if not (who_is_here.has_cookie(request, address) or own_device.has_cookie(request, address)):
        return ""
    workshop = _workshop_at(address, place)
    if workshop is None:
        return ""
    if (person := who_is_here.known_by_cookie(request, workshop)) is not None:
        return f"person {person}"
    if not own_device.has_cookie(request, address):
        return ""
    with place:
        registration = own_device.known_by_cookie(request, workshop)
    return f"registration {registration.pk}" if registration is not None else ""


def _workshop_at(address: str, place: AbstractContextManager[object]) -> Workshop | None:
    now = time.monotonic()
    with _lock:
        known = _workshops.get(address)
    if known is not None and now - known[0] < REMEMBERED:
        return known[1]
    with place:
        found = doors.found_at(address)
    with _lock:
        _workshops[address] = now, found
        _workshops.move_to_end(address)
        while len(_workshops) > MOST_REMEMBERED:
            _workshops.popitem(last=False)
    return found
