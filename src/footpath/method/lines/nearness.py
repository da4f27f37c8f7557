"""What lies near many lines, walked once for all of them: as `near` finds it for one (O5, O6).

What somebody left out of a line stands in the way of what is reached through it alone, and that
differs from line to line. So each thing keeps which lines reach it, as the bits of a number, and
hands them on to what it came out of.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable

from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.lines.tracing import is_line, sources
from footpath.method.loops import lowest_first


class Nearness:
    """On what each of some lines rests by itself, not past another line, and
    without whom it left out.
    """

    def __init__(self, chart: Flipchart, lines: Iterable[int]) -> None:
        """Walk down from all of them at once."""
        self._chart = chart
        self._bits = {line: 1 << place for place, line in enumerate(dict.fromkeys(lines))}
        self._over: dict[int, int] = {}
        """The lines that reach each thing."""
        self._blocked = defaultdict[int, int](int)
        for line, bit in self._bits.items():
            for id in (line, *chart.threads.left_out.get(line, ())):
                self._blocked[id] |= bit
        arriving = defaultdict[int, int](int)
        for group in reversed(lowest_first(self._bits, self._onward_from)):
            self._reach(group, arriving)

    def is_near(self, id: int, line: int) -> bool:
        """Whether one of these lines rests on a thing."""
        return self._over.get(id, 0) & self._bits[line] > 0

    def gathered(self, of: Callable[[int], int]) -> dict[int, int]:
        """For each line the bits of all that lies near it, together; `of` gives a thing's."""
        lines_of = defaultdict[int, int](int)
        for id, lines in self._over.items():
            lines_of[of(id)] |= lines
        found = dict.fromkeys(self._bits, 0)
        for bits, lines in lines_of.items():
            for line in self._bits if bits else ():
                if lines & self._bits[line]:
                    found[line] |= bits
        return found

    def _reach(self, group: list[int], arriving: dict[int, int]) -> None:
        """Let lines reach things, and what these came out of; things on a loop until
        they reach no further.
        """
        loop, waiting = frozenset(group), dict.fromkeys(group)
        while waiting:
            # the one that has waited longest, so that what reaches it comes together
            id = next(iter(waiting))
            del waiting[id]
            self._over[id] = arriving[id] & ~self._blocked[id]
            onward = 0 if is_line(self._chart.things[id]) else self._over[id]
            onward |= self._bits.get(id, 0)
            for source in self._onward_from(id):
                if onward & ~arriving[source]:
                    arriving[source] |= onward
                    waiting |= {source: None} if source in loop else {}

    def _onward_from(self, id: int) -> list[int]:
        thing = self._chart.things[id]
        return sources(thing) if id in self._bits or not is_line(thing) else []
