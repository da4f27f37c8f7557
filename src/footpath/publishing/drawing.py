"""The ideal process drawn: lanes across, elements downwards in order, arrows that keep to the gutters between them.

An arrow stands for a way that somebody said, and for nothing else. What leads to no step, and which of several ways
are taken, stands in the box that it is about. A way runs below the box that it leaves, beside the lane of the box that
it enters, and above that box; every run has a track of its own, so that no arrow crosses a box or lies on another.
"""

from html import escape

from msgspec import Struct, field
from wcwidth import clip, width, wrap

from footpath.method import Flipchart
from footpath.method.things import Element, ElementKind
from footpath.method.views import BranchView
from footpath.method.way_words import fork_said, loosely_said
from footpath.method.ways import ways_on

COLUMN, BOX, HEAD, EDGE = 172, 138, 64, 8
LINE, MARK, TRACK, PAD = 19, 18, 20, 16
CHARACTERS, MOST_LINES, MOST_MARKS, LONGEST_LABEL, LONGEST_STAGE, LETTER = 17, 7, 6, 30, 60, 7.6
"""Columns of a line, lines of a box and of what stands below its words, columns of a label and of a stage's name; and
how wide one column is."""
MARKED = CHARACTERS + 2
"""Columns of what is written smaller than a box's words: what stands below them, and a lane's name."""
PAGE = 0.62
"""How high a piece of the drawing may be on paper, in its widths."""


class Placed(Struct, kw_only=True):
    """An element with its box: the middle across, the top, and how high it is."""

    element: Element
    branches: tuple[BranchView, ...]
    number: int
    row: int
    column: int
    lines: list[str]
    marks: list[str]
    x: float
    y: float = 0.0

    @property
    def height(self) -> int:
        """How high the box is for its words, and for what stands below them."""
        return len(self.lines) * LINE + 20 + (len(self.marks) * MARK + 4 if self.marks else 0)


class Way(Struct, kw_only=True):
    """An arrow with its tracks: in the gutter below its box, and in the gutter above the other."""

    out: Placed
    to: Placed
    label: str
    exit: float
    first: int = 0
    last: int = 0
    beside: float = 0.0
    entry: float = 0.0


class Gutter(Struct, kw_only=True):
    """The room above a row: a stage that begins there, and how many tracks run through it."""

    stage: str = ""
    tracks: int = 0
    y: float = 0.0

    @property
    def height(self) -> int:
        """How high it is for what runs through it."""
        return PAD + self.tracks * TRACK + (30 if self.stage else 0)


class Plan(Struct, kw_only=True):
    """Where everything stands."""

    lanes: list[str]
    placed: dict[int, Placed]
    gutters: list[Gutter]
    ways: list[Way] = field(default_factory=list[Way])
    width: float = 0.0
    height: float = 0.0


def drawing(chart: Flipchart, elements: tuple[Element, ...], lanes: tuple[str, ...]) -> str:
    """The process as an SVG. Every box links to its line's thread; the list beside it says the same in words."""
    plan = _plan(chart, elements, lanes)
    pieces = _pieces(plan)
    paper = [_svg(plan, f"piece-{place}", top, bottom) for place, (top, bottom) in enumerate(pieces) if len(pieces) > 1]
    return "".join([_svg(plan, "whole", 0, plan.height), *paper])


def _pieces(plan: Plan) -> list[tuple[float, float]]:
    """Where a long drawing is cut for paper: in the gutters, so that no box is."""
    cuts = [0.0]
    for gutter, after in zip(plan.gutters, plan.gutters[1:], strict=False):
        if after.y + after.height - cuts[-1] > PAGE * plan.width:
            cuts.append(gutter.y)
    return list(zip(cuts, [*cuts[1:], plan.height], strict=True))


def _svg(plan: Plan, name: str, top: float, bottom: float) -> str:
    tip, wide = f"tip-{name}", plan.width + 2 * EDGE
    return "".join(
        [
            f'<svg class="drawing {name.partition("-")[0]}" viewBox="{-EDGE} {top:g} {wide:g} {bottom - top:g}" '
            f'width="{wide:g}" height="{bottom - top:g}" role="group" '
            'aria-label="The process as a drawing; the list below says the same in words">',
            f'<defs><marker id="{tip}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" '
            'orient="auto"><path d="M0 0 L8 4 L0 8 z" class="tip"/></marker></defs>',
            *(_lane(name, column, plan) for column, name in enumerate(plan.lanes)),
            *(_stage(gutter, plan) for gutter in plan.gutters if gutter.stage),
            *(_arrow(way, plan, tip) for way in plan.ways),
            *(_box(one) for one in plan.placed.values()),
            *(_label(way, plan) for way in plan.ways if way.label),
            "</svg>",
        ]
    )


