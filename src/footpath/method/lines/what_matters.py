"""What of each thing matters to the lines that rest on it."""

from collections.abc import Iterable, Iterator

from msgspec import Struct, field

from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.lines.resting import (
    counts,
    is_in_the_outline,
    story_of,
    whose,
)
from footpath.method.lines.tracing import is_line, sources, tellers_in
from footpath.method.things.things import Experience, Moment, Note, Thing


class Set(Struct):
    """Persons or things as the bits of a number, so that sets of thousands are joined at once."""

    ids: list[int] = field(default_factory=list[int])
    places: dict[int, int] = field(default_factory=dict[int, int])

    def bit(self, id: int) -> int:
        """The number for one."""
        place = self.places.get(id)
        if place is None:
            place = self.places[id] = len(self.ids)
            self.ids.append(id)
        return 1 << place

    def of(self, ids: Iterable[int]) -> int:
        """The number for these."""
        found = 0
        for id in ids:
            found |= self.bit(id)
        return found

    def within(self, mask: int) -> Iterator[int]:
        """Those for whom a number stands."""
        while mask:
            yield self.ids[(mask & -mask).bit_length() - 1]
            mask &= mask - 1


class Facts(Struct, frozen=True):
    """What of a thing matters to the lines that rest on it; of a line, what matters to itself."""

    is_line: bool
    is_shown: bool
    sources: tuple[int, ...]
    counts: bool
    story: int | None
    hands: int
    tellers: int
    left_out: frozenset[int]
    answered: tuple[tuple[int, int], ...]
    """Who said something of the line, and for which words of theirs."""
    stamp: tuple[object, ...] | None
    """Of a note all that this follows from: thousands can be touched at once, and hardly
    any is found changed.
    """


def facts_of(chart: Flipchart, id: int, people: Set) -> Facts | None:
    thing = chart.things.get(id)
    if thing is None:
        return None
    line, told = is_line(thing), isinstance(thing, Moment | Experience)
    answers = chart.threads.answers.get(id, {}).items() if line else ()
    return Facts(
        is_line=line,
        is_shown=line and is_in_the_outline(chart, thing),
        sources=tuple(sources(thing)),
        counts=counts(chart, thing),
        story=story_of(thing) if told else None,
        hands=people.of(whose(chart, thing)),
        tellers=people.of(tellers_in(chart, thing)) if told else 0,
        left_out=frozenset(chart.threads.left_out.get(id, ())) if line else frozenset(),
        answered=tuple((who, one) for (who, _), said in answers for one in said.things),
        stamp=None if line else stamp(thing),
    )


def stamp(thing: Thing | None) -> tuple[object, ...] | None:
    if not isinstance(thing, Note):
        return None
    gone = (thing.deleted, thing.withdrawn, thing.hidden is None, thing.held)
    return (*gone, thing.parked is None, thing.kind, thing.by, *thing.about)
