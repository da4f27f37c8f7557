"""Taking words back from the record: how each stored entry reads once words were taken back or masked."""

from collections.abc import Callable

import msgspec

from footpath.method.entries import Entry
from footpath.method.flipchart import Flipchart
from footpath.method.masking import WordsMasked
from footpath.method.stepping_back import PersonForgotten
from footpath.method.taking_back import CopiesMasked, WordsTakenBack, looked_for, without_copies
from footpath.method.words import MASK, TAKEN_BACK, Words, masked

Rewriting = Callable[[Entry], Entry]
NOBODYS_NAME = Words("Somebody")
"""What stands for the name of who had it taken out."""
_MAIN_FIELDS = ("words", "title", "name")


def rewriting_of(chart: Flipchart, entry: Entry) -> Rewriting | None:
    """How every stored entry of the workshop is rewritten because of this one; None where nothing is."""
    if isinstance(entry, WordsTakenBack):
        ids = _with_private_ids(chart, set(entry.about))
        return lambda stored: _of_items(stored, ids, lambda name, words: TAKEN_BACK)
    if isinstance(entry, CopiesMasked):
        finder = looked_for(chart.things[chart.renumbered.get(id, id)] for id in entry.of)
        ids = _with_private_ids(chart, set(entry.about))
        return lambda stored: _of_items(stored, ids, lambda name, words: without_copies(finder, words))
    if isinstance(entry, WordsMasked):
        return _masking(chart, entry)
    if isinstance(entry, PersonForgotten):
        return lambda stored: _of_items(stored, {entry.person}, _forgotten)
    return None


def _forgotten(name: str, words: Words) -> Words:
    return NOBODYS_NAME if name == "name" else TAKEN_BACK


def _masking(chart: Flipchart, entry: WordsMasked) -> Rewriting:
    passage = entry.passage.shown
    if entry.about is None:
        return lambda stored: every(stored, lambda name, words: masked(words, passage))
    offers = chart.offers.get(chart.renumbered.get(entry.about, entry.about), set[int]())
    ids = _with_private_ids(chart, {entry.about, *offers})
    if passage:
        return lambda stored: _of_items(stored, ids, lambda name, words: masked(words, passage))
    whole = entry.replacement or Words(MASK)

    def replaced(name: str, words: Words) -> Words:
        if words.text is None:
            return words
        return whole if name in _MAIN_FIELDS else Words(MASK)

    return lambda stored: stored if isinstance(stored, WordsMasked) else _of_items(stored, ids, replaced)


def _with_private_ids(chart: Flipchart, ids: set[int]) -> set[int]:
    return ids | {private for private, public in chart.renumbered.items() if public in ids}


def item_of(entry: Entry) -> int | None:
    """The thing or person whose words an entry carries; None for words of the workshop itself, or for no words."""
    if entry.words_of is None or entry.words_of == "all":
        return None
    return getattr(entry, entry.words_of)


def _of_items(stored: Entry, ids: set[int], change: Callable[[str, Words], Words]) -> Entry:
    item = item_of(stored)
    return every(stored, change) if item is not None and item in ids else stored


def every(stored: Entry, change: Callable[[str, Words], Words]) -> Entry:
    """The entry with every field of type Words changed, by its name and what it holds, whatever it stands in."""
    changed = {
        field.name: new
        for field in msgspec.structs.fields(stored)
        if (new := _changed(getattr(stored, field.name), field.name, change)) != getattr(stored, field.name)
    }
    return msgspec.structs.replace(stored, **changed) if changed else stored


def _changed(held: object, name: str, change: Callable[[str, Words], Words]) -> object:
    if isinstance(held, Words):
        return change(name, held)
    if isinstance(held, tuple):
        return tuple(_changed(item, name, change) for item in held)
    if isinstance(held, dict):
        return {key: _changed(item, name, change) for key, item in held.items()}
    if isinstance(held, msgspec.Struct):
        parts = {f.name: _changed(getattr(held, f.name), name, change) for f in msgspec.structs.fields(held)}
        return msgspec.structs.replace(held, **parts)
    return held
