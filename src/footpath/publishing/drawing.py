"""The ideal process drawn: one band for each lane, elements from left to right in order, arrows between them."""

from html import escape
from itertools import pairwise

from msgspec import Struct

from footpath.method.things import Element, ElementKind

WIDE, HIGH, GAP, LANE, LEFT = 168, 76, 44, 116, 150
CHARACTERS = 20
MOST_LINES = 3


class Placed(Struct, frozen=True, kw_only=True):
    """An element with its place: the middle of its box."""

    element: Element
    x: float
    y: float
    number: int


def drawing(elements: tuple[Element, ...], lanes: tuple[str, ...]) -> str:
    """The process as an SVG. Every box links to its line's thread; the list beside it says the same in words."""
    rows = [lane for lane in lanes if any(e.lane is not None and e.lane.text == lane for e in elements)]
    if any(e.lane is None or e.lane.text not in rows for e in elements):
        rows.append("")
    placed = _place(elements, rows)
    width, height = LEFT + len(elements) * (WIDE + GAP) + GAP, len(rows) * LANE + 2
    parts = [
        f'<svg class="drawing" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
        'aria-label="The process as a drawing; the list below says the same in words">',
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" '
        'orient="auto-start-reverse"><path d="M0 0 L8 4 L0 8 z" class="tip"/></marker></defs>',
        *(_band(name, row, width) for row, name in enumerate(rows)),
        *_arrows(placed),
        *(_box(one) for one in placed.values()),
        "</svg>",
    ]
    return "".join(parts)


def _place(elements: tuple[Element, ...], rows: list[str]) -> dict[int, Placed]:
    return {
        element.id: Placed(
            element=element, number=place + 1, x=LEFT + GAP + place * (WIDE + GAP) + WIDE / 2,
            y=rows.index(_lane(element, rows)) * LANE + LANE / 2,
        )
        for place, element in enumerate(elements)
    }  # fmt: skip


def _lane(element: Element, rows: list[str]) -> str:
    return element.lane.text if element.lane is not None and element.lane.text in rows else ""


def _band(name: str, row: int, width: int) -> str:
    top = row * LANE
    words = "".join(
        f'<tspan x="12" dy="{0 if place == 0 else 20}">{escape(line)}</tspan>'
        for place, line in enumerate(folded(name or "Nobody yet", 16)[:3])
    )
    return (
        f'<line class="band" x1="0" x2="{width}" y1="{top + LANE}" y2="{top + LANE}"/>'
        f'<text class="lane" x="12" y="{top + 30}">{words}</text>'
    )


def folded(text: str, characters: int) -> list[str]:
    """Text in lines of about so many characters."""
    lines: list[str] = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > characters:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _box(one: Placed) -> str:
    left, top, kind = one.x - WIDE / 2, one.y - HIGH / 2, one.element.kind
    lines = folded(f"{one.number} {one.element.words.shown}", CHARACTERS)
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 1], lines[MOST_LINES - 1][: CHARACTERS - 1] + "…"]
    start = one.y - (len(lines) - 1) * 10 + 5
    words = "".join(
        f'<tspan x="{one.x}" dy="{0 if place == 0 else 20}">{escape(line)}</tspan>' for place, line in enumerate(lines)
    )
    return (
        f'<a href="#thread-{one.element.id}">{_shape(kind, left, top)}<text class="box" x="{one.x}" y="{start}" '
        f'text-anchor="middle">{words}</text></a>'
    )


def _shape(kind: ElementKind, left: float, top: float) -> str:
    right, bottom, middle = left + WIDE, top + HIGH, top + HIGH / 2
    if kind is ElementKind.DECISION:
        above = f"{left - 10},{middle} {left + 14},{top} {right - 14},{top}"
        below = f"{right + 10},{middle} {right - 14},{bottom} {left + 14},{bottom}"
        return f'<polygon class="shape decision" points="{above} {below}"/>'
    if kind is ElementKind.EXCEPTION:
        return f'<rect class="shape exception" x="{left}" y="{top}" width="{WIDE}" height="{HIGH}" rx="4"/>'
    if kind is ElementKind.DOCUMENT:
        return f'<path class="shape" d="M{left} {top} H{right - 16} L{right} {top + 16} V{bottom} H{left} z"/>'
    round_ = {ElementKind.WAIT: 36, ElementKind.END: 38}.get(kind, 6)
    return f'<rect class="shape {kind.value}" x="{left}" y="{top}" width="{WIDE}" height="{HIGH}" rx="{round_}"/>'


def _arrows(placed: dict[int, Placed]) -> list[str]:
    """Named ways where there are some; otherwise on to the next element, exceptions and controls left aside."""
    aside = (ElementKind.EXCEPTION, ElementKind.CONTROL)
    order = [one for one in placed.values() if one.element.kind not in aside]
    following = {one.element.id: after for one, after in pairwise(order)}
    found: list[str] = []
    for one in placed.values():
        ways = [(b.label.shown if b.label else "", placed.get(b.to or 0)) for b in one.element.branches]
        ends = one.element.kind is ElementKind.END
        if not ways and one.element.id in following and not ends:
            ways = [("", following[one.element.id])]
        found += [_arrow(one, to, label, place) for place, (label, to) in enumerate(ways) if to is not None]
    return found


def _arrow(one: Placed, to: Placed, label: str, place: int) -> str:
    if to.number == one.number + 1 and to.y == one.y and place == 0:
        path = f"M{one.x + WIDE / 2} {one.y} H{to.x - WIDE / 2 - 2}"
        at_x, at_y = (one.x + to.x) / 2, one.y - 6
    else:
        shift = 8 + 7 * place
        out_x, lift = one.x + WIDE / 2 + shift, to.y - HIGH / 2 - 8 - 3 * place
        path = f"M{one.x + WIDE / 2} {one.y} H{out_x} V{lift} H{to.x} V{to.y - HIGH / 2 - 2}"
        at_x, at_y = out_x + 2, (one.y + lift) / 2
    words = f'<text class="way" x="{at_x}" y="{at_y}">{escape(label[:18])}</text>' if label else ""
    return f'<path class="flow" d="{path}" marker-end="url(#tip)"/>{words}'
