"""Words that were taken back and are looked for in others': those of many takings back
in one pass (E10).

What an exact copy is, `copies` says. What one hand said of a taking back is one bit of a number, so
that a passage that is a copy for hundreds of them costs hardly more than for one; and every text is
read once, however often it was worded before.
"""

from collections.abc import Collection, Generator, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from msgspec import Struct

from footpath.method.words.comparing import keys_in, words_in
from footpath.method.words.copies import IN_A_ROW, SHORTEST_WHOLE, Said
from footpath.method.words.words import Words

T = TypeVar("T")


class OfOneHand(NamedTuple):
    """What one hand said of what is taken back together."""

    about: tuple[int, ...]
    """All that goes together."""
    by: int | None
    """Whose words they are; None where that is nobody's to know."""


Row = tuple[str, ...]
Spans = tuple[tuple[int, int, int], ...]
"""Where copies begin and end in a text, and for what of that, as bits."""


class _Known(Struct):
    """Since which entry a row of words is said, by the bits of the takings back
    in which it stands.
    """

    since: dict[int, int]
    every: int
    latest: int
    is_of_one: bool = True
    """Whether all rows of one text share it."""
    asked: tuple[int, int] = (-1, 0)
    """What was asked last, and the answer: all places of a text ask the same."""

    def add(self, bit: int, number: int) -> None:
        self.since[bit] = min(number, self.since.get(bit, number))
        self.every |= bit
        self.latest, self.asked = max(number, self.latest), (-1, 0)

    def before(self, number: int, among: int) -> int:
        """The takings back, of these, whose words were said before that entry."""
        if self.latest < number or not self.every & among:
            return self.every & among
        if among in self.since:
            return among if self.since[among] < number else 0
        asked = self.asked
        if asked[0] != number:
            asked = self.asked = (
                number,
                sum(bit for bit, since in self.since.items() if since < number),
            )
        return asked[1] & among


class Sought:
    """The words of some takings back. A text counts only where it was said first: what came
    earlier is no copy.
    """

    def __init__(self) -> None:
        """Nothing is looked for yet."""
        self._rows: dict[Row, _Known] = {}
        self._sizes: dict[str, tuple[int, ...]] = {}
        self._put: dict[tuple[Row, int], int] = {}
        """When what reached others later was said, by whom it is."""
        self._first: dict[Row, tuple[int, int | None]] = {}
        self._others: dict[Row, int] = {}

    def learn(self, bit: int, texts: Iterable[Said]) -> Iterator[None]:
        """Learn the words of a taking back, text by text."""
        for said in texts:
            keys = keys_in(said.text)
            size = min(len(keys), IN_A_ROW)
            if size >= SHORTEST_WHOLE:
                known = _Known({bit: said.since}, bit, said.since)
                for start in range(len(keys) - size + 1):
                    row = tuple(keys[start : start + size])
                    self._add(row, known, bit, said.since)
                    if said.number < said.since:
                        put = self._put.get((row, bit), said.number)
                        self._put[row, bit] = min(put, said.number)
            yield None

    def _add(self, row: Row, own: _Known, bit: int, number: int) -> None:
        known = self._rows.setdefault(row, own)
        if known is own:
            sizes = self._sizes.get(row[0], ())
            if len(row) not in sizes:
                self._sizes[row[0]] = (*sizes, len(row))
        elif known.since.get(bit, number + 1) > number:
            if known.is_of_one:
                known = _Known(known.since.copy(), known.every, known.latest, is_of_one=False)
                self._rows[row] = known
            known.add(bit, number)

    def stands(self, rows: Collection[Row], texts: Iterable[Said]) -> None:
        """These rows stand in something that nobody took back, which said them in these texts."""
        for said in texts:
            for row in self.rows_in(said.text):
                first = self._first.get(row)
                if row in rows and (first is None or said.number < first[0]):
                    self._first[row] = (said.number, said.by)

    def leave_to_others(self, parts: Mapping[int, OfOneHand]) -> Iterator[None]:
        """Look for nothing that somebody else said first, for whom it is; what nobody is known to
        have said is somebody else's for everybody (A3).
        """
        for row, (number, by) in self._first.items():
            for bit, since in self._rows[row].since.items():
                said = min(since, self._put.get((row, bit), since))
                if number < said and (by is None or parts[bit].by != by):
                    self._others[row] = self._others.get(row, 0) | bit
            yield None
        self._first.clear()

    def through(
        self,
        worded: Sequence[Said],
        among: int,
        *,
        last: bool = False,
        before: Mapping[Row, int] | None = None,
    ) -> Generator[None, None, dict[str, Spans]]:
        """The wordings of a text, in order, in which copies stand for some of these; a
        step for each wording.

        What stood in an earlier wording first was said then, or `before` it, in the entry that
        stands there. With `last` only what stands in the last is given.
        """
        first = dict(before or {})
        found: dict[str, Spans] = {}
        of_last = keys_in(worded[-1].text) if last else None
        if of_last is not None and next(self._rows_of(of_last), None) is None:
            return found
        for place, said in enumerate(worded):
            if of_last is not None and place == len(worded) - 1:
                keys = of_last
            else:
                keys = keys_in(said.text) if said.text not in found else []
            if not self._sizes.keys().isdisjoint(keys):
                copied = self._copied(keys, said.number, first, among)
                if any(copied) and (place == len(worded) - 1 or not last):
                    found[said.text] = _spans(said.text, copied)
            yield None
        return found

    @property
    def is_empty(self) -> bool:
        """Whether nothing is looked for: all that was said is too short to be copied."""
        return not self._rows

    def rows_in(self, text: str) -> Iterator[Row]:
        """The rows that are looked for, of any taking back, as they stand in a text."""
        return self._rows_of(keys_in(text))

    def _rows_of(self, keys: list[str]) -> Iterator[Row]:
        if self._sizes.keys().isdisjoint(keys):
            return
        for start, key in enumerate(keys):
            for size in self._sizes.get(key, ()):
                if (row := tuple(keys[start : start + size])) in self._rows:
                    yield row

    def _copied(self, keys: list[str], number: int, first: dict[Row, int], among: int) -> list[int]:
        """For each word, for which takings back it is part of a copy; `first` is where each
        row was said first.
        """
        copied = [0] * len(keys)
        for start, key in enumerate(keys):
            for size in self._sizes.get(key, ()):
                row = tuple(keys[start : start + size])
                known = self._rows.get(row) if len(row) == size else None
                if known is None:
                    continue
                those = known.before(first.setdefault(row, number), among)
                if not (those := those & ~self._others.get(row, 0)):
                    continue
                for place in range(start + size - 1, start - 1, -1):
                    # by a row that began before, so that all up to it are
                    if copied[place] & those == those:
                        break
                    copied[place] |= those
        return copied


