"""Words that go for good, in the record: which stored entries carry them, and how each of
these reads afterwards.

The flipchart itself forgets them when the entry that takes them away is applied. What is stored is
rewritten after it, and an entry of the record says by itself what that is: a rewriting that a crash
cut off is begun again from it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from footpath.method.deciding import apply
from footpath.method.flipchart.entries import Entry, Recorded, items_of
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.held_words import Change, every
from footpath.method.own_words.covering_copies import CopiesLookedFor
from footpath.method.own_words.left_behind import TitleTakenBack, without_the_title
from footpath.method.own_words.masked_for_good import VeilsConfirmed
from footpath.method.own_words.masking import WordsMasked, with_own_offers
from footpath.method.own_words.reasons import ReasonReworded, ReasonTakenBack, reasons_of
from footpath.method.own_words.taking_back import WordsTakenBack
from footpath.method.own_words.unveiling import WordsVeiled
from footpath.method.own_words.veils_in_the_record import (
    Confirming,
    first_id,
    of_places,
    veils_by_thing,
    with_put_masked,
)
from footpath.method.throughout.stepping_back import PersonForgotten
from footpath.method.words.veils import final_text, masked_outside
from footpath.method.words.words import MASK, TAKEN_BACK, Words

EntryAt = Callable[[int], Entry]
"""Gives the stored entry of a number."""


class Rewriting(Struct, frozen=True, kw_only=True):
    """What is rewritten because of one entry: the words of these things or this person, and
    what that entry held.
    """

    items: frozenset[int]
    rewritten: Callable[[int, Entry], Entry]
    """Gives an entry, by its number, as it reads afterwards."""
    own: tuple[int, ...] = ()
    """Entries that hold passages themselves, rewritten last and in order: the rest is worked
    out from them.
    """
    reads: tuple[int, ...] = ()
    """Entries that `read` is given before anything is rewritten, by their numbers."""
    read: Callable[[int, Entry], None] = lambda number, stored: None


def rewriting_of(
    chart: Flipchart, number: int, entry: Entry, entry_at: EntryAt
) -> Rewriting | None:
    """What is rewritten because of the entry of that number, which was applied;
    None where nothing is.
    """
    # what copies are still looked for by stays until that is done
    if isinstance(entry, WordsTakenBack):
        return _everywhere(chart, entry.about, _taken_back) if entry.let_stand is None else None
    if isinstance(entry, CopiesLookedFor):
        taken = entry_at(entry.taken)
        if isinstance(taken, TitleTakenBack):
            return _of_the_title(chart, taken, entry.taken)
        assert isinstance(taken, WordsTakenBack)
        return _everywhere(chart, taken.about, _taken_back)
    if isinstance(entry, PersonForgotten):
        return _everywhere(chart, (entry.person,), _taken_back)
    if isinstance(entry, ReasonTakenBack):
        return _of_a_reason(chart, entry)
    if isinstance(entry, TitleTakenBack):
        return _of_the_title(chart, entry, number) if entry.let_stand is None else None
    if isinstance(entry, WordsMasked):
        return _masking(chart, number, entry)
    if isinstance(entry, VeilsConfirmed):
        return _confirming(chart, entry)
    return None


def _of_the_title(chart: Flipchart, entry: TitleTakenBack, taken: int) -> Rewriting:
    items = _with_private_ids(chart, (entry.about,))
    return Rewriting(items=items, rewritten=without_the_title(chart, entry, taken))


def _masked_whole(name: str, words: Words) -> Words:
    return Words(MASK) if words.text else words


def _taken_back(name: str, words: Words) -> Words:
    return TAKEN_BACK


def losing_words(entry: Entry) -> tuple[int, ...]:
    """The things of which words go for good because of an entry, by their ids at that time."""
    if isinstance(entry, WordsTakenBack):
        return entry.about
    if isinstance(entry, TitleTakenBack):
        return (entry.about,)
    if isinstance(entry, WordsMasked):
        return tuple(entry.found) if entry.about is None else (entry.about,)
    return tuple(about for _, about in entry.veils) if isinstance(entry, VeilsConfirmed) else ()


def as_read(entries: Sequence[Recorded]) -> tuple[Recorded, ...]:
    """The entries with what lies veiled at their end masked, for whatever leaves the
    record as it is stored.

    And without what was taken back and stands there yet, because copies of it are still looked for.
    """
    entries = _without_what_goes(entries)
    over = veiled_at_last(entries)
    return tuple(_as_read(one, over) for one in entries) if over else tuple(entries)


def _without_what_goes(entries: Sequence[Recorded]) -> Sequence[Recorded]:
    looked = {one.entry.taken for one in entries if isinstance(one.entry, CopiesLookedFor)}
    going = [
        (one.number, one.entry)
        for one in entries
        if isinstance(one.entry, WordsTakenBack | TitleTakenBack)
        and one.entry.let_stand is not None
        and one.number not in looked
    ]
    if not going:
        return entries
    chart = Flipchart()
    for one in entries:
        apply(chart, one)
    for number, gone in going:
        rewriting = (
            _of_the_title(chart, gone, number)
            if isinstance(gone, TitleTakenBack)
            else _everywhere(chart, gone.about, _taken_back)
        )
        entries = tuple(
            one
            if rewriting.items.isdisjoint(items_of(one.entry))
            else replace(one, entry=rewriting.rewritten(one.number, one.entry))
            for one in entries
        )
    return entries


def veiled_at_last(entries: Sequence[Recorded]) -> dict[int, list[tuple[int, tuple[Words, ...]]]]:
    """What lies veiled at the end of a record: by thing the veils and the passages that
    each covers of it.
    """
    if not any(isinstance(one.entry, WordsVeiled) and one.entry.places for one in entries):
        return {}
    chart = Flipchart()
    for one in entries:
        apply(chart, one)
    over: dict[int, list[tuple[int, tuple[Words, ...]]]] = {}
    for veil in chart.veils.values():
        for about, passages in veil.places.items():
            for item in _with_private_ids(chart, (about,)):
                over.setdefault(item, []).append((veil.id, passages))
    return over


def _as_read(one: Recorded, over: Mapping[int, list[tuple[int, tuple[Words, ...]]]]) -> Recorded:
    if isinstance(one.entry, WordsVeiled):
        later = [
            veiled
            for place in one.entry.places
            for id, veiled in over.get(place.about, ())
            if one.number < id
        ]
        places = tuple(
            replace(p, passages=tuple(Words(MASK) for _ in p.passages)) for p in one.entry.places
        )
        return replace(one, entry=with_put_masked(replace(one.entry, places=places), later))
    veiled = [
        passages
        for item in items_of(one.entry)
        for id, passages in over.get(item, ())
        if one.number < id
    ]
    if not veiled:
        return one
    return replace(one, entry=every(one.entry, lambda name, words: final_text(words, veiled)))


def is_spent(entry: Entry) -> bool:
    """Whether the passages that an entry masked or covered were masked in it too, so that it
    masks nothing any more.
    """
    if isinstance(entry, WordsMasked):
        return entry.passage.text == MASK
    return isinstance(entry, WordsVeiled) and any(
        Words(MASK) in place.passages for place in entry.places
    )


def numbers_of(chart: Flipchart, rewriting: Rewriting) -> list[int]:
    """The entries that may have to be rewritten, in order, those that hold
    passages themselves last.
    """
    found = {number for item in rewriting.items for number in chart.said_in.get(item, ())}
    return [*sorted(found - set(rewriting.own)), *rewriting.own]


def _with_private_ids(chart: Flipchart, ids: Iterable[int]) -> frozenset[int]:
    things = [chart.find(id) for id in ids]
    private = (
        thing.private_id for thing in things if thing is not None and thing.private_id is not None
    )
    return frozenset([*ids, *(thing.id for thing in things if thing is not None), *private])


def _everywhere(chart: Flipchart, ids: tuple[int, ...], change: Change) -> Rewriting:
    items = _with_private_ids(chart, ids)
    return Rewriting(items=items, rewritten=lambda number, stored: _of_items(stored, items, change))


def _of_a_reason(chart: Flipchart, entry: ReasonTakenBack) -> Rewriting:
    """One reason goes, as it was given and as it was corrected since; the other words
    of its thing stay.
    """
    thing = chart.things[chart.renumbered.get(entry.about, entry.about)]
    given = reasons_of(thing)[entry.place].entry

    def rewritten(number: int, stored: Entry) -> Entry:
        corrects = isinstance(stored, ReasonReworded) and stored.place == entry.place
        if number != given and not corrects:
            return stored
        return every(stored, lambda name, words: TAKEN_BACK if name == "reason" else words)

    return Rewriting(items=_with_private_ids(chart, (thing.id,)), rewritten=rewritten)


def _of_items(stored: Entry, items: frozenset[int], change: Change) -> Entry:
    """The entry with the words of these things changed; a veil's passages with the
    thing that they are of.
    """
    if not isinstance(stored, WordsVeiled):
        return every(stored, change) if not items.isdisjoint(items_of(stored)) else stored
    if items.issuperset(items_of(stored)):
        return every(stored, change)
    return of_places(stored, items, change)


def _masking(chart: Flipchart, number: int, entry: WordsMasked) -> Rewriting:
    passage = entry.passage.shown
    whole = entry.about is not None and not passage
    items = _with_private_ids(
        chart, entry.found if entry.about is None else with_own_offers(chart, entry.about)
    )

    veils, covered = frozenset(chart.veils), veils_by_thing(chart)

    def rewritten(other: int, stored: Entry) -> Entry:
        if other == number:
            return every(
                stored,
                lambda name, words: Words(MASK) if name == "passage" and words.text else words,
            )
        if other > number or (isinstance(stored, WordsVeiled) and other in veils and not whole):
            return stored
        if whole and isinstance(stored, WordsVeiled):  # what it put over them is not the thing's
            return of_places(stored, items, _masked_whole)
        things = {first_id(chart, item) for item in items_of(stored)}
        over = [passages for one in things for id, passages in covered.get(one, ()) if other < id]

        def change(name: str, words: Words) -> Words:
            if not words.text:  # a mask of the whole has no passage, by which it is known
                return words
            return Words(MASK) if whole else Words(masked_outside(words.text, passage, over))

        return _of_items(stored, items, change)

    return Rewriting(items=items, rewritten=rewritten, own=(number,))


def _confirming(chart: Flipchart, entry: VeilsConfirmed) -> Rewriting:
    confirming, ids = Confirming(chart, entry), tuple(sorted({id for id, _ in entry.veils}))
    return Rewriting(
        items=_with_private_ids(chart, tuple(about for _, about in entry.veils)),
        rewritten=confirming.rewritten, own=ids, reads=ids, read=confirming.read,
    )  # fmt: skip
