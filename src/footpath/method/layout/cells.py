"""Cells: in which column and row each element stands. Rows are lanes; the columns of a stage
stand side by side.

An element stands in the column of the one before it where its lane is free there and no way would
have to go round: a way joins two along the column, both are led to from the same element, or
nothing joins them and it stands lowest, so that the order reads down and then across.
"""

from bisect import bisect, insort
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct, field

from footpath.method.layout.parts import Part


class Cell(Struct, frozen=True):
    """Where an element stands."""

    part: Part
    column: int
    row: int


class Cells(Struct):
    """All cells by the ids of their elements, and which is the next in a row or
    column, by its id.
    """

    by_id: dict[int, Cell] = field(default_factory=dict[int, Cell])
    spans: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    """The first and last column of every stage."""
    right: dict[int, int] = field(default_factory=dict[int, int])
    under: dict[int, int] = field(default_factory=dict[int, int])


class _Column(Struct):
    """The elements of the column that is being filled, by their rows."""

    at: int
    rows: list[int] = field(default_factory=list[int])
    held: dict[int, Part] = field(default_factory=dict[int, Part])

    def near(self, row: int) -> tuple[Part | None, Part | None]:
        """The next above a row and the next under it."""
        place = bisect(self.rows, row)
        above = self.held[self.rows[place - 1]] if place else None
        return above, self.held[self.rows[place]] if place < len(self.rows) else None


class _Joined:
    """Which elements a way joins, and which are led to from the same."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._joined: dict[int, set[int]] = {part.id: set() for part in parts}
        self._from: dict[int, set[int]] = {part.id: set() for part in parts}
        for part in parts:
            for lead in part.leads:
                self._joined[part.id].add(lead.to)
                self._joined[lead.to].add(part.id)
                self._from[lead.to].add(part.id)

    def are(self, one: Part | None, other: Part | None) -> bool:
        return one is not None and other is not None and other.id in self._joined[one.id]

    def share_column(self, part: Part, column: _Column) -> bool:
        if part.lane in column.held:
            return False
        above, under = column.near(part.lane)
        if self.are(above, under):
            return False  # it would stand in their way
        seen = {one.id for one in (above, under) if one is not None}
        tied = [one for one in column.held.values() if one.id in self._joined[part.id]]
        if any(one.id not in seen for one in tied):
            return False
        if tied:
            return all(is_open(*upright(one, part)) for one in tied)
        return under is None or any(
            self._from[one.id] & self._from[part.id] for one in column.held.values()
        )


def upright(one: Part, other: Part) -> tuple[Part, Part]:
    """The upper of two first."""
    return (one, other) if one.lane < other.lane else (other, one)


def is_open(upper: Part, lower: Part) -> bool:
    """Whether a way may run straight between two that see each other: no words stand in
    between, and no bar.
    """
    return not upper.lines and not (upper.together or lower.together)


def cells_of(parts: Sequence[Part]) -> Cells:
    """The cells of all elements; their stages are numbered from 0 on without a gap."""
    joined, cells = _Joined(parts), Cells()
    column, last = _Column(-1), -1
    for part in sorted(parts, key=lambda part: part.stage):
        if part.stage != last or not joined.share_column(part, column):
            column = _Column(column.at + 1)
        if part.stage != last:
            cells.spans.append((column.at, column.at))
            last = part.stage
        column.held[part.lane] = part
        insort(column.rows, part.lane)
        cells.spans[-1] = (cells.spans[-1][0], column.at)
        cells.by_id[part.id] = Cell(part, column.at, part.lane)
    _know_neighbours(cells)
    return cells


def _know_neighbours(cells: Cells) -> None:
    every = cells.by_id.values()
    for one, other in pairwise(sorted(every, key=lambda cell: (cell.row, cell.column))):
        if one.row == other.row:
            cells.right[one.part.id] = other.part.id
    for one, other in pairwise(sorted(every, key=lambda cell: (cell.column, cell.row))):
        if one.column == other.column:
            cells.under[one.part.id] = other.part.id
