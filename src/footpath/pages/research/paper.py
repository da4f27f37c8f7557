"""A paper form that a scribe holds: typed for its person, then seen and changed by that
person alone (C1).
"""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import urlencode
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_http_methods

from footpath.gate.permissions import NO, YES
from footpath.method.things.people import Person, Role
from footpath.pages.private import page
from footpath.pages.workshops import who_is_here
from footpath.pages.workshops.views import people_of, person_here
from footpath.research import answers
from footpath.research.answers import ANSWERS, CannotCount
from footpath.research.consents import Giver, contributing_to
from footpath.research.information_sheets import Sheet, Statement, published
from footpath.workshops import doors
from footpath.workshops.models import Workshop

ON_PAPER = ((YES, "Yes"), (NO, "No"), ("", "Left open"))
TYPISTS = (Role.SCRIBE, Role.FACILITATOR)


@require_http_methods(["GET", "POST"])
@ensure_csrf_cookie
def paper(request: HttpRequest, address: str) -> HttpResponse:
    """Choose whose form it is and which version; type it; and it is gone from this screen."""
    workshop = doors.workshop_at(address)
    scribe = person_here(workshop, who_is_here.person_or_404(request, workshop))
    if not any(role in scribe.roles for role in TYPISTS):
        raise Http404
    projects = contributing_to(workshop)
    sheets = [sheet for project in projects for sheet in published(project)]
    people = people_of(workshop)
    asked = request.POST if request.method == "POST" else request.GET
    person = next((one for one in people if str(one.id) == asked.get("person")), None)
    sheet = next((one for one in sheets if str(one.pk) == asked.get("sheet")), None)
    context: dict[str, Any] = {
        "workshop": workshop,
        "me": scribe,
        "people": people,
        "sheets": sheets,
        "person": person,
        "sheet": sheet,
        "choices": ON_PAPER,
    }
    if person is None or sheet is None:
        context["wrong"] = (
            "Choose whose form it is, and which form." if request.method == "POST" or asked else ""
        )
        return page(request, "research/paper", context, 400 if request.method == "POST" else 200)
    if request.method == "POST":
        return _keep(request, workshop, scribe, person, sheet, context)
    return page(request, "research/paper", {**context, "rows": _rows(request, sheet)})


def _keep(
    request: HttpRequest,
    workshop: Workshop,
    scribe: Person,
    person: Person,
    sheet: Sheet,
    context: dict[str, Any],
) -> HttpResponse:
    keys = [one.key for one in Statement.objects.filter(sheet=sheet)]
    given = {key: request.POST[key] for key in keys if request.POST.get(key) in ANSWERS}
    chosen = {key: request.POST.getlist(f"chosen-{key}") for key in given}
    giver = Giver.who_came(workshop, person.id)
    try:
        if not given:
            raise CannotCount("Nothing is typed yet: choose what stands on the paper.")
        answers.type_from_paper(
            giver, sheet, given, chosen, scribe.id, has_device=not person.without_device
        )
    except CannotCount as no:
        return page(
            request,
            "research/paper",
            {**context, "rows": _rows(request, sheet), "wrong": str(no)},
            400,
        )
    next_one = urlencode({"sheet": sheet.pk})
    return page(request, "research/paper", {**context, "kept": True, "next_one": next_one})


def _rows(request: HttpRequest, sheet: Sheet) -> list[tuple[Statement, str, list[str]]]:
    """Every statement with what is typed just now, and with nothing that is stored."""
    return [
        (one, request.POST.get(one.key, ""), request.POST.getlist(f"chosen-{one.key}"))
        for one in Statement.objects.filter(sheet=sheet)
    ]
