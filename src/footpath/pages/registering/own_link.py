"""Opening the personal link of a registration: at once, or by a button where somebody else
saw it or is in here.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from footpath.method import Refusal
from footpath.pages.buttons import button
from footpath.pages.registering import own_device
from footpath.pages.registering.two_here import are_one_here, become_one, both_of, person_shown
from footpath.pages.registering.whose import Here, here_of
from footpath.pages.workshops import who_is_here
from footpath.pages.workshops.own_links import is_it_you, used
from footpath.pages.workshops.sent_once import known_device, sent_here
from footpath.registering import personal_links, registrations
from footpath.registering.models import Registration
from footpath.registering.shown_out import was_shown_out
from footpath.research import answers
from footpath.workshops import doors
from footpath.workshops.models import Workshop

PAGES = {"research": "research", "lines": "my-lines"}
"""Where a letter's link leads besides one's own page, by the word behind it."""


@require_safe
@ensure_csrf_cookie
@known_device
def by_link(request: HttpRequest, address: str, token: str, id: int) -> HttpResponse:
    """A personal link: this device becomes theirs, and the link leaves the address bar.

    On a device that is not theirs yet that takes a button, for anybody could have sent it to them,
    and goes on being them; opening it changes nothing. A letter's link too: whoever reads that mail
    can send it on. It opens at once where its registration was made.
    """
    workshop = doors.workshop_at(address)
    registration, is_old = _whose(workshop, token, id)
    here = here_of(request, workshop)
    others = here.others_than(registration, registration.person)
    unproved, is_here = (
        personal_links.is_unproved(registration, token),
        here.registration == registration,
    )
    if (
        unproved
        and is_here
        and own_device.registered_here(request, registration)
        and not registration.handed_out
    ):
        personal_links.prove(registration)
        unproved = False
    is_theirs = is_here or (
        not is_old and _was_made_here(request, registration, token) and not others
    )
    if is_theirs and not unproved:
        return _straight_on(request, registration)
    return used(request, workshop) if is_old else _ask(request, registration, here, token)


def _whose(workshop: Workshop, token: str, id: int) -> tuple[Registration, bool]:
    """Whose link it is, and whether another has taken its place.

    Raises:
        Http404: where it is nobody's.
    """
    try:
        return personal_links.opened(workshop, token, id), False
    except Http404:
        return personal_links.claimed_from(workshop, token, id), True


@button
@known_device
def have_it_here(request: HttpRequest, address: str, token: str, id: int) -> HttpResponse:
    """This device is theirs, by a button; where others know the link, with another one."""
    workshop = doors.workshop_at(address)
    registration, is_old = _whose(workshop, token, id)
    here = here_of(request, workshop)
    unproved = personal_links.is_unproved(registration, token) and not own_device.registered_here(
        request, registration
    )
    if is_old or unproved or _is_handed(registration, here):
        return _claim(request, registration, here, token, is_old=is_old)
    return _alone_here(_straight_on(request, registration), registration, here)


def _was_made_here(request: HttpRequest, registration: Registration, token: str) -> bool:
    """Whether a letter is opened on the device that registered, and no other has
    taken it over since.
    """
    taken = registration.handed_out or bool(registration.claimed_with)
    is_mailed = personal_links.is_mailed(registration, token)
    return is_mailed and not taken and own_device.registered_here(request, registration)


def _is_handed(registration: Registration, here: Here) -> bool:
    """Whether somebody else has seen the link, and this device is not the one on
    which they keep it.
    """
    return registration.handed_out and here.registration != registration


def _ask(
    request: HttpRequest, registration: Registration, here: Here, token: str, wrong: str = ""
) -> HttpResponse:
    others = here.others_than(registration, registration.person)
    may_join = here.registration in (None, registration)
    may_be_one = both_of(Here(here.workshop, registration, here.person)) if may_join else None
    handed, unproved = (
        _is_handed(registration, here),
        personal_links.is_unproved(registration, token),
    )
    return is_it_you(
        request, here.workshop, registration.name, others, handed=handed,
        unproved=unproved and not handed, both=may_be_one, wrong=wrong,
        status=400 if wrong else 200, action=_have_it_here_at(request, registration, token),
    )  # fmt: skip


def _have_it_here_at(request: HttpRequest, registration: Registration, token: str) -> str:
    of = [registration.workshop.address, token, registration.pk]
    query = request.META["QUERY_STRING"]
    return reverse("mine-link-here", args=of) + (f"?{query}" if query else "")


def _claim(
    request: HttpRequest, registration: Registration, here: Here, token: str, *, is_old: bool
) -> HttpResponse:
    """Make the link this device's alone, once; the same button pressed again on this
    device does the same.
    """
    device = sent_here(request, "claim", token)
    by_mail, before = personal_links.is_unproved(registration, token), registration.person
    was_out = was_shown_out(registration.workshop.pk, before)
    if not is_old and personal_links.claim(registration, device, here.person, by_mail=by_mail):
        if here.person is None or here.person != registration.person:
            answers.part(registration, before)
        if was_out and registration.person is None:
            # the place was that of who was shown out (S8)
            registrations.stay_away(registration, timezone.now())
        registrations.tell_new_link(registration)
    elif not constant_time_compare(device, registration.claimed_with):
        return used(request, registration.workshop)
    to = _page_asked_for(request)
    response = redirect(
        reverse(to, args=[registration.workshop.address]) + ("?claimed" if to == "mine" else "")
    )
    own_device.remember(response, registration)
    return _alone_here(response, registration, here)


@button
@known_device
def both(request: HttpRequest, address: str, token: str, id: int) -> HttpResponse:
    """Who holds both says so, once; the same button pressed again on this device does the same."""
    workshop = doors.workshop_at(address)
    registration, is_old = _whose(workshop, token, id)
    here = here_of(request, workshop)
    device = sent_here(request, "claim", token)
    if is_old:
        same = constant_time_compare(device, registration.claimed_with)
        return are_one_here(registration) if same else used(request, workshop)
    try:
        by_mail = personal_links.is_unproved(registration, token)
        return become_one(
            request, registration, person_shown(request, here), device, by_mail=by_mail
        )
    except Refusal as no:
        return _ask(request, registration, here, token, no.sentence)


def _page_asked_for(request: HttpRequest) -> str:
    return next((page for word, page in PAGES.items() if word in request.GET), "mine")


def _straight_on(request: HttpRequest, registration: Registration) -> HttpResponse:
    response = redirect(_page_asked_for(request), address=registration.workshop.address)
    response["Cache-Control"] = "no-store"
    own_device.remember(response, registration)
    return response


def _alone_here(response: HttpResponse, registration: Registration, here: Here) -> HttpResponse:
    """Whoever came in on this device and is not known to be them is here no more."""
    if here.person not in (None, registration.person):
        who_is_here.forget(response, registration.workshop)
    return response
