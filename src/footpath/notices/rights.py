"""Who may write a notice, and who may announce a workshop of a policy."""

from footpath.accounts.models import Account
from footpath.notices.models import Notice
from footpath.organisations.models import Belonging, Organisation, Policy
from footpath.organisations.rights import Visitor, membership_of


def organisation_of(notice: Notice) -> Organisation | None:
    """Whose workshop it is; None where its policy is gone."""
    policy = notice.workshop.policy
    return policy.organisation if policy is not None else None


def may_write(visitor: Visitor, notice: Notice) -> bool:
    """Whether they may write it: the stewards, the policy's owner, and its convenors,
    each while a member.
    """
    policy = notice.workshop.policy
    place = membership_of(visitor, policy.organisation) if policy is not None else None
    if policy is None or place is None or not isinstance(visitor, Account):
        return False
    keeps = place.role == Belonging.STEWARD or policy.owner == visitor
    return keeps or notice.convenors.filter(pk=visitor.pk).exists()


def may_convene(visitor: Visitor, policy: Policy) -> bool:
    """Whether they may announce a workshop on the policy: every member may."""
    return membership_of(visitor, policy.organisation) is not None
