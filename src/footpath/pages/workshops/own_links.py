"""One's own link: keeping and changing it, opening it on another device, and taking over a name
by one handed out.

A link that is handed to somebody who was added by name is not their own link: it opens a page with
one button, and whoever presses it first gets a link that nobody else has seen. Opening it does
nothing, as programs do that look at links in messages.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_http_methods

from footpath.method import Refusal
from footpath.method.phases.gather import ClaimName
from footpath.method.things.people import Person
from footpath.pages.private import page
from footpath.pages.registering.own_device import forget as forget_registration
from footpath.pages.registering.own_device import registration_of
from footpath.pages.registering.two_here import Both, both_of
from footpath.pages.registering.whose import Here, here_of
from footpath.pages.research import consent_forms
from footpath.pages.workshops import who_is_here
from footpath.pages.workshops.qr import qr
from footpath.pages.workshops.sent_once import known_device, sent_here
from footpath.pages.workshops.views import people_of, person_here
from footpath.record.vocabulary import own_id
from footpath.record.writer import Fault
from footpath.registering.personal_links import change_person_link
from footpath.research.consents import Giver
from footpath.room.running import rooms
from footpath.workshops import doors
from footpath.workshops.models import Workshop


@require_http_methods(["GET", "POST"])
@ensure_csrf_cookie
def keep(request: HttpRequest, address: str) -> HttpResponse:
    """One's own link, to keep: it makes another device the same person;
    changed, the old one ends.
    """
    workshop = doors.workshop_at(address)
    person = person_here(workshop, who_is_here.person_or_404(request, workshop))
    if request.method == "POST":
        change_person_link(workshop, person.id)
        response = redirect("keep", address=address)
        who_is_here.remember(response, workshop, person.id)
        return response
    link = doors.personal_link(workshop, person.id, who_is_here.base_url(request))
    registration = registration_of(request, workshop)
    giver = Giver.who_came(workshop, person.id)
    context = {
        "workshop": workshop,
        "me": person,
        "link": link,
        "qr": qr(link),
        "registration": registration,
        "is_theirs": registration is not None and registration.person == person.id,
        "claimed": "claimed" in request.GET,
        "questions": consent_forms.on_arriving(giver),
        "research": consent_forms.forms_of(giver),
    }
    return page(request, "workshops/keep", context)


@require_http_methods(["GET", "POST"])
@ensure_csrf_cookie
@known_device
def me(request: HttpRequest, address: str, token: str, person: int) -> HttpResponse:
    """A personal link: this device becomes the person's, and the link leaves the address bar.

    On a device that is not theirs yet that takes a button: whoever sent it goes on being them.
    """
    workshop = doors.workshop_or_rehearsal_at(address)
    # nobody becomes one of the invented people
    if workshop.as_rehearsal is not None and workshop.as_rehearsal.leader != person:
        raise Http404
    handed = constant_time_compare(token, doors.handed_token(workshop, person))
    if person > 2**31 or not (
        handed or constant_time_compare(token, doors.personal_token(workshop, person))
    ):
        raise Http404
    people = {one.id: one for one in people_of(workshop)}
    if (them := people.get(person)) is None:
        raise Http404
    here = here_of(request, workshop)
    others, known = here.others_than(None, person), here.person == person
    if handed and not known:
        return _claim(request, here, them, others)
    if not known and request.method != "POST":
        return is_it_you(request, workshop, them.called, others, both=_both(here, person))
    return _alone_here(request, _straight_on(request, workshop, them), here, person)


def _both(here: Here, person: int) -> Both | None:
    """Who registered on this device and the person whose link is opened, where they may be one."""
    if here.person is not None:
        return None
    return both_of(
        Here(here.workshop, here.registration, person), doors.personal_token(here.workshop, person)
    )


def _alone_here(
    request: HttpRequest, response: HttpResponse, here: Here, person: int
) -> HttpResponse:
    """This device is the person's; by a button whoever registered on it and is not known to be
    them is here no more.
    """
    who_is_here.remember(response, here.workshop, person)
    if (
        request.method == "POST"
        and here.registration is not None
        and here.registration.person != person
    ):
        forget_registration(response, here.workshop)
    return response


def _straight_on(request: HttpRequest, workshop: Workshop, here: Person) -> HttpResponse:
    giver = Giver.who_came(workshop, here.id)
    straight = (
        consent_forms.overview(workshop, consent_forms.CameFrom.ROOM)
        if "research" in request.GET
        else ""
    )
    straight = straight or (
        reverse("my-lines", args=[workshop.address]) if "lines" in request.GET else ""
    )
    return redirect(
        straight
        or consent_forms.on_arriving(giver, again=True)
        or reverse("room", args=[workshop.address])
    )


def _claim(request: HttpRequest, here: Here, them: Person, others: list[str]) -> HttpResponse:
    """Take over a name; of two who press at once the record lets one, and the other is told."""
    workshop = here.workshop
    if request.method != "POST":
        if them.without_device:
            return is_it_you(request, workshop, them.called, others, handed=True)
        return used(request, workshop)
    # of this device and of the link as it is, so that a button pressed again does the same, until
    # the link is changed
    sent = sent_here(request, "claim", doors.personal_token(workshop, them.id))
    try:
        rooms().submit(workshop.pk, ClaimName(id=own_id(f"claim-{sent}")), them.id)
    except Refusal:
        return used(request, workshop)
    except Fault as fault:
        return is_it_you(
            request, workshop, them.called, others, handed=True, wrong=str(fault), status=503
        )
    return _alone_here(
        request, redirect(reverse("keep", args=[workshop.address]) + "?claimed"), here, them.id
    )


def is_it_you(
    request: HttpRequest, workshop: Workshop, name: str, others: list[str], *, handed: bool = False,
    unproved: bool = False, both: Both | None = None, wrong: str = "", status: int = 200,
    action: str = "",
) -> HttpResponse:  # fmt: skip
    """Ask before a link makes a device somebody's: where others have seen it, or somebody else is
    in on this device. `action` is where its button posts to, where that is not the page's own.
    """
    context = {
        "workshop": workshop, "name": name, "others": others, "handed": handed,
        "unproved": unproved, "both": both, "wrong": wrong, "action": action,
    }  # fmt: skip
    return page(request, "workshops/is_it_you", context, status)


def used(request: HttpRequest, workshop: Workshop) -> HttpResponse:
    """A link that was handed out and used: it opens nothing, and says no more than that."""
    return page(request, "workshops/used", {"workshop": workshop}, 404)
