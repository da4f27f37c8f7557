"""Which letters of a text lie covered, as the bits of a number, and where they are once parts of
the text are masks.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import reduce
from itertools import accumulate
from operator import or_

from footpath.method.words.spans import Span, in_one
from footpath.method.words.words import MASK

FEW = 16
"""Masks at which what is covered is moved one after another."""
_COVERED = re.compile("1+")


def moved(known: Mapping[int, int], masks: list[Span]) -> dict[int, int]:
    """What each veil covers once these spans, into which none of them reaches, are masks: all is
    found already, and only stands elsewhere.
    """
    if not masks:
        return dict(known)
    if len(spans := in_one(masks)) <= FEW:
        return {id: _shifted(covers, spans) for id, covers in known.items()}
    ends = [end for _, end in spans]
    gained = list(accumulate((len(MASK) - end + start for start, end in spans), initial=0))
    return {id: _put_elsewhere(covers, ends, gained) for id, covers in known.items()}


def _put_elsewhere(covers: int, ends: list[int], gained: list[int]) -> int:
    """Bits moved run by run: each by what the masks that end before it have `gained`."""
    return union(
        ((1 << end - start) - 1) << start + gained[bisect_right(ends, start)]
        for start, end in runs(covers)
    )


def _shifted(covers: int, masks: list[Span]) -> int:
    """Bits once these spans, in order, are masks; quicker than run by run where few are."""
    for start, end in reversed(masks):
        covers = covers >> end << start + len(MASK) | covers & (1 << start) - 1
    return covers


def union(covers: Iterable[int]) -> int:
    return reduce(or_, covers, 0)


def runs(covers: int) -> list[Span]:
    """Where covered letters begin and end, in order."""
    return [run.span() for run in _COVERED.finditer(f"{covers:b}"[::-1])]
