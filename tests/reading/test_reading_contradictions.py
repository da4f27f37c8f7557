"""What does not hold together in a notice is asked in the words of the notice."""

from datetime import date

import pytest

from footpath.reading import Draft, read_notice

TODAY = date(2025, 1, 1)
STEPS = "1. Gather\n2. Aims\n3. {third}\n4. Reflect\n5. {fifth}\n"


def asked(text: str, about: str) -> str:
    return " ".join(
        one.question for one in read_notice(text, today=TODAY).questions if one.about == about
    )


CONTRADICTIONS = [
    ("Tuesday 19 March, 2-4pm", "sittings", "no year"),
    ("Wednesday 19 March 2024, 2-4pm", "sittings", "is a Tuesday"),
    ("30 February 2025, 2-4pm", "sittings", "no such day"),
    ("29 February 2025, 2-4pm", "sittings", "no such day"),
    ("05/06/2025, 2-4pm", "sittings", "day or the month first"),
    ("5 June 2025, 1-2", "sittings", "morning, afternoon or evening"),
    ("5 June 2025, 4pm-2pm", "sittings", "before it begins"),
    ("5 June 2025 from 2pm", "sittings", "not when it ends"),
    ("A two-hour workshop\n\n5 June 2025, 2-5pm", "sittings", "2 hours"),
    (
        "Three sessions on rent\n\n- 5 June 2025, 2-3pm\n- 6 June 2025, 2-3pm",
        "sittings",
        "Three sessions",
    ),
    ("5 June 2025, 10:00-11:00 UK time (10:00-11:00 UTC)", "sittings", "not the same time"),
    ("5 June 2025, 2-4pm and on 5 June 2025, 3-5pm", "sittings", "overlap"),
    ("5 June 2025, 10am-12pm. 10am-11am", "sittings", "overlap"),
    ("Sunday 30 March 2025, 1.30am to 3am UK time", "sittings", "left out"),
    ("Sunday 26 October 2025, 1.30am to 3am UK time", "sittings", "comes twice"),
    ("5 June 2025, 2-4pm IST", "time_zone", "several time zones"),
    ("8 July 2025, 2-4pm GMT", "time_zone", "summer time"),
    ("We meet on Zoom.", "where", "no link"),
    ("Venue: tbc", "where", "tbc"),
    ("We look for input into's policy.", "organisation", "into's"),
    ("If and participants consent, it is used.", "organisation", "If and participants"),
    ("Help with a policy that we are developing\n\nCome.", "organisation", "we are developing"),
    ("[Name of co-op] invites you.", "organisation", "never filled in"),
    (
        STEPS.format(third="Tell", fifth="Use what came from steps 4 and 5"),
        "method",
        "which is itself",
    ),
    (STEPS.format(third="Tell", fifth="Use what came from step 9"), "method", "no step 9"),
    (STEPS.format(third="Use what was found in step 5", fifth="Draw"), "method", "comes later"),
    ("It has six steps:\n\n" + STEPS.format(third="Tell", fifth="Draw"), "method", "lists 5"),
    (
        "5 June 2025, 1-3pm\n\n- Aims 30 min\n- Stories 60 min\n- Process 20 min",
        "method",
        "110 minutes",
    ),
    ("It helps two research projects:\n\n- Research into rent\n", "research", "lists 1"),
    (
        "It helps one research project:\n\n- Research into how we are developing\n",
        "research",
        "cut short",
    ),
    ("Booking essential. Just turn up on the day.", "registration", "must people register"),
    ("CANCELLED: rent workshop, 5 June 2025, 2-4pm", "sittings", "will it be held"),
]


@pytest.mark.parametrize(
    ("text", "about", "words"), CONTRADICTIONS, ids=[text[:40] for text, _, _ in CONTRADICTIONS]
)
def test_W2_a_contradiction_is_asked(text: str, about: str, words: str) -> None:
    assert words in asked(f"Rent policy\n\n{text}" if "CANCELLED" not in text else text, about)


WHOLE = """Rent policy: how do we decide?

Thursday 5 June 2025, 1-3pm UK time, on Jitsi: https://meet.jit.si/rent-policy-5
Who it is for: anyone who pays rent here.
By the end we will have the aims of a policy.
Register at https://tickets.example/rent or just turn up.

In two steps:

1. Tell, as it was
2. Draw from step 1 how it should go

It contributes to one research project if you consent; see the information sheet:

- Research into how co-ops decide
"""


def test_W2_nothing_is_asked_of_a_notice_that_says_it_all() -> None:
    assert read_notice(WHOLE, today=TODAY).questions == []


def test_W1_a_local_time_without_a_zone_is_given_without_one() -> None:
    draft: Draft = read_notice("Rent\n\n5 June 2025, 2-4pm", today=TODAY)
    assert [one.starts_at for one in draft.sittings.value or []] == ["2025-06-05T14:00"]


def test_W2_a_year_is_suggested_where_the_weekday_fits() -> None:
    draft = read_notice("Rent\n\nTuesday 19 March, 2-4pm", today=TODAY)
    assert draft.sittings.value is None
    assert [way[0].starts_at for way in draft.sittings.suggested] == [
        "2024-03-19T14:00",
        "2030-03-19T14:00",
        "2019-03-19T14:00",
    ]
