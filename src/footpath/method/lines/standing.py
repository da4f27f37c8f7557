"""What is said of words counts while these words stand, and for no others (G10, R6, E7, O6).

Who agrees, recognises a value or says *that's what I meant* has read certain words. Of others
it is theirs once they say it again; where the words that they read come back, so does what
they said of them.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import TypeVar

from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.things.arrangement import Beside, Told
from footpath.method.things.things import Element, Moment, SharedValue, Thing, Wording
from footpath.method.words.veils import sealed
from footpath.method.words.words import Words

T = TypeVar("T")

Kept = Wording | Beside | Told
"""What a thing said, and since which entry."""
Said = tuple[tuple[int, T], ...]
"""What somebody said of a thing, each with the entry in which they did: of every
reading of it the last.
"""


def reads_as_at(chart: Flipchart, thing: Thing) -> Callable[[int], bool]:
    """Gives for the number of an entry whether the thing reads now as it did
    when that was stored.
    """
    kept = [(one, _read(one[-1])) for one in (thing.wordings, _beside(thing)) if one]
    put = chart.threads.put_over.get(thing.id, 0)

    def as_at(number: int) -> bool:
        return number > put and all(_read(_at(one, number)) == now for one, now in kept)

    return as_at


def _at(kept: Sequence[Kept], number: int) -> Kept:
    return kept[max(0, bisect_right(kept, number, key=attrgetter("entry")) - 1)]


def _read(kept: Kept) -> tuple[object, ...]:
    """What somebody reads there, as far as it is compared with what was read before."""
    if isinstance(kept, Wording):
        return (sealed(kept.words),)
    return (*map(sealed, kept.words), *kept.drawn) if isinstance(kept, Beside) else (kept.told_in,)


def _beside(thing: Thing) -> Sequence[Beside | Told]:
    if isinstance(thing, Moment):
        return thing.told
    return thing.beside if isinstance(thing, SharedValue | Element) else ()


def remember_beside(thing: SharedValue | Element, number: int) -> None:
    """Keep what a line says beside its wording, as an entry left it: a value's sentence, all
    that a step shows.

    Of a step that is its kind, lane and stage, its papers, and its ways: what each is called
    and where it leads.
    """
    words, drawn = (
        ((thing.sentence or _NOTHING,), ())
        if isinstance(thing, SharedValue)
        else _of_element(thing)
    )
    if not thing.beside or (thing.beside[-1].words, thing.beside[-1].drawn) != (words, drawn):
        thing.beside.append(Beside(entry=number, words=words, drawn=drawn))


def _of_element(step: Element) -> tuple[tuple[Words, ...], tuple[object, ...]]:
    place = (step.lane or _NOTHING, step.stage or _NOTHING)
    labels = (way.label or _NOTHING for way in step.branches)
    ways = tuple((way.to, way.ends) for way in step.branches)
    return (*place, *step.inputs, _NOTHING, *step.outputs, _NOTHING, *labels), (
        step.kind,
        step.fork,
        ways,
    )


_NOTHING = Words("")


def counting(as_at: Callable[[int], bool], said: Iterable[tuple[int, T]]) -> T | None:
    """What of it counts for the words that stand; None where nothing does."""
    return next((what for number, what in reversed([*said]) if as_at(number)), None)


def said_again(as_at: Callable[[int], bool], said: Said[T], number: int, what: T) -> Said[T]:
    """What somebody said, with what they say now instead of what counted until then."""
    return (*(one for one in said if not as_at(one[0])), (number, what))


def counted(
    chart: Flipchart, thing: Thing, said: Mapping[int, Said[T]]
) -> tuple[dict[int, T], set[int]]:
    """By person what counts for the words that stand, and who said something of
    other words alone.
    """
    as_at = reads_as_at(chart, thing)
    found = {
        person: what for person, one in said.items() if (what := counting(as_at, one)) is not None
    }
    return found, said.keys() - found.keys()
