"""Asking for a release, deciding on names, and the second person."""

from collections.abc import Iterator
from threading import Thread

import pytest
from django.db import connection
from studying import Study

from footpath.mail.models import Letter
from footpath.research import reviewing
from footpath.research.models import Release, ReleasedItem
from footpath.research.releasing import WouldLeave

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def study() -> Iterator[Study]:
    """Five people, each with a note; one of them names somebody."""
    study = Study("Ash", "Briar", "Clover", "Dock", "Elder")
    study.asks(study.people["Ash"], "WriteNote", text="It was Marta Jones who said it")
    yield study
    study.end()


def decided(study: Study, release: Release, masked: bool = True) -> WouldLeave:
    looked = study.look(release)
    reviewing.decide(release, {one.key: masked for one in looked.passages}, {}, looked)
    release.refresh_from_db()
    return study.look(release)


def texts(looked: WouldLeave) -> str:
    return " ".join(
        text for piece in looked.assembled.made.material.pieces for text in piece.texts.values()
    )


def test_C11_nobody_releases_what_they_asked_for_themselves(study: Study) -> None:
    release = study.asked()
    seen = decided(study, release).assembled.sha256
    assert reviewing.let_go(release, study.accounts["rook"], seen) == reviewing.NOT_TWICE
    assert reviewing.refuse(release, study.accounts["rook"], "no") == reviewing.NOT_TWICE


def test_C25_nothing_is_released_before_every_name_was_decided_on(study: Study) -> None:
    release = study.asked()
    looked = study.look(release)
    assert [one.text for one in looked.passages] == ["Marta Jones"]
    assert "Marta" not in texts(looked)
    assert (
        reviewing.let_go(release, study.accounts["sedge"], looked.assembled.sha256)
        == reviewing.NOT_ALL_DECIDED
    )


@pytest.mark.parametrize("masked", [True, False])
def test_C25_a_name_leaves_as_it_was_decided(study: Study, masked: bool) -> None:
    release = study.asked()
    looked = decided(study, release, masked)
    assert ("Marta" in texts(looked)) is not masked
    assert reviewing.let_go(release, study.accounts["sedge"], looked.assembled.sha256) == ""


def test_C11_what_the_second_person_did_not_see_they_do_not_release(study: Study) -> None:
    release = study.asked()
    seen = decided(study, release).assembled.sha256
    study.answers("Dock", "no")
    assert reviewing.let_go(release, study.accounts["sedge"], seen) == reviewing.CHANGED


def test_C11_two_clicks_release_once(study: Study) -> None:
    release = study.asked()
    seen = decided(study, release).assembled.sha256
    said: list[str] = []

    def click() -> None:
        said.append(
            reviewing.let_go(Release.objects.get(pk=release.pk), study.accounts["sedge"], seen)
        )
        connection.close()

    clicks = [Thread(target=click) for _ in range(2)]
    for one in clicks:
        one.start()
    for one in clicks:
        one.join()
    assert sorted(said) == ["", reviewing.IS_FINAL]
    assert ReleasedItem.objects.filter(release=release, about=study.notes["Ash"]).count() == 1


def test_C11_what_was_refused_stays_refused(study: Study) -> None:
    release = study.asked()
    seen = decided(study, release).assembled.sha256
    assert reviewing.refuse(release, study.accounts["sedge"], " ") == reviewing.SAY_WHY
    assert reviewing.refuse(release, study.accounts["sedge"], "Too much of it") == ""
    release.refresh_from_db()
    assert reviewing.let_go(release, study.accounts["sedge"], seen) == reviewing.IS_FINAL


def test_C7_nothing_may_leave_is_said_whatever_the_reason(study: Study) -> None:
    def asked() -> Release | None:
        return reviewing.ask_for(study.project, study.workshop, study.accounts["rook"])

    study.agree(False)
    assert asked() is None
    study.agree()
    for name in ("Briar", "Clover", "Dock", "Elder"):
        study.answers(name, "no")
    assert asked() is None  # Ash alone would be singled out
    study.answers("Briar", "yes")
    assert asked() is not None


def test_C11_the_others_of_the_project_are_asked_to_review_it(study: Study) -> None:
    study.asked()
    assert [one.about for one in Letter.objects.filter(purpose="release-to-review")] == [
        study.accounts["sedge"]
    ]
