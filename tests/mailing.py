"""A mail server that tests can take away, and a sender whose clock the test turns."""

import asyncio
import socket
import uuid
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import vobject
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from footpath.mail.models import Letter
from footpath.mail.sending import Sender
from footpath.mail.writing import Written
from footpath.notices.models import Notice, Sitting
from footpath.registering.models import Registration
from footpath.workshops.models import Workshop


def greeting(letter: Letter) -> Written | None:
    """A letter for tests of sending: greets, or is no longer due."""
    if letter.given.get("dropped"):
        return None
    return Written(
        subject="Good morning", lines=("It is <light>.", str(letter.given.get("more", "")))
    )


class Post:
    """A mail server: what it took, and what it answers."""

    def __init__(self) -> None:
        """Find a port, and stay away until it is started."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.taken: list[EmailMessage] = []
        self.to_recipient = self.to_words = self.refusing = self.refusing_word = ""
        self.to_sender = ""
        self.at: dict[str, str] = {}
        """What it does about a domain: "drop" the line or answer when it hears it, or "drop after"
        and "answer after" when it has the words; "silence" answers nothing."""
        self.slow: dict[str, float] = {}
        """For how many seconds it says nothing of a domain's addresses."""
        self.most_errors = self.most_mails = 1000
        """On one line; then it hangs up."""
        self.lines: list[Session] = []
        self.taken_by: list[Session] = []
        self.errors_by: list[Session] = []
        self.heard: list[str] = []
        self.controller: Controller | None = None

    async def handle_MAIL(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if session not in self.lines:
            self.lines.append(session)
        if sum(one is session for one in self.taken_by) >= self.most_mails:
            return self._hangs_up(server, "421 4.7.0 Too many messages in this session")
        if self.to_sender:
            return self.to_sender
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, *_: Any
    ) -> str:
        self.heard.append(address)
        does = self.at.get(address.partition("@")[2], "")
        domain = address.partition("@")[2]
        await asyncio.sleep(5 if does == "silence" else self.slow.get(domain, 0))
        if does == "drop":
            self._hangs_up(server, "", at_once=True)
        elif does and " after" not in does:
            self.errors_by.append(session)
            if sum(one is session for one in self.errors_by) > self.most_errors:
                return self._hangs_up(server, "421 4.7.0 Error: too many errors")
            return self._hangs_up(server, does) if does.startswith("421") else does
        if self.to_recipient or address == self.refusing:
            return self.to_recipient or "550 5.1.1 Unknown here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        assert isinstance(envelope.content, bytes)
        does = self.at.get(envelope.rcpt_tos[0].partition("@")[2], "")
        if does.startswith("421 after"):
            return self._hangs_up(server, "421 4.7.0 Not now")
        if self.to_words:
            return self.to_words
        read = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(read, EmailMessage)
        parts = [part for part in read.walk() if not part.is_multipart()]
        if self.refusing_word and any(
            self.refusing_word in str(one.get_content()) for one in parts
        ):
            return "550 5.7.1 Spam message rejected"
        self.taken.append(read)
        self.taken_by.append(session)
        if does == "drop after":
            self._hangs_up(server, "", at_once=True)
        return "250 OK"

    def _hangs_up(self, server: SMTP, answer: str, *, at_once: bool = False) -> str:
        """Answer, and end the line; or end it without an answer."""
        assert server.transport is not None
        if at_once:
            server.transport.close()
        else:
            asyncio.get_running_loop().call_later(0.01, server.transport.close)
        return answer

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


def coming(
    name: str = "Ada", state: str = "coming", *, notice: Notice | None = None, **given: Any
) -> Registration:
    """Somebody who registered; where there is no notice yet, for a workshop in nine days."""
    notice = notice or announced()
    return Registration.objects.create(
        workshop=notice.workshop,
        name=name,
        state=state,
        email=f"{name.lower()}@example.org",
        **given,
    )


def announced(*hours: datetime, **given: Any) -> Notice:
    """A published notice of a workshop that meets for two hours each time; in nine days
    where nothing is said.
    """
    workshop = Workshop.objects.create(title="Buying", made_with=str(uuid.uuid4()))
    shown = {"call_link": "https://call.example.org/j/123", "where_seen_by": "registered", **given}
    notice = Notice.objects.create(workshop=workshop, state="published", **shown)
    for starts_at in hours or (in_days(9),):
        Sitting.objects.create(
            notice=notice, starts_at=starts_at, ends_at=starts_at + timedelta(hours=2)
        )
    return notice


def in_days(days: float) -> datetime:
    """A full hour some days from now."""
    return (datetime.now(UTC) + timedelta(days=days)).replace(minute=0, second=0, microsecond=0)


def entries_of(mail: EmailMessage) -> list[tuple[str, Any]]:
    """The method and the entry of every calendar file that is attached, read by another
    library than wrote it.
    """
    files = [part.get_payload(decode=True) for part in mail.iter_attachments()]
    read = [vobject.readOne(file.decode()) for file in files if isinstance(file, bytes)]
    return [(calendar.method.value, entry) for calendar in read for entry in calendar.vevent_list]


def words_of(mail: EmailMessage, kind: str = "plain") -> str:
    """What it says, as plain text or as HTML."""
    part = mail.get_body((kind,))
    assert part is not None
    return part.get_content().replace("\r\n", "\n")
