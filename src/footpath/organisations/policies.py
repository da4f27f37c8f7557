"""A policy's pages: what it is about, where it stands, and the workshops that work on it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_GET, require_http_methods

from footpath.accounts.views import sent
from footpath.organisations.forms import PolicyForm
from footpath.organisations.models import Policy, Role
from footpath.organisations.rights import ensure, may_keep_policy, visitor_of
from footpath.organisations.showing import organisation_at, page, policy_at
from footpath.organisations.views import with_dates
from footpath.workshops.models import Workshop


def _new_workshop(policy: Policy) -> str | None:
    """Where a workshop on the policy is announced; None where this installation has no such page."""
    try:
        return reverse("new-notice", args=[policy.address])
    except NoReverseMatch:
        return None


@require_GET
def policy(request: HttpRequest, address: str) -> HttpResponse:
    """A policy, for the organisation's members."""
    one, place = policy_at(request, address)
    context = {
        "policy": one, "organisation": one.organisation, "is_steward": place.role == Role.STEWARD,
        "may_keep": may_keep_policy(visitor_of(request), one), "new_workshop": _new_workshop(one),
        "workshops": with_dates(Workshop.objects.filter(policy=one)),
    }  # fmt: skip
    return page(request, "policy", context)


@require_http_methods(["GET", "POST"])
def edit_policy(request: HttpRequest, address: str) -> HttpResponse:
    """Change a policy's page, for its owner and for stewards."""
    one, place = policy_at(request, address)
    ensure(may_keep_policy(visitor_of(request), one))
    return _form(request, one, f"Change “{one.title}”", is_steward=place.role == Role.STEWARD)


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
