"""The layout of the ideal process: stages across, lanes down, boxes of one size, ways at right
angles between them.

It is worked out here alone, for room, wall, outline and paper: they draw what they are given. The
layout knows no words and no flipchart, and gives the same for the same.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from footpath.method.layout.cells import Cells, cells_of
from footpath.method.layout.parts import BandView, BoxView, DrawingView, Part
from footpath.method.layout.positions import Places, bars, beneath, measured, ways
from footpath.method.layout.routes import routes_of
from footpath.method.layout.units import WIDE

__all__ = ["MOST", "lay_out", "not_laid_out"]

MOST = 500
"""Elements and ways that are laid out at most, taken together, so that neither the writer nor the
line has too much.
"""

KEPT = 32
"""Layouts that are kept for who asks for the same again: another change, a page, a download."""


@lru_cache(maxsize=KEPT)
def lay_out(parts: tuple[Part, ...]) -> DrawingView:
    """Where everything stands; lanes and stages are numbered from 0 on, each having a part."""
    cells = cells_of(parts)
    routes = routes_of(parts, cells)
    places = measured(cells, routes)
    return DrawingView(
        width=places.width,
        height=places.height,
        lanes=_lanes(parts, places),
        stages=_stages(parts, cells, places),
        boxes=tuple(
            BoxView(
                id=part.id, x=places.left(cells.by_id[part.id]), y=places.top(cells.by_id[part.id])
            )
            for part in parts
        ),
        ways=ways(routes, places),
        below=beneath(cells, places),
        bars=bars(routes, places),
    )


def not_laid_out(places: Sequence[tuple[int, int, int]]) -> DrawingView:
    """Of a process that is too large its lanes and stages alone; given are each element's
    id, lane and stage.
    """
    lanes, stages = (
        _named((lane, id) for id, lane, _ in places),
        _named((stage, id) for id, _, stage in places),
    )
    return DrawingView(lanes=lanes, stages=stages, too_large=True)


def _named(standing: Iterable[tuple[int, int]]) -> tuple[BandView, ...]:
    """The lanes or stages in order, each by the first element in it."""
    first: dict[int, int] = {}
    for place, id in standing:
        first.setdefault(place, id)
    return tuple(BandView(of=first[place]) for place in sorted(first))


def _lanes(parts: Sequence[Part], places: Places) -> tuple[BandView, ...]:
    bands = zip(
        _named((part.lane, part.id) for part in parts),
        places.bands,
        [*places.bands[1:-1], places.height],
        strict=False,
    )
    return tuple(BandView(of=lane.of, at=at, size=end - at) for lane, at, end in bands)


def _stages(parts: Sequence[Part], cells: Cells, places: Places) -> tuple[BandView, ...]:
    spans = zip(_named((part.stage, part.id) for part in parts), cells.spans, strict=True)
    return tuple(
        BandView(
            of=stage.of,
            at=places.lefts[first],
            size=places.lefts[last] + WIDE - places.lefts[first],
        )
        for stage, (first, last) in spans
    )
