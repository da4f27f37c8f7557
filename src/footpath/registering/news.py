"""Telling people by mail what became of their registration, and everybody what
became of the workshop.

One person is written to at once. What everybody is told is noted, and written
in mailings (`mailings.py`).
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from footpath.mail.asking import ask, ask_all
from footpath.mail.models import Letter
from footpath.notices.models import Notice, Sitting
from footpath.registering import mailings
from footpath.registering.about import STATES
from footpath.registering.models import Mailing, Registration
from footpath.registering.reminding import BEFORE, begin_reminders, remind

Who = Registration.State


def tell(registration: Registration, purpose: str, **given: bool) -> Letter | None:
    """Ask for a letter; None where there is no address. What is `given` is kept for it to say.

    Told twice of one state it is one letter; a state that comes back after another is told again.
    """
    if not registration.email:
        return None
    others = registration.letters.filter(purpose__in=STATES).exclude(purpose=purpose).count()
    return ask(purpose, f"{purpose}:{registration.pk}:{others}", about=registration, given=given)


def tell_changed(notice: Notice, gone: Iterable[Sitting] = ()) -> None:
    """Tell everybody that time or place changed, and which sittings were taken out. Count
    up `sequence` before.
    """
    now_gone = [
        {
            "pk": sitting.pk,
            "title": sitting.title,
            "starts_at": sitting.starts_at.isoformat(),
            "ends_at": sitting.ends_at.isoformat(),
        }
        for sitting in gone
    ]
    mailings.begin(
        notice.workshop, "changed", f"changed:{notice.pk}:{notice.sequence}", gone=now_gone
    )


def tell_cancelled(notice: Notice) -> None:
    """Tell everybody that it does not take place, and nothing else any more. Count
    up `sequence` before.
    """
    mailings.give_up(notice.workshop)
    mailings.begin(notice.workshop, "cancelled", f"cancelled:{notice.pk}:{notice.sequence}")


def tell_after(notice: Notice) -> None:
    """Tell who came, or had said so, that the outline is there."""
    mailings.begin(notice.workshop, "after", f"after:{notice.pk}")


def go_on_with_mailings(now: datetime) -> None:
    """Write what everybody is to be told, and the reminders whose time has come; to be
    called every minute.
    """
    begin_reminders(now)
    mailings.go_on(
        {
            "changed": _changed,
            "cancelled": _cancelled,
            "after": _after,
            **dict.fromkeys(BEFORE, remind),
        }
    )
    mailings.forget_done(now)


def _changed(one: Mailing, few: Sequence[Registration]) -> None:
    """Of changes that somebody was not yet written of they get one letter, which says what
    all of them took out.
    """
    told = [here for here in few if here.state != Who.NOT_COMING]
    unsent = Letter.objects.filter(
        registration__in=told, purpose="changed", state=Letter.State.WAITING
    ).order_by("pk")
    gone_before: dict[int | None, list[object]] = {}
    for pk, given in unsent.values_list("about_id", "given"):
        gone_before[pk] = gone_before.get(pk, []) + given["gone"]
    unsent.order_by().delete()
    _ask(
        one,
        told,
        {here.pk: {"gone": gone_before.get(here.pk, []) + one.given["gone"]} for here in told},
    )


def _cancelled(one: Mailing, few: Sequence[Registration]) -> None:
    told = [here for here in few if here.state != Who.NOT_COMING]
    overtaken = Letter.objects.filter(
        registration__in=told, purpose__in=(*BEFORE, *STATES, "changed")
    )
    overtaken.filter(state=Letter.State.WAITING).delete()
    _ask(one, told)


def _after(one: Mailing, few: Sequence[Registration]) -> None:
    ask_all(
        Letter(purpose="after", key=f"after:{here.pk}", about=here)
        for here in few
        if here.state == Who.COMING
    )


def _ask(
    one: Mailing, told: Sequence[Registration], given: dict[int, dict[str, object]] | None = None
) -> None:
    sequence = one.key.rpartition(":")[2]
    ask_all(
        Letter(
            purpose=one.purpose,
            key=f"{one.purpose}:{here.pk}:{sequence}",
            about=here,
            given=(given or {}).get(here.pk, {}),
        )
        for here in told
    )
