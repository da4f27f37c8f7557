"""W4: hosts sign in with a code or a passkey; there is no password, and nobody
learns who is known.
"""

import logging
import re
import time
from typing import Any

from belonging import Coop, newest_code, signs_in, wrongs
from django.test import Client
from django.urls import get_resolver

from footpath.accounts.models import Account
from footpath.config.quiet import NoLinks
from footpath.mail.limits import ASKED_FROM
from footpath.mail.models import Letter
from footpath.mail.writing import write
from footpath.pages.accounts.views import SIGNED_IN_AT


def shown(browser: Client, path: str, **fields: str) -> tuple[int, str, str]:
    """Status, address and text of what comes, without what differs for every form."""
    came = browser.post(path, fields)
    text = re.sub(r'value="\w{64}"', "", came.content.decode())
    return came.status_code, came.headers.get("Location", ""), text


def test_W4_a_code_from_the_mail_lets_in(coop: Coop) -> None:
    browser = Client()
    assert signs_in(browser, "Member@Example.org").status_code == 302
    assert browser.get("/account").status_code == 200


def test_W4_the_letter_has_the_code_and_goes_to_the_account(coop: Coop) -> None:
    Client().post("/sign-in", {"email": "member@example.org"})
    letter = Letter.objects.get(purpose="sign-in-code")
    written = write(letter)
    assert written is not None
    assert written.to == ["member@example.org"]
    assert letter.given["code"] in written.body


def test_W4_known_and_unknown_addresses_are_answered_alike(coop: Coop) -> None:
    answers = []
    for email in ("member@example.org", "nobodyx@example.org"):
        browser = Client()
        given = [
            shown(browser, "/sign-in", email=email),
            shown(browser, "/sign-in/code", code="nope"),
        ]
        given += [shown(browser, "/sign-in/code", code="") for _ in range(5)]
        given.append((200, "", browser.get("/sign-in").content.decode().partition("</h1>")[0]))
        answers.append([(status, where, text.replace(email, "…")) for status, where, text in given])
    assert answers[0] == answers[1]
    assert Letter.objects.filter(purpose="sign-in-code").count() == 2
    assert write(Letter.objects.order_by("-pk")[0]) is None


def test_W4_a_wrong_code_lets_nobody_in_and_five_end_it(coop: Coop) -> None:
    browser = Client()
    browser.post("/sign-in", {"email": "member@example.org"})
    code = newest_code()
    for _ in range(5):
        browser.post("/sign-in/code", {"code": "XXXX-XXXX"})
    browser.post("/sign-in/code", {"code": code})
    assert browser.get("/account").status_code == 302


def test_W4_a_code_opens_only_the_browser_that_asked(coop: Coop) -> None:
    Client().post("/sign-in", {"email": "member@example.org"})
    other = Client()
    other.post("/sign-in/code", {"code": newest_code()})
    assert other.get("/account").status_code == 302


def test_W4_an_address_that_looks_like_another_takes_nothing_over(coop: Coop) -> None:
    Account.objects.create_user("kestrel@example.org")
    for typed in ("\u212aestrel@example.org", "kestrel@ex\u0430mple.org", "ｋestrel@example.org"):
        Client().post("/sign-in", {"email": typed})
    letters = [write(one) for one in Letter.objects.filter(purpose="sign-in-code")]
    assert {address for letter in letters if letter is not None for address in letter.to} <= {
        "kestrel@example.org"
    }


def test_W4_a_closed_account_is_answered_as_if_there_were_none(coop: Coop) -> None:
    Account.objects.filter(email="member@example.org").update(is_active=False)
    assert signs_in(Client(), "member@example.org").status_code == 200
    assert newest_code() == ""


def test_W4_who_asks_for_very_many_codes_is_told_to_wait(coop: Coop) -> None:
    said = []
    for _ in range(4):
        came = Client().post("/sign-in", {"email": "member@example.org"})
        said.append(wrongs(came))
    assert said == [[], [], [], ["Too many codes were asked for or typed. Wait a few minutes."]]


