"""Who may do what in an organisation: every page asks here."""

from django.contrib.auth.models import AnonymousUser

from footpath.accounts.models import Account
from footpath.organisations.models import Belonging, Membership, Organisation, Policy

Visitor = Account | AnonymousUser


def membership_of(visitor: Visitor, organisation: Organisation) -> Membership | None:
    """The visitor's place in the organisation; None for a stranger."""
    if not isinstance(visitor, Account):
        return None
    return Membership.objects.filter(account=visitor, organisation=organisation).first()


def belongs_to(visitor: Visitor, organisation: Organisation) -> bool:
    """Whether they belong to it."""
    return membership_of(visitor, organisation) is not None


def looks_after(visitor: Visitor, organisation: Organisation) -> bool:
    """Whether they look after it."""
    place = membership_of(visitor, organisation)
    return place is not None and place.role == Belonging.STEWARD


def may_keep_policy(visitor: Visitor, policy: Policy) -> bool:
    """Whether they may change the policy's page: its owner while a member, and stewards."""
    place = membership_of(visitor, policy.organisation)
    return place is not None and (place.role == Belonging.STEWARD or place.account == policy.owner)
