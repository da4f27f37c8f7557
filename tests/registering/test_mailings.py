"""L2: what everybody is written holds the database for an instant at a time. W16: it reaches
each of them, once.
"""

import uuid
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone
from mailing import announced, coming, in_days
from transactions import weighed

from footpath.mail.models import Letter
from footpath.notices import states
from footpath.notices.models import Notice, Sitting
from footpath.registering import places
from footpath.registering.mailings import SLICE
from footpath.registering.models import Mailing, Registration
from footpath.registering.news import go_on_with_mailings
from footpath.registering.registrations import register

pytestmark = pytest.mark.django_db(transaction=True)
PEOPLE, SITTINGS = 60, 20
STATEMENTS = 12
"""Of a slice, whatever it is about: the mailing, its people, what they have, what is
overtaken, letters, how far.
"""
OF_OFFERS = 60
"""Of the few offers that are made while a notice is held: some eight for each, and what the
page does besides.
"""


def many(state: str = "coming", **notice: Any) -> Notice:
    """A notice of many sittings, with many people who registered."""
    made = announced(*(in_days(9 + week * 7) for week in range(SITTINGS)), **notice)
    Registration.objects.bulk_create(
        Registration(
            workshop=made.workshop,
            state=state,
            email=f"p{number}@example.org",
            waiting_since=timezone.now() if state == "waiting" else None,
        )
        for number in range(PEOPLE)
    )
    return made


@transaction.atomic
def moves(notice: Notice) -> None:
    """A sitting begins an hour later."""
    before = states.in_calendars(notice)
    first = Sitting.objects.filter(notice=notice)[0]
    Sitting.objects.filter(pk=first.pk).update(starts_at=F("starts_at") + timedelta(hours=1))
    states.change(notice, before)


def cancels(notice: Notice) -> None:
    assert states.cancel(notice, "Too few of us can come.")


def closes(notice: Notice) -> None:
    Notice.objects.filter(pk=notice.pk).update(state="held")
    assert states.close(notice)


def dies_in_the_second_slice(monkeypatch: pytest.MonkeyPatch, at: str) -> None:
    """Follow up, until the process ends at a statement that begins so."""
    with weighed(monkeypatch) as made:
        made.ends_at = lambda sql: len(made.made) == 2 and sql.startswith(at)
        with pytest.raises(SystemExit):
            go_on_with_mailings(timezone.now())


def letters() -> Counter[str]:
    """How many of each purpose there are; each is somebody else's."""
    found = Letter.objects.values_list("purpose", "about_id")
    assert len(found) == len(set(found))
    return Counter(purpose for purpose, _ in found)


@pytest.mark.parametrize(
    ("act", "purpose"), [(moves, "changed"), (cancels, "cancelled"), (closes, "after")]
)
def test_L2g_telling_very_many_is_one_row_and_then_small_transactions(
    monkeypatch: pytest.MonkeyPatch, act: Callable[[Notice], None], purpose: str
) -> None:
    notice = many()
    with weighed(monkeypatch) as page:
        act(notice)
    assert max(page.made) <= STATEMENTS and not letters()
    with weighed(monkeypatch) as after:
        go_on_with_mailings(timezone.now())
    assert max(after.made) <= STATEMENTS and len(after.made) >= PEOPLE // SLICE
    assert letters() == {purpose: PEOPLE}


def test_L2g_reminding_very_many_is_small_transactions(monkeypatch: pytest.MonkeyPatch) -> None:
    many()
    with weighed(monkeypatch) as made:
        go_on_with_mailings(in_days(2.1))
    assert max(made.made) <= STATEMENTS and letters() == {"reminder-week": PEOPLE}


def test_L2g_whoever_registers_has_one_letter_at_once_however_many_sittings(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    notice = many()
    given = {"name": "Ada", "email": "ada@example.org"}
    with weighed(monkeypatch) as made:
        register(notice.workshop, uuid.uuid4(), given, timezone.now())
    assert max(made.made) <= 2 * STATEMENTS and letters() == {"registered": 1}


def test_L2g_offering_very_many_places_is_small_transactions(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    notice = many("waiting", places=PEOPLE)
    given = {"name": "Ada", "email": "ada@example.org"}
    with weighed(monkeypatch) as made:
        ada = register(notice.workshop, uuid.uuid4(), given, timezone.now())
        places.offer_due_places(timezone.now())
    assert max(made.made) <= OF_OFFERS
    assert ada.state == "waiting" and letters() == {"waiting": 1, "place-offered": PEOPLE}


@pytest.mark.parametrize("act", [moves, cancels])
@pytest.mark.parametrize("dies_at", ["INSERT", "UPDATE"])
def test_W16_a_crash_between_two_slices_loses_and_doubles_nothing(
    monkeypatch: pytest.MonkeyPatch, act: Callable[[Notice], None], dies_at: str
) -> None:
    act(many())
    dies_in_the_second_slice(monkeypatch, dies_at)
    assert list(letters().values()) == [SLICE]
    for _ in range(2):
        go_on_with_mailings(timezone.now())
    assert list(letters().values()) == [PEOPLE]


def test_W16_what_is_cancelled_before_everybody_knew_of_a_change_is_told_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    notice = many()
    moves(notice)
    dies_in_the_second_slice(monkeypatch, "INSERT")
    assert letters() == {"changed": SLICE}
    cancels(notice)
    go_on_with_mailings(timezone.now())
    assert letters() == {"cancelled": PEOPLE}


def test_W16_who_registers_after_a_change_is_told_what_holds_and_of_no_change() -> None:
    notice = announced()
    coming(notice=notice)
    moves(notice)
    bo = register(
        notice.workshop, uuid.uuid4(), {"name": "Bo", "email": "bo@example.org"}, timezone.now()
    )
    go_on_with_mailings(timezone.now())
    assert list(Letter.objects.filter(registration=bo).values_list("purpose", flat=True)) == [
        "registered"
    ]
    assert letters() == {"changed": 1, "registered": 1}


def test_W16_what_cannot_be_told_in_one_workshop_keeps_no_other() -> None:
    for notice in (announced(), announced()):
        coming(notice=notice)
        moves(notice)
    broken = Mailing.objects.order_by("pk")[0]
    Mailing.objects.filter(pk=broken.pk).update(given={})
    go_on_with_mailings(timezone.now())
    assert letters() == {"changed": 1} and Mailing.objects.get(done_at=None) == broken


@pytest.mark.skipif(
    connection.vendor != "sqlite",
    reason="PostgreSQL reads a table that is nearly empty from its start",
)
def test_L2g_what_somebody_was_not_yet_written_is_found_without_looking_through_others() -> None:
    waiting = Letter.objects.filter(
        registration__in=[1, 2], purpose="changed", state=Letter.State.WAITING
    )
    assert "INDEX letters_about " in waiting.explain()
