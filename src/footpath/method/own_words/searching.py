"""Looking through everybody's words: for a name that is to be covered, and for copies of
what is taken back.

A search over a large flipchart takes long, so it can be made beside the writer, bit by bit
(`Searched`); the writer then looks only through what was worded after it.
"""

from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping

from footpath.method.flipchart.entries import Hand
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.own_words.reaching import STILL, reached_others
from footpath.method.own_words.texts import TextOf, beside_wordings, stood_before
from footpath.method.things.story_titles import who_titled
from footpath.method.things.things import (
    AUTHORED,
    Experience,
    Moment,
    Offer,
    Thing,
    Wording,
)
from footpath.method.words.copies import Said
from footpath.method.words.sought import Row, Searched, Sought, Spans, without_a_rest
from footpath.method.words.veils import sealed
from footpath.method.words.words import Words

Look = Callable[[Thing], tuple[Words, ...]]
"""Gives the passages of a thing that are looked for, each as it stands there."""

Search = Iterator[tuple[int, Searched] | None]
"""None after each step, so that whoever runs it can let others go first; and of what was asked
what was found, by its place. The first is always answered; for whom there was no room, the search
is to be made again.
"""


def through(chart: Flipchart, look: Look) -> Generator[None, None, dict[int, tuple[Words, ...]]]:
    """Look through all that was not taken back."""
    found: dict[int, tuple[Words, ...]] = {}
    for thing in list(chart.things.values()):
        if not thing.withdrawn and (passages := look(thing)):
            found[thing.id] = passages
        yield None
    return found


def found_in(chart: Flipchart, hand: Hand, look: Look) -> dict[int, tuple[Words, ...]]:
    """What was found beside the writer, with what was worded since; or what is found now.
    By the ids of now.
    """
    if hand.searched is None:
        return without_a_rest(through(chart, look))
    ids = {chart.renumbered.get(id, id): passages for id, passages in hand.searched.found.items()}
    again = {chart.renumbered.get(id, id) for id in hand.searched.again}
    found = {
        id: passages
        for id, passages in ids.items()
        if id not in again and not chart.things[id].withdrawn
    }
    worded = (chart.things[id] for id in sorted(again) if id in chart.things)
    return found | {
        thing.id: found for thing in worded if not thing.withdrawn and (found := look(thing))
    }


def said_in(chart: Flipchart, gone: Collection[Thing]) -> tuple[Said, ...]:
    """The words of things of which copies are looked for: every wording, and of a moment what its
    teller said and felt.

    First is who stands first in the record: a time that somebody gave proves nothing. Words that
    reached nobody else are not looked for, and others only in what was said after they had.
    """
    said = [
        (thing, sealed(one.words), one.entry, _whose(chart, thing, one))
        for thing in gone
        if not _became_its_authors(chart, thing, gone)
        for one in thing.wordings
    ]
    said += [
        (thing, text, beside_wordings(chart, thing)[text].number, _whose(chart, thing))
        for thing in gone
        for words in _beside(thing)
        if (text := sealed(words))
    ]
    since = (
        Said(text=text, number=number, by=by, reached=reached_others(chart, thing, number))
        for thing, text, number, by in said
    )
    return tuple(one for one in since if one.reached != STILL)


def offered_in(chart: Flipchart, gone: Collection[Thing]) -> tuple[Said, ...]:
    """Others' corrections among these that were taken, and whose they are, as far as everybody
    knows.
    """
    return tuple(
        Said(text=sealed(one.words), number=one.entry, by=thing.by)
        for thing in gone
        if _became_its_authors(chart, thing, gone) and not chart.is_nameless(thing)
        for one in thing.wordings
    )


def _became_its_authors(chart: Flipchart, thing: Thing, gone: Collection[Thing]) -> bool:
    """Whether it is another wording that the author of what goes with it took for their own."""
    if not isinstance(thing, Offer) or thing.settled != "taken":
        return False
    beside, text = chart.things[thing.about], sealed(thing.words)
    return beside in gone and any(sealed(one.words) == text for one in beside.wordings)


def _whose(chart: Flipchart, thing: Thing, wording: Wording | None = None) -> int | None:
    """Whose words are taken back: a story's are its teller's, and never those of who laid it out;
    another wording's are whose it is. None where that is not to be known (A3).
    """
    if chart.is_nameless(thing):
        return None
    if isinstance(thing, Experience) and wording is not None:
        return who_titled(thing, wording)
    return thing.by


def _beside(thing: Thing) -> list[Words]:
    return (
        [w for w in (thing.quote, thing.feeling_words) if w is not None]
        if isinstance(thing, Moment)
        else []
    )


def copies_in(
    chart: Flipchart,
    sought: Sought,
    among: int,
    thing: Thing,
    text_of: Callable[[Words], str] = sealed,
    *,
    before: Mapping[Row, int] | None = None,
) -> Generator[None, None, dict[str, Spans]]:
    """The texts of a thing in which copies stand, and where these begin and end; by itself
    also beneath veils.

    Of somebody's own words the wording that stands, of the group's text every one, since
    all of them are read. `before` is what its author had said elsewhere, and when.
    """
    worded = [Said(text=text_of(one.words), number=one.entry) for one in thing.wordings]
    found = (
        (yield from sought.through(worded, among, last=isinstance(thing, AUTHORED), before=before))
        if worded
        else {}
    )
    known = {one.text for one in worded}
    before_these: list[Said] | None = None
    for words, number, _ in beside_wordings(chart, thing).values():
        if not (text := text_of(words)) or text in known:
            continue
        known.add(text)
        if before_these is None:
            before_these = _said(stood_before(chart, thing))
        said = [*before_these, Said(text=text, number=number)]
        found |= yield from sought.through(said, among, last=True, before=before)
    return found


def _said(texts: Iterable[TextOf]) -> list[Said]:
    return [Said(text=sealed(words), number=number) for words, number, _ in texts]
