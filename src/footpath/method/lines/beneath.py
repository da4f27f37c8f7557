"""What lies beneath lines of the outline, worked out for many at once: on how much they rest,
and on whose words.

What lies beneath hundreds of lines is looked at once for all of them. What lies near those that
somebody was left out of (O6) is found for all of these together (`nearness`), since it cannot be
told from what their sources rest on.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import reduce
from itertools import chain
from operator import attrgetter, or_
from typing import NamedTuple

from msgspec import Struct

from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.holding import Key
from footpath.method.lines.nearness import Nearness
from footpath.method.lines.resting import (
    counted_beneath,
    resting_on,
    whose,
)
from footpath.method.lines.tracing import is_line, sources, walk_back
from footpath.method.lines.what_matters import Facts, Set, facts_of, stamp
from footpath.method.loops import lowest_first
from footpath.method.things.things import Aim, SharedValue, Thing
from footpath.method.wire.sheets import RestsView


class Known(Struct, frozen=True):
    """A line: what everybody is told of what it rests on, and who has words beneath it."""

    told: RestsView
    hands: int


class Below(NamedTuple):
    """What lies beneath: past other lines what is counted, and up to the next lines those
    whose words it is.
    """

    stories: int = 0
    notes: int = 0
    is_apart: bool = False
    """Whether somebody was left out of a line among it."""
    hands: int = 0
    tellers: int = 0


NOTHING = Below()
_HANDS, _TELLERS = attrgetter("hands"), attrgetter("tellers")
_NO_THINGS = frozenset({"sheet", "people", "dots", "copies", "slips", "gaps", "rests", "veils"})
"""Collections of which the keys are no things."""


class Beneath:
    """What lies beneath each line, kept so at a cost that follows what changed and what lies
    beneath the same lines.
    """

    def __init__(self, chart: Flipchart) -> None:
        """Look at every line."""
        self.lines: dict[int, Known] = {}
        self._facts: dict[int, Facts] = {}
        self._said_of: dict[int, set[int]] = {}
        """The lines of which something was said for these words, which they may be
        left out of since.
        """
        self._under: dict[int, set[int]] = {}
        """What lay over each thing: lines rest on a group that was dissolved, which its
        notes know no more.
        """
        self._lines_of = Counter[int]()
        self._people = Set()
        self._look_at(chart, [id for id, thing in chart.things.items() if is_line(thing)])

    def has_lines(self, person: int) -> bool:
        """Whether a line of the outline rests on somebody's words, or they
        said something of one.
        """
        return self._lines_of[person] > 0

    def follow(self, chart: Flipchart, touched: Iterable[Key]) -> set[Key]:
        """Take in what was touched; gives what is seen otherwise because of it."""
        changed = set[int]()
        for id in _things_among(chart, touched):
            known = self._facts.get(id)
            if (
                known is not None
                and known.stamp is not None
                and known.stamp == stamp(chart.things.get(id))
            ):
                continue
            if known is None and not self._matters(chart, id):
                continue
            facts = facts_of(chart, id, self._people)
            if facts is None or facts != known:
                changed.add(id)
                self._facts.pop(id, None)
        return self._look_at(chart, self._above(chart, changed)) if changed else set()

    def _matters(self, chart: Flipchart, id: int) -> bool:
        """Whether a line can have come to rest on it, or it is one."""
        return (
            id in chart.cited_by
            or id in self._said_of
            or id not in chart.things
            or is_line(chart.things[id])
        )

    def _above(self, chart: Flipchart, ids: Collection[int]) -> set[int]:
        """The lines that rest on these, also through other lines, and those among them."""
        met, waiting = set[int](), list(ids)
        while waiting:
            id = waiting.pop()
            if id not in met:
                met.add(id)
                over = (
                    chart.cited_by.get(id, ()),
                    self._said_of.get(id, ()),
                    self._under.get(id, ()),
                )
                waiting += chain.from_iterable(over)
        return {
            id
            for id in met
            if id in self.lines or (id in chart.things and is_line(chart.things[id]))
        }

    def _look_at(self, chart: Flipchart, lines: Collection[int]) -> set[Key]:
        changed = set[Key]()
        found = dict(self._known(chart, lines))
        for id in lines:
            before, now = self.lines.pop(id, None), found.get(id)
            if now is not None:
                self.lines[id] = now
            if before == now:
                continue
            changed.add(("rests", id))
            gone, come = (one.hands if one is not None else 0 for one in (before, now))
            for person in self._people.within(gone ^ come):
                had = self.has_lines(person)
                self._lines_of[person] += 1 if come & self._people.bit(person) else -1
                if had != self.has_lines(person):
                    changed.add(("people", person))
        return changed

    def _known(self, chart: Flipchart, lines: Collection[int]) -> Iterator[tuple[int, Known]]:
        """What is known now of those of the lines that everybody reads."""
        stories, notes, below = Set(), Set(), dict[int, Below]()
        looped = set[int]()
        for group in self._downwards(chart, lines):
            self._weigh(group, below, stories, notes)
            looped.update(group if len(group) > 1 else ())
        shown = {
            id: one for id in lines if (one := self._facts.get(id)) is not None and one.is_shown
        }
        # a line does not rest on itself, nor on what was left out of it
        near = Nearness(chart, (id for id, one in shown.items() if one.left_out or id in looped))
        hands, tellers = (
            near.gathered(lambda id, of=of: of(self._facts[id])) for of in (_HANDS, _TELLERS)
        )
        for id, one in shown.items():
            found = self._joined(one, below)
            if id in hands:
                found = found._replace(hands=hands[id], tellers=tellers[id])
            yield id, self._line(chart, chart.things[id], found, stories)

    def _weigh(self, group: list[int], below: dict[int, Below], stories: Set, notes: Set) -> None:
        """Keep what lies beneath things, with them; of those that lie beneath each other it
        is the same for all.

        Whose words it is goes through no line (`near`), so that this is the same only for those
        which no line parts.
        """
        each = {
            id: self._with(id, self._joined(self._facts[id], below), stories, notes) for id in group
        }
        if len(group) == 1:
            below.update(each)
            return
        counted = _together(each.values())
        for id in (lines := [id for id in group if self._facts[id].is_line]):
            below[id] = counted._replace(hands=each[id].hands, tellers=each[id].tellers)
        rest = set(group).difference(lines)
        for part in lowest_first(rest, lambda id: rest.intersection(self._facts[id].sources)):
            near = _together(
                self._with(id, self._joined(self._facts[id], below), stories, notes) for id in part
            )
            below |= {id: counted._replace(hands=near.hands, tellers=near.tellers) for id in part}

    def _with(self, id: int, found: Below, stories: Set, notes: Set) -> Below:
        """What lies beneath a thing, with the thing."""
        one = self._facts[id]
        near = NOTHING if one.is_line else found
        return Below(
            found.stories | (stories.bit(one.story) if one.counts and one.story is not None else 0),
            found.notes | (notes.bit(id) if one.counts and one.story is None else 0),
            found.is_apart or len(one.left_out) > 0,
            near.hands | one.hands,
            near.tellers | one.tellers,
        )

    def _joined(self, one: Facts, below: dict[int, Below]) -> Below:
        """What lies beneath the sources of a thing, with these."""
        if not one.sources:
            return NOTHING
        found = [below[source] for source in one.sources if source in below]
        if len(found) < 2:
            return found[0] if found else NOTHING
        return _together(found)

    def _line(self, chart: Flipchart, line: Thing, below: Below, stories: Set) -> Known:
        one, hands = self._facts[line.id], below.hands
        for who, id in one.answered:
            self._said_of.setdefault(id, set()).add(line.id)
            known = self._facts.get(id)
            words_of = (
                known.hands
                if known is not None
                else self._people.of(whose(chart, chart.things[id]))
            )
            hands |= words_of & self._people.bit(who)
        said, tellers = "", list[int]()
        if isinstance(line, Aim):
            said = _said(chart, line, below, [*stories.within(below.stories)][:2], one)
        elif isinstance(line, SharedValue):
            tellers = list(self._people.within(below.tellers))
        return Known(told=RestsView(said=said, tellers=tuple(sorted(tellers))), hands=hands)

    def _downwards(self, chart: Flipchart, lines: Collection[int]) -> list[list[int]]:
        """All that lies beneath lines, what lies lowest first."""

        def sources_of(id: int) -> tuple[int, ...]:
            known = self._facts.get(id)
            if known is None and (known := facts_of(chart, id, self._people)) is not None:
                self._facts[id] = known
                for source in known.sources:
                    self._under.setdefault(source, set()).add(id)
            return known.sources if known is not None else ()

        return lowest_first((id for id in lines if id in chart.things), sources_of)


def _together(found: Iterable[Below]) -> Below:
    return Below(*(reduce(or_, parts) for parts in zip(*found, strict=True)))


def _said(chart: Flipchart, aim: Aim, below: Below, stories: list[int], one: Facts) -> str:
    if one.left_out or below.is_apart:
        return counted_beneath(chart, walk_back(chart, aim.id, sources))
    alone = len(stories) == 1 and len(chart.story(stories[0]).storytellers) == 1
    return resting_on(below.stories.bit_count(), below.notes.bit_count(), alone)


def _things_among(chart: Flipchart, touched: Iterable[Key]) -> set[int]:
    """The things that were touched, and the moments of stories among them: these are seen as far
    as their story is.
    """
    found = set[int]()
    for collection, id in touched:
        if collection not in _NO_THINGS and isinstance(id, int):
            found.add(id)
            if collection == "experiences" and id in chart.things:
                found |= {*chart.story(id).moments}
    return found
