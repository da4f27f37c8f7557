"""What is still to be rewritten in the record: one slice after another, and what follows then."""

import logging
from collections import deque
from collections.abc import Callable
from functools import partial
from typing import Any

from django.db import DatabaseError, connection

from footpath.method import Flipchart
from footpath.record import withdrawal
from footpath.record.faults import place_of
from footpath.record.wiping import Wiper
from footpath.record.withdrawal import Unfinished

_log = logging.getLogger(__name__)


class Rewritings:
    """In the order in which they were begun."""

    def __init__(self, wiper: Wiper) -> None:
        """Nothing yet; what a crash cut off is taken up when somebody asks for something."""
        self._wiper = wiper
        self._unfinished: deque[tuple[Unfinished, Callable[[], None]]] = deque()
        self._has_taken_up = False

    def __bool__(self) -> bool:
        """Whether something is left to do."""
        return bool(self._unfinished)

    def add(self, unfinished: list[Unfinished], then: Callable[[], None]) -> None:
        """Rewrite these; once the last is done, `then` is called."""
        self._unfinished.extend((one, _nothing) for one in unfinished[:-1])
        self._unfinished.append((unfinished[-1], then))

    def take_up(self, chart_of: Callable[[int], Flipchart]) -> None:
        """Go on with what a crash cut off, unless that was done."""
        if self._has_taken_up:
            return
        self._has_taken_up = True
        for workshop, number in withdrawal.left_by_a_crash():
            one = withdrawal.taken_up(workshop, chart_of(workshop), number)
            if one is not None:
                self._unfinished.append((one, partial(self._wiper.wipe, _nothing)))

    def go_on(self) -> None:
        """Rewrite a slice of the record; others are served before the next."""
        if not self._unfinished:
            return
        unfinished, then = self._unfinished[0]
        try:
            is_last = withdrawal.go_on(unfinished)
        except Exception as fault:
            # it stands in its table, and is taken up again with the next that is asked
            _log.error("Rewriting the record failed: %s", place_of(fault))
            connection.close()
            self._unfinished.popleft()
            self._has_taken_up = False
            then()
            return
        if is_last:
            self._unfinished.popleft()
            then()


def take_up_at_start(look: Callable[[int, Callable[[Any], None]], object]) -> None:
    """Let the writer begin with what a crash cut off, also where nobody asks for anything."""
    try:
        for workshop, _ in withdrawal.left_by_a_crash()[:1]:
            look(workshop, lambda live: None)
    except DatabaseError as fault:
        _log.error("What a crash cut off is taken up with what is asked: %s", place_of(fault))
    finally:
        connection.close()


def _nothing() -> None:
    """Nobody waits for it."""
