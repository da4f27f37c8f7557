"""Several registrations with one address, which anybody can type: one reaches no other."""

from datetime import UTC, datetime, timedelta
from email.message import EmailMessage

import pytest
from mailing import Days, Post, announced, coming, entries_of, in_days, words_of
from one_address import becomes, entry_of, in_calendar, is_told, registered

from footpath.mail.models import Letter
from footpath.mail.sending import take
from footpath.mail.slow import Slowness
from footpath.notices import calendar_files
from footpath.notices.when import sittings_of
from footpath.registering import news
from footpath.registering.about import letters_before
from footpath.registering.models import Registration
from footpath.registering.one_address import TOGETHER
from footpath.registering.personal_links import mailed_link

pytestmark = pytest.mark.django_db(transaction=True)
EARLIER = datetime(2026, 1, 1, tzinfo=UTC)


def test_W11a_who_does_not_come_takes_it_out_of_nobody_elses_calendar(
    post: Post, days: Days
) -> None:
    notice = announced()
    ann, eve = registered(notice, "Ann"), registered(notice, "Ann")
    for one, state in ((ann, "coming"), (eve, "coming"), (eve, "not coming")):
        becomes(one, state, days)
    assert in_calendar(post.taken) == {entry_of(notice, ann)}


def test_W11a_an_entry_of_several_stays_for_as_long_as_one_comes(post: Post, days: Days) -> None:
    notice = announced()
    ann = registered(notice, "Ann", own_entry=False)
    eve = registered(notice, "Eve", "waiting", own_entry=False)
    uid = entry_of(notice, ann)
    assert uid == calendar_files.uid(sittings_of(notice)[0]) == entry_of(notice, eve)
    for one, state, there in (
        (ann, "coming", True),
        (ann, "not coming", False),
        (ann, "coming", True),
        (eve, "coming", True),
        (ann, "not coming", True),
        (eve, "not coming", False),
    ):
        days.go(hours=2)
        becomes(one, state, days)
        assert (uid in in_calendar(post.taken)) == there


def test_W25b_a_letter_about_one_says_whose_it_is_where_others_stand(
    post: Post, days: Days
) -> None:
    notice = announced()
    ann, eve = registered(notice, "Ann"), registered(notice, "Eve")
    becomes(eve, "not coming", days)
    said = words_of(post.taken[0])
    assert "about the registration of Eve. Others with this e-mail address stay as they" in said
    assert f"Ann (coming): {mailed_link(ann)}" in said


@pytest.mark.parametrize("name", ["win at evil.example/now", "A" * 61])
def test_L5j_a_name_that_is_a_link_stands_in_no_letter_to_others(
    post: Post, days: Days, name: str
) -> None:
    notice = announced()
    ann = registered(notice, "Ann")
    registered(notice, "Eve")
    Registration.objects.exclude(pk=ann.pk).update(name=name)
    becomes(ann, "coming", days)
    assert name not in words_of(post.taken[0])


def test_L5j_a_name_that_is_a_link_stands_in_no_calendar_of_others(post: Post, days: Days) -> None:
    notice = announced()
    for name in ("Ann", "evil.example"):
        registered(notice, name)
    is_told(notice, days)
    files = [entry.serialize() for _, entry in entries_of(post.taken[0])]
    assert len(files) == 2 and "evil" not in "".join(files)


def test_W25e_a_change_is_told_of_who_comes_before_who_waits(post: Post, days: Days) -> None:
    notice = announced(place="The old house")
    eve, ann = registered(notice, "Eve", "waiting"), registered(notice, "Ann")
    is_told(notice, days, place="5 Oak Lane")
    [mail] = post.taken
    said = words_of(mail)
    assert said.startswith("Hello Ann,") and "5 Oak Lane" in said
    assert f"Open your own page:\n{mailed_link(ann)}" in said
    assert f"Eve (on the waiting list): {mailed_link(eve)}" in said
    assert in_calendar([mail]) == {entry_of(notice, ann)}


def test_W25e_a_letter_is_about_who_opened_one_before_who_did_not(post: Post, days: Days) -> None:
    notice = announced()
    registered(notice, "Eve")
    registered(notice, "Ann", proved=True)
    is_told(notice, days)
    assert [words_of(mail)[:10] for mail in post.taken] == ["Hello Ann,"]


def test_W16_one_letter_moves_and_takes_out_the_entry_of_each(post: Post, days: Days) -> None:
    notice = announced()
    both = [registered(notice, name) for name in ("Ann", "Bo")]
    for one in both:
        becomes(one, "coming", days)
    days.go(hours=2)
    is_told(notice, days)
    moved = {entry.uid.value for _, entry in entries_of(post.taken[-1])}
    assert moved == {entry_of(notice, one) for one in both}
    days.go(hours=2)
    is_told(notice, days, news.tell_cancelled, state="cancelled")
    assert len(post.taken) == 4 and in_calendar(post.taken) == set()


def test_W16_who_gives_an_address_after_hearing_keeps_no_news_from_it(
    post: Post, days: Days
) -> None:
    notice = announced()
    eve = coming("Eve", notice=notice)
    registered(notice, "Ann")
    post.refusing = "ann@example.org"
    is_told(notice, days)
    post.refusing = ""
    Registration.objects.filter(pk=eve.pk).update(
        email="ann@example.org", address="ann@example.org"
    )
    Letter.objects.filter(state="refused").update(state="waiting", due_at=days.now)
    days.go(minutes=2)
    assert [mail["To"] for mail in post.taken] == ["eve@example.org", "ann@example.org"]


