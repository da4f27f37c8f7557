"""A policy's pages: what it is about, where it stands, and the workshops that work on it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods

from footpath.accounts.views import sent
from footpath.notices.states import was_opened
from footpath.organisations.forms import PolicyForm
from footpath.organisations.models import Policy, Role
from footpath.organisations.rights import ensure, may_keep_policy, visitor_of
from footpath.organisations.showing import organisation_at, page, policy_at
from footpath.organisations.views import with_dates
from footpath.workshops.models import Workshop


def _to_announce(shown: dict[str, Any]) -> dict[str, Any]:
    """A workshop of the list, whether it has an outline yet, and whether a notice can be begun for it: made by link."""
    has_outline = was_opened(shown["workshop"])
    return {**shown, "may_announce": shown["notice"] is None and not has_outline, "has_outline": has_outline}


@require_GET
def policy(request: HttpRequest, address: str) -> HttpResponse:
    """A policy, for the organisation's members."""
    one, place = policy_at(request, address)
    context = {
        "policy": one, "organisation": one.organisation, "is_steward": place.role == Role.STEWARD,
        "may_keep": may_keep_policy(visitor_of(request), one),
        "workshops": [_to_announce(shown) for shown in with_dates(Workshop.objects.filter(policy=one))],
    }  # fmt: skip
    return page(request, "policy", context)


@require_http_methods(["GET", "POST"])
def edit_policy(request: HttpRequest, address: str) -> HttpResponse:
    """Change a policy's page, for its owner and for stewards."""
    one, place = policy_at(request, address)
    ensure(may_keep_policy(visitor_of(request), one))
    return _form(request, one, f"Change: {one.title}", is_steward=place.role == Role.STEWARD)


@require_http_methods(["GET", "POST"])
def new_policy(request: HttpRequest, address: str) -> HttpResponse:
    """A new policy, for stewards."""
    organisation, place = organisation_at(request, address, steward=True)
    return _form(request, Policy(organisation=organisation, owner=place.account), "A new policy", is_steward=True)


def _form(request: HttpRequest, one: Policy, heading: str, *, is_steward: bool) -> HttpResponse:
    organisation = one.organisation
    form = PolicyForm(sent(request), instance=one, organisation=organisation)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("policy", address=one.address)
    context = {
        "organisation": organisation, "form": form, "heading": heading, "policy": one if one.pk else None,
        "is_steward": is_steward,
    }  # fmt: skip
    return page(request, "policy-form", context, 400 if form.errors else 200)