def folded(text: str, columns: int) -> list[str]:
    """Text in lines of so many columns at most, a wide sign being two; a word that is longer is cut between signs."""
    return wrap(text, columns, break_on_hyphens=False, control_codes="ignore") or [""]


def _cut(text: str, columns: int) -> str:
    """The text, or its beginning with an ellipsis."""
    if width(text, control_codes="ignore") <= columns:
        return text
    return clip(text, 0, columns - 1, control_codes="ignore").rstrip() + "…"


def _shortened(lines: list[str], most: int) -> list[str]:
    return lines if len(lines) <= most else [*lines[: most - 1], _cut(f"{lines[most - 1]} {lines[most]}", CHARACTERS)]


def _plan(chart: Flipchart, elements: tuple[Element, ...], lanes: tuple[str, ...]) -> Plan:
    own = [element.lane.text if element.lane is not None else None for element in elements]
    used = [lane for lane in lanes if lane in own]
    names = [*used, ""] if any(lane not in used for lane in own) else used
    placed = {
        element.id: Placed(
            element=element, branches=(ways := ways_on(chart, element)), number=row + 1, row=row,
            column=(column := names.index(lane) if lane in used else len(names) - 1),
            lines=_shortened(folded(f"{row + 1} {element.words.shown}", CHARACTERS), MOST_LINES),
            marks=_marks(element, ways),
            x=column * COLUMN + COLUMN / 2,
        )
        for row, (element, lane) in enumerate(zip(elements, own, strict=True))
    }  # fmt: skip
    plan = Plan(lanes=names, placed=placed, gutters=_gutters(elements), width=len(names) * COLUMN)
    _ways(plan)
    _tracks(plan)
    y = float(HEAD)
    for gutter, one in zip(plan.gutters, [*placed.values(), None], strict=True):
        gutter.y = y
        y += gutter.height
        if one is not None:
            one.y = y
            y += one.height
    plan.height = y
    return plan


def _marks(element: Element, ways: tuple[BranchView, ...]) -> list[str]:
    """What no arrow says: ways that end or are left open, and which of several are taken."""
    loose = [loosely_said(way) for way in ways if way.to is None]
    marks = [line for said in loose for line in _shortened(folded(said, MARKED), 2)]
    fork = fork_said(element)
    return [*_shortened(marks, MOST_MARKS), *(folded(fork, MARKED) if fork else [])]


def _gutters(elements: tuple[Element, ...]) -> list[Gutter]:
    stages = [element.stage.shown if element.stage is not None else "" for element in elements]
    begun = [stage if stage != before else "" for stage, before in zip(stages, ["", *stages], strict=False)]
    return [*(Gutter(stage=stage) for stage in begun), Gutter()]


def _ways(plan: Plan) -> None:
    """An arrow for each way to a step that is drawn, also from a step to itself."""
    for one in plan.placed.values():
        ways = [(way.label or "", plan.placed.get(way.to or 0)) for way in one.branches]
        going = [(label, to) for label, to in ways if to is not None]
        between = min(40.0, (BOX - 30) / max(1, len(going)))
        for place, (label, to) in enumerate(going):
            exit = one.x + (place - (len(going) - 1) / 2) * between
            plan.ways.append(Way(out=one, to=to, label=" ".join(label.split()), exit=exit))


def _tracks(plan: Plan) -> None:
    """A track for each run: the leftmost way out of a box takes the lowest, so that labels stand clear."""
    entering: dict[int, int] = {}
    beside: dict[float, int] = {}
    for way in reversed(plan.ways):
        below, above = plan.gutters[way.out.row + 1], plan.gutters[way.to.row]
        way.first, below.tracks = below.tracks, below.tracks + 1
        if above is not below:
            way.last, above.tracks = above.tracks, above.tracks + 1
        place = entering.get(way.to.number, 0)
        entering[way.to.number] = place + 1
        way.entry = way.to.x + (0, -16, 16, -32, 32, -48, 48)[place % 7]
        channel = (way.to.column + (1 if way.out.x > way.to.x else 0)) * COLUMN
        place = beside.get(channel, 0)
        beside[channel] = place + 1
        way.beside = channel + (0, -4, 4)[place % 3]


