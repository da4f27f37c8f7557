"""Setting up a project: its people, its sheets in versions that never change, and what the
organisation agreed to.
"""

import re
from typing import Any

import pytest
from belonging import Coop, wrongs
from convening import fields
from django.core.files.uploadedfile import SimpleUploadedFile
from opened import opened
from real_forms import FORMS

from footpath.accounts.models import Account
from footpath.gate.permissions import TOLD_ONLY, Agreement, Blank, Purpose
from footpath.mail.models import Letter
from footpath.notices.models import Notice, State
from footpath.notices.new_notices import make_draft
from footpath.research.gate import agreement_of, permissions_of
from footpath.research.information_sheets import Project, Sheet, Statement, Unchangeable
from footpath.research.models import OrganisationAgreement

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def coop() -> Coop:
    return Coop()


def project_of(coop: Coop, title: str = "How rotas are made") -> Project:
    coop.sends("member", "{o}/research/new", title=title)
    return Project.objects.get(title=title)


def form(*statements: tuple[str, Purpose, bool], **more: Any) -> dict[str, Any]:
    """What the page of a draft sends."""
    sent: dict[str, Any] = {
        "text": "# Who we are",
        "version": "1.0",
        "blank_means": "no",
        "s-TOTAL_FORMS": len(statements),
        "s-INITIAL_FORMS": 0,
        **more,
    }
    for n, (text, purpose, required) in enumerate(statements):
        sent |= {f"s-{n}-text": text, f"s-{n}-purpose": purpose.value} | (
            {f"s-{n}-required": "on"} if required else {}
        )
    return sent


TAKE_PART = ("I take part.", Purpose.TAKE_PART, True)


def published(
    coop: Coop,
    project: Project,
    *statements: tuple[str, Purpose, bool],
    to: str = "/publish",
    **more: Any,
) -> Any:
    path = f"/r/{project.address}/draft"
    seen, page = opened(coop.browsers["member"], path), fields(coop.browsers["member"], path)
    sent = form(*(statements or (TAKE_PART,)), **more)
    there = {
        said: page[name.replace("text", "key")]
        for name, said in page.items()
        if name.endswith("-text")
    }
    keys = {
        f"s-{n}-key": there.get(text, "")
        for n, (text, _, _) in enumerate(statements or (TAKE_PART,))
    }
    return coop.sends("member", path + to, **sent, **keys, **seen)


def test_C13_any_member_sets_up_a_project_and_nobody_else_sees_it(coop: Coop) -> None:
    project = project_of(coop)
    answers = {
        who: coop.gets(who, f"/r/{project.address}").status_code
        for who in ("member", "owner", "steward")
    }
    assert answers == {"member": 200, "owner": 404, "steward": 404}


def test_C13_somebody_added_by_address_gets_a_letter_and_the_last_one_stays(coop: Coop) -> None:
    project = project_of(coop)
    coop.sends("member", f"/r/{project.address}/people", email="research@example.org")
    added = Account.objects.get(email="research@example.org")
    assert set(project.people.all()) == {coop.accounts["member"], added}
    assert Letter.objects.filter(purpose="project", account=added).exists()
    for account in (coop.accounts["member"], added):
        coop.sends("member", f"/r/{project.address}/people/{account.pk}")
    assert list(project.people.all()) == [added]


def test_C2_a_published_sheet_and_its_statements_cannot_be_changed(coop: Coop) -> None:
    project = project_of(coop)
    published(coop, project)
    sheet = Sheet.objects.get(project=project)
    sheet.text = "Something else"
    with pytest.raises(Unchangeable):
        sheet.save()
    statement = Statement.objects.get(sheet=sheet)
    with pytest.raises(Unchangeable):
        statement.save()
    assert len(sheet.sha256) == 64


