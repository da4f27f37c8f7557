"""A second process, in which the long pages of large workshops are made.

All threads of a process share one interpreter, so a page that works for long takes from everybody
who writes meanwhile. The second process starts when a workshop's pages first take long, reads
everything from the database, writes nothing, and ends with the server. While it makes one
workshop's page, another one like it makes another's. A page that is given up ends both, whatever
they are doing, before others start.
"""

import logging
import multiprocessing
import os
import threading
from concurrent.futures import BrokenExecutor, CancelledError, ProcessPoolExecutor
from http.cookies import SimpleCookie
from typing import Any
from weakref import WeakSet

from django.http import HttpRequest, HttpResponse

from footpath.pages import failing
from footpath.serving import making_pages

log = logging.getLogger(__name__)

WAIT = 60.0
"""Seconds until somebody who waits for a page is told to try again."""
STARTING = 60.0
"""Seconds until a process that was started answers."""
AT_ONCE = 2
"""Pages at a time, each in a process of its own: the second of them starts when it is needed, and a
workshop has one of them at most.
"""
ENDING = 5.0
"""Seconds in which a process that was told to end has ended."""

_lock = threading.Lock()
_may_start = False
_pool: ProcessPoolExecutor | None = None
_given_up: WeakSet[ProcessPoolExecutor] = WeakSet()
"""Those that were ended because one page took too long: the others that waited there
are made by the next.
"""


def may_start() -> None:
    """From now on there may be a second process; only a server that listens has one."""
    global _may_start
    _may_start = True


def stop() -> None:
    """End it with the server."""
    global _may_start, _pool
    with _lock:
        _may_start, pool, _pool = False, _pool, None
    if pool is not None:
        pool.shutdown(cancel_futures=True)


def page(request: HttpRequest) -> HttpResponse | None:
    """The page that is asked for, made in the second process; None where there can be none."""
    environ = _environ(request)
    for is_first in (True, False):
        pool = _running()
        if pool is None:
            return None
        try:
            return _response(pool.submit(making_pages.make, environ).result(timeout=WAIT))
        except TimeoutError:
            _end(pool, given_up=True)
            break
        except (RuntimeError, CancelledError, OSError):  # it died, or was ended
            if is_first and pool in _given_up:
                continue
            _end(pool, given_up=False)
            break
    log.error(
        "The process that makes long pages did not answer; the next long page gets a new one."
    )
    return failing.later(request)


def _response(made: making_pages.PageMade) -> HttpResponse:
    response = HttpResponse(made.content, status=made.status)
    for name, value in made.headers:
        if name.lower() == "set-cookie":
            response.cookies.update(SimpleCookie(value))
        else:
            response.headers[name] = value
    return response


def _running() -> ProcessPoolExecutor | None:
    """The second process; started where it may and can be."""
    global _may_start, _pool
    with _lock:
        if _pool is not None or not _may_start:
            return _pool
        context = multiprocessing.get_context("spawn")
        pool = ProcessPoolExecutor(AT_ONCE, context, making_pages.begin)
        try:
            pool.submit(os.getpid).result(timeout=STARTING)
        except (BrokenExecutor, TimeoutError, OSError) as fault:
            _may_start = False
            log.error(
                "No second process starts here (%s), so long pages are made in this one.",
                type(fault).__name__,
            )
            return None
        _pool = pool
        return pool


def _end(pool: ProcessPoolExecutor, *, given_up: bool) -> None:
    """End its processes, and whatever they are doing, before others can start."""
    global _pool
    with _lock:
        if _pool is not pool:
            return  # somebody else who waited there ended it
        if given_up:
            _given_up.add(pool)
        _pool = None
        for process in multiprocessing.active_children():  # the server has no other ones
            process.kill()
            process.join(ENDING)
    pool.shutdown(wait=False, cancel_futures=True)


def _environ(request: HttpRequest) -> dict[str, Any]:
    """The request as WSGI describes one; a request by GET has no body."""
    environ: dict[str, Any] = {
        name: value for name, value in request.META.items() if isinstance(value, str)
    }
    environ |= {
        "PATH_INFO": request.path_info.encode().decode("latin-1"),
        "wsgi.url_scheme": request.scheme,
    }
    return environ
