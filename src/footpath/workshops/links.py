"""The pages of a workshop's links: for who has just made it, and for who leads or convenes it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from footpath.meanwhile.parts import Fields, Rows
from footpath.meanwhile.sharing import Sharing, held
from footpath.method.people import Role
from footpath.notices.showing import convenes
from footpath.room import tickets
from footpath.room.running import rooms
from footpath.workshops import doors
from footpath.workshops.arrivals import arrivals, expected_by
from footpath.workshops.forms import ExpectedForm
from footpath.workshops.models import Workshop
from footpath.workshops.qr import qr
from footpath.workshops.views import page, people_of, person_here

CHANGED_BEFORE = "Somebody changed this link after you opened the page. The new one stands above, and holds."


def _links_context(request: HttpRequest, workshop: Workshop) -> dict[str, Any]:
    links = doors.links_of(workshop, doors.base_url(request))
    return {
        "workshop": workshop,
        "links": links,
        "qr": qr(links["guest"]),
        "code_page": doors.base_url(request) + reverse("code"),
        "sentence": f"Come in to {workshop.title}: {links['guest']} (or type {workshop.readable_code} at "
        f"{doors.base_url(request)}{reverse('code')}). A name is enough, no account.",
    }


@require_GET
def links_of_host(request: HttpRequest, address: str, token: str) -> HttpResponse:
    """The links, for who has just made the workshop and is not in it yet."""
    workshop = doors.workshop_at(address)
    doors.check_link(workshop, "links", token)
    return page(request, "links", _links_context(request, workshop))


@require_http_methods(["GET", "POST"])
def links(request: HttpRequest, address: str) -> HttpResponse:
    """The links, for a facilitator or a convenor, who can also change one."""
    workshop = doors.workshop_at(address)
    if not convenes(request, workshop):
        person = person_here(workshop, doors.person_or_404(request, workshop))
        if Role.FACILITATOR not in person.roles:
            raise Http404
    sent, wrong = request.POST if "expected" in request.POST else None, ""
    with held(request, workshop) as one:

        def stored() -> list[Fields | Rows]:
            return [Fields(ExpectedForm(initial={"expected": expected_by(one)}))]

        sharing = Sharing(f"expected {one.pk}", stored, sent)
        sharing.is_nameless = not convenes(request, workshop)
        expected = ExpectedForm(sharing.data, initial={"expected": expected_by(one)})
        if sharing.is_settled and expected.is_valid():
            one.expected = expected.cleaned_data["expected"]
            one.save(update_fields=["expected"])
            sharing.keep(request.user)
            return sharing.kept(request, redirect("links", address=address))
    if request.method == "POST" and sent is None:
        if _change(request, workshop):
            return redirect("links", address=address)
        wrong = CHANGED_BEFORE
    return _links(request, workshop, expected, sharing, wrong)


def _change(request: HttpRequest, workshop: Workshop) -> bool:
    """Change one link, where it is the one that the page showed: what somebody else has just handed out goes on."""
    role = request.POST.get("change", "")
    if role not in (*doors.LINKS, "wall", "outline"):
        raise Http404
    shown = dict(one.split("=", 1) for one in request.POST.get("shown", "").split() if "=" in one)
    if not doors.change_link(workshop, role, shown.get(role)):
        return False
    if role == "wall":
        tickets.revoke(workshop.pk, None)
        rooms().end_connections(workshop.pk)
    return True


def _links(
    request: HttpRequest, workshop: Workshop, expected: ExpectedForm, sharing: Sharing, wrong: str
) -> HttpResponse:  # fmt: skip
    people = people_of(workshop)
    base = doors.base_url(request)
    without = [(p.name.shown, doors.handed_link(workshop, p.id, base)) for p in people if p.without_device]
    context = {
        **_links_context(request, workshop), "may_change": True, "without_device": without, "expected": expected,
        "refused": arrivals.refused_lately(workshop), "sharing": sharing, "wrong": wrong,
        "shown": " ".join(f"{role}={workshop.generations.get(role, 1)}" for role in (*doors.LINKS, "wall", "outline")),
    }  # fmt: skip
    return page(request, "links", context, 409 if wrong else 400 if expected.errors else sharing.status)
