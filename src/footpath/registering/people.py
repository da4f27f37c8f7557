"""The page of those who prepare a workshop: who comes, what people need, whom to ask to tell, and what went astray."""

from typing import Any
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_http_methods, require_safe

from footpath.meanwhile.sharing import Sharing
from footpath.method import Refusal
from footpath.method.people import Person, Role
from footpath.notices.hours import hour_of, when_of
from footpath.notices.hours import sittings_of as times_of
from footpath.notices.models import Notice
from footpath.organisations.rights import visitor_of
from footpath.record.writing import Fault
from footpath.registering import attendance, caring, storytellers
from footpath.registering.caring import Wrong
from footpath.registering.keepers import Keeper, keeper_or_404
from footpath.registering.overview import Overview, Trouble, found_in
from footpath.registering.table import csv_table
from footpath.registering.views import page
from footpath.workshops import doors
from footpath.workshops.models import Workshop
from footpath.workshops.views import people_of, who_leads


@require_http_methods(["GET", "POST"])
@ensure_csrf_cookie
def people(request: HttpRequest, address: str) -> HttpResponse:
    """Who comes, and what can be done about it."""
    workshop = doors.workshop_at(address)
    keeper = keeper_or_404(request, workshop)
    if request.method != "POST":
        return _page(request, workshop, keeper)
    if request.POST.get("do") == "places" and keeper.notice is not None:
        return _change_places(request, workshop, keeper, keeper.notice)
    try:
        anchor = _do(request, workshop, keeper)
    except Wrong as wrong:
        return _page(request, workshop, keeper, wrong)
    except (Refusal, Fault) as no:
        sentence = no.sentence if isinstance(no, Refusal) else str(no)
        return _page(request, workshop, keeper, Wrong(sentence, "page"))
    return _back_to(address, anchor)


def _back_to(address: str, anchor: str) -> HttpResponse:
    response = redirect("people", address=address)
    response["Location"] += anchor
    return response


def _change_places(request: HttpRequest, workshop: Workshop, keeper: Keeper, notice: Notice) -> HttpResponse:
    """Change how many can come, unless somebody else did meanwhile: then who sent it is asked first."""
    try:
        sharing = caring.change_places(notice, request.POST, visitor_of(request), timezone.now())
    except Wrong as wrong:
        return _page(request, workshop, keeper, wrong)
    sharing.is_nameless = not keeper.convenes
    if sharing.is_settled:
        return sharing.kept(request, _back_to(workshop.address, "#places"))
    return _page(request, workshop, keeper, sharing=sharing)


def _do(request: HttpRequest, workshop: Workshop, keeper: Keeper) -> str:
    """Do what a button asks for, and say to which part of the page to return.

    Raises:
        Http404: where there is no such button.
        Wrong: when what was typed cannot be used.
        Refusal: when the method says no.
    """
    given, now = request.POST, timezone.now()
    asked = given.get("do", "")
    if asked == "send-again":
        caring.send_again(workshop, given.get("letter", ""))
        return "#mail"
    if asked == "address":
        caring.correct_address(workshop, given.get("registration", ""), given.get("email", ""))
        return "#mail"
    if asked == "not-coming":
        caring.does_not_come(workshop, given.get("registration", ""), now)
        return "#coming"
    known = people_of(workshop)
    if asked == "ask":
        offers = storytellers.everybody(workshop, known)
        storytellers.ask(caring.chosen(offers, given.get("who", "")), keeper.person, now)
        return "#storytellers"
    if asked == "came":
        rows = attendance.attended(workshop, known)
        attendance.correct_all(workshop, rows, set(given.getlist("shown")), set(given.getlist("came")))
        return "#came"
    if asked == "add" and keeper.person is not None:
        caring.add_person(workshop, keeper.person, given.get("name", ""))
        return "#came"
    raise Http404


def _page(
    request: HttpRequest, workshop: Workshop, keeper: Keeper, wrong: Wrong | None = None,
    sharing: Sharing | None = None,
) -> HttpResponse:  # fmt: skip
    notice, known, base = keeper.notice, people_of(workshop), doors.base_url(request)
    seen, sides = Overview(workshop), who_leads(workshop)[1]
    offers = storytellers.offered(workshop, known)
    typed = request.GET.get("find", "").strip()[:100]
    context: dict[str, Any] = {
        "workshop": workshop, "notice": notice, "seen": seen, "wrong": wrong, "facilitates": keeper.person is not None,
        "me": next((person for person in known if person.id == keeper.person), None),
        "trouble": [(one, *_address_of(one, wrong)) for one in seen.trouble],
        "typed": typed, "found": found_in(typed, *seen.everybody) if typed else [],
        "offered": [(one, hour_of(one.offered_until, notice) if one.offered_until else "") for one in seen.offered]
        if notice is not None else [],
        "offers": [(one, one.link(base)) for one in offers], "sides": sides,
        "own_page": base + reverse("mine-asked", args=[workshop.address]),
        "missing": storytellers.missing_sides(sides, offers),
        "watching_here": sum(1 for person in known if Role.OBSERVER in person.roles),
        "sharing": sharing or (caring.sharing_of_places(notice, None) if notice is not None else None),
        **_who_came(workshop, keeper, known),
    }  # fmt: skip
    return page(request, "people", context, 400 if wrong else sharing.status if sharing is not None else 200)


def _address_of(one: Trouble, wrong: Wrong | None) -> tuple[str, str]:
    """The address as it stands, or as it was just typed, with what is wrong with it."""
    here = one.letter.registration
    assert here is not None
    is_this = wrong is not None and wrong.about == f"address-{here.pk}"
    return (wrong.typed, wrong.sentence) if wrong is not None and is_this else (here.email, "")


def _who_came(workshop: Workshop, keeper: Keeper, known: list[Person]) -> dict[str, Any]:
    """The part of the page about attendance, once the first sitting is near or somebody was seen."""
    sittings = times_of(keeper.notice) if keeper.notice is not None else []
    names = [(one.pk, when_of(one)) for one in sittings] or [(0, "")]
    rows = attendance.attended(workshop, known)
    begun = any(one.starts_at - attendance.AROUND <= timezone.now() for one in sittings)
    seen = any(value for row in rows for value in row.came.values())
    return {
        "shows_attendance": begun or seen,
        "sittings": names,
        "attended": [(row, [(f"{row.key}:{pk}", when, row.came[pk]) for pk, when in names]) for row in rows],
        "came": sum(1 for row in rows if any(row.came.values())),
    }


@require_safe
def attendance_csv(request: HttpRequest, address: str) -> HttpResponse:
    """Who came, as a table to take away."""
    workshop = doors.workshop_at(address)
    keeper = keeper_or_404(request, workshop)
    shown = _who_came(workshop, keeper, people_of(workshop))
    said = {True: "came", False: "did not come", None: ""}
    rows = [["Name", "How", "Watching", *(when or "Came" for _, when in shown["sittings"])]]
    for row, came in shown["attended"]:
        watching = "only watching" if row.watches else ""
        rows.append([row.who.name, row.how, watching, *(said[one] for _, _, one in came)])
    name = f"Who came - {workshop.title[:80]}.csv"
    response = HttpResponse(csv_table(rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    response["Cache-Control"] = "no-store"
    return response
