"""How many views run at once: a crowd that comes at one moment waits its turn, instead of using up the database."""

import threading
from collections.abc import Callable

from django.db import connection
from django.http import HttpRequest, HttpResponse

AT_ONCE = 24
"""Each view at work holds a connection, and PostgreSQL gives a hundred to all processes together by default."""

_places = threading.BoundedSemaphore(AT_ONCE)


class InTurn:
    """Innermost of all middleware, around the view alone: sending a page to a slow phone holds nobody up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Stand around the view."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the view run once there is a place, and give its connection back before the page goes out."""
        with _places:
            try:
                return self.get_response(request)
            finally:
                if not connection.in_atomic_block:
                    connection.close()
