"""Several who registered with one address: what becomes of them, and what they are told."""

from email.message import EmailMessage
from typing import Any

from mailing import Days, coming, entries_of

from footpath.notices import calendar_files
from footpath.notices.models import Notice
from footpath.notices.when import sittings_of
from footpath.registering import news
from footpath.registering.models import Registration

PURPOSE = {"coming": "registered", "not coming": "not-coming", "waiting": "waiting"}


def registered(notice: Notice, name: str, state: str = "coming", **given: Any) -> Registration:
    """Somebody who registered with Ann's address."""
    one = coming(name, state, notice=notice, **given)
    one.email = "ann@example.org"
    one.save()
    return one


def becomes(one: Registration, state: str, days: Days) -> None:
    """A state that is told at once."""
    one.state = state
    one.save()
    news.tell(one, PURPOSE[state])
    days.go(seconds=1)


def is_told(notice: Notice, days: Days, tell: Any = news.tell_changed, **given: Any) -> None:
    """Everybody is told of something that is new."""
    notice.sequence += 1
    for field, value in given.items():
        setattr(notice, field, value)
    notice.save()
    tell(notice)
    news.go_on_with_mailings(days.now)
    days.go(minutes=2)


def in_calendar(taken: list[EmailMessage]) -> set[str]:
    """What stands in the calendar of who reads these mails; as programs do, by UID and number."""
    numbers, there = dict[str, int](), set[str]()
    for method, entry in [one for mail in taken for one in entries_of(mail)]:
        uid, number = entry.uid.value, int(entry.sequence.value)
        if number >= numbers.get(uid, 0):
            numbers[uid] = number
            (there.add if method == "REQUEST" else there.discard)(uid)
    return there


def entry_of(notice: Notice, one: Registration) -> str:
    """By what calendars know somebody's entry."""
    [sitting] = sittings_of(notice)
    return calendar_files.uid(sitting, one.entry)
