"""The pages on the way in: making a workshop, its links, its public page, and arriving."""

from typing import Any, cast, get_args

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from msgspec.structs import replace

from footpath.limits.attempts import networks_of
from footpath.limits.budgets import budget_of
from footpath.method import Flipchart, Refusal
from footpath.method.phases.gather import Arrive, OfferStory
from footpath.method.things.people import Person, Role, Where
from footpath.method.things.phase_words import PHASES
from footpath.notices.arrivals import VeryManyCame, arrivals, expected_by
from footpath.pages.notices.notice_page import announced, notice_of
from footpath.pages.private import page
from footpath.pages.registering.own_device import forget as forget_registration
from footpath.pages.registering.own_device import registration_of
from footpath.pages.workshops import who_is_here
from footpath.pages.workshops.forms import ArrivingForm, WorkshopForm
from footpath.pages.workshops.sent_once import forget_device, known_device, sent_here
from footpath.record.vocabulary import own_id
from footpath.record.writer import Fault
from footpath.registering.registrations import asks_to_register
from footpath.research import consents
from footpath.room.door import At
from footpath.room.running import rooms
from footpath.workshops import doors
from footpath.workshops.codes import TooManyWrongCodes, workshop_by_code
from footpath.workshops.making import make_workshop
from footpath.workshops.models import Workshop

LONGEST_VISIT = 64
SENT_BEFORE = (
    "This form brought somebody in before, and their link was changed since. Reload the page to "
    "come in anew, or open the newest link."
)


@require_http_methods(["GET", "POST"])
@ensure_csrf_cookie
@known_device
def make(request: HttpRequest) -> HttpResponse:
    """Make a workshop by link alone, which belongs to nobody's organisation."""
    ask_key = not who_is_here.from_this_machine(request)
    form = WorkshopForm(request.POST or None, ask_key=ask_key)
    if request.method == "POST" and form.is_valid():
        if ask_key and not doors.is_host_key(form.cleaned_data["host_key"]):
            form.add_error("host_key", doors.WRONG_KEY)
        else:
            try:
                made_with = sent_here(request, "make", form.cleaned_data["made_with"])
                workshop = make_workshop(rooms().writer, **form.given(), made_with=made_with)
            except Refusal as refusal:
                form.add_error("title", refusal.sentence)
            except Fault as fault:
                form.add_error(None, str(fault))
            else:
                return redirect(
                    "links-of-host",
                    address=workshop.address,
                    token=doors.link_token(workshop, "links"),
                )
    return page(request, "workshops/make", {"form": form}, 400 if form.errors else 200)


def people_of(workshop: Workshop) -> list[Person]:
    """Everybody known to the workshop who was not removed."""

    def look(chart: Flipchart) -> list[Person]:
        return [replace(person) for person in chart.people.values() if not person.removed]

    return rooms().read(workshop.pk, look)


def person_here(workshop: Workshop, id: int) -> Person:
    """A person who is still part of the workshop.

    Raises:
        Http404: when they were removed.
    """
    person = next((person for person in people_of(workshop) if person.id == id), None)
    if person is None:
        raise Http404
    return person


@require_GET
@ensure_csrf_cookie
def public(request: HttpRequest, address: str) -> HttpResponse:
    """The workshop's public page: its notice, or what little there is to say of one
    made by a link alone.
    """
    workshop = doors.workshop_at(address)
    notice = notice_of(request, workshop)
    id = who_is_here.person_of(request, workshop)
    me = next((person for person in people_of(workshop) if person.id == id), None)
    if notice is not None:
        response = render(
            request, "notices/announced.html", {**announced(request, notice), "me": me}
        )
        response["Cache-Control"] = "no-store"
        return response

    def look(chart: Flipchart) -> tuple[str, list[tuple[str, int]], bool, bool]:
        given = chart.set_up
        welcome = given.welcome.shown if given is not None and given.welcome is not None else ""
        minutes = given.minutes if given is not None else {}
        return (
            welcome,
            [(w.name, minutes.get(p, w.minutes)) for p, w in PHASES.items()],
            chart.closed,
            chart.opened,
        )

    welcome, phases, closed, opened = rooms().read(workshop.pk, look)
    context = {
        "workshop": workshop,
        "me": me,
        "welcome": welcome,
        "phases": phases,
        "closed": closed,
        "leads": me is not None and Role.FACILITATOR in me.roles and not opened,
    }
    return page(request, "workshops/public", context)


