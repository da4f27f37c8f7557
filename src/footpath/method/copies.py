"""Copies: somebody's words inside other words, whatever their case and punctuation (C8, E10).

A copy is exact where a whole text of four words or more, or any eight words in a row, stand in another text. It is
near where five to seven words in a row do, or where three quarters of the words of a text of six or more stand in
their order in a stretch at most half as long again.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from footpath.method.comparing import keys_in, words_in

SHORTEST_WHOLE = 4
"""Words that a text must have so that it is looked for as a whole."""
IN_A_ROW = 8
"""Words in a row that are a copy, of whatever text."""
NEAR_IN_A_ROW = 5
"""Words in a row that come near to one."""
SHORTEST_NEAR = 6
"""Words that a text must have so that its near copies can be told from chance."""
LONG = 16
"""A longer text is looked for in parts as well, so that a near copy of one passage is found."""
PART = 12
OUTSIDE = 3
"""Of a passage that is partly an exact copy, so many other words must be there too to make it a near one."""
COMMON = 100
"""A pair of words that stands in more texts than this leads to none of them."""


class Said(Struct, frozen=True, kw_only=True):
    """A text, when it was said: by its entry in the record, and in ms since 1970."""

    text: str
    number: int = 0
    said_at: int = 0
    by: int | None = None
    """Of a text that is looked for: in whose own words it does not count. Of one that is searched: whose it is."""


class Copies(Struct, frozen=True):
    """What was found in a text: where exact copies begin and end, and whether anything comes near."""

    exact: tuple[tuple[int, int], ...] = ()
    near: bool = False


Since = dict[int | None, tuple[int, int]]
"""Since which entry and which time some words are said, by in whose own words they do not count."""


class _Piece(Struct):
    keys: list[str]
    whole: bool
    since: Since
    pairs: dict[tuple[str, str], list[int]]
    """Where each pair of neighbouring words begins."""
    places: dict[str, int]
    """Each word's places as bits."""

    @property
    def enough(self) -> int:
        """So many of its words in their order are a near copy."""
        return -(-3 * len(self.keys) // 4)


class Withheld:
    """Texts that are looked for in others. A text counts only where it was said first: what came earlier is no copy."""

    def __init__(self, texts: Iterable[Said]) -> None:
        """Learn what to look for."""
        self._exact: dict[tuple[str, ...], Since] = {}
        self._rows: dict[tuple[str, ...], Since] = {}
        self._pieces: list[_Piece] = []
        self._led_to: dict[tuple[str, str], list[int]] = {}
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
        if len(keys) >= SHORTEST_NEAR:
            self._add(keys, since, whole=True)
        if len(keys) > LONG:
            for start in (*range(0, len(keys) - PART, PART // 2), len(keys) - PART):
                self._add(keys[start : start + PART], since, whole=False)

    def _add(self, keys: tuple[str, ...], since: Since, *, whole: bool) -> None:
        places: dict[str, int] = {}
        for place, key in enumerate(keys):
            places[key] = places.get(key, 0) | 1 << place
        pairs: dict[tuple[str, str], list[int]] = {}
        for place, pair in enumerate(pairwise(keys)):
            pairs.setdefault(pair, []).append(place)
        for pair in pairs:
            self._led_to.setdefault(pair, []).append(len(self._pieces))
        self._pieces.append(_Piece(list(keys), whole, since, pairs, places))

    def look(self, wordings: Sequence[Said]) -> Copies:
        """What of it stands in the last of a text's wordings, and did not stand in an earlier one first."""
        if not self._exact and not self._rows:
            return Copies()
        keys = keys_in(wordings[-1].text)
        own = _lines(wordings[:-1])
        copied = self._exactly(keys, own, wordings[-1])
        near = self._in_a_row(keys, copied, own, wordings[-1]) or self._nearly(keys, copied, wordings)
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

    def _in_a_row(self, keys: list[str], copied: list[bool], own: list[tuple[str, Said]], last: Said) -> bool:
        for start in range(len(keys) - NEAR_IN_A_ROW + 1):
            row = tuple(keys[start : start + NEAR_IN_A_ROW])
            since = None if all(copied[start : start + NEAR_IN_A_ROW]) else self._rows.get(row)
            if since is not None and _counts(since, _first(row, own, last)):
                return True
        return False

    def _nearly(self, keys: list[str], copied: list[bool], wordings: Sequence[Said]) -> bool:
        led = (self._led_to.get(pair, ()) for pair in set(pairwise(keys)))
        met = {number for numbers in led if len(numbers) <= COMMON for number in numbers}
        for piece in (self._pieces[number] for number in met):
            if _counts(piece.since, wordings[-1]) and _is_near(piece, keys, copied):
                first = next((one for one in wordings[:-1] if _was_near(piece, one.text)), wordings[-1])
                if _counts(piece.since, first):
                    return True
        return False


def _since(since: Since, said: Said) -> None:
    _earliest(since, {said.by: (said.number, said.said_at)})


def _earliest(since: Since, other: Since) -> None:
    for by, (number, said_at) in other.items():
        known = since.get(by, (number, said_at))
        since[by] = (min(number, known[0]), min(said_at, known[1]))


def _counts(since: Since, own: Said) -> bool:
    """Whether it was said before these words of somebody's, by the record or by the clock, and not by themselves."""
    return any(
        (by is None or by != own.by) and (number < own.number or said_at < own.said_at)
        for by, (number, said_at) in since.items()
    )


def _line(keys: Iterable[str]) -> str:
    return f" {' '.join(keys)} "


def _lines(wordings: Sequence[Said]) -> list[tuple[str, Said]]:
    return [(_line(keys_in(one.text)), one) for one in wordings]


def _first(row: tuple[str, ...], own: list[tuple[str, Said]], last: Said) -> Said:
    """The first of the wordings that has these words in a row."""
    line = _line(row)
    return next((said for earlier, said in own if line in earlier), last)


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


def _is_near(piece: _Piece, keys: list[str], copied: list[bool]) -> bool:
    """Whether enough of the piece stands in its order in a stretch around two neighbours that both texts have."""
    shared = {pair for pair in pairwise(keys) if pair in piece.pairs}
    if len(shared) < max(2, 2 * len(piece.keys) // 5) or (piece.whole and _line(piece.keys) in _line(keys)):
        return False
    length, slack = len(piece.keys), max(1, len(piece.keys) // 4)
    met = {place - at for place, pair in enumerate(pairwise(keys)) for at in piece.pairs.get(pair, ())}
    for start in met:
        begin, end = max(0, start - slack), start + length + slack
        if _in_order(piece, keys[begin:end]) < piece.enough:
            continue
        rest = [key for key, is_copied in zip(keys[begin:end], copied[begin:end], strict=True) if not is_copied]
        if piece.whole or _in_order(piece, rest) >= OUTSIDE:
            return True
    return False


def _was_near(piece: _Piece, text: str) -> bool:
    keys = keys_in(text)
    return _line(piece.keys) in _line(keys) or _is_near(piece, keys, [False] * len(keys))


def _in_order(piece: _Piece, keys: list[str]) -> int:
    """How many words of the piece stand in the other text in the same order (the longest common subsequence)."""
    everything = (1 << len(piece.keys)) - 1
    missing = everything
    for key in keys:
        met = missing & piece.places.get(key, 0)
        missing = ((missing + met) | (missing - met)) & everything
    return (everything ^ missing).bit_count()


class Looking(Struct, frozen=True, kw_only=True):
    """Words that were taken back and of which copies are still looked for: kept until then, and received by nobody."""

    by: int | None
    """Who took them back."""
    about: tuple[int, ...]
    let_stand: frozenset[int]
    said: tuple[Said, ...]


class Looked(Struct, frozen=True, kw_only=True):
    """What came of it, as far as who took the words back may know: in how many places copies are covered, and are not.

    `at` in milliseconds since 1970, UTC.
    """

    at: int
    covered: int
    left: int


def passages_in(text: str, passage: str) -> list[tuple[int, int]]:
    """Where a passage stands in a text as words of its own, whatever the case, accents kept, and punctuation."""
    wanted, words = [word.key for word in words_in(passage)], words_in(text)
    starts = range(len(words) - len(wanted) + 1) if wanted else range(0)
    return [
        (words[at].start, words[at + len(wanted) - 1].end)
        for at in starts
        if [word.key for word in words[at : at + len(wanted)]] == wanted
    ]
