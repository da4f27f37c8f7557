"""Who came: seen when somebody's page of the room is open around a sitting, or said by who looks
after people (W27).

Nothing here is on a participant's page: nobody is shown as attending to others without
having said so (W30).
"""

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from footpath.method import Flipchart
from footpath.method.things.people import Person, Role
from footpath.notices.models import Sitting
from footpath.registering.mailings import SLICE
from footpath.registering.models import Attendance, Registration
from footpath.registering.storytellers import Offered as Somebody
from footpath.registering.storytellers import everybody
from footpath.room.running import rooms
from footpath.workshops.models import Workshop

AROUND = timedelta(hours=1)
"""Who is in the room from an hour before a sitting until an hour after it was there."""


def sitting_at(sittings: list[Sitting], at: datetime) -> Sitting | None:
    """The sitting that is on around this moment; of two the one whose beginning is nearer."""
    near = [one for one in sittings if one.starts_at - AROUND <= at <= one.ends_at + AROUND]
    return min(near, key=lambda one: abs(one.starts_at - at), default=None)


def sittings_of(workshop: Workshop) -> list[Sitting]:
    """When it meets, in the order of time; none where it was made by a link alone."""
    return list(Sitting.objects.filter(notice=workshop.pk))


def look_around(now: datetime) -> None:
    """Keep who is in the rooms just now, or was since this was last asked; to be called
    every minute or so.

    Where a workshop has no sittings, it is on while its flipchart is open.
    """
    for workshop, persons in rooms().presence.who_was_here().items():
        sittings = list(Sitting.objects.filter(notice=workshop))
        if persons and _is_on(workshop, sittings, now):
            saw(workshop, sitting_at(sittings, now), persons, now)
        rooms().presence.noted(workshop, persons)


def _is_on(workshop: int, sittings: list[Sitting], now: datetime) -> bool:
    return sitting_at(sittings, now) is not None if sittings else rooms().read(workshop, _is_open)


def _is_open(chart: Flipchart) -> bool:
    is_rehearsal = chart.set_up is not None and chart.set_up.rehearsal
    return chart.opened and not chart.closed and not is_rehearsal


def saw(workshop: int, sitting: Sitting | None, persons: set[int], at: datetime) -> None:
    """These were seen, each once a sitting; who a facilitator said was not there stays away.

    Only who is not noted yet is written, a few at a time, so that nobody waits
    because they are many.
    """
    noted = Attendance.objects.filter(
        workshop=workshop, sitting=sitting, first_seen_at__isnull=False
    )
    new = sorted(persons.difference(noted.values_list("person", flat=True)))
    for first in range(0, len(new), SLICE):
        began = time.monotonic()
        _note(workshop, sitting, new[first : first + SLICE], at)
        time.sleep(time.monotonic() - began)  # as long as it held the database, others are let in


@transaction.atomic
def _note(workshop: int, sitting: Sitting | None, persons: list[int], at: datetime) -> None:
    Workshop.objects.select_for_update().get(pk=workshop)
    registered = Registration.objects.filter(workshop=workshop, person__in=persons)
    known = dict(registered.values_list("person", "pk"))
    theirs = Q(person__in=persons) | Q(registration__in=known.values())
    held = list(Attendance.objects.filter(theirs, workshop=workshop, sitting=sitting))
    by_person = {row.person: row for row in held}
    by_registration = {row.registration_id: row for row in held}  # pyright: ignore[reportAttributeAccessIssue]
    new, said_before = list[Attendance](), list[Attendance]()
    for person in persons:
        registration = known.get(person)
        row = by_person.get(person) or (
            by_registration.get(registration) if registration is not None else None
        )
        if row is None:
            row = Attendance(
                workshop_id=workshop, sitting=sitting, person=person, registration_id=registration
            )
            new.append(row)
        elif row.first_seen_at is None:
            said_before.append(row)
        else:
            continue
        row.first_seen_at, row.person = at, person
    Attendance.objects.bulk_create(new)
    Attendance.objects.bulk_update(said_before, ["first_seen_at", "person"])


def rows_of(
    workshop: Workshop, person: int | None, registration: Registration | None
) -> QuerySet[Attendance]:
    """What is kept about them, as a person of the room or as who registered."""
    theirs = Q(person=person) if person is not None else Q(pk=None)
    if registration is not None:
        theirs |= Q(registration=registration)
    return (
        Attendance.objects.filter(theirs, workshop=workshop)
        .select_related("sitting")
        .order_by("pk")
    )


