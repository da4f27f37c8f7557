"""A second process, in which the long pages of large workshops are made.

All threads of a process share one interpreter, so a page that works for long takes from everybody who writes meanwhile.
The second process starts when a workshop's pages first take long, reads everything from the database, writes nothing,
and ends with the server.
"""

import logging
import multiprocessing
import os
import threading
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from http.cookies import SimpleCookie
from typing import Any

from django.http import HttpRequest, HttpResponse

from footpath.config import making_pages
from footpath.workshops import failing

log = logging.getLogger(__name__)

WAIT = 60.0
"""Seconds until somebody who waits for a page is told to try again."""

_lock = threading.Lock()
_may_start = False
_pool: ProcessPoolExecutor | None = None


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
    pool = _running()
    if pool is None:
        return None
    try:
        made = pool.submit(making_pages.make, _environ(request)).result(timeout=WAIT)
    except (BrokenExecutor, TimeoutError, OSError):
        _forget(pool)
        log.error("The process that makes long pages did not answer; the next long page gets a new one.")
        return failing.later(request)
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
        pool = ProcessPoolExecutor(1, context, making_pages.begin)
        try:
            pool.submit(os.getpid).result(timeout=WAIT)
        except (BrokenExecutor, TimeoutError, OSError) as fault:
            _may_start = False
            log.error("No second process starts here (%s), so long pages are made in this one.", type(fault).__name__)
            return None
        _pool = pool
        return pool


def _forget(pool: ProcessPoolExecutor) -> None:
    global _pool
    with _lock:
        if _pool is pool:
            _pool = None
    pool.shutdown(wait=False, cancel_futures=True)


def _environ(request: HttpRequest) -> dict[str, Any]:
    """The request as WSGI describes one; a request by GET has no body."""
    environ: dict[str, Any] = {name: value for name, value in request.META.items() if isinstance(value, str)}
    environ |= {
        "PATH_INFO": request.path_info.encode().decode("latin-1"), "wsgi.url_scheme": request.scheme,
    }  # fmt: skip
    return environ
