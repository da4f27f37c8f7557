"""Where copies of somebody's words stand, shown to them before they take these back (E10)."""

from collections.abc import Iterable

from msgspec import Struct

from footpath.method import Flipchart
from footpath.method.own_words.copies_elsewhere import Copy
from footpath.method.things.kinds import look_of
from footpath.method.things.things import AUTHORED, Note, Thing


class TextPart(Struct, frozen=True):
    """Part of a text; whether it is a copy."""

    text: str
    is_copy: bool


class CopiedInto(Struct, frozen=True):
    """A thing in which copies stand: what it is, and its texts in pieces."""

    id: int
    name: str
    is_groups: bool
    texts: tuple[tuple[TextPart, ...], ...]


def places_of(chart: Flipchart, copies: Iterable[Copy], person: int) -> tuple[CopiedInto, ...]:
    """The places that the person may read; the others are masked without being shown to them."""
    found: dict[int, list[Copy]] = {}
    for copy in copies:
        thing = chart.things[copy.id]
        if chart.may_read(thing, person) and thing.stands and thing.hidden is None:
            found.setdefault(copy.id, []).append(copy)
    return tuple(_place(chart, chart.things[id], texts) for id, texts in found.items())


def _place(chart: Flipchart, thing: Thing, copies: list[Copy]) -> CopiedInto:
    name, whose = look_of(thing).name, ""
    if isinstance(thing, Note) and thing.number is not None:
        name = f"{name} {thing.number}"
    if isinstance(thing, AUTHORED):
        whose = ", unnamed" if chart.is_nameless(thing) else f", by {chart.name_of(thing.by)}"
    texts = {copy.text: _pieces(copy) for copy in copies}
    return CopiedInto(
        thing.id, name + whose, not isinstance(thing, AUTHORED), tuple(texts.values())
    )


def _pieces(copy: Copy) -> tuple[TextPart, ...]:
    pieces, done = list[TextPart](), 0
    for start, end in copy.spans:
        pieces += [TextPart(copy.text[done:start], False), TextPart(copy.text[start:end], True)]
        done = end
    return tuple(piece for piece in (*pieces, TextPart(copy.text[done:], False)) if piece.text)
