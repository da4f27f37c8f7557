"""Rows of dates in calendar files as programs write them, times that cannot be, and
rows made to be slow.
"""

from typing import Any

import pytest

from footpath.reading import Draft, NoticeUnreadable, read_notice

WEEKLY = (
    "UID:1",
    "DTSTART;TZID=America/New_York:20250610T180000",
    "DTEND;TZID=America/New_York:20250610T190000",
)
FIRST = ("2025-06-10T18:00:00-04:00", "2025-06-10T19:00:00-04:00")


def entry(*lines: str) -> str:
    return "\r\n".join(["BEGIN:VEVENT", "SUMMARY:Rota", *lines, "END:VEVENT", ""])


def calendar(*entries: str) -> Draft:
    return read_notice(f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{''.join(entries)}END:VCALENDAR\r\n")


def hours(draft: Draft) -> list[tuple[str | None, str | None]]:
    return [(one.starts_at, one.ends_at) for one in draft.sittings.value or []]


def days(draft: Draft) -> list[str]:
    return [(starts or "")[5:10] for starts, _ in hours(draft)]


def asked(draft: Draft) -> str:
    return " ".join(one.question for one in draft.questions if one.about == "sittings")


@pytest.mark.parametrize(
    ("rule", "dates"),
    [
        ("FREQ=WEEKLY;COUNT=3", ["06-10", "06-17", "06-24"]),
        ("FREQ=WEEKLY;UNTIL=20250624T180000", ["06-10", "06-17", "06-24"]),
        ("FREQ=WEEKLY;UNTIL=20250624T220000Z", ["06-10", "06-17", "06-24"]),
        ("FREQ=WEEKLY;UNTIL=20250624T215959Z", ["06-10", "06-17"]),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=4;WKST=MO",
            ["06-10", "06-12", "06-24", "06-26"],
        ),
        ("FREQ=MONTHLY;BYDAY=2TU;COUNT=3", ["06-10", "07-08", "08-12"]),
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2;COUNT=2", ["06-10"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=2;COUNT=2", ["06-10"]),
        ("FREQ=MONTHLY;BYMONTHDAY=10;COUNT=2", ["06-10", "07-10"]),
        ("FREQ=DAILY;BYDAY=TU,WE;COUNT=2", ["06-10", "06-11"]),
    ],
)
def test_W1_a_bounded_rule_gives_its_dates_by_the_workshops_clock(
    rule: str, dates: list[str]
) -> None:
    draft = calendar(entry(*WEEKLY, f"RRULE:{rule}"))
    assert days(draft) == dates and hours(draft)[0] == FIRST
    assert ("repeats" in asked(draft)) == (len(dates) == 1)


def test_W1_the_last_weekday_of_each_month_is_read() -> None:
    last = (
        "DTSTART:20250624T180000Z",
        "DURATION:PT1H",
        "RRULE:FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-1;COUNT=3",
    )
    assert days(calendar(entry(*last))) == ["06-24", "07-29", "08-26"]


@pytest.mark.parametrize(("changed", "dates", "question"), [
    (["RECURRENCE-ID:20250617T220000Z", "DTSTART;TZID=America/New_York:20250618T180000",
      "DTEND;TZID=America/New_York:20250618T190000"], ["06-10", "06-18", "06-24", "07-01"], ""),
    (
        ["RECURRENCE-ID;TZID=America/New_York:20250617T180000", "STATUS:CANCELLED"],
        ["06-10", "06-24", "07-01"], "on 2025-06-17 is cancelled",
    ),
    (
        [
            "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=America/New_York:20250624T180000",
            "DTSTART;TZID=America/New_York:20250625T180000",
            "DTEND;TZID=America/New_York:20250625T193000",
        ],
        ["06-10", "06-17", "06-25", "07-02"], "",
    ),
    (
        [
            "RECURRENCE-ID;TZID=America/New_York:20250617T180000",
            "DTSTART;TZID=America/New_York:20250617T180000",
            "DTEND;TZID=America/New_York:20250617T170000",
        ],
        ["06-10", "06-24", "07-01"], "ends before it begins",
    ),
])  # fmt: skip
def test_W1_one_time_of_a_row_that_was_changed_takes_the_place_of_the_old(
    changed: list[str], dates: list[str], question: str
) -> None:
    draft = calendar(entry(*WEEKLY, "RRULE:FREQ=WEEKLY;COUNT=4"), entry("UID:1", *changed))
    assert days(draft) == dates and question in asked(draft)


def test_W1_times_that_are_added_keep_the_length_that_is_given_with_them() -> None:
    draft = calendar(
        entry(*WEEKLY, "RDATE;VALUE=PERIOD:20250701T220000Z/PT2H,20250708T220000Z/20250708T223000Z")
    )
    assert hours(draft)[1:] == [
        ("2025-07-01T22:00:00+00:00", "2025-07-02T00:00:00+00:00"),
        ("2025-07-08T22:00:00+00:00", "2025-07-08T22:30:00+00:00"),
    ]


