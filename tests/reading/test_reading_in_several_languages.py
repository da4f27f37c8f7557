"""Days, hours and what is not read, in English, German, French, Spanish and Welsh."""

import gettext
from datetime import date
from pathlib import Path

import django
import pytest

from footpath.reading import Draft, read_notice

TODAY = date(2025, 1, 1)
CATALOGUES = Path(django.__file__).parent / "conf" / "locale"
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def read(text: str) -> Draft:
    return read_notice(f"Rent policy\n\n{text}", today=TODAY)


def times(text: str) -> list[tuple[str | None, str | None]]:
    return [(one.starts_at, one.ends_at) for one in read(text).sittings.value or []]


def asked(text: str, about: str) -> str:
    return " ".join(one.question for one in read(text).questions if one.about == about)


@pytest.mark.parametrize("language", ["de", "fr", "es", "cy"])
def test_W1_every_month_and_day_that_django_names_is_read(language: str) -> None:
    said = gettext.translation("django", CATALOGUES, [language]).gettext
    dates = [
        f"{said(DAYS[date(2026, month, 5).weekday()])} 5 {said(name)} 2026"
        for month, name in enumerate(MONTHS, 1)
    ]
    assert [times(f"{one}, 18:00-20:00") for one in dates] == [
        [(f"2026-{month:02}-05T18:00", f"2026-{month:02}-05T20:00")] for month in range(1, 13)
    ]


ON = "2026-11-03"
HOURS = [
    ("Tuesday 3 November 2026, half past six to eight in the evening", "18:30", "20:00"),
    (
        "Tuesday 3 November 2026, from quarter past two until quarter to four in the afternoon",
        "14:15",
        "15:45",
    ),
    ("Tuesday 3 November 2026, from half six to eight in the evening", "18:30", "20:00"),
    ("Tuesday 3 November 2026, 10 to 12am", "10:00", "12:00"),
    ("Tuesday 3 November 2026, 10:30-12 am", "10:30", "12:00"),
    ("Tuesday 3 November 2026, from two to four pm", "14:00", "16:00"),
    ("Tuesday 3 November 2026, six - ten pm", "18:00", "22:00"),
    ("Tuesday 3 November 2026, between five and seven in the evening", "17:00", "19:00"),
    ("Dienstag, 3. November 2026, von zwei bis vier Uhr nachmittags", "14:00", "16:00"),
    ("martes 3 de noviembre de 2026, de cinco a siete de la tarde", "17:00", "19:00"),
    ("am Dienstag, den 3. November 2026, von 10 bis 12 Uhr", "10:00", "12:00"),
    ("Di., 3.11.2026, 14 Uhr 30 bis 16 Uhr", "14:30", "16:00"),
    ("Dienstagabend, 3. November 2026, halb sieben bis acht Uhr", "18:30", "20:00"),
    ("Dienstag, 3. November 2026, 6 bis 8 Uhr abends", "18:00", "20:00"),
    ("mardi 3 novembre 2026, 18h30-20h", "18:30", "20:00"),
    ("le mardi 3 novembre 2026 de 14 à 16 heures", "14:00", "16:00"),
    ("mar. 3 nov. 2026, de 10 h 15 à midi", "10:15", "12:00"),
    ("El martes, 3 de noviembre de 2026, de 10 a 12 h", "10:00", "12:00"),
    ("martes 3 de noviembre de 2026, de 5 a 7 de la tarde", "17:00", "19:00"),
    ("martes 3 de noviembre de 2026, entre las 18:00 y las 20:00 horas", "18:00", "20:00"),
    ("dydd Mawrth, 3 Tachwedd 2026, 10yb - 12yp", "10:00", "12:00"),
    ("nos Fawrth, 3ydd o Dachwedd 2026, 7 tan 9yh", "19:00", "21:00"),
    ("dydd Mawrth 3 Tachwedd 2026, o 2 y prynhawn tan 4 y prynhawn", "14:00", "16:00"),
]


@pytest.mark.parametrize(("text", "starts", "ends"), HOURS, ids=[text for text, _, _ in HOURS])
def test_W1_hours_are_read_as_each_language_says_them(text: str, starts: str, ends: str) -> None:
    assert times(text) == [(f"{ON}T{starts}", f"{ON}T{ends}")]


