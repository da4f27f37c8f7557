"""Reminders a week, a day and an hour before each sitting, for who is still coming when they are due."""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from footpath import clocks
from footpath.mail.asking import ask, forget
from footpath.mail.models import Letter
from footpath.mail.writing import Written
from footpath.notices.hours import sittings_of, when_of, zone_of
from footpath.notices.models import Notice, Sitting, State
from footpath.registering.about import About, Who
from footpath.registering.models import Registration

BEFORE = {
    "reminder-week": timedelta(days=7), "reminder-day": timedelta(days=1), "reminder-hour": timedelta(hours=1),
}  # fmt: skip


def plan_reminders(registration: Registration, now: datetime | None = None) -> None:
    """Ask for the reminders that are still to come, and for no others; again whenever they or the sittings changed."""
    now = now or timezone.now()
    for purpose in BEFORE:
        forget(f"{purpose}:{registration.pk}:")
    notice: Notice | None = getattr(registration.workshop, "notice", None)
    if notice is None or registration.state != Who.COMING or not registration.email:
        return
    for sitting in sittings_of(notice):
        for purpose, before in BEFORE.items():
            due_at = sitting.starts_at - before
            if due_at > now:
                key = f"{purpose}:{registration.pk}:{sitting.pk}:{int(sitting.starts_at.timestamp())}"
                ask(purpose, key, registration=registration, due_at=due_at)


def reminder(letter: Letter) -> Written | None:
    """What is on, when and where; an hour before with the way in. None once the next reminder is due, or it is over."""
    registration = letter.registration
    notice: Notice | None = getattr(registration.workshop, "notice", None) if registration is not None else None
    sitting = _sitting_of(letter, notice)
    if registration is None or notice is None or sitting is None or registration.state != Who.COMING:
        return None
    about = About(letter, registration, notice)
    if notice.state not in (State.PUBLISHED, State.HELD) or about.now >= _useful_until(letter.purpose, sitting):
        return None
    beside = _("The flipchart opens beside the call. You need no account and nothing to install.")
    soon = letter.purpose == "reminder-hour"
    starts_at = sitting.starts_at.astimezone(zone_of(notice))
    return Written(
        subject=_("%(title)s: %(day)s, %(hour)s")
        % {"title": about.title, "day": clocks.day(starts_at), "hour": clocks.hour(starts_at)},
        lines=(about.hello(), _("You said that you are coming to %(title)s.") % {"title": about.title}),
        facts=tuple(fact for fact in ((_("When"), when_of(sitting)), about.place()) if fact[1]),
        next=(_("Join now"), about.link) if soon else about.own_page(),
        after=tuple(line for line in (beside if soon else "", about.research()) if line),
        leave=about.not_coming(),
    )


def _sitting_of(letter: Letter, notice: Notice | None) -> Sitting | None:
    """The sitting that it reminds of, where that still begins when it did."""
    _purpose, _registration, pk, starts_at = letter.key.split(":")
    sitting = Sitting.objects.filter(pk=pk, notice=notice).first()
    return sitting if sitting is not None and int(sitting.starts_at.timestamp()) == int(starts_at) else None


def _useful_until(purpose: str, sitting: Sitting) -> datetime:
    """When the next one is due; the last is of use until the end."""
    if purpose == "reminder-hour":
        return sitting.ends_at
    return sitting.starts_at - (BEFORE["reminder-day"] if purpose == "reminder-week" else BEFORE["reminder-hour"])
