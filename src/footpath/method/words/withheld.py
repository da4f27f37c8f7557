"""Withheld words, as they are looked for in the texts that may leave (C8).

What is withheld anybody can make more. So it is read text by text past those that are looked
through, some of these at a time, and only what both have is kept of it: rows of words that are the
same by their hashes, which are compared word by word where one is found, and passages that have as
many pairs of words as a near copy must.
"""

from collections.abc import Callable, Generator, Iterable, Sequence
from functools import cached_property
from hashlib import blake2b
from itertools import pairwise

from msgspec import Struct

from footpath.method.words.comparing import keys_in, words_in
from footpath.method.words.copies import IN_A_ROW, NEAR_IN_A_ROW, SHORTEST_WHOLE, Said
from footpath.method.words.near_copies import (
    NearCopies,
    Pair,
    Text,
    TooMuch,
    line,
    passages_alike,
)

LOOKED_THROUGH = 200_000
"""Letters of texts that are looked through together."""
WEIGHED = 50_000
"""Words of passages that are weighed together."""

Row = tuple[str, ...]
Since = dict[tuple[int | None, bool], tuple[int, int]]
"""By whose some words are, and whether they count in their own: since which entry they are said,
and since which others could have copied them.
"""


class Copies(Struct, frozen=True):
    """What was found in a text: where exact copies begin and end, and whether
    anything comes near.
    """

    exact: tuple[tuple[int, int], ...] = ()
    near: bool = False


class Withheld:
    """Texts that are looked for in others. A text counts only where others could have copied it:
    what came earlier is no copy, nor is what was said before it had reached anybody else. First is
    who stands first in the record, whoever typed it: a time can be chosen.
    """

    def __init__(self, texts: Iterable[Said], rest: Callable[[], None] = lambda: None) -> None:
        """What to look for. Others have their turn at each `rest`."""
        self._since: dict[str, Since] = {}
        self._rest = rest
        for said in texts:
            _since(self._since.setdefault(said.text, {}), said)
        self.work = 0
        """What looking for near copies has cost so far: pairs of words counted,
        and words weighed.
        """
        self.most_kept = 0
        """Words in the rows and the passages that were kept together."""

    def look(self, wordings: Sequence[Said]) -> Copies:
        """What of it stands in the last of a text's wordings, and did not stand in an
        earlier one first.
        """
        [found] = self.look_all([wordings])
        return found

    def look_all(self, texts: Iterable[Sequence[Said]]) -> list[Copies]:
        """The same of many texts, each by its wordings."""
        if not self._since:
            return [Copies() for _ in texts]
        return [found for some in _together(texts) for found in self._look(some)]

    def _look(self, texts: list["_Looked"]) -> list[Copies]:
        pairs = {pair for one in texts for pair in pairwise(one.keys)}
        rows, alike = _InBoth([one.keys for one in texts]), dict[bytes, tuple[str, Since]]()
        for text, since in self._since.items():
            keys = keys_in(text)
            if len(keys) >= SHORTEST_WHOLE:
                rows.learn(keys, since)
                if next(passages_alike(keys, pairs), None) is not None:
                    words = blake2b(line(keys).encode()).digest()
                    _earliest(alike.setdefault(words, (text, {}))[1], since)
            self._rest()
        self._has_kept(rows.words)
        if rows.words:
            for one in texts:
                one.look(rows)
                self._rest()
        self._look_nearly([one for one in texts if not one.near], pairs, alike.values())
        return [one.found for one in texts]

    def _look_nearly(
        self, texts: list["_Looked"], pairs: set[Pair], alike: Iterable[tuple[str, Since]]
    ) -> None:
        for passages, since in _weighed_together(pairs, alike):
            self._has_kept(passages.words)
            for one in texts:
                one.near = one.near or one.is_near(passages, since)
                self._rest()
            self.work += passages.work

    def _has_kept(self, words: int) -> None:
        self.most_kept = max(self.most_kept, words)


def _together(texts: Iterable[Sequence[Said]]) -> Generator["list[_Looked]"]:
    """As many texts at a time as are looked through together."""
    some, letters = list[_Looked](), 0
    for wordings in texts:
        some.append(_Looked(wordings))
        letters += sum(len(one.text) for one in wordings)
        if letters >= LOOKED_THROUGH:
            yield some
            some, letters = [], 0
    if some:
        yield some


