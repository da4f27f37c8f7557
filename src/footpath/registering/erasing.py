"""Erasing everything of a person: what goes at once, what at a random time, and what could not
be taken back (W29).
"""

import contextlib
import random
import uuid
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from footpath.method import OWN_PAGES, Command, Flipchart, Refusal
from footpath.method.audiences.own_reasons import OwnReason, reasons_by
from footpath.method.flipchart.whose_own import is_ones_own
from footpath.method.own_words.copies_elsewhere import copies_of
from footpath.method.own_words.reasons import TakeBackReason
from footpath.method.own_words.taking_back import goes_back, whose_title_goes
from footpath.method.things.story_titles import worded_of_the_title
from footpath.method.things.things import Experience, Moment, Thing
from footpath.method.throughout.joint_stories import LeaveStory
from footpath.method.throughout.stepping_back import ForgetMe
from footpath.notices.models import Notice
from footpath.publishing.copied_into import CopiedInto, places_of
from footpath.record.others_first import with_rests
from footpath.registering import one_by_one, places, retention, signals
from footpath.registering.models import Attendance, Registration, ToTakeBack
from footpath.room.running import rooms
from footpath.workshops.models import Workshop

WITHIN = timedelta(hours=72)
_chance = random.SystemRandom()


@dataclass
class Theirs:
    """What of a flipchart somebody can take back, by id; and what stays."""

    named: list[int] = field(default_factory=list[int])
    unnamed: list[int] = field(default_factory=list[int])
    stories: list[int] = field(default_factory=list[int])
    reasons: list[OwnReason] = field(default_factory=list[OwnReason])
    """Why they decided something, in their name."""
    titles: list[int] = field(default_factory=list[int])
    """Stories that others tell, or tell now, whose title they worded: that goes, and the
    rest is the others'.
    """
    told_together: list[int] = field(default_factory=list[int])
    """Stories that somebody else tells as well: of these the person's own moments go, and the
    rest is the other's.
    """


def theirs(chart: Flipchart, person: int) -> Theirs:
    """What somebody wrote and told. Text of the group's is nobody's own, and votes are no words."""
    found = Theirs()
    for thing in chart.things.values():
        if thing.withdrawn:
            continue
        if isinstance(thing, Experience):
            if thing.storytellers == [person]:
                found.stories.append(thing.id)
            elif person in thing.storytellers and thing.stands:
                found.told_together.append(thing.id)
            if thing.storytellers != [person] and worded_of_the_title(thing, person):
                found.titles.append(thing.id)
        elif is_ones_own(thing, person):
            (found.unnamed if chart.is_nameless(thing) else found.named).append(thing.id)
    found.reasons = [one for one in reasons_by(chart, person) if not one.is_unnamed]
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
    return rooms().readings.look_through(workshop.pk, person, lambda chart: _copies(chart, person))


def _copies(chart: Flipchart, person: int) -> tuple[CopiedInto, ...]:
    own, ids, titled = theirs(chart, person), list[int](), list[Experience]()
    for about in (*own.stories, *own.named, *own.titles):
        with contextlib.suppress(Refusal):  # then it stays, and erasing says why
            ids += goes_back(chart, about, person)
            story = whose_title_goes(chart, about, person)
            titled += [story] if story is not None else []
    return places_of(chart, with_rests(copies_of(chart, tuple(ids), titled, person)), person)


def erase_everything(
    workshop: Workshop,
    registration: Registration | None,
    person: int | None,
    unnamed_too: bool,
    let_stand: list[int],
    now: datetime,
) -> list[str]:
    """Erase somebody; gives a sentence for what was refused. Done again, it does the rest.

    Their words go one thing after another, by themselves (`one_by_one`). Copies of them are
    covered, except in the things that they let stand (E10).

    Raises:
        Fault: when something could not be stored; what went before it is gone.
    """
    signals.erasing.send(Registration, workshop=workshop, registration=registration, person=person)
    refused: list[str] = []
    if person is not None:
        own = of_person(workshop, person)
        one_by_one.note(workshop, person, (*own.stories, *own.named, *own.titles), let_stand, now)
        if unnamed_too:
            for about in own.unnamed:
                due_at = now + WITHIN * _chance.random()
                ToTakeBack.objects.get_or_create(
                    workshop=workshop, about=about, defaults={"person": person, "due_at": due_at}
                )
        for command in _at_last(own):
            try:
                rooms().submit(workshop.pk, command, person, OWN_PAGES)
            except Refusal as refusal:
                refused.append(refusal.sentence)
        Attendance.objects.filter(workshop=workshop, person=person).delete()
    if registration is not None:
        _free_place(registration, now)
        Attendance.objects.filter(registration=registration).delete()
        retention.erase(Registration.objects.filter(pk=registration.pk), now)
    retention.wipe_soon()
    return list(dict.fromkeys(refused))


def _at_last(own: Theirs) -> list[Command]:
    """What else is asked for somebody who is erased: reasons, their part in others' stories,
    and then their name.
    """
    reasons = [
        TakeBackReason(id=str(uuid.uuid4()), about=one.about, place=one.place)
        for one in own.reasons
    ]
    leaving = [LeaveStory(id=str(uuid.uuid4()), experience=story) for story in own.told_together]
    return [*reasons, *leaving, ForgetMe(id=str(uuid.uuid4()))]


def _free_place(registration: Registration, now: datetime) -> None:
    """What they held is offered to the next; nobody writes to them any more."""
    if Notice.objects.filter(pk=registration.workshop.pk).exists():
        with places.holding(registration.workshop) as notice:
            held = Registration.objects.get(pk=registration.pk)
            if held.state != Registration.State.NOT_COMING:
                places.give_back(notice, held, now)
