"""W5: every page of organisations and accounts × everybody, in one table."""

import pytest
from belonging import EVERYBODY, Coop

from footpath.organisations import invitations
from footpath.organisations.models import Invitation

PAGES = {
    # path: stranger, nobody's, member, owner, steward, elsewhere, operator
    "/": "200 200 302 302 302 302 200",
    "/sign-in": "200 302 302 302 302 302 302",
    "/account": "302 200 200 200 200 200 200",
    "/account/passkeys/new": "302 200 200 200 200 200 200",
    "/setup": "404 404 404 404 404 404 404",
    "/organisations/new": "404 404 404 404 404 404 200",
    "{o}": "404 404 200 200 200 404 404",
    "{o}/members": "404 404 200 200 200 404 404",
    "{o}/leave": "404 404 200 200 200 404 404",
    "{o}/settings": "404 404 404 404 200 404 404",
    "{o}/policies/new": "404 404 404 404 200 404 404",
    "{o}/take-in": "404 404 404 404 200 404 404",
    "{o}/releases": "404 404 404 404 200 404 404",
    "{p}": "404 404 200 200 200 404 404",
    "{p}/edit": "404 404 404 200 200 404 404",
    "/admin/": "404 404 404 404 404 404 200",
    "/admin/accounts/account/": "404 404 404 404 404 404 200",
    "/admin/organisations/organisation/": "404 404 404 404 404 404 200",
    "/admin/organisations/membership/": "404 404 404 404 404 404 200",
    "/admin/organisations/invitation/": "404 404 404 404 404 404 200",
    "/admin/workshops/workshop/": "404 404 404 404 404 404 200",
    "/admin/mail/letter/": "404 404 404 404 404 404 200",
}
FORMS = {
    # what is sent with nothing in it: refused by its form (400), done (302), or no such page (404)
    "{o}/members/{member}": "404 404 404 404 302 404 404",
    "{o}/invitations/{invitation}": "404 404 404 404 302 404 404",
    "{o}/invitations": "404 404 404 404 400 404 404",
    "{o}/settings": "404 404 404 404 400 404 404",
    "{o}/policies/new": "404 404 404 404 400 404 404",
    "{o}/take-in": "404 404 404 404 400 404 404",
    "{p}/edit": "404 404 404 400 400 404 404",
    "/organisations/new": "404 404 404 404 404 404 400",
    "/account": "302 400 400 400 400 400 400",
    "/sign-out": "302 302 302 302 302 302 302",
}


@pytest.mark.parametrize("path", PAGES)
def test_W5_every_page_gives_everybody_what_their_row_says(coop: Coop, path: str) -> None:
    assert [coop.gets(who, path).status_code for who in EVERYBODY] == [
        int(code) for code in PAGES[path].split()
    ]


@pytest.mark.parametrize("path", FORMS)
def test_W5_every_form_does_for_everybody_what_its_row_says(coop: Coop, path: str) -> None:
    open_one = invitations.invite(coop.organisation, coop.accounts["steward"], "member")
    filled = path.replace("{member}", str(coop.place("member").pk)).replace(
        "{invitation}", str(open_one.pk)
    )
    assert [coop.sends(who, filled).status_code for who in EVERYBODY] == [
        int(code) for code in FORMS[path].split()
    ]


def test_W5_a_steward_reaches_nothing_of_another_organisation_through_their_own(coop: Coop) -> None:
    theirs = invitations.invite(coop.beside, coop.accounts["elsewhere"], "member")
    assert coop.sends("steward", f"{{o}}/invitations/{theirs.pk}").status_code == 404
    assert Invitation.objects.get(pk=theirs.pk).ended is False
    theirs_member = coop.beside.memberships.get()  # type: ignore[attr-defined]
    assert (
        coop.sends("steward", f"{{o}}/members/{theirs_member.pk}", to="remove").status_code == 404
    )


NOWHERE = (
    "/p/%00", "/o/x%00", "/invitation/1/%00", "/sign-in/link/%00", "/sign-in/with/%00",
    "/sign-in/with/x/back", "/sign-in/with/provider", "/p/ä", "/p/" + "x" * 5000,
)  # fmt: skip


@pytest.mark.parametrize("path", NOWHERE)
def test_W5_what_nobody_gave_out_is_not_there(coop: Coop, path: str) -> None:
    assert coop.gets("steward", path).status_code == 404


@pytest.mark.parametrize("id", ["0", "99999999", "9" * 40])
def test_W5_numbers_that_nobody_has_are_not_there(coop: Coop, id: str) -> None:
    for path in ("{o}/members/", "{o}/invitations/"):
        assert coop.sends("steward", f"{path}{id}", to="remove").status_code == 404


def test_W5_an_account_without_an_organisation_is_told_so(coop: Coop) -> None:
    assert b"You belong to no organisation yet" in coop.gets("nobody's", "/").content


def test_W5_addresses_of_members_are_the_stewards_alone(coop: Coop) -> None:
    assert b"owner@example.org" in coop.gets("steward", "{o}/members").content
    assert b"owner@example.org" not in coop.gets("member", "{o}/members").content
