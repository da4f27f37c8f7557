"""What the entry of a veil holds, once some of what it covers is masked for good or lifted."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from footpath.method.own_words.unveiling import WordsVeiled
from footpath.method.words.veils import Covered, final_text
from footpath.method.words.words import MASK, Words


def with_put_masked(stored: WordsVeiled, later: Sequence[tuple[Words, ...]]) -> WordsVeiled:
    """A veil with what a facilitator put over the words masked, where later veils
    cover passages of that.
    """
    passages = [one for one in later if one]
    return (
        replace(stored, replacement=final_text(stored.replacement, passages))
        if stored.replacement
        else stored
    )


def without_uncovered(veils: tuple[Covered, ...]) -> Callable[[int, WordsVeiled], WordsVeiled]:
    """What a veil held of the things that it does not cover any more is of no use, and goes."""

    def rewritten(number: int, stored: WordsVeiled) -> WordsVeiled:
        places = tuple(
            replace(place, passages=tuple(Words(MASK) for _ in place.passages))
            if (number, place.about) in veils
            else place
            for place in stored.places
        )
        return replace(stored, places=places)

    return rewritten
