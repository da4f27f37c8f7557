"""W21: places are never oversold, and a freed one goes to the next. W22: who waits is nowhere
shown as attending.
"""

import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from registering_people import Announced

from footpath.mail.models import Letter
from footpath.mail.writing import write
from footpath.notices.models import Notice, Sitting
from footpath.registering import registrations
from footpath.registering.models import Registration
from footpath.registering.news import go_on_with_mailings, tell_changed
from footpath.registering.places import offer_due_places
from footpath.workshops.models import Workshop

Announce = Callable[..., Announced]
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


class List:
    """A workshop of two places that begins in ten days, and its list as names."""

    def __init__(self) -> None:
        self.workshop = Workshop.objects.create(title="Buying", made_with=str(uuid.uuid4()))
        self.notice = Notice.objects.create(
            workshop=self.workshop, state="published", places=2, drop_in=False
        )
        starts = NOW + timedelta(days=10)
        Sitting.objects.create(
            notice=self.notice, starts_at=starts, ends_at=starts + timedelta(hours=2)
        )

    def __call__(self, name: str, now: datetime = NOW, email: str = "") -> Registration:
        given = {"name": name, "email": email or f"{name}@example.org", "research": {}}
        return registrations.register(self.workshop, uuid.uuid4(), given, now)

    def states(self) -> dict[str, str]:
        return dict(
            Registration.objects.filter(workshop=self.workshop)
            .order_by("pk")
            .values_list("name", "state")
        )


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


@pytest.mark.parametrize("email", ["cy@example.org", "ADA@example.org", "nobody@example.org"])
def test_W25a_a_known_address_waits_and_is_offered_a_place_like_an_unknown_one(
    people: List, email: str
) -> None:
    people("Eve", email=email)
    people("Fox")
    for name in ("Ada", "Bo", "Cy"):
        registrations.stay_away(named(name), NOW)
    assert people.states() == dict.fromkeys(("Ada", "Bo", "Cy"), "not coming") | {
        "Di": "offered",
        "Eve": "offered",
        "Fox": "waiting",
    }
    registrations.come(named("Eve"), NOW)
    registrations.stay_away(named("Eve"), NOW)
    assert people.states()["Fox"] == "offered"


@pytest.mark.parametrize("email", ["ada@example.org", "nobody@example.org"])
def test_W25a_a_known_address_takes_a_place_like_an_unknown_one(db: None, email: str) -> None:
    people = List()
    for name, address in (("Ada", ""), ("Eve", email), ("Fox", "")):
        people(name, email=address)
    assert people.states() == {"Ada": "coming", "Eve": "coming", "Fox": "waiting"}


def test_W16_an_address_hears_of_a_change_though_its_first_registration_does_not_come(
    people: List,
) -> None:
    people("Eve", email="ada@example.org")
    registrations.stay_away(named("Ada"), NOW)
    tell_changed(Notice.objects.get())
    go_on_with_mailings(NOW)
    changes = Letter.objects.filter(purpose="changed", registration__email="ada@example.org")
    assert [
        getattr(letter.about, "name", "") for letter in changes if write(letter) is not None
    ] == ["Eve"]


def test_W21b_who_shares_an_address_is_told_of_their_turn(people: List) -> None:
    people("Eve", email="ada@example.org")
    for name in ("Ada", "Bo", "Cy"):
        registrations.stay_away(named(name), NOW)
    assert letters("Eve") == ["waiting", "place-offered"]


def test_W21a_a_hundred_at_once_get_no_more_places_than_there_are(announced: Announce) -> None:
    workshop = announced(drop_in=False, places=30)
    browsers = [workshop.somebody() for _ in range(100)]
    for browser in browsers:
        browser.http.follow_redirects = False

    def registers(number: int) -> int:
        return browsers[number].registers(f"P{number}", f"p{number}@example.org").status_code

    with ThreadPoolExecutor(100) as sending:
        came = list(sending.map(registers, range(100)))
    states = list(workshop.states().values())
    assert set(came) == {302}
    assert (states.count("coming"), states.count("waiting")) == (30, 70)


