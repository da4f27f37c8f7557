"""W7: an organisation keeps policies with sides, owner and state, and workshops belong to them."""

import uuid

import pytest
from belonging import Coop, wrongs
from opened import opened

from footpath.organisations.models import Policy
from footpath.pages.organisations.views import NOT_FREE, NOT_THE_LINK
from footpath.workshops.doors import links_of
from footpath.workshops.models import Workshop

ASKED = {
    "title": "Pay",
    "about": "How we pay each other.",
    "sides": "worker,  manager, worker",
    "state": "draft",
}


def by_link(title: str = "Buying together") -> Workshop:
    return Workshop.objects.create(title=title, made_with=str(uuid.uuid4()))


def test_W7_a_policy_has_sides_owner_and_state(coop: Coop) -> None:
    coop.sends("steward", "{o}/policies/new", **ASKED, owner=coop.accounts["member"].pk)
    made = Policy.objects.get(title="Pay")
    assert (made.sides, made.owner, made.state) == (
        ["worker", "manager"],
        coop.accounts["member"],
        "draft",
    )
    html = coop.gets("member", f"/p/{made.address}").content.decode()
    assert all(
        words in html for words in ("Pay", "How we pay each other.", "worker, manager", "Draft")
    )


def test_W7_only_members_can_look_after_a_policy(coop: Coop) -> None:
    came = coop.sends("steward", "{o}/policies/new", **ASKED, owner=coop.accounts["elsewhere"].pk)
    assert came.status_code == 400
    assert "How we pay each other." in came.content.decode()


def test_W7_a_policys_owner_keeps_its_page(coop: Coop) -> None:
    seen = opened(coop.browsers["owner"], coop.path("{p}/edit"))
    coop.sends("owner", "{p}/edit", **ASKED, owner=coop.accounts["owner"].pk, **seen)
    coop.policy.refresh_from_db()
    assert (coop.policy.title, coop.policy.state) == ("Pay", "draft")


@pytest.mark.parametrize("role", ["facilitator", "made"])
def test_W7_a_workshop_made_by_link_can_be_taken_in(coop: Coop, role: str) -> None:
    from footpath.workshops.doors import link_token

    workshop = by_link()
    made = f"http://localhost/w/{workshop.address}/made/{link_token(workshop, 'links')}"
    link = (
        made
        if role == "made"
        else links_of(workshop, "https://flipchart.example.org")["facilitator"]
    )
    came = coop.sends("steward", "{o}/take-in", link=link, policy=coop.policy.pk)
    assert came.url == f"/p/{coop.policy.address}"
    assert "Buying together" in coop.gets("member", "{p}").content.decode()
    assert "Buying together" in coop.gets("member", "{o}").content.decode()


@pytest.mark.parametrize("role", ["guest", "scribe", "observer", "wall", "outline"])
def test_W7_no_other_link_gives_a_workshop_away(coop: Coop, role: str) -> None:
    link = links_of(by_link(), "http://localhost")[role]
    came = coop.sends("steward", "{o}/take-in", link=link, policy=coop.policy.pk)
    assert wrongs(came) == [NOT_THE_LINK.replace("'", "&#x27;")]
    assert not Workshop.objects.exclude(policy=None).exists()


@pytest.mark.parametrize(
    "link", ["buying", "http://", "/w/x/join/y", "https://example.org/w/%00/join/y", "//[", "😀"]
)
def test_W7_what_is_no_link_is_one_sentence_and_stays(coop: Coop, link: str) -> None:
    came = coop.sends("steward", "{o}/take-in", link=link, policy=coop.policy.pk)
    assert wrongs(came) == [NOT_THE_LINK.replace("'", "&#x27;")]
    assert f'value="{link}"' in came.content.decode()


def test_W7_nobody_takes_away_what_belongs_to_another_organisation(coop: Coop) -> None:
    theirs = Policy.objects.create(organisation=coop.beside, title="Letting")
    workshop = by_link()
    Workshop.objects.filter(pk=workshop.pk).update(policy=theirs)
    link = links_of(workshop, "http://localhost")["facilitator"]
    assert wrongs(coop.sends("steward", "{o}/take-in", link=link, policy=coop.policy.pk)) == [
        NOT_FREE
    ]
    workshop.refresh_from_db()
    assert workshop.policy == theirs


def test_W7_a_policy_of_another_organisation_cannot_be_chosen(coop: Coop) -> None:
    theirs = Policy.objects.create(organisation=coop.beside, title="Letting")
    link = links_of(by_link(), "http://localhost")["facilitator"]
    assert coop.sends("steward", "{o}/take-in", link=link, policy=theirs.pk).status_code == 400
