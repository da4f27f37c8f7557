"""S11: every address that takes a form says how it keeps one person from undoing another,
or why it need not.

An address that is not named here fails the tests, so that the next form cannot forget it.
"""

import re
from pathlib import Path

import pytest
from addresses import mail, notices, organisations, posting, registering, releases, workshops
from addresses.buttons import BUTTONS
from convening import Convening
from django.core.files.uploadedfile import SimpleUploadedFile
from opened import SEAL
from places import Places
from two_people import Writer, asked, both

from footpath.mail.models import Letter
from footpath.notices.models import Notice
from footpath.organisations.invitations import invite
from footpath.organisations.models import Belonging, Membership
from footpath.registering.models import Question
from footpath.research.information_sheets import Project, Sheet
from footpath.workshops.doors import links_of

SHARING = {
    "w/<str:address>/notice", "w/<str:address>/questions", "w/<str:address>/people/places",
    "w/<str:address>/notice/publish", "w/<str:address>/notice/answers/<int:number>",
    "w/<str:address>/notice/guesses/<str:choice>", "w/<str:address>/notice/<str:rows>/add",
    "w/<str:address>/notice/<str:rows>/<int:number>/take-out", "r/<str:address>/draft/publish",
    "w/<str:address>/links/expected", "w/<str:address>/contributes", "w/<str:address>/mine/change",
    "o/<slug:address>/settings", "p/<str:address>/edit", "r/<str:address>", "r/<str:address>/draft",
}  # fmt: skip
"""Its form carries what it was opened with, and is settled point by point."""

AS_SHOWN = {
    "w/<str:address>/publish": "when it was changed last",
    "w/<str:address>/cancel": "whether it was cancelled",
    "o/<slug:address>/members/<int:id>": "the role that they have",
    "o/<slug:address>/invitations/<int:id>": "whether it has ended",
    "o/<slug:address>/research/agree": "the decision that was recorded last",
    "w/<str:address>/links/<str:role>/change": "the link that is to be changed",
    "w/<str:address>/people/came": "who was ticked",
    "w/<str:address>/people/letters/<int:letter>/again": "whether it was refused",
    "w/<str:address>/people/<int:registration>/address": "whether mail to them goes astray",
    "w/<str:address>/people/not-coming": "whether they were coming",
    "r/<str:address>/draft/drop": "the whole draft",
    "r/<str:address>/releases/<str:release>/decide": "what is decided on each name",
    "r/<str:address>/releases/<str:release>/decide/rest": "what is decided on each name",
    "r/<str:address>/releases/<str:release>/let-go": "what would leave",
    "r/<str:address>/releases/<str:release>/refuse": "whether it was reviewed",
    "w/<str:address>/outline/opened": "how far it goes",
}
"""It is a button, which does nothing where the thing named here is not any more
what the page showed.
"""

ADDS = dict.fromkeys(
    (
        "make", "setup", "organisations/new", "o/<slug:address>/policies/new",
        "p/<str:address>/new", "w/<str:address>/announce", "o/<slug:address>/invitations",
        "o/<slug:address>/take-in", "r/<str:address>/people", "r/<str:address>/releases",
        "w/<str:address>/research/paraphrases", "w/<str:address>/research/keep-back",
        "w/<str:address>/research/replayed", "w/<str:address>/register",
        "w/<str:address>/join/<str:token>", "o/<slug:address>/research/new",
        "w/<str:address>/people/add",
    ),
    "adds something, and changes nothing that is there",
)  # fmt: skip
ONCE = dict.fromkeys(
    (
        "w/<str:address>/close",
        "w/<str:address>/throw-away/for-good",
        "r/<str:address>/people/<int:id>",
        "o/<slug:address>/leave",
        "r/<str:address>/releases/<str:release>/deleted/<int:recall>",
        "w/<str:address>/people/ask/<str:who>",
        "r/<str:address>/releases/<str:release>/files",
        "invitation/<int:id>/<str:token>",
    ),
    "happens once, whoever presses first",
)
OWN = dict.fromkeys(
    (
        "account", "account/passkeys/new", "account/passkeys/<int:pk>/remove",
        "w/<str:address>/leave", "w/<str:address>/keep",
        "w/<str:address>/rehearse/begin", "o/<slug:address>/rehearse/begin",
        "w/<str:address>/me/<str:token>/<int:person>", "w/<str:address>/mine/erase",
        "w/<str:address>/mine/opened", "w/<str:address>/mine/take-back/<str:thing>",
        "w/<str:address>/research/<str:project>/copy", "w/<str:address>/research/paper",
        *(one for one in BUTTONS if one.startswith("w/<str:address>/mine/")),
        *(one for one in BUTTONS if one.startswith("w/<str:address>/research/")),
    ),
    "is one person's own: nobody else can change it",
)  # fmt: skip
NOTHING_STORED = dict.fromkeys(
    (
        "code", "sign-in", "sign-in/code", "sign-in/again", "sign-in/passkey",
        "sign-in/link/<str:token>", "sign-in/with/<slug:provider_id>/back", "sign-out",
        "w/<str:address>/ticket", "w/<str:address>/wall/<str:token>/ticket",
        "w/<str:address>/join/<str:token>/door",
    ),
    "lets somebody in or out, and changes nothing",
)  # fmt: skip
RECORDED = dict.fromkeys(
    ("w/<str:address>/commands", "w/<str:address>/outline/keep/<int:line>"),
    "is a command of the room's (A5)",
)
NOT_SHARED = {**ADDS, **ONCE, **OWN, **NOTHING_STORED, **RECORDED}