def _spans(text: str, copied: list[int]) -> Spans:
    """Where the words that are copies begin and end for each taking back, neighbours in one."""
    words, found, before = words_in(text), list[tuple[int, int, int]](), 0
    begun: dict[int, int] = {}
    """Those for which a copy goes on, by the word with which it began."""
    for place, now in enumerate((*copied, 0)):
        if now == before:
            continue
        for start, those in list(begun.items()) if before & ~now else ():
            if ended := those & ~now:
                found.append((words[start].start, words[place - 1].end, ended))
                begun[start] = those & now
                if not begun[start]:
                    del begun[start]
        if begins := now & ~before:
            begun[place] = begins
        before = now
    return tuple(found)


def passages_of(texts: dict[str, Spans], bits: int) -> tuple[Words, ...]:
    """The passages that are copies for some of these, each once."""
    return tuple(
        dict.fromkeys(
            Words(text[start:end])
            for text, spans in texts.items()
            for start, end, those in spans
            if those & bits
        )
    )


def without_a_rest(steps: Generator[None, None, T]) -> T:
    """What comes of it when nobody is let go first."""
    while True:
        try:
            next(steps)
        except StopIteration as last:
            return last.value


def learn_by_hands(
    sought: Sought, about: tuple[int, ...], said: Iterable[Said], first: int = 0
) -> Generator[None, None, dict[int, OfOneHand]]:
    """Learn the words of one taking back, and give its parts by their bits, from a place on: the
    words of each hand apart, for they are looked for in everybody's words but its own.
    """
    hands = dict[int | None, list[Said]]()
    for one in said:
        hands.setdefault(one.by, []).append(one)
    parts = dict[int, OfOneHand]()
    for place, (by, texts) in enumerate(hands.items(), start=first):
        parts[1 << place] = OfOneHand(about, by)
        yield from sought.learn(1 << place, texts)
    return parts


class Searched(Struct, frozen=True, kw_only=True):
    """What a search through all texts found, made beside the writer so that the writer does not
    stand still for it.

    `found` are the passages by the things in which they stand; `again` things that were worded
    after the search and are looked through once more; `sought` what was looked for, where it was
    copies, `parts` what of that is this taking back's, and `before` what those in whose words
    copies seemed to stand had said themselves before; `first` by which entry each thing said it
    first, where it was a name.
    """

    found: dict[int, tuple[Words, ...]]
    again: frozenset[int] = frozenset()
    sought: Sought | None = None
    parts: dict[int, OfOneHand] = {}
    first: dict[int, int] = {}
    before: dict[int, dict[Row, int]] = {}
