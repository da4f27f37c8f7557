"""The rows of withheld words that stand in some other texts too, by the hashes of theirs."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from footpath.method.words.copies import IN_A_ROW, NEAR_IN_A_ROW, Said
from footpath.method.words.steps import Steps

Row = tuple[str, ...]
Since = dict[tuple[int | None, bool], tuple[int, int]]
"""By whose some words are, and whether they count in their own: since which entry they are said,
and since which others could have copied them.
"""


class RowsInBoth:
    """What both have, which is compared word by word where a row of it is found."""

    def __init__(self, texts: Sequence[Sequence[str]], steps: Steps) -> None:
        """Nothing is withheld yet of what these texts may have."""
        self._texts, self._steps = texts, steps
        self._there: dict[int, set[int]] = {}
        self.exact: dict[Row, Since] = {}
        self.near: dict[Row, Since] = {}

    @property
    def words(self) -> int:
        """How many they have together."""
        return sum(map(len, self.exact)) + sum(map(len, self.near))

    def learn(self, keys: Sequence[str], since: Since) -> None:
        """Keep of a withheld text what the others have too. Raises UsedUp."""
        self._steps.take(len(keys))
        if len(keys) < IN_A_ROW:
            self._learn(self.exact, len(keys), keys, since)
        if self._learn(self.near, NEAR_IN_A_ROW, keys, since):
            self._learn(self.exact, IN_A_ROW, keys, since)

    def _learn(self, kept: dict[Row, Since], size: int, keys: Sequence[str], since: Since) -> bool:
        there = self._hashes(size)
        if there.isdisjoint(map(hash, _rows(keys, size))):
            return False
        for row in _rows(keys, size):
            if hash(row) in there:
                earliest(kept.setdefault(row, {}), since)
        return True

    def _hashes(self, size: int) -> set[int]:
        """Of all rows of so many words in the other texts. Two rows may have the same."""
        if size not in self._there:
            self._steps.take(sum(map(len, self._texts)) // 4)
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


def _rows(keys: Sequence[str], size: int) -> Iterable[Row]:
    """All rows of so many words in a text."""
    return zip(*(keys[start:] for start in range(size)), strict=False)


def said_since(since: Since, said: Said) -> None:
    """Note that the words were said so as well."""
    reached = said.number if said.reached is None else said.reached
    earliest(since, {(said.by, said.strictly): (said.number, reached)})


def earliest(since: Since, other: Since) -> None:
    """Of each the entry that came first."""
    for whose, said in other.items():
        number, reached = since.get(whose, said)
        since[whose] = (min(number, said[0]), min(reached, said[1]))


def counts(since: Since, own: Said) -> bool:
    """Whether these words of somebody's could have been copied: whether others had received them
    when these were said; or whether they are the same person's, who wants them nowhere.
    """
    return any(
        strictly and number < own.number
        if by is not None and by == own.by
        else reached < own.number
        for (by, strictly), (number, reached) in since.items()
    )
