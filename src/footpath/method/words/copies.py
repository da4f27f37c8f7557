"""Copies: somebody's words inside other words, whatever their case and punctuation (C8, E10).

A copy is exact where a whole text of four words or more, or any eight words in a row, stand in
another text. It is near where five to seven words in a row do, or where it stands there with some
words changed (`near_copies.py`).
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from footpath.method.words.comparing import keys_in, words_in
from footpath.method.words.near_copies import NearCopies, Text, TooMuch, line

SHORTEST_WHOLE = 4
"""Words that a text must have so that it is looked for as a whole."""
IN_A_ROW = 8
"""Words in a row that are a copy, of whatever text."""
NEAR_IN_A_ROW = 5
"""Words in a row that come near to one."""


class Said(Struct, frozen=True, kw_only=True):
    """A text, and when it was said: by its entry in the record, never by a time
    that somebody gave.
    """

    text: str
    number: int = 0
    by: int | None = None
    """Whose it is. What is looked for does not count in their own words."""
    reached: int | None = None
    """Of a text that is looked for: with which entry it reached others, where
    that was not its own.
    """
    strictly: bool = False
    """Whether what is looked for counts in its author's own words too."""


class Copies(Struct, frozen=True):
    """What was found in a text: where exact copies begin and end, and whether
    anything comes near.
    """

    exact: tuple[tuple[int, int], ...] = ()
    near: bool = False


Since = dict[tuple[int | None, bool], tuple[int, int]]
"""By whose some words are, and whether they count in their own: since which entry they are said,
and since which others could have copied them.
"""


class Withheld:
    """Texts that are looked for in others. A text counts only where others could have copied it:
    what came earlier is no copy, nor is what was said before it had reached anybody else. First is
    who stands first in the record, whoever typed it: a time can be chosen.
    """

    def __init__(self, texts: Iterable[Said]) -> None:
        """Learn what to look for."""
        self._exact: dict[tuple[str, ...], Since] = {}
        self._rows: dict[tuple[str, ...], Since] = {}
        self._near = NearCopies()
        self._near_since: list[Since] = []
        learnt: dict[tuple[str, ...], Since] = {}
        for said in texts:
            keys = tuple(keys_in(said.text))
            if len(keys) >= SHORTEST_WHOLE:
                _since(learnt.setdefault(keys, {}), said)
        for keys, since in learnt.items():
            self._learn(keys, since)
        self._sizes = dict[str, list[int]]()
        for row in sorted(self._exact, key=len, reverse=True):
            sizes = self._sizes.setdefault(row[0], [])
            if len(row) not in sizes[-1:]:
                sizes.append(len(row))

    def _learn(self, keys: tuple[str, ...], since: Since) -> None:
        if len(keys) < IN_A_ROW:
            _earliest(self._exact.setdefault(keys, {}), since)
        for rows, size in ((self._exact, IN_A_ROW), (self._rows, NEAR_IN_A_ROW)):
            for start in range(len(keys) - size + 1):
                _earliest(rows.setdefault(keys[start : start + size], {}), since)
        self._near_since += [since for _ in self._near.learn(keys)]

    @property
    def work(self) -> int:
        """What looking for near copies has cost so far: pairs of words counted,
        and words weighed.
        """
        return self._near.work

    def look(self, wordings: Sequence[Said]) -> Copies:
        """What of it stands in the last of a text's wordings, and did not stand in an
        earlier one first.
        """
        if not self._exact and not self._rows:
            return Copies()
        keys = keys_in(wordings[-1].text)
        own = _lines(wordings[:-1])
        copied = self._exactly(keys, own, wordings[-1])
        near = self._in_a_row(keys, copied, own, wordings[-1]) or self._nearly(
            keys, copied, wordings
        )
        return Copies(_spans(wordings[-1].text, copied), near)

    def _exactly(self, keys: list[str], own: list[tuple[str, Said]], last: Said) -> list[bool]:
        copied = [False] * len(keys)
        for start, key in enumerate(keys):
            for size in self._sizes.get(key, ()):
                row = tuple(keys[start : start + size])
                since = self._exact.get(row) if len(row) == size else None
                if since is not None and _counts(since, _first(row, own, last)):
                    copied[start : start + size] = [True] * size
                    break
        return copied

    def _in_a_row(
        self, keys: list[str], copied: list[bool], own: list[tuple[str, Said]], last: Said
    ) -> bool:
        for start in range(len(keys) - NEAR_IN_A_ROW + 1):
            row = tuple(keys[start : start + NEAR_IN_A_ROW])
            since = None if all(copied[start : start + NEAR_IN_A_ROW]) else self._rows.get(row)
            if since is not None and _counts(since, _first(row, own, last)):
                return True
        return False

    def _nearly(self, keys: list[str], copied: list[bool], wordings: Sequence[Said]) -> bool:
        """Whether it comes near to what was said before; also where too much comes into
        question to be weighed.
        """

        def counts(number: int, first: Said = wordings[-1]) -> bool:
            return _counts(self._near_since[number], first)

        try:
            near = self._near.near(Text(keys, copied), counts)
            if len(wordings) == 1:
                return next(near, None) is not None
            found = set(near)
            earlier = [Text(keys_in(one.text)) for one in wordings[:-1]] if found else []
            first = dict(self._near.said_in(earlier, found))
        except TooMuch:
            return True
        return any(counts(number, wordings[first.get(number, -1)]) for number in found)