@pytest.mark.parametrize(
    ("hour", "starts"),
    [
        ("twenty to eight pm", "19:40"),
        ("at ten to eight pm", "19:50"),
        ("five minutes to one pm", "12:55"),
        ("starts at twenty-five to eight pm", "19:35"),
        ("ten before eight pm", "19:50"),
    ],
)
def test_W1_minutes_before_an_hour_are_read(hour: str, starts: str) -> None:
    assert times(f"3 November 2026, {hour}") == [(f"{ON}T{starts}", None)]


@pytest.mark.parametrize(
    "hour",
    [
        "ten to eight pm",
        "from ten to four pm",
        "five to seven in the evening",
        "ten till eight o'clock",
        "nine to five",
        "at ten to twelve pm",
        "de dix-huit heures à vingt heures",
        "o ddau tan bedwar o'r gloch",
    ],
)
def test_W2_an_hour_that_can_be_meant_in_two_ways_is_not_half_read(hour: str) -> None:
    """Ten minutes before eight, or from ten until eight: neither, and no eight
    o'clock that nobody said.
    """
    text = f"Tuesday 3 November 2026, {hour}"
    assert times(text) == [(ON, None)]
    assert f"I could not read “{text}”: at what time does it begin?" in asked(text, "sittings")


def test_W1_a_day_that_two_languages_name_is_one_sitting() -> None:
    text = "Dydd Mawrth, 3 Tachwedd 2026, 2pm-4pm\nTuesday 3 November 2026, 2pm-4pm"
    assert times(text) == [(f"{ON}T14:00", f"{ON}T16:00")]


def test_W1_two_sessions_of_a_day_are_two_sittings() -> None:
    text = "3 November 2026\nMoney and who decides, 10:00-11:00\nLeave and who covers, 11:00-12:00"
    assert times(text) == [(f"{ON}T10:00", f"{ON}T11:00"), (f"{ON}T11:00", f"{ON}T12:00")]
    assert [one.title for one in read(text).sittings.value or []] == [
        "Money and who decides",
        "Leave and who covers",
    ]


def test_W1_a_deadline_in_any_language_is_no_sitting() -> None:
    until = [
        "Anmeldung bis zum 20. Oktober",
        "S'inscrire avant le 20 octobre",
        "Plazo: hasta el 20 de octubre",
    ]
    until += [
        "Dyddiad cau: 20 Hydref",
        "Penderfynwyd nos Fawrth, 20 Hydref",
        "Closing date for ideas: 20 October",
    ]
    for one in until:
        assert times(f"3 November 2026, 2-4pm\n\n{one}") == [(f"{ON}T14:00", f"{ON}T16:00")]
        assert "20" not in asked(f"3 November 2026, 2-4pm\n\n{one}", "sittings")


@pytest.mark.parametrize(
    "text",
    [
        "Slides will be online from 1 November.",
        "Register online.",
        "Everything will also be available online.",
        "Die Unterlagen stehen online.",
        "Tickets can be had online at https://tickets.example",
        "See our online shop.",
    ],
)
def test_W1_papers_and_forms_that_are_online_are_no_meeting(text: str) -> None:
    where = read(f"3 November 2026, 2-4pm, Hut 3, CH41 2AB. {text}").where.value
    assert where is not None
    assert (where.kind, where.address) == ("in person", "Hut 3, CH41 2AB")


UNREAD = [
    ("Wendesday 11th Novmber 2026, 6-8pm", "sittings", "“Wendesday 11th Novmber 2026, 6-8pm”"),
    ("Tomorrow at 3pm.", "sittings", "“Tomorrow at 3pm”"),
    ("3 November 2026, 12am to 2pm", "sittings", "“12am to 2pm”"),
    ("Sobota 7 listopada 2026, godz. 18-20", "sittings", "“Sobota 7 listopada 2026, godz. 18-20”"),
    ("3 November 2026, 2-4pm, Depot", "where", "“Depot”"),
    ("3 November 2026, 2-4pm. We are in the kitchen.", "where", "“We are in the kitchen”"),
    ("3 November 2026, 2-4pm. Our online world grows.", "where", "“Our online world grows”"),
    ("3 novembre 2026. È gradita la prenotazione.", "registration", "“È gradita la prenotazione”"),
    ("We praten. Iedereen is welkom.", "audience", "“Iedereen is welkom”"),
]


@pytest.mark.parametrize(("text", "about", "words"), UNREAD, ids=[text for text, _, _ in UNREAD])
def test_W2_what_is_said_but_not_read_is_called_so_in_its_words(
    text: str, about: str, words: str
) -> None:
    assert f"I could not read {words}" in asked(text, about)


