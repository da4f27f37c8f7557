"""Opening the personal link of a registration: at once, or by a button where somebody else saw it or is in here."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_http_methods

from footpath.method import Refusal
from footpath.registering import coming, links
from footpath.registering.models import Registration
from footpath.registering.two_here import are_one_here, become_one, both_of, person_shown
from footpath.registering.whose import Here, here_of
from footpath.research import answering
from footpath.research.consents import Giver
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

    Where somebody else has seen it, or this device is another's, that takes a button; opening it changes nothing. Who
    opens it from a letter, on another device than the one that registered, says once whether they registered.
    """
    workshop = doors.workshop_at(address)
    try:
        registration, is_old = links.opened(workshop, token, id), False
    except Http404:
        registration, is_old = links.claimed_from(workshop, token, id), True
    here = here_of(request, workshop)
    if request.method == "POST":
        return _pressed(request, registration, here, token, is_old=is_old)
    others = here.others_than(registration, registration.person)
    asks = registration.handed_out or others or links.is_unproved(registration, token)
    if here.registration == registration or not (is_old or asks):
        return _straight_on(request, registration)
    return used(request, workshop) if is_old else _ask(request, registration, here, token)


def _pressed(request: HttpRequest, registration: Registration, here: Here, token: str, *, is_old: bool) -> HttpResponse:
    if request.POST.get("do") == "both":
        return _both(request, registration, here, token, is_old=is_old)
    unproved = here.registration != registration and links.is_unproved(registration, token)
    if unproved and not registration.handed_out and request.POST.get("do") == "registered":
        links.prove(registration, sent_here(request, "claim", token))
    elif is_old or unproved or _is_handed(registration, here):
        return _claim(request, registration, here, token, is_old=is_old)
    return _alone_here(_straight_on(request, registration), registration, here)


def _is_handed(registration: Registration, here: Here) -> bool:
    """Whether somebody else has seen the link, and this device is not the one on which they keep it."""
    return registration.handed_out and here.registration != registration


def _ask(request: HttpRequest, registration: Registration, here: Here, token: str, wrong: str = "") -> HttpResponse:
    others = here.others_than(registration, registration.person)
    may_join = here.registration in (None, registration)
    both = both_of(Here(here.workshop, registration, here.person)) if may_join else None
    handed, unproved = _is_handed(registration, here), links.is_unproved(registration, token)
    return is_it_you(
        request, here.workshop, registration.name, others, handed=handed, unproved=unproved and not handed, both=both,
        wrong=wrong, status=400 if wrong else 200,
    )  # fmt: skip


def _claim(request: HttpRequest, registration: Registration, here: Here, token: str, *, is_old: bool) -> HttpResponse:
    """Make the link this device's alone, once; the same button pressed again on this device does the same."""
    device = sent_here(request, "claim", token)
    is_unproved = links.is_unproved(registration, token) and not registration.handed_out
    if not is_old and links.claim(registration, device):
        if is_unproved:
            answering.ask_anew(Giver(registration.workshop, registration, registration.person))
        coming.tell_new_link(registration)
    elif not constant_time_compare(device, registration.claimed_with):
        return used(request, registration.workshop)
    response = redirect(reverse("mine", args=[registration.workshop.address]) + "?claimed")
    links.remember(response, registration)
    return _alone_here(response, registration, here)


def _both(request: HttpRequest, registration: Registration, here: Here, token: str, *, is_old: bool) -> HttpResponse:
    """Who holds both says so, once; the same button pressed again on this device does the same."""
    device = sent_here(request, "claim", token)
    if is_old:
        same = constant_time_compare(device, registration.claimed_with)
        return are_one_here(registration) if same else used(request, registration.workshop)
    try:
        return become_one(request, registration, person_shown(request, here), device)
    except Refusal as no:
        return _ask(request, registration, here, token, no.sentence)


def _straight_on(request: HttpRequest, registration: Registration) -> HttpResponse:
    to = next((page for word, page in PAGES.items() if word in request.GET), "mine")
    response = redirect(to, address=registration.workshop.address)
    response["Cache-Control"] = "no-store"
    links.remember(response, registration)
    return response


def _alone_here(response: HttpResponse, registration: Registration, here: Here) -> HttpResponse:
    """Whoever came in on this device and is not known to be them is here no more."""
    if here.person not in (None, registration.person):
        doors.forget(response, registration.workshop)
    return response
