"""Telling people by mail what became of their registration, and everybody what became of the workshop."""

from collections.abc import Iterable

from django.db.models import QuerySet

from footpath.mail.asking import ask, forget
from footpath.mail.models import Letter
from footpath.notices.models import Notice, Sitting
from footpath.registering.about import STATES
from footpath.registering.models import Registration
from footpath.registering.reminding import BEFORE, plan_reminders


def tell(registration: Registration, purpose: str) -> Letter | None:
    """Ask for a letter, and plan the reminders anew; None where there is no address.

    Told twice of one state it is one letter; a state that comes back after another is told again.
    """
    plan_reminders(registration)
    if not registration.email:
        return None
    others = Letter.objects.filter(registration=registration, purpose__in=STATES).exclude(purpose=purpose).count()
    return ask(purpose, f"{purpose}:{registration.pk}:{others}", registration=registration)


def tell_changed(notice: Notice, gone: Iterable[Sitting] = ()) -> None:
    """Tell everybody that time or place changed, and which sittings were taken out. Count up `sequence` before."""
    now_gone = [
        {
            "pk": sitting.pk, "title": sitting.title,
            "starts_at": sitting.starts_at.isoformat(), "ends_at": sitting.ends_at.isoformat(),
        }
        for sitting in gone
    ]  # fmt: skip
    for registration in _concerned(notice):
        plan_reminders(registration)
        unsent = Letter.objects.filter(registration=registration, purpose="changed", state=Letter.State.WAITING)
        gone_before = [one for letter in unsent for one in letter.given["gone"]]
        forget(f"changed:{registration.pk}:")
        key = f"changed:{registration.pk}:{notice.sequence}"
        ask("changed", key, registration=registration, given={"gone": gone_before + now_gone})


def tell_cancelled(notice: Notice) -> None:
    """Tell everybody that it does not take place. Count up `sequence` before."""
    for registration in _concerned(notice):
        for purpose in (*BEFORE, *STATES, "changed"):
            forget(f"{purpose}:{registration.pk}:")
        ask("cancelled", f"cancelled:{registration.pk}:{notice.sequence}", registration=registration)


def tell_after(notice: Notice) -> None:
    """Tell who came, or had said so, that the outline is there."""
    for registration in _concerned(notice).filter(state=Registration.State.COMING):
        ask("after", f"after:{registration.pk}", registration=registration)


def _concerned(notice: Notice) -> QuerySet[Registration]:
    with_address = Registration.objects.filter(workshop=notice.workshop).exclude(email="")
    return with_address.exclude(state=Registration.State.NOT_COMING)