@pytest.mark.parametrize(
    ("statements", "more", "says"),
    [
        ((("May we quote you?", Purpose.QUOTES, False),), {}, "taking part"),
        ((TAKE_PART,), {"text": " "}, "nothing to read"),
        ((TAKE_PART,), {"version": ""}, "number"),
    ],
)
def test_C14_what_a_sheet_needs_is_said_in_one_sentence_and_nothing_is_lost(
    coop: Coop, statements: Any, more: dict[str, Any], says: str
) -> None:
    project = project_of(coop)
    answer = published(coop, project, *statements, **more)
    assert answer.status_code == 400 and len(wrongs(answer)) == 1 and says in wrongs(answer)[0]
    assert statements[0][0] in answer.content.decode()


@pytest.mark.parametrize(("changed", "covers"), [("no", True), ("yes", False)])
def test_C2_a_later_version_says_whether_earlier_answers_hold(
    coop: Coop, changed: str, covers: bool
) -> None:
    project = project_of(coop)
    published(coop, project)
    assert "what is asked" in wrongs(published(coop, project, version="1.1"))[0]
    published(coop, project, version="1.1", changed=changed)
    assert Sheet.objects.get(project=project, version="1.1").covers_before is covers


def test_C2_a_new_version_begins_as_a_copy_and_its_statements_keep_their_keys(coop: Coop) -> None:
    project = project_of(coop)
    published(coop, project)
    published(coop, project, version="1.1", changed="no", text="# Who we all are")
    first, second = Sheet.objects.filter(project=project).order_by("pk")
    keys = [[one.key for one in sheet.statements.all()] for sheet in (first, second)]  # type: ignore[attr-defined]
    assert keys[0] == keys[1]


@pytest.mark.parametrize(
    ("statements", "more"),
    [
        ((TAKE_PART, ("May we quote you?", Purpose.QUOTES, False)), {}),
        ((("I take part.", Purpose.TAKE_PART, False),), {}),
        ((TAKE_PART,), {"covers_earlier": "on"}),
    ],
)
def test_C2_no_version_says_that_nothing_asked_has_changed_where_it_has(
    coop: Coop, statements: Any, more: dict[str, Any]
) -> None:
    project = project_of(coop)
    published(coop, project)
    answer = published(coop, project, *statements, version="1.1", changed="no", **more)
    assert answer.status_code == 400 and "What is asked has changed" in wrongs(answer)[0]
    assert (
        published(coop, project, *statements, version="1.1", changed="yes", **more).status_code
        == 302
    )


def test_S12_opening_the_page_of_a_new_version_stores_none(coop: Coop) -> None:
    project = project_of(coop)
    published(coop, project)
    page = coop.gets("member", f"/r/{project.address}/draft").content.decode()
    assert "# Who we are" in page and "I take part." in page and "Throw this draft away" not in page
    assert Sheet.objects.filter(project=project).count() == 1
    assert coop.sends("member", f"/r/{project.address}/draft/drop").status_code == 302


@pytest.mark.parametrize(
    ("content", "is_kept"),
    [(b"%PDF-1.7 short", True), (b"MZ no", False), (b"%PDF-" + b"x" * 5_300_000, False)],
)
def test_C14_a_sheet_can_be_a_pdf_and_nothing_else(
    coop: Coop, content: bytes, is_kept: bool
) -> None:
    project = project_of(coop)
    file = SimpleUploadedFile("sheet.pdf", content, "application/pdf")
    answer = published(coop, project, text="", pdf_file=file)
    assert (answer.status_code == 302) is is_kept
    if is_kept:
        read = coop.gets("stranger", f"/r/{project.address}/sheet")
        assert read["Content-Type"] == "application/pdf" and read.content == content


def test_C5_a_steward_records_what_the_organisation_agreed_to_and_nobody_else_can(
    coop: Coop,
) -> None:
    project = project_of(coop)
    published(coop, project)
    sent = {"project": project.pk, "agreed": "yes", "names": "Hedgerow Co-op, HRW"}
    assert coop.sends("member", "{o}/research/agree", **sent).status_code == 404
    coop.sends(
        "steward",
        "{o}/research/agree",
        **sent,
        **opened(coop.browsers["steward"], coop.path("{o}/research")),
    )
    workshop = make_draft(coop.policy, coop.accounts["owner"], "t1", "Buying").workshop
    names = ("Hedgerow", "Hedgerow Co-op", "HRW")
    assert agreement_of(project, workshop) == Agreement(
        agreed=True, may_be_named=False, names=names
    )


