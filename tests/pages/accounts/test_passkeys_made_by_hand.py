"""L1c: what is sent as a passkey's answer and is none is known by nobody, and never a fault."""

import json

import pytest
from allauth.mfa.models import Authenticator
from belonging import Coop, signs_in
from django.test import Client

NONE = {
    "very deep": "[" * 5_000,
    "a list": "[]",
    "a number": "1",
    "without an id": json.dumps({"response": {}}),
    "of other kinds": json.dumps({"id": 1, "rawId": {}, "response": [], "type": None}),
    "no base64": json.dumps({"id": "x", "rawId": "x", "type": "public-key", "response": {
        "clientDataJSON": "!", "authenticatorData": "AA", "signature": "A", "userHandle": "A"}}),
    "a NUL": json.dumps({"id": "\0", "rawId": "\0", "type": "public-key", "response": {}}),
    "a half character": '{"id": "\\ud800", "rawId": "\\ud800", "response": {}}',
}  # fmt: skip


@pytest.mark.parametrize("what", NONE)
def test_L1c_what_is_no_passkey_signs_nobody_in_and_is_no_fault(coop: Coop, what: str) -> None:
    browser = Client()
    browser.get("/sign-in/passkey", headers={"X-Requested-With": "XMLHttpRequest"})
    answer = browser.post("/sign-in/passkey", {"credential": NONE[what]})
    assert answer.status_code < 500
    assert "_auth_user_id" not in browser.session


@pytest.mark.parametrize("what", NONE)
def test_L1c_what_is_no_passkey_is_added_to_no_account(coop: Coop, what: str) -> None:
    browser = Client()
    signs_in(browser, "member@example.org")
    browser.get("/account/passkeys/new")
    answer = browser.post("/account/passkeys/new", {"credential": NONE[what], "name": "Mine"})
    assert answer.status_code < 500
    assert not Authenticator.objects.exists()
