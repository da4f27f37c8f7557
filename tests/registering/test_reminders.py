"""Reminders: a week, a day and an hour before, for who is still coming."""

from datetime import datetime, timedelta

import pytest
from mailing import Days, Post, announced, coming, in_days, words_of

from footpath.mail.models import Letter
from footpath.notices.models import Notice, Sitting
from footpath.registering.models import Registration
from footpath.registering.news import go_on_with_mailings, tell_changed

pytestmark = pytest.mark.django_db(transaction=True)
A_MINUTE = timedelta(minutes=1)
BEFORE = {"week": timedelta(days=7), "day": timedelta(days=1), "hour": timedelta(hours=1)}


def minutes_go_by(until: float = 9.5) -> list[tuple[str, timedelta]]:
    """Look every other hour until so many days from now: what was asked for, and how long before
    the first sitting.
    """
    end = in_days(until)
    now = datetime.now(end.tzinfo)
    while now < end:
        go_on_with_mailings(now)
        now += timedelta(hours=2)
    starts_at = Sitting.objects.earliest("starts_at").starts_at
    reminders = Letter.objects.filter(purpose__startswith="reminder").order_by("due_at")
    return [(letter.purpose, starts_at - letter.due_at) for letter in reminders]


def is_due(before: str, days: Days) -> None:
    """It becomes time for a reminder of the first sitting, and the sender looks."""
    days.now = Sitting.objects.earliest("starts_at").starts_at - BEFORE[before] + A_MINUTE
    go_on_with_mailings(days.now)
    days.go(seconds=1)


def test_W12_reminders_are_due_a_week_a_day_and_an_hour_before() -> None:
    coming()
    assert minutes_go_by() == [(f"reminder-{name}", before) for name, before in BEFORE.items()]


def test_W12_who_registers_late_gets_those_that_are_still_to_come() -> None:
    coming(notice=announced(in_days(3)))
    assert [purpose for purpose, _ in minutes_go_by()] == ["reminder-day", "reminder-hour"]


@pytest.mark.parametrize("state", ["waiting", "offered", "not coming"])
def test_W12_nobody_is_reminded_who_has_no_place(state: str) -> None:
    coming(state=state)
    assert not minutes_go_by()


def test_W12_who_is_no_longer_coming_is_not_reminded(post: Post, days: Days) -> None:
    notice = announced()
    ada, _ = coming("Ada", notice=notice), coming("Bo", notice=notice)
    post.down()
    is_due("week", days)
    Registration.objects.filter(pk=ada.pk).update(state="not coming")
    post.up()
    days.go(hours=2)
    assert [mail["To"] for mail in post.taken] == ["bo@example.org"]


def test_W12_reminders_move_with_the_sitting() -> None:
    notice = announced(in_days(9))
    coming(notice=notice)
    go_on_with_mailings(in_days(2.1))
    Sitting.objects.update(starts_at=in_days(20), ends_at=in_days(20.1))
    assert [before for _, before in minutes_go_by(20.5)[1:]] == list(BEFORE.values())


def test_W12_who_was_told_of_a_change_is_not_reminded_of_what_it_said() -> None:
    notice = announced(in_days(30))
    coming(notice=notice)
    Sitting.objects.update(starts_at=in_days(3), ends_at=in_days(3.1))
    Registration.objects.update(registered_at=in_days(-10))
    tell_changed(notice)
    assert [purpose for purpose, _ in minutes_go_by()] == ["reminder-day", "reminder-hour"]


def test_W12_the_last_reminder_says_join_now_and_where(post: Post, days: Days) -> None:
    coming(notice=announced(in_days(9)))
    is_due("hour", days)
    [mail] = post.taken
    assert "Join now:\nhttp://" in words_of(mail) and "https://call.example.org/j/123" in words_of(
        mail
    )


def test_W12_a_reminder_that_waited_too_long_is_not_sent(post: Post, days: Days) -> None:
    coming(notice=announced(in_days(9)))
    post.down()
    is_due("hour", days)
    Sitting.objects.update(starts_at=in_days(-1), ends_at=in_days(-0.9))
    post.up()
    days.go(hours=2)
    assert not post.taken and set(Letter.objects.values_list("state", flat=True)) == {"dropped"}


@pytest.mark.parametrize(("state", "sent"), [("held", 1), ("closed", 0), ("cancelled", 0)])
def test_W12_a_second_evening_is_reminded_of_after_the_first(
    post: Post, days: Days, state: str, sent: int
) -> None:
    coming(notice=announced(in_days(9)))
    Notice.objects.update(state=state)
    is_due("day", days)
    assert len(post.taken) == sent
