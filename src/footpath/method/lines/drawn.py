"""The process drawn: what the group said of it, as the layout needs it. Names stay behind, of which
only lengths count.

Lanes stand in the order in which they were first named. Stages stand in the order of their first
elements, each once: what is added to a stage later stands in it. Whoever named neither stands in a
lane of its own, the last.
"""

from collections.abc import Iterable, Sequence

from wcwidth import width

from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.layout import MOST, lay_out, not_laid_out
from footpath.method.layout.parts import DrawingView, Lead, Part, SaidBeneath
from footpath.method.lines.tracing import names_in_order, standing_elements
from footpath.method.lines.way_words import WAY_WORDS, fork_said, loosely_said
from footpath.method.lines.ways import is_unsaid, ways_on
from footpath.method.things.arrangement import Fork
from footpath.method.things.things import Element, ElementKind
from footpath.method.wire.thing_views import BranchView
from footpath.method.words.words import Words


def process_drawn(chart: Flipchart) -> DrawingView | None:
    """The layout of the whole process; None where it has no element."""
    elements = standing_elements(chart)
    return drawn(chart, elements, names_in_order(chart.lanes)) if elements else None


def drawn(chart: Flipchart, elements: Sequence[Element], lanes: Sequence[str]) -> DrawingView:
    """The layout of these elements."""
    named = {_name(element.lane): None for element in elements}
    rows = _numbered(
        [*(lane for lane in lanes if lane in named), *(lane for lane in named if lane), ""]
    )
    stages = _numbered(_name(element.stage) for element in elements)
    rows = _numbered(sorted(named, key=rows.__getitem__))
    places = [(rows[_name(element.lane)], stages[_name(element.stage)]) for element in elements]
    if len(elements) + sum(len(element.branches) for element in elements) > MOST:
        return not_laid_out(
            [(element.id, *place) for element, place in zip(elements, places, strict=True)]
        )
    parts = (
        _part(element, ways_on(chart, element), *place)
        for element, place in zip(elements, places, strict=True)
    )
    return lay_out(tuple(parts))


def _name(words: Words | None) -> str:
    return "" if words is None else words.text or ""


def _numbered(names: Iterable[str]) -> dict[str, int]:
    return {name: place for place, name in enumerate(dict.fromkeys(names))}


def _part(element: Element, ways: Sequence[BranchView], lane: int, stage: int) -> Part:
    return Part(
        id=element.id, lane=lane, stage=stage, slanted=element.kind is ElementKind.DECISION,
        together=element.fork is Fork.ALL and len(ways) > 1,
        leads=tuple(Lead(to=way.to, way=place, columns=columns(way.label or ""))
                    for place, way in enumerate(ways) if way.to is not None),
        below=tuple(
            SaidBeneath(way=place, columns=columns(said))
            for place, said in said_beneath(element, ways)
        ),
    )  # fmt: skip


def said_beneath(element: Element, ways: Sequence[BranchView]) -> list[tuple[int | None, str]]:
    """What no arrow says: which of several ways are taken, or that nobody said any, and each that
    leads to no element.

    A way by its place among those of the element; None for what is said of all.
    """
    together = fork_said(element) or (WAY_WORDS["next"] if is_unsaid(element) else "")
    loose = [(place, loosely_said(way)) for place, way in enumerate(ways) if way.to is None]
    return [*([(None, together)] if together else []), *loose]


def columns(text: str) -> int:
    """How many columns a text takes as it is drawn: two for a wide sign, one for a letter
    with all its accents.
    """
    return len(text) if text.isascii() else width(text, control_codes="ignore")
