"""Two people who decide on the same thing: whoever comes second is told what was said, and
undoes nothing of it.
"""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from convening import Convening
from django.http import HttpResponse
from django.test import Client
from studying import Study
from two_people import Writer, asked, at_once, both, registered

from footpath.organisations.models import Belonging, Membership
from footpath.pages.registering import own_device
from footpath.registering.models import Registration
from footpath.research.information_sheets import Project, Sheet
from footpath.research.models import OrganisationAgreement, Release
from footpath.research.reviewing import CHANGED, DECIDED_BEFORE, IS_FINAL


@pytest.fixture
def study(transactional_db: None) -> Iterator[Study]:
    """Five people, of whom one names two others."""
    study = Study("Ash", "Briar", "Clover", "Dock", "Elder")
    study.asks(
        study.people["Ash"],
        "WriteNote",
        text="It was Marta Jones who said it, and Peter Kahn heard it",
    )
    yield study
    study.end()


def page(release: Release, last: str = "") -> str:
    """A page of a release."""
    return f"/r/{release.project.address}/releases/{release.address}{last}"


def opens(study: Study, who: str, release: Release) -> tuple[Client, dict[str, str], list[str]]:
    """Somebody opens a release: their browser, what its form carries, and the
    names on which it asks.
    """
    browser = study.browser(who)
    html = browser.get(page(release)).content.decode()
    given = dict(re.findall(r'name="(shown-[\w-]+|seen)" value="(\w*)"', html))
    return browser, given, [name.removeprefix("shown-") for name in given if name != "seen"]


def decided(release: Release) -> dict[str, bool]:
    """What is decided on its names."""
    release.refresh_from_db()
    return release.decided


def test_S11b_what_somebody_else_decided_on_a_name_is_not_undone_by_an_older_page(
    study: Study,
) -> None:
    release = study.asked()
    (rook, older, names), (sedge, given, _) = (
        opens(study, "rook", release),
        opens(study, "sedge", release),
    )
    assert len(names) >= 2
    sedge.post(page(release, "/decide"), {**given, names[0]: "mask"})
    answer = rook.post(page(release, "/decide"), {**older, names[0]: "leave", names[1]: "leave"})
    assert answer.status_code == 409 and DECIDED_BEFORE in answer.content.decode()
    assert decided(release) == {names[0]: True, names[1]: False}


def test_S11c_nothing_is_released_or_refused_that_its_reviewer_did_not_see(study: Study) -> None:
    release = study.asked()
    rook, given, _ = opens(study, "rook", release)
    rook.post(page(release, "/decide/rest"), given)
    (sedge, older, names), (rook, given, _) = (
        opens(study, "sedge", release),
        opens(study, "rook", release),
    )
    rook.post(page(release, "/decide"), {**given, names[0]: "leave"})
    answer = sedge.post(page(release, "/let-go"), {"seen": older["seen"]})
    assert answer.status_code == 409 and CHANGED in answer.content.decode()
    seen = opens(study, "sedge", release)[1]["seen"]
    sedge.post(page(release, "/refuse"), {"why": "Too few people."})
    answer = sedge.post(page(release, "/let-go"), {"seen": seen})
    release.refresh_from_db()
    assert answer.status_code == 409 and IS_FINAL in answer.content.decode()
    assert (release.state, release.why_not) == (Release.State.REFUSED, "Too few people.")


@pytest.fixture
def stewards(convening: Convening) -> Convening:
    """Two stewards, and a project that asks."""
    Membership.objects.filter(account=convening.sorrel).update(role=Belonging.STEWARD)
    project = Project.objects.create(
        organisation=convening.organisation, title="Rotas", about="Rotas"
    )
    Sheet.objects.create(
        project=project, version="1.0", text="x", published_at="2030-01-01T00:00:00Z"
    )
    return convening


def says(writer: Writer, word: str, note: str) -> tuple[Writer, dict[str, Any]]:
    """What a steward sends to record what the organisation decided."""
    return writer, {
        "to": "/agree",
        "agreed": word,
        "note": note,
        "project": Project.objects.get().pk,
    }


def test_S11c_an_organisations_decision_is_recorded_over_no_other_that_was_not_read(
    stewards: Convening,
) -> None:
    sorrel, heron = both(stewards, "/o/hedgerow/research")
    assert sorrel.sends(**says(sorrel, "no", "The board, in May")[1]).status_code == 302
    answer = heron.sends(**says(heron, "yes", "The assembly, in April")[1])
    assert answer.status_code == 409 and "Somebody recorded a decision meanwhile" in asked(answer)
    assert (
        "The board, in May" in answer.content.decode()
        and heron.given["note"] == "The assembly, in April"
    )
    assert [one.agreed for one in OrganisationAgreement.objects.all()] == [False]
    assert heron.sends(**says(heron, "yes", "The assembly, in April")[1]).status_code == 302


def test_S11c_of_two_decisions_at_the_same_instant_one_is_asked_about(stewards: Convening) -> None:
    sorrel, heron = both(stewards, "/o/hedgerow/research")
    assert sorted(at_once(says(sorrel, "no", "May"), says(heron, "yes", "April"))) == [302, 409]
    assert OrganisationAgreement.objects.count() == 1


def devices(here: Registration) -> list[Writer]:
    """The form of one's own registration, open on two devices of one person."""
    made = []
    for _ in range(2):
        client, answer = Client(), HttpResponse()
        own_device.remember(answer, here)
        client.cookies.update(answer.cookies)
        made.append(Writer(client, f"/w/{here.workshop.address}/mine/change"))
    return made


def test_S11b_a_registration_changed_on_two_devices_keeps_what_either_said(
    convening: Convening,
) -> None:
    here = registered(convening.published())
    phone, laptop = devices(here)
    assert phone.sends(access_needs="A ramp").status_code == 302
    assert laptop.sends(name="Mira Lind").status_code == 302
    here.refresh_from_db()
    assert (here.name, here.access_needs) == ("Mira Lind", "A ramp")


def test_S11b_an_address_that_was_corrected_meanwhile_is_shown_and_names_nobody(
    convening: Convening,
) -> None:
    here = registered(convening.published())
    phone, laptop = devices(here)
    assert phone.sends(email="mira@example.net").status_code == 302
    answer = laptop.sends(email="mira.lind@example.org")
    said = asked(answer)
    assert (
        answer.status_code == 409 and "mira@example.net" in said and "mira.lind@example.org" in said
    )
    assert "Somebody wrote" in said
    here.refresh_from_db()
    assert here.email == "mira@example.net"
    assert laptop.sends(settle="theirs/email").status_code == 302
