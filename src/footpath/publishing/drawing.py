"""The ideal process drawn for the outline: the layout that room and wall have too, with
its words, as SVG.

On a page the whole stands in a box that scrolls by itself, beside the names of its lanes. For
paper it is cut between columns and lanes into pieces that fit a page, each with the names of
its lanes and stages.
"""

from html import escape
from itertools import pairwise

from msgspec import Struct

from footpath.method import Flipchart
from footpath.method.layout.parts import BandView, BarView, BelowView, BoxView, DrawingView, WayView
from footpath.method.layout.units import ARRIVAL, HIGH, LETTER, LINE, SLANT, STUB, WIDE, WORDS
from footpath.method.lines.drawn import drawn, said_beneath
from footpath.method.lines.way_words import WAY_WORDS
from footpath.method.lines.ways import ASIDE, ways_on
from footpath.method.things.things import Element, ElementKind
from footpath.publishing.fitted_text import cut, folded, shortened, spans, text_lines

NAMES, HEAD, PAD, RING = 128, 40, 12, 5
"""How wide the names of the lanes are, how high those of the stages, what is beside a box's
words, an end's ring.
"""
MOST_LINES = 4
PAGE = (760, 1_100)
"""How wide and high a piece is on paper at most, without the names: a letter is then some
eight points high.
"""


class Cutout(Struct, frozen=True):
    """A part of the drawing, in units of the layout."""

    left: int
    top: int
    right: int
    bottom: int

    def holds(self, x: int, y: int) -> bool:
        """Whether a point is in it."""
        return self.left <= x < self.right and self.top <= y < self.bottom


class Drawing(Struct, frozen=True):
    """What is drawn: the layout, and the elements whose words stand in it, in order."""

    plan: DrawingView
    elements: dict[int, Element]
    numbers: dict[int, int]
    said: dict[int, dict[int | None, str]]
    labels: dict[int, tuple[str, ...]]


def drawing(chart: Flipchart, elements: tuple[Element, ...], lanes: tuple[str, ...]) -> str:
    """The process as SVGs. Every box links to its line's thread; the list beside it says
    the same in words.
    """
    plan = drawn(chart, elements, lanes)
    if plan.too_large:
        return f"<p>{WAY_WORDS['too_large']}</p>"
    ways = {element.id: ways_on(chart, element) for element in elements}
    whole = Drawing(
        plan,
        {element.id: element for element in elements},
        {element.id: place for place, element in enumerate(elements, start=1)},
        {element.id: dict(said_beneath(element, ways[element.id])) for element in elements},
        {id: tuple(way.label or "" for way in found) for id, found in ways.items()},
    )
    beside = Cutout(-NAMES, -HEAD, 0, plan.height)
    names = (
        f'<svg class="drawing names" {_view(beside)} '
        f'aria-hidden="true">{_lanes(whole, beside, -NAMES)}</svg>'
    )
    pieces = _pieces(plan)
    page = _svg(whole, "whole", Cutout(0, 0, plan.width, plan.height), _said(1, 1))
    return "".join([names, page, *(_piece(whole, place, pieces) for place in range(len(pieces)))])


def _cuts(starts: list[int], end: int, most: int) -> list[tuple[int, int]]:
    """From where to where pieces go that are so long at most, each but the first
    beginning at one of these.
    """
    cuts = [0]
    for start, after in pairwise([*starts, end]):
        if after - cuts[-1] > most and start > cuts[-1]:
            cuts.append(start)
    return list(pairwise([*cuts, end]))


