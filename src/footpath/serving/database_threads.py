"""Threads that stay for the next page with their line to the database, which takes as long to
open as a short page.

Django makes a thread for each request and ends it afterwards. A few stay instead; a crowd gets
threads as before.
"""

import asyncio
import time
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from threading import local
from typing import Any

from asgiref.sync import ThreadSensitiveContext
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from starlette.types import ASGIApp, Message, Receive, Scope, Send

KEPT = 3
"""Python runs one thread at a time, so more would not answer more; each of them keeps a
line to the database.
"""
AGE = 60.0
"""Seconds after which a line is opened anew."""

_here = local()


def is_kept() -> bool:
    """Whether this thread stays, and its line with it."""
    return getattr(_here, "kept", False)


def stay() -> None:
    """From now on this thread stays, and its line with it."""
    _here.kept = True


def _stay_open(connection: BaseDatabaseWrapper, **_: Any) -> None:
    """A line that was opened in such a thread is asked before each request
    whether it still holds.
    """
    if is_kept():
        connection.close_at = time.monotonic() + AGE
        connection.health_check_enabled = True  # pyright: ignore[reportAttributeAccessIssue]  # Django has it


connection_created.connect(_stay_open)


class KeptThreads:
    """Answers a request in a thread that stays while one is free, and else in one of its own."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand around Django."""
        self.app = app
        self._free = deque(
            ThreadPoolExecutor(1, thread_name_prefix="page", initializer=stay) for _ in range(KEPT)
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on; the thread is free again, or ends, when it has done all that the
        request left to it.

        Each request has one, lest it take after the request before it on its connection, whose
        thread it is no more. The page leaves afterwards, as slowly as its reader takes it.
        """
        page: list[Message] = []

        async def keep(message: Message) -> None:
            page.append(message)

        thread = (
            self._free.pop() if self._free else ThreadPoolExecutor(1, thread_name_prefix="page")
        )
        try:
            async with ThreadSensitiveContext(executor=thread):
                await self.app(scope, receive, keep)
        finally:
            left = asyncio.wrap_future(thread.submit(self._leave, thread))
        for message in page:
            await send(message)
        await left

    def _leave(self, thread: ThreadPoolExecutor) -> None:
        if is_kept():
            self._free.append(thread)
        else:
            thread.shutdown(wait=False)

    def stop(self) -> None:
        """End the threads, and close their lines."""
        for thread in list(self._free):
            thread.submit(connections.close_all)
            thread.shutdown()
