"""Calendar files that Footpath makes, read back by another library."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from mailing import announced

from footpath.notices import calendar_files
from footpath.notices.models import SeenBy, State
from footpath.notices.when import sittings_of

pytestmark = pytest.mark.django_db

HOURS = [
    ("Europe/London", "2026-03-28T23:30", 0),
    ("Europe/London", "2026-03-29T00:30", 0),
    ("Europe/London", "2026-03-29T14:00", 0),
    ("Europe/London", "2026-10-24T23:30", 0),
    ("Europe/London", "2026-10-25T01:30", 0),
    ("Europe/London", "2026-10-25T01:30", 1),
    ("Europe/London", "2026-10-25T14:00", 0),
    ("Europe/Dublin", "2026-01-20T14:00", 0),
    ("Pacific/Chatham", "2026-04-04T22:00", 0),
    ("America/New_York", "2026-03-08T00:30", 0),
    ("America/New_York", "2026-11-01T00:30", 0),
    ("Africa/Casablanca", "2026-02-14T22:00", 0),
    ("Africa/Casablanca", "2026-03-01T10:00", 0),
    ("Asia/Kathmandu", "2026-03-01T10:00", 0),
    ("UTC", "2026-03-01T10:00", 0),
]


def read(file: bytes) -> Any:
    return vobject.readOne(file.decode())


def invited(letters: int = 0, **given: Any) -> calendar_files.Invited:
    fields = {
        "email": "ada@example.org",
        "name": "Ada",
        "link": "https://flip.example.org/mine",
        "sees_where": True,
        "entry": None,
    }
    return calendar_files.Invited(**{**fields, **given}, letters=letters)


@pytest.mark.parametrize(("zone", "at", "fold"), HOURS)
def test_W11c_hours_are_right_across_the_change_to_summer_time(
    zone: str, at: str, fold: int
) -> None:
    starts_at = datetime.fromisoformat(at).replace(tzinfo=ZoneInfo(zone), fold=fold).astimezone(UTC)
    entry = read(calendar_files.for_public(announced(starts_at, time_zone=zone))).vevent
    assert entry.dtstart.value.astimezone(UTC) == starts_at
    assert entry.dtend.value.astimezone(UTC) == starts_at + timedelta(hours=2)


def test_W11c_the_workshops_own_hours_stand_in_the_file_with_its_time_zone() -> None:
    starts_at = datetime(2026, 7, 1, 13, 0, tzinfo=UTC)
    file = calendar_files.for_public(announced(starts_at)).decode()
    assert "DTSTART;TZID=Europe/London:20260701T140000" in file
    assert "BEGIN:VTIMEZONE\r\nTZID:Europe/London" in file and len(file) < 2000


def test_W11a_a_sitting_keeps_its_uid_and_each_of_several_has_its_own() -> None:
    at = datetime(2026, 7, 1, 13, 0, tzinfo=UTC)
    notice = announced(at, at + timedelta(days=7))
    before = [calendar_files.uid(sitting) for sitting in sittings_of(notice)]
    for sitting in sittings_of(notice):
        sitting.starts_at += timedelta(days=1)
        sitting.save()
    public = [entry.uid.value for entry in read(calendar_files.for_public(notice)).vevent_list]
    asked = [
        read(file).vevent.uid.value
        for _, file in calendar_files.requests(sittings_of(notice), invited(), at)
    ]
    assert public == asked == before and len(set(before)) == 2


def test_W11a_a_request_is_for_one_sitting_and_one_person() -> None:
    at = datetime(2026, 7, 1, 13, 0, tzinfo=UTC)
    [(method, file), _] = calendar_files.requests(
        sittings_of(announced(at, at + timedelta(days=7))), invited(3), at
    )
    made = read(file)
    assert (method, made.method.value, made.vevent.sequence.value) == ("REQUEST", "REQUEST", "3")
    assert [entry.attendee.value for entry in made.vevent_list] == ["mailto:ada@example.org"]
    assert made.vevent.organizer.value.startswith("mailto:")


def test_W11b_a_cancellation_names_the_sitting_and_says_so() -> None:
    at = datetime(2026, 7, 1, 13, 0, tzinfo=UTC)
    notice = announced(at)
    [(_, file)] = calendar_files.cancellations(sittings_of(notice), invited(4), at)
    made = read(file)
    assert (made.method.value, made.vevent.status.value, made.vevent.sequence.value) == (
        "CANCEL",
        "CANCELLED",
        "4",
    )
    assert made.vevent.uid.value == calendar_files.uid(sittings_of(notice)[0])


@pytest.mark.parametrize("seen_by", list(SeenBy))
def test_W11d_a_file_says_where_only_to_whom_the_notice_does(seen_by: SeenBy) -> None:
    at = datetime(2026, 7, 1, 13, 0, tzinfo=UTC)
    notice = announced(at, where_seen_by=seen_by, place="The Old Mill")
    files = {
        SeenBy.EVERYONE: calendar_files.for_public(notice),
        SeenBy.REGISTERED: calendar_files.own(notice, invited()),
        SeenBy.MEMBERS: calendar_files.for_public(notice, SeenBy.MEMBERS),
    }
    may = {
        reader
        for reader, file in files.items()
        if b"call.example.org" in file or b"Old Mill" in file
    }
    assert may == (set(SeenBy) if seen_by == SeenBy.EVERYONE else {seen_by})


def test_L5j_words_that_mean_something_to_calendars_stay_words() -> None:
    notice = announced(
        datetime(2026, 7, 1, 13, 0, tzinfo=UTC), what="One;\r\nEND:VEVENT\nTwo, \\n three\x07\x1b"
    )
    notice.workshop.title = 'Buying, selling; and "more"\nEND:VCALENDAR ' + "é" * 200
    file = calendar_files.for_public(notice)
    entry = read(file).vevent
    assert entry.summary.value == notice.workshop.title
    assert entry.description.value.startswith("One;\nEND:VEVENT\nTwo, \\n three\n")
    assert max(len(line) for line in file.split(b"\r\n")) <= 75 and b"\n" not in file.replace(
        b"\r\n", b""
    )


def test_W14_a_feed_leaves_out_drafts_and_personal_links_and_says_what_was_cancelled() -> None:
    at = datetime(2026, 7, 1, 13, 0, tzinfo=UTC)
    shown, cancelled, draft = announced(at), announced(at), announced(at)
    cancelled.state, draft.state = State.CANCELLED, State.DRAFT
    made = read(calendar_files.feed("The Mill, a co-op", [shown, cancelled, draft]))
    assert [entry.status.value for entry in made.vevent_list] == ["CONFIRMED", "CANCELLED"]
    assert made.method.value == "PUBLISH" and "attendee" not in made.vevent.contents


def test_W18_a_feed_of_nothing_can_be_read() -> None:
    assert read(calendar_files.feed("The Mill", [])).method.value == "PUBLISH"
