"""What was consented to: each answer with the version that asked and the day on
which it was given.
"""

import io
import json
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from answering_people import Room, plain
from research_asking import TAKE_PART
from studying import Study

from footpath.registering.models import Registration
from footpath.research import consents, fetching
from footpath.research.answers import join, keep
from footpath.research.consents import Giver
from footpath.research.information_sheets import Sheet, Statement
from footpath.research.models import ConsentAnswer, Release
from footpath.research.withdrawing import withdraw

pytestmark = pytest.mark.django_db(transaction=True)
MARCH, APRIL = (
    int(datetime(2026, month, 3, 12, tzinfo=UTC).timestamp() * 1000) for month in (3, 4)
)


@pytest.fixture
def study() -> Iterator[Study]:
    """Five people, each with a note, who answered in March."""
    study = Study("Ash", "Briar", "Clover", "Dock", "Elder")
    ConsentAnswer.objects.update(answered_at=MARCH)
    Sheet.objects.update(sha256="ab" * 32)
    yield study
    study.end()


def corrected(study: Study, covers_before: bool = True) -> Sheet:
    """A later version of the sheet, in other words, whose statement about
    quotes is not required.
    """
    sheet = Sheet.objects.create(
        project=study.project,
        version="1.1",
        covers_before=covers_before,
        covers_earlier=True,
        sha256="cd" * 32,
        published_at="2026-03-20T00:00Z",
    )
    for purpose in ("take part", "exact quotes", "contact again"):
        Statement.objects.create(
            sheet=sheet, key=purpose, text=f"{purpose}, put better", purpose=purpose
        )
    return sheet


def answers(study: Study, name: str, sheet: Sheet, at: int, **said: str) -> None:
    giver = Giver(study.workshop, person=study.people[name])
    given = {key.replace("_", " "): answer for key, answer in said.items()}
    keep(giver, sheet, given, ConsentAnswer.Asked.OWN_PAGE, at=at)


def files_of(study: Study, release: Release) -> dict[str, bytes]:
    content = fetching.fetch(release, study.accounts["rook"])
    assert content is not None
    with zipfile.ZipFile(io.BytesIO(content)) as inside:
        return {name: inside.read(name) for name in inside.namelist()}


def processes(files: dict[str, bytes], *, several: int = 0) -> Any:
    """Of the record that has so many answers, each as statement, version, day and status."""
    graph = json.loads(files["consents.jsonld"])["@graph"]
    notices = {
        one["@id"]: one["dct:hasVersion"] for one in graph if one["@type"] == "dpv:ConsentNotice"
    }
    records = [one["dpv:hasProcess"] for one in graph if one["@type"] == "dpv:ConsentRecord"]
    return [
        (
            one["dct:identifier"],
            notices.get(one.get("dpv:hasNotice", {}).get("@id")),
            one.get("dct:date", {}).get("@value"),
            one["dpv:hasConsentStatus"].removeprefix("dpv:Consent"),
        )
        for one in (
            max(records, key=len) if several == 0 else next(r for r in records if len(r) == several)
        )
    ]


def test_C31_a_consent_record_names_the_version_that_was_answered_and_the_day(study: Study) -> None:
    corrected(study)
    files = files_of(study, study.released())
    assert processes(files)[:2] == [
        ("take part", "1", "2026-03-03", "Given"),
        ("exact quotes", "1", "2026-03-03", "Given"),
    ]
    assert b'"2.0"' not in files["consents.jsonld"] and b"put better" in files["consents.jsonld"]


def test_C31_a_changed_answer_keeps_both_each_with_its_version_and_day(study: Study) -> None:
    sheet = corrected(study)
    answers(study, "Ash", sheet, APRIL, exact_quotes="no")
    answers(study, "Ash", sheet, APRIL, exact_quotes="yes")
    files = files_of(study, study.released())
    said = [one for one in processes(files, several=5) if one[0] == "exact quotes"]
    assert said == [
        ("exact quotes", "1", "2026-03-03", "Given"),
        ("exact quotes", "1.1", "2026-04-03", "Refused"),
        ("exact quotes", "1.1", "2026-04-03", "Given"),
    ]
    rows = files["tables/answers.csv"].decode()
    assert (
        "exact quotes,no,1.1,2026-04-03,False,True" in rows
        and "exact quotes,yes,1,2026-03-03,False,True" in rows
    )


