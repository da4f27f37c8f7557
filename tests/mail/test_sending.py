"""A letter goes once, however long the mail server is away."""

import threading
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from mailing import Days, Post

from footpath.accounts.models import Account
from footpath.mail import is_set_up
from footpath.mail.asking import ask, asked, retry
from footpath.mail.limits import ASKED_FROM, FROM_ANYWHERE, OF_A_KIND, network_key
from footpath.mail.models import Letter
from footpath.mail.sending import Sender, take
from footpath.mail.server import MailServer
from footpath.mail.slow import Slowness

pytestmark = pytest.mark.django_db(transaction=True)


def greet(key: str = "one", to: str = "ada@example.org", **given: object) -> Letter:
    return ask("greeting", key, to=to, given=dict(given))


def test_W9_a_letter_asked_for_twice_is_one(post: Post, days: Days) -> None:
    greet()
    greet()
    days.go(minutes=1)
    days.go(minutes=1)
    assert [mail["To"] for mail in post.taken] == ["ada@example.org"]


def test_W9_a_mail_server_that_is_down_for_a_day_loses_and_doubles_nothing(
    post: Post, days: Days
) -> None:
    post.down()
    for number in range(20):
        greet(str(number), f"person{number}@example.org")
    days.go_through(hours=24)
    post.up()
    days.go_through(hours=2)
    assert sorted(mail["To"] for mail in post.taken) == sorted(
        f"person{n}@example.org" for n in range(20)
    )
    assert set(Letter.objects.values_list("state", flat=True)) == {"sent"}


def test_W9_a_mail_server_that_says_later_is_asked_again_with_the_same_message_id(
    post: Post, days: Days
) -> None:
    letter = greet()
    post.to_recipient = "451 4.7.1 Greylisted, come again"
    days.go(seconds=1)
    letter.refresh_from_db()
    assert (letter.state, letter.trouble) == ("waiting", "451 4.7.1 Greylisted, come again")
    post.to_recipient = ""
    days.go(minutes=2)
    assert [mail["Message-ID"] for mail in post.taken] == [letter.letter_id]


def test_W10_a_refusal_at_once_is_seen_without_the_address_and_can_be_sent_again(
    post: Post, days: Days
) -> None:
    letter = greet()
    post.to_recipient = "550 5.1.1 <ada@example.org> is unknown here"
    days.go(seconds=1)
    letter.refresh_from_db()
    assert (letter.state, letter.trouble) == ("refused", "550 5.1.1 (the address) is unknown here")
    post.to_recipient = ""
    assert retry(letter)
    days.go(minutes=1)
    assert len(post.taken) == 1


def test_W13_nothing_personal_stays_in_a_letter_that_went(post: Post, days: Days) -> None:
    letter = greet(more="a secret")
    days.go(seconds=1)
    letter.refresh_from_db()
    assert (letter.state, letter.to, letter.given) == ("sent", "", {})
    days.go(hours=2)
    letter.refresh_from_db()
    assert letter.whom == ""


def test_W9_a_letter_that_was_being_sent_when_the_server_died_goes_with_the_id_it_had(
    post: Post, days: Days
) -> None:
    greet()
    days.now += timedelta(seconds=1)
    dying = take(days.now, Slowness())
    assert dying is not None and not post.taken
    days.go(minutes=2)
    assert not post.taken
    days.go(minutes=10)
    days.go(minutes=10)
    assert [mail["Message-ID"] for mail in post.taken] == [dying.letter_id]


def test_W9_a_letter_that_is_asked_for_and_not_committed_is_not_sent(
    post: Post, days: Days
) -> None:
    with suppress(ValueError), transaction.atomic():
        greet()
        raise ValueError
    days.go(minutes=1)
    assert not post.taken


def test_W9_a_letter_that_was_dropped_and_is_asked_for_again_goes(post: Post, days: Days) -> None:
    greet(dropped=True)
    days.go(seconds=1)
    greet()
    days.go(seconds=1)
    assert len(post.taken) == 1


def test_W9_one_letter_that_is_not_taken_keeps_no_other(post: Post, days: Days) -> None:
    for number in range(3):
        greet(str(number), f"person{number}@example.org")
    post.refusing = "person1@example.org"
    days.go(seconds=1)
    assert [mail["To"] for mail in post.taken] == ["person0@example.org", "person2@example.org"]


def test_W9_with_no_mail_server_letters_wait(post: Post, days: Days, settings: Any) -> None:
    settings.MAIL, known = MailServer(), settings.MAIL
    greet()
    days.go(hours=1)
    assert not is_set_up() and Letter.objects.get().state == "waiting"
    settings.MAIL = known
    days.go(hours=1)
    assert len(post.taken) == 1


