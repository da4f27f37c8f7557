"""Telling: after a commit everybody is told what changed, in one change however much it is.

What thousands of things look like now takes long to work out: it is done in slices, and
between them other workshops are served. Whoever asks for something in this one waits until its
last change was told.
"""

import logging
from collections import OrderedDict
from collections.abc import Callable, Generator
from typing import Generic, TypeVar

from msgspec import Struct

from footpath.record.faults import place_of
from footpath.record.live import Live, ToTell

log = logging.getLogger(__name__)

Item = TypeVar("Item")
"""What somebody asked for or looks at."""


class _Begun(Struct, Generic[Item]):
    live: Live
    working: Generator[None, None, ToTell]
    then: Callable[[], None]
    waiting: list[Item]


class Telling(Generic[Item]):
    """What is still to be told, and what was asked of the same workshops meanwhile."""

    def __init__(self, tell: Callable[[ToTell], None]) -> None:
        """`tell` is given what changed, once it is worked out."""
        self._tell = tell
        self._begun: OrderedDict[int, _Begun[Item]] = OrderedDict()

    def __bool__(self) -> bool:
        """Whether something is still to be told."""
        return bool(self._begun)

    def __contains__(self, workshop: int) -> bool:
        """Whether something is still to be told of this one."""
        return workshop in self._begun

    def begin(self, live: Live, then: Callable[[], None]) -> None:
        """Tell what changed, then call back; at once, unless it is much."""
        self._begun[live.workshop] = _Begun(live, live.telling(), then, [])
        self._slice_of(live.workshop)

    def keep(self, workshop: int, item: Item) -> None:
        """Keep what was asked of a workshop until its last change was told."""
        self._begun[workshop].waiting.append(item)

    def go_on(self) -> list[Item]:
        """Work out one more slice; what was asked meanwhile, where that was the last."""
        workshop, begun = next(iter(self._begun.items()))
        self._begun.move_to_end(workshop)
        return begun.waiting if self._slice_of(workshop) else []

    def _slice_of(self, workshop: int) -> bool:
        begun = self._begun[workshop]
        try:
            next(begun.working)
            return False
        except StopIteration as last:
            told: ToTell = last.value
        except Exception as fault:  # it is on disk: whoever is here starts again from the record
            told = _lost(begun.live, fault)
        try:
            self._tell(told)
        except Exception as fault:
            self._tell(_lost(begun.live, fault))
        del self._begun[workshop]
        begun.then()
        return True


def _lost(live: Live, fault: Exception) -> ToTell:
    log.error("What changed could not be told: %s", place_of(fault))
    live.lose_track()
    return ToTell(workshop=live.workshop, lost=True)
