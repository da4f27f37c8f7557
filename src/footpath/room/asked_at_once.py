"""What somebody has asked for and is not answered yet: so many commands at once, and no more."""

from collections import deque
from collections.abc import Callable

AT_ONCE = 32
"""Commands of one person that may be under way; the next ones are taken up when these are
answered.
"""


class AskedAtOnce:
    """Of one person in one room, whichever of their pages asks. Lives on the loop."""

    def __init__(self) -> None:
        """Nothing is."""
        self._count = 0
        self._next = deque[Callable[[], None]]()

    @property
    def is_full(self) -> bool:
        """Whether what is asked now has to wait."""
        return self._count >= AT_ONCE

    def take_up(self, ask: Callable[[], None]) -> None:
        """Ask now, or as soon as something else is answered."""
        if self.is_full:
            self._next.append(ask)
        else:
            self._count += 1
            ask()

    def answered(self) -> None:
        """One is answered, and the next has its turn."""
        if self._next:
            self._next.popleft()()
        else:
            self._count -= 1
