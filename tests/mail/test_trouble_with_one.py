"""A letter with which the mail server has trouble waits by itself; everybody else's go."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from mailing import Days, Post

from footpath.accounts.models import Account
from footpath.mail import line, sending
from footpath.mail.asking import ask
from footpath.mail.limits import ASKED_FROM, network_key
from footpath.mail.models import Letter

pytestmark = pytest.mark.django_db(transaction=True)

ENDS = ["421 4.7.0 Try again later", "drop", "421 after", "drop after"]


def greet(whom: str, **given: Any) -> Letter:
    return ask("greeting", whom, to=whom, given=given)


def behind(days: Days, *those: str) -> None:
    """Ask for some after all that were asked for before."""
    last = Letter.objects.order_by("-due_at")[0].due_at
    for number, whom in enumerate(those, start=1):
        due_at = last + timedelta(milliseconds=number)
        Letter.objects.filter(pk=greet(whom).pk).update(due_at=due_at)
    days.now = max(days.now, last + timedelta(seconds=1))


def went(post: Post) -> list[str]:
    return sorted(str(mail["To"]) for mail in post.taken)


@pytest.mark.parametrize("how", ENDS)
def test_W9_a_letter_at_which_the_mail_server_ends_the_line_keeps_no_other(
    post: Post, days: Days, how: str
) -> None:
    post.at["evil.example"] = how
    evil = greet("x@evil.example")
    behind(days, "ada@example.org", "bea@example.org", "cem@example.org")
    days.go(seconds=1)
    kept = [] if how != "drop after" else ["x@evil.example"]
    assert went(post) == ["ada@example.org", "bea@example.org", "cem@example.org", *kept]
    evil.refresh_from_db()
    assert (evil.state, evil.tries) == ("waiting", 1)


@pytest.mark.parametrize("how", ENDS[:3])
def test_W9_forty_such_letters_keep_the_one_behind_them_for_no_turn(
    post: Post, days: Days, how: str
) -> None:
    post.at["evil.example"] = how
    for number in range(40):
        greet(f"x{number}@evil.example")
    behind(days, "ada@example.org")
    days.go(seconds=1)
    assert went(post) == ["ada@example.org"]


def test_W9_who_stands_in_the_midst_of_such_letters_waits_for_minutes(
    post: Post, days: Days
) -> None:
    post.at["evil.example"] = "421 4.7.0 Try again later"
    for number in range(20):
        greet(f"x{number}@evil.example")
    behind(days, "ada@example.org", *(f"y{number}@evil.example" for number in range(20)))
    for _ in range(22):
        days.go(seconds=10)
    assert went(post) == ["ada@example.org"]


def test_W9_a_letter_with_trouble_is_tried_ever_more_seldom(post: Post, days: Days) -> None:
    post.at["evil.example"] = "421 4.7.0 Try again later"
    evil, waits = greet("x@evil.example"), list[float]()
    days.go(seconds=1)
    for _ in range(8):
        evil.refresh_from_db()
        waits.append((evil.due_at - days.now).total_seconds() / 60)
        days.now = evil.due_at
        days.go(seconds=0)
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60]


def test_W9_a_mail_server_that_says_nothing_of_one_letter_keeps_the_others_for_one_answer(
    post: Post, days: Days, settings: Any
) -> None:
    settings.MAIL = replace(settings.MAIL, options={**settings.MAIL.options, "timeout": 1})
    post.at["silent.example"] = "silence"
    silent = greet("x@silent.example")
    behind(days, "ada@example.org")
    days.go(seconds=1)
    silent.refresh_from_db()
    assert went(post) == ["ada@example.org"] and silent.state == "waiting"


def test_W9_a_turn_ends_in_time_so_that_who_asked_meanwhile_waits_behind_no_slow_ones(
    post: Post, days: Days, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "A_TURN", 0.0)
    for whom in ("ada@example.org", "bea@example.org"):
        greet(whom)
    days.now += timedelta(seconds=1)
    assert days.sender.turn(days.now) <= 0.5 and not post.taken


def test_W9_what_was_never_tried_goes_before_what_failed(post: Post, days: Days) -> None:
    post.to_recipient = "451 4.7.1 Greylisted"
    for number in range(3):
        greet(f"late{number}@example.org")
    days.go(seconds=1)
    post.heard.clear()
    behind(days, "ada@example.org")
    days.go(minutes=5)
    assert post.heard == ["ada@example.org", *(f"late{number}@example.org" for number in range(3))]


def test_W9_a_code_for_signing_in_waits_behind_no_letters_that_failed(
    post: Post, days: Days
) -> None:
    post.at["evil.example"] = "drop"
    for number in range(30):
        greet(f"x{number}@evil.example")
    days.go(seconds=1)
    ada = Account.objects.create_user("ada@example.org")
    given = {"code": "123456", ASKED_FROM: network_key("hers")}
    ask("sign-in-code", "sign-in-code:1", about=ada, given=given)
    days.go(seconds=60)
    assert went(post) == ["ada@example.org"]


def test_W9_a_mail_server_that_hangs_up_after_many_errors_costs_a_line_and_no_wait(
    post: Post, days: Days
) -> None:
    post.at["evil.example"], post.most_errors = "550 5.1.1 User unknown", 20
    for number in range(70):
        greet(f"x{number}@evil.example")
    behind(days, "ada@example.org")
    days.go(seconds=1)
    assert went(post) == ["ada@example.org"] and len(post.lines) == 4
    assert Letter.objects.filter(state="refused", tries=1).count() == 70


def test_W9_a_mail_server_that_takes_few_mails_on_a_line_costs_a_line_and_no_wait(
    post: Post, days: Days
) -> None:
    post.most_mails = 3
    for number in range(10):
        greet(f"person{number}@example.org")
    days.go(seconds=1)
    assert len(post.taken) == len(set(went(post))) == 10 and len(post.lines) == 4


def test_W9_a_mail_that_may_have_been_taken_goes_again_later_with_the_id_it_had(
    post: Post, days: Days
) -> None:
    greet("ada@example.org")
    behind(days, "bea@example.org")
    post.at["example.org"] = "drop after"
    days.go(seconds=1)
    assert went(post) == ["ada@example.org", "bea@example.org"]
    post.at.clear()
    days.go_through(minutes=5)
    assert len(post.taken) == 4 and len({mail["Message-ID"] for mail in post.taken}) == 2


def test_W9_where_two_in_a_row_end_the_line_all_rest_for_a_moment_that_does_not_grow(
    post: Post, days: Days
) -> None:
    post.at["example.org"] = "421 4.3.2 Not just now"
    for number in range(8):
        greet(f"person{number}@example.org")
    days.go(seconds=1)
    assert len(post.heard) == 2
    for turn in range(1, 4):
        days.go(seconds=5)
        assert len(post.heard) == 2 * turn
        days.go(seconds=5)
        assert len(post.heard) == 2 * turn + 2
    post.at.clear()
    days.go_through(minutes=5)
    assert len(post.taken) == 8


def test_W9_no_mail_server_gets_more_than_so_many_lines_in_a_turn(post: Post, days: Days) -> None:
    post.at["evil.example"] = "421 4.7.0 Try again later"
    for number in range(30):
        greet(f"x{number}@evil.example")
        greet(f"person{number}@example.org")
    days.go(seconds=1)
    assert len(post.lines) <= line.MOST + 1
    for _ in range(8):
        days.go(seconds=15)
    assert len(post.taken) == 30


def test_W9_a_mail_server_that_refuses_whom_mails_come_from_is_asked_ever_more_seldom(
    post: Post, days: Days
) -> None:
    post.to_sender = "451 4.3.0 Not just now"
    for number in range(5):
        greet(f"person{number}@example.org")
    days.go(seconds=1)
    assert len(post.lines) == 1
    days.go_through(minutes=29)
    assert len(post.lines) <= 5
    post.to_sender = ""
    days.go_through(hours=2)
    assert len(post.taken) == 5


def test_L1c_whatever_a_mail_server_answers_can_be_kept(post: Post, days: Days) -> None:
    post.to_recipient = "451 4.7.1 Come\x00 again"
    letter = greet("ada@example.org")
    days.go(seconds=1)
    letter.refresh_from_db()
    assert (letter.state, letter.trouble) == ("waiting", "451 4.7.1 Come again")
