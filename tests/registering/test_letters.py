"""What people are written who registered, as it arrives at a mail server."""

import struct
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import vobject
from django.db.models import F
from mailing import Days, Post, announced, coming, entries_of, in_days, words_of
from quoting import quoted_in

from footpath.mail.asking import ask
from footpath.mail.models import Letter
from footpath.notices import calendar_files
from footpath.notices.models import Notice, Sitting
from footpath.notices.when import sittings_of
from footpath.registering.about import letters_before
from footpath.registering.models import Registration
from footpath.registering.news import go_on_with_mailings, tell, tell_cancelled, tell_changed

pytestmark = pytest.mark.django_db(transaction=True)


def become(registration: Registration, state: str, **given: object) -> Registration:
    for field, value in {"state": state, **given}.items():
        setattr(registration, field, value)
    registration.save()
    return registration


def test_W13_a_mail_is_plain_and_html_with_one_next_thing_and_a_way_out(
    post: Post, days: Days
) -> None:
    tell(coming(), "registered")
    days.go(seconds=1)
    [mail] = post.taken
    assert (
        mail["Subject"] == "You are coming: Buying" and mail["Auto-Submitted"] == "auto-generated"
    )
    link = words_of(mail).partition("Open your own page:\n")[2].split()[0]
    assert link.startswith("http://localhost:") and "/mine/" in link
    assert (
        words_of(mail, "html").count('class="go"') == 1 and words_of(mail, "html").count(link) == 2
    )
    assert mail["List-Unsubscribe"].replace("\n", "").replace(" ", "") == f"<{link}>"


def test_W13_whatever_somebody_typed_stays_text(post: Post, days: Days) -> None:
    hostile = '<script>"&{{ x }}'
    registration = coming("Ada")
    registration.workshop.title = hostile
    registration.workshop.save()
    tell(become(registration, "coming", name="<b>Ada</b>"[:9]), "registered")
    days.go(seconds=1)
    assert "<script>" not in words_of(post.taken[0], "html") and "<b>" not in words_of(
        post.taken[0], "html"
    )
    assert hostile in words_of(post.taken[0])


def test_W13_a_name_that_is_a_link_is_not_sent_to_the_address_that_somebody_typed(
    post: Post, days: Days
) -> None:
    registration = coming("Ada")
    tell(become(registration, "coming", name="win at evil.example/now"), "registered")
    days.go(seconds=1)
    assert "evil.example" not in words_of(post.taken[0]) and words_of(post.taken[0]).startswith(
        "Hello,\n"
    )


def test_W11b_each_change_has_a_higher_sequence_under_the_same_uid(post: Post, days: Days) -> None:
    notice = announced()
    ada = coming(notice=notice)
    for state, purpose in [
        ("coming", "registered"),
        ("not coming", "not-coming"),
        ("coming", "registered"),
    ]:
        tell(become(ada, state), purpose)
        days.go(seconds=1)
    Notice.objects.update(sequence=1)
    notice.refresh_from_db()
    tell_changed(notice)
    go_on_with_mailings(days.now)
    days.go(minutes=61)
    Notice.objects.update(
        sequence=2, state="cancelled", cancelled_because="Too few of us can come."
    )
    notice.refresh_from_db()
    tell_cancelled(notice)
    go_on_with_mailings(days.now)
    days.go(seconds=1)
    read = [entry for mail in post.taken for entry in entries_of(mail)]
    assert [method for method, _ in read] == ["REQUEST", "CANCEL", "REQUEST", "REQUEST", "CANCEL"]
    numbers = [int(entry.sequence.value) for _, entry in read]
    assert numbers == sorted(set(numbers)) and len({entry.uid.value for _, entry in read}) == 1


def number_and_hour(file: bytes) -> tuple[str, Any]:
    entry = vobject.readOne(file.decode()).vevent
    return entry.sequence.value, entry.dtstart.value


def test_W11b_no_number_ever_means_two_hours_in_any_file(post: Post, days: Days) -> None:
    notice, found = announced(), set[tuple[str, Any]]()
    ada = coming(notice=notice)
    for _ in range(3):
        for state, purpose in [("coming", "registered"), ("not coming", "not-coming")]:
            tell(become(ada, state), purpose)
            days.go(seconds=1)
            invited = calendar_files.Invited(
                ada.email, ada.name, "", True, letters_before(ada), None
            )
            found |= {
                number_and_hour(file)
                for file in (calendar_files.own(notice, invited), calendar_files.for_public(notice))
            }
        later = {name: F(name) + timedelta(hours=1) for name in ("starts_at", "ends_at")}
        Sitting.objects.update(**later)
        Notice.objects.update(sequence=F("sequence") + 1)
        notice = Notice.objects.get(pk=notice.pk)
    assert len({number for number, _ in found}) == len(found) >= 6


def test_W11a_an_invitation_stands_where_mail_programs_look_for_it(post: Post, days: Days) -> None:
    tell(coming(), "registered")
    days.go(seconds=1)
    kinds = [part.get_content_type() for part in post.taken[0].walk()]
    assert kinds[:5] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "text/calendar",
    ]
    [part] = [part for part in post.taken[0].walk() if part.get_content_type() == "text/calendar"][
        :1
    ]
    assert part.get_param("method") == "REQUEST"


def test_W11a_a_sitting_that_was_taken_out_leaves_peoples_calendars(post: Post, days: Days) -> None:
    notice = announced(in_days(9), in_days(16))
    tell(coming(notice=notice), "registered")
    days.go(seconds=1)
    [first, second] = sittings_of(notice)
    gone = second.pk
    second.delete()
    second.pk = gone
    Notice.objects.update(sequence=1)
    notice.refresh_from_db()
    tell_changed(notice, [second])
    go_on_with_mailings(days.now)
    days.go(seconds=1)
    told = [(method, entry.uid.value.split("-")[1]) for method, entry in entries_of(post.taken[-1])]
    assert told == [("REQUEST", f"{first.pk}"), ("CANCEL", f"{gone}")]


