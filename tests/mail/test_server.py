"""Which mail server an installation sends through, as one URL says it."""

import pytest

from footpath.mail.server import mail_server
from footpath.mail.whole_links import whole
from footpath.wrong import Wrong


@pytest.mark.parametrize(
    ("url", "port", "tls", "whole_tls"),
    [
        ("smtp://fay:se%40cret@mail.example.org", 587, True, False),
        ("smtp://fay:se%40cret@mail.example.org:25/?tls=no", 25, False, False),
        ("smtps://fay:se%40cret@mail.example.org", 465, False, True),
    ],
)
def test_W9_a_mail_server_is_named_by_one_url(
    url: str, port: int, tls: bool, whole_tls: bool
) -> None:
    given = mail_server(url, "").options
    assert (given["host"], given["port"], given["use_tls"], given["use_ssl"]) == (
        "mail.example.org",
        port,
        tls,
        whole_tls,
    )
    assert (given["username"], given["password"]) == ("fay", "se@cret")


def test_W9_a_provider_is_named_by_one_url() -> None:
    server = mail_server(
        "anymail+mailgun:///?api_key=key&sender_domain=mg.example.org&webhook_secret=a:b&from=x@y.org",
        "",
    )
    assert server.backend == "anymail.backends.mailgun.EmailBackend" and server.sender == "x@y.org"
    assert {name: value for name, value in server.provider.items() if isinstance(value, str)} == {
        "MAILGUN_API_KEY": "key",
        "MAILGUN_SENDER_DOMAIN": "mg.example.org",
        "WEBHOOK_SECRET": "a:b",
    }


@pytest.mark.parametrize(
    "url",
    [
        "mail.example.org",
        "http://example.org",
        "smtp://",
        "smtp://h/?tsl=no",
        "smtp://h:x/",
        "smtp://h/?tls=maybe",
    ],
)
def test_W9_a_url_that_names_no_server_is_said_without_its_password(url: str) -> None:
    with pytest.raises(Wrong, match=r"^FOOTPATH_MAIL is not understood: see docs/hosting\.md"):
        mail_server(url, "")


def test_W9_a_provider_that_nobody_knows_is_said_when_the_server_starts() -> None:
    assert (
        mail_server("anymail+amazon-ses:///", "").backend
        == "anymail.backends.amazon_ses.EmailBackend"
    )
    with pytest.raises(Wrong, match="knows no provider 'pigeon'"):
        mail_server("anymail+pigeon:///", "")


@pytest.mark.parametrize(
    ("url", "sender"),
    [
        ("smtp://h/?from=The%20Mill%20<mill@example.org>", "The Mill <mill@example.org>"),
        ("smtp://fay%40example.org:x@h/", "fay@example.org"),
        ("smtp://h/", "footpath@flip.example.org"),
    ],
)
def test_W9_mails_come_from_whom_the_url_or_the_address_says(url: str, sender: str) -> None:
    assert mail_server(url, "https://flip.example.org").sender == sender


def test_W13_links_in_mails_come_from_the_settings_alone(settings: pytest.FixtureRequest) -> None:
    settings.BASE_URL = "https://flip.example.org"  # type: ignore[attr-defined]
    assert whole("/w/one") == "https://flip.example.org/w/one"