def taking_forms() -> set[str]:
    """Every address that takes a form from anybody."""
    rows = {
        **workshops.ROWS,
        **registering.ROWS,
        **notices.ROWS,
        **releases.ROWS,
        **organisations.ROWS,
        **mail.ROWS,
    }
    return {*posting.TAKING, *(address for address, row in rows.items() if row[0] == "POST")}


def test_S11b_every_form_says_what_keeps_one_person_from_undoing_another() -> None:
    named = [*SHARING, *AS_SHOWN, *NOT_SHARED]
    assert len(named) == len(set(named))
    assert taking_forms() == set(named)


def test_S11b_a_page_that_stores_a_form_settles_it_first() -> None:
    """Where a page that shows stored things in a form forgot it, its template has no seal."""
    kept = {"account/account.html", "organisations/new.html", "organisations/invitation.html"}
    for path in Path("src/footpath").rglob("templates/**/*.html"):
        text = path.read_text()
        name = str(path).partition("/templates/")[2]
        if (
            re.search(r'<form method="post"', text)
            and "workshops/field.html" in text
            and name not in kept
        ):
            assert "meanwhile/asked.html" in text or name in WITHOUT_STORED_FIELDS, name


WITHOUT_STORED_FIELDS = {
    "organisations/setup.html", "organisations/take-in.html", "organisations/members.html",
    "research/releases.html", "workshops/make.html", "workshops/code.html", "workshops/join.html",
    "account/request_login_code.html", "account/confirm_login_code.html",
    "mfa/webauthn/add_form.html", "research/paper.html", "registering/register.html",
}  # fmt: skip
"""Forms that are opened empty."""


TO = {"people": "/places", "links": "/expected"}
"""To which button a form goes, where that is not its page."""
FIELDS = {
    "notice": "audience", "questions": "q-0-text", "people": "places", "links": "expected",
    "settings": "about", "policy": "title", "project": "about", "draft": "s-0-text",
}  # fmt: skip
NUMBERS = {"people": ("7", "9"), "links": ("700", "900")}


@pytest.mark.parametrize("page", FIELDS)
def test_S11b_an_older_form_undoes_nothing_and_loses_nothing(
    convening: Convening, page: str
) -> None:
    path, field = Places(convening).paths[page], FIELDS[page]
    theirs, mine = NUMBERS.get(page, ("What Sorrel wrote", "What Heron wrote"))
    sorrel, heron = both(convening, path)
    assert sorrel.sends(to=TO.get(page, ""), **{field: theirs}).status_code == 302
    answer = heron.sends(to=TO.get(page, ""), **{field: mine})
    assert answer.status_code == 409 and theirs in asked(answer) and mine in asked(answer)
    assert "Sorrel wrote" in asked(answer)
    assert both(convening, path)[0].given[field] == theirs
    assert heron.given[field] == mine
    assert heron.sends(to=TO.get(page, "")).status_code == 302
    assert both(convening, path)[0].given[field] == mine


@pytest.mark.parametrize("page", FIELDS)
def test_S11c_a_form_that_does_not_say_what_it_was_opened_with_changes_nothing_unasked(
    convening: Convening, page: str
) -> None:
    path, field = Places(convening).paths[page], FIELDS[page]
    heron = both(convening, path)[1]
    before, typed = heron.given[field], NUMBERS.get(page, ("", "What Heron wrote"))[1]
    heron.given["opened-with"] = "forged"
    assert heron.sends(to=TO.get(page, ""), **{field: typed}).status_code == 409
    assert both(convening, path)[0].given[field] == before
    assert SEAL.search(heron.client.get(path).content.decode())


def test_S11b_projects_that_both_choose_are_both_chosen(convening: Convening) -> None:
    places = Places(convening)
    Sheet.objects.filter(pk=places.sheet.pk).update(
        version="1.0", published_at="2030-01-01T00:00:00Z"
    )
    other = Project.objects.create(organisation=convening.organisation, title="Tools")
    Sheet.objects.create(
        project=other, version="1.0", text="x", published_at="2030-01-01T00:00:00Z"
    )
    sorrel, heron = both(convening, f"/w/{places.notice.workshop.address}/contributes")
    for writer, project in ((sorrel, places.project), (heron, other)):
        assert writer.sends(projects=[project.pk]).status_code == 302
    assert set(places.notice.workshop.projects.all()) == {places.project, other}  # type: ignore[attr-defined]


