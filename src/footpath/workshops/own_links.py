"""One's own link: keeping and changing it, opening it on another device, and taking over a name by one handed out.

A link that is handed to somebody who was added by name is not their own link: it opens a page with one button, and
whoever presses it first gets a link that nobody else has seen. Opening it does nothing, as programs do that look at
links in messages.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_http_methods

from footpath.method import Refusal
from footpath.method.gather import ClaimName
from footpath.method.people import Person
from footpath.record.vocabulary import own_id
from footpath.record.writing import Fault
from footpath.registering.links import change_person_link, registration_of
from footpath.registering.models import Registration
from footpath.research import asking
from footpath.research.consents import Giver
from footpath.room.running import rooms
from footpath.workshops import doors
from footpath.workshops.devices import known_device, sent_here
from footpath.workshops.models import Workshop
from footpath.workshops.qr import qr
from footpath.workshops.views import page, people_of, person_here


@require_http_methods(["GET", "POST"])
@ensure_csrf_cookie
def keep(request: HttpRequest, address: str) -> HttpResponse:
    """One's own link, to keep: it makes another device the same person; changed, the old one ends."""
    workshop = doors.workshop_at(address)
    person = person_here(workshop, doors.person_or_404(request, workshop))
    if request.method == "POST":
        change_person_link(workshop, person.id)
        response = redirect("keep", address=address)
        doors.remember(response, workshop, person.id)
        return response
    link = doors.personal_link(workshop, person.id, doors.base_url(request))
    registration = registration_of(request, workshop)
    giver = Giver(workshop, Registration.objects.filter(workshop=workshop, person=person.id).first(), person.id)
    context = {
        "workshop": workshop, "me": person, "link": link, "qr": qr(link), "registration": registration,
        "is_theirs": registration is not None and registration.person == person.id,
        "claimed": "claimed" in request.GET, "questions": asking.on_arriving(giver), "research": asking.forms_of(giver),
    }  # fmt: skip
    return page(request, "keep", context)


@require_http_methods(["GET", "POST"])
@ensure_csrf_cookie
@known_device
def me(request: HttpRequest, address: str, token: str, person: int) -> HttpResponse:
    """A personal link: this device becomes the person's, and the link leaves the address bar.

    One's own link does that by being opened; a device on which somebody else is in is asked first.
    """
    workshop = doors.workshop_at(address)
    handed = constant_time_compare(token, doors.handed_token(workshop, person))
    if person > 2**31 or not (handed or constant_time_compare(token, doors.personal_token(workshop, person))):
        raise Http404
    people = {one.id: one for one in people_of(workshop)}
    here, other = people.get(person), people.get(doors.person_of(request, workshop) or 0)
    if here is None:
        raise Http404
    if handed and other is not here:
        return _claim(request, workshop, here, other.name.shown if other is not None else "")
    if other is not None and other is not here and request.method != "POST":
        return is_it_you(request, workshop, here.name.shown, other.name.shown)
    response = _straight_on(request, workshop, here)
    doors.remember(response, workshop, person)
    return response


def _straight_on(request: HttpRequest, workshop: Workshop, here: Person) -> HttpResponse:
    giver = Giver(workshop, Registration.objects.filter(workshop=workshop, person=here.id).first(), here.id)
    straight = asking.overview(workshop, asking.Way.ROOM) if "research" in request.GET else ""
    straight = straight or (reverse("my-lines", args=[workshop.address]) if "lines" in request.GET else "")
    return redirect(straight or asking.on_arriving(giver, again=True) or reverse("room", args=[workshop.address]))


def _claim(request: HttpRequest, workshop: Workshop, here: Person, other: str) -> HttpResponse:
    """Take over a name; of two who press at once the record lets one, and the other is told."""
    if request.method != "POST":
        if here.without_device:
            return is_it_you(request, workshop, here.name.shown, other, handed=True)
        return used(request, workshop)
    # of this device and of the link as it is, so that a button pressed again does the same, until the link is changed
    sent = sent_here(request, "claim", doors.personal_token(workshop, here.id))
    try:
        rooms().submit(workshop.pk, ClaimName(id=own_id(f"claim-{sent}")), here.id)
    except Refusal:
        return used(request, workshop)
    except Fault as fault:
        return is_it_you(request, workshop, here.name.shown, other, handed=True, wrong=str(fault))
    response = redirect(reverse("keep", args=[workshop.address]) + "?claimed")
    doors.remember(response, workshop, here.id)
    return response


def is_it_you(
    request: HttpRequest, workshop: Workshop, name: str, other: str = "", *, handed: bool = False, wrong: str = "",
) -> HttpResponse:  # fmt: skip
    """Ask before a link makes a device somebody's: where others have seen it, or somebody else is in on this device."""
    context = {"workshop": workshop, "name": name, "other": other, "handed": handed, "wrong": wrong}
    return page(request, "is_it_you", context, 503 if wrong else 200)


def used(request: HttpRequest, workshop: Workshop) -> HttpResponse:
    """A link that was handed out and used: it opens nothing, and says no more than that."""
    return page(request, "used", {"workshop": workshop}, 404)