def _track(gutter: Gutter, place: int) -> float:
    return gutter.y + (30 if gutter.stage else 0) + 4 + (place + 0.6) * TRACK


def _arrow(way: Way, plan: Plan, tip: str) -> str:
    below, above = plan.gutters[way.out.row + 1], plan.gutters[way.to.row]
    start, end = way.out.y + way.out.height, way.to.y - 2
    if above is below and abs(way.exit - way.entry) < 1:
        path = f"M{way.exit:g} {start:g} V{end:g}"
    elif above is below:
        path = f"M{way.exit:g} {start:g} V{_track(below, way.first):g} H{way.entry:g} V{end:g}"
    else:
        path = (
            f"M{way.exit:g} {start:g} V{_track(below, way.first):g} H{way.beside:g} "
            f"V{_track(above, way.last):g} H{way.entry:g} V{end:g}"
        )
    return f'<path class="flow" d="{path}" marker-end="url(#{tip})"/>'


def _label(way: Way, plan: Plan) -> str:
    short = _cut(way.label, LONGEST_LABEL)
    y = _track(plan.gutters[way.out.row + 1], way.first) - 4
    room = plan.width - way.exit > width(short, control_codes="ignore") * LETTER
    side, anchor = (5, "start") if room else (-5, "end")
    return f'<text class="way" x="{way.exit + side:g}" y="{y:g}" text-anchor="{anchor}">{escape(short)}</text>'


def _lane(name: str, column: int, plan: Plan) -> str:
    x = column * COLUMN
    lines = _shortened(folded(name or "Not said who", MARKED), 3)
    words = "".join(
        f'<tspan x="{x + COLUMN / 2}" dy="{0 if place == 0 else 18}">{escape(line)}</tspan>'
        for place, line in enumerate(lines)
    )
    border = f'<line class="band" x1="{x}" x2="{x}" y1="0" y2="{plan.height:g}"/>' if column else ""
    return f'{border}<text class="lane" y="{HEAD - 14 - (len(lines) - 1) * 18}" text-anchor="middle">{words}</text>'


def _stage(gutter: Gutter, plan: Plan) -> str:
    return (
        f'<line class="stage-line" x1="0" x2="{plan.width:g}" y1="{gutter.y + 26:g}" y2="{gutter.y + 26:g}"/>'
        f'<text class="stage" x="4" y="{gutter.y + 19:g}">{escape(_cut(gutter.stage, LONGEST_STAGE))}</text>'
    )


def _box(one: Placed) -> str:
    words = "".join(
        f'<tspan x="{one.x:g}" dy="{0 if place == 0 else LINE}">{escape(line)}</tspan>'
        for place, line in enumerate(one.lines)
    )
    below = one.y + 24 + len(one.lines) * LINE + 2
    marks = "".join(
        f'<tspan x="{one.x:g}" dy="{0 if place == 0 else MARK}">{escape(line)}</tspan>'
        for place, line in enumerate(one.marks)
    )
    return (
        f'<a href="#thread-{one.element.id}">{_shape(one)}<text class="box" x="{one.x:g}" y="{one.y + 24:g}" '
        f'text-anchor="middle">{words}</text>'
        + (f'<text class="below" x="{one.x:g}" y="{below:g}" text-anchor="middle">{marks}</text>' if marks else "")
        + "</a>"
    )


def _shape(one: Placed) -> str:
    left, right, top, bottom = one.x - BOX / 2, one.x + BOX / 2, one.y, one.y + one.height
    middle, kind = (top + bottom) / 2, one.element.kind
    if kind is ElementKind.DECISION:
        points = (
            f"{left - 10:g},{middle:g} {left + 2:g},{top:g} {right - 2:g},{top:g} {right + 10:g},{middle:g} "
            f"{right - 2:g},{bottom:g} {left + 2:g},{bottom:g}"
        )
        return f'<polygon class="shape decision" points="{points}"/>'
    if kind is ElementKind.DOCUMENT:
        path = f"M{left:g} {top:g} H{right - 14:g} L{right:g} {top + 14:g} V{bottom:g} H{left:g} z"
        return f'<path class="shape" d="{path}"/>'
    rounded = {ElementKind.WAIT: 18, ElementKind.END: 18}.get(kind, 4)
    place = f'x="{left:g}" y="{top:g}" width="{BOX}" height="{one.height}" rx="{rounded}"'
    return f'<rect class="shape {kind.value}" {place}/>'
