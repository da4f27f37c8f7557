"""Veils: what somebody covered in others' words, and how words read with veils over them.

A veil hides words from everybody at once and keeps them sealed beneath, so that a facilitator can
lift it; confirmed, or after three days, what it hides becomes a mask for good (E4, E10, G12).
"""

from bisect import bisect_right
from collections.abc import Callable, Container, Iterable, Mapping
from enum import StrEnum
from operator import itemgetter

from msgspec import Struct

from footpath.method.words.covered_letters import moved, runs, union
from footpath.method.words.spans import Span, in_one
from footpath.method.words.words import (
    VeiledWords,
    Words,
    exactly,
    masked,
    places_of,
    with_masks,
)

DAYS = 3
UNTIL_FINAL = DAYS * 24 * 3600 * 1000
"""Milliseconds after which what a veil hides is masked for good."""

MAIN_FIELDS = ("words", "title", "name")
"""Fields in which a replacement for the whole can stand."""


class Because(StrEnum):
    """Why words are covered."""

    NAME = "name"
    """They name somebody or something from outside, or a facilitator covers them."""
    COPY = "copy"
    """They are a copy of words that their author took back."""


class Place(Struct, frozen=True, kw_only=True):
    """A thing, and what in its words is covered: passages as they stand there, or the whole
    where there is none.
    """

    about: int
    passages: tuple[Words, ...] = ()


class Veil(Struct, frozen=True, kw_only=True):
    """What one act covered, thing by thing; `id` is its entry's number. Times are
    ms since 1970, UTC.
    """

    id: int
    because: Because
    by: int | None
    """Who covered it; None where that would tell who left something unnamed (A3)."""
    at: int
    places: dict[int, tuple[Words, ...]]
    replacement: Words | None = None
    drawn: int = 0
    seen: int = 0
    """In how many of its places everybody read the words when it was laid, of copies."""
    private: int = 0


Change = Callable[[str, Words], Words]
"""What becomes of words, given the name of the field in which they stand."""

Covered = tuple[int, int]
"""One thing that one veil covers: the veil's id and the thing's."""

Veils = Mapping[int, Veil]


def covering(veils: Veils, over: Covered, beneath: Iterable[int]) -> Change:
    """How the words of a thing read with one more veil over them, where it covers any of them;
    `beneath` are the veils that lie over the thing.
    """
    id, about = over
    passages, is_replaced = veils[id].places[about], _has_replaced(veils, beneath)

    def change(name: str, words: Words) -> Words:
        if words.text is None:
            return words
        text = sealed(words)
        ids, known = (words.veils, words.covers) if isinstance(words, VeiledWords) else ((), ())
        if is_replaced:
            return _drawn(veils, text, name, (*ids, id), about, _known(words))
        covers = _bits(text, passages)
        return _beneath(text, (*ids, id), (*known, covers)) if covers else words

    return change


def lifting(veils: Veils, off: Container[int], about: int, beneath: Iterable[int]) -> Change:
    """How the words of a thing read without some of the veils that lie over it."""
    is_replaced = _has_replaced(veils, beneath)

    def change(name: str, words: Words) -> Words:
        if not isinstance(words, VeiledWords):
            return words
        left = [one for one in zip(words.veils, words.covers, strict=True) if one[0] not in off]
        if len(left) == len(words.veils):
            return words
        ids, known = tuple(id for id, _ in left), tuple(covers for _, covers in left)
        if is_replaced:
            return _drawn(veils, words.sealed, name, ids, about, dict(left))
        return _beneath(words.sealed, ids, known)

    return change


def _has_replaced(veils: Veils, ids: Iterable[int]) -> bool:
    """Whether another text stands in the place of words by one of these veils."""
    return any(veils[id].replacement is not None for id in ids)


def _beneath(text: str, ids: tuple[int, ...], covers: tuple[int, ...]) -> Words:
    """A text beneath veils that all show nothing but marks, and what each covers of it."""
    if not ids:
        return Words(text)
    shown = with_masks(text, runs(union(covers)))
    return VeiledWords(text=shown, sealed=text, veils=ids, covers=covers)


def redrawn(veils: Veils, words: Words, name: str, about: int) -> Words:
    """The words as their veils are now."""
    return (
        _drawn(veils, words.sealed, name, words.veils, about, _known(words))
        if isinstance(words, VeiledWords)
        else words
    )


def settled(veils: Veils, words: Words, name: str, off: Iterable[int], about: int) -> Words:
    """The words with what these veils cover masked for good, and the other veils as before."""
    if not isinstance(words, VeiledWords):
        return words
    left = _known(words, without=off)
    ids = tuple(id for id in words.veils if id not in left)
    known = _known(words)
    masked = _drawn(veils, words.sealed, name, ids, about, known)
    if put_over(veils, ids, about) is not None:  # another text stands in its place from now on
        return _drawn(veils, masked.shown, name, tuple(left), about, {})
    final = union(known[id] for id in ids)
    beside = {id: covers for id, covers in left.items() if not covers & final}
    elsewhere = moved(beside, runs(final))
    return _drawn(veils, masked.shown, name, tuple(left), about, elsewhere)