def _since(since: Since, said: Said) -> None:
    reached = said.number if said.reached is None else said.reached
    _earliest(since, {(said.by, said.strictly): (said.number, reached)})


def _earliest(since: Since, other: Since) -> None:
    for whose, said in other.items():
        number, reached = since.get(whose, said)
        since[whose] = (min(number, said[0]), min(reached, said[1]))


def _counts(since: Since, own: Said) -> bool:
    """Whether these words of somebody's could have been copied: whether others had received them
    when these were said; or whether they are the same person's, who wants them nowhere.
    """
    return any(
        strictly and number < own.number
        if by is not None and by == own.by
        else reached < own.number
        for (by, strictly), (number, reached) in since.items()
    )


def _lines(wordings: Sequence[Said]) -> list[tuple[str, Said]]:
    return [(line(keys_in(one.text)), one) for one in wordings]


def _first(row: tuple[str, ...], own: list[tuple[str, Said]], last: Said) -> Said:
    """The first of the wordings that has these words in a row."""
    words = line(row)
    return next((said for earlier, said in own if words in earlier), last)


def _spans(text: str, copied: list[bool]) -> tuple[tuple[int, int], ...]:
    """Where the words that are copies begin and end, neighbours in one."""
    if True not in copied:
        return ()
    words, found, start = words_in(text), list[tuple[int, int]](), None
    for place, is_copied in enumerate((*copied, False)):
        if is_copied and start is None:
            start = place
        elif not is_copied and start is not None:
            found.append((words[start].start, words[place - 1].end))
            start = None
    return tuple(found)


class Looking(Struct, frozen=True, kw_only=True):
    """Words that were taken back and of which copies are still looked for: kept until then, and
    received by nobody.
    """

    by: int | None
    """Who took them back."""
    about: tuple[int, ...]
    let_stand: frozenset[int]
    said: tuple[Said, ...]
    offered: tuple[Said, ...] = ()
    """Others' corrections among it that were taken: whoever offered them had said them before."""
    title_of: int | None = None
    """The story whose title it is that was taken back, and stays with others."""


class Looked(Struct, frozen=True, kw_only=True):
    """What came of it, as far as who took the words back may know: in how many places copies are
    covered, and are not.

    `at` in milliseconds since 1970, UTC.
    """

    at: int
    covered: int
    left: int
    taken: int = 0
    """The entry by which the words were taken back."""


def passages_in(text: str, passage: str) -> list[tuple[int, int]]:
    """Where a passage stands in a text as words of its own, whatever the case, accents
    kept, and punctuation.
    """
    wanted, words = [word.key for word in words_in(passage)], words_in(text)
    starts = range(len(words) - len(wanted) + 1) if wanted else range(0)
    return [
        (words[at].start, words[at + len(wanted) - 1].end)
        for at in starts
        if [word.key for word in words[at : at + len(wanted)]] == wanted
    ]
