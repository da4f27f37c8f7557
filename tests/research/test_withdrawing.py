"""Withdrawing: no more steps than consenting, at once, and honest about what it cannot undo."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from answering_people import Room, plain
from django.test import Client
from django.utils import timezone
from django.utils.formats import date_format
from mailing import announced, coming
from research_asking import TAKE_PART

from footpath.mail.asking import ask
from footpath.mail.models import Letter
from footpath.mail.writing import write
from footpath.notices.models import Notice, Sitting
from footpath.record.models import RecordedEntry
from footpath.registering.personal_links import mailed_link
from footpath.research.information_sheets import Project
from footpath.research.models import ConsentAnswer
from footpath.research.windows import Counting, Window

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def room() -> Room:
    return Room()


def test_C4_the_personal_link_opens_and_one_press_withdraws(room: Room) -> None:
    sam, page = room.somebody(), room.asks_for()
    sam.answers(page, take_part="yes")
    phone = Client()
    shown = phone.post(f"{sam.link}?research", follow=True).content.decode()
    assert f'action="{page}/withdraw' in shown
    after = phone.post(f"{page}/withdraw", follow=True).content.decode()
    assert "You have withdrawn." in after and "/withdraw" not in after
    assert room.stored() == [("take-part", "yes"), ("take-part", "no")]
    assert ConsentAnswer.objects.order_by("pk").last().withdrawn  # type: ignore[union-attr]


def test_C4_it_says_before_and_after_what_it_does_and_cannot_undo(room: Room) -> None:
    sam, page = room.somebody(), room.asks_for()
    sam.answers(page, take_part="yes")
    before = plain(sam.sees(room.at))
    assert "From that moment nothing of yours" in before and "cannot be called back" in before
    sam.answers(page, button="/withdraw")
    after = plain(sam.sees(room.at))
    assert (
        "from now on" in after
        and "told which parts to delete" in after
        and "cannot be called back" in after
    )


def met(room: Room, days_ago: int, zone: str = "Europe/London") -> datetime:
    """The workshop met for the last time so many days ago."""
    notice = Notice.objects.create(workshop=room.workshop, time_zone=zone)
    ended = timezone.now() - timedelta(days=days_ago)
    Sitting.objects.create(notice=notice, starts_at=ended, ends_at=ended)
    RecordedEntry.objects.update(said_at=int(ended.timestamp() * 1000))
    return ended


@pytest.mark.parametrize(("days_ago", "reaches"), [(29, True), (30, True), (31, False)])
def test_C4_once_the_sheets_days_have_passed_it_does_not_promise_to_reach_copies(
    room: Room, days_ago: int, reaches: bool
) -> None:
    sam, page = room.somebody(), room.asks_for(withdraw_days=30)
    met(room, days_ago)
    sam.answers(page, take_part="yes")
    shown = plain(sam.sees(room.at))
    assert ("told which parts to delete" in shown) is reaches
    assert ("stays where it is, as the information sheet said" in shown) is not reaches


def test_C4_the_page_says_the_last_day_whose_clocks_and_from_which_day_it_counts(
    room: Room,
) -> None:
    sam, page = room.somebody(), room.asks_for(withdraw_days=14)
    ended = met(room, 3, "America/New_York").astimezone(ZoneInfo("America/New_York")).date()
    sam.answers(page, take_part="yes")
    last = date_format(ended + timedelta(days=14), "j F Y")
    counted = (
        f"14 days, counted in dates from {date_format(ended, 'j F Y')}, when the workshop last met."
    )
    shown = plain(sam.sees(room.at))
    assert f"Until the end of {last} (time in New York)" in shown and counted in shown
    sheet = plain(sam.sees(f"/r/{Project.objects.get().address}/sheet"))
    assert "within 14 days" in sheet and "in dates, not hours" in sheet and "time zone" in sheet
    assert "within 14 days" in plain(sam.sees(f"{page}/copy"))


def test_C4_the_days_are_dates_of_the_workshops_zone_to_the_end_of_the_last() -> None:
    window = Window(
        days=14, since=date(2026, 3, 20), because="the workshop last met", zone="America/New_York"
    )
    assert window.last == date(2026, 4, 3), (
        "the clocks change in between in one zone and not in another"
    )
    assert window.is_open(datetime(2026, 4, 4, 3, 59, tzinfo=UTC))
    assert not window.is_open(datetime(2026, 4, 4, 4, 0, tzinfo=UTC))


def test_C4_what_somebody_says_after_the_last_meeting_begins_their_days_anew(room: Room) -> None:
    sam, page = room.somebody(), room.asks_for(withdraw_days=10)
    met(room, 20)
    room.asks(sam.id, "WriteNote", text="One more thing")
    sam.answers(page, take_part="yes")
    assert "when you last said something in the workshop" in plain(sam.sees(room.at))


def test_C4_who_said_nothing_in_a_workshop_without_sittings_has_days_from_their_answer(
    room: Room,
) -> None:
    sam, page = room.somebody(), room.asks_for(withdraw_days=10)
    RecordedEntry.objects.all().delete()
    sam.answers(page, take_part="yes")
    assert Counting(room.workshop).window(ConsentAnswer.objects.all(), None) == Window(
        days=10, since=timezone.now().date(), because="you answered", zone="UTC"
    )


@pytest.mark.parametrize(("days_ago", "late"), [(5, False), (20, True)])
def test_C4_a_withdrawal_after_the_days_is_recorded_as_late(
    room: Room, days_ago: int, late: bool
) -> None:
    sam, page = room.somebody(), room.asks_for(withdraw_days=10)
    met(room, days_ago)
    sam.answers(page, take_part="yes")
    sam.answers(page, button="/withdraw")
    assert [row.late for row in ConsentAnswer.objects.order_by("pk")] == [False, late]
    shown, copy = plain(sam.sees(room.at)), plain(sam.sees(f"{page}/copy"))
    assert ("it is kept as late" in shown) is late and ("late, after the days" in copy) is late


def test_C4_a_yes_that_becomes_a_no_after_the_days_is_late_like_a_withdrawal(room: Room) -> None:
    sam, page = room.somebody(), room.asks_for(withdraw_days=10)
    met(room, 20)
    sam.answers(page, take_part="yes", quotes="no")
    sam.answers(page, take_part="not now", quotes="not now")
    latest = {row.statement: row.late for row in ConsentAnswer.objects.order_by("pk")}
    assert latest == {"take-part": True, "quotes": False}


def test_C4_who_withdrew_in_time_is_not_told_later_that_it_was_late(room: Room) -> None:
    sam, page = room.somebody(), room.asks_for(withdraw_days=10)
    met(room, 5)
    sam.answers(page, take_part="yes")
    sam.answers(page, button="/withdraw")
    Sitting.objects.update(ends_at=timezone.now() - timedelta(days=20))
    shown = plain(sam.sees(room.at))
    assert "had already left is told which parts to delete" in shown and "kept as late" not in shown


def test_C4_withdrawing_from_one_project_leaves_the_other(room: Room) -> None:
    sam, one, two = room.somebody(), room.asks_for("One"), room.asks_for("Two")
    for page in (one, two):
        sam.answers(page, take_part="yes")
    sam.answers(one, button="/withdraw")
    latest = {row.project.title: row.answer for row in ConsentAnswer.objects.order_by("pk")}
    assert latest == {"One": "no", "Two": "yes"}


def test_C4_a_single_answer_can_be_changed_and_consent_given_again(room: Room) -> None:
    sam, page = room.somebody(), room.asks_for()
    sam.answers(page, take_part="yes")
    sam.answers(page, button="/withdraw")
    sam.answers(page, take_part="yes")
    shown = plain(sam.sees(room.at))
    assert f"{TAKE_PART['text']} Yes" in shown and "You have withdrawn" not in shown


def test_C4_who_answered_can_withdraw_when_the_workshop_asks_no_more(room: Room) -> None:
    sam, page = room.somebody(), room.asks_for()
    sam.answers(page, take_part="yes")
    room.workshop.projects.clear()  # type: ignore[attr-defined]
    assert "Withdraw from this project" in sam.sees(room.at)
    sam.answers(page, button="/withdraw")
    assert room.stored()[-1] == ("take-part", "no")


def test_C4_nobody_withdraws_for_somebody_else(room: Room) -> None:
    sam, page = room.somebody(), room.asks_for()
    sam.answers(page, take_part="yes")
    room.somebody("Fay", "facilitator").answers(page, button="/withdraw")
    assert Client().post(f"{page}/withdraw").status_code == 404
    assert room.stored() == [("take-part", "yes")]


STATES = {
    "registered": "coming", "waiting": "waiting", "place-offered": "offered",
    "place-gone": "waiting", "changed": "coming", "cancelled": "coming", "not-coming": "not coming",
    "asked-to-tell": "coming", "after": "coming",
}  # fmt: skip


@pytest.mark.parametrize("purpose", [*STATES, "reminder-week"])
def test_C4_every_letter_of_a_workshop_carries_the_way_to_withdraw(purpose: str) -> None:
    room, soon = Room(), timezone.now() + timedelta(days=9)
    room.asks_for()
    notice = announced()
    Notice.objects.update(state="cancelled" if purpose == "cancelled" else "published")
    Project.objects.get().workshops.add(notice.workshop)
    somebody = coming(
        state=STATES.get(purpose, "coming"),
        notice=notice,
        offered_until=soon,
        asked_to_tell_at=soon,
    )
    sitting = Sitting.objects.get()
    ask(
        purpose,
        f"{purpose}:{somebody.pk}:{sitting.pk}:{int(sitting.starts_at.timestamp())}",
        about=somebody,
    )
    mail = write(Letter.objects.filter(purpose=purpose).order_by("pk")[0])
    assert mail is not None and f"{mailed_link(somebody)}?research" in str(mail.body)


def test_C4_no_letter_that_is_written_to_who_registered_was_forgotten(settings: Any) -> None:
    theirs = {purpose for purpose, writer in settings.LETTERS.items() if ".registering." in writer}
    assert theirs == {*STATES, "reminder-week", "reminder-day", "reminder-hour"}