@require_http_methods(["GET", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """Coming in by the code that was read aloud."""
    typed, wrong, status = request.POST.get("code", ""), "", 200
    if request.method == "POST":
        try:
            workshop = workshop_by_code(typed, request.META.get("REMOTE_ADDR", ""))
        except TooManyWrongCodes:
            wrong, status = (
                "Too many wrong codes were typed here. Wait five minutes, or ask for the link.",
                429,
            )
        else:
            if workshop is not None:
                return redirect(
                    "join", address=workshop.address, token=doors.link_token(workshop, "guest")
                )
            wrong, status = "No workshop has this code. Check it with whoever read it to you.", 400
    return page(request, "workshops/code", {"typed": typed[:40], "wrong": wrong}, status)


@require_http_methods(["GET", "POST"])
@known_device
def join(request: HttpRequest, address: str, token: str) -> HttpResponse:
    """Arriving by a link: a name, and in."""
    workshop = doors.workshop_at(address)
    role = doors.role_of_link(workshop, token)
    known = who_is_here.person_of(request, workshop)
    me = next((person for person in people_of(workshop) if person.id == known), None)
    registration = registration_of(request, workshop)
    if role == "guest" and me is None and asks_to_register(workshop):
        if registration is not None:
            return redirect("mine", address=address)
        return redirect(reverse("register", args=[address]) + "?first")
    form, wait = ArrivingForm(request.POST or None), 0
    if request.method == "POST" and form.is_valid():
        try:
            arrivals.let_in(
                workshop, doors.link_token(workshop, role), request.META.get("REMOTE_ADDR", "")
            )
            sent = sent_here(request, f"arrive {workshop.address}", form.cleaned_data["arriving"])
            person = _arrive(workshop, form.cleaned_data, role, sent)
        except VeryManyCame as many:
            form.add_error("name", str(many))
            wait = many.wait
            rooms().at_the_door(workshop.pk, lambda door: door.refused())
        except (Refusal, Fault) as no:
            form.add_error("name", no.sentence)
        else:
            response = redirect("keep", address=address)
            who_is_here.remember(response, workshop, person)
            return response
    facilitators, sides = who_leads(workshop)
    context = {
        "workshop": workshop, "token": token, "form": form, "role": role, "me": me,
        "facilitators": facilitators, "sides": sides, "registration": registration,
        "asks": bool(consents.asking(workshop)),
    }  # fmt: skip
    status = 429 if wait else 400 if form.errors else 200
    response = page(request, "workshops/join", context, status)
    if wait:
        response["Retry-After"] = str(wait)
    return response


@require_POST
def door(request: HttpRequest, address: str, token: str) -> HttpResponse:
    """A page on which a name is asked says that it is open, or closed now; facilitators
    see how many (G19).
    """
    workshop = doors.workshop_at(address)
    doors.role_of_link(workshop, token)
    visit, at = request.POST.get("visit", ""), request.POST.get("at", "")
    if not 0 < len(visit) <= LONGEST_VISIT or at not in get_args(At):
        return HttpResponse(status=400)
    network, most = networks_of(request.META.get("REMOTE_ADDR", ""))[-1], expected_by(workshop)
    budget_of(workshop.pk, f"door {network}").spend(1)
    rooms().at_the_door(
        workshop.pk, lambda at_door: at_door.visit(visit, cast(At, at), network, most)
    )
    return HttpResponse(status=204)


def who_leads(workshop: Workshop) -> tuple[list[str], list[str]]:
    """The names of the facilitators, and the sides of the policy."""

    def look(chart: Flipchart) -> tuple[list[str], list[str]]:
        leading = [
            p for p in chart.people.values() if Role.FACILITATOR in p.roles and not p.removed
        ]
        return [chart.name_of(p.id) for p in leading], list(
            chart.set_up.sides if chart.set_up is not None else []
        )

    return rooms().read(workshop.pk, look)


def _arrive(workshop: Workshop, given: dict[str, Any], role: str, sent: str) -> int:
    """Come in, once for each form that was sent.

    Raises:
        Refusal: when the method says no, or the person of this form has changed their link since.
        Fault: when it could not be stored.
    """
    command = Arrive(
        id=own_id(f"arrive-{sent}"),
        name=given["name"],
        where=Where(given["where"]),
        said_at=given["said_at"],
        only_watch=given["only_watch"] and role == "guest",
    )
    made = rooms().submit(workshop.pk, command, None, role).made
    assert made is not None
    if doors.was_changed(workshop, made):
        raise Refusal(SENT_BEFORE)
    if given["could_tell"] and not command.only_watch and role != "observer":
        story = OfferStory(
            id=own_id(f"story-{sent}"),
            side=given["side"],
            elsewhere=given["elsewhere"],
            line=given["line"],
        )
        rooms().submit(workshop.pk, story, made)
    return made


@require_POST
def leave(request: HttpRequest, address: str) -> HttpResponse:
    """ "This is not me": the device is nobody's any more; the person stays, with
    everything they wrote.
    """
    workshop = doors.workshop_at(address)
    response = redirect("public", address=address)
    who_is_here.forget(response, workshop)
    forget_registration(response, workshop)
    forget_device(response)
    response["Clear-Site-Data"] = '"cache"'
    return response
