"""Reading a workshop's record for the writer, beside it: a long one takes a while, and nobody
else waits for it.
"""

import contextlib
import queue
import threading
from collections.abc import Callable
from typing import Any

from django.db import DatabaseError, connection

from footpath.record.live import Live

AT_ONCE = 2


class Loading:
    """What is asked of a workshop whose flipchart the writer does not have waits, in order,
    until it was read.
    """

    def __init__(self, has: Callable[[int], bool], hand_over: Callable[[Any], None]) -> None:
        """Know which flipcharts the writer has; threads start with the first that it has not."""
        self._has, self._hand_over = has, hand_over
        self._waiting: dict[int, list[Any]] = {}
        self._to_read: queue.SimpleQueue[int | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._threads: list[threading.Thread] = []

    def put(self, workshop: int, item: Any) -> None:
        """Hand something over to the writer: at once, or behind the flipchart that it needs."""
        with self._lock:
            if (waiting := self._waiting.get(workshop)) is not None:
                waiting.append(item)
                return
            if self._has(workshop):
                self._hand_over(item)
                return
            self._waiting[workshop] = [item]
            if len(self._threads) < AT_ONCE:
                thread = threading.Thread(target=self._run, name="record-loading", daemon=True)
                self._threads.append(thread)
                thread.start()
        self._to_read.put(workshop)

    def close(self) -> None:
        """Hand over what waits, then stop."""
        for _ in self._threads:
            self._to_read.put(None)
        for thread in self._threads:
            thread.join(timeout=10)

    def _run(self) -> None:
        while (workshop := self._to_read.get()) is not None:
            live: Live | None = None
            # the writer meets the same, and says so to whoever asked
            with contextlib.suppress(DatabaseError):
                live = Live(workshop)
            connection.close()
            with self._lock:
                for item in ([live] if live is not None else []) + self._waiting.pop(workshop):
                    self._hand_over(item)
