"""Drawing an organisation's pages: kept by no cache, listed by no search engine."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from footpath.organisations.models import Belonging, Membership, Organisation, Policy
from footpath.organisations.rights import membership_of
from footpath.pages.organisations.visitors import ensure, visitor_of


def organisation_at(
    request: HttpRequest, address: str, *, steward: bool = False
) -> tuple[Organisation, Membership]:
    """The organisation of an address, and the visitor's place in it.

    Raises:
        Http404: for everybody else, as for an address that does not exist.
    """
    organisation = get_object_or_404(Organisation, address=address)
    place = membership_of(visitor_of(request), organisation)
    ensure(place is not None and (not steward or place.role == Belonging.STEWARD))
    assert place is not None
    return organisation, place


def policy_at(request: HttpRequest, address: str) -> tuple[Policy, Membership]:
    """The policy of an address, and the visitor's place in its organisation.

    Raises:
        Http404: for everybody else, as for an address that does not exist.
    """
    ensure(address.isalnum())
    policy = get_object_or_404(
        Policy.objects.select_related("organisation", "owner"), address=address
    )
    place = membership_of(visitor_of(request), policy.organisation)
    ensure(place is not None)
    assert place is not None
    return policy, place