def test_W4_who_asks_for_anothers_codes_keeps_them_from_none(coop: Coop) -> None:
    for _ in range(5):
        Client(REMOTE_ADDR="203.0.113.9").post("/sign-in", {"email": "member@example.org"})
    assert wrongs(Client().post("/sign-in", {"email": "member@example.org"})) == []


def test_W4_a_site_of_many_networks_counts_as_one_where_codes_are_limited(coop: Coop) -> None:
    for address in ("2001:db8:aa:1::1", "2001:db8:aa:2::1", "2001:db8:ab:1::1"):
        Client(REMOTE_ADDR=address).post("/sign-in", {"email": "member@example.org"})
    first, again, other = (letter.given[ASKED_FROM] for letter in Letter.objects.order_by("pk"))
    assert first == again != other


def test_W4_sixty_members_behind_one_address_can_all_ask(coop: Coop) -> None:
    emails = [f"m{number}@example.org" for number in range(60)]
    assert {Client().post("/sign-in", {"email": one}).status_code for one in emails} == {302}


def test_W4_what_is_no_address_is_one_sentence_and_stays(coop: Coop) -> None:
    came = Client().post("/sign-in", {"email": "fay at home"})
    assert wrongs(came) == ["Type your e-mail address, such as fay@example.org."]
    assert 'value="fay at home"' in came.content.decode()


def test_W4_another_address_forgets_the_code_that_was_asked_for(coop: Coop) -> None:
    browser = Client()
    browser.post("/sign-in", {"email": "member@example.org"})
    assert browser.get("/sign-in").status_code == 302  # on to the code
    browser.post("/sign-in/again")
    assert browser.get("/sign-in").status_code == 200
    browser.post("/sign-in/code", {"code": newest_code()})
    assert browser.get("/account").status_code == 302


def test_W4_no_page_asks_for_a_password_or_lets_somebody_make_an_account(coop: Coop) -> None:
    named = {str(key) for key in get_resolver().reverse_dict if isinstance(key, str)}
    assert not {one for one in named if "password" in one or "signup" in one}
    assert not Account.objects.exclude(password__startswith="!").exists()


def test_W4_nobody_is_led_away_to_another_site_by_signing_in(coop: Coop) -> None:
    browser = Client()
    browser.post(
        "/sign-in?next=https://evil.example/",
        {"email": "member@example.org", "next": "https://evil.example/"},
    )
    came: Any = browser.post(
        "/sign-in/code", {"code": newest_code(), "next": "https://evil.example/"}
    )
    assert came.url == "/"


def test_W4_passkeys_are_changed_by_who_has_just_shown_who_they_are(coop: Coop) -> None:
    browser = Client()
    signs_in(browser, "member@example.org")
    assert browser.get("/account/passkeys/new").status_code == 200
    session = browser.session
    session[SIGNED_IN_AT] = time.time() - 16 * 60
    session.save()
    page = browser.get("/account/passkeys/new").content.decode()
    assert "Sign in once more" in page and "mfa_webauthn_add" not in page
    assert browser.get("/account").status_code == 200
    asked: Any = browser.post("/account/passkeys/new")
    assert asked.url == "/sign-in?next=/account/passkeys/new&again=yes"
    assert browser.get("/account").status_code == 302


def test_W4_the_log_leaves_out_what_lets_somebody_in() -> None:
    for path in ("/invitation/3/abcdef", "/sign-in/link/abcdef", "/w/abc/join/abcdef"):
        line = logging.LogRecord(
            "django.request", logging.WARNING, "", 1, "Not Found: %s", (path,), None
        )
        NoLinks().filter(line)
        assert "abcdef" not in line.getMessage()


def test_W4_signing_out_ends_it(coop: Coop) -> None:
    coop.sends("member", "/sign-out")
    assert coop.gets("member", "{o}").status_code == 404
