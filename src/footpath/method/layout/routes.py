"""Routes: straight where nothing is in between, otherwise with turns in the channels
between columns and rows.

Every way leaves its box at a place of its own, and every turn has a track of its own in its
channel, so that no way crosses a box or lies on another.
"""

from collections.abc import Iterable, Sequence
from enum import Enum, auto
from heapq import heappop, heappush

from msgspec import Struct, field

from footpath.method.layout.cells import Cell, Cells, is_open, upright
from footpath.method.layout.parts import MOST_AT_A_SIDE, Lead, Part
from footpath.method.layout.units import PORT


class Course(Enum):
    """How a way runs."""

    LEVEL = auto()
    UPRIGHT = auto()
    OVER = auto()
    """To the same row: up beside its box, along above the row, and down; a way
    to itself is a loop.
    """
    AROUND = auto()


class Stretch(Struct):
    """A piece of a way in a channel: between columns, or `across` above a row; from and
    to count in steps.
    """

    channel: int
    start: int
    end: int
    track: int = 0


class Route(Struct):
    """A way with its course; it leaves `port` under the middle of its box, or in
    a line beneath it.
    """

    lead: Lead
    out: Cell
    into: Cell
    course: Course
    port: int = 0
    beneath: int | None = None
    roomy: bool = False
    """Its label has room for two lines."""
    beside: list[Stretch] = field(default_factory=list[Stretch])
    across: list[Stretch] = field(default_factory=list[Stretch])

    @property
    def rises(self) -> bool:
        """Whether it leads up."""
        return self.into.row < self.out.row


ROW, HALF = 1_000, 500
"""From one row to the next, and to the middle of a box, in steps of an upright channel."""
ENTRY = 9
"""How far from a box's middle what comes from above or below arrives at its side."""


def routes_of(parts: Sequence[Part], cells: Cells) -> list[Route]:
    """The routes of all ways, in order."""
    routes: list[Route] = []
    taken = set[frozenset[int]]()
    for part in parts:
        own = [_route(part, lead, cells, taken) for lead in part.leads]
        _leave([route for route in own if route.course is not Course.UPRIGHT], part.said_in)
        routes += own
    for route in routes:
        _turn(route)
    return routes


def _route(part: Part, lead: Lead, cells: Cells, taken: set[frozenset[int]]) -> Route:
    out, into = cells.by_id[part.id], cells.by_id[lead.to]
    course = Course.OVER if out.row == into.row else Course.AROUND
    pair = frozenset((part.id, lead.to))
    if pair not in taken and (straight := _straight(out, into, cells)) is not None:
        taken.add(pair)
        course = straight
    return Route(lead, out, into, course)


def _straight(out: Cell, into: Cell, cells: Cells) -> Course | None:
    """The straight course between two that see each other."""
    if cells.right.get(out.part.id) == into.part.id:
        return Course.LEVEL
    upper, lower = upright(out.part, into.part)
    if (
        out.column == into.column
        and cells.under.get(upper.id) == lower.id
        and is_open(upper, lower)
    ):
        return Course.UPRIGHT
    return None


def _leave(routes: list[Route], beneath: int) -> None:
    """A place at the side of the box for each: what leads up leaves above what leads down, the
    level one in the middle.

    Labels stand above their ways; what finds no room leaves in lines beneath the box.
    """
    level = [route for route in routes if route.course is Course.LEVEL]
    others = [route for route in routes if route.course is not Course.LEVEL][
        : MOST_AT_A_SIDE - len(level)
    ]
    ordered = sorted(others, key=lambda route: route.course is not Course.OVER and not route.rises)
    if level:
        ups = sum(route.course is Course.OVER or route.rises for route in ordered)
        low, high = len(ordered) - 2, 2
        ordered[(place := max(low, min(ups, high))) : place] = level
    ports = _ports(len(ordered), ordered.index(level[0]) if level else None)
    for route, port in zip(ordered, ports, strict=True):
        route.port = port
        route.roomy = all(abs(port - other) >= PORT for other in ports if other != port)
    chosen = {id(route) for route in ordered}
    for place, route in enumerate(route for route in routes if id(route) not in chosen):
        route.beneath = beneath + place


def _ports(many: int, level: int | None) -> list[int]:
    """Places around the middle of the box, the level way right in the middle."""
    half = PORT // 2
    if level is not None:
        gap = PORT if max(level, many - 1 - level) <= 1 else half
        return [(place - level) * gap for place in range(many)]
    return {
        0: [],
        1: [0],
        2: [-half, half],
        3: [-PORT, 0, PORT],
        4: [-PORT, -half, half, PORT],
    }.get(many, [-PORT, -half, 0, half, PORT])


def _turn(route: Route) -> None:
    out, into = route.out, route.into
    beside, start = out.column + 1, out.row * ROW + HALF + route.port
    if route.beneath is not None:
        start = out.row * ROW + HALF + 2 * PORT + route.beneath
    if route.course is Course.OVER:
        route.beside = [Stretch(beside, start, out.row * ROW)]
        route.across = [Stretch(out.row, beside * 4, into.column * 4 + 1)]
    elif route.course is Course.AROUND:
        end = into.row * ROW + HALF + (ENTRY if route.rises else -ENTRY)
        if into.column == beside:
            route.beside = [Stretch(beside, start, end)]
        else:
            between = into.row + route.rises
            route.beside = [
                Stretch(beside, start, between * ROW),
                Stretch(into.column, between * ROW, end),
            ]
            route.across = [Stretch(between, beside * 4, into.column * 4)]


def spread(turns: Iterable[Stretch]) -> dict[int, int]:
    """Give every turn a track in its channel, so that no two lie on each other; and how many
    each channel needs.
    """
    needed: dict[int, int] = {}
    free: dict[int, list[tuple[int, int]]] = {}
    for turn in sorted(
        turns, key=lambda turn: (min(turn.start, turn.end), max(turn.start, turn.end))
    ):
        tracks = free.setdefault(turn.channel, [])
        if tracks and tracks[0][0] < min(turn.start, turn.end):
            turn.track = heappop(tracks)[1]
        else:
            turn.track = needed.get(turn.channel, 0)
            needed[turn.channel] = turn.track + 1
        heappush(tracks, (max(turn.start, turn.end), turn.track))
    return needed
