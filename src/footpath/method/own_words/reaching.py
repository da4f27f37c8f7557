"""Since when words reach others: what nobody but their author received cannot have been copied
from them (C8, E10).

A private memo, a moment for oneself and a note that lies face down reach nobody but their author
and who typed them. Words that others say meanwhile are nobody's copies of these, whatever is
shown of them later.
"""

from collections.abc import Iterator, Sequence

from footpath.method.flipchart.entries import Entry
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.private_ids import MadeKnown
from footpath.method.things.things import Experience, Moment, Note, Offer, Thing
from footpath.method.things.visibility import Visibility
from footpath.method.throughout.notes import NotesRevealed

STILL = 2**62
"""Later than every entry: nobody else has received it yet."""


def follow(chart: Flipchart, entry: Entry) -> None:
    """An entry has happened: remember which of the things that it is about reach others from now
    on, or do no more.
    """
    for thing in _concerned(chart, entry):
        times = chart.alone.get(thing.private_id or thing.id, ())
        was_alone, is_alone = (
            bool(times) and times[-1][1] == STILL,
            not _reaches_others(chart, thing),
        )
        if is_alone == was_alone:
            continue
        if is_alone:
            chart.alone[thing.private_id or thing.id] = (*times, (chart.number, STILL))
        else:
            chart.alone[thing.private_id or thing.id] = (*times[:-1], (times[-1][0], chart.number))


def reached_others(chart: Flipchart, thing: Thing, number: int) -> int:
    """The entry with which words that a thing got in entry `number` reached others; STILL
    where they have not.

    Who typed a thing for somebody reads what its author puts there later, and has not typed that.
    """
    typed_by_another = thing.by is not None and thing.typed_by not in (None, thing.by)
    reads_it = isinstance(thing, Note | Experience) or (
        isinstance(thing, Moment) and chart.reaches(thing, thing.typed_by)
    )
    if typed_by_another and number > thing.made_by_entry and reads_it:
        return number
    times = chart.alone.get(thing.private_id or thing.id, ())
    return next((until for since, until in times if since <= number < until), number)


def _concerned(chart: Flipchart, entry: Entry) -> Iterator[Thing]:
    """What an entry makes, shows or is about; of a story its moments too, and what is offered
    beside each of them.
    """
    for thing in (chart.find(id) for id in _named(entry)):
        moments = thing.moments if isinstance(thing, Experience) else ()
        for one in [] if thing is None else [thing, *(chart.things[id] for id in moments)]:
            yield one
            for offer in chart.offers.get(one.id, ()):
                yield chart.things[offer]


def _named(entry: Entry) -> Sequence[int]:
    if isinstance(entry, NotesRevealed | MadeKnown):
        return [public for _, public in entry.order]
    named = getattr(entry, "about" if getattr(entry, "id", None) is None else "id", None)
    return named if isinstance(named, tuple) else [named] if isinstance(named, int) else []


def _reaches_others(chart: Flipchart, thing: Thing) -> bool:
    if chart.reaches(thing, None):
        return True
    about = chart.things[thing.about] if isinstance(thing, Offer) else thing
    if isinstance(about, Moment | Experience) and chart.reach(about) is Visibility.FACILITATORS:
        return True
    # facilitators read it (G12)
    if about is not thing and about.hidden is not None and chart.may_read(about, None):
        return True
    return any(
        chart.reaches(thing, person)
        for person in chart.insiders(thing) - {thing.by, thing.typed_by}
    )
