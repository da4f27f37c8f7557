"""What things lie on, lowest first; things that lie beneath themselves come together.

A note that was moved can be about one that is about it, so that what lies beneath the one lies
beneath the other.
"""

from collections.abc import Callable, Collection, Iterable, Iterator


def lowest_first(tops: Iterable[int], beneath: Callable[[int], Collection[int]]) -> list[list[int]]:
    """All that lies beneath things, and these, each once; a list of several, or of one on
    itself, is a loop.

    Each thing and each of its ties is looked at once (Tarjan, *Depth-first search and linear
    graph algorithms*, 1972).
    """
    found: list[list[int]] = []
    met: dict[int, int] = {}
    lowest: dict[int, int] = {}
    open_still: dict[int, None] = {}
    for top in tops:
        path: list[tuple[int, Iterator[int]]] = []
        here: int | None = None if top in met else top
        while here is not None or path:
            if here is not None:
                met[here] = lowest[here] = len(met)
                open_still[here] = None
                path.append((here, iter(beneath(here))))
            id, rest = path[-1]
            here = None
            for one in rest:
                if one not in met:
                    here = one
                    break
                if one in open_still:
                    lowest[id] = min(lowest[id], met[one])
            if here is not None:
                continue
            path.pop()
            if path:
                lowest[path[-1][0]] = min(lowest[path[-1][0]], lowest[id])
            if lowest[id] == met[id]:
                found.append(_closed(open_still, id))
    return found


def _closed(open_still: dict[int, None], first: int) -> list[int]:
    """Those that were met since the first of a loop, with it."""
    loop: list[int] = []
    while not loop or loop[-1] != first:
        loop.append(open_still.popitem()[0])
    return loop
