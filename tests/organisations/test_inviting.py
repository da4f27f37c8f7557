"""W6: invitations end, are taken back, and admit only whom they are for."""

from datetime import timedelta

import pytest
from belonging import Coop, roles, signs_in
from django.test import Client
from django.utils import timezone

from footpath.accounts.models import Account
from footpath.mail.models import Letter
from footpath.mail.writing import write
from footpath.organisations.invitations import invite, path_of
from footpath.organisations.models import Invitation


def offered(coop: Coop, email: str = "", role: str = "member") -> Invitation:
    return invite(coop.organisation, coop.accounts["steward"], role, email)


def comes_with(invitation: Invitation, email: str) -> Client:
    """Somebody new opens it, signs in with an address, and joins."""
    browser = Client()
    browser.post(path_of(invitation))
    signs_in(browser, email)
    browser.post(path_of(invitation), {"name": "Sorrel"})
    return browser


def test_W6_a_link_admits_whoever_holds_it_once_they_proved_their_address(coop: Coop) -> None:
    browser = comes_with(offered(coop), "sorrel@example.org")
    assert roles(coop.organisation)["Sorrel"] == "member"
    assert browser.get(f"/o/{coop.organisation.address}").status_code == 200


def test_W6_an_account_that_is_not_invited_cannot_be_made(coop: Coop) -> None:
    signs_in(Client(), "sorrel@example.org")
    assert not Account.objects.filter(email="sorrel@example.org").exists()


def test_W6_one_for_an_address_admits_no_other(coop: Coop) -> None:
    invitation = offered(coop, "sorrel@example.org", "steward")
    comes_with(invitation, "teasel@example.org")
    assert coop.sends("nobody's", path_of(invitation), name="Nobody").status_code == 200
    assert sorted(roles(coop.organisation)) == ["member", "owner", "steward"]
    comes_with(invitation, "Sorrel@Example.org")
    assert roles(coop.organisation)["Sorrel"] == "steward"


def test_W6_one_for_an_address_is_used_up(coop: Coop) -> None:
    invitation = offered(coop, "sorrel@example.org")
    comes_with(invitation, "sorrel@example.org")
    assert Client().get(path_of(invitation)).status_code == 404


@pytest.mark.parametrize("how", ["ended", "over"])
def test_W6_what_has_ended_opens_nothing(coop: Coop, how: str) -> None:
    invitation = offered(coop)
    browser = Client()
    browser.post(path_of(invitation))
    gone = {"ended": True} if how == "ended" else {"ends_at": timezone.now() - timedelta(seconds=1)}
    Invitation.objects.filter(pk=invitation.pk).update(**gone)
    assert browser.get(path_of(invitation)).status_code == 404
    signs_in(browser, "sorrel@example.org")
    assert not Account.objects.filter(email="sorrel@example.org").exists()


def test_W6_a_new_link_is_another_link(coop: Coop) -> None:
    old = offered(coop)
    coop.sends("steward", f"{{o}}/invitations/{old.pk}", to="anew")
    new = Invitation.objects.exclude(pk=old.pk).get()
    assert [Client().get(path_of(one)).status_code for one in (old, new)] == [404, 200]


def test_W6_a_guessed_link_opens_nothing(coop: Coop) -> None:
    invitation = offered(coop)
    assert Client().get(f"/invitation/{invitation.pk}/{'0' * 40}").status_code == 404
    assert (
        Client()
        .get(path_of(invitation).replace(f"/{invitation.pk}/", "/99999999999999999999/"))
        .status_code
        == 404
    )


def test_W6_the_letter_has_the_link_and_is_not_written_once_it_was_taken_back(coop: Coop) -> None:
    invitation = offered(coop, "sorrel@example.org")
    letter = Letter.objects.get(purpose="invitation")
    written = write(letter)
    assert written is not None
    assert path_of(invitation) in written.body
    Invitation.objects.filter(pk=invitation.pk).update(ended=True)
    assert write(letter) is None


def test_W6_a_letter_that_was_refused_is_seen_by_stewards(coop: Coop) -> None:
    offered(coop, "sorrel@example.org")
    Letter.objects.update(state=Letter.State.REFUSED, trouble="No such mailbox")
    assert b"The mail was refused: No such mailbox" in coop.gets("steward", "{o}/members").content


def test_W6_a_member_who_accepts_stays_what_they_are(coop: Coop) -> None:
    coop.sends("steward", path_of(offered(coop)), name="steward")
    assert roles(coop.organisation)["steward"] == "steward"