def _weighed_together(
    pairs: set[Pair], alike: Iterable[tuple[str, Since]]
) -> Generator[tuple[NearCopies, list[Since]]]:
    passages, numbered = NearCopies(pairs), list[Since]()
    for text, since in alike:
        numbered += [since for _ in passages.learn(tuple(keys_in(text)))]
        if passages.words >= WEIGHED:
            yield passages, numbered
            passages, numbered = NearCopies(pairs), []
    if numbered:
        yield passages, numbered


class _InBoth:
    """The rows of withheld words that stand in some other texts too."""

    def __init__(self, texts: Sequence[list[str]]) -> None:
        self._texts = texts
        self._there: dict[int, set[int]] = {}
        self.exact: dict[Row, Since] = {}
        self.near: dict[Row, Since] = {}

    @property
    def words(self) -> int:
        """How many they have together."""
        return sum(map(len, self.exact)) + sum(map(len, self.near))

    def learn(self, keys: list[str], since: Since) -> None:
        """Keep of a withheld text what the others have too."""
        if len(keys) < IN_A_ROW:
            self._learn(self.exact, len(keys), keys, since)
        if self._learn(self.near, NEAR_IN_A_ROW, keys, since):
            self._learn(self.exact, IN_A_ROW, keys, since)

    def _learn(self, kept: dict[Row, Since], size: int, keys: list[str], since: Since) -> bool:
        there = self._hashes(size)
        if there.isdisjoint(map(hash, _rows(keys, size))):
            return False
        for row in _rows(keys, size):
            if hash(row) in there:
                _earliest(kept.setdefault(row, {}), since)
        return True

    def _hashes(self, size: int) -> set[int]:
        """Of all rows of so many words in the other texts. Two rows may have the same."""
        if size not in self._there:
            self._there[size] = {hash(row) for keys in self._texts for row in _rows(keys, size)}
        return self._there[size]

    @cached_property
    def sizes(self) -> dict[str, list[int]]:
        """By the first word of an exact copy how many words it has, most first."""
        found = dict[str, list[int]]()
        for row in sorted(self.exact, key=len, reverse=True):
            sizes = found.setdefault(row[0], [])
            if len(row) not in sizes[-1:]:
                sizes.append(len(row))
        return found


def _rows(keys: list[str], size: int) -> Iterable[Row]:
    """All rows of so many words in a text."""
    return zip(*(keys[start:] for start in range(size)), strict=False)


class _Looked:
    """A text that is looked through, by its wordings, and what was found in the last."""

    def __init__(self, wordings: Sequence[Said]) -> None:
        self._wordings, self._last = wordings, wordings[-1]
        self.keys = keys_in(self._last.text)
        self._copied = [False] * len(self.keys)
        self.near = False

    @property
    def found(self) -> Copies:
        return Copies(_spans(self._last.text, self._copied), self.near)

    def look(self, rows: _InBoth) -> None:
        """Look for copies, and for fewer words in a row."""
        for start, key in enumerate(self.keys):
            for size in rows.sizes.get(key, ()):
                if self._counts(rows.exact, start, size):
                    self._copied[start : start + size] = [True] * size
                    break
        self.near = any(
            not all(self._copied[start : start + NEAR_IN_A_ROW])
            and self._counts(rows.near, start, NEAR_IN_A_ROW)
            for start in range(len(self.keys) - NEAR_IN_A_ROW + 1)
        )

    def _counts(self, rows: dict[Row, Since], start: int, size: int) -> bool:
        row = tuple(self.keys[start : start + size])
        since = rows.get(row) if len(row) == size else None
        return since is not None and _counts(since, self._first(row))

    def _first(self, row: Row) -> Said:
        """The first of the wordings that has these words in a row."""
        words = line(row)
        return next((said for earlier, said in self._lines if words in earlier), self._last)

    @cached_property
    def _lines(self) -> list[tuple[str, Said]]:
        return [(line(keys_in(one.text)), one) for one in self._wordings[:-1]]

    def is_near(self, passages: NearCopies, since: list[Since]) -> bool:
        """Whether it comes near to what was said before; also where too much comes into
        question to be weighed.
        """

        def counts(number: int, first: Said = self._last) -> bool:
            return _counts(since[number], first)

        try:
            near = passages.near(self._text, counts)
            if len(self._wordings) == 1:
                return next(near, None) is not None
            found = set(near)
            first = dict(passages.said_in(self._earlier, found)) if found else {}
        except TooMuch:
            return True
        return any(counts(number, self._wordings[first.get(number, -1)]) for number in found)

    @cached_property
    def _text(self) -> Text:
        return Text(self.keys, self._copied)

    @cached_property
    def _earlier(self) -> list[Text]:
        return [Text(keys_in(one.text)) for one in self._wordings[:-1]]


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
