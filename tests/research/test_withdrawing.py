"""Withdrawing: no more steps than consenting, at once, and honest about what it cannot undo."""

from datetime import timedelta
from typing import Any

import pytest
from answering_people import TAKE_PART, Room, plain
from django.test import Client
from django.utils import timezone
from mailing import announced, coming

from footpath.mail.asking import ask
from footpath.mail.models import Letter
from footpath.mail.writing import write
from footpath.notices.models import Notice, Sitting
from footpath.registering.links import path_of
from footpath.registering.reminding import plan_reminders
from footpath.research.models import ConsentAnswer, Project

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def room() -> Room:
    return Room()


def test_C4_the_personal_link_opens_and_one_press_withdraws(room: Room) -> None:
    sam, page = room.somebody(), room.asks_for()
    sam.answers(page, take_part="yes")
    phone = Client()
    shown = phone.get(f"{sam.link}?research", follow=True).content.decode()
    assert 'name="do" value="withdraw"' in shown
    after = phone.post(page, {"do": "withdraw"}, follow=True).content.decode()
    assert "You have withdrawn." in after and 'name="do" value="withdraw"' not in after
    assert room.stored() == [("take-part", "yes"), ("take-part", "no")]
    assert ConsentAnswer.objects.order_by("pk").last().withdrawn  # type: ignore[union-attr]


def test_C4_it_says_before_and_after_what_it_does_and_cannot_undo(room: Room) -> None:
    sam, page = room.somebody(), room.asks_for()
    sam.answers(page, take_part="yes")
    before = plain(sam.sees(room.at))
    assert "From that moment nothing of yours" in before and "cannot be called back" in before
    sam.answers(page, do="withdraw")
    after = plain(sam.sees(room.at))
    assert "from now on" in after and "told which parts to delete" in after and "cannot be called back" in after


@pytest.mark.parametrize(("days_ago", "reaches"), [(29, True), (31, False)])
def test_C4_once_the_sheets_days_have_passed_it_does_not_promise_to_reach_copies(
    room: Room, days_ago: int, reaches: bool
) -> None:
    sam, page = room.somebody(), room.asks_for(withdraw_days=30)
    notice, ended = Notice.objects.create(workshop=room.workshop), timezone.now() - timedelta(days=days_ago)
    Sitting.objects.create(notice=notice, starts_at=ended, ends_at=ended)
    sam.answers(page, take_part="yes")
    shown = plain(sam.sees(room.at))
    assert ("told which parts to delete" in shown) is reaches
    assert ("stays where it is, as the information sheet said" in shown) is not reaches


def test_C4_withdrawing_from_one_project_leaves_the_other(room: Room) -> None:
    sam, one, two = room.somebody(), room.asks_for("One"), room.asks_for("Two")
    for page in (one, two):
        sam.answers(page, take_part="yes")
    sam.answers(one, do="withdraw")
    latest = {row.project.title: row.answer for row in ConsentAnswer.objects.order_by("pk")}
    assert latest == {"One": "no", "Two": "yes"}


def test_C4_a_single_answer_can_be_changed_and_consent_given_again(room: Room) -> None:
    sam, page = room.somebody(), room.asks_for()
    sam.answers(page, take_part="yes")
    sam.answers(page, do="withdraw")
    sam.answers(page, take_part="yes")
    shown = plain(sam.sees(room.at))
    assert f"{TAKE_PART['text']} Yes" in shown and "You have withdrawn" not in shown


def test_C4_who_answered_can_withdraw_when_the_workshop_asks_no_more(room: Room) -> None:
    sam, page = room.somebody(), room.asks_for()
    sam.answers(page, take_part="yes")
    room.workshop.projects.clear()  # type: ignore[attr-defined]
    assert "Withdraw from this project" in sam.sees(room.at)
    sam.answers(page, do="withdraw")
    assert room.stored()[-1] == ("take-part", "no")


def test_C4_nobody_withdraws_for_somebody_else(room: Room) -> None:
    sam, page = room.somebody(), room.asks_for()
    sam.answers(page, take_part="yes")
    room.somebody("Fay", "facilitator").answers(page, do="withdraw")
    assert Client().post(page, {"do": "withdraw"}).status_code == 404
    assert room.stored() == [("take-part", "yes")]


STATES = {
    "registered": "coming", "waiting": "waiting", "place-offered": "offered", "place-gone": "waiting",
    "changed": "coming", "cancelled": "coming", "not-coming": "not coming", "asked-to-tell": "coming",
    "after": "coming",
}  # fmt: skip


@pytest.mark.parametrize("purpose", [*STATES, "reminder-week"])
def test_C4_every_letter_of_a_workshop_carries_the_way_to_withdraw(purpose: str) -> None:
    room, soon = Room(), timezone.now() + timedelta(days=9)
    room.asks_for()
    notice = announced()
    Notice.objects.update(state="cancelled" if purpose == "cancelled" else "published")
    Project.objects.get().workshops.add(notice.workshop)
    somebody = coming(state=STATES.get(purpose, "coming"), notice=notice, offered_until=soon, asked_to_tell_at=soon)
    if purpose not in STATES:
        plan_reminders(somebody)
    ask(purpose, f"{purpose}:{somebody.pk}", registration=somebody)
    mail = write(Letter.objects.filter(purpose=purpose).order_by("pk")[0])
    assert mail is not None and f"{path_of(somebody)}?research" in str(mail.body)


def test_C4_no_letter_that_is_written_to_who_registered_was_forgotten(settings: Any) -> None:
    theirs = {purpose for purpose, writer in settings.LETTERS.items() if ".registering." in writer}
    assert theirs == {*STATES, "reminder-week", "reminder-day", "reminder-hour"}
