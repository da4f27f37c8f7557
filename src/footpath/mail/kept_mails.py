"""In the demonstration no mail leaves: each is kept as a file in the data folder, and a page
shows how it looks.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage as Read
from email.utils import parsedate_to_datetime
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

KEPT = 500
"""Mails of which the newest stay."""


def _folder() -> Path:
    return settings.DATA / "mails"


class Keeping(BaseEmailBackend):
    """Keeps mails instead of sending them."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Write each to a file of its own."""
        _folder().mkdir(parents=True, exist_ok=True)
        for mail in email_messages:
            (_folder() / f"{time.time_ns()}.eml").write_bytes(mail.message().as_bytes())
        for old in _names()[KEPT:]:
            (_folder() / f"{old}.eml").unlink(missing_ok=True)
        return len(email_messages)


@dataclass(frozen=True)
class Kept:
    """A mail as its reader has it."""

    name: str
    read: Read

    @property
    def subject(self) -> str:
        """What it is about."""
        return str(self.read["Subject"])

    @property
    def to(self) -> str:
        """Whom it went to."""
        return str(self.read["To"])

    @property
    def at(self) -> object:
        """When it went."""
        return parsedate_to_datetime(str(self.read["Date"]))

    def body(self, kind: str) -> str:
        """Its words, as "plain" or as "html"."""
        part = self.read.get_body((kind,))
        return str(part.get_content()) if part is not None else ""

    def files(self) -> list[tuple[str, bytes]]:
        """What is attached: names and contents."""
        return [
            (part.get_filename() or "file", part.get_payload(decode=True) or b"")  # pyright: ignore[reportReturnType]
            for part in self.read.iter_attachments()
        ]


def _names() -> list[str]:
    return sorted((path.stem for path in _folder().glob("*.eml")), reverse=True)


def mails() -> list[Kept]:
    """All that are kept, the newest first."""
    return [found for name in _names() if (found := mail_named(name)) is not None]


def mail_named(name: str) -> Kept | None:
    """The mail of that name, or None."""
    path = _folder() / f"{name}.eml"
    if not name.isdigit() or not path.exists():
        return None
    return Kept(name, message_from_bytes(path.read_bytes(), policy=policy.default))
