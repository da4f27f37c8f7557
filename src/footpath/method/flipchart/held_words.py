"""Every text of type Words that something holds, whatever it stands in, and changing
it where it stands.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, TypeVar, cast, get_args

from msgspec import Struct
from msgspec.structs import fields, replace

from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.things.things import Element, Experience, Note, Thing
from footpath.method.words.veils import Change, sealed
from footpath.method.words.words import Words, uncovered

S = TypeVar("S", bound=Struct)


@cache
def _wordy(kind: type[Struct]) -> tuple[str, ...]:
    """The fields of a structure that can hold Words; the others, long lists of ids among them,
    are not looked at.
    """
    return tuple(field.name for field in fields(kind) if _can_hold_words(field.type))


def _can_hold_words(kind: Any) -> bool:
    if isinstance(kind, type) and issubclass(kind, Struct):
        return issubclass(kind, Words) or bool(_wordy(kind))
    return any(_can_hold_words(part) for part in get_args(kind))


def words_within(held: object) -> Iterator[Words]:
    """Every text of type Words in something."""
    if isinstance(held, Words):
        yield held
    elif isinstance(held, Struct):
        for name in _wordy(type(held)):
            yield from words_within(getattr(held, name))
    elif isinstance(held, list | tuple | set):
        for one in cast("Iterable[object]", held):
            yield from words_within(one)


def beside(thing: Thing) -> Iterator[tuple[str, Words]]:
    """Every text that a thing has beside its wordings, with the name of the field in which it
    stands. What a line said beside its wording before is kept with its entry.
    """
    for name in _wordy(type(thing)):
        if name == "wordings":
            yield from (("why", one.why) for one in thing.wordings if one.why is not None)
        elif name != "beside":
            yield from ((name, words) for words in words_within(getattr(thing, name)))


def changed(held: object, name: str, change: Change) -> object:
    """The same with every text in it changed; what holds none is given back as it is."""
    if isinstance(held, Words):
        return change(name, held)
    if isinstance(held, tuple | list):
        parts = cast("tuple[object, ...] | list[object]", held)
        return type(parts)(changed(part, name, change) for part in parts)
    if isinstance(held, dict):
        return {
            key: changed(part, name, change)
            for key, part in cast("dict[object, object]", held).items()
        }
    return every(held, change) if isinstance(held, Struct) else held


def every(held: S, change: Change) -> S:
    """A frozen structure with every text in it changed."""
    differ = dict[str, object]()
    for name in _wordy(type(held)):
        old = getattr(held, name)
        new = changed(old, name, change) if old is not None else None
        if new is not old and new != old:
            differ[name] = new
    return replace(held, **differ) if differ else held


def change_words(chart: Flipchart, things: Iterable[Thing], change: Change) -> None:
    """Change the words of these things on the flipchart, earlier wordings and what an
    undo would put too.
    """
    ids = set[int]()
    for thing in things:
        ids |= {thing.id, *((thing.private_id,) if thing.private_id is not None else ())}
        side = thing.side if isinstance(thing, Note | Experience) else None
        before = [sealed(words) for _, words in beside(thing)]
        for name in _wordy(type(thing)):
            setattr(thing, name, changed(getattr(thing, name), name, change))
        after = [sealed(words) for _, words in beside(thing)]
        chart.put_beside.changed(thing.private_id or thing.id, before, after)
        _known_by_words(chart, thing, side, change)
    for slips in chart.slip_lists():
        for place, slip in enumerate(slips):
            undoing = slip.undoing
            if undoing is None or not undoing.words_of:
                continue
            if getattr(undoing, undoing.words_of, None) in ids:
                undoing = every(undoing, lambda name, words: uncovered(change(name, words)))
                slips[place] = replace(slip, undoing=undoing)


def _known_by_words(chart: Flipchart, thing: Thing, side: Words | None, change: Change) -> None:
    """What the flipchart knows by a thing's words: sides, lanes and stages, and when each
    text was first said.
    """
    if (
        isinstance(thing, Note | Experience)
        and side is not None
        and thing.side is not None
        and side != thing.side
    ):
        told = chart.sided.get(side.shown, set[int]())
        told.discard(thing.id)
        if not told:
            chart.sided.pop(side.shown, None)
        chart.sided.setdefault(thing.side.shown, set()).add(thing.id)
    if isinstance(thing, Element):
        for name, named in (("lane", chart.lanes), ("stage", chart.stages)):
            kept = [(id, change(name, words) if id == thing.id else words) for id, words in named]
            named.clear()
            named.update(dict.fromkeys(kept))
        chart.touch("sheet", "process")
