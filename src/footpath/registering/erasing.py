"""Erasing everything of a person: what goes at once, what at a random time, and what could not be taken back (W29)."""

import contextlib
import random
import uuid
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Q

from footpath.method import OWN_PAGES, Flipchart, Refusal
from footpath.method.stepping_back import ForgetMe
from footpath.method.taking_back import TakeBack, copies_of, goes_back
from footpath.method.things import GROUP_TEXT, Experience, Moment, Thing
from footpath.notices.models import Notice
from footpath.publishing.copies import CopiedInto, places_of
from footpath.record.writing import Fault
from footpath.registering import keeping, places
from footpath.registering.models import Attendance, Registration, ToTakeBack
from footpath.research import answering
from footpath.research.consents import Giver
from footpath.room.running import rooms
from footpath.workshops.models import Workshop

WITHIN = timedelta(hours=72)
AGAIN = timedelta(hours=1)
"""When what was refused is asked for again: so often copies may be covered."""
_chance = random.SystemRandom()


@dataclass
class Theirs:
    """What of a flipchart somebody can take back, by id; and what stays."""

    named: list[int] = field(default_factory=list[int])
    unnamed: list[int] = field(default_factory=list[int])
    stories: list[int] = field(default_factory=list[int])
    told_together: int = 0
    """Stories that somebody else tells as well: of these the person's own moments go, and the rest is the other's."""


def theirs(chart: Flipchart, person: int) -> Theirs:
    """What somebody wrote and told. Text of the group's is nobody's own, and votes are no words."""
    found = Theirs()
    for thing in chart.things.values():
        if thing.withdrawn:
            continue
        if isinstance(thing, Experience):
            if thing.storytellers == [person]:
                found.stories.append(thing.id)
            elif person in thing.storytellers:
                found.told_together += 1
        elif thing.by == person and not isinstance(thing, GROUP_TEXT):
            (found.unnamed if chart.is_nameless(thing) else found.named).append(thing.id)
    told = set(found.stories)
    found.named = [id for id in found.named if not _goes_with(chart.things[id], told)]
    return found


def _goes_with(thing: Thing, stories: set[int]) -> bool:
    return isinstance(thing, Moment) and thing.experience in stories and not thing.deleted


def of_person(workshop: Workshop, person: int | None) -> Theirs:
    """What the person of a workshop can take back just now."""

    if person is None:
        return Theirs()
    return rooms().read_own(workshop.pk, person, lambda chart: theirs(chart, person))


def copies_of_theirs(workshop: Workshop, person: int | None) -> tuple[CopiedInto, ...]:
    """Where copies stand of what goes at once, as far as the person may read them (E10)."""

    if person is None:
        return ()
    return rooms().read_own(workshop.pk, person, lambda chart: _copies(chart, person))


def _copies(chart: Flipchart, person: int) -> tuple[CopiedInto, ...]:
    own, ids = theirs(chart, person), list[int]()
    for about in (*own.stories, *own.named):
        with contextlib.suppress(Refusal):  # then it stays, and erasing says why
            ids += goes_back(chart, about, person)
    return places_of(chart, copies_of(chart, tuple(ids)), person)


def erase_everything(
    workshop: Workshop,
    registration: Registration | None,
    person: int | None,
    unnamed_too: bool,
    let_stand: list[int],
    now: datetime,
) -> list[str]:
    """Erase somebody; gives a sentence for each thing that could not be taken back. Done again, it does the rest.

    Copies of their words are masked, except in the things that they let stand (E10).

    Raises:
        Fault: when something could not be stored; what went before it is gone.
    """
    answering.withdraw_all(Giver(workshop, registration, person))
    refused: list[str] = []
    if person is not None:
        own = of_person(workshop, person)
        for about in (*own.stories, *own.named):
            refused += _take_back(workshop, person, about, let_stand)
        if unnamed_too:
            for about in own.unnamed:
                due_at = now + WITHIN * _chance.random()
                ToTakeBack.objects.get_or_create(
                    workshop=workshop, about=about, defaults={"person": person, "due_at": due_at}
                )
        try:
            rooms().submit(workshop.pk, ForgetMe(id=str(uuid.uuid4())), person, OWN_PAGES)
        except Refusal as refusal:
            refused.append(refusal.sentence)
        Attendance.objects.filter(workshop=workshop, person=person).delete()
    if registration is not None:
        _free_place(registration, now)
        Attendance.objects.filter(registration=registration).delete()
        keeping.erase(Registration.every.filter(Q(pk=registration.pk) | Q(double_of=registration.pk)), now)
    keeping.wipe_soon()
    return list(dict.fromkeys(refused))


def _take_back(workshop: Workshop, person: int, about: int, let_stand: list[int]) -> list[str]:
    taking = TakeBack(id=str(uuid.uuid4()), about=about, let_stand=let_stand)
    try:
        rooms().submit(workshop.pk, taking, person, OWN_PAGES)
    except Refusal as refusal:
        return [refusal.sentence]
    return []


def _free_place(registration: Registration, now: datetime) -> None:
    """What they held is offered to the next; nobody writes to them any more."""
    if Notice.objects.filter(pk=registration.workshop.pk).exists():
        with places.holding(registration.workshop) as notice:
            held = Registration.every.get(pk=registration.pk)
            if held.state != Registration.State.NOT_COMING:
                places.give_back(notice, held, now)


def take_back_due(now: datetime) -> None:
    """Take back the things whose time has come; to be called every minute or so. What is refused is asked for again."""
    for due in ToTakeBack.objects.filter(due_at__lte=now).select_related("workshop"):
        try:
            refused = _take_back(due.workshop, due.person, due.about, [])
            is_there = refused and _is_there(due.workshop, due.about)
        except Fault:
            continue  # the next minute
        if is_there:
            due.due_at = now + AGAIN
            due.save(update_fields=["due_at"])
        else:
            due.delete()


def _is_there(workshop: Workshop, about: int) -> bool:
    def look(chart: Flipchart) -> bool:
        thing = chart.find(about)
        return thing is not None and not thing.withdrawn

    return rooms().read(workshop.pk, look)
