"""Renaming: somebody takes another name for themselves (G4)."""

from footpath.method import refusals
from footpath.method.flipchart.entries import (
    Command,
    Entry,
    Hand,
    PersonId,
    Recorded,
)
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.lookalikes import looks_of
from footpath.method.refusals import Refusal
from footpath.method.things.people import MOST_NAMES
from footpath.method.words.words import LONGEST_NAME, Words, named


class Rename(Command, frozen=True, kw_only=True):
    """Somebody takes another name for themselves."""

    name: str


class PersonRenamed(Entry, frozen=True, kw_only=True):
    words_of = "person"
    known_to = "everyone"
    person: PersonId
    name: Words


def rename(chart: Flipchart, command: Rename, hand: Hand) -> list[Entry]:
    assert hand.by is not None
    name = named(command.name, LONGEST_NAME)
    if chart.people[hand.by].renamed >= MOST_NAMES - 1:
        raise Refusal(refusals.NAMES_ENOUGH.format(most=MOST_NAMES))
    if chart.closed:
        _check_was_nobodys(chart, hand.by, name)
    return [PersonRenamed(person=hand.by, name=name)]


def _check_was_nobodys(chart: Flipchart, person: int, name: Words) -> None:
    """After the close nobody takes a name under which readers know somebody else; one's own
    earlier ones they may.

    Raises:
        Refusal: when it looks like one that somebody else has or had.
    """
    looks, own = looks_of(name.shown), chart.people[person]
    if not looks.isdisjoint({own.looks, *own.once}):
        return
    others = (one for one in chart.people.values() if one.id != person)
    if any(one.looks in looks or not looks.isdisjoint(one.once) for one in others):
        raise Refusal(refusals.ANOTHERS_NAME)


def person_renamed(chart: Flipchart, entry: PersonRenamed, recorded: Recorded) -> None:
    person = chart.people[entry.person]
    person.once.add(person.looks)
    person.name, person.named_in = entry.name, recorded.number
    person.renamed += 1
    chart.touch_person(entry.person)