def test_W9_a_line_that_breaks_while_a_mail_is_given_loses_and_doubles_nothing(
    post: Post, days: Days
) -> None:
    greet()
    post.to_words = "421 4.3.2 Shutting down"
    days.go(seconds=1)
    assert Letter.objects.get().state == "waiting"
    post.to_words = ""
    days.go(hours=2)
    assert len(post.taken) == 1


def test_W10_what_the_server_does_not_take_after_reading_it_is_refused(
    post: Post, days: Days
) -> None:
    greet()
    post.to_words = "554 5.7.1 Looks like advertising"
    days.go(seconds=1)
    assert (Letter.objects.get().state, Letter.objects.get().trouble) == (
        "refused",
        "554 5.7.1 Looks like advertising",
    )


def test_W10_a_letter_whose_address_was_deleted_cannot_be_sent_again(
    post: Post, days: Days
) -> None:
    letter = greet()
    post.to_recipient = "550 5.1.1 Unknown"
    days.go(seconds=1)
    days.go(days=31)
    letter.refresh_from_db()
    assert (letter.to, letter.given) == ("", {}) and not retry(letter)


def test_W13_at_most_three_of_a_kind_go_to_one_address_in_an_hour(post: Post, days: Days) -> None:
    for number in range(8):
        greet(str(number), "Ada@example.org" if number % 2 else "ada@example.org")
    counts = []
    for _ in range(3):
        days.go_through(hours=1)
        counts.append(len(post.taken))
    assert counts == [3, 6, 8]


def test_W4_letters_that_a_stranger_asks_for_put_off_none_that_is_asked_for_elsewhere(
    post: Post, days: Days
) -> None:
    ada = Account.objects.create_user("ada@example.org")
    for place, network in enumerate([*["a stranger's"] * 9, "her own"]):
        given = {"code": f"code{place}", ASKED_FROM: network_key(network)}
        ask("sign-in-code", f"sign-in-code:{place}", about=ada, given=given)
    days.go(seconds=1)
    assert [mail["Subject"].split()[0] for mail in post.taken] == [
        "code0",
        "code1",
        "code2",
        "code9",
    ]


def test_W4_however_many_networks_asked_for_codes_another_ones_first_goes_at_once(
    post: Post, days: Days
) -> None:
    ada = Account.objects.create_user("ada@example.org")
    for place in range(FROM_ANYWHERE + 5):
        given = {"code": f"code{place}", ASKED_FROM: network_key(str(place // OF_A_KIND))}
        ask("sign-in-code", f"sign-in-code:{place}", about=ada, given=given)
    given = {"code": "hers", ASKED_FROM: network_key("her own")}
    ask("sign-in-code", "sign-in-code:hers", about=ada, given=given)
    days.go(seconds=30)  # asking takes longer than one on a busy machine
    went = [mail["Subject"].split()[0] for mail in post.taken]
    assert "hers" in went and len(went) == FROM_ANYWHERE + 3


def test_W13_at_most_ten_go_to_one_address_in_an_hour(
    post: Post, days: Days, settings: Any
) -> None:
    settings.LETTERS = {str(kind): "mailing.greeting" for kind in range(12)}
    for kind in range(12):
        ask(str(kind), str(kind), to="ada@example.org")
    days.go_through(minutes=50)
    assert len(post.taken) == 10
    days.go_through(minutes=20)
    assert len(post.taken) == 12


def test_W13_the_log_names_no_address(
    post: Post, days: Days, caplog: pytest.LogCaptureFixture
) -> None:
    post.to_recipient = "451 4.7.1 <ada@example.org> later"
    greet()
    days.go(seconds=1)
    post.down()
    days.go(hours=1)
    assert "No mail can be sent" in caplog.text and "ada@" not in caplog.text


def test_W9_two_that_send_at_once_send_each_letter_once(post: Post, days: Days) -> None:
    for number in range(20):
        greet(str(number), f"person{number}@example.org")
    later = days.now + timedelta(seconds=1)

    def send() -> None:
        Sender().turn(later)
        connection.close()

    both = [threading.Thread(target=send) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert sorted(mail["To"] for mail in post.taken) == sorted(
        f"person{n}@example.org" for n in range(20)
    )


def test_W9_the_sender_is_woken_once_what_was_asked_for_is_committed() -> None:
    asked.clear()
    with transaction.atomic():
        greet()
        assert not asked.is_set()
    assert asked.is_set()
