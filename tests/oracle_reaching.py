"""The oracle's account of who received what: the flipchart is looked at after every entry, as
everybody saw it then.
"""

from collections.abc import Sequence
from typing import Any

from footpath.method import Flipchart, Recorded, apply
from footpath.method.audiences.who_sees import look_at_thing
from footpath.method.things.things import Experience, Moment, Offer, Thing

LATE = 2**62


def received(chart: Flipchart, thing: Thing) -> set[Any]:
    """Who sees something of a thing just now."""
    if thing.id > 0 and not isinstance(thing, Moment | Experience | Offer):
        return {"everyone"}
    seen = look_at_thing(chart, thing.id).items()
    return {who for who, view in seen if getattr(view, "state", "") != "withdrawn"}


class Received:
    """After each entry of a record, who received each thing, by the id that it had first."""

    def __init__(self, record: Sequence[Recorded]) -> None:
        self.chart = Flipchart()
        self.after: dict[int, dict[int, set[Any]]] = {}
        for one in record:
            apply(self.chart, one)
            things = self.chart.things.values()
            self.after[one.number] = {
                thing.private_id or thing.id: received(self.chart, thing) for thing in things
            }

    def since(self, carrier: int | None, number: int) -> int:
        """With which entry words that were said in an entry reached anybody else than who said
        and who typed them.
        """
        thing = None if carrier is None else self.chart.find(carrier)
        if thing is None:
            return number
        own = (
            {thing.by, thing.typed_by}
            if number == thing.made_by_entry
            else {thing.by or thing.typed_by}
        )
        first = thing.private_id or thing.id
        return next(
            (n for n, seen in self.after.items() if n >= number and seen.get(first, set()) - own),
            LATE,
        )


_last: list[tuple[Sequence[Recorded], Received]] = []


def received_in(record: Sequence[Recorded]) -> Received:
    """The same of a record, read once while questions are asked about it."""
    if not _last or _last[0][0] is not record:
        _last[:] = [(record, Received(record))]
    return _last[0][1]
