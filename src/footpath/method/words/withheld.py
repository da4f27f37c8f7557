"""Withheld words, as they are looked for in the texts that may leave (C8).

What is withheld anybody can make more. So it is read text by text past those that are looked
through, some of these at a time, and only what both have is kept of it: rows of words that are the
same by their hashes, which are compared word by word where one is found, and passages that have as
many pairs of words as a near copy must.

What that costs is counted, and bounded. Each text may cost a little first, and more only when all
others had as much; so whoever makes looking dear makes it so for texts of theirs, and these are
left unread.
"""

from collections import Counter
from collections.abc import Callable, Generator, Iterable, Sequence
from hashlib import blake2b
from itertools import pairwise

from footpath.method.words.comparing import keys_in
from footpath.method.words.copies import SHORTEST_WHOLE, Said
from footpath.method.words.looked_through import Copies, LookedThrough
from footpath.method.words.near_copies import NearCopies, Pair, line, passages_alike
from footpath.method.words.rows_in_both import RowsInBoth, Since, earliest, said_since
from footpath.method.words.steps import Steps, UsedUp

LOOKED_THROUGH = 200_000
"""Letters of texts that are looked through together."""
WEIGHED = 50_000
"""Words of passages that are weighed together."""
MOST_STEPS = 4_000_000
"""What looking may cost in all: words that are read, pairs of words counted, and words weighed. Ten
thousand notes of which a third may not leave use two fifths of it.
"""
OF_ONE_TEXT = 20_000
"""What each text may cost at first, if there is not enough for all of them to cost more."""
MORE = 4
"""So many times as much it may cost when all others had as much."""

_Words = Sequence[str]


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
            said_since(self._since.setdefault(said.text, {}), said)
        self._read: list[tuple[_Words, Since]] = []
        self._steps = Steps(MOST_STEPS)
        self.most_kept = 0
        """Words in the rows and the passages that were kept together."""

    @property
    def work(self) -> int:
        """The steps that looking has cost so far."""
        return self._steps.taken

    def look(self, wordings: Sequence[Said]) -> Copies:
        """What of it stands in the last of a text's wordings, and did not stand in an
        earlier one first.
        """
        [found] = self.look_all([wordings])
        return found

    def look_all(self, texts: Iterable[Sequence[Said]]) -> list[Copies]:
        """The same of many texts, each by its wordings."""
        texts = list(texts)
        if not self._since:
            return [Copies() for _ in texts]
        self._steps, found = Steps(MOST_STEPS), dict[int, Copies]()
        try:
            self._learn({key for one in texts for key in keys_in(one[-1].text)})
            left, most = _little_said_first(texts), OF_ONE_TEXT
            while left:
                most = max(most, (MOST_STEPS - self.work) // len(left) // 2)
                for some in _together(texts, left):
                    self._look(some, texts, most, found)
                left, most = [place for place in left if place not in found], MORE * most
        except UsedUp:
            pass
        return [found.get(place, Copies(unread=True)) for place in range(len(texts))]

    def _learn(self, there: set[str]) -> None:
        """Read what is withheld, once: of its words those are kept that the others have."""
        kept, self._read = {key: key for key in there}, []
        for text, since in self._since.items():
            keys = tuple(kept.get(key, "") for key in keys_in(text))
            self._steps.take(len(keys) // 4)
            if sum(map(bool, keys)) >= SHORTEST_WHOLE:
                self._read.append((keys, since))
            self._rest()

    def _look(
        self,
        places: list[int],
        texts: Sequence[Sequence[Said]],
        most: int,
        found: dict[int, Copies],
    ) -> None:
        """Look some texts through; those that cost more than they may are not among the found."""
        looked = {place: LookedThrough(texts[place], Steps(most, self._steps)) for place in places}
        pairs = {pair for one in looked.values() for pair in pairwise(one.keys)}
        rows = RowsInBoth([one.keys for one in looked.values()], self._steps)
        alike = dict[bytes, tuple[_Words, Since]]()
        for keys, since in self._read:
            rows.learn(keys, since)
            if next(passages_alike(keys, pairs), None) is not None:
                words = blake2b(line(keys).encode()).digest()
                earliest(alike.setdefault(words, (keys, {}))[1], since)
            self._rest()
        self._has_kept(rows.words)
        if rows.words:
            self._each(looked, lambda one: one.look(rows))
        self._look_nearly(looked, pairs, alike.values())
        found |= {place: one.found for place, one in looked.items()}

    def _look_nearly(
        self,
        looked: dict[int, LookedThrough],
        pairs: set[Pair],
        alike: Iterable[tuple[_Words, Since]],
    ) -> None:
        for passages, since in _weighed_together(pairs, alike):
            self._has_kept(passages.words)
            self._steps.take(passages.words)
            self._rest()

            def look(
                one: LookedThrough,
                passages: NearCopies = passages,
                since: list[Since] = since,
            ) -> None:
                one.near = one.near or one.is_near(passages, since)

            self._each(looked, look)
            if all(one.near for one in looked.values()):
                break

    def _each(
        self, looked: dict[int, LookedThrough], look: Callable[[LookedThrough], None]
    ) -> None:
        """Look each of them through; who costs too much is left out."""
        for place, one in [*looked.items()]:
            try:
                look(one)
            except UsedUp:
                del looked[place]
                self._steps.take(0)
            self._rest()

    def _has_kept(self, words: int) -> None:
        self.most_kept = max(self.most_kept, words)


def _little_said_first(texts: Sequence[Sequence[Said]]) -> list[int]:
    """The places of the texts in the order in which they are looked through: everybody's first
    letters before anybody's next.
    """
    letters, so_far = Counter[int | None](), list[tuple[int, int]]()
    sizes = [sum(len(one.text) for one in wordings) for wordings in texts]
    for place in sorted(range(len(texts)), key=sizes.__getitem__):
        by = texts[place][-1].by
        letters[by] += sizes[place]
        so_far.append((letters[by], place))
    return [place for _, place in sorted(so_far)]


def _together(texts: Sequence[Sequence[Said]], places: Iterable[int]) -> Generator[list[int]]:
    """As many texts at a time as are looked through together."""
    some, letters = list[int](), 0
    for place in places:
        some.append(place)
        letters += sum(len(one.text) for one in texts[place])
        if letters >= LOOKED_THROUGH:
            yield some
            some, letters = [], 0
    if some:
        yield some


def _weighed_together(
    pairs: set[Pair], alike: Iterable[tuple[_Words, Since]]
) -> Generator[tuple[NearCopies, list[Since]]]:
    passages, numbered = NearCopies(pairs), list[Since]()
    for keys, since in alike:
        numbered += [since for _ in passages.learn(tuple(keys))]
        if passages.words >= WEIGHED:
            yield passages, numbered
            passages, numbered = NearCopies(pairs), []
    if numbered:
        yield passages, numbered
