"""L5: an address that only a database takes for somebody's, and that anybody can buy."""

from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from mailing import Days, Post, coming, words_of

from footpath.accounts.models import Account
from footpath.pages.registering.people_acts import correct_address
from footpath.registering import news
from footpath.registering.models import Registration
from footpath.registering.personal_links import mailed_link
from footpath.registering.where_held import is_registered
from footpath.research.reviewing import was_there

pytestmark = pytest.mark.django_db(transaction=True)
ANNS, EVES = "ann@gmail.com", "ann@gma\u0131l.com"
BEFORE = [("registering", "0010_entries_of_their_own")]


@pytest.fixture
def ann() -> Registration:
    return registered("Ann", ANNS)


def registered(name: str, email: str, beside: Registration | None = None) -> Registration:
    one = coming(name, notice=beside.workshop.notice if beside else None)  # type: ignore[attr-defined]
    one.email = email
    one.save()
    return one


def is_told(one: Registration, days: Days) -> None:
    news.tell(one, "registered")
    days.go(seconds=1)


def test_L5h_a_letter_to_an_address_like_anothers_names_no_link_of_theirs(
    ann: Registration, post: Post, days: Days
) -> None:
    is_told(registered("Eve", EVES, ann), days)
    [mail] = post.taken
    assert mail["To"] == "ann@xn--gmal-nza.com"
    assert mailed_link(ann) not in words_of(mail)


def test_L5h_a_letter_compares_again_where_it_goes(
    ann: Registration, post: Post, days: Days
) -> None:
    eve = registered("Eve", EVES, ann)
    Registration.objects.filter(pk=ann.pk).update(address=eve.address)
    is_told(eve, days)
    assert mailed_link(ann) not in words_of(post.taken[0])


def test_W16_a_change_reaches_each_of_two_addresses_that_look_alike(
    ann: Registration, post: Post, days: Days
) -> None:
    registered("Eve", EVES, ann)
    news.tell_changed(ann.workshop.notice)  # type: ignore[attr-defined]
    news.go_on_with_mailings(days.now)
    days.go(minutes=2)
    assert [words_of(mail)[:10] for mail in post.taken] == ["Hello Ann,", "Hello Eve,"]


def test_W25c_one_address_typed_in_two_ways_hears_once(post: Post, days: Days) -> None:
    one = registered("Ann", "ann@Müller.de")
    registered("Bo", "Ann@xn--mller-kva.de", one)
    news.tell_changed(one.workshop.notice)  # type: ignore[attr-defined]
    news.go_on_with_mailings(days.now)
    days.go(minutes=2)
    assert len(post.taken) == 1


def test_L5h_an_account_with_an_address_like_anothers_is_not_who_registered(
    ann: Registration,
) -> None:
    said = {
        email: (is_registered(account, ann.workshop.notice), was_there(account, ann.workshop))  # type: ignore[attr-defined]
        for email in (ANNS, EVES)
        if (account := Account.objects.create_user(email))
    }
    assert said == {ANNS: (True, True), EVES: (False, False)}


def test_W10_an_address_may_be_corrected_to_one_that_looks_like_anothers(
    ann: Registration, post: Post, days: Days
) -> None:
    eve = registered("Eve", "eve@gmail.com", ann)
    post.refusing = eve.email
    is_told(eve, days)
    correct_address(ann.workshop, eve.pk, EVES)
    eve.refresh_from_db()
    assert (eve.email, eve.address) == (EVES, "ann@xn--gmal-nza.com")


def test_W25c_who_registered_before_an_update_is_found_by_address(ann: Registration) -> None:
    executor: Any = MigrationExecutor(connection)
    executor.migrate(BEFORE)
    Registration.objects.filter(pk=ann.pk).update(email="Ann@Müller.de")
    call_command("migrate", verbosity=0, interactive=False)
    ann.refresh_from_db()
    assert ann.address == "ann@xn--mller-kva.de"
