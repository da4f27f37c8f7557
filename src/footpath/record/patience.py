"""Patience: whoever waits for what may take long is told after a moment, while it goes on."""

import queue
import threading
import time
from collections.abc import Callable

PATIENCE = 1.0
"""Seconds that somebody waits."""


class _Once:
    """Calls back the first time that it is called."""

    def __init__(self, then: Callable[[], None]) -> None:
        self._then: Callable[[], None] | None = then
        self._lock = threading.Lock()

    def __call__(self) -> None:
        with self._lock:
            then, self._then = self._then, None
        if then is not None:
            then()


class Patience:
    """One thread that calls back who has waited long enough; all wait equally long, so the
    first is always next.
    """

    def __init__(self) -> None:
        """The thread starts with the first who waits."""
        self._waiting: queue.SimpleQueue[tuple[float, _Once] | None] = queue.SimpleQueue()
        self._closing = threading.Event()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def at_most(self, then: Callable[[], None]) -> Callable[[], None]:
        """To be called when what is waited for is done; where that takes too long it is
        called back before.
        """
        once = _Once(then)
        self._waiting.put((time.monotonic() + PATIENCE, once))
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(
                    target=self._run, name="record-patience", daemon=True
                )
                self._thread.start()
        return once

    def close(self) -> None:
        """Call back whoever still waits, then stop."""
        self._closing.set()
        self._waiting.put(None)
        if self._thread is not None:
            self._thread.join(timeout=5)

    def _run(self) -> None:
        while (waiting := self._waiting.get()) is not None:
            until, once = waiting
            self._closing.wait(max(0.0, until - time.monotonic()))
            once()
