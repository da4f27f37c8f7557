"""The personal link of a registration: derived and never stored, it makes a device that of whoever registered."""

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac

from footpath.mail.links import whole
from footpath.registering.models import Registration
from footpath.room import tickets
from footpath.room.running import rooms
from footpath.workshops import doors, known
from footpath.workshops.models import Workshop


def token_of(registration: Registration) -> str:
    """The token of a registration's link and cookie: 160 bits."""
    return _token(registration, registration.generation)


def _token(registration: Registration, generation: int, *, by_mail: bool = False) -> str:
    opens = f"{registration.workshop.address}:{registration.pk}:{generation}{':mail' if by_mail else ''}"
    return salted_hmac("footpath.registration", opens, algorithm="sha256").hexdigest()[:40]


def path_of(registration: Registration) -> str:
    """The personal link without this installation's address."""
    return reverse("mine-link", args=[registration.workshop.address, token_of(registration), registration.pk])


def personal_link(registration: Registration, base: str | None = None) -> str:
    """The personal link, whole: whoever has it can change, cancel and join as that person."""
    return whole(path_of(registration)) if base is None else base + path_of(registration)


def mailed_link(registration: Registration) -> str:
    """The personal link as it stands in a letter, which nobody has but who reads the mail of that address."""
    token = _token(registration, registration.generation, by_mail=True)
    return whole(reverse("mine-link", args=[registration.workshop.address, token, registration.pk]))


def is_unproved(registration: Registration, token: str) -> bool:
    """Whether a letter's link is opened of which nobody has said yet that they registered themselves (L5).

    Whoever registers types any address, and is in on their own device: who reads its mail is asked once.
    """
    by_mail = _token(registration, registration.generation, by_mail=True)
    return registration.claimed_with == "" and constant_time_compare(token, by_mail)


def prove(registration: Registration, device: str) -> None:
    """Who reads the mail of the address says that it was they who registered."""
    Registration.every.filter(pk=registration.pk, claimed_with="").update(claimed_with=device)


def opened(workshop: Workshop, token: str, id: int) -> Registration:
    """The registration that a link opens, from a letter or from one's own page.

    Raises:
        Http404: when it opens none, as for an address that does not exist.
    """
    found = Registration.every.filter(workshop=workshop, pk=id).first() if id < 2**31 else None
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
    found = Registration.every.filter(workshop=workshop, pk=id).exclude(claimed_with="").first() if id < 2**31 else None
    if found is None or not _opens(found, token, found.generation - 1):
        raise Http404
    return found


def claim(registration: Registration, device: str) -> bool:
    """Make the link one that only the claiming device has; False where another device was quicker."""
    generation = registration.generation
    seen = Q(handed_out=True) | Q(claimed_with="")
    free = Registration.every.filter(seen, pk=registration.pk, generation=generation)
    won = free.update(generation=generation + 1, handed_out=False, claimed_with=device) == 1
    registration.refresh_from_db()
    if won:
        known.revoke(_shown(registration, generation))
    if won and registration.person is not None:
        change_person_link(registration.workshop, registration.person)
    return won


def become(registration: Registration, person: int, device: str) -> bool:
    """Let a registration be a person's, both by new links that only this device has; False where something was quicker.

    It belongs into a transaction, and `became` behind it.
    """
    generation = registration.generation
    free = Registration.every.filter(pk=registration.pk, generation=generation, person=None)
    new = {"generation": generation + 1, "handed_out": False, "claimed_with": device}
    if free.update(person=person, **new) == 0:
        return False
    doors.change_link(registration.workshop, f"person-{person}")
    return True


def became(registration: Registration, person: int) -> None:
    """What the earlier links of both had opened ends."""
    known.revoke(_shown(registration, registration.generation))
    registration.refresh_from_db()
    _end_what_is_open(registration.workshop, person)


def _cookie(workshop: Workshop) -> str:
    return f"footpath-mine-{workshop.address}"


def _shown(registration: Registration, generation: int) -> str:
    return f"{_cookie(registration.workshop)}={registration.pk}.{_token(registration, generation)}"


def has_cookie(request: HttpRequest, address: str) -> bool:
    """Whether the device says that a registration is its own; not whether that is true."""
    return f"footpath-mine-{address}" in request.COOKIES


def known_by_cookie(request: HttpRequest, workshop: Workshop) -> Registration | None:
    """The registration whose link was opened on this device, or that was made on it, at no cost to its person."""
    id, _, token = request.COOKIES.get(_cookie(workshop), "").partition(".")
    if not (id.isascii() and id.isdigit() and len(id) < 10):
        return None
    try:
        return opened(workshop, token, int(id))
    except Http404:
        return None


def registration_of(request: HttpRequest, workshop: Workshop) -> Registration | None:
    """The registration whose link was opened on this device, or that was made on it."""
    if (found := known_by_cookie(request, workshop)) is None:
        return None
    whom = found.person if found.person is not None else f"registration {found.pk}"
    doors.pay_for(request, workshop, whom, _shown(found, found.generation))
    return found


def registration_or_404(request: HttpRequest, workshop: Workshop) -> Registration:
    """The registration of this device.

    Raises:
        Http404: for a stranger, as for a page that does not exist.
    """
    found = registration_of(request, workshop)
    if found is None:
        raise Http404
    return found


def remember(response: HttpResponse, registration: Registration) -> None:
    """Make this device theirs."""
    workshop = registration.workshop
    response.set_cookie(
        _cookie(workshop), f"{registration.pk}.{token_of(registration)}", max_age=doors.YEAR, httponly=True,
        samesite="Lax", secure=settings.HTTPS, path=f"/w/{workshop.address}",
    )  # fmt: skip


def forget(response: HttpResponse, workshop: Workshop) -> None:
    """This device has no registration any more."""
    response.delete_cookie(_cookie(workshop), path=f"/w/{workshop.address}", samesite="Lax")


def change_link(registration: Registration) -> None:
    """Make the link anew: the earlier one, and every device that it was opened on, opens nothing from now on."""
    with transaction.atomic():
        held = Registration.every.select_for_update().get(pk=registration.pk)
        before = _shown(held, held.generation)
        held.generation, held.claimed_with = held.generation + 1, ""
        held.save(update_fields=["generation", "claimed_with"])
    registration.generation = held.generation
    known.revoke(before)
    if held.person is not None:
        change_person_link(registration.workshop, held.person)


def change_person_link(workshop: Workshop, person: int) -> None:
    """The same for the link of a person in the workshop: their open pages end, and what was on its way in does too."""
    doors.change_link(workshop, f"person-{person}")
    _end_what_is_open(workshop, person)


def _end_what_is_open(workshop: Workshop, person: int) -> None:
    tickets.revoke(workshop.pk, person)
    rooms().end_connections(workshop.pk, person)