def test_W9_changes_that_wait_for_the_mail_server_are_told_once(post: Post, days: Days) -> None:
    notice = announced(in_days(9), in_days(16))
    coming(notice=notice)
    post.down()
    for sitting in sittings_of(notice):
        notice.sequence += 1
        notice.save()
        tell_changed(notice, [sitting])
        go_on_with_mailings(days.now)
        days.go(minutes=1)
    assert Letter.objects.filter(purpose="changed").count() == 1
    assert len(Letter.objects.get(purpose="changed").given["gone"]) == 2


def test_W9_of_letters_that_say_where_somebody_stands_the_newest_goes(
    post: Post, days: Days
) -> None:
    ada = coming()
    post.down()
    for state, purpose in [
        ("coming", "registered"),
        ("not coming", "not-coming"),
        ("coming", "registered"),
    ]:
        tell(become(ada, state), purpose)
        days.go(minutes=1)
    post.up()
    days.go(hours=2)
    assert [mail["Subject"] for mail in post.taken] == ["You are coming: Buying"]


def test_W13_the_call_is_written_only_to_whom_the_notice_shows_it(post: Post, days: Days) -> None:
    notice = announced()
    tell(coming("Ada", notice=notice), "registered")
    tell(coming("Bo", "waiting", notice=notice), "waiting")
    days.go(seconds=1)
    assert ["call.example.org" in str(mail) for mail in post.taken] == [True, False]


@pytest.mark.parametrize(
    ("state", "purpose", "subject"),
    [
        ("waiting", "waiting", "You are on the waiting list: Buying"),
        ("offered", "place-offered", "A place is free for you: Buying"),
        ("not coming", "place-gone", "Your place was given on: Buying"),
        ("not coming", "not-coming", "You are not coming: Buying"),
        ("coming", "asked-to-tell", "Would you tell your experience? Buying"),
        ("coming", "after", "The outline is there: Buying"),
    ],
)
def test_W13_a_letter_goes_only_while_it_says_what_holds(
    post: Post, days: Days, state: str, purpose: str, subject: str
) -> None:
    soon = days.now + timedelta(hours=5)
    for name, now in (("Ada", state), ("Bo", "coming" if state != "coming" else "not coming")):
        ask(
            purpose,
            f"{purpose}:{name}",
            about=coming(name, now, offered_until=soon, asked_to_tell_at=soon),
        )
    days.go(seconds=1)
    assert [(mail["To"], mail["Subject"]) for mail in post.taken] == [("ada@example.org", subject)]
    assert Letter.objects.get(key=f"{purpose}:Bo").state == "dropped"


def test_O8_no_mail_draws_quotation_marks(post: Post, days: Days) -> None:
    soon = days.now + timedelta(hours=5)
    states = {
        "waiting": "waiting",
        "place-offered": "offered",
        "place-gone": "not coming",
        "not-coming": "not coming",
    }
    purposes = ("registered", "asked-to-tell", "after", *states)
    for number, purpose in enumerate(purposes):
        guest = coming(
            f"Ada{number}", states.get(purpose, "coming"), offered_until=soon, asked_to_tell_at=soon
        )
        ask(purpose, f"{purpose}:{number}", about=guest)
    days.go(seconds=1)
    assert len(post.taken) == len(purposes)
    read = [
        text
        for mail in post.taken
        for text in (str(mail["Subject"]), words_of(mail), words_of(mail, "html"))
    ]
    assert [said for text in read for said in quoted_in(text)] == []


def test_W13_a_mail_mixes_no_languages(post: Post, days: Days) -> None:
    tell(
        coming(notice=announced(datetime(2027, 5, 4, 13, 0, tzinfo=UTC), language="de")),
        "registered",
    )
    days.go(seconds=1)
    assert "Tuesday 4 May 2027, 14:00 to 16:00, time in London" in words_of(post.taken[0])
    assert '<html lang="en-gb">' in words_of(post.taken[0], "html")


def test_W13_a_mail_is_in_the_workshops_language_once_somebody_translated_it(
    post: Post, days: Days, settings: Any, tmp_path: Path
) -> None:
    settings.LOCALE_PATHS = [tmp_path]
    translated(
        tmp_path / "de", {"You are coming: %(title)s": "Bis bald: %(title)s", "When": "Wann"}
    )
    tell(
        coming(notice=announced(datetime(2027, 5, 4, 13, 0, tzinfo=UTC), language="de")),
        "registered",
    )
    days.go(seconds=1)
    assert post.taken[0]["Subject"] == "Bis bald: Buying"
    assert "Wann:\nDienstag, 4. Mai 2027" in words_of(post.taken[0])


def translated(folder: Path, sentences: dict[str, str]) -> None:
    """Sentences as gettext stores them: a head, two tables of lengths and places, and the words."""
    pairs = sorted({"": "Content-Type: text/plain; charset=UTF-8\n", **sentences}.items())
    words, tables, at = b"", [], 28 + 16 * len(pairs)
    for column in zip(*pairs, strict=True):
        for word in column:
            tables.append(struct.pack("II", len(word.encode()), at + len(words)))
            words += word.encode() + b"\0"
    (folder / "LC_MESSAGES").mkdir(parents=True)
    head = struct.pack("7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0)
    (folder / "LC_MESSAGES" / "django.mo").write_bytes(head + b"".join(tables) + words)
