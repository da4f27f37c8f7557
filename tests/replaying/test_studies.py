"""What a file says of research, in the ways in which files say it."""

from typing import Any

import pytest

from footpath.replaying.played_research import answers_of
from footpath.replaying.studies import read_studies


def told(events: list[dict[str, Any]] | None = None, **file: Any) -> Any:
    return read_studies({"date": "2024-06-13", "timezone": "Europe/London", **file}, events or [])


def test_C2_a_version_that_was_answered_and_never_announced_was_there_from_the_beginning() -> None:
    found = told([{"do": "consent", "study": "R2", "sheet": "2.0", "by": "A"}])
    assert [(one.study, one.version, one.at_ms) for one in found.published] == [("R2", "2.0", None)]


def test_C2_an_older_version_that_was_answered_comes_before_the_newer_one() -> None:
    found = told(
        [
            {"do": "consent", "study": "R", "sheet": version, "by": "A"}
            for version in ("10.0", "9.1")
        ]
    )
    assert [one.version for one in found.published] == ["9.1", "10.0"]


@pytest.mark.parametrize("version", ["1.²", "9" * 5_000, "Ⅷ", "-", "first"])
def test_S4_a_version_may_be_called_anything(version: str) -> None:
    [found] = told([{"do": "consent", "study": "R", "sheet": version, "by": "A"}]).published
    assert found.version == version


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        ({"covers": True}, True),
        ({"asks_again": True}, False),
        ({"change": "a typo was corrected"}, True),
        ({"change": "asks also for the archive"}, False),
        ({}, False),
        ({"change": "a correction: it adds a question"}, False),
    ],
)
def test_C2_whether_old_answers_hold_is_what_the_file_says_and_otherwise_no(
    said: dict[str, Any], holds: bool
) -> None:
    found = told(
        information_sheets=[{"study": "R", "version": "1"}, {"study": "R", "version": "2", **said}]
    )
    assert found.published[-1].covers_before is holds


def test_C2_a_study_that_its_sheets_alone_name_is_a_study() -> None:
    found = told(information_sheets=[{"study": "R", "version": "1"}])
    assert ([one.id for one in found.studies], [one.study for one in found.published]) == (
        ["R"],
        ["R"],
    )


@pytest.mark.parametrize(
    "named", [("R", "R"), (None, "R"), ("R", None)], ids=["in both", "below", "at the top"]
)
def test_C2_a_version_told_at_the_top_and_again_as_an_event_is_one_and_what_either_says_holds(
    named: tuple[str | None, str | None],
) -> None:
    above, below = ({"study": study} if study else {} for study in named)
    top = {**above, "version": 2, "change": "a typo was corrected"}
    event = {"do": "information_sheet", **below, "version": "2", "at_ms": 7}
    found = told([event], information_sheets=[{"study": "R", "version": "1"}, top])
    assert [(one.version, one.covers_before, one.at_ms) for one in found.published] == [
        ("1", False, None),
        ("2", True, 7),
    ]


@pytest.mark.parametrize(
    ("covers", "reaches"),
    [
        (None, False),
        ("the whole session", True),
        ("from consent on", False),
        ("what is said after it", False),
        (True, True),
        ("also what was said before", True),
    ],
)
def test_C6a_an_answer_reaches_back_only_where_the_file_says_so(covers: Any, reaches: bool) -> None:
    found = told(studies=[{"id": "R", "covers": covers}])
    assert found.studies[0].covers_earlier is reaches


@pytest.mark.parametrize(
    "given", [[{"study": "R", "answer": "no"}], {"R": "no"}, {"R": {"answer": "No, not this year"}}]
)
def test_C5_an_organisations_no_is_read_in_each_form(given: Any) -> None:
    assert [(one.study, one.agreed) for one in told(organisation_consent=given).agreed] == [
        ("R", False)
    ]


def test_C5_a_study_of_which_the_organisation_said_nothing_has_no_agreement() -> None:
    assert told(studies=[{"id": "R"}]).agreed == ()


@pytest.mark.parametrize(
    ("consent", "answers"),
    [
        ({"answer": "yes", "quotes": "exact"}, ("yes", "yes", "yes", "yes")),
        ({"answer": "yes", "quotes": "paraphrase only"}, ("yes", "no", "yes", "yes")),
        ({"answer": "yes", "quotes": "exact, organisation hidden"}, ("yes", "yes", "yes", "no")),
        ({"answer": "yes", "quotes": None}, ("yes", "no", "yes", "yes")),
        ({"answer": "no", "quotes": None}, ("no", "no", "no", "no")),
        ({"answer": "later"}, ("not now", "not now", "not now", "not now")),
    ],
)
def test_C9_what_a_consent_allows_is_answered_statement_by_statement(
    consent: dict[str, Any], answers: tuple[str, ...]
) -> None:
    given = answers_of(consent)
    assert (
        tuple(given[key] for key in ("take-part", "quotes", "paraphrase", "organisation"))
        == answers
    )
