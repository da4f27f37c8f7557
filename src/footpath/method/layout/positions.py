"""Places: how wide every channel is for what runs in it, and with that where boxes,
ways and labels stand.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby

from msgspec import Struct

from footpath.method.layout.cells import Cell, Cells
from footpath.method.layout.parts import BarView, BelowView, LabelView, WayView
from footpath.method.layout.routes import ENTRY, Course, Route, Stretch, spread
from footpath.method.layout.units import (
    ACROSS,
    ARRIVAL,
    BAR,
    CENTRE,
    HIGH,
    LABEL,
    LEFT,
    LETTER,
    LINE,
    PORT,
    SLANT,
    STEM,
    STUB,
    TOP,
    TRACK,
    UNDER,
    UP,
    WIDE,
    WORDS,
)

EDGE = 4
"""Before the first column and after the last, where no way runs there."""


class Places(Struct):
    """Where the columns and rows begin, and before each of them the channel with its tracks."""

    lefts: list[int]
    gaps: list[int]
    """Where the first track of the channel before a column is."""
    tops: list[int]
    bands: list[int]
    width: int
    height: int

    def left(self, cell: Cell) -> int:
        """Where a box begins, across."""
        return self.lefts[cell.column]

    def top(self, cell: Cell) -> int:
        """Where a box begins, down."""
        return self.tops[cell.row]

    def beside(self, turn: Stretch) -> int:
        """Where a turn between two columns runs."""
        return self.gaps[turn.channel] + turn.track * TRACK

    def across(self, turn: Stretch) -> int:
        """Where a turn above a row runs."""
        return self.bands[turn.channel] + UNDER + turn.track * TRACK


def _span(columns: int) -> int:
    """How wide a label would be in one line."""
    return columns * LETTER + 6


def measured(cells: Cells, routes: Sequence[Route]) -> Places:
    """The places of columns and rows, with room for every track and label."""
    upright = spread(turn for route in routes for turn in route.beside)
    level = spread(turn for route in routes for turn in route.across)
    lefts, gaps, width = _columns(cells, routes, upright)
    tops, bands, height = _rows(cells, routes, level)
    return Places(lefts, gaps, tops, bands, width, height)


def _columns(
    cells: Cells, routes: Sequence[Route], tracks: dict[int, int]
) -> tuple[list[int], list[int], int]:
    many = 1 + max((cell.column for cell in cells.by_id.values()), default=-1)
    labels = [0] * (many + 1)
    for route in routes:
        if route.course is not Course.UPRIGHT:
            bar = 2 * BAR if route.out.part.together else 0
            label = min(LABEL, _span(route.lead.columns)) + STUB if route.lead.columns else 0
            labels[route.out.column + 1] = max(labels[route.out.column + 1], bar + label)
    lefts, gaps, x = list[int](), list[int](), 0
    for column in range(many + 1):
        gaps.append(x + labels[column] + STUB)
        run = labels[column] + (STUB + max(0, tracks.get(column, 0) - 1) * TRACK + ARRIVAL)
        used = labels[column] or column in tracks
        x += (run if used else EDGE) if column in (0, many) else max(ACROSS, run)
        lefts.append(x)
        x += WIDE if column < many else 0
    return lefts, gaps, x


def _rows(
    cells: Cells, routes: Sequence[Route], tracks: dict[int, int]
) -> tuple[list[int], list[int], int]:
    many = 1 + max((cell.row for cell in cells.by_id.values()), default=-1)
    above, below = [0] * many, [0] * many
    for cell in cells.by_id.values():
        below[cell.row] = max(below[cell.row], cell.part.lines * LINE)
    for route in routes:
        if route.course is Course.UPRIGHT and route.lead.columns:
            zone = above if route.rises else below
            zone[route.out.row] = max(zone[route.out.row], _upright_label(route)[1] * LINE)
        elif route.port == -PORT and _label_lines(route) > 1:
            above[route.out.row] = max(above[route.out.row], LINE)
    tops, bands, y = list[int](), list[int](), 0
    for row in range(many + 1):
        bands.append(y)
        y += UNDER + tracks[row] * TRACK if row in tracks else 0
        if row < many:
            y += above[row] + UP
            tops.append(y)
            y += HIGH + below[row] + UNDER
    return tops, bands, y


def _upright_label(route: Route) -> tuple[int, int]:
    """Where an upright way leaves its box, across, and the lines of its label: at the middle
    where that is short.
    """
    long = _span(route.lead.columns)
    at = CENTRE if long <= WIDE - CENTRE - STUB // 2 else LEFT
    return at, 1 if long <= WIDE - at - STUB // 2 else 2


def _upright_at(route: Route) -> int:
    return _upright_label(route)[0] if route.lead.columns else CENTRE


def ways(routes: Iterable[Route], places: Places) -> tuple[WayView, ...]:
    """Every way with its corners and its label."""
    return tuple(
        WayView(
            of=route.out.part.id,
            way=route.lead.way,
            to=route.lead.to,
            points=tuple(number for point in _points(route, places) for number in point),
            label=_label(route, places) if route.lead.columns else None,
        )
        for route in routes
    )


def _slant(cell: Cell, away: int) -> int:
    """How far in a slanted side is met, so far from its middle."""
    return SLANT * abs(away) * 2 // HIGH if cell.part.slanted else 0


def _leaves(route: Route, places: Places) -> list[tuple[int, int]]:
    """Where a way begins, with its first corners where it comes from beneath its box."""
    out = route.out
    x, y, bar = places.left(out) + WIDE, places.top(out), BAR if out.part.together else 0
    if route.beneath is not None:
        line = y + HIGH + route.beneath * LINE + LINE // 2 + EDGE
        return [(places.left(out) + STEM, y + HIGH // 2), (places.left(out) + STEM, line)]
    return [(x + bar if bar else x - _slant(out, route.port), y + HIGH // 2 + route.port)]


def _points(route: Route, places: Places) -> list[tuple[int, int]]:
    out, into = route.out, route.into
    left, middle = places.left(into), places.top(into) + HIGH // 2
    if route.course is Course.UPRIGHT:
        x, begun = places.left(out) + _upright_at(route), places.top(out)
        return (
            [(x, begun), (x, places.top(into) + HIGH)]
            if route.rises
            else [(x, begun + HIGH), (x, places.top(into))]
        )
    leaves = _leaves(route, places)
    if route.course is Course.LEVEL:
        return [*leaves, (left, middle)]
    y, first = leaves[-1][1], places.beside(route.beside[0])
    turned = [*leaves, (first, y)]
    if route.course is Course.OVER:
        along = places.across(route.across[0])
        return [*turned, (first, along), (left + TOP, along), (left + TOP, places.top(into))]
    away = ENTRY if route.rises else -ENTRY
    end = (left + _slant(into, away), middle + away)
    if not route.across:
        return [*turned, (first, end[1]), end]
    along, last = places.across(route.across[0]), places.beside(route.beside[1])
    return [*turned, (first, along), (last, along), (last, end[1]), end]


def _label(route: Route, places: Places) -> LabelView:
    """Above the start of its way; beside it where that is upright."""
    long, out = _span(route.lead.columns), route.out
    if route.course is Course.UPRIGHT:
        at, lines = _upright_label(route)
        y = (
            places.top(out) - STUB // 2
            if route.rises
            else places.top(out) + HIGH + lines * LINE + 2
        )
        room = WIDE - at - STUB // 2
        return LabelView(
            x=places.left(out) + at + STUB // 2, y=y, width=min(long, room), lines=lines
        )
    x = places.left(out) + WIDE + STUB // 2 + (2 * BAR if out.part.together else 0)
    y = _leaves(route, places)[-1][1] - 1
    return LabelView(x=x, y=y, width=min(long, LABEL), lines=_label_lines(route))


def _label_lines(route: Route) -> int:
    return 2 if route.roomy and _span(route.lead.columns) > LABEL else 1


def beneath(cells: Cells, places: Places) -> tuple[BelowView, ...]:
    """The lines of words beneath all boxes, with the stems of ways that lead to no element."""
    found: list[BelowView] = []
    for cell in cells.by_id.values():
        left, bottom = places.left(cell), places.top(cell) + HIGH
        y = bottom + LINE // 2 + EDGE
        for said in cell.part.below:
            stem = None if said.way is None else (left + STEM, bottom - HIGH // 2)
            found.append(
                BelowView(
                    of=cell.part.id, x=left + WORDS, y=y, lines=said.lines, way=said.way, stem=stem
                )
            )
            y += said.lines * LINE
    return tuple(found)


def bars(routes: Iterable[Route], places: Places) -> tuple[BarView, ...]:
    """The bars of elements of which all ways are taken."""
    found: list[BarView] = []
    for out, group in groupby(
        (route for route in routes if route.out.part.together), key=lambda route: route.out
    ):
        heights = [_leaves(route, places)[-1][1] for route in group]
        right, middle = places.left(out) + WIDE, places.top(out) + HIGH // 2
        top, bottom = min(middle, *heights) - STUB, max(middle, *heights) + STUB
        found.append(
            BarView(of=out.part.id, x=right + BAR, top=top, bottom=bottom, start=right, y=middle)
        )
    return tuple(found)
