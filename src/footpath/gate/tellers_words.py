"""Whose the words of stories and their moments are. Pure."""

from msgspec.structs import replace

from footpath.gate.authors import Authors, Hands
from footpath.method.flipchart.entries import Recorded
from footpath.method.phases import experience
from footpath.method.things.things import Moment, Thing
from footpath.method.throughout import (
    arranging,
    joint_stories,
    moments,
)


def _own(by: Recorded) -> Hands:
    return frozenset({(by.by, by.number)})


def thing_of(authors: Authors, id: int) -> Thing | None:
    return authors.chart.find(id)


def story_told(authors: Authors, entry: experience.ExperienceTold, by: Recorded) -> None:
    """A story is its tellers', whoever laid it out; of no teller and an unknown
    hand it is nobody's.
    """
    hands = frozenset((person, by.number) for person in (by.by, *entry.storytellers))
    authors.word(entry.id, entry.title, by, hands)
    authors.put(entry.id, "side", entry.side, by, hands)
    authors.put(entry.id, "when", entry.when, by, hands)
    authors.put_all(entry.id, "lanes", entry.lanes, by, hands)
    authors.put_all(entry.id, "stages", entry.stages, by, hands)


def told_together(authors: Authors, entry: joint_stories.ToldTogether, by: Recorded) -> None:
    """Who tells a story from now on is asked about its title as well, from the entry on
    with which they do.
    """
    hands = frozenset((person, by.number) for person in entry.tellers)
    for place, said in enumerate(list(authors.of(entry.about).wordings)):
        authors.share(entry.about, place, replace(said, hands=hands))


def moment_placed(authors: Authors, entry: moments.MomentPlaced, by: Recorded) -> None:
    authors.word(entry.id, entry.words, by)
    _put_on_the_map(authors, entry.id, entry, by, _own(by))
    authors.set(entry.id, "feeling", by)
    authors.set(entry.id, "inferred", by)


def moment_arranged(authors: Authors, entry: arranging.MomentArranged, by: Recorded) -> None:
    """Who arranged it set what has changed; what the author asked for stays the
    author's words (A4).
    """
    before = thing_of(authors, entry.about)
    assert isinstance(before, Moment)
    own = frozenset({(before.by, by.number)}) if entry.at_request else _own(by)
    _put_on_the_map(authors, entry.about, entry, by, own)
    for name in ("feeling", "inferred"):
        if getattr(before, name) != getattr(entry, name):
            authors.set(entry.about, name, by)


def _put_on_the_map(
    authors: Authors,
    id: int,
    entry: moments.MomentPlaced | arranging.MomentArranged,
    by: Recorded,
    own: Hands,
) -> None:
    for name in ("lane", "stage"):
        authors.put(id, name, getattr(entry, name), by)
    for name in ("quote", "feeling_words"):
        authors.put(id, name, getattr(entry, name), by, own)
    for name in ("who", "used"):
        authors.put_all(id, name, getattr(entry, name), by)
