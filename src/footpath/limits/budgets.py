"""How much one person may ask for: one budget for all their pages, frames, forms and requests;
it fills by itself.

docs/decisions/0013 says why the figures are as they are.
"""

import threading
import time

BURST, PER_SECOND = 400.0, 60.0
"""A person's own budget, never an address's: a whole room can stand behind one. A frame
of any kind costs 1.
"""
REQUEST, OPENING = 3.0, 5.0
"""What a request by HTTP costs, and what opening a page costs, which is sent the whole view."""
CHANGED = 20.0
"""Things that an act changes for a cost of 1: who hides and shows a thousand again and
again waits in between.
"""
LETTERS, LETTERS_PER_SECOND = 300_000.0, 100.0
"""What one person may write at once, thirty of the longest notes, and how it fills: faster
than a scribe types.
"""
ALL_LETTERS, ALL_LETTERS_PER_SECOND = 5_000_000.0, 1_000.0
"""What all of a workshop may store: whoever comes in as many people writes no more
than a large assembly.
"""
FLOOR, FLOOR_PER_SECOND = 10_000.0, 10.0
"""What one person may store whatever others have stored: nobody is silenced by what
many have written.
"""
MOST_REMEMBERED = 4_000
"""When so many budgets are kept, those that are full again are forgotten."""

TOO_FAST = (
    "That was very much at once. Wait a moment; your words are kept and go again by themselves."
)

Whom = int | str
"""A person of the workshop, or whoever else is counted together, in words."""


class VeryMuchAtOnce(Exception):
    """Somebody asked for more than their budget holds just now; it says after how many
    seconds to ask again.
    """

    def __init__(self, wait: float) -> None:
        """Told to wait that long."""
        super().__init__(TOO_FAST)
        self.wait = wait


class Budget:
    """How much may still be asked for: a bucket that fills again by itself. Any
    thread may use it.
    """

    def __init__(self, most: float = BURST, per_second: float = PER_SECOND) -> None:
        """A full bucket."""
        self._most, self._per_second = most, per_second
        self._left, self._at = most, time.monotonic()
        self._lock = threading.Lock()

    def spend(self, cost: float) -> None:
        """Take that much out.

        Raises:
            VeryMuchAtOnce: when there is less; then nothing is taken.
        """
        with self._lock:
            self._fill()
            if self._left < cost:
                raise VeryMuchAtOnce((cost - self._left) / self._per_second)
            self._left -= cost

    def charge(self, cost: float) -> None:
        """Take out what has come already, even where that is more than there is."""
        with self._lock:
            self._fill()
            self._left -= cost

    def wait(self) -> float:
        """In how many seconds there is something again; 0 while there is."""
        with self._lock:
            self._fill()
            return max(0.0, (1.0 - self._left) / self._per_second)

    @property
    def is_full(self) -> bool:
        """Whether nothing was asked for lately."""
        with self._lock:
            self._fill()
            return self._left >= self._most

    def _fill(self) -> None:
        now = time.monotonic()
        self._left = min(self._most, self._left + (now - self._at) * self._per_second)
        self._at = now


_budgets: dict[tuple[int, Whom], Budget] = {}
_lock = threading.Lock()


def budget_of(
    workshop: int, whom: Whom, most: float = BURST, per_second: float = PER_SECOND
) -> Budget:
    """The one budget of somebody in a workshop."""
    with _lock:
        found = _budgets.get((workshop, whom))
        if found is None:
            if len(_budgets) >= MOST_REMEMBERED:
                for key in [key for key, budget in _budgets.items() if budget.is_full]:
                    del _budgets[key]
            found = _budgets[workshop, whom] = Budget(most, per_second)
        return found


def pay_for_letters(workshop: int, person: int, sent: int, words: int) -> None:
    """A command of so many letters is asked for, of which so many are words: all of it
    counts for who sends it.

    What has no words is never held up by what others have written.

    Raises:
        VeryMuchAtOnce: when they sent more than they may just now, or the workshop has stored more
            than it may and they more than their floor; then nothing is counted.
    """
    own = budget_of(workshop, f"letters {person}", LETTERS, LETTERS_PER_SECOND)
    if (wait := own.wait()) > 0:
        raise VeryMuchAtOnce(wait)
    if words and _of_all(workshop).wait() > 0:
        floor = budget_of(workshop, f"floor {person}", FLOOR, FLOOR_PER_SECOND)
        if (wait := floor.wait()) > 0:
            raise VeryMuchAtOnce(wait)
        floor.charge(words)
    own.charge(sent)


def count_stored(workshop: int, words: int) -> None:
    """So many letters of words were stored: they count for all of the workshop."""
    _of_all(workshop).charge(words)


def _of_all(workshop: int) -> Budget:
    return budget_of(workshop, "letters", ALL_LETTERS, ALL_LETTERS_PER_SECOND)


def pay_for_changes(workshop: int, person: int, changed: int) -> None:
    """An act changed so many things, which everybody's screens are told of: it counts
    for who asked for it.
    """
    budget_of(workshop, person).charge(changed // CHANGED)


def remembered() -> int:
    """How many budgets are kept."""
    return len(_budgets)
