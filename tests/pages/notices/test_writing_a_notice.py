"""The form of a notice: times of a place, what is asked beside them, and nothing that
was typed is lost.
"""

import re
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from convening import Convening, fields
from django.test import Client
from two_people import Writer, of

from footpath.notices.models import Notice, Sitting
from footpath.notices.times import NoSuchTime, TwiceThatTime, moment


@pytest.fixture
def notice(convening: Convening) -> Notice:
    """A draft without a time."""
    made = convening.draft()
    Sitting.objects.filter(notice=made).delete()
    return made


@pytest.fixture
def sorrel(convening: Convening) -> Client:
    """Sorrel's browser."""
    return convening.device(convening.sorrel)


def types(client: Client, notice: Notice, to: str = "", **typed: Any) -> Any:
    """Type something into the form, and press a button."""
    path = f"/w/{notice.workshop.address}/notice"
    given = {
        **fields(client, path),
        **{name.replace("__", "-"): value for name, value in typed.items()},
    }
    return client.post(
        path + to, {name: value for name, value in given.items() if value is not None}
    )


def row(day: str, starts: str, ends: str, **more: str) -> dict[str, str]:
    """A sitting as it is typed."""
    given = {"day": day, "starts": starts, "ends": ends, **more}
    return {f"sittings__0__{name}": value for name, value in given.items()}


def times(notice: Notice) -> list[tuple[str, str]]:
    """When it meets, in UTC."""
    found = Sitting.objects.filter(notice=notice)
    return [(f"{one.starts_at:%Y-%m-%d %H:%M}", f"{one.ends_at:%Y-%m-%d %H:%M}") for one in found]


@pytest.mark.parametrize(
    ("zone", "typed", "kept"),
    [
        (
            "Europe/London",
            row("2030-03-19", "14:00", "16:00"),
            ("2030-03-19 14:00", "2030-03-19 16:00"),
        ),
        (
            "Europe/London",
            row("2030-06-19", "14:00", "16:00"),
            ("2030-06-19 13:00", "2030-06-19 15:00"),
        ),
        (
            "Asia/Kolkata",
            row("2030-03-19", "14:00", "16:00"),
            ("2030-03-19 08:30", "2030-03-19 10:30"),
        ),
        (
            "Europe/London",
            row("2030-03-19", "22:00", "01:00", next_day="on"),
            ("2030-03-19 22:00", "2030-03-20 01:00"),
        ),
        (
            "Europe/London",
            row("2030-10-27", "00:30", "03:00"),
            ("2030-10-26 23:30", "2030-10-27 03:00"),
        ),
    ],
)
def test_W15_a_sitting_is_meant_in_the_hours_of_its_place(
    sorrel: Client, notice: Notice, zone: str, typed: dict[str, str], kept: tuple[str, str]
) -> None:
    assert types(sorrel, notice, time_zone=zone, **typed).status_code == 302
    assert times(notice) == [kept]
    assert types(sorrel, notice).status_code == 302
    assert times(notice) == [kept], "kept again as it stands in the form"


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        (
            row("2030-03-31", "01:30", "04:00"),
            "the clocks in London go forward and there is no 01:30",
        ),
        (row("2030-03-30", "23:00", "01:30", next_day="on"), "the clocks in London go forward"),
        (row("2030-10-27", "01:30", "04:00"), "the clocks in London go back and show 01:30 twice"),
        (row("2030-10-26", "23:00", "01:30", next_day="on"), "go back and show 01:30 twice"),
        (
            row("2030-03-19", "16:00", "14:00"),
            "It ends at 14:00, which is before 16:00, when it starts",
        ),
        (row("2030-03-19", "16:00", "16:00"), "It starts and ends at 16:00"),
        (row("0230-03-19", "14:00", "16:00"), "That day is very far away: check the year."),
        (row("2030-02-30", "14:00", "16:00"), "There is no such day."),
        (row("2030-03-19", "2 o'clock", "16:00"), "There is no such time."),
    ],
)
def test_W15_a_time_that_cannot_be_is_asked_about_and_nothing_is_lost(
    sorrel: Client, notice: Notice, typed: dict[str, str], asked: str
) -> None:
    answer = types(sorrel, notice, what="A long story.", places="17", **typed)
    html = answer.content.decode()
    assert (answer.status_code, asked in html.replace("&#x27;", "'")) == (400, True)
    assert "A long story." in html
    assert 'value="17"' in html
    assert all(
        f'value="{value}"'.replace("'", "&#x27;") in html
        for value in typed.values()
        if value != "on"
    )
    assert times(notice) == []


