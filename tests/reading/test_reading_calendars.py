"""Calendar files: what they say is read, and what is broken or endless is refused at once."""

from itertools import count

import pytest

from footpath.reading import Draft, NoticeUnreadable, read_notice

NUMBER = count()


def entry(*lines: str) -> str:
    return "\r\n".join(
        ["BEGIN:VEVENT", f"UID:{next(NUMBER)}@loaf.example", *lines, "END:VEVENT", ""]
    )


def calendar(*entries: str, head: str = "") -> Draft:
    return read_notice(
        f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{head}{''.join(entries)}END:VCALENDAR\r\n"
    )


def asked(draft: Draft, about: str) -> str:
    return " ".join(one.question for one in draft.questions if one.about == about)


def test_W1_a_calendar_with_a_zone_says_when_to_the_minute() -> None:
    lines = (
        "SUMMARY:Bread prices",
        "DTSTART;TZID=Europe/Berlin:20250610T180000",
        "DURATION:PT1H30M",
        "LOCATION:Zoom",
    )
    draft = calendar(entry(*lines))
    sitting = (draft.sittings.value or [])[0]
    assert (sitting.starts_at, sitting.ends_at) == (
        "2025-06-10T18:00:00+02:00",
        "2025-06-10T19:30:00+02:00",
    )
    assert (draft.time_zone.value, draft.title.value) == ("Europe/Berlin", "Bread prices")
    assert draft.where.value and draft.where.value.platform == "Zoom"


def test_W1_an_entry_without_an_outer_calendar_is_read() -> None:
    draft = read_notice(entry("SUMMARY:Rota", "DTSTART:20250610T180000Z", "DTEND:20250610T190000Z"))
    assert draft.sittings.value and draft.sittings.value[0].starts_at == "2025-06-10T18:00:00+00:00"


def test_W1_entries_with_one_title_are_its_sittings() -> None:
    days = [
        entry("SUMMARY:Rota", f"DTSTART;TZID=Europe/London:202506{day}T180000") for day in (17, 10)
    ]
    draft = calendar(*days)
    starts = [one.starts_at for one in draft.sittings.value or []]
    assert starts == ["2025-06-10T18:00:00+01:00", "2025-06-17T18:00:00+01:00"]


@pytest.mark.parametrize("until", ["20250624T160000Z", "20250624", "20250624T180000"])
def test_W1_a_short_row_of_dates_is_read_to_its_last(until: str) -> None:
    rule = f"RRULE:FREQ=WEEKLY;UNTIL={until}"
    draft = calendar(
        entry(
            "DTSTART;TZID=Europe/Berlin:20250610T180000",
            "DURATION:PT1H",
            rule,
            "EXDATE:20250617T160000Z",
        )
    )
    starts = [one.starts_at for one in draft.sittings.value or []]
    assert starts == ["2025-06-10T18:00:00+02:00", "2025-06-24T18:00:00+02:00"]


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("/freeassociation.sourceforge.net/Europe/Paris", "Europe/Paris"),
        ("GMT Standard Time", "Europe/London"),
        ("W. Europe Standard Time", "Europe/Berlin"),
    ],
)
def test_W1_zones_are_known_by_the_names_that_calendars_give_them(name: str, known: str) -> None:
    draft = calendar(entry(f"DTSTART;TZID={name}:20250610T180000"))
    assert draft.time_zone.value == known


@pytest.mark.parametrize(
    ("lines", "about", "words"),
    [
        (["SUMMARY:Rota"], "sittings", "no beginning"),
        (["DTSTART:20250610T180000"], "time_zone", "time zone"),
        (["DTSTART;TZID=Middle Earth:20250610T180000"], "time_zone", "Middle Earth"),
        (["DTSTART;VALUE=DATE:20250610"], "sittings", "whole day"),
        (["DTSTART:20250610T180000Z", "DURATION:P2D"], "sittings", "longer than a day"),
        (["DTSTART:00010610T180000Z"], "sittings", "no time"),
        (["DTSTART:20250610T180000Z", "RRULE:FREQ=SECONDLY"], "sittings", "repeats"),
        (["DTSTART:20250610T180000Z", "STATUS:CANCELLED"], "sittings", "cancelled"),
        (["DTSTART:20251350T180000Z"], "sittings", "no time"),
        (["DTSTART;TZID=Europe/London:20250330T013000"], "sittings", "left out"),
        (["DTSTART;TZID=Europe/London:20251026T013000"], "sittings", "comes twice"),
    ],
)
def test_W2_a_calendar_is_asked_what_it_leaves_open(
    lines: list[str], about: str, words: str
) -> None:
    assert words in asked(calendar(entry(*lines)), about)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:cut", "cut off"),
        ("BEGIN:VCALENDAR\nEND:VEVENT\nEND:VCALENDAR", "broken"),
        ("BEGIN:VCALENDAR\nEND:VCALENDAR", "no entry"),
        (
            "BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\nEND:VEVENT\n" * 40_000 + "END:VCALENDAR",
            "40,000 entries",
        ),
        ("BEGIN:VCALENDAR\n" + "BEGIN:X\n" * 50_000, "nested too deeply"),
        ("BEGIN:VCALENDAR\n" + "X" * 2_000_000, "larger than"),
        ('{"@type":' * 100_000, "nested too deeply"),
        ('{"@context": "https://schema.org", "@type": "Event", ', "not well-formed"),
        ("\x00\x01\x02\x03 \x04\x05", "no words"),
        (" \n ", "nothing"),
    ],
)
def test_W3_what_is_broken_or_endless_is_refused_with_a_reason(text: str, why: str) -> None:
    with pytest.raises(NoticeUnreadable, match=why):
        read_notice(text)
