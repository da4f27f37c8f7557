"""Private ids: what not everybody receives has an id of its own kind, and gets everybody's once it
is shown (A2, E3).

Ids that everybody receives are given in order, so a gap would tell that somebody has something
private. A private id is below zero and drawn by chance, so that it tells its holders nothing
of what others have.
"""

from collections.abc import Iterable
from copy import copy
from hashlib import blake2b
from itertools import count

from footpath.method.flipchart.entries import Entry, Hand, Recorded, ThingId
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.grammar import Asked, Happened
from footpath.method.things.collecting import collection_of
from footpath.method.things.things import Experience, Moment, Offer, Thing
from footpath.method.things.visibility import Visibility


class MadeKnown(Entry, frozen=True, kw_only=True):
    """Things that not everybody received are everybody's now: pairs of the private id and the
    id everybody knows.
    """

    known_to = "everyone"
    order: tuple[tuple[ThingId, ThingId], ...]


def private_id(chart: Flipchart, hand: Hand) -> int:
    """An id that nobody has yet, drawn by chance out of 2**29; whole numbers of every
    database are larger.
    """
    drawn = (blake2b(f"{hand.chance}:{n}".encode(), digest_size=4).digest() for n in count())
    ids = (-1 - (int.from_bytes(one) >> 3) for one in drawn)
    return next(id for id in ids if id not in chart.things and id not in chart.renumbered)


def made_known(chart: Flipchart, changing: Iterable[Thing], taken: int = 0) -> list[Entry]:
    """What else happens when things become as `changing` has them: what everybody then
    receives gets public ids.

    A story comes first, then its moments as they stand on its map, then offers in no order that
    tells anything. `taken` ids are given away by the same command already.
    """
    if not chart.unshared:
        return []
    then = copy(chart)
    then.things = chart.things | {thing.id: thing for thing in changing}
    known = sorted(id for id in chart.unshared if _is_everybodys(then, then.things[id]))
    if not known:
        return []
    places = {
        id: place for thing in known_stories(then, known) for place, id in enumerate(thing.moments)
    }
    known.sort(key=lambda id: (_FIRST.index(type(then.things[id])), places.get(id, 0), id))
    return [
        MadeKnown(
            order=tuple((id, chart.next_id + taken + place) for place, id in enumerate(known))
        )
    ]


_FIRST = (Experience, Moment, Offer)


def known_stories(chart: Flipchart, ids: Iterable[int]) -> list[Experience]:
    """The stories in which moments of these ids stand, each once."""
    moments = (thing for id in ids if isinstance(thing := chart.things[id], Moment))
    return list({moment.experience: chart.story(moment.experience) for moment in moments}.values())


def _is_everybodys(chart: Flipchart, thing: Thing) -> bool:
    """Whether everybody would receive it if it had an id for that; what was taken away
    before stays unknown.
    """
    beneath = chart.things[thing.about] if isinstance(thing, Offer) else thing
    return thing.stands and beneath.stands and chart.reaches(thing, None)


def things_made_known(chart: Flipchart, entry: MadeKnown, recorded: Recorded) -> None:
    for private, public in entry.order:
        thing = chart.things[private]
        chart.unshared.discard(private)
        give_id(chart, thing, public)
        for moment in thing.moments if isinstance(thing, Experience) else ():
            told = chart.things[moment]
            assert isinstance(told, Moment)
            told.experience = public
            chart.touch_thing(told)
        if isinstance(thing, Moment):
            story = chart.story(thing.experience)
            story.moments[story.moments.index(private)] = public
            chart.touch_thing(story)
        if isinstance(thing, Offer):
            beside = chart.offers[thing.about]
            beside.discard(private)
            beside.add(public)
            chart.touch_cited(thing.about)


def give_id(chart: Flipchart, thing: Thing, public: int) -> None:
    """Let a thing have the id that everybody knows; who received it before knows
    the earlier one too.
    """
    private = thing.id
    del chart.things[private]
    chart.touch(collection_of(thing), private)
    thing.id, thing.private_id = public, private
    chart.renumber(private, public)
    chart.offers[public] = chart.offers.pop(private, set[int]())
    for offer in (chart.things[id] for id in chart.offers[public]):
        assert isinstance(offer, Offer)
        offer.about = public
        chart.touch_thing(offer)
    chart.add(thing)


def seen_by_facilitators(chart: Flipchart, things: Iterable[Experience | Moment]) -> None:
    """Remember which of these facilitators received before everybody did, and so know
    by their private id.
    """
    for thing in things:
        thing.facilitators_knew = thing.facilitators_knew or (
            thing.id < 0 and chart.reach(thing) is Visibility.FACILITATORS
        )


ASKED: Asked = {}

HAPPENED: Happened = {MadeKnown: things_made_known}
