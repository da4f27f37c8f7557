"""The registration of a device: the cookie by which it is somebody's who registered."""

from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare, salted_hmac

from footpath.limits.numbers import number_in
from footpath.pages.workshops import who_is_here
from footpath.registering.models import Registration
from footpath.registering.personal_links import claimed_from, cookie_of, opened, shown_by, token_of
from footpath.workshops import doors
from footpath.workshops.models import Workshop


def has_cookie(request: HttpRequest, address: str) -> bool:
    """Whether the device says that a registration is its own; not whether that is true."""
    return f"footpath-mine-{address}" in request.COOKIES


def known_by_cookie(request: HttpRequest, workshop: Workshop) -> Registration | None:
    """The registration whose link was opened on this device, or that was made on it, at no
    cost to its person.
    """
    return _by_cookie(request, workshop, opened)


def taken_over(request: HttpRequest, workshop: Workshop) -> Registration | None:
    """The registration that was this device's until another device took it over by a letter or
    a link handed out.
    """
    return _by_cookie(request, workshop, claimed_from)


def _by_cookie(
    request: HttpRequest, workshop: Workshop, found_by: Callable[[Workshop, str, int], Registration]
) -> Registration | None:
    shown, _, token = request.COOKIES.get(cookie_of(workshop), "").partition(".")
    if (id := number_in(shown)) is None:
        return None
    try:
        return found_by(workshop, token, id)
    except Http404:
        return None


def registration_of(request: HttpRequest, workshop: Workshop) -> Registration | None:
    """The registration whose link was opened on this device, or that was made on it."""
    if (found := known_by_cookie(request, workshop)) is None:
        return None
    whom = found.person if found.person is not None else f"registration {found.pk}"
    who_is_here.pay_for(request, workshop, whom, shown_by(found, found.generation))
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
        cookie_of(workshop),
        f"{registration.pk}.{token_of(registration)}",
        max_age=doors.YEAR,
        httponly=True,
        samesite="Lax",
        secure=settings.HTTPS,
        path=f"/w/{workshop.address}",
    )


def remember_registered(response: HttpResponse, registration: Registration) -> None:
    """Make this device theirs, and known as the one that registered, which no link
    makes another (L5).
    """
    workshop = registration.workshop
    remember(response, registration)
    response.set_cookie(
        _made_here(workshop),
        _mark_of(registration),
        max_age=doors.YEAR,
        httponly=True,
        samesite="Lax",
        secure=settings.HTTPS,
        path=f"/w/{workshop.address}",
    )


def registered_here(request: HttpRequest, registration: Registration) -> bool:
    """Whether this device is the one that registered."""
    shown = request.COOKIES.get(_made_here(registration.workshop), "")
    return constant_time_compare(shown, _mark_of(registration))


def _made_here(workshop: Workshop) -> str:
    return f"footpath-registered-{workshop.address}"


def _mark_of(registration: Registration) -> str:
    return salted_hmac("footpath.registered", f"{registration.pk}", algorithm="sha256").hexdigest()[
        :40
    ]


def forget(response: HttpResponse, workshop: Workshop) -> None:
    """This device has no registration any more."""
    response.delete_cookie(_made_here(workshop), path=f"/w/{workshop.address}", samesite="Lax")
    response.delete_cookie(cookie_of(workshop), path=f"/w/{workshop.address}", samesite="Lax")
