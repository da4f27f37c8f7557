"""Who looks after the people of a workshop: who may write its notice, while a member, and nobody
else by an account.
"""

from typing import Any

import pytest
from django.http import Http404
from django.test import RequestFactory
from stored import Stored

from footpath.accounts.models import Account
from footpath.notices.models import Notice
from footpath.organisations.models import Belonging, Membership, Organisation, Policy
from footpath.pages.registering.keepers import keeper_or_404
from footpath.workshops.models import Workshop

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def workshop() -> Workshop:
    """A workshop on a co-op's policy, with a notice and a convenor."""
    coop = Organisation.objects.create(name="Hedgerow", address="hedgerow")
    policy = Policy.objects.create(organisation=coop, title="Buying")
    made = Stored(policy=policy).workshop
    notice = Notice.objects.create(workshop=made)
    for name, role in (
        ("steward", Belonging.STEWARD),
        ("convenor", Belonging.MEMBER),
        ("member", Belonging.MEMBER),
    ):
        account = Account.objects.create(email=f"{name}@example.org")
        Membership.objects.create(organisation=coop, account=account, role=role)
    Account.objects.create(email="elsewhere@example.org")
    notice.convenors.add(Account.objects.get(email="convenor@example.org"))
    return made


def sees(workshop: Workshop, name: str) -> bool:
    request: Any = RequestFactory().get("/")
    request.user = Account.objects.get(email=f"{name}@example.org")
    try:
        return keeper_or_404(request, workshop).convenes
    except Http404:
        return False


def test_W30_who_may_write_the_notice_sees_its_people_and_no_other_account_does(
    workshop: Workshop,
) -> None:
    seen = {name: sees(workshop, name) for name in ("steward", "convenor", "member", "elsewhere")}
    assert seen == {"steward": True, "convenor": True, "member": False, "elsewhere": False}


def test_W30_who_left_the_organisation_sees_its_people_no_more(workshop: Workshop) -> None:
    Membership.objects.filter(account__email="convenor@example.org").delete()
    assert not sees(workshop, "convenor")
