"""L1c: what is sent as a passkey's answer and is none is known by nobody, and never a fault."""

import base64
import hashlib
import json
import struct
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from belonging import Coop, signs_in
from django.test import Client
from fido2 import cbor

from footpath.pages.accounts.passkeys import TOO_LONG

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


def answer_of(kind: str, challenge: str, **response: bytes) -> str:
    told = {"type": kind, "challenge": challenge, "origin": "https://testserver"}
    parts = {"clientDataJSON": json.dumps(told).encode(), **response}
    encoded = {
        name: base64.urlsafe_b64encode(part).decode().rstrip("=") for name, part in parts.items()
    }
    return json.dumps({"id": "eA", "rawId": "eA", "type": "public-key", "response": encoded})


@pytest.mark.parametrize("form", ["none", "unheard-of"])
def test_L1c_a_new_passkey_without_a_key_in_it_is_none(coop: Coop, form: str) -> None:
    browser = Client()
    signs_in(browser, "member@example.org")
    browser.get("/account/passkeys/new")
    state: dict[str, Any] = browser.session["mfa.webauthn.state"]
    site = hashlib.sha256(b"testserver").digest()
    made = {"fmt": form, "attStmt": {}, "authData": site + b"\x05" + bytes(4)}
    credential = answer_of(
        "webauthn.create", state["challenge"], attestationObject=cbor.encode(made)
    )
    answer = browser.post("/account/passkeys/new", {"credential": credential, "name": "Mine"})
    assert answer.status_code < 500
    assert not Authenticator.objects.exists()


def test_L1c_a_very_long_answer_is_refused_before_it_is_read(
    coop: Coop, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = list[bytes]()
    monkeypatch.setattr(cbor, "decode_from", read.append)
    browser = Client()
    browser.get("/sign-in/passkey", headers={"X-Requested-With": "XMLHttpRequest"})
    zeros = b"\xa1\x00\x9a" + struct.pack(">I", 9_000) + bytes(9_000)
    data = bytes(32) + b"\x85" + bytes(4) + zeros
    credential = answer_of("webauthn.get", "AA", authenticatorData=data, signature=b"x")
    answer = browser.post("/sign-in/passkey", {"credential": credential}, follow=True)
    assert (answer.status_code, read) == (200, [])
    assert TOO_LONG in answer.content.decode()
    assert len(answer.content) < 50_000
