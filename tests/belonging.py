"""Organisations with everybody who may or may not look at their pages, each with a
browser of their own.
"""

import re
from typing import Any

from django.test import Client

from footpath.accounts.models import Account
from footpath.limits.attempts import Attempts
from footpath.mail.models import Letter
from footpath.organisations.belonging import found
from footpath.organisations.models import Belonging, Membership, Organisation, Policy
from footpath.pages.accounts import forms

EVERYBODY = ("stranger", "nobody's", "member", "owner", "steward", "elsewhere", "operator")
"""Whom the pages are tried with: the owner is a member who looks after the policy,
`elsewhere` another's steward.
"""


class Coop:
    """An organisation with a policy, and another one beside it."""

    def __init__(self, name: str = "Hedgerow", beside: str = "Meadow") -> None:
        """Make them, and sign everybody in; nobody asked for a code lately."""
        forms.asked = Attempts(60.0)
        self.accounts = {
            who: Account.objects.create_user(f"{who[:6]}@example.org", name=who)
            for who in EVERYBODY[1:]
        }
        self.organisation = found(name, "Europe/London", self.accounts["steward"])
        self.beside = found(beside, "Europe/Paris", self.accounts["elsewhere"])
        for who in ("member", "owner"):
            Membership.objects.create(
                organisation=self.organisation, account=self.accounts[who], role=Belonging.MEMBER
            )
        Account.objects.filter(pk=self.accounts["operator"].pk).update(is_staff=True)
        self.policy = Policy.objects.create(
            organisation=self.organisation,
            title="Buying",
            sides=["client"],
            owner=self.accounts["owner"],
        )
        self.browsers = {who: Client() for who in EVERYBODY}
        for who, account in self.accounts.items():
            self.browsers[who].force_login(account)

    def place(self, who: str) -> Membership:
        """Somebody's place in the organisation."""
        return Membership.objects.get(organisation=self.organisation, account=self.accounts[who])

    def path(self, path: str) -> str:
        """A path with the addresses of the organisation and its policy in it."""
        return path.format(o=f"/o/{self.organisation.address}", p=f"/p/{self.policy.address}")

    def gets(self, who: str, path: str) -> Any:
        """Somebody opens a page."""
        return self.browsers[who].get(self.path(path))

    def sends(self, who: str, path: str, **fields: Any) -> Any:
        """Somebody sends a form."""
        return self.browsers[who].post(self.path(path), fields)


def roles(organisation: Organisation) -> dict[str, str]:
    """Who is what in it."""
    return {
        one.account.name: one.role for one in Membership.objects.filter(organisation=organisation)
    }


def newest_code() -> str:
    """The code that was mailed last; empty where nobody was sent one."""
    letter = Letter.objects.filter(purpose="sign-in-code").order_by("-pk").first()
    return letter.given.get("code", "") if letter is not None else ""


def signs_in(browser: Client, email: str) -> Any:
    """Ask for a code, and type it."""
    browser.post("/sign-in", {"email": email})
    return browser.post("/sign-in/code", {"code": newest_code()})


def wrongs(response: Any) -> list[str]:
    """The sentences that say what is wrong."""
    return re.findall(r'class="wrong"(?![^>]*hidden)[^>]*>([^<]+)<', response.content.decode())