def masked_beneath(veils: Veils, words: Words, name: str, about: int, passage: str) -> Words:
    """The words with a passage masked for good; what a veil covers of them
    stays sealed as it is.
    """
    if not isinstance(words, VeiledWords):
        return masked(words, passage)
    over, text = runs(union(words.covers)), words.sealed
    spans = [span for span in places_of(text, passage) if not _meets(span, over)]
    if not spans:
        return words
    elsewhere = moved(_known(words), spans)
    return _drawn(veils, with_masks(text, spans), name, words.veils, about, elsewhere)


def masked_outside(text: str, passage: str, veiled: Iterable[tuple[Words, ...]]) -> str:
    """A text with a passage masked wherever it stands outside of what is veiled: a
    mask lifts no veil.
    """
    over = in_one(span for passages in veiled for span in _spans(text, passages))
    return with_masks(text, [span for span in places_of(text, passage) if not _meets(span, over)])


def final_text(words: Words, veiled: Iterable[tuple[Words, ...]]) -> Words:
    """Stored words once veils over them are final: their passages masked, or the whole
    where one has none.
    """
    if words.text is None:
        return words
    spans = [span for passages in veiled for span in _spans(words.text, passages)]
    return Words(with_masks(words.text, spans)) if spans else words


def is_beneath(words: Words, ids: set[int], passages: tuple[Words, ...]) -> bool:
    """Whether these veils cover all of the passages, wherever they stand in the words."""
    return not _bits(sealed(words), passages) & ~covered_by(words, ids)


def is_for_too_many(veil: Veil, about: int) -> bool:
    """Whether it covers the whole of a thing because very many copies stand in it: only a
    facilitator who looked lets that be for good.
    """
    return veil.because is Because.COPY and not veil.places[about]


def put_over(veils: Veils, ids: Iterable[int], about: int) -> Veil | None:
    """Of the veils over a thing the one whose replacement is read instead of its words: the
    last over the whole.
    """
    whole = [id for id in ids if not veils[id].places[about]]
    return veils[whole[-1]] if whole and veils[whole[-1]].replacement is not None else None


def _drawn(
    veils: Veils,
    sealed: str,
    name: str,
    ids: tuple[int, ...],
    about: int,
    known: Mapping[int, int],
) -> Words:
    """The words beneath these veils; `known` is what some of them cover there."""
    put = put_over(veils, ids, about) if sealed and name in MAIN_FIELDS else None
    text = sealed if put is None or put.replacement is None else put.replacement.shown
    over, drawn = dict[int, int](), 0
    for id in ids:
        passages = veils[id].places[about]
        covers = known[id] if id in known else _bits(sealed, passages)
        found = covers
        if put is not None:
            # what was put there is covered by what was laid over it later, passage by passage
            found = _bits(text, passages) if passages and id > put.id else 0
        drawn |= found
        if found or covers:
            over[id] = covers
    return (
        VeiledWords(
            text=with_masks(text, runs(drawn)),
            sealed=sealed,
            veils=tuple(over),
            covers=tuple(over.values()),
        )
        if over
        else Words(sealed)
    )


def covered_by(words: Words, ids: Container[int]) -> int:
    """What some of the veils over words cover of them."""
    if not isinstance(words, VeiledWords):
        return 0
    return union(covers for id, covers in zip(words.veils, words.covers, strict=True) if id in ids)


def _known(words: Words, without: Iterable[int] = ()) -> dict[int, int]:
    """What each veil over words covers of them, but for some."""
    if not isinstance(words, VeiledWords):
        return {}
    left = set(without)
    return {
        id: covers for id, covers in zip(words.veils, words.covers, strict=True) if id not in left
    }


def _bits(text: str, passages: tuple[Words, ...]) -> int:
    """The letters of a text that are covered, as bits."""
    return union(((1 << end - start) - 1) << start for start, end in _spans(text, passages))


def _meets(span: Span, others: list[Span]) -> bool:
    """Whether a span reaches into one of these, which stand in order."""
    place = bisect_right(others, span[0], key=itemgetter(1))
    return place < len(others) and others[place][0] < span[1]


def _spans(text: str, passages: tuple[Words, ...]) -> list[Span]:
    if not passages:
        return [(0, len(text))] if text else []
    return [span for passage in passages for span in exactly(text, passage.shown)]


def sealed(words: Words) -> str:
    """The text that lies beneath its veils; of plain words the text."""
    return words.sealed if isinstance(words, VeiledWords) else words.shown