def test_C31_a_withdrawal_that_was_followed_by_a_yes_is_in_the_record(study: Study) -> None:
    giver = Giver(study.workshop, person=study.people["Ash"])
    withdraw(giver, study.project, APRIL)
    answers(study, "Ash", study.sheet, APRIL, take_part="yes", exact_quotes="yes")
    said = [
        one[3]
        for one in processes(files_of(study, study.released()), several=6)
        if one[0] == "take part"
    ]
    assert said == ["Given", "Withdrawn", "Given"]


def test_C31_what_nobody_answered_has_no_day_and_no_consent(study: Study) -> None:
    corrected(study)
    assert processes(files_of(study, study.released()))[-1] == (
        "contact again",
        None,
        None,
        "Requested",
    )


def test_C2_a_yes_to_what_is_asked_no_more_is_told_as_one_that_counts_no_more(study: Study) -> None:
    answers(study, "Ash", study.sheet, MARCH, contact_again="yes")
    sheet = corrected(study, covers_before=False)
    for name in study.people:
        answers(study, name, sheet, APRIL, take_part="yes", exact_quotes="yes")
    files = files_of(study, study.released())
    assert processes(files, several=6)[-1] == ("contact again", None, None, "Requested")
    assert b"contact again,yes" not in files["tables/permissions.csv"]
    assert b"contact again,yes,1,2026-03-03,False,False" in files["tables/answers.csv"]


def test_C11_what_is_said_again_after_a_release_was_asked_for_changes_nothing_in_it(
    study: Study,
) -> None:
    release = study.released()
    before = files_of(study, release)
    ConsentAnswer.objects.create(
        workshop=study.workshop,
        project=study.project,
        person=study.people["Ash"],
        sheet=study.sheet,
        statement="asked elsewhere",
        answer="no",
        answered_at=2**42,
    )
    assert files_of(study, release) == before


def test_C18_the_own_copy_keeps_an_answer_that_was_changed_beside_the_one_that_holds() -> None:
    room = Room()
    sam, page = room.somebody(), room.asks_for(version="1")
    sam.answers(page, take_part="yes")
    ConsentAnswer.objects.update(answered_at=MARCH)
    room.asks_for(version="2", covers_before=True)
    sam.answers(page, "2", take_part="no")
    ConsentAnswer.objects.filter(sheet__version="2").update(answered_at=APRIL)
    sam.answers(page, "2", take_part="not now")
    copy = plain(sam.sees(f"{page}/copy"))
    first, second = copy.split("to version 2 of the sheet")
    assert f"{TAKE_PART['text']} Before: Yes on 3 March 2026" in first
    assert f"{TAKE_PART['text']} Before: No on 3 April 2026" in second and "Not now on" in second


def test_W24d_who_turns_out_to_be_one_keeps_the_day_on_which_they_answered() -> None:
    room = Room()
    sam, _ = room.somebody(), room.asks_for()
    registration = Registration.objects.create(workshop=room.workshop, name="Sam", state="coming")
    asked, sheet = ConsentAnswer.Asked.REGISTERING, Sheet.objects.get()
    keep(Giver(room.workshop, registration), sheet, {"take-part": "no"}, asked, at=MARCH)
    keep(Giver(room.workshop, person=sam.id), sheet, {"take-part": "yes"}, asked, at=APRIL)
    join(registration, sam.id, 1)
    held = consents.latest(Giver(room.workshop, registration, sam.id), sheet.project)["take-part"]
    assert (held.answer, held.answered_at) == ("no", MARCH)
