"""The address that a monitor asks: it learns whether what people write would be
stored, and nothing else.
"""

from concurrent.futures import TimeoutError as NotInTime

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from footpath.record.live import Live
from footpath.record.writer import Fault
from footpath.room.running import rooms

NOBODYS = 0
"""No workshop has this number, so its record is empty, and read all the same."""
WAIT = 5.0
"""Seconds for the writer, which stores hundreds of commands in as many."""


@never_cache
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """200 once the writer has read from the database, between two transactions; else
    503. Both say nothing.
    """
    try:
        rooms().writer.look(NOBODYS, Live.catch_up).result(timeout=WAIT)
    except (Fault, NotInTime):
        return HttpResponse(status=503)
    return HttpResponse()
