"""Copies: somebody's words inside other words, whatever their case and punctuation (C8, E10).

A copy is exact where a whole text of four words or more, or any eight words in a row, stand in
another text. It is near where five to seven words in a row do, or where it stands there with some
words changed (`near_copies.py`). What is withheld is looked for in `withheld.py`.
"""

from msgspec import Struct

from footpath.method.words.comparing import words_in

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

    @property
    def since(self) -> int:
        """The entry with which it reached others."""
        return self.number if self.reached is None else self.reached


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
