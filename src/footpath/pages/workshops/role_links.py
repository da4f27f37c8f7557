"""The pages of a workshop's links: for who has just made it, and for who leads or convenes it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_safe

from footpath.meanwhile.form_parts import Fields, Rows
from footpath.meanwhile.sharing import Sharing, held
from footpath.method.things.people import Role
from footpath.notices.arrivals import arrivals, expected_by
from footpath.pages.buttons import button
from footpath.pages.notices.notice_page import convenes
from footpath.pages.private import page
from footpath.pages.workshops import who_is_here
from footpath.pages.workshops.forms import ExpectedForm
from footpath.pages.workshops.qr import qr
from footpath.pages.workshops.views import people_of, person_here
from footpath.room import tickets
from footpath.room.running import rooms
from footpath.workshops import doors
from footpath.workshops.models import Workshop

CHANGED_BEFORE = (
    "Somebody changed this link after you opened the page. The new one stands above, and holds."
)


def _links_context(request: HttpRequest, workshop: Workshop) -> dict[str, Any]:
    links = doors.links_of(workshop, who_is_here.base_url(request))
    return {
        "workshop": workshop,
        "links": links,
        "qr": qr(links["guest"]),
        "code_page": who_is_here.base_url(request) + reverse("code"),
        "sentence": (
            f"Come in to {workshop.title}: {links['guest']} (or type {workshop.readable_code} at "
            f"{who_is_here.base_url(request)}{reverse('code')}). A name is enough, no account."
        ),
    }


@require_GET
def links_of_host(request: HttpRequest, address: str, token: str) -> HttpResponse:
    """The links, for who has just made the workshop and is not in it yet."""
    workshop = doors.workshop_at(address)
    doors.check_link(workshop, "links", token)
    return page(request, "workshops/links", _links_context(request, workshop))


def led_by_them(request: HttpRequest, address: str) -> Workshop:
    """The workshop, for its facilitators and for who convenes it.

    Raises:
        Http404: for everybody else.
    """
    workshop = doors.workshop_at(address)
    if not convenes(request, workshop):
        person = person_here(workshop, who_is_here.person_or_404(request, workshop))
        if Role.FACILITATOR not in person.roles:
            raise Http404
    return workshop


@require_safe
def links(request: HttpRequest, address: str) -> HttpResponse:
    """The links, for a facilitator or a convenor."""
    workshop = led_by_them(request, address)
    return _links(request, workshop, _sharing(request, workshop, None))


def _sharing(request: HttpRequest, workshop: Workshop, sent: QueryDict | None) -> Sharing:
    """How many are expected, as several people may have it open."""

    def stored() -> list[Fields | Rows]:
        return [Fields(ExpectedForm(initial={"expected": expected_by(workshop)}))]

    sharing = Sharing(f"expected {workshop.pk}", stored, sent)
    sharing.is_nameless = not convenes(request, workshop)
    return sharing


@button
def expect(request: HttpRequest, address: str) -> HttpResponse:
    """Say how many people are expected."""
    workshop = led_by_them(request, address)
    with held(request, workshop) as one:
        sharing = _sharing(request, one, request.POST)
        form = ExpectedForm(sharing.data, initial={"expected": expected_by(one)})
        if sharing.is_settled and form.is_valid():
            one.expected = form.cleaned_data["expected"]
            one.save(update_fields=["expected"])
            sharing.keep(request.user)
            return sharing.kept(request, redirect("links", address=address))
    return _links(request, workshop, sharing, form)


@button
def change(request: HttpRequest, address: str, role: str) -> HttpResponse:
    """Change one link, where it is the one that the page showed: what somebody else has just
    handed out goes on.
    """
    workshop = led_by_them(request, address)
    if role not in (*doors.LINKS, "wall", "outline"):
        raise Http404
    shown = dict(one.split("=", 1) for one in request.POST.get("shown", "").split() if "=" in one)
    if not doors.change_link(workshop, role, shown.get(role)):
        return _links(request, workshop, _sharing(request, workshop, None), wrong=CHANGED_BEFORE)
    if role == "wall":
        tickets.revoke(workshop.pk, None)
        rooms().end_connections(workshop.pk)
    return redirect("links", address=address)


def _links(
    request: HttpRequest,
    workshop: Workshop,
    sharing: Sharing,
    expected: ExpectedForm | None = None,
    *,
    wrong: str = "",
) -> HttpResponse:
    expected = expected or ExpectedForm(None, initial={"expected": expected_by(workshop)})
    people = people_of(workshop)
    base = who_is_here.base_url(request)
    without = [
        (p.called, doors.handed_link(workshop, p.id, base)) for p in people if p.without_device
    ]
    context = {
        **_links_context(request, workshop),
        "may_change": True,
        "without_device": without,
        "expected": expected,
        "refused": arrivals.refused_lately(workshop),
        "sharing": sharing,
        "wrong": wrong,
        "shown": " ".join(
            f"{role}={workshop.generations.get(role, 1)}"
            for role in (*doors.LINKS, "wall", "outline")
        ),
    }
    return page(
        request,
        "workshops/links",
        context,
        409 if wrong else 400 if expected.errors else sharing.status,
    )