def test_S11b_questions_that_both_add_are_both_asked_and_none_comes_back(
    convening: Convening,
) -> None:
    places = Places(convening)
    sorrel, heron = both(convening, places.paths["questions"])
    sorrel.sends(**{"q-0-DELETE": "on", "q-1-text": "Do you eat with us?"})
    heron.sends(**{"q-1-text": "Do you bring a child?"})
    texts = Question.objects.filter(workshop=places.notice.workshop).values_list("text", flat=True)
    assert list(texts) == ["Do you eat with us?", "Do you bring a child?"]


def test_C2_a_draft_that_somebody_else_wrote_on_is_not_thrown_away_or_published_unread(
    convening: Convening,
) -> None:
    places = Places(convening)
    sorrel, heron = both(convening, places.paths["draft"])
    sorrel.sends(text="Sorrel's sheet")
    dropped = heron.client.post(f"{heron.path}/drop", {"opened-with": heron.given["opened-with"]})
    assert (
        dropped.status_code == 409
        and Sheet.objects.get(project=places.project).text == "Sorrel's sheet"
    )
    sorrel.given = both(convening, places.paths["draft"])[0].given
    assert sorrel.sends(to="/publish", version="1.0").status_code == 302
    answer = heron.sends(to="/publish", version="1.1", changed="no")
    assert answer.status_code == 409 and "Version 1.0 was published meanwhile" in asked(answer)
    assert Sheet.objects.filter(project=places.project).exclude(published_at=None).count() == 1


def test_S11b_a_chosen_file_takes_nobodys_words_away_and_is_asked_for_again(
    convening: Convening,
) -> None:
    places = Places(convening)
    sorrel, heron = both(convening, places.paths["draft"])
    sorrel.sends(text="Sorrel's sheet")
    answer = heron.sends(
        pdf_file=SimpleUploadedFile("sheet.pdf", b"%PDF-1.7 short", "application/pdf")
    )
    assert (
        "Choose the PDF again" in answer.content.decode()
        and "The sheet was changed meanwhile" in asked(answer)
    )
    assert Sheet.objects.get(project=places.project).text == "Sorrel's sheet"


def test_S11c_a_role_a_link_and_an_invitation_are_changed_only_as_they_were_shown(
    convening: Convening,
) -> None:
    places = Places(convening)
    sorrel, heron = convening.device(convening.sorrel), convening.device(convening.heron)
    place = Membership.objects.get(account=convening.teasel)
    member = f"/o/hedgerow/members/{place.pk}"
    assert sorrel.post(member, {"to": "steward", "shown": "member"}).status_code == 302
    assert heron.post(member, {"to": "remove", "shown": "member"}).status_code == 400
    assert Membership.objects.get(pk=place.pk).role == Belonging.STEWARD
    links = both(convening, places.paths["links"])
    shown = links[0].given["shown"]
    assert sorrel.post(f"{places.paths['links']}/guest/change", {"shown": shown}).status_code == 302
    given_out = links_of(Notice.objects.get(pk=places.notice.pk).workshop, "")["guest"]
    assert heron.post(f"{places.paths['links']}/guest/change", {"shown": shown}).status_code == 409
    assert links_of(Notice.objects.get(pk=places.notice.pk).workshop, "")["guest"] == given_out


def test_W9_an_invitation_that_two_send_again_is_mailed_once_more_and_not_twice(
    convening: Convening,
) -> None:
    Places(convening)
    first = invite(convening.organisation, convening.heron, "member", "rush@example.org")
    for somebody in (convening.sorrel, convening.heron):
        convening.device(somebody).post(f"/o/hedgerow/invitations/{first.pk}", {"to": "anew"})
    assert Letter.objects.filter(purpose="invitation").count() == 1


def test_S11b_a_guest_who_facilitates_is_not_told_which_account_wrote(convening: Convening) -> None:
    places = Places(convening)
    workshop = places.notice.workshop
    fay = convening.device(None)
    join = links_of(workshop, "")["facilitator"]
    fay.post(
        join, {"arriving": "9d1f7f6e-0000-4000-8000-000000000000", "name": "Fay", "where": "online"}
    )
    sorrel, _ = both(convening, places.paths["people"])
    guest = Writer(fay, places.paths["people"])
    sorrel.sends(to="/places", places="7")
    answer = guest.sends(to="/places", places="9")
    assert answer.status_code == 409 and "Sorrel" not in asked(answer) and "7" in asked(answer)
