"""Paraphrases: other words for a shared thing, written by who keeps the notes, used once its author
accepts them (C9).

They can be written for whatever everybody sees, and whether they were accepted is shown to the
author alone: so neither the page nor what is written there tells who permits what.
"""

from collections.abc import Iterable, Sequence

from django.db import transaction
from msgspec import Struct

from footpath.method import Flipchart, Recorded, Refusal, losing_words
from footpath.method.audiences.own_things import OwnThing, name_of
from footpath.method.things.things import AUTHORED, Experience, Moment, Note, Phase, Thing
from footpath.method.words.words import VeiledWords
from footpath.method.words.words import said as tidied
from footpath.research import recalls
from footpath.research.models import Paraphrase
from footpath.room.running import rooms
from footpath.workshops.models import Workshop

NOT_THERE = "It is not there for everybody to see any more, so nothing was kept."
REWORDED = "It was reworded meanwhile. Read it again, and write other words for what it says now."
OWN = (
    "These are your own words. Somebody else writes other words for them, and you say whether they "
    "are right."
)
COVERED = (
    "Something in it is covered just now, and other words may say it. Write them once that is "
    "settled."
)
TOO_LATE = "These other words were for an earlier wording, so there is nothing to accept any more."


class Shared(Struct, frozen=True, kw_only=True):
    """One thing that everybody sees, as the page lists it."""

    id: int
    version: int
    phase: Phase
    name: str
    text: str
    is_own: bool
    """Whether it is the reader's own: nobody writes other words for themselves."""
    is_covered: bool
    """Whether a veil lies over it: other words for it may say what it hides, and are shown to
    nobody but its author.
    """


def shared(chart: Flipchart, person: int) -> list[Shared]:
    """What everybody sees and somebody known said, by phase; notes by their numbers, which
    are shuffled (A2).
    """
    several = (
        sum(isinstance(thing, Experience) and thing.stands for thing in chart.things.values()) > 1
    )
    things = [
        thing
        for thing in chart.things.values()
        if isinstance(thing, AUTHORED) and _is_there(chart, thing)
    ]
    found = [
        Shared(
            id=thing.id,
            version=thing.version,
            name=name_of(chart, thing, person, several),
            text=thing.words.shown,
            phase=thing.phase if isinstance(thing, Note) else Phase.EXPERIENCE,
            is_own=thing.by == person,
            is_covered=_is_covered(thing),
        )
        for thing in things
    ]
    return sorted(found, key=lambda one: (list(Phase).index(one.phase), one.id))


def _is_there(chart: Flipchart, thing: Thing) -> bool:
    """Whether somebody said it whom others know, or nobody is told who did: also of an unknown
    hand, which this must not tell from others (A3).
    """
    is_somebodys = thing.by is not None or thing.unnamed
    return chart.may_read(thing, None) and thing.stands and thing.hidden is None and is_somebodys


def _is_covered(thing: Thing) -> bool:
    return any(isinstance(words, VeiledWords) for words in thing.all_words)


def write(workshop: Workshop, person: int, about: int, version: int, text: str) -> None:
    """Write other words for a thing, for its author to accept.

    Raises:
        Refusal: when it is gone, covered, was reworded, is one's own, or nothing was written.
    """
    words = tidied(text).shown

    def look(chart: Flipchart) -> str:
        thing = chart.find(about)
        if not isinstance(thing, AUTHORED) or not _is_there(chart, thing):
            return NOT_THERE
        if thing.by == person:
            return OWN
        if _is_covered(thing):
            return COVERED
        return REWORDED if thing.version != version else ""

    wrong = rooms().read(workshop.pk, look)
    if wrong:
        raise Refusal(wrong)
    given = {"workshop": workshop, "about": about, "version": version, "text": words}
    if not Paraphrase.objects.filter(**given).exclude(accepted=False).exists():
        Paraphrase.objects.create(written_by=person, **given)


def for_authors(
    workshop: Workshop, own: Iterable[OwnThing], *, only_accepted: bool = False
) -> dict[int, list[Paraphrase]]:
    """Other words for the things of an author, as these now stand, that wait for an
    answer or were accepted.
    """
    versions = {said.id: said.version for said in own if said.is_own and not said.state}
    found: dict[int, list[Paraphrase]] = {}
    rows = Paraphrase.objects.filter(workshop=workshop).exclude(accepted=False).order_by("pk")
    for row in rows.filter(accepted=True) if only_accepted else rows:
        if versions.get(row.about) == row.version:
            found.setdefault(row.about, []).append(row)
    return found


def settle(workshop: Workshop, person: int, about: int, paraphrase: int, accepted: bool) -> None:
    """An author accepts other words, for this wording only, or leaves them.

    Raises:
        Refusal: when they are no author of it, or it was reworded since.
    """

    def look(chart: Flipchart) -> tuple[int | None, bool]:
        thing, removed = chart.find(about), person in chart.people and chart.people[person].removed
        return (
            thing.version if thing is not None and thing.by == person and thing.stands else None
        ), removed

    version, removed = rooms().read(workshop.pk, look)
    rows = Paraphrase.objects.filter(workshop=workshop, about=about, version=version)
    if removed:  # they were shown none that they had not accepted before
        rows = rows.filter(accepted=True)
    if version is None or not rows.filter(pk=paraphrase).exclude(written_by=person).exists():
        raise Refusal(TOO_LATE)
    with transaction.atomic():
        if accepted:
            rows.filter(accepted=True).exclude(pk=paraphrase).update(accepted=False)
        rows.filter(pk=paraphrase).update(accepted=accepted)
    recalls.after_change(workshop)


def forget_gone(workshop: int, entries: Sequence[Recorded]) -> None:
    """Other words for what was taken back go with it, and for what was masked: they may
    say the same (S7).
    """
    told = set(Paraphrase.objects.filter(workshop=workshop).values_list("about", flat=True))
    if not told:
        return
    lost = {about for one in entries for about in losing_words(one.entry)}

    def look(chart: Flipchart) -> list[int]:
        changed = {chart.renumbered.get(about, about) for about in lost}
        things = ((about, chart.find(about)) for about in told)
        return [
            about
            for about, thing in things
            if thing is None
            or thing.withdrawn
            or thing.id in changed
            or _story_is_gone(chart, thing)
        ]

    Paraphrase.objects.filter(workshop=workshop, about__in=rooms().read(workshop, look)).delete()


def _story_is_gone(chart: Flipchart, thing: Thing) -> bool:
    return isinstance(thing, Moment) and chart.story(thing.experience).withdrawn
