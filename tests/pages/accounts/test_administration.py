"""W5 and S9: the operator's administration holds nothing of what people said, and strangers
find no such page.
"""

import uuid

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from belonging import EVERYBODY, Coop
from django.urls import NoReverseMatch, reverse
from two_people import Reread, Writer, asked

from footpath.mail.asking import ask
from footpath.organisations.invitations import invite
from footpath.organisations.models import Organisation, Policy
from footpath.pages.accounts.administration import administration
from footpath.workshops.models import Workshop

LISTS = (
    "accounts_account",
    "organisations_organisation",
    "organisations_membership",
    "organisations_invitation",
    "workshops_workshop",
    "mail_letter",
)
SAID = ("Planted title", "Planted policy", "planted@example.org", "PLAN-TEDX")


def _all_pages(ids: dict[str, int]) -> list[str]:
    """Every page of the administration, for the rows that there are."""
    pages = [reverse("admin:index")]
    for name in LISTS:
        pages.append(reverse(f"admin:{name}_changelist"))
        for kind in ("change", "delete", "history"):
            pages.append(reverse(f"admin:{name}_{kind}", args=[ids[name]]))
    return pages


def _planted(coop: Coop) -> dict[str, int]:
    policy = Policy.objects.create(
        organisation=coop.organisation, title="Planted policy", about="Planted title"
    )
    workshop = Workshop.objects.create(
        title="Planted title", made_with=str(uuid.uuid4()), policy=policy
    )
    letter = ask("sign-in-code", "a", to="planted@example.org", given={"code": "PLAN-TEDX"})
    invitation = invite(
        coop.organisation, coop.accounts["steward"], "member", "planted@example.org"
    )
    rows = (
        coop.accounts["member"],
        coop.organisation,
        coop.place("member"),
        invitation,
        workshop,
        letter,
    )
    return {name: row.pk for name, row in zip(LISTS, rows, strict=True)}


def test_W5_the_administration_says_nothing_that_people_said_or_were_sent(coop: Coop) -> None:
    for page in _all_pages(_planted(coop)):
        html = coop.gets("operator", page).content.decode()
        assert [words for words in SAID if words in html] == [], page


def test_W5_nobody_but_operators_finds_the_administration(coop: Coop) -> None:
    pages = _all_pages(_planted(coop))
    others = [who for who in EVERYBODY if who != "operator"]
    assert {coop.gets(who, page).status_code for who in others for page in pages} == {404}


def test_W5_an_operator_who_was_closed_out_finds_it_no_more(coop: Coop) -> None:
    coop.accounts["operator"].is_active = False
    coop.accounts["operator"].save()
    assert coop.gets("operator", "/admin/").status_code == 404


def test_W4_the_administration_has_no_passwords_and_no_door_of_its_own() -> None:
    names = {getattr(one, "name", None) for one in administration.get_urls()}
    assert not names & {"login", "password_change", "password_change_done"}
    for name in (
        "auth_user",
        "account_emailaddress",
        "socialaccount_socialapp",
        "mfa_authenticator",
    ):
        try:
            reverse(f"admin:{name}_changelist")
        except NoReverseMatch:
            continue
        raise AssertionError(name)


def test_W8_an_operator_can_give_an_organisation_a_steward(coop: Coop) -> None:
    given = {
        "organisation": coop.beside.pk,
        "account": coop.accounts["nobody's"].pk,
        "role": "steward",
    }
    assert (
        coop.sends("operator", "/admin/organisations/membership/add/", **given).status_code == 302
    )
    assert coop.gets("nobody's", f"/o/{coop.beside.address}/settings").status_code == 200
    assert (
        coop.sends(
            "operator", f"/admin/organisations/organisation/{coop.beside.pk}/delete/", post="yes"
        ).status_code
        == 302
    )


def test_W4_a_changed_address_is_the_only_one_that_lets_in(coop: Coop) -> None:
    member = coop.accounts["member"]
    EmailAddress.objects.create(user=member, email=member.email, verified=True, primary=True)
    SocialAccount.objects.create(user=member, provider="provider", uid="of the address before")
    Authenticator.objects.create(
        user=member, type=Authenticator.Type.WEBAUTHN, data={"name": "Phone"}
    )
    assert coop.gets("member", "/account").status_code == 200
    page = Writer(coop.browsers["operator"], f"/admin/accounts/account/{member.pk}/change/")
    assert page.sends(email="Moved@example.org", name="M").status_code == 302
    member.refresh_from_db()
    assert member.email == "moved@example.org"
    assert not any(ways.objects.exists() for ways in (EmailAddress, SocialAccount, Authenticator))
    assert coop.gets("member", "/account").status_code == 302


def test_S11b_an_operators_older_form_undoes_nothing_that_others_changed(coop: Coop) -> None:
    page = Writer(
        coop.browsers["operator"],
        f"/admin/organisations/organisation/{coop.organisation.pk}/change/",
    )
    steward = Writer(coop.browsers["steward"], f"/o/{coop.organisation.address}/settings")
    assert steward.sends(name="Hedgerow and Ditch").status_code == 302
    assert page.sends(time_zone="Europe/Paris").status_code == 302
    now = Organisation.objects.get(pk=coop.organisation.pk)
    assert (now.name, now.time_zone) == ("Hedgerow and Ditch", "Europe/Paris")


def test_S11b_an_operator_chooses_where_somebody_else_wrote_meanwhile(coop: Coop) -> None:
    """Both wordings are shown, with who wrote the other; what is sent again then holds."""
    page = Writer(
        coop.browsers["operator"],
        f"/admin/organisations/organisation/{coop.organisation.pk}/change/",
    )
    steward = Writer(coop.browsers["steward"], f"/o/{coop.organisation.address}/settings")
    assert steward.sends(name="Hedgerow and Ditch").status_code == 302
    answer = page.sends(name="Hedgerows")
    said = asked(answer)
    assert (
        "Hedgerow and Ditch" in said and "Hedgerows" in said and "steward wrote, just now" in said
    )
    assert Organisation.objects.get(pk=coop.organisation.pk).name == "Hedgerow and Ditch"
    assert "administration." in answer.content.decode(), (
        "what was written meanwhile is laid out there too"
    )
    page.given |= Reread(answer.content.decode()).fields
    assert page.sends(settle="theirs/name").status_code == 302
    assert Organisation.objects.get(pk=coop.organisation.pk).name == "Hedgerow and Ditch"


def test_S11b_of_two_operators_neither_undoes_what_the_other_said_of_an_account_or_a_role(
    coop: Coop,
) -> None:
    operator, member = coop.browsers["operator"], coop.accounts["member"]
    account = f"/admin/accounts/account/{member.pk}/change/"
    first, second = Writer(operator, account), Writer(operator, account)
    del first.given["is_active"]
    assert (first.sends().status_code, second.sends(name="Mo").status_code) == (302, 302)
    member.refresh_from_db()
    assert (member.is_active, member.name) == (False, "Mo")
    place = f"/admin/organisations/membership/{coop.place('member').pk}/change/"
    first, second = Writer(operator, place), Writer(operator, place)
    assert first.sends(role="steward").status_code == 302
    assert second.sends(account=coop.accounts["nobody's"].pk).status_code == 302
    assert coop.place("nobody's").role == "steward"
