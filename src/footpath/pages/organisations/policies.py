"""A policy's pages: what it is about, where it stands, and the workshops that work on it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods

from footpath.meanwhile.form_parts import Fields, Rows
from footpath.meanwhile.sharing import Sharing, held
from footpath.notices.states import was_opened
from footpath.organisations.models import Belonging, Organisation, Policy
from footpath.organisations.rights import may_keep_policy
from footpath.pages.accounts.views import sent
from footpath.pages.organisations.forms import PolicyForm
from footpath.pages.organisations.frame import organisation_at, policy_at
from footpath.pages.organisations.views import with_dates
from footpath.pages.organisations.visitors import ensure, visitor_of
from footpath.pages.private import page
from footpath.workshops.models import Workshop


def _to_announce(shown: dict[str, Any]) -> dict[str, Any]:
    """A workshop of the list, whether it has an outline yet, and whether a notice can be begun
    for it: made by link.
    """
    has_outline = was_opened(shown["workshop"])
    return {
        **shown,
        "may_announce": shown["notice"] is None and not has_outline,
        "has_outline": has_outline,
    }


@require_GET
def policy(request: HttpRequest, address: str) -> HttpResponse:
    """A policy, for the organisation's members."""
    one, place = policy_at(request, address)
    context = {
        "policy": one,
        "organisation": one.organisation,
        "is_steward": place.role == Belonging.STEWARD,
        "may_keep": may_keep_policy(visitor_of(request), one),
        "workshops": [
            _to_announce(shown) for shown in with_dates(Workshop.objects.filter(policy=one))
        ],
    }
    return page(request, "organisations/policy", context)


@require_http_methods(["GET", "POST"])
def edit_policy(request: HttpRequest, address: str) -> HttpResponse:
    """Change a policy's page, for its owner and for stewards."""
    one, place = policy_at(request, address)
    ensure(may_keep_policy(visitor_of(request), one))
    organisation, heading = one.organisation, f"Change: {one.title}"
    with held(request, one) as kept:

        def stored() -> list[Fields | Rows]:
            return [Fields(PolicyForm(instance=kept, organisation=organisation))]

        sharing = Sharing(f"policy {one.pk}", stored, sent(request))
        form = PolicyForm(sharing.data, instance=kept, organisation=organisation)
        if sharing.is_settled and form.is_valid():
            form.save()
            sharing.keep(request.user)
            return sharing.kept(request, redirect("policy", address=one.address))
    context = {"policy": one, "sharing": sharing, "is_steward": place.role == Belonging.STEWARD}
    return _form(request, organisation, form, heading, **context)


@require_http_methods(["GET", "POST"])
def new_policy(request: HttpRequest, address: str) -> HttpResponse:
    """A new policy, for stewards."""
    organisation, place = organisation_at(request, address, steward=True)
    one = Policy(organisation=organisation, owner=place.account)
    form = PolicyForm(sent(request), instance=one, organisation=organisation)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("policy", address=one.address)
    return _form(request, organisation, form, "A new policy", is_steward=True)


def _form(
    request: HttpRequest, organisation: Organisation, form: PolicyForm, heading: str, **more: Any
) -> HttpResponse:
    sharing: Sharing | None = more.get("sharing")
    status = sharing.status if sharing is not None else 200
    context = {"organisation": organisation, "form": form, "heading": heading, **more}
    return page(request, "organisations/policy-form", context, 400 if form.errors else status)
