"""The mail server, or the provider, that one URL names; docs/hosting.md shows examples."""

from dataclasses import dataclass, field
from email.utils import parseaddr
from importlib.util import find_spec
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from footpath.wrong import Wrong

SMTP = "footpath.mail.smtp.Smtp"
TIMEOUT = 120
"""Seconds that a mail server may take for its answer to a whole mail: some look at it for long
before they take it. Other answers have less, see `smtp.py`.
"""


@dataclass(frozen=True)
class MailServer:
    """What sends mail: a backend of Django's with its options; no backend where
    there is no server.
    """

    backend: str = ""
    options: dict[str, Any] = field(default_factory=dict[str, Any])
    sender: str = ""
    provider: dict[str, Any] = field(default_factory=dict[str, Any])
    """Settings of django-anymail, where a provider sends."""
    is_demo: bool = False
    """Whether mails are kept in the data folder and shown on a page of their own."""


def mail_server(url: str, base_url: str) -> MailServer:
    """The server that a URL names.

    Raises:
        Wrong: when it names none.
    """
    if not url:
        return MailServer()
    try:
        parts = urlsplit(url)
        given = dict(parse_qsl(parts.query))
        sender = given.pop("from", "") or _sender(parts, base_url)
        if "@" not in parseaddr(sender)[1]:
            raise Wrong(
                "FOOTPATH_MAIL says no address that mails come from: write "
                "?from=workshops@example.org."
            )
        if parts.scheme == "demo":
            return MailServer("footpath.mail.kept_mails.Keeping", sender=sender, is_demo=True)
        if parts.scheme in ("smtp", "smtps") and parts.hostname and set(given) <= {"tls"}:
            return MailServer(SMTP, _smtp(parts, given.get("tls", "")), sender)
    except ValueError:
        pass
    else:
        kind, _, name = parts.scheme.partition("+")
        if kind == "anymail" and _is_known(name.replace("-", "_")):
            return _provider(name.replace("-", "_"), given, sender)
        if kind == "anymail" and name:
            raise Wrong(
                f"django-anymail knows no provider {name!r}, or is not there: pip install "
                "django-anymail."
            )
    raise Wrong("FOOTPATH_MAIL is not understood: see docs/hosting.md for what it can say.")


def _is_known(name: str) -> bool:
    try:
        return name.isidentifier() and find_spec(f"anymail.backends.{name}") is not None
    except ModuleNotFoundError:
        return False


def _sender(parts: SplitResult, base_url: str) -> str:
    """Whom mails come from where the URL does not say it."""
    user = unquote(parts.username or "")
    host = urlsplit(base_url).hostname or "localhost"
    return user if "@" in user else f"footpath@{host}"


def _smtp(parts: SplitResult, tls: str) -> dict[str, Any]:
    """TLS from the start for smtps, STARTTLS for smtp; `?tls=no` only where the server
    is on this machine.
    """
    if tls not in ("", "starttls", "no"):
        raise ValueError(tls)
    whole = parts.scheme == "smtps"
    return {
        "host": parts.hostname,
        "port": parts.port or (465 if whole else 587),
        "use_ssl": whole,
        "use_tls": not whole and tls != "no",
        "timeout": TIMEOUT,
        "username": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
    }


def _provider(name: str, given: dict[str, str], sender: str) -> MailServer:
    """A provider by django-anymail: what the URL gives becomes its settings,
    such as MAILGUN_API_KEY.
    """
    settings: dict[str, Any] = {
        f"{name}_{key}".upper(): value for key, value in given.items() if key != "webhook_secret"
    }
    if "webhook_secret" in given:
        settings["WEBHOOK_SECRET"] = given["webhook_secret"]
    settings["REQUESTS_TIMEOUT"] = (10, TIMEOUT)
    # most take a calendar file as an attachment alone
    settings["IGNORE_UNSUPPORTED_FEATURES"] = True
    return MailServer(f"anymail.backends.{name}.EmailBackend", sender=sender, provider=settings)
