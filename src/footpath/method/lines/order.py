"""Order: where an element of the process stands among the others (P5)."""

from footpath.method.flipchart.entries import Command, Entry, Hand, Number, Recorded, ThingId
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.grammar import Ask, Asked, Happened
from footpath.method.things.people import Who
from footpath.method.things.things import Element


def stand_before(chart: Flipchart, id: int, before: int | None) -> None:
    """An element stands before another, or at the end."""
    place = chart.elements.index(before) if before in chart.elements else len(chart.elements)
    chart.elements.insert(place, id)


class Reorder(Command, frozen=True, kw_only=True):
    """An element goes before another, or to the end (P5)."""

    about: Number
    before: Number | None = None


class ElementReordered(Entry, frozen=True, kw_only=True):
    known_to = "everyone"
    about: ThingId
    before: ThingId | None


def reorder(chart: Flipchart, command: Reorder, hand: Hand) -> list[Entry]:
    element = chart.seen(command.about, hand.typed_by, Element)
    before = (
        None if command.before is None else chart.seen(command.before, hand.typed_by, Element).id
    )
    return [ElementReordered(about=element.id, before=before)] if before != element.id else []


def element_reordered(chart: Flipchart, entry: ElementReordered, recorded: Recorded) -> None:
    place = chart.elements.index(entry.about)
    after = chart.elements[place + 1] if place + 1 < len(chart.elements) else None
    chart.remember_slip(recorded, ElementReordered(about=entry.about, before=after))
    chart.elements.remove(entry.about)
    stand_before(chart, entry.about, entry.before)
    chart.touch("sheet", "process")


ASKED: Asked = {Reorder: Ask(Who.TEXT_KEEPERS, reorder)}

HAPPENED: Happened = {ElementReordered: element_reordered}
