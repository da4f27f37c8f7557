"""What the entries of a record hold once some of what a veil covers is masked for good."""

from collections.abc import Sequence

from msgspec.structs import replace

from footpath.method.flipchart.entries import Entry, items_of
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.held_words import Change, every
from footpath.method.own_words.masked_for_good import VeilsConfirmed
from footpath.method.own_words.unveiling import WordsVeiled
from footpath.method.words.veils import final_text
from footpath.method.words.words import MASK, Words

Passages = tuple[Words, ...]


def with_put_masked(stored: WordsVeiled, later: Sequence[Passages]) -> WordsVeiled:
    """A veil with what a facilitator put over the words masked, where later veils
    cover passages of that.
    """
    passages = [one for one in later if one]
    return (
        replace(stored, replacement=final_text(stored.replacement, passages))
        if stored.replacement
        else stored
    )


def of_places(stored: WordsVeiled, items: frozenset[int], change: Change) -> WordsVeiled:
    """A veil with what it covers of these things changed."""
    places = (every(one, change) if one.about in items else one for one in stored.places)
    return replace(stored, places=tuple(places))


def first_id(chart: Flipchart, id: int) -> int:
    """The id that a thing had first: it may get another while the record is rewritten."""
    thing = chart.find(id)
    return id if thing is None else thing.private_id or thing.id


def veils_by_thing(chart: Flipchart) -> dict[int, list[tuple[int, Passages]]]:
    """By the first id of each thing the veils that lie over it, and what each covers there."""
    found = dict[int, list[tuple[int, Passages]]]()
    for veil in chart.veils.values():
        for about, passages in veil.places.items():
            found.setdefault(first_id(chart, about), []).append((veil.id, passages))
    return found


class Confirming:
    """What becomes of a record where veils are final. What these cover is read from it first, a
    few entries at a time: very many can come due together.
    """

    def __init__(self, chart: Flipchart, entry: VeilsConfirmed) -> None:
        """Nothing was read yet."""
        self._chart = chart
        self._final = {(id, first_id(chart, about)) for id, about in entry.veils}
        self._covering = dict[int, list[tuple[int, Passages]]]()

    def read(self, number: int, stored: Entry) -> None:
        """Learn what a veil covers of the things in which it is final."""
        for place in stored.places if isinstance(stored, WordsVeiled) else ():
            thing = first_id(self._chart, place.about)
            if (number, thing) in self._final:
                self._covering.setdefault(thing, []).append((number, place.passages))

    def rewritten(self, number: int, stored: Entry) -> Entry:
        """An entry with what lies beneath these masked, and a veil itself without that."""
        if not isinstance(stored, WordsVeiled):
            over = self._later(number, next(iter(items_of(stored)), 0))
            return every(stored, lambda name, words: final_text(words, over)) if over else stored
        later = [one for place in stored.places for one in self._later(number, place.about)]
        # what a veil held of the things that it does not cover any more is of no use
        places = tuple(
            replace(place, passages=tuple(Words(MASK) for _ in place.passages))
            if (number, first_id(self._chart, place.about)) in self._final
            else place
            for place in stored.places
        )
        return with_put_masked(replace(stored, places=places), later)

    def _later(self, number: int, item: int) -> list[Passages]:
        """What veils that were laid after an entry cover of a thing."""
        over = self._covering.get(first_id(self._chart, item), ())
        return [passages for veil, passages in over if number < veil]
