"""The oracle's reading of what things are tied to, and how elements lead on."""

from collections.abc import Sequence
from typing import Any

from oracle_record import ReadAgain, Said

from footpath.method.things.things import (
    Aim,
    Element,
    Moment,
    Note,
    SharedValue,
)


def ways_on(
    element: Element, labels: Sequence[tuple[int, str, str]]
) -> list[tuple[str, int | None, str]]:
    """How an element leads on, each way with what may be read of its name: (to, name, what may
    be read) is given.
    """
    found: list[tuple[str, int | None, str]] = []
    for way in element.branches:
        text = way.label.text if way.label is not None else None
        goes = element.id if way.ends else way.to
        label = [cut for to, before, cut in labels if (to, before) == (goes, text)]
        how = (
            "ends_here"
            if way.ends
            else "leads_to" + (f"_{element.fork}_of" if element.fork else "")
        )
        found.append((how, goes, label[0] if label else ""))
    return found


def without_a_lonely_fork(links: set[tuple[str, int, str]]) -> set[tuple[str, int, str]]:
    """A single way does not tell that there were several."""
    ways = [how for how, _, _ in links if how.startswith(("leads_to", "ends_here"))]
    if len(ways) != 1:
        return links
    return {
        ("leads_to" if how.startswith("leads_to") else how, to, label) for how, to, label in links
    }


def links_of(
    record: ReadAgain, id: int, said: Said, leaving: dict[int, Said]
) -> set[tuple[str, int, str]]:
    """What a thing that leaves is tied to, as far as that leaves too."""
    thing: Any = record.chart.things.get(id)
    found: list[tuple[str, Any, str]] = []
    if thing is None:
        found = [("about", said["about"][0], "")] + [
            ("rests_on", to, "") for to in said["about"][1:]
        ]
    elif isinstance(thing, Note):
        found = [("about", to, "") for to in thing.about]
        found += [("merged_into", thing.merged_into, ""), ("in_group", thing.group, "")]
    elif isinstance(thing, Moment):
        on_map = [one for one in record.chart.story(thing.experience).moments if one in leaving]
        found = [("in_story", thing.experience, str(on_map.index(id) + 1))]
    elif isinstance(thing, Aim):
        found = [("rests_on", to, "") for to in thing.rests_on]
    elif isinstance(thing, SharedValue):
        found = [("heard_in", to, "") for to in thing.rests_on] + [
            ("in_tension_with", to, "") for to in thing.tension
        ]
    elif isinstance(thing, Element):
        found = [("answers", to, "") for to in thing.answers] + [
            ("serves", to, "") for to in thing.serves
        ]
        found += ways_on(thing, said["labels"])
    ended = [(how, record.id(to), label) for how, to, label in found if to is not None]
    return without_a_lonely_fork({link for link in ended if link[1] in leaving})
