"""Others first: whoever works long beside the writer rests all the time."""

import time
from collections.abc import Generator
from typing import TypeVar

from footpath.record.replay import Rest

T = TypeVar("T")

AT_A_TIME, REST = 0.004, 0.003
"""Seconds that somebody works before they rest, and rest: whoever writes meanwhile hardly
notices.
"""


def resting() -> Rest:
    """Gives what is to be called after each step."""
    since = time.monotonic()

    def rest() -> None:
        nonlocal since
        if time.monotonic() - since > AT_A_TIME:
            time.sleep(REST)
            since = time.monotonic()

    return rest


def with_rests(steps: Generator[None, None, T]) -> T:
    """What comes of it when others are let go first."""
    rest = resting()
    while True:
        try:
            next(steps)
        except StopIteration as last:
            return last.value
        rest()
