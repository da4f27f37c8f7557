"""Who a request comes from: the cookie of a device, and what it pays for."""

import ipaddress

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare

from footpath.limits import known
from footpath.limits.budgets import Whom
from footpath.limits.numbers import number_in
from footpath.workshops.doors import YEAR, cookie_of, personal_token
from footpath.workshops.models import Workshop


def has_cookie(request: HttpRequest, address: str) -> bool:
    """Whether the device says that it is somebody's; not whether that is true."""
    return f"footpath-{address}" in request.COOKIES


def known_by_cookie(request: HttpRequest, workshop: Workshop) -> int | None:
    """The person whose device this is, or None, at no cost to them."""
    shown, _, token = request.COOKIES.get(cookie_of(workshop), "").partition(".")
    if (person := number_in(shown)) is None:
        return None
    return person if constant_time_compare(token, personal_token(workshop, person)) else None


def person_of(request: HttpRequest, workshop: Workshop) -> int | None:
    """The person whose device this is, or None; whether they may still be here the method decides.

    Raises:
        VeryMuchAtOnce: when they asked for more than their budget holds.
    """
    person = known_by_cookie(request, workshop)
    if person is not None:
        pay_for(
            request,
            workshop,
            person,
            f"{cookie_of(workshop)}={person}.{personal_token(workshop, person)}",
        )
    return person


def pay_for(request: HttpRequest, workshop: Workshop, whom: Whom, shown: str) -> None:
    """A request costs its person something, once; their device has shown that it is theirs, by
    a cookie `name=value`.

    Raises:
        VeryMuchAtOnce: when they asked for more than their budget holds.
    """
    if known.PAID not in request.META:
        request.META[known.PAID] = payer = known.Payer(shown, workshop.address, workshop.pk, whom)
        if not payer.is_same(known.passed_by(request)):
            payer.pay()


def person_or_404(request: HttpRequest, workshop: Workshop) -> int:
    """The person whose device this is.

    Raises:
        Http404: for a stranger, as for a page that does not exist.
    """
    person = person_of(request, workshop)
    if person is None:
        raise Http404
    return person


def remember(response: HttpResponse, workshop: Workshop, person: int) -> None:
    """Make this device the person's."""
    response.set_cookie(
        cookie_of(workshop),
        f"{person}.{personal_token(workshop, person)}",
        max_age=YEAR,
        httponly=True,
        samesite="Lax",
        secure=settings.HTTPS,
        path=f"/w/{workshop.address}",
    )


def forget(response: HttpResponse, workshop: Workshop) -> None:
    """This device is nobody's any more."""
    response.delete_cookie(cookie_of(workshop), path=f"/w/{workshop.address}", samesite="Lax")


def base_url(request: HttpRequest) -> str:
    """Where this installation is reached, without a slash at the end."""
    return settings.BASE_URL or f"{request.scheme}://{request.get_host()}"


def from_this_machine(request: HttpRequest) -> bool:
    """Whether the request was made on this machine and not passed on by a proxy."""
    if (
        "HTTP_X_FORWARDED_FOR" in request.META
        or "HTTP_FORWARDED" in request.META
        or settings.BASE_URL
    ):
        return False
    try:
        return ipaddress.ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False
