"""A mail server that tests can take away, and a sender whose clock the test turns."""

import socket
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from footpath.mail.models import Letter
from footpath.mail.sending import Sender
from footpath.mail.writing import Written


def greeting(letter: Letter) -> Written | None:
    """A letter for tests of sending: greets, or is no longer due."""
    if letter.given.get("dropped"):
        return None
    return Written(subject="Good morning", lines=("It is <light>.", str(letter.given.get("more", ""))))


class Post:
    """A mail server: what it took, and what it answers."""

    def __init__(self) -> None:
        """Find a port, and stay away until it is started."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.taken: list[EmailMessage] = []
        self.to_recipient = self.to_words = ""
        self.controller: Controller | None = None

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, address: str, *_: Any) -> str:
        if self.to_recipient:
            return self.to_recipient
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        assert isinstance(envelope.content, bytes)
        if self.to_words:
            return self.to_words
        read = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(read, EmailMessage)
        self.taken.append(read)
        return "250 OK"

    def up(self) -> None:
        """It answers from now on."""
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self.controller.start()

    def down(self) -> None:
        """It answers no more."""
        if self.controller is not None:
            self.controller.stop()
            self.controller = None

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}/?tls=no&from=footpath@example.org"


class Days:
    """A sender, and the clock that the test turns."""

    def __init__(self) -> None:
        """Begin now."""
        self.now = datetime.now(UTC)
        self.sender = Sender()

    def go(self, **given: float) -> None:
        """Let time go on and look once what is due."""
        self.now += timedelta(**given)
        self.sender.turn(self.now)

    def go_through(self, **given: float) -> None:
        """Let time go on, and look every half minute as the server does."""
        end = self.now + timedelta(**given)
        while self.now < end:
            self.go(seconds=min(300, (end - self.now).total_seconds()))