def test_W2_no_hour_is_made_up_for_a_day_that_is_added() -> None:
    draft = calendar(entry(*WEEKLY, "RDATE;VALUE=DATE:20250701"))
    assert hours(draft) == [FIRST] and "adds dates" in asked(draft)


def test_W2_a_rule_that_meets_the_change_of_clocks_is_asked_about() -> None:
    night = (
        "DTSTART;TZID=Europe/London:20250323T013000",
        "DTEND;TZID=Europe/London:20250323T023000",
    )
    draft = calendar(entry(*night, "RRULE:FREQ=WEEKLY;COUNT=2"))
    assert hours(draft)[1] == (
        "2025-03-30T01:30",
        "2025-03-30T02:30",
    ) and "01:30 is left out" in asked(draft)


@pytest.mark.parametrize("rule", [
    "FREQ=WEEKLY", "FREQ=WEEKLY;COUNT=13", "FREQ=DAILY;UNTIL=99991231T000000Z",
    "FREQ=WEEKLY;UNTIL=20250101", "FREQ=SECONDLY;COUNT=2", "FREQ=WEEKLY;INTERVAL=0;COUNT=2",
    "FREQ=WEEKLY;COUNT=0", "FREQ=WEEKLY;COUNT=x", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=2",
    "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=9;COUNT=2", "FREQ=WEEKLY;BYDAY=MO;COUNT=2",
    "FREQ=WEEKLY;COUNT=2;UNTIL=20250701", "COUNT=2", "x",
])  # fmt: skip
def test_W2_a_rule_with_too_many_dates_or_without_its_first_is_asked_about(rule: str) -> None:
    draft = calendar(entry(*WEEKLY, f"RRULE:{rule}"))
    assert hours(draft) == [FIRST] and f"repeats ({rule})" in asked(draft)


@pytest.mark.parametrize(
    ("start", "end", "why"),
    [
        ("DTSTART:20250610T180000Z", ["DTEND:20250610T170000Z"], "ends before it begins"),
        ("DTSTART:20250610T180000Z", ["DTEND:20250610T180000Z"], "takes no time at all"),
        ("DTSTART:20250610T180000Z", ["DURATION:-PT1H"], "ends before it begins"),
        ("DTSTART:20250610T180000Z", ["DURATION:-P9999W"], "ends before it begins"),
        ("DTSTART:20250610T180000Z", ["DURATION:PT0S"], "takes no time at all"),
        ("DTSTART:20250610T180000Z", ["DURATION:P9999W"], "takes longer than 31 days"),
        ("DTSTART:20250610T180000Z", ["DURATION:P99999999999W"], "has an end that cannot be read"),
        ("DTSTART:20250610T180000Z", ["DURATION:1 hour"], "has an end that cannot be read"),
        ("DTSTART:20250610T180000Z", ["DTEND:20250610T250000Z"], "has an end that cannot be read"),
        (
            "DTSTART:20250610T180000Z",
            ["DTEND:20250610T200000"],
            "has a beginning and an end of different",
        ),
        (
            "DTSTART:20250610T180000Z",
            ["DTEND:20250610T200000Z", "DURATION:PT1H"],
            "is given two ends",
        ),
        (
            "DTSTART;VALUE=DATE:20250610",
            ["DTEND:20250610T200000Z"],
            "has a beginning and an end of different",
        ),
        ("DTSTART;VALUE=DATE:20250610", ["DURATION:PT2H"], "is for whole days and lasts hours"),
        ("DTSTART;VALUE=DATE:20250610", ["DTEND;VALUE=DATE:20250609"], "ends before it begins"),
    ],
)
def test_W3_an_entry_that_cannot_be_is_left_out_with_its_reason_and_the_others_are_read(
    start: str, end: list[str], why: str
) -> None:
    broken = entry("UID:1", start, *end, "RRULE:FREQ=WEEKLY;COUNT=3").replace("Rota", "Broken")
    draft = calendar(broken, entry("UID:2", *WEEKLY[1:]))
    assert hours(draft) == [FIRST] and f"“Broken” {why}" in asked(draft)


@pytest.mark.parametrize(
    "end", [["DTEND:20250610T200000Z", "DURATION:PT2H"], ["DURATION:PT2H"], ["DURATION:+PT120M"]]
)
def test_W1_a_length_says_when_it_ends(end: list[str]) -> None:
    draft = calendar(entry("DTSTART:20250610T180000Z", *end))
    assert hours(draft) == [
        ("2025-06-10T18:00:00+00:00", "2025-06-10T20:00:00+00:00")
    ] and not asked(draft)