def test_W2_of_a_language_that_is_not_read_nothing_is_said_to_be_missing() -> None:
    text = (
        "Spotkanie o zasadach zakupów jest dla nas ważne i odbędzie się na sali oraz w sieci, a "
        "potem na zewnątrz."
    )
    draft = read_notice(text, today=TODAY)
    assert not [one.question for one in draft.questions if "does not say" in one.question]


def test_W2_joined_words_that_lead_to_the_same_are_no_gap() -> None:
    assert not asked("For people with experience of or interest in care.", "organisation")
    assert "If and participants" in asked(
        "If and participants of it consent, it is used.", "organisation"
    )


def test_W2_parts_of_a_day_are_not_missing_sittings() -> None:
    assert "Six sessions" not in asked(
        "3 November 2026, 10am-5pm. Six sessions of 1 h each.", "sittings"
    )


def test_W1_two_halls_of_one_name_are_told_apart() -> None:
    text = (
        "- Ashby, Parish Hall: 3 November 2026, 2-4pm\n- Elmet, Parish Hall: 4 November 2026, 2-4pm"
    )
    assert [one.place for one in read(text).sittings.value or []] == [
        "Ashby, Parish Hall",
        "Elmet, Parish Hall",
    ]
    assert (
        where := read(text).where.value
    ) and where.address == "Ashby, Parish Hall; Elmet, Parish Hall"


@pytest.mark.parametrize(
    ("said", "begins"),
    [
        ("mardi 6 mai 2031 à midi et quart", "12:15"),
        ("mardi 6 mai 2031 à minuit moins le quart", "23:45"),
        ("mardi 6 mai 2031 à sept heures et demie du soir", "19:30"),
        ("mardi 6 mai 2031, 14 heures et quart", "14:15"),
        ("martes 6 de mayo de 2031 a las siete y media de la tarde", "19:30"),
        ("martes 6 de mayo de 2031, 7 menos cuarto de la tarde", "18:45"),
        ("Tuesday 6 May 2031 at half past noon", "12:30"),
        ("Tuesday 6 May 2031, five past 7 pm", "19:05"),
        ("Dienstag 6. Mai 2031 um halb acht abends", "19:30"),
        ("Dienstag 6. Mai 2031, viertel acht abends", "19:15"),
        ("Dienstag 6. Mai 2031, fünf vor halb acht abends", "19:25"),
        ("Dydd Mawrth 6 Mai 2031, deg munud wedi saith y nos", "19:10"),
    ],
)
def test_W1_minutes_that_are_said_around_an_hour_are_not_dropped(said: str, begins: str) -> None:
    assert times(said) == [(f"2031-05-06T{begins}", None)]


def test_W1_a_part_of_the_day_behind_the_hour_keeps_its_end() -> None:
    said = "Dydd Mawrth 6 Mai 2031, 7 o'r gloch yr hwyr hyd 9"
    assert times(said) == [("2031-05-06T19:00", "2031-05-06T21:00")]


@pytest.mark.parametrize(
    "said", ["Lundi 3 mars 2031, 10h-12h puis 14h-16h", "3. März 2031, 10-12 Uhr sowie 14-16 Uhr"]
)
def test_W1_two_sessions_of_one_day_are_two(said: str) -> None:
    assert times(said) == [
        ("2031-03-03T10:00", "2031-03-03T12:00"),
        ("2031-03-03T14:00", "2031-03-03T16:00"),
    ]


@pytest.mark.parametrize(
    ("said", "about"),
    [
        (
            "First session: Monday 3 March 2031 10am-12pm. Second session, same day, 2pm-4pm.",
            "2pm-4pm",
        ),
        ("Monday 3 March 2031 10am to noon; lunch; 1pm to 3pm", "1pm to 3pm"),
        ("3. März 2031, 10-12 Uhr. Am selben Tag noch einmal 14-16 Uhr.", "14-16 Uhr"),
    ],
)
def test_W1_other_times_behind_those_of_a_day_are_asked_about_and_not_dropped(
    said: str, about: str
) -> None:
    assert (
        f"The notice also says “{about}”: is there another sitting then, on the same day?"
        in asked(said, "sittings")
    )


def test_W1_hours_that_are_no_sittings_are_not_asked_about() -> None:
    for said in (
        "The office is open 9am-5pm.",
        "Lunch is at 12.30pm.",
        "We begin with hello, 10am-11am, then work, 11am-noon.",
    ):
        assert asked(f"Monday 3 March 2031, 10am-12pm. {said}", "sittings") == ""
