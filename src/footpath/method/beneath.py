"""What lies beneath lines of the outline, worked out for many at once: on how much they rest, and on whose words.

What lies beneath hundreds of lines is looked at once for all of them. A line that somebody was left out of (O6) is
walked by itself, since what it rests on cannot be told from what its sources rest on.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import reduce
from operator import or_
from typing import NamedTuple

from msgspec import Struct, field

from footpath.method.flipchart import Flipchart
from footpath.method.holding import Key
from footpath.method.resting import counted_beneath, counts, is_in_the_outline, resting_on, story_of, whose
from footpath.method.sheets import RestsView
from footpath.method.things import Aim, Experience, Moment, Note, SharedValue, Thing
from footpath.method.tracing import is_line, near, sources, tellers_in, tellers_of, walk_back


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
    """Of a note all that this follows from: thousands can be touched at once, and hardly any is found changed."""


def _facts(chart: Flipchart, id: int, people: Set) -> Facts | None:
    thing = chart.things.get(id)
    if thing is None:
        return None
    line, told = is_line(thing), isinstance(thing, Moment | Experience)
    answers = chart.threads.answers.get(id, {}).items() if line else ()
    return Facts(
        is_line=line, is_shown=line and is_in_the_outline(chart, thing), sources=tuple(sources(thing)),
        counts=counts(chart, thing), story=story_of(thing) if told else None, hands=people.of(whose(chart, thing)),
        tellers=people.of(tellers_in(chart, thing)) if told else 0,
        left_out=frozenset(chart.threads.left_out.get(id, ())) if line else frozenset(),
        answered=tuple((who, one) for (who, _), said in answers for one in said.things),
        stamp=None if line else _stamp(thing),
    )  # fmt: skip


class Known(Struct, frozen=True):
    """A line: what everybody is told of what it rests on, and who has words beneath it."""

    told: RestsView
    hands: int


def _stamp(thing: Thing | None) -> tuple[object, ...] | None:
    if not isinstance(thing, Note):
        return None
    gone = (thing.deleted, thing.withdrawn, thing.hidden is None, thing.held)
    return (*gone, thing.parked is None, thing.kind, thing.by, *thing.about)


class Below(NamedTuple):
    """What lies beneath: past other lines what is counted, and up to the next lines those whose words it is."""

    stories: int = 0
    notes: int = 0
    is_apart: bool = False
    """Whether somebody was left out of a line among it."""
    hands: int = 0
    tellers: int = 0


NOTHING = Below()
_NO_THINGS = frozenset({"sheet", "people", "dots", "copies", "gaps", "rests"})
"""Collections of which the keys are no things."""


class Beneath:
    """What lies beneath each line, kept so at a cost that follows what changed and what lies beneath the same lines."""

    def __init__(self, chart: Flipchart) -> None:
        """Look at every line."""
        self.lines: dict[int, Known] = {}
        self._facts: dict[int, Facts] = {}
        self._said_of: dict[int, set[int]] = {}
        """The lines of which something was said for these words, which they may be left out of since."""
        self._lines_of = Counter[int]()
        self._people = Set()
        self._look_at(chart, [id for id, thing in chart.things.items() if is_line(thing)])

    def has_lines(self, person: int) -> bool:
        """Whether a line of the outline rests on somebody's words, or they said something of one."""
        return self._lines_of[person] > 0

    def follow(self, chart: Flipchart, touched: Iterable[Key]) -> set[Key]:
        """Take in what was touched; gives what is seen otherwise because of it."""
        changed = set[int]()
        for id in _things_among(chart, touched):
            known = self._facts.get(id)
            if known is not None and known.stamp is not None and known.stamp == _stamp(chart.things.get(id)):
                continue
            if known is None and not self._matters(chart, id):
                continue
            facts = _facts(chart, id, self._people)
            if facts is None or facts != known:
                changed.add(id)
                self._facts.pop(id, None)
        return self._look_at(chart, self._above(chart, changed)) if changed else set()

    def _matters(self, chart: Flipchart, id: int) -> bool:
        """Whether a line can have come to rest on it, or it is one."""
        return id in chart.cited_by or id in self._said_of or id not in chart.things or is_line(chart.things[id])

    def _above(self, chart: Flipchart, ids: Collection[int]) -> set[int]:
        """The lines that rest on these, also through other lines, and those among them."""
        met, waiting = set[int](), list(ids)
        while waiting:
            id = waiting.pop()
            if id not in met:
                met.add(id)
                waiting += [*chart.cited_by.get(id, ()), *self._said_of.get(id, ())]
        return {id for id in met if id in self.lines or (id in chart.things and is_line(chart.things[id]))}

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
        order, loops = self._downwards(chart, lines)
        stories, notes, below, changed = Set(), Set(), dict[int, Below](), True
        while changed:
            changed = False
            for id in order:
                now = self._with(id, self._joined(self._facts[id], below), stories, notes)
                changed = changed or (loops and below.get(id) != now)
                below[id] = now
        for id in lines:
            one = self._facts.get(id)
            if one is not None and one.is_shown:
                yield id, self._line(chart, chart.things[id], self._joined(one, below), stories)

    def _with(self, id: int, found: Below, stories: Set, notes: Set) -> Below:
        """What lies beneath a thing, with the thing."""
        one = self._facts[id]
        near = NOTHING if one.is_line else found
        return Below(
            found.stories | (stories.bit(one.story) if one.counts and one.story is not None else 0),
            found.notes | (notes.bit(id) if one.counts and one.story is None else 0),
            found.is_apart or len(one.left_out) > 0, near.hands | one.hands, near.tellers | one.tellers,
        )  # fmt: skip

    def _joined(self, one: Facts, below: dict[int, Below]) -> Below:
        """What lies beneath the sources of a thing, with these."""
        if not one.sources:
            return NOTHING
        found = [below[source] for source in one.sources if source in below]
        if len(found) < 2:
            return found[0] if found else NOTHING
        return Below(*(reduce(or_, parts) for parts in zip(*found, strict=True)))

    def _line(self, chart: Flipchart, line: Thing, below: Below, stories: Set) -> Known:
        one, hands = self._facts[line.id], below.hands
        if one.left_out or isinstance(line, Note):  # a note can be about what is about it
            hands = self._people.of(who for id in near(chart, line.id) for who in whose(chart, chart.things[id]))
        for who, id in one.answered:
            self._said_of.setdefault(id, set()).add(line.id)
            hands |= self._people.of({who} & set(whose(chart, chart.things[id])))
        said, tellers = "", list[int]()
        if isinstance(line, Aim):
            said = _said(chart, line, below, [*stories.within(below.stories)][:2], one)
        elif isinstance(line, SharedValue):
            tellers = tellers_of(chart, line) if one.left_out else list(self._people.within(below.tellers))
        return Known(told=RestsView(said=said, tellers=tuple(sorted(tellers))), hands=hands)

    def _downwards(self, chart: Flipchart, lines: Collection[int]) -> tuple[list[int], bool]:
        """All that lies beneath lines, what lies lowest first; and whether something lies beneath itself."""
        order, open_still, done, loops = list[int](), set[int](), set[int](), False
        waiting = [(id, False) for id in lines if id in chart.things]
        while waiting:
            id, is_left = waiting.pop()
            if is_left:
                open_still.discard(id)
                done.add(id)
                order.append(id)
            elif id not in done and id not in open_still:
                if id not in self._facts and (facts := _facts(chart, id, self._people)) is not None:
                    self._facts[id] = facts
                beneath = self._facts[id].sources
                if not beneath:
                    done.add(id)
                    order.append(id)
                    continue
                open_still.add(id)
                waiting.append((id, True))
                waiting += [(one, False) for one in beneath if one not in done]
            else:
                loops = loops or id in open_still
        return order, loops


def _said(chart: Flipchart, aim: Aim, below: Below, stories: list[int], one: Facts) -> str:
    if one.left_out or below.is_apart:
        return counted_beneath(chart, walk_back(chart, aim.id, sources))
    alone = len(stories) == 1 and len(chart.story(stories[0]).storytellers) == 1
    return resting_on(below.stories.bit_count(), below.notes.bit_count(), alone)


def _things_among(chart: Flipchart, touched: Iterable[Key]) -> set[int]:
    """The things that were touched, and the moments of stories among them: these are seen as far as their story is."""
    found = set[int]()
    for collection, id in touched:
        if collection not in _NO_THINGS and isinstance(id, int):
            found.add(id)
            if collection == "experiences" and id in chart.things:
                found |= {*chart.story(id).moments}
    return found