def test_C5_a_later_no_holds_and_the_history_stays(coop: Coop) -> None:
    project = project_of(coop)
    published(coop, project)
    for agreed in ("yes", "no"):
        seen = opened(coop.browsers["steward"], coop.path("{o}/research"))
        coop.sends("steward", "{o}/research/agree", project=project.pk, agreed=agreed, **seen)
    workshop = make_draft(coop.policy, coop.accounts["owner"], "t1", "Buying").workshop
    assert not agreement_of(project, workshop).agreed
    assert OrganisationAgreement.objects.count() == 2


def test_C15_who_writes_the_notice_chooses_the_projects_and_the_notice_names_their_sheets(
    coop: Coop,
) -> None:
    project = project_of(coop)
    published(coop, project)
    notice = make_draft(coop.policy, coop.accounts["owner"], "t1", "Buying", what="How we buy.")
    path = f"/w/{notice.workshop.address}"
    assert coop.sends("member", f"{path}/contributes", projects=project.pk).status_code == 404
    seen = opened(coop.browsers["owner"], f"{path}/contributes")
    coop.sends("owner", f"{path}/contributes", projects=project.pk, **seen)
    Notice.objects.filter(pk=notice.pk).update(state=State.PUBLISHED)
    page = coop.gets("stranger", path).content.decode()
    assert page.count("How rotas are made") >= 1 and f"/r/{project.address}/sheet" in page


@pytest.mark.parametrize("name", FORMS)
def test_C1a_real_forms_can_be_set_up_as_they_are(coop: Coop, name: str) -> None:
    more, statements = FORMS[name]
    project = project_of(coop)
    assert published(coop, project, *statements, **more).status_code == 302
    sheet = Sheet.objects.get(project=project)
    kept = [
        (one.text, Purpose(one.purpose), one.required)
        for one in Statement.objects.filter(sheet=sheet)
    ]
    assert kept == list(statements)
    assert (Blank(sheet.blank_means), sheet.together) == (
        Blank(more["blank_means"]),
        "together" in more,
    )
    assert sheet.withdraw_until == more.get("withdraw_until", "")
    ways = (
        Statement.objects.filter(sheet=sheet).exclude(choices=[]).values_list("choices", flat=True)
    )
    assert list(ways) == ([["a group", "alone", "two"]] if "s-1-choices" in more else [])


def test_C16_a_sheet_that_was_never_published_asks_nobody(coop: Coop) -> None:
    project = project_of(coop)
    published(coop, project, to="")
    assert Sheet.objects.filter(project=project, published_at=None).exists()
    assert coop.gets("stranger", f"/r/{project.address}/sheet").status_code == 404
    workshop = make_draft(coop.policy, coop.accounts["owner"], "t1", "Buying").workshop
    assert permissions_of(project, workshop).sheets == ()


def test_C14_where_a_form_is_set_up_it_is_said_which_statements_decide_nothing(coop: Coop) -> None:
    """Nothing here keeps anything out of an archive, so nothing here may look as if it did."""
    project = project_of(coop)
    page = coop.gets("member", f"/r/{project.address}/draft").content.decode()
    options = dict(re.findall(r'<option value="([^"]+)"[^>]*>([^<]+)</option>', page))
    told_only = {value for value, label in options.items() if label.endswith("(information only)")}
    assert told_only == {one.value for one in TOLD_ONLY} and "decides nothing here" in page


def test_C14_the_draft_says_how_the_days_of_withdrawing_are_counted(coop: Coop) -> None:
    page = coop.gets("member", f"/r/{project_of(coop).address}/draft").content.decode()
    assert "dates of the workshop’s time zone" in page and "recorded as late" in page
