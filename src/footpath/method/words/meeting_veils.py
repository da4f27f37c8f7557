"""Which veils over the same words cover part of what others cover; known from the letters that
each covers, without a search.
"""

from collections.abc import Iterable, Iterator

from footpath.method.words.veils import Veils, covered_by, is_for_too_many
from footpath.method.words.words import VeiledWords, Words

_Over = list[tuple[int, int]]
"""Veils, and what each covers of one text."""


def _over(words: Words) -> _Over:
    veiled = isinstance(words, VeiledWords)
    return list(zip(words.veils, words.covers, strict=True)) if veiled else []


def reaching_into_each_other(
    veils: Veils, worded: Iterable[Words], ids: set[int], about: int
) -> set[int]:
    """Of the veils over the words of a thing, those that cover part of what the given ones cover,
    and what these cover in turn: they settle together, but for one that covers more than was
    anybody's.
    """
    together = dict[int, set[int]]()
    for words in worded:
        theirs = [
            (id, covers)
            for id, covers in _over(words)
            if id in ids or (about in veils[id].places and not is_for_too_many(veils[id], about))
        ]
        for one, other in _pairs_that_meet(theirs):
            here, there = together.get(one), together.get(other)
            if here is not None and here is there:
                continue
            joined = (here or {one}) | (there or {other})
            together |= dict.fromkeys(joined, joined)
    return set[int]().union(*(together.get(id, ()) for id in ids)) - ids


def _pairs_that_meet(theirs: _Over) -> Iterator[tuple[int, int]]:
    """Of veils and what each covers of one text, as many pairs that meet as say which of them
    reach into each other, over others too.
    """
    seen = twice = 0
    for _, covers in theirs:
        twice, seen = twice | seen & covers, seen | covers
    reached = _Over()
    for id, covers in theirs:
        if not covers & twice:
            continue  # it lies by itself
        beside = _Over()
        for other, over in reached:
            if over & covers:
                covers |= over
                yield id, other
            else:
                beside.append((other, over))
        reached = [*beside, (id, covers)]


def meeting(words: Words, ids: set[int], others: set[int]) -> tuple[set[int], set[int]]:
    """Of other veils over these words, those that cover part of what the given ones cover, and
    those that cover anything which these do not; nothing is searched for.
    """
    given, theirs = covered_by(words, ids), _over(words)
    met = {id for id, covers in theirs if covers & given and id in others}
    return met, {id for id, covers in theirs if covers & ~given and id in others}
