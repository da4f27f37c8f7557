"""Opening the personal link of a registration: at once, or by a button where somebody else has seen it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_http_methods

from footpath.registering import coming, links
from footpath.registering.models import Registration
from footpath.workshops import doors
from footpath.workshops.devices import known_device, sent_here
from footpath.workshops.own_links import is_it_you, used

PAGES = {"research": "research", "lines": "my-lines"}
"""Where a letter's link leads besides one's own page, by the word behind it."""


@require_http_methods(["GET", "HEAD", "POST"])
@ensure_csrf_cookie
@known_device
def by_link(request: HttpRequest, address: str, token: str, id: int) -> HttpResponse:
    """A personal link: this device becomes theirs, and the link leaves the address bar.

    Where somebody else has seen it, or this device is another's, that takes a button; opening it changes nothing.
    """
    workshop = doors.workshop_at(address)
    here = links.registration_of(request, workshop)
    try:
        registration, is_old = links.opened(workshop, token, id), False
    except Http404:
        registration, is_old = links.claimed_from(workshop, token, id), True
    if here == registration or not (is_old or registration.handed_out or here is not None):
        return _straight_on(request, registration)
    if request.method == "POST":
        if not (is_old or registration.handed_out):
            return _straight_on(request, registration)
        return _claim(request, registration, token, is_old=is_old)
    if is_old:
        return used(request, workshop)
    other = here.name if here is not None else ""
    return is_it_you(request, workshop, registration.name, other, handed=registration.handed_out)


def _claim(request: HttpRequest, registration: Registration, token: str, *, is_old: bool) -> HttpResponse:
    """Make the link this device's alone, once; the same button pressed again on this device does the same."""
    device = sent_here(request, "claim", token)
    if not is_old and links.claim(registration, device):
        coming.tell_new_link(registration)
    elif not constant_time_compare(device, registration.claimed_with):
        return used(request, registration.workshop)
    response = redirect(reverse("mine", args=[registration.workshop.address]) + "?claimed")
    links.remember(response, registration)
    return response


def _straight_on(request: HttpRequest, registration: Registration) -> HttpResponse:
    to = next((page for word, page in PAGES.items() if word in request.GET), "mine")
    response = redirect(to, address=registration.workshop.address)
    response["Cache-Control"] = "no-store"
    links.remember(response, registration)
    return response