@dataclass
class Attended:
    """Somebody, and at which sittings they were: yes, no, or None where nobody knows."""

    who: Somebody
    came: dict[int, bool | None] = field(default_factory=dict[int, bool | None])
    """By sitting; 0 stands for a workshop that has none."""

    @property
    def key(self) -> str:
        """What the form calls them."""
        return self.who.key

    @property
    def watches(self) -> bool:
        """Whether they came, or said that they would come, to watch."""
        person, registration = self.who.person, self.who.registration
        if person is not None:
            return Role.OBSERVER in person.roles
        return registration is not None and registration.only_watch

    @property
    def how(self) -> str:
        """How they are known: registered, dropped in, or added without a device."""
        if self.who.registration is not None:
            return "registered"
        return (
            "without a device"
            if self.who.person is not None and self.who.person.without_device
            else "dropped in"
        )


def attended(workshop: Workshop, people: list[Person]) -> list[Attended]:
    """Everybody who registered and has a place, and everybody who came, each
    with where they were.
    """
    sittings = sittings_of(workshop)
    kept = Attendance.objects.filter(workshop=workshop).select_related("sitting").order_by("pk")
    # what was said is not overruled
    rows = _Rows([*_seen_just_now(workshop, sittings, timezone.now()), *kept])
    found = [Attended(who, _came(who, sittings, rows)) for who in everybody(workshop, people)]
    return sorted((one for one in found if _is_shown(one)), key=lambda one: one.who.name.casefold())


class _Rows:
    """What is kept, found by whose it is: of each person in the order in which it was kept."""

    def __init__(self, rows: list[Attendance]) -> None:
        self._places: dict[tuple[str, int | None], list[int]] = {}
        self._rows = rows
        for place, row in enumerate(rows):
            self._places.setdefault(("person", row.person), []).append(place)
            registration: int | None = row.registration_id  # pyright: ignore[reportAttributeAccessIssue]
            self._places.setdefault(("registration", registration), []).append(place)

    def of(self, who: Somebody) -> list[Attendance]:
        person, registration = who.person, who.registration
        places = set(self._places.get(("person", person.id), ()) if person is not None else ())
        places.update(
            self._places.get(("registration", registration.pk), ())
            if registration is not None
            else ()
        )
        return [self._rows[place] for place in sorted(places)]


def _seen_just_now(workshop: Workshop, sittings: list[Sitting], now: datetime) -> list[Attendance]:
    """Who is there, as it will be kept within the minute; a page that is only
    opened keeps nothing.
    """
    persons = rooms().presence.seen_in(workshop.pk)
    if not persons or not _is_on(workshop.pk, sittings, now):
        return []
    at = {"workshop": workshop, "sitting": sitting_at(sittings, now), "first_seen_at": now}
    return [Attendance(person=person, **at) for person in persons]


def _is_shown(one: Attended) -> bool:
    has_place = (
        one.who.registration is not None and one.who.registration.state == Registration.State.COMING
    )
    return (
        has_place
        or one.how == "without a device"
        or any(value is not None for value in one.came.values())
    )


def _came(who: Somebody, sittings: list[Sitting], rows: _Rows) -> dict[int, bool | None]:
    came: dict[int, bool | None] = {one.pk: None for one in sittings} or {0: None}
    if who.person is not None and who.person.without_device:  # the scribe who added them saw them
        added_at = datetime.fromtimestamp(who.person.arrived_at / 1000, UTC)
        sitting = sitting_at(sittings, added_at)
        if sitting is not None or not sittings:
            came[sitting.pk if sitting is not None else 0] = True
    for row in rows.of(who):
        sitting_of_row = row.sitting.pk if row.sitting is not None else 0
        if sitting_of_row in came:
            came[sitting_of_row] = row.came
    return came


def correct(workshop: Workshop, who: Somebody, sitting: int, came: bool) -> None:
    """Somebody who looks after the people says whether a person was there; what is seen later
    does not overrule it.
    """
    with transaction.atomic():
        Workshop.objects.select_for_update().get(pk=workshop.pk)
        held = Sitting.objects.filter(notice=workshop.pk, pk=sitting).first()
        person = who.person.id if who.person is not None else None
        row = rows_of(workshop, person, who.registration).filter(sitting=held).first()
        row = row or Attendance(
            workshop=workshop, sitting=held, person=person, registration=who.registration
        )
        row.came, row.corrected = came, True
        row.save()


def correct_all(workshop: Workshop, rows: list[Attended], shown: set[str], ticked: set[str]) -> int:
    """Take over a form in which `ticked` are said to have come, where `shown` stood
    ticked on the page.

    What came in between the page and the form stays as it is. Returns how many changed.
    """
    changed = 0
    for row in rows:
        for sitting in row.came:
            mark = f"{row.key}:{sitting}"
            if (mark in shown) != (mark in ticked):
                correct(workshop, row.who, sitting, mark in ticked)
                changed += 1
    return changed
