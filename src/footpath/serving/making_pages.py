"""What the second process does: it makes pages, as the server itself would. Nothing of Django's
is imported before.
"""

import io
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from multiprocessing.connection import wait
from typing import Any, NamedTuple

NICENESS = 5
"""So much readier is it to let others work, where all share one processor."""


class PageMade(NamedTuple):
    """A page with its status and headers."""

    status: int
    headers: list[tuple[str, str]]
    content: bytes


_application: Callable[..., Any] | None = None


def is_here() -> bool:
    """Whether this is the second process."""
    return _application is not None


def begin() -> None:
    """What is done once, when it starts."""
    global _application
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server ends it
    os.nice(NICENESS)
    threading.Thread(target=_end_with_the_server, name="end-with-the-server", daemon=True).start()
    from django.core.wsgi import get_wsgi_application

    _application = get_wsgi_application()


def _end_with_the_server() -> None:
    """However the server ends, nothing of it stays."""
    server = multiprocessing.parent_process()
    if server is not None:
        wait([server.sentinel])
        os._exit(0)


def make(environ: dict[str, Any]) -> PageMade:
    """Make the page that a request by GET asks for; `environ` describes it as WSGI
    does, without a body.
    """
    begun: list[tuple[str, list[tuple[str, str]]]] = []

    def start_response(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> None:
        begun.append((status, headers))

    assert _application is not None
    response = _application(environ | {"wsgi.input": io.BytesIO()}, start_response)
    try:
        content = b"".join(response)
    finally:
        response.close()
    status, headers = begun[-1]
    return PageMade(int(status.split()[0]), headers, content)
