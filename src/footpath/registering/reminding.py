"""Reminders a week, a day and an hour before each sitting, for who is still coming
when they are due.

Nothing is planned ahead: a reminder becomes letters when its time has come, from the
sittings as they are then.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db.models import Max
from django.utils.translation import gettext as _

from footpath import clocks
from footpath.mail.asking import ask_all
from footpath.mail.models import Letter
from footpath.mail.writing import Written
from footpath.notices.models import Notice, Sitting, State
from footpath.notices.when import on_the_clock, when_of
from footpath.registering.about import About, Who, registration_of
from footpath.registering.models import Mailing, Registration
from footpath.registering.one_address import told_together

BEFORE = {
    "reminder-week": timedelta(days=7),
    "reminder-day": timedelta(days=1),
    "reminder-hour": timedelta(hours=1),
}


def begin_reminders(now: datetime) -> None:
    """Begin a mailing for each reminder whose time has come, and that is still of use; each once.

    Whoever registered after that time, or was told since of another time or place, has had a letter
    that says the same.
    """
    soon = Sitting.objects.filter(starts_at__lte=now + BEFORE["reminder-week"], ends_at__gt=now)
    known = Mailing.objects.filter(purpose__in=BEFORE, workshop__in=soon.values("notice"))
    begun, mailings = set(known.values_list("key", flat=True)), list[Mailing]()
    for sitting in soon.filter(notice__state__in=(State.PUBLISHED, State.HELD)).select_related(
        "notice__workshop"
    ):
        for purpose, before in BEFORE.items():
            due_at, key = sitting.starts_at - before, _key(purpose, sitting)
            if due_at <= now < _useful_until(purpose, sitting) and key not in begun:
                mailings.append(
                    Mailing(
                        workshop=sitting.notice.workshop,
                        purpose=purpose,
                        key=key,
                        asked_at=now,
                        last=(
                            0
                            if _was_told(sitting.notice, due_at)
                            else _last(sitting.notice, due_at)
                        ),
                        given={"sitting": sitting.pk, "due_at": due_at.isoformat()},
                    )
                )
    Mailing.objects.bulk_create(mailings, ignore_conflicts=True)


def _key(purpose: str, sitting: Sitting, of: str = "everybody") -> str:
    return f"{purpose}:{of}:{sitting.pk}:{int(sitting.starts_at.timestamp())}"


def _was_told(notice: Notice, since: datetime) -> bool:
    return Mailing.objects.filter(
        workshop=notice.pk, purpose="changed", asked_at__gt=since
    ).exists()


def _last(notice: Notice, by: datetime) -> int:
    registered = Registration.objects.filter(workshop=notice.pk, registered_at__lte=by)
    return registered.aggregate(pk=Max("pk"))["pk"] or 0


def remind(one: Mailing, few: Sequence[Registration]) -> None:
    """Ask for the reminders of a slice, unless the sitting was moved or taken out since."""
    sitting = Sitting.objects.filter(pk=one.given["sitting"]).first()
    if sitting is None or one.key != _key(one.purpose, sitting):
        return
    ask_all(
        Letter(
            purpose=one.purpose,
            key=_key(one.purpose, sitting, str(here.pk)),
            about=here,
            due_at=datetime.fromisoformat(one.given["due_at"]),
        )
        for here in few
        if here.state == Who.COMING
    )


def reminder(letter: Letter) -> Written | None:
    """What is on, when and where; an hour before with the way in. None once the next reminder is
    due, or it is over.
    """
    registration = registration_of(letter)
    notice: Notice | None = (
        getattr(registration.workshop, "notice", None) if registration is not None else None
    )
    sitting = _sitting_of(letter, notice)
    if (
        registration is None
        or notice is None
        or sitting is None
        or registration.state != Who.COMING
    ):
        return None
    if not (together := told_together(letter, registration, Who.COMING)):
        return None
    about = About(letter, together, notice, [Who.COMING])
    if notice.state not in (State.PUBLISHED, State.HELD) or about.now >= _useful_until(
        letter.purpose, sitting
    ):
        return None
    beside = _("The flipchart opens beside the call. You need no account and nothing to install.")
    soon = letter.purpose == "reminder-hour"
    starts_at, _ends_at = on_the_clock(sitting)
    return Written(
        subject=_("%(title)s: %(day)s, %(hour)s")
        % {"title": about.title, "day": clocks.day(starts_at), "hour": clocks.hour(starts_at)},
        lines=(
            about.hello(),
            _("You said that you are coming to %(title)s.") % {"title": about.title},
        ),
        facts=tuple(fact for fact in ((_("When"), when_of(sitting)), about.place()) if fact[1]),
        next=(_("Join now"), about.link) if soon else about.own_page(),
        after=tuple(
            line for line in (beside if soon else "", about.others(), about.foot()) if line
        ),
        leave=about.not_coming(),
    )


def _sitting_of(letter: Letter, notice: Notice | None) -> Sitting | None:
    """The sitting that it reminds of, where that still begins when it did."""
    _purpose, _registration, pk, starts_at = letter.key.split(":")
    sitting = Sitting.objects.filter(pk=pk, notice=notice).first()
    return (
        sitting
        if sitting is not None and int(sitting.starts_at.timestamp()) == int(starts_at)
        else None
    )


def _useful_until(purpose: str, sitting: Sitting) -> datetime:
    """When the next one is due; the last is of use until the end."""
    if purpose == "reminder-hour":
        return sitting.ends_at
    return sitting.starts_at - (
        BEFORE["reminder-day"] if purpose == "reminder-week" else BEFORE["reminder-hour"]
    )
