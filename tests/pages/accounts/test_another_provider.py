"""W4: an organisation's own provider lets in whom it vouches for, and nobody else."""

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from allauth.socialaccount.models import SocialAccount
from belonging import Coop
from django.test import Client
from oidc_provider_mock import User, run_server_in_thread

from footpath.accounts.models import Account
from footpath.config.provider import provider_of
from footpath.organisations.invitations import invite, path_of

PEOPLE = {
    "known": {"email": "member@example.org", "email_verified": True},
    "unsure": {"email": "member@example.org", "email_verified": False},
    "silent": {"email": "member@example.org"},
    "lying": {"email": "member@example.org", "email_verified": "false"},
    "alike": {"email": "m\u0435mber@example.org", "email_verified": True},
    "new": {"email": "sorrel@example.org", "email_verified": True, "name": "Sorrel"},
}


@pytest.fixture
def through(settings: Any) -> Iterator[Callable[..., Any]]:
    """Goes to a real provider, says there who one is, and comes back."""
    users = [User(sub=sub, claims=claims) for sub, claims in PEOPLE.items()]
    with run_server_in_thread(user_claims=users) as provider:
        given = {
            "FOOTPATH_OIDC_URL": f"http://localhost:{provider.server_port}",
            "FOOTPATH_OIDC_CLIENT": "footpath",
        }
        settings.SOCIALACCOUNT_PROVIDERS = provider_of({**given, "FOOTPATH_OIDC_SECRET": "secret"})

        def go(browser: Client, who: str) -> Any:
            asked: Any = browser.get("/sign-in/with/provider")
            answer = httpx.post(asked.url, data={"sub": who})
            back = urlsplit(answer.headers["location"])
            return browser.get(f"{back.path}?{back.query}")

        yield go


def is_in(browser: Client) -> bool:
    return browser.get("/account").status_code == 200


def test_W4_a_verified_address_that_is_known_is_let_in(
    coop: Coop, through: Callable[..., Any]
) -> None:
    for _ in range(2):
        browser = Client()
        through(browser, "known")
        assert browser.get(f"/o/{coop.organisation.address}").status_code == 200
    assert SocialAccount.objects.get().extra_data == {}


@pytest.mark.parametrize("who", ["unsure", "silent", "lying", "alike"])
def test_W4_an_address_that_was_not_verified_or_only_looks_alike_is_not(
    coop: Coop, through: Callable[..., Any], who: str
) -> None:
    browser = Client()
    assert through(browser, who).status_code in (200, 403)
    assert not is_in(browser)
    assert not SocialAccount.objects.exists()


def test_W4_a_provider_that_verifies_no_more_lets_in_no_more(
    coop: Coop, through: Callable[..., Any]
) -> None:
    through(Client(), "known")
    SocialAccount.objects.update(uid="unsure")
    browser = Client()
    through(browser, "unsure")
    assert not is_in(browser)


def test_W6_a_provider_makes_accounts_by_invitation_only(
    coop: Coop, through: Callable[..., Any]
) -> None:
    browser = Client()
    assert "Nobody here is known by this address" in through(browser, "new").content.decode()
    assert not Account.objects.filter(email="sorrel@example.org").exists()
    invitation = invite(coop.organisation, coop.accounts["steward"], "member", "sorrel@example.org")
    browser.post(path_of(invitation))
    assert through(browser, "new").url == path_of(invitation)
    assert Account.objects.get(email="sorrel@example.org").name == "Sorrel"


def test_W6_an_invitation_for_one_address_makes_no_account_for_another(
    coop: Coop, through: Callable[..., Any]
) -> None:
    browser = Client()
    browser.post(
        path_of(invite(coop.organisation, coop.accounts["steward"], "member", "teasel@example.org"))
    )
    through(browser, "new")
    assert not Account.objects.filter(email="sorrel@example.org").exists()


def test_W4_a_provider_that_is_away_is_one_sentence(coop: Coop, settings: Any) -> None:
    settings.SOCIALACCOUNT_PROVIDERS = provider_of(
        {
            "FOOTPATH_OIDC_URL": "http://localhost:9",
            "FOOTPATH_OIDC_CLIENT": "x",
            "FOOTPATH_OIDC_SECRET": "x",
        }
    )
    came = Client().get("/sign-in/with/provider")
    assert "Your provider did not let you in" in came.content.decode()
