"""The personal link of a registration: derived and never stored, it makes a device that
of whoever registered.
"""

from typing import Any

from django.db import transaction
from django.http import Http404
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac

from footpath.limits import known
from footpath.mail.whole_links import whole
from footpath.registering.models import SAID, Attendance, Registration
from footpath.room import tickets
from footpath.room.running import rooms
from footpath.workshops import doors
from footpath.workshops.models import Workshop


def token_of(registration: Registration) -> str:
    """The token of a registration's link and cookie: 160 bits."""
    return _token(registration, registration.generation)


def _token(registration: Registration, generation: int, *, by_mail: bool = False) -> str:
    to = f":mail:{registration.moved}" if by_mail else ""
    opens = f"{registration.workshop.address}:{registration.pk}:{generation}{to}"
    return salted_hmac("footpath.registration", opens, algorithm="sha256").hexdigest()[:40]


def path_of(registration: Registration) -> str:
    """The personal link without this installation's address."""
    return reverse(
        "mine-link", args=[registration.workshop.address, token_of(registration), registration.pk]
    )


def personal_link(registration: Registration, base: str | None = None) -> str:
    """The personal link, whole: whoever has it can change, cancel and join as that person."""
    return whole(path_of(registration)) if base is None else base + path_of(registration)


def mailed_link(registration: Registration) -> str:
    """The personal link as it stands in a letter, which nobody has but who reads the
    mail of that address.

    It opens nothing any more once another address stands there.
    """
    token = _token(registration, registration.generation, by_mail=True)
    return whole(reverse("mine-link", args=[registration.workshop.address, token, registration.pk]))


def is_mailed(registration: Registration, token: str) -> bool:
    """Whether it is the link that stands in letters."""
    return constant_time_compare(token, _token(registration, registration.generation, by_mail=True))


def is_unproved(registration: Registration, token: str) -> bool:
    """Whether a letter's link is opened, and it is not known that whoever registered
    reads that mail (L5).

    Whoever registers types any address, rightly or wrongly, and is in on their own device.
    """
    return not registration.proved and is_mailed(registration, token)


def prove(registration: Registration) -> None:
    """A letter was opened on the device that registered: its address is theirs."""
    Registration.objects.filter(pk=registration.pk, moved=registration.moved).update(proved=True)


def opened(workshop: Workshop, token: str, id: int) -> Registration:
    """The registration that a link opens, from a letter or from one's own page.

    Raises:
        Http404: when it opens none, as for an address that does not exist.
    """
    found = Registration.objects.filter(workshop=workshop, pk=id).first() if id < 2**31 else None
    if found is None or not _opens(found, token, found.generation):
        raise Http404
    return found


def _opens(registration: Registration, token: str, generation: int) -> bool:
    kinds = (_token(registration, generation, by_mail=by_mail) for by_mail in (False, True))
    return any(constant_time_compare(token, one) for one in kinds)


def claimed_from(workshop: Workshop, token: str, id: int) -> Registration:
    """The registration whose link this was before somebody claimed it.

    Raises:
        Http404: when it was none, as for an address that does not exist.
    """
    found = (
        Registration.objects.filter(workshop=workshop, pk=id).exclude(claimed_with="").first()
        if id < 2**31
        else None
    )
    if found is None or not _opens(found, token, found.generation - 1):
        raise Http404
    return found


def claim(registration: Registration, device: str, here: int | None, *, by_mail: bool) -> bool:
    """Make the link one that only the claiming device has; False where another device was quicker.

    `here` is who is in on that device. Taken over by a letter, whoever came in by the registration
    on another device stays who they are, with all that they wrote and answered: a mistyped address
    must not hand them over (L5).
    """
    generation, person = registration.generation, registration.person
    parts = by_mail and (person is None or person != here)
    new = _taken_with(registration, device, by_mail=by_mail)
    if parts:
        new |= {"person": None, "parted": registration.parted + 1}
    free = Registration.objects.filter(
        pk=registration.pk, generation=generation, person=person, moved=registration.moved
    )
    with transaction.atomic():
        won = free.update(**new) == 1
        if won and parts and person is not None:
            Attendance.objects.filter(registration=registration, person=person).update(
                registration=None
            )
    if won:
        known.revoke(shown_by(registration, generation))
    registration.refresh_from_db()
    if won and registration.person is not None:
        change_person_link(registration.workshop, registration.person)
    return won


def _taken_with(registration: Registration, device: str, *, by_mail: bool) -> dict[str, Any]:
    """What changes where another device takes it over; by a letter it learns nothing of
    what was said before.
    """
    new: dict[str, Any] = {
        "generation": registration.generation + 1,
        "handed_out": False,
        "claimed_with": device,
    }
    if by_mail:
        blank = Registration()
        new |= {
            "proved": True,
            "said_before": registration.said(),
            **{field: getattr(blank, field) for field in SAID},
        }
    return new


def become(registration: Registration, person: int, device: str, *, by_mail: bool) -> bool:
    """Let a registration be a person's, both by new links that only this device has; False where
    something was quicker.

    It belongs into a transaction, and `became` behind it.
    """
    free = Registration.objects.filter(
        pk=registration.pk, generation=registration.generation, person=None
    )
    new = _taken_with(registration, device, by_mail=by_mail)
    if free.update(person=person, parted=registration.parted + 1, **new) == 0:
        return False
    doors.change_link(registration.workshop, f"person-{person}")
    return True


def became(registration: Registration, person: int) -> None:
    """What the earlier links of both had opened ends."""
    known.revoke(shown_by(registration, registration.generation))
    registration.refresh_from_db()
    _end_what_is_open(registration.workshop, person)


def cookie_of(workshop: Workshop) -> str:
    """The name of the cookie by which a device is that of who registered."""
    return f"footpath-mine-{workshop.address}"


def shown_by(registration: Registration, generation: int) -> str:
    """What a device of theirs shows, as `name=value`."""
    return (
        f"{cookie_of(registration.workshop)}={registration.pk}.{_token(registration, generation)}"
    )


def change_link(registration: Registration) -> None:
    """Make the link anew: the earlier one, and every device that it was opened on, opens
    nothing from now on.
    """
    with transaction.atomic():
        held = Registration.objects.select_for_update().get(pk=registration.pk)
        before = shown_by(held, held.generation)
        held.generation, held.claimed_with = held.generation + 1, ""
        held.save(update_fields=["generation", "claimed_with"])
    registration.generation = held.generation
    known.revoke(before)
    if held.person is not None:
        change_person_link(registration.workshop, held.person)


def change_person_link(workshop: Workshop, person: int) -> None:
    """The same for the link of a person in the workshop: their open pages end, and what was on
    its way in does too.
    """
    doors.change_link(workshop, f"person-{person}")
    _end_what_is_open(workshop, person)


def _end_what_is_open(workshop: Workshop, person: int) -> None:
    tickets.revoke(workshop.pk, person)
    rooms().end_connections(workshop.pk, person)
