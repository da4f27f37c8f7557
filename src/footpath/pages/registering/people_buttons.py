"""What the buttons of the people's page do, each at an address of its own."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from footpath.method import Refusal
from footpath.pages.buttons import button
from footpath.pages.organisations.visitors import visitor_of
from footpath.pages.registering import people_acts
from footpath.pages.registering.keepers import Keeper, keeper_or_404
from footpath.pages.registering.people_acts import WrongInput
from footpath.pages.registering.people_page import shown
from footpath.pages.workshops.views import people_of
from footpath.record.writer import Fault
from footpath.registering import attendance, storytellers
from footpath.workshops import doors
from footpath.workshops.models import Workshop

Given = ParamSpec("Given")
Act = Callable[Concatenate[HttpRequest, Workshop, Keeper, Given], str]


def _of_people(act: Act[Given]) -> Callable[Concatenate[HttpRequest, str, Given], HttpResponse]:
    """A button of those who look after the people: `act` says to which part of the page they
    return, and what could not be done is said there.
    """

    @button
    @wraps(act)
    def pressed(
        request: HttpRequest, address: str, *args: Given.args, **given: Given.kwargs
    ) -> HttpResponse:
        workshop = doors.workshop_at(address)
        keeper = keeper_or_404(request, workshop)
        try:
            part = act(request, workshop, keeper, *args, **given)
        except WrongInput as wrong:
            return shown(request, workshop, keeper, wrong)
        except (Refusal, Fault) as no:
            return shown(request, workshop, keeper, WrongInput(no.sentence, "page"))
        return redirect(reverse("people", args=[address]) + part)

    return pressed


@_of_people
def send_again(_: HttpRequest, workshop: Workshop, _keeper: Keeper, letter: int) -> str:
    """Send a letter again that was refused."""
    people_acts.send_again(workshop, letter)
    return "#mail"


@_of_people
def correct_address(request: HttpRequest, workshop: Workshop, _: Keeper, registration: int) -> str:
    """Correct somebody's address."""
    people_acts.correct_address(workshop, registration, request.POST.get("email", ""))
    return "#mail"


@_of_people
def not_coming(request: HttpRequest, workshop: Workshop, _: Keeper) -> str:
    """Those who are named do not come."""
    people_acts.do_not_come(workshop, request.POST.getlist("registration"), timezone.now())
    return "#coming"


@_of_people
def ask(_: HttpRequest, workshop: Workshop, keeper: Keeper, who: str) -> str:
    """Ask somebody to tell what they lived through."""
    offers = storytellers.everybody(workshop, people_of(workshop))
    storytellers.ask(people_acts.chosen(offers, who), keeper.person, timezone.now())
    return "#storytellers"


@_of_people
def came(request: HttpRequest, workshop: Workshop, _: Keeper) -> str:
    """Say who came."""
    rows = attendance.attended(workshop, people_of(workshop))
    shown_ticked, ticked = request.POST.getlist("shown"), request.POST.getlist("came")
    attendance.correct_all(workshop, rows, set(shown_ticked), set(ticked))
    return "#came"


@_of_people
def add(request: HttpRequest, workshop: Workshop, keeper: Keeper) -> str:
    """Somebody was there without a device."""
    if keeper.person is None:
        raise Http404
    people_acts.add_person(workshop, keeper.person, request.POST.get("name", ""))
    return "#came"


@button
def places(request: HttpRequest, address: str) -> HttpResponse:
    """Change how many can come, unless somebody else did meanwhile: then who sent
    it is asked first.
    """
    workshop = doors.workshop_at(address)
    keeper = keeper_or_404(request, workshop)
    if keeper.notice is None:
        raise Http404
    try:
        sharing = people_acts.change_places(
            keeper.notice, request.POST, visitor_of(request), timezone.now()
        )
    except WrongInput as wrong:
        return shown(request, workshop, keeper, wrong)
    sharing.is_nameless = not keeper.convenes
    if not sharing.is_settled:
        return shown(request, workshop, keeper, sharing=sharing)
    return sharing.kept(request, redirect(reverse("people", args=[address]) + "#places"))