def test_W21b_a_freed_place_is_offered_to_whoever_waited_longest(people: List) -> None:
    assert people.states() == {"Ada": "coming", "Bo": "coming", "Cy": "waiting", "Di": "waiting"}
    registrations.stay_away(named("Ada"), NOW)
    assert people.states() == {
        "Ada": "not coming",
        "Bo": "coming",
        "Cy": "offered",
        "Di": "waiting",
    }
    assert letters("Cy") == ["waiting", "place-offered"]


def test_W21b_an_offered_place_is_nobody_elses(people: List) -> None:
    registrations.stay_away(named("Ada"), NOW)
    people("Eve")
    registrations.come(named("Ada"), NOW)
    assert people.states() == {
        "Ada": "waiting",
        "Bo": "coming",
        "Cy": "offered",
        "Di": "waiting",
        "Eve": "waiting",
    }


def test_W21b_an_offer_is_taken_or_refused(people: List) -> None:
    registrations.stay_away(named("Ada"), NOW)
    registrations.come(named("Cy"), NOW)
    registrations.stay_away(named("Bo"), NOW)
    registrations.stay_away(named("Di"), NOW)
    assert people.states() == {
        "Ada": "not coming",
        "Bo": "not coming",
        "Cy": "coming",
        "Di": "not coming",
    }
    assert letters("Cy")[-1] == "registered"


def test_W21b_an_offer_ends_after_a_day_and_goes_to_the_next(people: List) -> None:
    registrations.stay_away(named("Ada"), NOW)
    offer_due_places(NOW + timedelta(hours=23, minutes=59))
    assert people.states()["Cy"] == "offered"
    offer_due_places(NOW + timedelta(hours=24))
    assert people.states() == {
        "Ada": "not coming",
        "Bo": "coming",
        "Cy": "not coming",
        "Di": "offered",
    }
    assert letters("Cy")[-1] == "place-gone"
    assert letters("Di")[-1] == "place-offered"


def test_W21b_an_offer_that_has_ended_cannot_be_taken(people: List) -> None:
    registrations.stay_away(named("Ada"), NOW)
    late = NOW + timedelta(hours=25)
    registrations.come(named("Cy"), late)
    assert people.states()["Cy"] != "coming"
    assert list(people.states().values()).count("coming") == 1


def test_W21b_shortly_before_the_start_an_offer_is_shorter(people: List) -> None:
    eve = NOW + timedelta(days=9, hours=20)
    registrations.stay_away(named("Ada"), eve)
    assert named("Cy").offered_until == eve + timedelta(hours=2)


def test_W21b_nothing_is_offered_once_it_is_over_or_cancelled(people: List) -> None:
    registrations.stay_away(named("Ada"), NOW + timedelta(days=11))
    assert people.states()["Cy"] == "waiting"
    Notice.objects.update(state="cancelled")
    registrations.stay_away(named("Bo"), NOW)
    assert people.states()["Cy"] == "waiting"


def test_W21b_a_higher_limit_offers_what_it_frees_and_a_lower_one_takes_nothing_away(
    people: List,
) -> None:
    Notice.objects.update(places=4)
    offer_due_places(NOW)
    assert people.states() == {"Ada": "coming", "Bo": "coming", "Cy": "offered", "Di": "offered"}
    Notice.objects.update(places=1)
    offer_due_places(NOW)
    assert people.states() == {"Ada": "coming", "Bo": "coming", "Cy": "offered", "Di": "offered"}


def test_W21b_the_waiting_list_can_be_left(people: List) -> None:
    registrations.stay_away(named("Cy"), NOW)
    registrations.stay_away(named("Ada"), NOW)
    assert people.states() == {
        "Ada": "not coming",
        "Bo": "coming",
        "Cy": "not coming",
        "Di": "offered",
    }


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


def test_W21c_what_was_said_for_somebody_is_written_as_such_and_undone_by_themselves(
    people: List,
) -> None:
    registrations.stay_away(named("Ada"), NOW, said_for_them=True)
    letter = Letter.objects.get(registration__name="Ada", purpose="not-coming")
    written = write(letter)
    assert written is not None
    assert "Those who prepare Buying said that you are not coming" in written.body
    registrations.stay_away(named("Cy"), NOW)
    registrations.come(named("Ada"), NOW)
    assert people.states()["Ada"] == "waiting"
