"""Calendar programs take the entry with the higher number: one number must never stand for
two different hours.
"""

import random
from datetime import UTC, timedelta
from typing import Any

import pytest
from convening import Convening, fields
from django.http import QueryDict
from icalendar import Calendar

from footpath.mail.models import Letter
from footpath.notices import calendar_files
from footpath.notices.models import Notice, SeenBy, Sitting
from footpath.pages.notices.editing import Editing
from footpath.registering.about import letters_before
from footpath.registering.models import Registration

pytestmark = pytest.mark.django_db

Said = tuple[str, int, Any]
"""An entry's UID, its SEQUENCE, and when it begins and ends."""


def read(file: bytes) -> set[Said]:
    entries: list[Any] = Calendar.from_ical(file).walk("VEVENT")
    return {
        (
            str(one["UID"]),
            int(one["SEQUENCE"]),
            tuple(one[name].dt.astimezone(UTC) for name in ("DTSTART", "DTEND")),
        )
        for one in entries
    }


def every_file(notice: Notice, people: list[Registration]) -> set[Said]:
    """What everybody's file and the feed say, each made from what somebody looked up before."""
    found = read(calendar_files.feed("Hedgerow", [notice])) | read(
        calendar_files.for_public(notice, SeenBy.MEMBERS)
    )
    for one in people:
        invited = calendar_files.Invited(one.email, one.name, "", True, letters_before(one), None)
        found |= read(calendar_files.own(notice, invited))
    return found


def numbers(found: set[Said]) -> int:
    return len({(uid, number) for uid, number, _ in found})


@pytest.mark.parametrize("seed", range(3))
def test_W11b_no_number_means_two_hours_whatever_is_changed_in_whatever_order(
    convening: Convening, seed: int
) -> None:
    chance, notice = random.Random(seed), convening.published()
    client, path = convening.device(convening.sorrel), f"/w/{notice.workshop.address}/notice"
    people, found = list[Registration](), set[Said]()
    for _ in range(5):
        before = Notice.objects.get(pk=notice.pk)
        typed = chance.choice(
            [
                {"sittings-0-day": f"2031-05-0{chance.randint(1, 9)}"},
                {"title": f"Buying {chance.random()}"},
                {"time_zone": chance.choice(["Europe/London", "Europe/Madrid"])},
                {"place": f"Hall {chance.random()}"},
                {"access": "Captions are on."},
                {"sittings-0-starts": "09:00", "sittings-0-ends": "11:00"},
                {},
            ]
        )
        if not typed:
            given = {
                "name": f"Bo{len(people)}",
                "email": f"bo{len(people)}@example.org",
                "state": "coming",
            }
            people.append(Registration.objects.create(workshop=notice.workshop, **given))
        assert client.post(path, {**fields(client, path), **typed}).status_code == 302
        found |= every_file(before, people) | every_file(Notice.objects.get(pk=notice.pk), people)
    assert numbers(found) == len(found) > 1


def test_W11b_a_file_that_is_made_while_hours_change_has_their_number(convening: Convening) -> None:
    notice = convening.published()
    looked_up = Notice.objects.get(pk=notice.pk)
    found = every_file(looked_up, [])
    Sitting.objects.update(starts_at=Sitting.objects.get().starts_at + timedelta(minutes=30))
    Notice.objects.update(sequence=1)
    found |= every_file(looked_up, [])
    assert numbers(found) == len(found) == 2


def test_W11b_two_who_change_a_notice_at_once_count_it_up_twice(convening: Convening) -> None:
    notice = convening.published()
    client, path = convening.device(convening.sorrel), f"/w/{notice.workshop.address}/notice"
    sent = fields(client, path)
    both = [Notice.objects.select_related("workshop").get(pk=notice.pk) for _ in range(2)]
    found = set[Said]()
    for looked_up, day in zip(both, ("2031-05-05", "2031-05-06"), strict=True):
        data = QueryDict(mutable=True)
        data.update({**sent, "sittings-0-day": day})
        editing = Editing(looked_up, is_fixed=False, data=data)
        assert editing.is_valid()
        editing.keep(convening.sorrel)
        found |= every_file(Notice.objects.get(pk=notice.pk), [])
    assert numbers(found) == len(found) == 2
    assert Letter.objects.count() == 0
