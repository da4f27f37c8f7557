"""Whose turns come before a reflection: storytellers speak first about what they told (R2)."""

from collections.abc import Iterable
from functools import cached_property, reduce
from operator import or_

from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.tellers import unspoken
from footpath.method.loops import lowest_first
from footpath.method.things.things import REFLECTIONS, Experience, Moment, Note, NoteKind

Turn = tuple[int, int]
"""A story, and one of its tellers who has not finished speaking about it."""


def turns_to_wait_for(
    chart: Flipchart, kind: NoteKind, about: Iterable[int], by: int | None
) -> frozenset[Turn]:
    """The storytellers' turns that come before this reflection of somebody's, story by story.

    A storyteller's own waits for nobody, except where it is unnamed, and `by` None: seen before the
    others', it could only be the storyteller's (A3).
    """
    ids = tuple(about)
    return _Turns(chart, ids).before(ids, by) if kind in REFLECTIONS else frozenset()


def still_waiting(chart: Flipchart, notes: Iterable[Note]) -> dict[int, frozenset[Turn]]:
    """The storytellers' turns that come before each of these held notes.

    Thousands can wait for the same, or for what lies deep beneath much else: it is looked at
    once for all (L2).
    """
    held = list(notes)
    reflections = [note for note in held if note.kind in REFLECTIONS]
    turns = _Turns(chart, (id for note in reflections for id in note.about))
    none = dict.fromkeys((note.id for note in held), frozenset[Turn]())
    return none | {
        one.id: turns.before(tuple(one.about), None if one.unnamed else one.by)
        for one in reflections
    }


class _Turns:
    """The open turns of the stories on which things reflect."""

    def __init__(self, chart: Flipchart, about: Iterable[int]) -> None:
        self._chart, self._stories = chart, list[Experience]()
        self._beneath: dict[int, int] = {}
        """The stories beneath each thing, as the bits of a number."""
        self._found: dict[tuple[int | None, int | None], frozenset[Turn]] = {}
        for group in lowest_first(about, self._reflects_on):
            bits = reduce(
                or_, (self._beneath.get(one, 0) for id in group for one in self._reflects_on(id)), 0
            )
            for id in group:
                if isinstance(thing := chart.find(id), Experience):
                    bits |= 1 << len(self._stories)
                    self._stories.append(thing)
            self._beneath |= dict.fromkeys(group, bits)

    def before(self, about: tuple[int, ...], by: int | None) -> frozenset[Turn]:
        """Those that come before a reflection of somebody's about these, or about nothing and so
        about all stories.
        """
        bits = reduce(or_, (self._beneath[id] for id in about)) if about else None
        if (bits, by) not in self._found:
            self._found[bits, by] = frozenset(
                (story.id, teller)
                for story in self._of(bits)
                if by not in story.storytellers
                for teller in unspoken(self._chart, story)
            )
        return self._found[bits, by]

    def _of(self, bits: int | None) -> Iterable[Experience]:
        if bits is None:
            return self._all
        return (story for place, story in enumerate(self._stories) if bits >> place & 1)

    @cached_property
    def _all(self) -> list[Experience]:
        return [thing for thing in self._chart.things.values() if isinstance(thing, Experience)]

    def _reflects_on(self, id: int) -> list[int]:
        thing = self._chart.find(id)
        if isinstance(thing, Moment):
            return [thing.experience]
        return thing.about if isinstance(thing, Note) and thing.kind in REFLECTIONS else []