def _pieces(plan: DrawingView) -> list[Cutout]:
    """How the drawing is cut for paper: between columns and between lanes, so that no box is."""
    columns = [max(0, x - ARRIVAL + STUB // 2) for x in sorted({box.x for box in plan.boxes})]
    across = _cuts(columns, plan.width, PAGE[0])
    down = _cuts([lane.at for lane in plan.lanes], plan.height, PAGE[1])
    return [Cutout(left, top, right, bottom) for top, bottom in down for left, right in across]


def _said(place: int, many: int) -> str:
    part = f", part {place} of {many}" if many > 1 else ""
    return f"The process as a drawing{part}; the list below says the same in words"


def _piece(whole: Drawing, place: int, pieces: list[Cutout]) -> str:
    """A piece as wide as a page, so that all are drawn at one size."""
    return _svg(
        whole, f"piece-{place}", pieces[place], _said(place + 1, len(pieces)), PAGE[0] + NAMES
    )


def _view(window: Cutout, wide: int = 0) -> str:
    size = f"{wide or window.right - window.left} {window.bottom - window.top}"
    width_and_height = 'width="{}" height="{}"'.format(*size.split())
    return f'viewBox="{window.left} {window.top} {size}" {width_and_height}'


def _svg(whole: Drawing, name: str, window: Cutout, said: str, wide: int = 0) -> str:
    """What is seen through a window, under the names of its stages; with a width, also beside
    those of its lanes.
    """
    plan, tip, names = whole.plan, f"tip-{name}", NAMES if wide else 0
    around = Cutout(window.left - names, window.top - HEAD, window.right, window.bottom)
    heads = Cutout(window.left, -HEAD, window.right, 0)
    return "".join(
        [
            (
                f'<svg class="drawing {name.partition("-")[0]}" {_view(around, wide)} role="group" '
                f'aria-label="{said}">'
            ),
            f'<defs><marker id="{tip}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" '
            'markerHeight="8" orient="auto"><path d="M0 0 L8 4 L0 8 z" '
            'class="tip"/></marker></defs>',
            _lanes(whole, window, around.left) if names else "",
            f'<svg x="{window.left}" y="{around.top}" {_view(heads)}>',
            *(_stage(whole, stage, window) for stage in plan.stages),
            f'</svg><svg x="{window.left}" y="{window.top}" {_view(window)}>',
            *(_lane_line(lane, plan) for lane in plan.lanes[1:]),
            *(_arrow(way, tip, whole.elements[way.of].kind in ASIDE) for way in plan.ways),
            *(_bar(bar) for bar in plan.bars),
            *(_beneath(whole, below) for below in plan.below if window.holds(below.x, below.y)),
            *(_box(whole, box) for box in plan.boxes if window.holds(box.x, box.y)),
            *(
                _label(whole, way)
                for way in plan.ways
                if way.label and window.holds(way.label.x, way.label.y)
            ),
            "</svg></svg>",
        ]
    )


def _bar(bar: BarView) -> str:
    joined = f'<path class="stem" d="M{bar.start} {bar.y} H{bar.x}"/>'
    return f'{joined}<path class="bar" d="M{bar.x} {bar.top} V{bar.bottom}"/>'


def _lanes(whole: Drawing, window: Cutout, left: int) -> str:
    """The names of the lanes in a window, each where its lane begins."""
    shown = [lane for lane in whole.plan.lanes if window.top <= lane.at < window.bottom]
    return "".join(_lane(whole, lane, left) for lane in shown)


def _lane(whole: Drawing, lane: BandView, left: int) -> str:
    name = whole.elements[lane.of].lane
    words = text_lines(
        name.shown if name is not None else "Not said who", left, lane.at + 30, NAMES - PAD, 4
    )
    return (
        f'{_lane_line(lane, whole.plan, left) if lane.at else ""}<text class="lane">{words}</text>'
    )


def _lane_line(lane: BandView, plan: DrawingView, left: int = 0) -> str:
    return f'<line class="band" x1="{left}" x2="{plan.width}" y1="{lane.at}" y2="{lane.at}"/>'


def _stage(whole: Drawing, stage: BandView, window: Cutout) -> str:
    """A stage over its columns; its name begins where the window does, if the
    stage began before.
    """
    name, at, end = (
        whole.elements[stage.of].stage,
        max(stage.at, window.left),
        stage.at + stage.size,
    )
    if name is None or at >= min(end, window.right):
        return ""
    return (
        f'<line class="stage-line" x1="{stage.at}" x2="{end}" y1="-6" y2="-6"/>'
        f'<text class="stage" x="{at}" '
        f'y="-14">{escape(cut(name.shown, max(2, (end - at) // (LETTER + 1))))}</text>'
    )


def _arrow(way: WayView, tip: str, aside: bool) -> str:
    """A way; dashed where its element stands beside the flow."""
    corners = zip(way.points[::2], way.points[1::2], strict=True)
    line, dashed = (
        " L".join(f"{x} {y}" for x, y in corners),
        ' stroke-dasharray="5 4"' if aside else "",
    )
    return f'<path class="flow" d="M{line}"{dashed} marker-end="url(#{tip})"/>'


def _label(whole: Drawing, way: WayView) -> str:
    assert way.label is not None
    label, text = way.label, " ".join(whole.labels[way.of][way.way].split())
    columns = label.width // LETTER
    lines = shortened(folded(text, columns), label.lines, columns)
    return (
        "<text "
        f'class="way">{spans(lines, label.x, label.y - 3 - (len(lines) - 1) * (LINE - 1))}</text>'
    )


def _beneath(whole: Drawing, below: BelowView) -> str:
    """Words beneath a box; what ends there has a ring, what is left open a dashed one."""
    text, mark = whole.said[below.of][below.way], ""
    if below.stem is not None and below.way is not None:
        x, y = below.stem
        ends = whole.elements[below.of].branches[below.way].ends
        mark = (
            f'<path class="stem{"" if ends else " open"}" d="M{x} {y} V{below.y - RING}"/>'
            f'<circle class="{"ends" if ends else "ends open"}" cx="{x}" cy="{below.y}" '
            f'r="{RING}"/>'
        )
    return (
        f"{mark}<text "
        f'class="below">{text_lines(text, below.x, below.y + 5, WIDE - WORDS, below.lines)}</text>'
    )


def _box(whole: Drawing, box: BoxView) -> str:
    """A box with its number and words, in the middle of what its shape leaves them."""
    element = whole.elements[box.id]
    inset = {ElementKind.DECISION: SLANT - PAD, ElementKind.WAIT: PAD, ElementKind.END: 24}.get(
        element.kind, 0
    )
    columns = (WIDE - PAD - 2 * inset) // LETTER
    lines = shortened(
        folded(f"{whole.numbers[box.id]} {element.words.shown}", columns), MOST_LINES, columns
    )
    first = box.y + (HIGH - len(lines) * (LINE + 1)) // 2 + LINE - 3
    words = spans(lines, box.x + PAD + inset, first, LINE + 1)
    return (
        f'<a href="#thread-{box.id}">{_shape(box, element.kind)}<text '
        f'class="box">{words}</text></a>'
    )


def _shape(box: BoxView, kind: ElementKind) -> str:
    left, top, right, bottom = box.x, box.y, box.x + WIDE, box.y + HIGH
    if kind is ElementKind.DECISION:
        points = (
            f"{left},{top + HIGH // 2} {left + SLANT},{top} {right - SLANT},{top} "
            f"{right},{top + HIGH // 2} {right - SLANT},{bottom} {left + SLANT},{bottom}"
        )
        return f'<polygon class="shape decision" points="{points}"/>'
    if kind is ElementKind.DOCUMENT:
        path = (
            f"M{left} {top} H{right - 18} L{right} {top + 18} V{bottom} H{left} z M{right - 18} "
            f"{top} v18 h18"
        )
        return f'<path class="shape" d="{path}"/>'
    rounded = {ElementKind.WAIT: 30, ElementKind.END: HIGH // 2}.get(kind, 6)
    place = f'x="{left}" y="{top}" width="{WIDE}" height="{HIGH}" rx="{rounded}"'
    return f'<rect class="shape {kind.value}" {place}/>'
