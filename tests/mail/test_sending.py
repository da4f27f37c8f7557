"""A letter goes once, however long the mail server is away."""

import pytest
from mailing import Days, Post

from footpath.mail.asking import ask, retry
from footpath.mail.models import Letter

pytestmark = pytest.mark.django_db(transaction=True)


def greet(key: str = "one", to: str = "ada@example.org", **given: object) -> Letter:
    return ask("greeting", key, to=to, given=dict(given))


def test_W9_a_letter_asked_for_twice_is_one(post: Post, days: Days) -> None:
    greet()
    greet()
    days.go(minutes=1)
    days.go(minutes=1)
    assert [mail["To"] for mail in post.taken] == ["ada@example.org"]


def test_W9_a_mail_server_that_is_down_for_a_day_loses_and_doubles_nothing(post: Post, days: Days) -> None:
    post.down()
    for number in range(20):
        greet(str(number), f"person{number}@example.org")
    days.go_through(hours=24)
    post.up()
    days.go_through(hours=2)
    assert sorted(mail["To"] for mail in post.taken) == sorted(f"person{n}@example.org" for n in range(20))
    assert set(Letter.objects.values_list("state", flat=True)) == {"sent"}


def test_W9_a_mail_server_that_says_later_is_asked_again_with_the_same_message_id(post: Post, days: Days) -> None:
    letter = greet()
    post.to_recipient = "451 4.7.1 Greylisted, come again"
    days.go(seconds=1)
    letter.refresh_from_db()
    assert (letter.state, letter.trouble) == ("waiting", "451 4.7.1 Greylisted, come again")
    post.to_recipient = ""
    days.go(minutes=2)
    assert [mail["Message-ID"] for mail in post.taken] == [letter.letter_id]


def test_W10_a_refusal_at_once_is_seen_without_the_address_and_can_be_sent_again(post: Post, days: Days) -> None:
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
