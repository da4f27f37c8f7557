"""A text that is looked through for withheld words, and what was found in it."""

from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

from footpath.method.words.comparing import keys_in, words_in
from footpath.method.words.copies import NEAR_IN_A_ROW, Said
from footpath.method.words.near_copies import NearCopies, Text, TooMuch, line
from footpath.method.words.rows_in_both import Row, RowsInBoth, Since, counts
from footpath.method.words.steps import Steps

LETTERS_A_STEP = 1000
"""Letters of an earlier wording in which a row of words is searched in one step."""


class Copies(Struct, frozen=True):
    """What was found in a text: where exact copies begin and end, and whether
    anything comes near.
    """

    exact: tuple[tuple[int, int], ...] = ()
    near: bool = False
    unread: bool = False
    """Whether there was too much to look it through: nobody knows what stands in it."""


class LookedThrough:
    """A text by its wordings: what is found is found in the last."""

    def __init__(self, wordings: Sequence[Said], steps: Steps) -> None:
        """Nothing was found yet. It may cost so many steps."""
        self._wordings, self._last, self._steps = wordings, wordings[-1], steps
        self.keys = keys_in(self._last.text)
        self._copied = [False] * len(self.keys)
        self.near = False

    @property
    def found(self) -> Copies:
        """What was found by now."""
        return Copies(_spans(self._last.text, self._copied), self.near)

    def look(self, rows: RowsInBoth) -> None:
        """Look for copies, and for fewer words in a row. Raises UsedUp."""
        self._steps.take(len(self.keys))
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
        return since is not None and counts(since, self._first(row))

    def _first(self, row: Row) -> Said:
        """The first of the wordings that has these words in a row."""
        words = line(row)
        for earlier, said in self._lines:
            self._steps.take(1 + len(earlier) // LETTERS_A_STEP)
            if words in earlier:
                return said
        return self._last

    @cached_property
    def _lines(self) -> list[tuple[str, Said]]:
        return [(line(keys_in(one.text)), one) for one in self._wordings[:-1]]

    def is_near(self, passages: NearCopies, since: list[Since]) -> bool:
        """Whether it comes near to what was said before; also where too much comes into
        question to be weighed. Raises UsedUp.
        """

        def could_be_copied(number: int, first: Said = self._last) -> bool:
            return counts(since[number], first)

        try:
            near = passages.near(self._text, could_be_copied)
            if len(self._wordings) == 1:
                return next(near, None) is not None
            found = set(near)
            first = dict(passages.said_in(self._earlier, found)) if found else {}
        except TooMuch:
            return True
        return any(could_be_copied(one, self._wordings[first.get(one, -1)]) for one in found)

    @cached_property
    def _text(self) -> Text:
        return Text(self.keys, self._copied, steps=self._steps)

    @cached_property
    def _earlier(self) -> list[Text]:
        return [Text(keys_in(one.text), steps=self._steps) for one in self._wordings[:-1]]


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
