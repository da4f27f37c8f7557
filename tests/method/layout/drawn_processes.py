"""Processes that are drawn, and what of the drawing covers what."""

from itertools import pairwise
from random import Random
from typing import Any

import pytest

from footpath.method.layout import lay_out
from footpath.method.layout.parts import DrawingView, Lead, Part, SaidBeneath, WayView
from footpath.method.layout.units import HIGH, LINE, WIDE, WORDS

Area = tuple[int, int, int, int]
"""Left, top, right and bottom."""


def steps(*lanes: int, **ways: list[tuple[int, int]]) -> list[Part]:
    """Steps 1, 2, … in these lanes; `of_1` are the ways of the first: to which, and the
    columns of the label.
    """
    return [
        Part(
            id=at,
            lane=lane,
            stage=0,
            leads=tuple(
                Lead(to=to, way=n, columns=long)
                for n, (to, long) in enumerate(ways.get(f"of_{at}", []))
            ),
        )
        for at, lane in enumerate(lanes, start=1)
    ]


def process_of(many: int) -> list[Part]:
    """A process of so many elements: lanes that change, stages, decisions that
    split and loop back.
    """
    found: list[Part] = []
    for at in range(many):
        decides = at % 7 == 3
        leads = [(at + 1, 3), (max(0, at - 3), 13), (at * 5 % many, 10)] if decides else []
        going = tuple(
            Lead(to=to, way=n, columns=long) for n, (to, long) in enumerate(leads) if to < many
        )
        lane = 4 if at % 9 == 8 else (at * 3 + at // 4) % 4
        found.append(Part(id=at, lane=lane, stage=at // 6, leads=going, slanted=decides))
    return _dense(found)


def invented(seed: int) -> list[Part]:
    """Any process at all: ways to anywhere, many from one, words beneath, bars,
    stages in any order.
    """
    chance = Random(seed)
    many, lanes, stages = chance.randint(1, 30), chance.randint(1, 7), chance.randint(1, 4)
    busy = chance.choice((1, 2, 9))
    parts = [
        Part(
            id=at,
            lane=chance.randrange(lanes),
            stage=chance.randrange(stages),
            slanted=chance.random() < 0.3,
            together=chance.random() < 0.2,
            leads=tuple(
                Lead(to=chance.randrange(many), way=n, columns=chance.choice((0, 0, 2, 9, 14, 40)))
                for n in range(chance.choice((0, 1, 1, 2, busy)))
            ),
            below=tuple(
                SaidBeneath(columns=chance.choice((9, 30)), way=chance.choice((None, n)))
                for n in range(chance.choice((0, 0, 1, 3)))
            ),
        )
        for at in range(many)
    ]
    return _dense(parts)


def _dense(parts: list[Part]) -> list[Part]:
    """Lanes and stages numbered without a gap."""
    lanes = {lane: at for at, lane in enumerate(sorted({part.lane for part in parts}))}
    stages = {stage: at for at, stage in enumerate(dict.fromkeys(part.stage for part in parts))}
    return [_with(part, lane=lanes[part.lane], stage=stages[part.stage]) for part in parts]


def _with(part: Part, **fields: Any) -> Part:
    return Part(**{name: getattr(part, name) for name in part.__struct_fields__} | fields)


MANY = [
    process_of(1),
    process_of(2),
    process_of(9),
    process_of(40),
    *(invented(seed) for seed in range(40)),
]
every = pytest.mark.parametrize("parts", MANY, ids=range(len(MANY)))


def laid_out(parts: list[Part]) -> DrawingView:
    """The layout."""
    return lay_out(tuple(parts))


def boxes(drawing: DrawingView) -> dict[int, Area]:
    """What every box covers."""
    return {box.id: (box.x, box.y, box.x + WIDE, box.y + HIGH) for box in drawing.boxes}


def words(drawing: DrawingView) -> list[Area]:
    """What the lines beneath boxes cover."""
    return [
        (one.x, one.y - LINE // 2, one.x + WIDE - WORDS, one.y - LINE // 2 + one.lines * LINE)
        for one in drawing.below
    ]


def labels(drawing: DrawingView) -> dict[WayView, Area]:
    """What every label covers."""
    found = {way: way.label for way in drawing.ways if way.label is not None}
    return {
        way: (one.x, one.y - one.lines * (LINE - 1), one.x + one.width, one.y)
        for way, one in found.items()
    }


def corners(way: WayView) -> list[tuple[int, int]]:
    """The corners of a way."""
    return list(zip(way.points[::2], way.points[1::2], strict=True))


def runs(way: WayView) -> list[Area]:
    """The straight runs of a way, each as an area without breadth."""
    return [
        (min(a, x), min(b, y), max(a, x), max(b, y)) for (a, b), (x, y) in pairwise(corners(way))
    ]


def meet(one: Area, other: Area) -> bool:
    """Whether two areas have more than an edge in common."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