@pytest.mark.parametrize(
    ("which", "starts"), [("earlier", "2030-10-27 00:30"), ("later", "2030-10-27 01:30")]
)
def test_W15_which_of_two_is_meant_is_kept(
    sorrel: Client, notice: Notice, which: str, starts: str
) -> None:
    types(sorrel, notice, **row("2030-10-27", "01:30", "04:00", which_start=which))
    assert [first for first, _ in times(notice)] == [starts]
    types(sorrel, notice)
    assert [first for first, _ in times(notice)] == [starts]


@pytest.mark.parametrize(
    ("zone", "day", "clock", "raised"),
    [
        ("America/New_York", date(2030, 3, 10), time(2, 30), NoSuchTime),
        ("America/New_York", date(2030, 11, 3), time(1, 30), TwiceThatTime),
        ("Australia/Lord_Howe", date(2030, 10, 6), time(2, 15), NoSuchTime),
        ("Pacific/Apia", date(2011, 12, 30), time(12, 0), NoSuchTime),
        ("Asia/Kolkata", date(2030, 3, 31), time(1, 30), None),
    ],
)
def test_W15_every_place_has_its_own_clocks(zone: str, day: date, clock: time, raised: Any) -> None:
    if raised is None:
        assert moment(day, clock, zone) == datetime(2030, 3, 30, 20, 0, tzinfo=UTC)
        return
    with pytest.raises(raised):
        moment(day, clock, zone)


def test_W15_times_are_added_and_taken_out_without_a_script(sorrel: Client, notice: Notice) -> None:
    typed = row("2030-03-19", "14:00", "16:00")
    more = types(sorrel, notice, to="/sittings/add", title="A new name", **typed).content.decode()
    assert ("sittings-1-day" in more, "A new name" in more, 'value="2030-03-19"' in more) == (
        True,
        True,
        True,
    )
    two = {
        **typed,
        "sittings__TOTAL_FORMS": "2",
        "sittings__1__day": "2030-03-26",
        "sittings__1__starts": "14:00",
    }
    types(sorrel, notice, sittings__1__ends="15:00", **two)
    assert len(times(notice)) == 2
    less = types(sorrel, notice, to="/sittings/0/take-out").content.decode()
    assert ("2030-03-19" in less, "2030-03-26" in less) == (False, True)


def test_W15_a_time_keeps_its_identity_when_it_is_moved(sorrel: Client, notice: Notice) -> None:
    types(sorrel, notice, **row("2030-03-19", "14:00", "16:00"))
    before = Sitting.objects.get(notice=notice).pk
    types(sorrel, notice, **row("2030-03-20", "14:00", "16:00"))
    assert Sitting.objects.get(notice=notice).pk == before


def test_W15_a_draft_keeps_a_time_that_is_not_finished(sorrel: Client, notice: Notice) -> None:
    assert types(sorrel, notice, **row("2030-03-19", "", "")).status_code == 302
    assert fields(sorrel, f"/w/{notice.workshop.address}/notice")["sittings-0-day"] == "2030-03-19"
    assert "Say when it is" in types(sorrel, notice, to="/publish").content.decode()


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "ftp://example.org", "not a link", "https://"]
)
def test_W15_only_a_link_is_a_link(sorrel: Client, notice: Notice, link: str) -> None:
    for name in ("call_link", "studies__0__sheet_link"):
        answer = types(sorrel, notice, **{name: link, "studies__0__title": "A study"})
        assert (answer.status_code, "That is no link" in answer.content.decode()) == (400, True)


def test_W17_who_writes_lets_another_member_write_and_takes_them_out(
    convening: Convening, sorrel: Client
) -> None:
    notice = convening.draft()
    teasel = convening.device(convening.teasel)
    types(sorrel, notice, add_convenor=str(convening.teasel.pk))
    assert teasel.get(f"/w/{notice.workshop.address}/notice").status_code == 200
    types(sorrel, notice, remove_convenors=[str(convening.teasel.pk)])
    assert teasel.get(f"/w/{notice.workshop.address}/notice").status_code == 404
    assert types(sorrel, notice, add_convenor=str(convening.yarrow.pk)).status_code == 400


@pytest.mark.parametrize("end", ["\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\r", "\x1d"])
def test_G4d_words_pasted_into_a_form_keep_their_lines_apart(
    convening: Convening, end: str
) -> None:
    notice = convening.published()
    writer = Writer(convening.device(convening.sorrel), of(notice))
    assert writer.sends(what=f"What small firms need{end}A deposit\r\nAt once").status_code == 302
    page = convening.device(None).get(f"/w/{notice.workshop.address}").content.decode()
    assert (
        "need A deposit At once" in " ".join(re.sub("<br ?/?>", " ", page).split())
        and f"need{end}A" not in page
    )
