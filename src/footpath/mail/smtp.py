"""SMTP as Django speaks it, that says how far one mail came and waits as long as each answer is
worth.
"""

import smtplib
from enum import IntEnum
from typing import Any

from django.core.mail.backends.smtp import EmailBackend

ANSWER = 45
"""Seconds for an answer before a mail's words are given: who looks whether an address is there
has said so by then, and meanwhile nobody else's letter goes.
"""


class Heard(IntEnum):
    """How much of a mail the server was told."""

    NOTHING = 0
    WHOM = 1
    WORDS = 2


class _Line(smtplib.SMTP):
    """One line; `sendmail` says whom a mail is from, whom it is for, and then what it says."""

    heard = Heard.NOTHING
    patience: float = ANSWER
    """Seconds that whom the next mail is for is worth."""

    def mail(self, sender: str, options: Any = ()) -> tuple[int, bytes]:
        """Begin a mail: say whom it is from."""
        self.heard = Heard.NOTHING
        return super().mail(sender, options)

    def rcpt(self, recip: str, options: Any = ()) -> tuple[int, bytes]:
        """Say whom it is for."""
        self.heard = Heard.WHOM
        self.wait(min(self.patience, ANSWER, self.timeout))
        try:
            return super().rcpt(recip, options)
        finally:
            self.wait(min(ANSWER, self.timeout))

    def data(self, msg: Any) -> tuple[int, bytes]:
        """Give its words, and wait for long: some look at a mail for minutes before they take it,
        and who did not wait would send it twice.
        """
        self.heard = Heard.WORDS
        self.wait(self.timeout)
        try:
            return super().data(msg)
        finally:
            self.wait(min(ANSWER, self.timeout))

    def wait(self, seconds: float) -> None:
        """Give the server so long for each answer."""
        if self.sock is not None:
            self.sock.settimeout(seconds)


class _LineInTls(_Line, smtplib.SMTP_SSL):
    """The same, in TLS from the start."""


class Smtp(EmailBackend):
    """Sends by lines of ours."""

    @property
    def connection_class(self) -> type[_Line]:
        """What opens a line."""
        return _LineInTls if self.use_ssl else _Line

    def open(self) -> bool | None:
        """Open a line and say who we are: what fails by then is about no mail."""
        is_new = super().open()
        if is_new and (line := self._line) is not None:
            line.ehlo_or_helo_if_needed()
            line.wait(min(ANSWER, line.timeout))
        return is_new

    def wait_for_an_address(self, seconds: float) -> None:
        """Give the server so long to say whether it takes mail for the next mail's address."""
        if self._line is not None:
            self._line.patience = seconds

    @property
    def heard(self) -> Heard:
        """How far the last mail came."""
        return Heard.NOTHING if self._line is None else self._line.heard

    def lives(self) -> bool:
        """Whether the line is one that the next mail can go by."""
        if self._line is None or self._line.sock is None:
            return False
        try:
            return self._line.noop()[0] == 250
        except (smtplib.SMTPException, OSError):
            return False

    @property
    def _line(self) -> _Line | None:
        return self.connection if isinstance(self.connection, _Line) else None
