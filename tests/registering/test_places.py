"""W21: places are never oversold, and a freed one goes to the next. W22: who waits is nowhere shown as attending."""

import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from registering_people import Announced

from footpath.mail.models import Letter
from footpath.mail.writing import write
from footpath.notices.models import Notice, Sitting
from footpath.registering import coming
from footpath.registering.models import Registration
from footpath.registering.places import offer_due_places
from footpath.workshops.models import Workshop

Announce = Callable[..., Announced]
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


class List:
    """A workshop of two places that begins in ten days, and its list as names."""

    def __init__(self) -> None:
        self.workshop = Workshop.objects.create(title="Buying", made_with=str(uuid.uuid4()))
        self.notice = Notice.objects.create(workshop=self.workshop, state="published", places=2, drop_in=False)
        starts = NOW + timedelta(days=10)
        Sitting.objects.create(notice=self.notice, starts_at=starts, ends_at=starts + timedelta(hours=2))

    def __call__(self, name: str, now: datetime = NOW) -> Registration:
        given = {"name": name, "email": f"{name}@example.org", "research": {}}
        return coming.register(self.workshop, uuid.uuid4(), given, now)

    def states(self) -> dict[str, str]:
        return dict(Registration.objects.filter(workshop=self.workshop).order_by("pk").values_list("name", "state"))


@pytest.fixture
def people(db: None) -> List:
    """Four people: Ada and Bo have the places, Cy and Di wait."""
    made = List()
    for name in ("Ada", "Bo", "Cy", "Di"):
        made(name)
    return made


def named(name: str) -> Registration:
    return Registration.objects.get(name=name)


def letters(name: str) -> list[str]:
    return list(
        Letter.objects.filter(registration__name=name)
        .exclude(purpose__startswith="reminder")
        .order_by("pk")
        .values_list("purpose", flat=True)
    )


def test_W21_a_hundred_at_once_get_no_more_places_than_there_are(announced: Announce) -> None:
    workshop = announced(drop_in=False, places=30)
    browsers = [workshop.somebody() for _ in range(100)]

    def registers(number: int) -> int:
        return browsers[number].registers(f"P{number}", f"p{number}@example.org").status_code

    with ThreadPoolExecutor(100) as sending:
        came = list(sending.map(registers, range(100)))
    states = list(workshop.states().values())
    assert set(came) == {200}
    assert (states.count("coming"), states.count("waiting")) == (30, 70)


def test_W21_a_freed_place_is_offered_to_whoever_waited_longest(people: List) -> None:
    assert people.states() == {"Ada": "coming", "Bo": "coming", "Cy": "waiting", "Di": "waiting"}
    coming.stay_away(named("Ada"), NOW)
    assert people.states() == {"Ada": "not coming", "Bo": "coming", "Cy": "offered", "Di": "waiting"}
    assert letters("Cy") == ["waiting", "place-offered"]


def test_W21_an_offered_place_is_nobody_elses(people: List) -> None:
    coming.stay_away(named("Ada"), NOW)
    people("Eve")
    coming.come(named("Ada"), NOW)
    assert people.states() == {"Ada": "waiting", "Bo": "coming", "Cy": "offered", "Di": "waiting", "Eve": "waiting"}


def test_W21_an_offer_is_taken_or_refused(people: List) -> None:
    coming.stay_away(named("Ada"), NOW)
    coming.come(named("Cy"), NOW)
    coming.stay_away(named("Bo"), NOW)
    coming.stay_away(named("Di"), NOW)
    assert people.states() == {"Ada": "not coming", "Bo": "not coming", "Cy": "coming", "Di": "not coming"}
    assert letters("Cy")[-1] == "registered"


def test_W21_an_offer_ends_after_a_day_and_goes_to_the_next(people: List) -> None:
    coming.stay_away(named("Ada"), NOW)
    offer_due_places(NOW + timedelta(hours=23, minutes=59))
    assert people.states()["Cy"] == "offered"
    offer_due_places(NOW + timedelta(hours=24))
    assert people.states() == {"Ada": "not coming", "Bo": "coming", "Cy": "not coming", "Di": "offered"}
    assert letters("Cy")[-1] == "place-gone"
    assert letters("Di")[-1] == "place-offered"


def test_W21_an_offer_that_has_ended_cannot_be_taken(people: List) -> None:
    coming.stay_away(named("Ada"), NOW)
    late = NOW + timedelta(hours=25)
    coming.come(named("Cy"), late)
    assert people.states()["Cy"] != "coming"
    assert list(people.states().values()).count("coming") == 1


def test_W21_shortly_before_the_start_an_offer_is_shorter(people: List) -> None:
    eve = NOW + timedelta(days=9, hours=20)
    coming.stay_away(named("Ada"), eve)
    assert named("Cy").offered_until == eve + timedelta(hours=2)


def test_W21_nothing_is_offered_once_it_is_over_or_cancelled(people: List) -> None:
    coming.stay_away(named("Ada"), NOW + timedelta(days=11))
    assert people.states()["Cy"] == "waiting"
    Notice.objects.update(state="cancelled")
    coming.stay_away(named("Bo"), NOW)
    assert people.states()["Cy"] == "waiting"


def test_W21_a_higher_limit_offers_what_it_frees_and_a_lower_one_takes_nothing_away(people: List) -> None:
    Notice.objects.update(places=4)
    offer_due_places(NOW)
    assert people.states() == {"Ada": "coming", "Bo": "coming", "Cy": "offered", "Di": "offered"}
    Notice.objects.update(places=1)
    offer_due_places(NOW)
    assert people.states() == {"Ada": "coming", "Bo": "coming", "Cy": "offered", "Di": "offered"}


def test_W21_the_waiting_list_can_be_left(people: List) -> None:
    coming.stay_away(named("Cy"), NOW)
    coming.stay_away(named("Ada"), NOW)
    assert people.states() == {"Ada": "not coming", "Bo": "coming", "Cy": "not coming", "Di": "offered"}


def test_W22_who_waits_sees_that_and_neither_place_nor_way_in(announced: Announce) -> None:
    workshop = announced(drop_in=False, places=1, place="The Old Bakery")
    first, second = (workshop.registers(name, f"{name}@example.org") for name in ("Ada", "Bo"))
    assert "The Old Bakery" in first.mine()
    assert second.heading == "You are on the waiting list"
    assert "The Old Bakery" not in second.mine()
    assert "LOCATION" not in second.get(f"/w/{workshop.address}/mine/calendar.ics").text
    assert second.presses("join").status_code == 400
    assert "Bo" not in workshop.doors.arrive("Fay", "facilitator").open().raw[0]


def test_W22_who_was_offered_a_place_takes_it_on_their_own_page(announced: Announce) -> None:
    workshop = announced(drop_in=False, places=1)
    first, second = (workshop.registers(name, f"{name}@example.org") for name in ("Ada", "Bo"))
    first.presses("stay-away")
    assert (first.heading, second.heading) == ("You are not coming", "A place is free for you")
    second.presses("come")
    assert second.heading == "You are coming, Bo"
    assert "coming after all" in first.mine()


def test_W21_what_was_said_for_somebody_is_written_as_such_and_undone_by_themselves(people: List) -> None:
    coming.stay_away(named("Ada"), NOW, said_for_them=True)
    letter = Letter.objects.get(registration__name="Ada", purpose="not-coming")
    written = write(letter)
    assert written is not None
    assert "Those who prepare Buying said that you are not coming" in written.body
    coming.stay_away(named("Cy"), NOW)
    coming.come(named("Ada"), NOW)
    assert people.states()["Ada"] == "waiting"
