"""The page of those who prepare a workshop: who comes, what people need, whom to ask to tell,
and what went astray.
"""

from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from footpath.meanwhile.sharing import Sharing
from footpath.method.things.people import Person, Role
from footpath.notices.when import hour_of, when_of
from footpath.notices.when import sittings_of as times_of
from footpath.pages.private import page
from footpath.pages.registering import people_acts
from footpath.pages.registering.keepers import Keeper, keeper_or_404
from footpath.pages.registering.people_acts import WrongInput
from footpath.pages.workshops import who_is_here
from footpath.pages.workshops.views import people_of, who_leads
from footpath.registering import attendance, storytellers
from footpath.registering.overview import Overview, Trouble, found_in
from footpath.spreadsheets import csv_table
from footpath.workshops import doors
from footpath.workshops.models import Workshop


@require_safe
@ensure_csrf_cookie
def people(request: HttpRequest, address: str) -> HttpResponse:
    """Who comes; what can be done about it is in `people_buttons`."""
    workshop = doors.workshop_at(address)
    return shown(request, workshop, keeper_or_404(request, workshop))


def shown(
    request: HttpRequest, workshop: Workshop, keeper: Keeper, wrong: WrongInput | None = None,
    sharing: Sharing | None = None,
) -> HttpResponse:  # fmt: skip
    """The page, with what was wrong beside what was typed."""
    notice, known, base = keeper.notice, people_of(workshop), who_is_here.base_url(request)
    seen, sides = Overview(workshop), who_leads(workshop)[1]
    offers = storytellers.offered(workshop, known)
    typed = request.GET.get("find", "").strip()[:100]
    context: dict[str, Any] = {
        "workshop": workshop, "notice": notice, "seen": seen, "wrong": wrong,
        "facilitates": keeper.person is not None,
        "me": next((person for person in known if person.id == keeper.person), None),
        "trouble": [(one, *_address_of(one, wrong)) for one in seen.trouble],
        "typed": typed, "found": found_in(typed, *seen.everybody) if typed else [],
        "offered": (
            [
                (one, hour_of(one.offered_until, notice) if one.offered_until else "")
                for one in seen.offered
            ]
            if notice is not None
            else []
        ),
        "offers": [(one, one.link(base)) for one in offers], "sides": sides,
        "own_page": base + reverse("mine-asked", args=[workshop.address]),
        "missing": storytellers.missing_sides(sides, offers),
        "watching_here": sum(1 for person in known if Role.OBSERVER in person.roles),
        "sharing": (
            sharing
            or (people_acts.sharing_of_places(notice, None) if notice is not None else None)
        ),
        **_who_came(workshop, keeper, known),
    }  # fmt: skip
    return page(
        request,
        "registering/people",
        context,
        400 if wrong else sharing.status if sharing is not None else 200,
    )


def _address_of(one: Trouble, wrong: WrongInput | None) -> tuple[str, str]:
    """The address as it stands, or as it was just typed, with what is wrong with it."""
    here = one.registration
    is_this = wrong is not None and wrong.about == f"address-{here.pk}"
    return (wrong.typed, wrong.sentence) if wrong is not None and is_this else (here.email, "")


def _who_came(workshop: Workshop, keeper: Keeper, known: list[Person]) -> dict[str, Any]:
    """The part of the page about attendance, once the first sitting is near or
    somebody was seen.
    """
    sittings = times_of(keeper.notice) if keeper.notice is not None else []
    names = [(one.pk, when_of(one)) for one in sittings] or [(0, "")]
    rows = attendance.attended(workshop, known)
    begun = any(one.starts_at - attendance.AROUND <= timezone.now() for one in sittings)
    seen = any(value for row in rows for value in row.came.values())
    return {
        "shows_attendance": begun or seen,
        "sittings": names,
        "attended": [
            (row, [(f"{row.key}:{pk}", when, row.came[pk]) for pk, when in names]) for row in rows
        ],
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
