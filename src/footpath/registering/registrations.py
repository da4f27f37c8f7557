"""Saying that one comes, changing it, and not coming after all. Whoever has the personal
link may do all of it.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from footpath.mail.asking import ask
from footpath.mail.same_address import same
from footpath.notices import states
from footpath.notices.models import Notice
from footpath.notices.models import State as NoticeState
from footpath.registering import places
from footpath.registering.models import SAID, Registration
from footpath.registering.news import tell
from footpath.workshops.models import Workshop

State = Registration.State
LETTER_OF = {
    State.COMING: "registered",
    State.WAITING: "waiting",
    State.OFFERED: "place-offered",
    State.NOT_COMING: "not-coming",
}
"""Which letter says where somebody stands."""
GIVEN = ("name", "email", *SAID)


def why_not(notice: Notice, now: datetime) -> str:
    """Why nobody can register just now, in a sentence; empty where they can."""
    if notice.state == NoticeState.CANCELLED:
        return "This workshop was cancelled, so there is nothing to register for."
    if states.is_over(notice, now):
        return "This workshop is over, so nobody can register any more."
    if not notice.registration:
        return "Nobody needs to register for this workshop: come in by its link or its code."
    return ""


def asks_to_register(workshop: Workshop) -> bool:
    """Whether nobody new comes in by the guests' link or the code, because the notice asks
    everybody to register.
    """
    announced = Notice.objects.filter(workshop=workshop, registration=True, drop_in=False)
    return announced.exclude(state=NoticeState.DRAFT).exists()


def of_person(workshop: Workshop, person: int) -> Registration | None:
    """The registration by which somebody came in; None where they came by a link."""
    return Registration.objects.filter(workshop=workshop, person=person).first()


def register(
    workshop: Workshop,
    made_with: UUID,
    given: dict[str, Any],
    now: datetime,
    *,
    handed_out: bool = False,
) -> Registration:
    """Register somebody, with a place or on the waiting list. A form sent twice registers once.

    Where the address is known, it is all the same as for an unknown one: what was held back would
    tell. `given` holds the fields of GIVEN; `handed_out` says that somebody else fills it in.
    """
    with places.holding(workshop) as notice:
        known = Registration.objects.filter(workshop=workshop, made_with=made_with).first()
        if known is not None:
            return known
        made = Registration(
            workshop=workshop, made_with=made_with, handed_out=handed_out, **_fields(given)
        )
        made.state = State.NOT_COMING
        places.take_place(notice, made, now)
        made.save()
        tell(made, LETTER_OF[State(made.state)])
    return made


def change(
    registration: Registration, settled: Callable[[Registration], dict[str, Any] | None]
) -> bool:
    """Change what somebody said when they registered.

    `settled` is told how it stands while nobody else changes it, and gives what to store, or None:
    then nothing is stored, and it is False.
    """
    with places.holding(registration.workshop):
        held = Registration.objects.get(pk=registration.pk)
        given, before = settled(held), held.email
        if given is None:
            return False
        for field, value in _fields(given).items():
            if field == "email":
                held.move_to(value)
            else:
                setattr(held, field, value)
        held.save()
        if not same(held.email, before):
            _tell_again(held, f"moved-{held.moved}")
    registration.refresh_from_db()
    return True


def come(registration: Registration, now: datetime) -> None:
    """Coming after all, or accepting the place that was offered."""
    with places.holding(registration.workshop) as notice:
        held = Registration.objects.get(pk=registration.pk)
        before = held.state
        if not why_not(notice, now):
            places.take_place(notice, held, now)
            held.save()
        if held.state != before:
            tell(held, LETTER_OF[State(held.state)])
    registration.refresh_from_db()


def stay_away(registration: Registration, now: datetime, *, said_for_them: bool = False) -> None:
    """Not coming, leaving the waiting list, or refusing an offered place: nobody is asked why.

    Where it was said for them, their letter says so, and if they come after all they wait for
    nobody who came later.
    """
    with places.holding(registration.workshop) as notice:
        held = Registration.objects.get(pk=registration.pk)
        before = held.state
        if before != State.NOT_COMING:
            places.give_back(notice, held, now)
            if said_for_them:
                held.waiting_since = held.registered_at
                held.save(update_fields=["waiting_since"])
        if held.state != before:
            tell(
                held,
                LETTER_OF[State(held.state)],
                **({"said_for_them": True} if said_for_them else {}),
            )
    registration.refresh_from_db()


def tell_new_link(registration: Registration) -> None:
    """Their link was changed by claiming it, and the letter that they have holds the old one."""
    if registration.erased_at is None:
        _tell_again(registration, f"claimed-{registration.generation}")


def _tell_again(registration: Registration, why: str) -> None:
    """Write once more where somebody stands, with their link."""
    if registration.email:
        purpose = LETTER_OF[State(registration.state)]
        ask(purpose, f"{purpose}:{registration.pk}:{why}", about=registration)


def _fields(given: dict[str, Any]) -> dict[str, Any]:
    return {field: given[field] for field in GIVEN if field in given}
