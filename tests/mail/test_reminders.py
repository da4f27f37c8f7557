"""Reminders: a week, a day and an hour before, for who is still coming."""

from datetime import timedelta

import pytest
from mailing import Days, Post, announced, coming, in_days, words_of

from footpath.mail.models import Letter
from footpath.notices.models import Notice, Sitting
from footpath.registering.reminding import plan_reminders
from footpath.registering.telling import tell_changed

pytestmark = pytest.mark.django_db(transaction=True)


def planned() -> list[tuple[str, timedelta]]:
    """What waits, and how long before the first sitting."""
    starts_at = Sitting.objects.earliest("starts_at").starts_at
    return [(letter.purpose, starts_at - letter.due_at) for letter in Letter.objects.order_by("due_at")]


def test_W12_reminders_are_due_a_week_a_day_and_an_hour_before() -> None:
    plan_reminders(coming())
    assert planned() == [
        ("reminder-week", timedelta(days=7)), ("reminder-day", timedelta(days=1)), ("reminder-hour", timedelta(hours=1))
    ]  # fmt: skip


def test_W12_who_registers_late_gets_those_that_are_still_to_come() -> None:
    plan_reminders(coming(notice=announced(in_days(3))))
    assert [purpose for purpose, _ in planned()] == ["reminder-day", "reminder-hour"]


@pytest.mark.parametrize("state", ["waiting", "offered", "not coming"])
def test_W12_nobody_is_reminded_who_has_no_place(state: str) -> None:
    plan_reminders(coming(state=state))
    assert not Letter.objects.exists()


def test_W12_who_is_no_longer_coming_is_not_reminded(post: Post, days: Days) -> None:
    ada, bo = coming("Ada"), coming("Bo")
    for registration in (ada, bo):
        plan_reminders(registration)
    Letter.objects.filter(purpose="reminder-week").update(due_at=days.now)
    type(ada).objects.filter(pk=ada.pk).update(state="not coming")
    days.go(seconds=1)
    assert [mail["To"] for mail in post.taken] == ["bo@example.org"]


def test_W12_reminders_move_with_the_sitting(post: Post, days: Days) -> None:
    notice = announced(in_days(9))
    plan_reminders(coming(notice=notice))
    Sitting.objects.update(starts_at=in_days(20), ends_at=in_days(20.1))
    Notice.objects.update(sequence=1)
    notice.refresh_from_db()
    tell_changed(notice)
    assert [before for purpose, before in planned() if purpose != "changed"] == [
        timedelta(days=7), timedelta(days=1), timedelta(hours=1)
    ]  # fmt: skip


def test_W12_the_last_reminder_says_join_now_and_where(post: Post, days: Days) -> None:
    plan_reminders(coming(notice=announced(in_days(9))))
    Letter.objects.filter(purpose="reminder-hour").update(due_at=days.now)
    days.go(seconds=1)
    [mail] = post.taken
    assert "Join now:\nhttp://" in words_of(mail) and "https://call.example.org/j/123" in words_of(mail)


def test_W12_a_reminder_that_waited_too_long_is_not_sent(post: Post, days: Days) -> None:
    plan_reminders(coming(notice=announced(in_days(9))))
    Sitting.objects.update(starts_at=in_days(-1), ends_at=in_days(-0.9))
    Letter.objects.update(due_at=days.now)
    days.go(seconds=1)
    assert not post.taken and set(Letter.objects.values_list("state", flat=True)) == {"dropped"}


@pytest.mark.parametrize(("state", "sent"), [("held", 1), ("closed", 0), ("cancelled", 0)])
def test_W12_a_second_evening_is_reminded_of_after_the_first(post: Post, days: Days, state: str, sent: int) -> None:
    plan_reminders(coming(notice=announced(in_days(9))))
    Notice.objects.update(state=state)
    Letter.objects.filter(purpose="reminder-day").update(due_at=days.now)
    days.go(seconds=1)
    assert len(post.taken) == sent