def test_W16_an_address_is_told_once_though_the_server_stops_on_the_way(
    post: Post, days: Days
) -> None:
    notice = announced()
    for name in ("Ann", "Bo"):
        registered(notice, name)
    notice.sequence += 1
    notice.save()
    news.tell_changed(notice)
    news.go_on_with_mailings(days.now)
    days.now += timedelta(minutes=1)
    on_its_way = take(days.now, Slowness())
    assert on_its_way is not None
    days.go(minutes=1)
    assert post.taken == []
    days.go(minutes=11)
    assert [mail["Message-ID"] for mail in post.taken] == [on_its_way.letter_id]


def test_W25a_a_file_on_ones_own_page_counts_ones_own_letters_alone(post: Post, days: Days) -> None:
    notice = announced()
    ann, eve = (registered(notice, name, own_entry=False) for name in ("Ann", "Eve"))
    for one in (ann, eve):
        becomes(one, "coming", days)
    assert (letters_before(ann), letters_before(eve)) == (1, 1)


def test_W16_what_was_taken_out_is_told_of_all_that_one_letter_speaks_of(
    post: Post, days: Days
) -> None:
    notice = announced(in_days(9), in_days(16))
    ann, bo = registered(notice, "Ann", "not coming"), registered(notice, "Bo")
    becomes(bo, "coming", days)
    [_, second] = sittings_of(notice)
    pk = second.pk
    second.delete()
    second.pk = pk
    post.down()
    is_told(notice, days, lambda told: news.tell_changed(told, [second]))
    becomes(ann, "coming", days)
    is_told(notice, days)
    post.up()
    days.go(hours=2)
    gone = calendar_files.uid(second, bo.entry)
    changes = [mail for mail in post.taken if str(mail["Subject"]).startswith("Changed")]
    assert [("CANCEL", gone) in said_in(mail) for mail in changes] == [True]


def said_in(mail: EmailMessage) -> list[tuple[str, str]]:
    return [(method, entry.uid.value) for method, entry in entries_of(mail)]


def test_W25c_a_letter_speaks_of_no_more_than_a_few_however_many_share_the_address(
    post: Post, days: Days
) -> None:
    notice = announced()
    for number in range(TOGETHER + 3):
        registered(notice, f"Eve{number}")
    is_told(notice, days)
    assert [len(entries_of(mail)) for mail in post.taken] == [TOGETHER, 3]
    assert [words_of(mail).count("(coming)") for mail in post.taken] == [TOGETHER - 1, 2]


def test_W25c_each_of_many_is_named_with_their_link_in_the_letter_that_tells_of_them(
    post: Post, days: Days
) -> None:
    notice = announced()
    everybody = [registered(notice, f"Eve{number}") for number in range(TOGETHER + 2)]
    is_told(notice, days)
    in_letters = [
        [one.name for one in everybody if mailed_link(one) in words_of(mail)] for mail in post.taken
    ]
    names = [one.name for one in everybody]
    assert in_letters == [names[:TOGETHER], names[TOGETHER:]]


def test_W16_who_was_not_among_those_of_the_one_letter_is_told_by_their_own(
    post: Post, days: Days
) -> None:
    notice = announced()
    eves = [registered(notice, f"Eve{number}") for number in range(TOGETHER)]
    ann = registered(notice, "Ann")
    Letter.objects.bulk_create(
        Letter(key=one.name, purpose="registered", about=one, state="sent", sent_at=EARLIER)
        for one in (*eves, ann)
    )
    for tell, state in ((news.tell_changed, "published"), (news.tell_cancelled, "cancelled")):
        is_told(notice, days, tell, state=state)
        together, alone = (entries_of(mail) for mail in post.taken[-2:])
        assert len(together) == TOGETHER
        assert [entry.uid.value for _, entry in alone] == [entry_of(notice, ann)]
    assert len(post.taken) == 4


def test_W16_nobody_counts_as_told_by_a_letter_that_left_them_out(post: Post, days: Days) -> None:
    notice = announced()
    eves = [registered(notice, f"Eve{number}") for number in range(TOGETHER)]
    ann = registered(notice, "Ann")
    notice.sequence += 1
    notice.save()
    news.tell_changed(notice)
    news.go_on_with_mailings(days.now)
    own = Letter.objects.filter(registration=ann)
    own.update(due_at=days.now + timedelta(minutes=9))
    days.go(minutes=2)
    Registration.objects.filter(pk=eves[0].pk).update(state="not coming")
    days.go(minutes=9)
    assert [words_of(mail)[:10] for mail in post.taken] == ["Hello Eve0", "Hello Ann,"]


def test_W12_registrations_with_one_address_get_one_reminder(post: Post, days: Days) -> None:
    notice = announced(in_days(0.9))
    both = [registered(notice, "Eve"), registered(notice, "Ann", proved=True)]
    Registration.objects.update(registered_at=days.now - timedelta(days=3))
    news.go_on_with_mailings(days.now)
    days.go(seconds=1)
    [mail] = post.taken
    assert words_of(mail).startswith("Hello Ann,")
    assert all(mailed_link(one) in words_of(mail) for one in both)
