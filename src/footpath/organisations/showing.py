"""Drawing an organisation's pages: kept by no cache, listed by no search engine."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from footpath.accounts.views import private
from footpath.organisations.models import Membership, Organisation, Policy, Role
from footpath.organisations.rights import ensure, membership_of, visitor_of


def page(request: HttpRequest, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """One of an organisation's pages."""
    return private(render(request, f"organisations/{template}.html", context, status=status))


def organisation_at(request: HttpRequest, address: str, *, steward: bool = False) -> tuple[Organisation, Membership]:
    """The organisation of an address, and the visitor's place in it.

    Raises:
        Http404: for everybody else, as for an address that does not exist.
    """
    organisation = get_object_or_404(Organisation, address=address)
    place = membership_of(visitor_of(request), organisation)
    ensure(place is not None and (not steward or place.role == Role.STEWARD))
    assert place is not None
    return organisation, place


def policy_at(request: HttpRequest, address: str) -> tuple[Policy, Membership]:
    """The policy of an address, and the visitor's place in its organisation.

    Raises:
        Http404: for everybody else, as for an address that does not exist.
    """
    ensure(address.isalnum())
    policy = get_object_or_404(Policy.objects.select_related("organisation", "owner"), address=address)
    place = membership_of(visitor_of(request), policy.organisation)
    ensure(place is not None)
    assert place is not None
    return policy, place
