"""In turn: one thread does what is to be done for workshops, some of each, however
much there is for one.
"""

import logging
import threading
from collections import OrderedDict, deque
from collections.abc import Callable
from typing import Generic, TypeVar

from footpath.record.faults import place_of

log = logging.getLogger(__name__)

Item = TypeVar("Item")
"""What is to be done."""


class InTurn(Generic[Item]):
    """What is still to be done, workshop by workshop."""

    def __init__(self, name: str, do: Callable[[int, list[Item]], None], most: int = 1) -> None:
        """`do` is given so many of a workshop at once; the thread, which has this name,
        starts with the first.
        """
        self._name, self._do, self._most = name, do, most
        self._waiting: OrderedDict[int, deque[Item]] = OrderedDict()
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._is_closed = False

    def add(self, workshop: int, item: Item) -> None:
        """Do it when it is its turn; what comes after the end is not done."""
        with self._changed:
            if self._is_closed:
                return
            self._waiting.setdefault(workshop, deque()).append(item)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
                self._thread.start()
            self._changed.notify()

    def close(self) -> None:
        """Finish what is to be done, then stop."""
        with self._changed:
            self._is_closed = True
            self._changed.notify()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while True:
            with self._changed:
                while not self._waiting and not self._is_closed:
                    self._changed.wait()
                if not self._waiting:
                    return
                workshop, those = self._waiting.popitem(last=False)
                items = [those.popleft() for _ in range(min(self._most, len(those)))]
                if those:
                    self._waiting[workshop] = those
            try:
                self._do(workshop, items)
            except Exception as fault:  # the next have their turn all the same
                log.error("What was to be done failed: %s", place_of(fault))
