"""Asking on a device on which two are in who of them goes on, and letting them become one by
the link of the one.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.crypto import constant_time_compare

from footpath.limits.numbers import number_in
from footpath.pages.private import page
from footpath.pages.registering import own_device
from footpath.pages.registering.whose import Here, TwoAreHere, name_of
from footpath.pages.workshops import who_is_here
from footpath.registering import joining, personal_links, registrations
from footpath.registering.models import Registration
from footpath.workshops import doors
from footpath.workshops.models import Workshop

CONFLICT = 409


class AskingWho:
    """Turns TwoAreHere into the page that asks, instead of the page that
    cannot know whose it is.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Stand around the views."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Nothing before and nothing after."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Ask; what was sent was not done, and can be sent again on the page that follows."""
        if not isinstance(exception, TwoAreHere):
            return None
        get_token(request)  # so that the page's form has its cookie
        here, sent = exception.here, request.method == "POST"
        context = {
            "workshop": here.workshop,
            "here": here,
            "to": request.get_full_path(),
            "both": both_of(here),
            "sent": sent,
        }
        return page(request, "registering/two_here", context, CONFLICT if sent else 200)


@dataclass(frozen=True)
class Both:
    """Somebody who registered and somebody in the workshop who may become one."""

    registration: Registration
    person: int
    token: str = ""
    """The person's, where it is their link that is being opened and not their device."""

    @property
    def opens_at(self) -> str:
        """Where the button leads: to the registration's own link, so that pressed
        again it does the same.
        """
        return f"{personal_links.path_of(self.registration)}/both"

    @property
    def name(self) -> str:
        """What they are called in the room."""
        return name_of(self.registration.workshop, self.person) or ""


def both_of(here: Here, token: str = "") -> Both | None:
    """The two, where they can become one."""
    if here.registration is None or here.person is None or not here.may_be_one:
        return None
    return Both(here.registration, here.person, token)


def person_shown(request: HttpRequest, here: Here) -> int:
    """Who is to become one with a registration: whose link was sent along, or who is
    in on this device.

    Raises:
        Http404: for nobody.
    """
    id, token = number_in(request.POST.get("person")), request.POST.get("token", "")
    if token and id is not None and _opens_for(here.workshop, id, token):
        return id
    if here.person is None or token:
        raise Http404
    return here.person


def _opens_for(workshop: Workshop, person: int, token: str) -> bool:
    is_known = name_of(workshop, person) is not None
    return is_known and constant_time_compare(token, doors.personal_token(workshop, person))


def become_one(
    request: HttpRequest, registration: Registration, person: int, device: str, *, by_mail: bool
) -> HttpResponse:
    """Both are one from now on, on this device alone: each other one that held a link of
    theirs is out (W24).

    Raises:
        Refusal: where they cannot be one, or the address is not that of the registration.
    """
    joining.are_one(registration, person, request.POST.get("email", ""), device, by_mail=by_mail)
    registrations.tell_new_link(registration)
    return are_one_here(registration)


def are_one_here(registration: Registration) -> HttpResponse:
    """Give this device both links, as they are now."""
    response = redirect(reverse("mine", args=[registration.workshop.address]) + "?one")
    own_device.remember(response, registration)
    if registration.person is not None:
        who_is_here.remember(response, registration.workshop, registration.person)
    return response
