"""The pages of releases: who sees them, what they say, and what they never say."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from studying import Study, said_by

from footpath.accounts.models import Account
from footpath.mail.models import Letter
from footpath.organisations.belonging import found
from footpath.organisations.models import Policy
from footpath.research import answers, recalls
from footpath.research.consents import Giver
from footpath.research.information_sheets import Statement
from footpath.research.models import ConsentAnswer, Holding, Recall, Release, ReleasedItem

pytestmark = pytest.mark.django_db(transaction=True)
PAGES = ("/r/{p}/releases", "/r/{p}/releases/{r}", "/r/{p}/register")
FORMS = (
    "/r/{p}/releases",
    "/r/{p}/releases/{r}/decide",
    "/r/{p}/releases/{r}/deleted",
    "/r/{p}/releases/{r}/files",
    "/r/{p}/releases/{r}/let-go",
)


@pytest.fixture
def study() -> Iterator[Study]:
    """Five people, each with a note; one of them names somebody."""
    study = Study("Ash", "Briar", "Clover", "Dock", "Elder")
    study.asks(study.people["Ash"], "WriteNote", text="It was Marta Jones who said it")
    yield study
    study.end()


def at(release: Release, path: str = "/r/{p}/releases/{r}") -> str:
    return path.format(p=release.project.address, r=release.address)


def words(response: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def facts(page: str, name: str) -> str:
    found = re.search(rf"{name} (\S+)", page)
    return found[1] if found else ""


def test_C11_for_everybody_else_there_are_no_such_pages(study: Study) -> None:
    release = study.released()
    operator = Client()
    operator.force_login(
        Account.objects.create_user("op@example.org", is_staff=True, is_superuser=True)
    )
    for browser in (Client(), study.browser("teal"), operator):
        assert [browser.get(at(release, path)).status_code for path in PAGES] == [404] * 3
        assert [browser.post(at(release, path)).status_code for path in FORMS] == [404] * 5
    assert not Holding.objects.exists()


def test_C11_one_asks_and_another_releases_and_both_fetch(study: Study) -> None:
    rook, sedge = study.browser("rook"), study.browser("sedge")
    rook.post(
        f"/r/{study.project.address}/releases",
        {"workshop": study.workshop.pk, "purpose": "An article"},
    )
    release = Release.objects.get()
    sedge.post(at(release, "/r/{p}/releases/{r}/decide/rest"))
    seen = re.search(r'name="seen" value="(\w+)"', sedge.get(at(release)).content.decode())
    sedge.post(
        at(release, "/r/{p}/releases/{r}/let-go"),
        {"seen": seen[1] if seen else ""},
    )
    fetched = rook.post(at(release, "/r/{p}/releases/{r}/files"))
    assert "pseudonymised-personal-data" in fetched["Content-Disposition"]
    assert fetched["Cache-Control"] == "no-store"
    assert fetched.content.startswith(b"PK")


def test_C25_a_word_that_somebody_took_for_a_name_is_decided_by_itself_and_by_no_button_for_all(
    study: Study,
) -> None:
    study.arrives("keys")
    study.comes("Kestrel")
    release, sedge = study.asked(), study.browser("sedge")
    assert words(sedge.get(at(release))).count("Somebody at the workshop is called so") == 1
    sedge.post(at(release, "/r/{p}/releases/{r}/decide/rest"))
    release.refresh_from_db()
    (keys,) = [one for one in study.look(release).passages if one.masked is None]
    assert (keys.text, says(study, release, "Kestrel")) == ("keys", False)
    sedge.post(at(release, "/r/{p}/releases/{r}/decide"), {keys.key: "leave"})
    release.refresh_from_db()
    assert says(study, release, "Kestrel")


def says(study: Study, release: Release, name: str) -> bool:
    """Whether somebody's note leaves, word for word."""
    return said_by(name) in [
        one.texts["text"] for one in study.look(release).assembled.selection.leaving
    ]


def test_C11_a_page_shows_what_would_leave_under_pseudonyms(study: Study) -> None:
    page = words(study.browser("sedge").get(at(study.asked())))
    assert said_by("Ash") in page
    assert re.search(r"N00\d · note · P0\d", page)
    assert "Ash" not in page


def test_C11_a_file_that_may_leave_no_more_is_answered_with_a_sentence(study: Study) -> None:
    release = study.released()
    study.answers("Ash", "no", withdrawn=True)
    answer = study.browser("rook").post(at(release, "/r/{p}/releases/{r}/files"))
    assert (answer.status_code, answer.content.startswith(b"PK")) == (409, False)
    assert "Ask for a new release." in words(answer)
    assert said_by("Briar") not in words(answer)


def test_S4_a_purpose_that_is_missing_is_asked_for_and_nothing_is_lost(study: Study) -> None:
    sent = {"workshop": study.workshop.pk, "attribute": "role"}
    answer = study.browser("rook").post(f"/r/{study.project.address}/releases", sent)
    assert answer.status_code == 400
    assert 'value="role" selected' in answer.content.decode()