def test_W1_whole_days_end_on_their_last() -> None:
    for last, end in (("20250611", None), ("20250612", "2025-06-11"), ("20250610", None)):
        draft = calendar(entry("DTSTART;VALUE=DATE:20250610", f"DTEND;VALUE=DATE:{last}"))
        assert hours(draft) == [("2025-06-10", end)]


def test_W2_an_entry_that_stands_there_twice_with_different_times_is_asked_about() -> None:
    twice = [entry("UID:1", f"DTSTART:2025061{day}T180000Z", "DURATION:PT1H") for day in (0, 1)]
    assert "“Rota” stands there twice" in asked(calendar(*twice))
    newer = [
        entry("UID:1", f"SEQUENCE:{day}", f"DTSTART:2025061{day}T180000Z", "DURATION:PT1H")
        for day in (1, 0)
    ]
    assert days(calendar(*newer)) == ["06-11"] and not asked(calendar(*newer))


HOUR = ("DTSTART;TZID=Office:20250610T180000", "DURATION:PT1H")


def described(offset: str) -> str:
    standard = (
        "BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
        f"TZOFFSETFROM:{offset}\r\nTZOFFSETTO:{offset}\r\nEND:STANDARD"
    )
    return f"BEGIN:VTIMEZONE\r\nTZID:Office\r\n{standard}\r\nEND:VTIMEZONE\r\n"


def test_W1_what_one_file_calls_a_zone_changes_no_hour_of_the_next() -> None:
    for offset in ("+1400", "+0100"):
        draft = calendar(described(offset), entry(*HOUR))
        assert (
            hours(draft) == [("2025-06-10T18:00", "2025-06-10T19:00")]
            and draft.time_zone.value is None
        )
    assert hours(calendar(entry(*HOUR))) == [("2025-06-10T18:00", "2025-06-10T19:00")]


@pytest.mark.parametrize("parameters", [
    ';TZID="Europe/London"', ';X-A="a;TZID=x,b:c";TZID=Europe/London',
    ";VALUE=DATE-TIME;TZID=Europe/London", ";tzid=Europe/London", ";X-A=a,b;TZID=GMT Standard Time",
])  # fmt: skip
def test_W1_what_stands_in_quotation_marks_is_no_end_of_a_name(parameters: str) -> None:
    draft = calendar(
        entry(
            f"DTSTART{parameters}:20250610T180000",
            "DURATION:PT1H",
            'LOCATION;ALTREP="a:b,c;d":The Mill',
        )
    )
    assert (draft.time_zone.value, hours(draft)[0][0]) == (
        "Europe/London",
        "2025-06-10T18:00:00+01:00",
    )
    assert draft.where.value and draft.where.value.address == "The Mill"


def test_W1_a_line_that_is_folded_within_a_letter_is_whole() -> None:
    text = entry("DTSTART:20250610T180000Z", "DURATION:PT1H", "LOCATION:Café Müller, Łódź").encode()
    for end in (b"\r\n ", b"\n\t"):
        draft = read_notice(
            text.replace(b"\xc3\xa9", b"\xc3" + end + b"\xa9").replace(
                b"\xc5\x81", b"\xc5" + end + b"\x81"
            )
        )
        assert draft.where.value and draft.where.value.address == "Café Müller, Łódź"


def test_W1_an_alarm_says_nothing_of_the_workshop() -> None:
    alarm = (
        "BEGIN:VALARM",
        "TRIGGER:-PT15M",
        "DURATION:PT5M",
        "DTSTART:x",
        "DESCRIPTION:Zoom",
        "END:VALARM",
    )
    draft = calendar(entry(*WEEKLY, *alarm))
    assert hours(draft) == [FIRST] and draft.where.value is None


FLOODS: dict[str, tuple[Any, str]] = {
    "rules": (
        lambda: entry(*WEEKLY, "RRULE:FREQ=MONTHLY;COUNT=2;BYMONTHDAY=" + "1," * 900),
        "a rule of",
    ),
    "dates": (
        lambda: entry(*WEEKLY, "RDATE:" + "20250101T100000Z," * 50_000),
        "more than 1,000 dates",
    ),
    "dates in lines": (
        lambda: entry(*WEEKLY, *["EXDATE:20250101T100000Z"] * 1_001),
        "more than 1,000 dates",
    ),
    "lines": (lambda: entry(*WEEKLY, *["UID:1"] * 100_000), "more than 5,000 things"),
    "zones": (lambda: "".join(described("+0100") for _ in range(6_000)), "more than 5,000 things"),
}


@pytest.mark.parametrize("flood", FLOODS)
def test_W3_a_calendar_that_is_too_much_for_its_readers_is_refused_before_they_get_it(
    flood: str,
) -> None:
    made, why = FLOODS[flood]
    with pytest.raises(NoticeUnreadable, match=why):
        calendar(made(), entry(*WEEKLY))
