"""Near copies: which of many passages stand in a text with some of their words changed, moved, put
in or left out (C8).

A text of six or more words is near where three quarters of them, in their order, and two fifths of
its pairs of neighbouring words stand in one stretch of another text that is at most half as long
again. A text of more than sixteen is looked for in parts of twelve as well.

All passages are counted together: each is a bit, a pair of words is the number of the passages
that have it, and adding these up for a stretch of the text costs the same few operations
whatever the words are.
"""

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate, pairwise

from msgspec import Struct

from footpath.method.words.steps import Steps

SHORTEST_NEAR = 6
"""Words that a text must have so that its near copies can be told from chance."""
LONG = 16
"""A longer text is looked for in parts as well, so that a near copy of one passage is found."""
PART = 12
OUTSIDE = 3
"""Of a passage that is partly an exact copy, so many other words must be there too to
make it a near one.
"""
TOGETHER = 2048
"""Passages that are counted together."""
MOST_WEIGHED = 400_000
"""Words of stretches that are weighed for one text; one in which more come into
question counts as near.
"""

Pair = tuple[str, str]


class TooMuch(Exception):
    """More came into question than is weighed."""


class _Passage(Struct, frozen=True):
    number: int
    keys: tuple[str, ...]
    whole: bool

    @property
    def enough(self) -> int:
        """So many of its words in their order are a near copy."""
        return -(-3 * len(self.keys) // 4)


class Text:
    """A text that is looked through, and which of its words are exact copies already."""

    def __init__(
        self, keys: Sequence[str], copied: Sequence[bool] | None = None, *, steps: Steps
    ) -> None:
        """A text by its words, and the steps that it may cost."""
        self.keys, self.steps = keys, steps
        self.copied = [False] * len(keys) if copied is None else copied
        self.pairs = list(pairwise(keys))
        self.line = line(keys)
        self.weighed = 0
        """Words of its stretches that were weighed so far."""


class NearCopies:
    """Passages of which near copies are looked for; known by numbers, in the order in
    which they were learnt.
    """

    def __init__(self, among: AbstractSet[Pair]) -> None:
        """Nothing is looked for yet. Of what is learnt only those passages are that can come near
        to a text which has no other pairs of words than these.
        """
        self._among = among
        self._groups: dict[int, list[_Group]] = {}
        self._passages: list[_Passage] = []
        self.words = 0
        """How many the passages have together."""

    def learn(self, keys: tuple[str, ...]) -> range:
        """Look for a text from now on; the numbers of its passages."""
        first = len(self._passages)
        for start, stop in passages_alike(keys, self._among):
            self._add(keys[start:stop], whole=stop - start == len(keys))
        return range(first, len(self._passages))

    def _add(self, keys: tuple[str, ...], *, whole: bool) -> None:
        passage = _Passage(len(self._passages), keys, whole)
        self._passages.append(passage)
        self.words += len(keys)
        alike = self._groups.setdefault(_about_as_long(len(keys)), [])
        if not alike or len(alike[-1].passages) == TOGETHER:
            alike.append(_Group())
        alike[-1].add(passage)

    def near(self, text: Text, counts: Callable[[int], bool]) -> Iterator[int]:
        """The passages of which the text holds near copies, of those that count. Raises TooMuch,
        and UsedUp.
        """
        for group in (group for alike in self._groups.values() for group in alike):
            for begin in range(0, max(1, len(text.pairs) - group.reach), group.reach):
                pairs = set(text.pairs[begin : begin + 2 * group.reach])
                text.steps.take(len(pairs))
                end = (
                    begin + group.reach
                    if begin + 2 * group.reach < len(text.pairs)
                    else len(text.pairs)
                )
                for passage in group.having_enough_of(pairs):
                    if not counts(passage.number) or (
                        passage.whole and line(passage.keys) in text.line
                    ):
                        continue
                    stretches = stretches_of(len(passage.keys), len(text.keys), begin, end)
                    words = size_of_stretches(len(passage.keys)) * len(stretches)
                    text.weighed += words
                    if text.weighed > MOST_WEIGHED:
                        raise TooMuch
                    text.steps.take(words)
                    if _is_near(passage, text, stretches):
                        yield passage.number

    def said_in(self, texts: Sequence[Text], wanted: set[int]) -> Iterator[tuple[int, int]]:
        """Which of the wanted passages each text has, as they are or nearly, each for the
        first. Raises TooMuch, and UsedUp.
        """
        wanted = set(wanted)
        for place, text in enumerate(texts):
            found = {number for number in wanted if line(self._passages[number].keys) in text.line}
            found |= (
                set(self.near(text, (wanted - found).__contains__)) if wanted - found else set()
            )
            wanted -= found
            yield from ((number, place) for number in sorted(found))


class _Group:
    """Passages of about the same length, counted together."""

    def __init__(self) -> None:
        self.passages: list[_Passage] = []
        self.reach = 0
        """Pairs in the longest stretch in which one of them can be found."""
        self._fewest = 0
        self._having: dict[Pair, int] = {}

    def add(self, passage: _Passage) -> None:
        fewest = fewest_pairs(len(passage.keys))
        self._fewest = min(self._fewest or fewest, fewest)
        self.reach = max(self.reach, size_of_stretches(len(passage.keys)))
        bit = 1 << len(self.passages)
        self.passages.append(passage)
        for pair in pairwise(passage.keys):
            self._having[pair] = self._having.get(pair, 0) | bit

    def having_enough_of(self, pairs: set[Pair]) -> Iterator[_Passage]:
        """The passages that have as many of these pairs as one of them must have."""
        places = (self._fewest - 1).bit_length()
        missing, everyone = (1 << places) - self._fewest, (1 << len(self.passages)) - 1
        counts, enough = [everyone if missing >> place & 1 else 0 for place in range(places)], 0
        for pair in pairs:
            carried = self._having.get(pair, 0)
            # a binary counter for each passage, all counted up at once
            for place, count in enumerate(counts):
                if not carried:
                    break
                counts[place] = count ^ carried
                carried &= count
            enough |= carried
        while enough:
            lowest = enough & -enough
            yield self.passages[lowest.bit_length() - 1]
            enough ^= lowest


def passages_alike(keys: Sequence[str], among: AbstractSet[Pair]) -> Iterator[tuple[int, int]]:
    """From where to where those passages of a text go that have so many of these pairs of words
    that they could come near to a text made of them: the text itself, and parts of a long one.
    """
    if among.isdisjoint(pairwise(keys)):
        return
    alike = [0, *accumulate(pair in among for pair in pairwise(keys))]
    for start, stop in _passages_of(len(keys)):
        if alike[stop - 1] - alike[start] >= fewest_pairs(_about_as_long(stop - start)):
            yield start, stop


def _passages_of(length: int) -> Iterator[tuple[int, int]]:
    if length >= SHORTEST_NEAR:
        yield 0, length
    if length > LONG:
        for start in (*range(0, length - PART, PART // 2), length - PART):
            yield start, start + PART


def _about_as_long(length: int) -> int:
    """The same for texts of about the same length; of up to sixteen words, of the same."""
    if length <= LONG:
        return length
    bits = length.bit_length()
    return length >> (bits - 2) << (bits - 2)


def fewest_pairs(length: int) -> int:
    """Pairs of neighbouring words that a passage of so many words shares with a
    near copy at least.
    """
    return max(2, 2 * length // 5)


def size_of_stretches(length: int) -> int:
    """Words of the stretches of another text in which a passage of so many words is looked for."""
    return length + 2 * max(1, length // 4) + max(1, length // PART) - 1


def stretches_of(length: int, words: int, begin: int, end: int) -> range:
    """Where the stretches of a text of so many words begin, of those from `begin` up to `end`.

    They begin at every word; for a long passage at every so many.
    """
    step = max(1, length // PART)
    first = -(-begin // step) * step
    return range(first, min(end, max(first + 1, words - size_of_stretches(length) + step)), step)


def _is_near(passage: _Passage, text: Text, stretches: range) -> bool:
    """Whether enough of the passage stands in its order in one of the stretches, which
    begin at these places.
    """
    length = len(passage.keys)
    size, fewest, pairs = (
        size_of_stretches(length),
        fewest_pairs(length),
        set(pairwise(passage.keys)),
    )
    places = _places(passage.keys)
    for start in stretches:
        stop = start + size
        if len(pairs.intersection(text.pairs[start : stop - 1])) < fewest:
            continue
        if _in_order(places, length, text.keys[start:stop]) < passage.enough:
            continue
        words = zip(text.keys[start:stop], text.copied[start:stop], strict=True)
        if (
            passage.whole
            or _in_order(places, length, [key for key, copied in words if not copied]) >= OUTSIDE
        ):
            return True
    return False


def _places(keys: Sequence[str]) -> dict[str, int]:
    """Each word's places as bits."""
    places: dict[str, int] = {}
    for place, key in enumerate(keys):
        places[key] = places.get(key, 0) | 1 << place
    return places


def _in_order(places: dict[str, int], length: int, keys: Sequence[str]) -> int:
    """How many words of the passage stand in the other text in the same order (the
    longest common subsequence).
    """
    everything = (1 << length) - 1
    missing = everything
    for key in keys:
        met = missing & places.get(key, 0)
        missing = ((missing + met) | (missing - met)) & everything
    return (everything ^ missing).bit_count()


def line(keys: Sequence[str]) -> str:
    """Words in one line, so that words in a row are found in it."""
    return f" {' '.join(keys)} "
