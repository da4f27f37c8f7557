"""What the buttons of one's own page do, each at an address of its own."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from footpath.method import Refusal
from footpath.notices.models import Notice
from footpath.pages.buttons import button
from footpath.pages.private import page
from footpath.pages.registering import own_device
from footpath.pages.registering.mine import shown, why_not
from footpath.pages.registering.views import announced
from footpath.pages.registering.whose import TwoAreHere, choose, here_of
from footpath.pages.research import consent_forms
from footpath.pages.workshops import who_is_here
from footpath.pages.workshops.sent_once import forget_device
from footpath.pages.workshops.views import people_of
from footpath.record.writer import Fault
from footpath.registering import joining, personal_links, registrations
from footpath.registering.models import Registration
from footpath.research.consents import Giver
from footpath.workshops import doors

Act = Callable[[HttpRequest, Notice, Registration], HttpResponse]


def _of_mine(act: Act) -> Callable[[HttpRequest, str], HttpResponse]:
    """A button of whoever registered; what cannot be done is said on the page."""

    @button
    @wraps(act)
    def pressed(request: HttpRequest, address: str) -> HttpResponse:
        workshop = doors.workshop_at(address)
        if (taken := own_device.taken_over(request, workshop)) is not None:
            context = {"workshop": workshop, "here": taken}
            return page(request, "registering/taken_over", context, 404)
        notice = announced(workshop)
        registration = own_device.registration_or_404(request, workshop)
        try:
            return act(request, notice, registration)
        except (Refusal, Fault) as no:
            return shown(request, notice, registration, no.sentence)

    return pressed


@_of_mine
def come(request: HttpRequest, notice: Notice, registration: Registration) -> HttpResponse:
    """They come after all, or take the place that is offered."""
    now = timezone.now()
    if no := why_not(notice, registration, now):
        raise Refusal(no)
    registrations.come(registration, now)
    return redirect("mine", address=notice.workshop.address)


@_of_mine
def stay_away(request: HttpRequest, notice: Notice, registration: Registration) -> HttpResponse:
    """They do not come, and their place is another's."""
    registrations.stay_away(registration, timezone.now())
    return redirect("mine", address=notice.workshop.address)


@_of_mine
def join(request: HttpRequest, notice: Notice, registration: Registration) -> HttpResponse:
    """Into the room, or first to what research asks."""
    workshop = notice.workshop
    if (here := here_of(request, workshop)).are_two:
        raise TwoAreHere(here)
    if not joining.may_join(registration):
        raise Refusal("You have no place just now. You can come in once you have one.")
    first = registration.person is None
    person = joining.join(registration)
    if all(known.id != person for known in people_of(workshop)):
        raise Refusal("You were shown out of this workshop. Write to whoever facilitates it.")
    asked = consent_forms.on_arriving(Giver(workshop, registration, person), again=not first)
    response = redirect(asked or reverse("room", args=[workshop.address]))
    who_is_here.remember(response, workshop, person)
    return response


@_of_mine
def came_in(request: HttpRequest, notice: Notice, _: Registration) -> HttpResponse:
    """Of two on this device, they are the one who came in."""
    return choose(request, here_of(request, notice.workshop), registered=False)


@_of_mine
def registered(request: HttpRequest, notice: Notice, _: Registration) -> HttpResponse:
    """Of two on this device, they are the one who registered."""
    return choose(request, here_of(request, notice.workshop), registered=True)


@_of_mine
def change_link(request: HttpRequest, notice: Notice, registration: Registration) -> HttpResponse:
    """Another own link: the one before opens nothing any more."""
    here, address = here_of(request, notice.workshop), notice.workshop.address
    personal_links.change_link(registration)
    response = redirect("mine", address=address)
    own_device.remember(response, registration)
    if registration.person is not None and here.person == registration.person:
        who_is_here.remember(response, doors.workshop_at(address), registration.person)
    return response


@_of_mine
def leave(request: HttpRequest, notice: Notice, _: Registration) -> HttpResponse:
    """Whoever is here is somebody else: this device forgets them."""
    response = redirect("public", address=notice.workshop.address)
    own_device.forget(response, notice.workshop)
    who_is_here.forget(response, notice.workshop)
    forget_device(response)
    return response
