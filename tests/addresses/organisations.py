"""The addresses of signing in, of organisations, and of the operator's administration."""

import re

from django.urls import URLPattern, URLResolver

from addresses.people import EVERYBODY, NOBODY
from footpath.pages.accounts.administration import administration

TO_SIGN_IN = "302 302 302 302 302 302"
_OF_ORGANISATIONS = {
    "o/<slug:address>": "GET", "o/<slug:address>/settings": "GET",
    "o/<slug:address>/members": "GET", "o/<slug:address>/members/<int:id>": "POST",
    "o/<slug:address>/leave": "GET", "o/<slug:address>/invitations": "POST",
    "o/<slug:address>/invitations/<int:id>": "POST",
    "o/<slug:address>/policies/new": "GET", "o/<slug:address>/research": "GET",
    "o/<slug:address>/rehearse": "GET", "o/<slug:address>/take-in": "GET",
    "organisations/new": "GET",
    "p/<str:address>": "GET", "p/<str:address>/edit": "GET",
    "invitation/<int:id>/<str:token>": "GET", "sign-in/link/<str:token>": "GET",
    "sign-in/with/<slug:provider_id>": "GET", "sign-in/with/<slug:provider_id>/back": "GET",
}  # fmt: skip
"""For strangers to organisations, which everybody at a workshop is, none of these is there."""


def _filled(pattern: str) -> str:
    return re.sub(r"\(\?P<.*|<[^>]*>|\^|\$", "1", pattern)


ROWS: dict[str, tuple[str, str, str]] = {
    "": ("GET", "", EVERYBODY),
    "setup": ("GET", "setup", EVERYBODY),  # the tests' installation is a fresh one
    "sign-in": ("GET", "sign-in", EVERYBODY),
    "sign-in/code": ("GET", "sign-in/code", TO_SIGN_IN),
    "sign-in/again": ("POST", "sign-in/again", TO_SIGN_IN),
    "sign-in/passkey": ("GET", "sign-in/passkey", TO_SIGN_IN),
    "sign-out": ("POST", "sign-out", TO_SIGN_IN),
    "account": ("GET", "account", TO_SIGN_IN),
    "account/passkeys/new": ("GET", "account/passkeys/new", TO_SIGN_IN),
    "account/passkeys/<int:pk>/remove": ("GET", "account/passkeys/1/remove", TO_SIGN_IN),
    **{
        pattern: (method, _filled(pattern), NOBODY) for pattern, method in _OF_ORGANISATIONS.items()
    },
}


def _of_administration(patterns: list[URLPattern | URLResolver], before: str = "admin/") -> None:
    for one in patterns:
        pattern = before + str(one.pattern)
        if isinstance(one, URLResolver):
            _of_administration(one.url_patterns, pattern)
        else:
            ROWS[pattern] = ("GET", _filled(pattern), NOBODY)


_of_administration(administration.get_urls())
