"""Shares: one workshop's people, however many they are, leave others their part of
the writer's time.

Whoever comes in as hundreds stays within the budget of each, and all of them together would have
the writer to themselves. So a workshop that has had more than its share, while others ask for
something too, is served a few commands at a time with a rest in between, and in it one person after
another: somebody who asks for one thing waits for one turn of the others, and not for all that they
asked. Where nobody else asks, nobody rests.
"""

import time
from collections import OrderedDict, deque
from collections.abc import Callable

from footpath.record.turn import Asked

AT_ONCE, SHARE = 2.0, 0.25
"""Seconds of the processor that a workshop may use at once, and of each second after."""
READ_AND_ANSWERED = 0.001
"""Seconds that a command costs beside the writer: it is read, answered, and told
to whoever is there.
"""
MOST_OWED = 0.25
"""Seconds of its share that a workshop repays at most, so that it rests for a second and not for
all that it once did: while nobody else asks it may do as much as it likes.
"""
FEW = 50
"""Commands that are taken up between two rests: little to wait for, and told to
everybody at once.
"""
LATELY = 10.0
"""Seconds for which a workshop counts as one that asks for something."""


class _Share:
    """One workshop's: when it asked last, what it may still use, and what of it
    rests, by who asked.
    """

    def __init__(self, now: float) -> None:
        self.asked_at = self.filled_at = now
        self.left = AT_ONCE
        self.resting: OrderedDict[int | None, deque[Asked]] = OrderedDict()

    def fill(self, now: float) -> None:
        self.left = min(AT_ONCE, self.left + (now - self.filled_at) * SHARE)
        self.filled_at = now

    def take(self) -> list[Asked]:
        """The next few, one of each person in turn; what no person asked for goes first."""
        few: list[Asked] = []
        if None in self.resting:
            self.resting.move_to_end(None, last=False)
        while self.resting and len(few) < FEW:
            person, theirs = self.resting.popitem(last=False)
            few.append(theirs.popleft())
            if theirs:
                self.resting[person] = theirs
                self.resting.move_to_end(person, last=person is not None)
        return few


class Shares:
    """Those of every workshop in which somebody asked for something lately."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Nobody asked for anything."""
        self._clock = clock
        self._of: dict[int, _Share] = {}
        self._has_ended = False

    def __contains__(self, workshop: int) -> bool:
        """Whether something of this one rests."""
        return workshop in self._of and bool(self._of[workshop].resting)

    def has_had_enough(self, workshop: int) -> bool:
        """Somebody asks for something there: whether it rests, since others ask too and this one
        has had its share.
        """
        now = self._clock()
        share = self._of.setdefault(workshop, _Share(now))
        share.asked_at = now
        return self._rests(workshop, now)

    def keep(self, asked: Asked) -> None:
        """Let it rest, behind what the same person asked before."""
        self._of[asked.workshop].resting.setdefault(asked.person, deque()).append(asked)

    def used(self, workshop: int, seconds: float) -> None:
        """A command of this workshop had so much of the writer's time."""
        if (share := self._of.get(workshop)) is not None:
            share.left = max(-MOST_OWED, share.left - seconds - READ_AND_ANSWERED)

    def rested(self, may: Callable[[int], bool] = lambda workshop: True) -> list[Asked]:
        """The next few of each workshop that has rested, and may go on; who asked for nothing
        lately is forgotten.
        """
        now = self._clock()
        for workshop, share in list(self._of.items()):
            share.fill(now)
            if share.left >= AT_ONCE and not share.resting and now - share.asked_at > LATELY:
                del self._of[workshop]
        return [
            asked
            for workshop, share in self._of.items()
            if share.resting and may(workshop) and not self._rests(workshop, now)
            for asked in share.take()
        ]

    def end(self) -> None:
        """The writer stops: nobody rests any more."""
        self._has_ended = True

    @property
    def wait(self) -> float | None:
        """In how many seconds somebody has rested; None where nobody rests."""
        now = self._clock()
        waits = [self._wait_of(one, now) for one, share in self._of.items() if share.resting]
        return min(waits, default=None)

    def _rests(self, workshop: int, now: float) -> bool:
        share = self._of[workshop]
        share.fill(now)
        if share.left > 0 or self._has_ended:
            return False
        return any(
            now - other.asked_at < LATELY for one, other in self._of.items() if one != workshop
        )

    def _wait_of(self, workshop: int, now: float) -> float:
        return max(0.001, -self._of[workshop].left / SHARE) if self._rests(workshop, now) else 0.0
