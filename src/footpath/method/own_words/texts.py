"""Every text of a thing with the entry that put it there, and whose it is: its wordings, and what
it has beside them (E10).
"""

from collections.abc import Iterator
from typing import NamedTuple

from footpath.method.flipchart.entries import Recorded
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.held_words import beside
from footpath.method.flipchart.put_beside import PutThere
from footpath.method.things.story_titles import who_titled
from footpath.method.things.things import (
    GROUP_TEXT,
    Element,
    Experience,
    SharedValue,
    Thing,
    Wording,
)
from footpath.method.words.veils import sealed
from footpath.method.words.words import Words

_PUT_ON_IT = ("tags", "parked", "hidden")
"""What people put on a thing that is somebody else's."""
_GIVEN = (*_PUT_ON_IT, "why", "reason", "reviews")
"""The same of the group's text, of which reasons are somebody's own."""
_TOLD = (
    "quote", "feeling_words", "who", "used", "lane", "stage", "inputs", "outputs", "branches",
    "left_as",
)  # fmt: skip
"""What may be corrected a little, and was said before too."""


class TextOf(NamedTuple):
    """A text of a thing, the entry that put it there, and whose it is; None where it is the
    group's, or nobody's to know (A3).
    """

    words: Words
    number: int
    by: int | None


def follow(chart: Flipchart, recorded: Recorded) -> None:
    """An entry has happened: remember which texts the thing has now that it makes or is about."""
    entry = recorded.entry
    id = getattr(entry, "id", None)
    named = getattr(entry, "about", None) if id is None else id
    thing = chart.find(named) if isinstance(named, int) else None
    if thing is None:
        return
    now = {
        sealed(words): PutThere(recorded.number, _whose(thing, name, recorded), name in _TOLD)
        for name, words in beside(thing)
        if sealed(words) and not thing.withdrawn
    }
    if now or chart.put_beside.texts:
        chart.put_beside.stand(thing.private_id or thing.id, now)


def _whose(thing: Thing, name: str, recorded: Recorded) -> int | None:
    if getattr(recorded.entry, "unnamed", False):
        return None
    if isinstance(thing, GROUP_TEXT):
        return recorded.by if name in _GIVEN else None
    if name in _PUT_ON_IT:
        return recorded.by
    if isinstance(thing, Experience):
        is_told = recorded.by in {*thing.storytellers, *thing.left}
        return recorded.by if is_told else thing.told_first
    return thing.by


def beside_wordings(chart: Flipchart, thing: Thing) -> dict[str, TextOf]:
    """What a thing has beside its wordings, by the text beneath any veil."""
    known = chart.put_beside.texts.get(thing.private_id or thing.id, {})
    is_nameless, found = chart.is_nameless(thing), dict[str, TextOf]()
    for one in thing.beside if isinstance(thing, SharedValue | Element) else ():
        for words in one.words:
            found.setdefault(sealed(words), TextOf(words, one.entry, None))
    for _, words in beside(thing):
        text = sealed(words)
        put, first = known.get(text), found.get(text)
        if put is not None and (first is None or put.number <= first.number):
            found[text] = TextOf(words, put.number, None if is_nameless else put.by)
        elif first is None:
            found[text] = TextOf(words, thing.made_by_entry, None)
    found.pop("", None)
    return found


def stood_before(chart: Flipchart, thing: Thing) -> list[TextOf]:
    """What it had in the place of these, as far as it is remembered: the first of it."""
    known = chart.put_beside.texts.get(thing.private_id or thing.id)
    if not known:
        return []
    standing = {sealed(words) for _, words in beside(thing)}
    by_nobody = chart.is_nameless(thing)
    return [
        TextOf(Words(text), put.number, None if by_nobody else put.by)
        for text, put in known.items()
        if text not in standing
    ]


def said_in_thing(chart: Flipchart, thing: Thing) -> Iterator[TextOf]:
    """All that was said in a thing, earlier too; but why it was hidden reaches few."""
    for one in thing.wordings:
        yield TextOf(one.words, one.entry, _who_worded(chart, thing, one))
    hidden = sealed(thing.hidden) if thing.hidden is not None else None
    yield from (text for said, text in beside_wordings(chart, thing).items() if said != hidden)
    yield from stood_before(chart, thing)


def _who_worded(chart: Flipchart, thing: Thing, one: Wording) -> int | None:
    if isinstance(thing, GROUP_TEXT) or chart.is_nameless(thing):
        return None
    return who_titled(thing, one) if isinstance(thing, Experience) else thing.by