def test_S4_a_reason_stays_where_it_came_too_late(study: Study) -> None:
    release = study.released()
    sent = {"why": "On second thoughts"}
    answer = study.browser("sedge").post(at(release, "/r/{p}/releases/{r}/refuse"), sent)
    assert answer.status_code == 409
    assert "reviewed already" in words(answer)


def test_C26_the_register_counts_where_at_least_five_people_stand_behind_a_figure(
    study: Study,
) -> None:
    study.released()
    page = words(study.browser("rook").get(f"/r/{study.project.address}/register"))
    assert (facts(page, "Items"), facts(page, "People")) == ("6", "5")


def test_C26_the_register_shows_no_figure_whose_difference_is_few_people(study: Study) -> None:
    study.released()
    study.comes("Fern")
    study.released()
    page = words(study.browser("rook").get(f"/r/{study.project.address}/register"))
    assert re.findall(r"Items (\S+)", page) == ["—", "6"]


def test_C26_few_people_are_not_counted(study: Study) -> None:
    study.answers("Ash", "no")
    study.released()
    page = words(study.browser("rook").get(f"/r/{study.project.address}/register"))
    assert (facts(page, "Items"), facts(page, "People")) == ("—", "—")


def test_C11_what_is_to_be_deleted_stands_there_until_somebody_says_that_it_is(
    study: Study,
) -> None:
    release, rook = study.released(), study.browser("rook")
    rook.post(at(release, "/r/{p}/releases/{r}/files"))
    study.answers("Ash", "no", withdrawn=True)
    recalls.after_change(study.workshop)
    recall = Recall.objects.get()
    assert f"To be deleted {', '.join(recall.codes)}" in words(rook.get(at(release)))
    assert "not yet said to be deleted" in words(rook.get(at(release, "/r/{p}/register")))
    study.browser("sedge").post(f"{at(release)}/deleted/{recall.pk}")
    assert "Said by Sedge" in words(rook.get(at(release)))


def test_C10_a_recall_that_is_not_due_cannot_be_told_from_none(study: Study) -> None:
    release, rook = study.released(), study.browser("rook")
    untold = Recall.objects.create(release=release, codes=["N001"], due_at="2099-01-01T00:00Z")
    for number in (untold.pk, 999_999):
        assert rook.post(f"{at(release)}/deleted/{number}").status_code == 404
    assert "N001, " not in words(rook.get(at(release, "/r/{p}/register")))


def test_C3_stewards_read_that_something_left_and_nothing_of_who_or_how_much(study: Study) -> None:
    organisation = found("Hedgerow", "Europe/London", study.accounts["teal"])
    study.workshop.policy = Policy.objects.create(organisation=organisation, title="Leave")
    study.workshop.save()
    study.project.agreements.create(organisation=organisation, agreed=True, may_be_named=True)  # type: ignore[attr-defined]
    release = study.released()
    page = words(study.browser("teal").get(f"/o/{organisation.address}/releases"))
    assert release.content_sha256 in page
    assert "Items" not in page
    assert "Rook" not in page


def test_C11_who_asks_or_reviews_and_was_at_the_workshop_is_shown_as_such(study: Study) -> None:
    release = study.asked()
    assert "was at the workshop" not in words(study.browser("sedge").get(at(release)))
    study.workshop.registrations.create(name="Rook", email="rook@example.org")  # type: ignore[attr-defined]
    assert "who was at the workshop" in words(study.browser("sedge").get(at(release)))


def test_C3_pages_letters_and_rows_of_a_release_name_nobody_who_took_part(study: Study) -> None:
    release, rook = study.released(), study.browser("rook")
    rook.post(at(release, "/r/{p}/releases/{r}/files"))
    study.answers("Ash", "no", withdrawn=True)
    recalls.after_change(study.workshop)
    shown = " ".join(words(rook.get(at(release, path))) for path in PAGES)
    kept = repr([*Letter.objects.values(), *Recall.objects.values(), *Holding.objects.values()])
    assert ConsentAnswer.objects.filter(withdrawn=True).exists()
    assert not [name for name in ("Ash", "Briar", "Clover", "withdr") if name in shown + kept]
    assert ReleasedItem.objects.exists()


def test_C12_who_wants_to_be_named_stands_on_a_list_apart_and_leaves_it_by_saying_no(
    study: Study,
) -> None:
    Statement.objects.create(sheet=study.sheet, key="named", text="Name me.", purpose="be named")
    browser = Client()
    browser.force_login(study.accounts["rook"])
    giver = Giver(study.workshop, person=study.people["Ash"])
    shown: list[bool] = []
    for answer in ("yes", "no"):
        answers.keep(giver, study.sheet, {"named": answer}, ConsentAnswer.Asked.OWN_PAGE)
        shown.append("Ash" in words(browser.get(f"/r/{study.project.address}/named")))
    assert shown == [True, False]
