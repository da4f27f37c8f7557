"""Addresses of which the mail server says nothing for long keep nobody else's letters. All waits
are a fiftieth of the real ones.
"""

import time
from datetime import timedelta

import pytest
from mailing import Days, Post

from footpath.accounts.models import Account
from footpath.mail import line, sending, slow, smtp
from footpath.mail.asking import ask
from footpath.mail.models import Letter

pytestmark = pytest.mark.django_db(transaction=True)

SCALE = 50


@pytest.fixture(autouse=True)
def sooner(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (line, sending, smtp):
        monkeypatch.setattr(module, "ANSWER", 45 / SCALE)
    monkeypatch.setattr(slow, "SLOW", 3 / SCALE)
    monkeypatch.setattr(sending, "A_TURN", 30 / SCALE)


def asked(days: Days, *those: str) -> None:
    """Ask for letters to these addresses, one after the other."""
    for number, whom in enumerate(those):
        due_at = days.now + timedelta(milliseconds=number)
        Letter.objects.filter(pk=ask("greeting", whom, to=whom).pk).update(due_at=due_at)
    days.now += timedelta(seconds=1)


def tried_before(post: Post, days: Days, whom: str, most: float = 20) -> list[str]:
    """To whom letters were tried before this one went."""
    end = time.monotonic() + most
    while not any(mail["To"] == whom for mail in post.taken) and time.monotonic() < end:
        days.go(seconds=1)
    assert whom in post.heard, "it has not gone yet"
    return post.heard[: post.heard.index(whom)]


@pytest.mark.parametrize("how", ["250 OK", "450 4.2.0 later"])
def test_W9_after_a_slow_letter_those_to_other_domains_go_first(
    post: Post, days: Days, how: str
) -> None:
    post.slow["evil.example"] = 10 / SCALE
    post.at["evil.example"] = how if how.startswith("4") else ""
    asked(days, *(f"x{number}@evil.example" for number in range(20)), "ada@example.org")
    assert len(tried_before(post, days, "ada@example.org")) == 1


def test_W9_between_forty_slow_and_forty_silent_addresses_nobody_waits_for_long(
    post: Post, days: Days
) -> None:
    """Each at a domain of its own, asked for before and after."""
    for number in range(40):
        post.slow[f"slow{number}.example"] = 30 / SCALE
        post.at[f"silent{number}.example"] = "silence"
    bad = [f"x@{kind}{n}.example" for n in range(40) for kind in ("slow", "silent")]
    asked(days, *bad[:40], "ada@example.org", *bad[40:])
    began = time.monotonic()
    tried_before(post, days, "ada@example.org")
    assert (time.monotonic() - began) * SCALE < 12 * 60


def test_W9_who_gets_letters_quickly_goes_before_domains_of_which_nothing_is_known(
    post: Post, days: Days
) -> None:
    post.slow |= {f"evil{number}.example": 6 / SCALE for number in range(10)}
    asked(days, "bea@example.org")
    days.go(seconds=1)
    asked(days, *(f"x@evil{number}.example" for number in range(10)), "ada@example.org")
    heard = tried_before(post, days, "ada@example.org")
    assert len(heard) == 2


def test_W9_a_code_for_signing_in_goes_before_whatever_was_not_tried_yet(
    post: Post, days: Days
) -> None:
    asked(days, *(f"x{number}@evil.example" for number in range(5)))
    ada = Account.objects.create_user("ada@example.org")
    ask("sign-in-code", "sign-in-code:1", about=ada, given={"code": "123456"})
    assert tried_before(post, days, "ada@example.org") == []
