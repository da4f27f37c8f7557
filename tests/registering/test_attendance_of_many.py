"""L2: keeping who came to an assembly holds the database for an instant at a time. W27:
each is kept once.
"""

from collections import Counter
from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from transactions import weighed

from footpath.registering.attendance import saw
from footpath.registering.mailings import SLICE
from footpath.registering.models import Attendance, Registration
from footpath.workshops.models import Workshop

pytestmark = pytest.mark.django_db(transaction=True)
PEOPLE = 2 * SLICE + 5
STATEMENTS = 5
"""Of a slice: the workshop, who registered, what is kept of them, who is new, whom a
facilitator named before.
"""


def came(workshop: Workshop, people: int, at: datetime) -> None:
    saw(workshop.pk, None, set(range(1, people + 1)), at)


def test_L2g_who_came_is_kept_in_small_transactions_and_who_is_kept_already_is_no_work(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assembly, now = (
        Workshop.objects.create(address="moot", title="The moot", made_with="moot"),
        timezone.now(),
    )
    with weighed(monkeypatch) as first:
        came(assembly, PEOPLE, now)
    with weighed(monkeypatch) as one_more:
        came(assembly, PEOPLE + 1, now)
    with weighed(monkeypatch) as nobody_new:
        came(assembly, PEOPLE + 1, now)
    assert len(first.made) == 3 and max(first.made) <= STATEMENTS
    assert len(one_more.made) == 1 and max(one_more.made) <= STATEMENTS
    assert nobody_new.made == []


def test_W27_of_many_each_is_kept_once_and_what_a_facilitator_said_stays() -> None:
    assembly, now = (
        Workshop.objects.create(address="fair", title="The fair", made_with="fair"),
        timezone.now(),
    )
    said = [
        Registration.objects.create(workshop=assembly, name="Sam", person=person)
        for person in (2, SLICE + 2)
    ]
    for registration in said:
        Attendance.objects.create(
            workshop=assembly, registration=registration, came=False, corrected=True
        )
    Attendance.objects.create(workshop=assembly, person=3, came=False, corrected=True)
    for minute in range(2):
        came(assembly, PEOPLE + minute, now + timedelta(minutes=minute))
    kept = Attendance.objects.filter(workshop=assembly)
    assert Counter(kept.values_list("person", flat=True)) == Counter(range(1, PEOPLE + 2))
    assert sorted(kept.filter(came=False).values_list("person", flat=True)) == [2, 3, SLICE + 2]
    assert set(kept.exclude(person=PEOPLE + 1).values_list("first_seen_at", flat=True)) == {now}
