"""Structured data of a page, alone or within it."""

import json
from typing import Any

import pytest

from footpath.reading import Draft, NoticeUnreadable, read_notice

EVENT = {
    "@context": "https://schema.org",
    "@type": "EducationEvent",
    "name": "Who pays for breakages?",
    "startDate": "2025-06-05T18:00:00+02:00",
    "duration": "PT1H30M",
    "location": {
        "@type": "Place",
        "name": "Alder House",
        "address": {"streetAddress": "5 Alder Street"},
    },
    "audience": {"@type": "Audience", "audienceType": "People who broke something"},
    "description": "By the end we will have a list of aims. No need to register.",
}


def read(*changes: tuple[str, Any]) -> Draft:
    return read_notice(
        json.dumps(
            {key: value for key, value in {**EVENT, **dict(changes)}.items() if value is not None}
        )
    )


def asked(draft: Draft, about: str) -> str:
    return " ".join(one.question for one in draft.questions if one.about == about)


def test_W1_structured_data_fill_the_points_that_they_name() -> None:
    draft = read()
    sitting = (draft.sittings.value or [])[0]
    assert (sitting.starts_at, sitting.ends_at) == (
        "2025-06-05T18:00:00+02:00",
        "2025-06-05T19:30:00+02:00",
    )
    assert (draft.title.value, draft.audience.value) == (
        "Who pays for breakages?",
        ["People who broke something"],
    )
    assert draft.where.value and draft.where.value.address == "Alder House, 5 Alder Street"
    assert (draft.registration.value, draft.outcomes.value) == ("not needed", ["a list of aims"])


def test_W1_structured_data_are_found_within_a_page() -> None:
    script = f'<script type="application/ld+json">{json.dumps(EVENT)}</script>'
    page = f"<!doctype html><title>x</title>{script}<p>6 June 2024</p>"
    assert [one.starts_at for one in read_notice(page).sittings.value or []] == [
        "2025-06-05T18:00:00+02:00"
    ]


def test_W1_a_page_without_them_is_read_as_it_is_shown() -> None:
    script = "<script>var day = '1 May 2024'</script>"
    draft = read_notice(
        f"<html>{script}<h1>Rent&nbsp;policy</h1><p>5&#8239;June 2025, 2&ndash;4pm BST</p>"
    )
    assert (draft.title.value, draft.title.words) == ("Rent policy", "Rent&nbsp;policy")
    assert [one.starts_at for one in draft.sittings.value or []] == ["2025-06-05T14:00:00+01:00"]


def test_W1_parts_of_a_whole_are_its_sittings() -> None:
    parts = [
        {"@type": "Event", "name": name, "startDate": f"2025-06-0{day}T18:00"}
        for day, name in ((5, "One"), (6, "Two"))
    ]
    draft = read(("subEvent", parts))
    assert [(one.starts_at, one.title) for one in draft.sittings.value or []] == [
        ("2025-06-05T18:00", "One"),
        ("2025-06-06T18:00", "Two"),
    ]
    assert draft.title.value == "Who pays for breakages?"


@pytest.mark.parametrize(
    ("change", "about", "words"),
    [
        (("startDate", None), "sittings", "no beginning"),
        (("startDate", "next Thursday"), "sittings", "no date that can be relied on"),
        (("startDate", "2025-06-05"), "sittings", "a day and no time"),
        (("startDate", "2025-06-05T18:00"), "time_zone", "which time zone"),
        (("endDate", "2025-06-05T17:00:00+02:00"), "sittings", "before it begins"),
        (("eventStatus", "https://schema.org/EventCancelled"), "sittings", "cancelled"),
        (("eventStatus", "https://schema.org/EventPostponed"), "sittings", "postponed"),
        (("name", None), "title", "no title"),
        (("location", {"@type": "VirtualLocation", "name": "Zoom"}), "where", "no link"),
        (("location", None), "where", "where it takes place"),
    ],
)
def test_W2_structured_data_are_asked_what_they_leave_open(
    change: tuple[str, Any], about: str, words: str
) -> None:
    assert words in asked(read(change), about)


@pytest.mark.parametrize(
    "at",
    ["9999-12-31T23:59Z", "9999-12-31T23:59-12:00", "0001-01-01T00:00Z", "0001-01-01T00:00+12:00"],
)
def test_W3_a_date_at_an_end_of_time_is_asked_about(at: str) -> None:
    draft = read(("startDate", at), ("endDate", None), ("duration", "P999DT999H9999M"))
    assert f"“{at}” is no date that can be relied on" in asked(draft, "sittings")


@pytest.mark.parametrize(
    "text", ['{"@type": "Recipe"}', "[1, 2]", '{"@type": "Event", "startDate": NaN}']
)
def test_W3_structured_data_of_nothing_that_happens_are_refused(text: str) -> None:
    with pytest.raises(NoticeUnreadable):
        read_notice(text)
