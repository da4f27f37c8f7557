"""Looking through everybody's words: for a name that is to be covered, and for copies of what is taken back.

A search over a large flipchart takes long, so it can be made beside the writer, bit by bit (`Searched`); the writer
then looks only through what was worded after it.
"""

from collections.abc import Callable, Iterable, Iterator

from footpath.method.copies import Said, Searched, Withheld
from footpath.method.entries import Hand
from footpath.method.flipchart import Flipchart
from footpath.method.held_words import words_within
from footpath.method.things import AUTHORED, Element, Moment, Thing
from footpath.method.words import VeiledWords, Words

Look = Callable[[Thing], tuple[Words, ...]]
"""Gives the passages of a thing that are looked for, each as it stands there."""

Search = Iterator[Searched | None]
"""None after each thing, so that whoever runs it can let others go first; what was found comes last."""


def through(chart: Flipchart, look: Look, finder: Withheld | None = None) -> Search:
    """Look through all that was not taken back."""
    found: dict[int, tuple[Words, ...]] = {}
    for thing in list(chart.things.values()):
        if not thing.withdrawn and (passages := look(thing)):
            found[thing.id] = passages
        yield None
    yield Searched(found=found, finder=finder)


def found_in(chart: Flipchart, hand: Hand, look: Look) -> dict[int, tuple[Words, ...]]:
    """What was found beside the writer, with what was worded since; or what is found now. By the ids of now."""
    if hand.searched is None:
        *_, searched = through(chart, look)
        return searched.found if searched is not None else {}
    ids = {chart.renumbered.get(id, id): passages for id, passages in hand.searched.found.items()}
    again = {chart.renumbered.get(id, id) for id in hand.searched.again}
    found = {id: passages for id, passages in ids.items() if id not in again and not chart.things[id].withdrawn}
    worded = (chart.things[id] for id in sorted(again) if id in chart.things)
    return found | {thing.id: found for thing in worded if not thing.withdrawn and (found := look(thing))}


def said_in(gone: Iterable[Thing]) -> tuple[Said, ...]:
    """The words of things of which copies are looked for: every wording, and of a moment what its teller said and felt.

    First is who stands first in the record: a time that somebody gave proves nothing.
    """
    said: list[Said] = []
    for thing in gone:
        said += [Said(text=sealed(one.words), number=one.entry) for one in thing.wordings]
        said += [Said(text=sealed(words), number=worded_in(thing)) for words in _beside(thing)]
    return tuple(said)


def finder_of(said: Iterable[Said]) -> Withheld:
    """What finds exact copies of these words."""
    return Withheld(said, near=False)


def _beside(thing: Thing) -> list[Words]:
    return [w for w in (thing.quote, thing.feeling_words) if w is not None] if isinstance(thing, Moment) else []


def worded_in(thing: Thing) -> int:
    """The entry in which what stands beside a thing's wording was last put, by its number."""
    return (thing.arranged_in or thing.made_by_entry) if isinstance(thing, Moment | Element) else thing.made_by_entry


def sealed(words: Words) -> str:
    """The text that lies beneath its veils; of plain words the text."""
    return words.sealed if isinstance(words, VeiledWords) else words.shown


def copies_in(
    chart: Flipchart, finder: Withheld, thing: Thing, text_of: Callable[[Words], str] = sealed
) -> dict[str, tuple[tuple[int, int], ...]]:
    """The texts of a thing in which copies stand, and where these begin and end; by itself also beneath veils.

    Of somebody's own words the wording that stands, of the group's text every one, since all of them are read.
    """
    worded = [Said(text=text_of(one.words), number=one.entry) for one in thing.wordings]
    rows = [worded[: place + 1] for place in range(len(worded))]
    rows = rows[-1:] if isinstance(thing, AUTHORED) else rows
    known = {one.text for one in worded}
    number = worded_in(thing)
    others = dict.fromkeys(text_of(words) for words in words_within(thing))
    rows += [[Said(text=text, number=number)] for text in others if text and text not in known]
    return {said[-1].text: spans for said in rows if (spans := finder.exact(said))}
